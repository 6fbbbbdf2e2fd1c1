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
has_child() { [ -n "$(children)" ]; }
has_none() { ! has_child; }
starts() {
    cp "$source_folder/tests/screens/resume.yaml" resume.yaml
    echo "interests: [{name: Clocks}]" >>resume.yaml
    sed 's/Responsible for/Responsible for the servise desk and/' resume.yaml >wrong.yaml
    opens 100x30 "TERM=screen-256color exec $program wrong.yaml"
    editor=$(tmux -S "$socket" list-panes -F '#{pane_pid}')
}

starts
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

starts
if waits has_child; then
    worker=$(children | head -n 1)
    kill -STOP "$worker" 2>/dev/null
    sends Down Down Tab
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
