#!/bin/sh
# The editor in a real terminal without colour and without UTF-8, as TAP: bold, underline and letters
# say what colours say, ASCII stands for all that is drawn.
# After a change that is meant: UPDATE_GOLDEN=1 make check TESTS=tests/system/looks.sh
set -u
. "${srcdir:-.}/tests/system/tap.sh"
. "$source_folder/tests/system/tmux.sh"

if ! command -v tmux >/dev/null; then
    skip "the editor without colour and without UTF-8" "tmux is not installed"
    finish
    exit 0
fi

cp "$source_folder/tests/screens/resume.yaml" .

escape=$(printf '\033')
# A blank shows no more of a look than what is drawn across it, so the letters alone set looks here.
letters_set_looks() {
    awk -v escape="$escape" '
    function set(codes,   parts, count, i) {
        count = split(codes == "" ? "0" : codes, parts, ";")
        for (i = 1; i <= count; i++) look = parts[i] == 0 ? "" : look ";" parts[i]
    }
    {
        line = ""
        rest = $0
        while (rest != "") {
            if (match(rest, "^" escape "\\[[0-9;]*m")) {
                set(substr(rest, 3, RLENGTH - 3))
            } else {
                RLENGTH = 1
                if (look != shown && (substr(rest, 1, 1) != " " || look ~ /;[47]/)) {
                    line = line escape "[0" look "m"
                    shown = look
                }
                line = line substr(rest, 1, 1)
            }
            rest = substr(rest, RLENGTH + 1)
        }
        sub(/ *$/, "", line)
        print line
    }'
}

# Shows a weak bullet in hand: `shown NAME ENVIRONMENT`, attributes as escape sequences. How full the
# page is depends on the fonts of the machine and is left out, as is the default colour.
shown() {
    opens 80x24 "TERM=screen-256color $2 exec $program resume.yaml"
    sees "Maya Lindqvist" "$1: the resume is shown"
    sends Down Down Down Tab F8
    sees "Responsible for the ledger" "$1: the finding is gone to"
    sees "1 page" "$1: the pages are measured"
    tmux -S "$socket" capture-pane -e -p |
        sed -e 's/1 page, [0-9]* % full/1 page/' -e "s/$escape\[[34]9m//g" | letters_set_looks >"$1.looks"
    sends C-q
}

# Compares what was shown with the golden of that name.
meets() {
    golden=$source_folder/tests/golden/$1.looks
    [ "${UPDATE_GOLDEN:-0}" != 1 ] || cp "$1.looks" "$golden"
    diff "$golden" "$1.looks" | sed 's/^/# /'
    cmp -s "$golden" "$1.looks"
    report $? "$1: the screen is as expected"
}

shown mono "NO_COLOR=1 LC_ALL=C.UTF-8"
meets mono
! grep -q "$escape\[[0-9;]*[349][0-9]m" mono.looks
report $? "mono: no colour is set"
grep -q "$escape\[[0-9;]*1mweak" mono.looks && grep -q "$escape\[[0-9;]*7mResponsible" mono.looks
report $? "mono: the verdict is bold, the words in question are reversed"

shown ascii "NO_COLOR=1 LC_ALL=C"
meets ascii
! LC_ALL=C grep -q '[^[:print:][:cntrl:]]' ascii.looks
report $? "ascii: every character is ASCII"

finish
