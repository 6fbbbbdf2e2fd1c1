#!/bin/sh
# A session in a real terminal, as TAP: open, write, save, export, leave.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
. "$source_folder/tests/system/tmux.sh"

if ! command -v tmux >/dev/null; then
    skip "a session in a real terminal" "tmux is not installed"
    finish
    exit 0
fi

ends() { # ends NAME
    has_ended() { ! tmux -S "$socket" has-session 2>/dev/null; }
    waits has_ended
    report $? "$1"
}
cp "$source_folder/tests/screens/resume.yaml" .
cp resume.yaml before.yaml

opens 80x24 "TERM=screen-256color exec $program resume.yaml"
sees "Maya Lindqvist" "the resume is shown"
sends Down Down Down Tab F8
sees "▌ Responsible for the ledger service" "the next finding is gone to"
sends C-k
sends -l "Cut posting time of the ledger API from 9 s to 2 s by caching accounts in Redis."
sees "Redis\\." "the text is shown"
sees "A✓  S✓  T✓  R✓   strong" "the meter follows what is typed"
cmp -s resume.yaml before.yaml
report $? "nothing is written before it is asked for"
sends C-s
sees "Saved" "Ctrl-S saves"
grep -q "Cut posting time of the ledger API from 9 s to 2 s by caching accounts in Redis\." resume.yaml
report $? "the text is in the file"
sees "1 page, " "the pages are measured when keys rest"
sends C-p
sees "resume.pdf written" "and then Ctrl-P writes the PDF"
head -c 5 resume.pdf | grep -q '%PDF-'
report $? "and it is one"
tmux -S "$socket" set-buffer -- "- Wrote runbooks
- Cut nightly batch time by half"
tmux -S "$socket" paste-buffer -p
sees "▌ Cut nightly batch time by half" "pasted lines become bullets"
sends C-z
sees "Undid adding a bullet of" "and are undone in one step"
tmux -S "$socket" set-option -g set-clipboard on
sends C-c
sees "Copied the bullet" "Ctrl-C copies the bullet in hand"
copied() {
    [ "$(tmux -S "$socket" show-buffer)" = "Cut posting time of the ledger API from 9 s to 2 s by caching accounts in Redis." ]
}
waits copied
report $? "for other programs too, through the terminal's clipboard"
sends -l "x"
sends C-q
sees "Save before you leave" "Ctrl-Q asks when something is not saved"
sends Down Enter
ends "and leaves"
! grep -q "runbooks" resume.yaml
report $? "without what was discarded"

opens 80x24 "TERM=screen-256color exec $program new guided.yaml"
sees "How much experience" "a new resume is asked for, question by question"
sends 1 Enter
sends -l "Back-End Developer"
sends Enter
sends -l "Anna Example"
sends Enter Enter Enter Enter Enter
sees "What did you build" "answers are taken, and may be left out"
sends 1 Enter
sends -l "Kayak club bookings"
sends Enter Enter Enter Enter
sends -l "wrote the booking endpoint"
sees "Wrote the booking endpoint\\." "the bullet grows with its answers"
sends C-s
sees "Saved" "and is saved on the way"
sends C-q
ends "The walkthrough is left"
opens 80x24 "TERM=screen-256color exec $program guided.yaml"
sends F2
sees "part 1 of 4" "and goes on at the same question"
sends Enter Enter
sends -l "Flask and PostgreSQL"
sends Enter
sends -l "members cannot book the same boat twice"
sends Enter Enter 3 Enter 3 Enter
sees "6 of 8 · Skills" "then skills are asked for"
sends Enter Enter Enter Enter Enter Enter
sees "8 of 8 · PDF" "and last the PDF is offered"
sends Enter
sees "guided.pdf written" "and written"
grep -q "so that members cannot book the same boat twice" guided.yaml
report $? "the bullet is in the file"
! grep -q walkthrough guided.yaml
report $? "which keeps no trace of the walkthrough"
sends C-q
ends "all is saved"

opens 80x24 "TERM=screen-256color exec $program new.yaml"
sees "new.yaml" "a file that is not there yet is begun"

tmux -S "$socket" resize-window -x 20 -y 5
sends Tab
sends -l "Ann"
sends C-s
saved() { grep -q "name: Ann" new.yaml 2>/dev/null; }
waits saved
report $? "in the smallest window too"
sends C-q
ends "and left at once when all is saved"

opens 80x24 "TERM=screen-256color exec $program new.yaml"
sees "new.yaml" "a file is opened"
sends Tab
sends -l "Mary "
sees "Mary" "and written in"
tmux -S "$socket" kill-server
journaled() { grep -aq "Mary" .new.yaml.bulletproof-journal 2>/dev/null; }
waits journaled
report $? "when the terminal goes away the edits are kept beside the file"
! grep -q Mary new.yaml
report $? "and the file stays as it was saved"
opens 80x24 "TERM=screen-256color exec $program new.yaml"
sees "Recover edits that were never saved" "and the next start offers them"
sends r
sees "Mary Ann" "and has them back"
sends C-z
sees "Undid" "undo goes back through them"
sends C-y
sends C-s
sees "Saved" "and they can be saved"
sends C-q
ends "and left"
grep -q "name: .*Mary" new.yaml
report $? "they are in the file"
[ ! -e .new.yaml.bulletproof-journal ]
report $? "and no journal is left behind"

