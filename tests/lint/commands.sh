#!/bin/sh
# Every command of the table is tried by at least one script or session, as TAP: by its name, or by
# a key that means only this command or is pressed where the scripts press it.
set -u
. "${srcdir:-.}/tests/tap.sh"
cd "$source_folder" || exit 99

# One command a line: its name and its keys.
awk -F'"' '/^    X\(/ { print $2, $4 }' src/ui/command_list.h >"$room/commands"
# What scripts press and run; what sessions send to a real terminal is named as tmux names it.
{
    sed -n 's/^key //p; s/^run //p' tests/screens/*.script | tr ' ' '\n'
    sed -n 's/^sends \([^-].*\)$/\1/p' tests/system/*.sh | tr ' ' '\n'
} | sort -u >"$room/pressed"

# Prints the commands that nothing in the file of keys and names tries.
untried() { # untried PRESSED
    awk 'NR == FNR { pressed[$1]; next }
        { is_tried = 0; for (i = 1; i <= NF; i++) is_tried = is_tried || ($i in pressed) }
        !is_tried { print "# nothing tries " $1 }' "$1" "$room/commands"
}

[ "$(wc -l <"$room/commands")" -gt 50 ]
report $? "the table is read"
untried "$room/pressed" >"$room/missing"
cat "$room/missing"
[ ! -s "$room/missing" ]
report $? "every command is tried by a script or in a terminal"
grep -v -x -e repaint -e C-l -e M-l "$room/pressed" >"$room/fewer"
untried "$room/fewer" | grep -q repaint
report $? "caught: a command that nothing tries"

finish
