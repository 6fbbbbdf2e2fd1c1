#!/bin/sh
# Keys, pastes, sizes, stopping and dying in a real terminal, as TAP.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
. "$source_folder/tests/system/tmux.sh"
keys=$(dirname "$program")/tests/system/keys

if ! command -v tmux >/dev/null; then
    skip "keys in a real terminal" "tmux is not installed"
    finish
    exit 0
fi

TERM=dumb script -qec "$keys" /dev/null </dev/null >out 2>&1
says out "cannot show screens" "a terminal that cannot move its cursor is refused"
"$keys" </dev/null >out 2>errors
[ $? -eq 2 ]
report $? "without a terminal there is none to open"
says errors "are not a terminal" "and the reason is told"

# What Alt-c writes to a terminal that is told by NAME=VALUE...: its escape sequences as <.
copies() {
    printf '\033cq' | env -u TMUX -u STY "$@" script -qec "$keys" /dev/null | tr '\033\a' '<>' >out
}
copies TERM=xterm-256color
says out "<]52;c;R3LDtsOfZQ==>" "what is copied goes to the terminal's clipboard"
! grep -q "P.*52;c" out
report $? "as it is"
copies TERM=tmux-256color TMUX=/tmp/socket
says out "<]52;c;R3LDtsOfZQ==><Ptmux;<<]52;c;R3LDtsOfZQ==><\\\\" "and through tmux, as it takes or hands it on"
copies TERM=screen STY=1.tty
says out "<P<]52;c;R3LDtsOfZQ==><\\\\" "and through screen"
copies TERM=linux
! grep -q "52;c" out
report $? "but nothing to a terminal that would show it"

# Which bytes are which key, whatever terminfo knows: hexadecimal, as send-keys -H takes them.
for term in screen-256color xterm-256color linux vt100 no-such-terminal; do
    opens 60x8 "TERM=$term exec $keys"
    waits shows Ready || echo "$term" >wrong
    while [ ! -e wrong ] && read -r key bytes; do
        # shellcheck disable=SC2086 # one argument a byte
        sends -H $bytes
        waits shows "key <$key>" || echo "# $bytes is not $key but: $(screen | sed -n 4p)" | tee wrong
    done <<KEYS
a 61
C-s 13
C-q 11
C-z 1a
C-\\\\ 1c
Backspace 7f
Tab 9
Enter d
Esc 1b
é c3 a9
😀 f0 9f 98 80
M-x 1b 78
M-é 1b c3 a9
Up 1b 5b 41
Down 1b 4f 42
C-Left 1b 5b 31 3b 35 44
S-Right 1b 5b 31 3b 32 43
M-Home 1b 5b 31 3b 33 48
Delete 1b 5b 33 7e
C-Delete 1b 5b 33 3b 35 7e
S-Tab 1b 5b 5a
F8 1b 5b 31 39 7e
F1 1b 4f 50
M-Up 1b 1b 5b 41
C-Space 0
KEYS
    [ ! -e wrong ]
    report $? "keys are known with TERM=$term"
    rm -f wrong
done

opens 60x8 "TERM=screen-256color exec $keys"
waits shows Ready
sends -H 1b 5b 39 39 3b 35 75
sends x
sees "key <x>" "a sequence that nobody knows types nothing"
tmux -S "$socket" set-buffer "one
two"
tmux -S "$socket" paste-buffer -p
sees "paste <one.two>" "a paste comes in one piece"
sends -H 1b 5b 32 30 30 7e 68 69
sees "paste <hi>" "a paste that never ends is taken all the same"
tmux -S "$socket" resize-window -x 40 -y 6
sees "^40x6" "another size is seen"
tmux -S "$socket" resize-window -x 3 -y 1
sleep 0.3
tmux -S "$socket" resize-window -x 60 -y 8
sees "^60x8" "a window of one row is survived"

# The reports of a mouse, in both forms; the second row of each is the third column.
reports() { tmux -S "$socket" display-message -p '#{mouse_any_flag}' | grep -q "$1"; }
opens 60x8 "KEYS_MOUSE=1 TERM=screen-256color exec $keys"
waits reports 1
report $? "the mouse is asked for where the settings say so"
while read -r seen bytes; do
    # shellcheck disable=SC2086 # one argument a byte
    sends -H $bytes
    waits shows "pointer <$(echo "$seen" | tr _ ' ')>" ||
        echo "# $bytes is not $seen but: $(screen | sed -n 4p)" | tee wrong