opens 80x24 "TERM=screen-256color exec $program"
sees "What would you like to work on" "without a file there is a choice"
sends M-C
sends Tab
sends -l "Eve Moor"
sees "Eve Moor.*resume-2.yaml" "what is written without choosing gets a name"
tmux -S "$socket" kill-server
opens 80x24 "TERM=screen-256color exec $program"
sees "Last file: .*resume-2.yaml" "and is offered after a hang-up"
sends l
sees "Recover edits" "with its edits"
sends r
sees "Eve Moor" "which come back"

opens 80x24 "PS1='at-the-shell ' exec sh -i"
sends "TERM=screen-256color sh -c 'echo \$\$ >process; exec $program told.yaml'" Enter
sees "  told.yaml" "a file is opened"
sends Tab
sends -l "Ida Grey"
sees "Ida Grey" "and written in"
kill -TERM "$(cat process)"
sees "open told.yaml again" "a program that is told to end says where the edits are"

opens 80x24 "TERM=screen-256color exec $program two.yaml"
sees "two.yaml" "a file is opened"
sends Tab
sends -l "Ann Bell"
sees "Ann Bell" "and written in"
tmux -S "$socket" new-window "TERM=screen-256color exec $program two.yaml"
sees "Another editor has this file" "a second editor says that the file is in use"
sees "process [0-9]* on .*, since" "by whom and since when"
sends r
unasked() { ! shows "Another editor has this file"; }
waits unasked
shows "read only"
report $? "and reads it only"
sends C-s
sees "Take over" "until it asks again"
sends t
sees "Recover edits" "when it takes the file over"
sends r
sees "Ann Bell" "the edits of the first come with it"
[ "$(tmux -S "$socket" list-windows | wc -l)" -eq 1 ]
report $? "and the first one has ended"

cp before.yaml left.yaml
opens 80x24 "sh -c 'TERM=vt100 $program left.yaml; echo at the shell; exec cat'"
sees "Quit$" "a terminal that brings no screen back shows the keys"
sends C-q
sees "^at the shell$" "and the shell goes on in their place"
! shows "Quit"
report $? "which is empty by then"

mkdir -p config/bulletproof
cat >config/bulletproof/config.yaml <<CONFIG
vi-keys: on
keys:
  save: C-s M-s F3
  open: M-y
CONFIG
cp before.yaml keys.yaml
opens 80x24 "XDG_CONFIG_HOME=$PWD/config TERM=screen-256color exec $program keys.yaml"
sees "Maya Lindqvist" "a resume is opened with keys of the user's own"
sends Enter
sees "letters command, i writes" "letters are commands where the settings say so"
sends A
sends -l " Ek"
sends Escape
sees "letters command" "Esc makes them commands again"
sends u F3
sees "Saved" "a key of the user's own saves"
cmp -s keys.yaml before.yaml
report $? "after u has undone what was typed"
sends C-q
ends "and the session ends"
echo "  undo: C-y" >>config/bulletproof/config.yaml
XDG_CONFIG_HOME=$PWD/config script -qec "$program keys.yaml" /dev/null </dev/null >out 2>&1
says out "config.yaml:5:9: C-y of \"undo\" is a key of \"redo\"" "a key given twice is told by its place"

cp before.yaml outside.yaml
opens 80x24 "EDITOR='sed -i s/ledger/billing/' SSH_CONNECTION='10.0.0.9 50022 10.0.0.5 22' \
    VISUAL= TERM=screen-256color exec $program outside.yaml"
sees "Maya Lindqvist" "a resume is opened over SSH"
sends Down Down Down Tab F8
sees "▌ Responsible for the ledger service" "a bullet is gone to"
sends M-$
sees "▌ Responsible for the billing service" "and changed by the editor that \$EDITOR names"
sees "The text is the one you wrote there" "which is told"
sends C-z
sees "▌ Responsible for the ledger service" "in one step of undo"
[ -z "$(find "${TMPDIR:-/tmp}" -maxdepth 1 -name 'bulletproof-??????.txt' -newer outside.yaml)" ]
report $? "and leaves no file behind"
sends C-p
sees "outside.pdf written.*M-% fetches it" "an export says how to fetch it"
sends M-%
sees "scp .*@10.0.0.5:$PWD/outside.pdf \." "by a line for the other machine"
tmux -S "$socket" set-option -g set-clipboard on
sends Enter
fetched() { tmux -S "$socket" show-buffer 2>/dev/null | grep -q "^scp .*outside.pdf \.$"; }
waits fetched
report $? "that can be copied"
sends C-q
ends "and left"

finish
