#!/bin/sh
# What the editor has done beside it, in a real terminal, as TAP: it comes later, nobody waits for
# it, and nothing of it stays.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
. "$source_folder/tests/system/tmux.sh"

if ! command -v tmux >/dev/null; then
    skip "workers of the editor" "tmux is not installed"
    finish
    exit 0
fi

# Without a sanitizer's own; a process that has ended and is not waited for counts as well.
children() {
    cat /proc/[0-9]*/stat 2>/dev/null | sed 's/([^)]*)/x/' |
        awk -v parent="$editor" '$4 == parent { print $1 }'
}
has_child() {
    worker=$(children | head -n 1)
    [ -n "$worker" ]
}
has_none() { ! has_child; }
starts() { # starts FILE
    opens 100x30 "TERM=screen-256color exec $program $1"
    editor=$(tmux -S "$socket" list-panes -F '#{pane_pid}')
}

sed 's/Responsible for/Responsible for the servise desk and/' \
    "$source_folder/tests/screens/resume.yaml" >wrong.yaml
starts wrong.yaml
sees "1 page, " "pages are measured beside the editor"
if printf 'Moved the servise desk.\n' | "$program" check --lines=bullet - | grep -q '\[spelling\]'; then
    has_spelling() {
        sends F8
        sleep 0.2
        shows 'did you mean "service"'
    }
    waits has_spelling
    report $? "a misspelt word is told when a worker has looked it up"
else
    skip "a misspelt word is told when a worker has looked it up" "no dictionary is installed"
fi
waits has_none
report $? "no worker stays, and none that has ended is forgotten"

# Pages of a long resume take their time; each key that is rested after begins them anew.
{
    printf 'work:\n- name: Harbour Lines\n  highlights:\n'
    for bullet in $(seq 600); do
        echo "  - Cut posting time of ledger $bullet by caching its accounts in Redis."
    done
} >long.yaml
starts long.yaml
sees "Experience" "a long resume is opened"
sends Down Down Tab
is_begun() {
    sends x
    for _ in 1 2 3 4 5 6 7 8; do
        has_child && return 0
        sleep 0.05
    done
    return 1
}
if waits is_begun; then
    kill -STOP "$worker" 2>/dev/null
    sends -l "Zebra "
    sees "Zebra" "a key does not wait for a worker"
    kill -KILL "$editor"
    is_gone() { [ ! -e "/proc/$worker/stat" ] || grep -q ') Z ' "/proc/$worker/stat"; }
    waits is_gone
    report $? "an editor that is killed takes its worker with it"
else
    report 1 "a worker is begun when keys rest"
fi
finish