done <<REPORTS
press_at_row_1,_column_2 1b 5b 3c 30 3b 33 3b 32 4d
wheel-up_at_row_0,_column_0 1b 5b 3c 36 34 3b 31 3b 31 4d
wheel-down_at_row_1,_column_299 1b 5b 3c 36 35 3b 33 30 30 3b 32 4d
press_at_row_1,_column_2 1b 5b 4d 20 23 22
wheel-down_at_row_7,_column_222 1b 5b 4d 61 ff 28
REPORTS
[ ! -e wrong ]
report $? "and told in both forms of report"
rm -f wrong
sends -H 1b 5b 3c 30 3b 33 3b 32 6d 1b 5b 4d 23 23 22 1b 5b 3c 32 3b 33 3b 32 4d 78
sees "key <x>" "releases and other buttons do nothing"
sends -H 1b 5b 3c 30 3b
sleep 0.3
sends y
sees "key <y>" "nor does a report that is cut short"
sends M-q
waits shows "key <M-q>"
sends x
sees "key <x>" "a signal that is forgotten ends nothing"
sends M-z
sees "key <M-z> not stopped" "where no shell could continue it, it is not stopped"
waits reports 1
report $? "asks for the mouse again when it goes on"
opens 60x8 "TERM=screen-256color exec $keys"
waits shows Ready
reports 0
report $? "a mouse that nobody wants stays with the terminal"
sends -H 1b 5b 3c 30 3b 33 3b 32 4d 1b 5b 4d 20 23 22 78
sees "key <x>" "and its reports type nothing"
for end in q !; do
    opens 60x8 "sh -c 'KEYS_MOUSE=1 TERM=screen-256color $keys; echo >ended; exec cat'"
    waits reports 1
    rm -f ended
    sends "$end"
    waits test -e ended
    waits reports 0
    report $? "the terminal has its mouse back after $end"
done

opens 60x8 "LC_ALL=C TERM=screen-256color exec $keys"
sees "^Ready \* resume~$" "ASCII stands in where the locale shows no more"
sees "^----" "and for lines"

# What the shell finds after the program has ended.
opens 60x8 "sh -c 'stty -g >before; TERM=screen-256color $keys; echo \$? >status; stty -g >after; exec cat'"
waits shows Ready
sends q
waits test -s after
cmp -s before after && [ "$(cat status)" -eq 0 ]
report $? "the terminal is as it was when the program has ended, whatever key comes late"
opens 60x8 "sh -c 'TERM=screen-256color $keys; echo \$? >status; stty -g >crashed; exec cat'"
waits shows Ready
sends '!'
waits test -s crashed
cmp -s before crashed && [ "$(cat status)" -gt 128 ]
report $? "and when it has crashed"
! shows Ready
report $? "with the screen of before"
cat >hang.sh <<EOF
TERM=screen-256color sh -c 'echo \$\$ >process; exec $keys'
stty -g >hung
exec cat
EOF
opens 60x8 "sh hang.sh"
waits shows Ready
sends @
sleep 0.3
kill -TERM "$(cat process)"
kill -TERM "$(cat process)"
waits test -s hung
cmp -s before hung
report $? "and when it hung and was told to end twice"

opens 60x8 "PS1='at-the-shell ' exec sh -i"
sends "TERM=screen-256color $keys" Enter
waits shows Ready
sends M-z
sees "^at-the-shell" "Alt-z stops the program"
tmux -S "$socket" resize-window -x 50 -y 7
sends fg Enter
sees "key <M-z> stopped" "fg goes on where it stopped"
sees "^50x7" "with the size that the window has now"
sends -H 1b 5b 32 30 30 7e 68 69 1b 5b 32 30 31 7e
sees "paste <hi>" "and takes pastes again"

opens 60x8 "TERM=screen-256color exec $keys"
waits shows Ready
process=$(tmux -S "$socket" display-message -p '#{pane_pid}')
tmux -S "$socket" kill-server
is_gone() {
    ! kill -0 "$process" 2>/dev/null
}
waits is_gone
report $? "the program ends when its terminal is gone"

finish
