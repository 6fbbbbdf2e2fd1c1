#!/bin/sh
# The editor, driven by scripts, as TAP: what a user sees on the way to a better resume.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

# Runs the script on standard input on a copy of an example; the screens go to the file `out`.
plays() { # plays NAME
    cp "$source_folder/samples/mid.yaml" resume.yaml
    chmod u+w resume.yaml
    cat >script
    "$program" --script=script resume.yaml >out 2>errors
    status=$?
    [ $status -eq 0 ] || sed 's/^/# /' errors
    [ $status -eq 0 ]
    report $? "$1"
}

# The screen as one line without blanks around words, in the file `line`.
one_line() {
    tr -s ' \n' '  ' <out >line
    echo >>line
}

plays "the next finding can be gone to" <<'TEXT'
size 80x24
key F8 F8 F8
screen
TEXT
one_line
says line "▌ Responsible for .* weak · [^?]*?" "with its whole question, even at the foot of the screen"

plays "a small window shows the text in hand" <<'TEXT'
size 20x5
key F8 F8
screen
TEXT
one_line
says line "▌ Responsible for ▌ the customs ▌ .* weak" "and not what is around it"

plays "a capability is written name first, then its items" <<'TEXT'
key Home Down Down
key Enter C-n
type Security
key Enter
type JWT
key Enter
type OAuth2
key C-s
TEXT
awk '/name: Security/ { on = 1 } on && /- name|^[a-z]/ && !/Security/ { exit } on' resume.yaml | tr -d ' \n' >line
says line "^-name:Securitykeywords:-JWT-OAuth2$" "and saved as one group"

plays "settings that are not written tell what holds" <<'TEXT'
size 80x24
key End Enter
screen
TEXT
says out "Level  *mid" "the level"
says out "Theme  *standard-flow" "and the theme"

plays "a finding is waived in the editor" <<'TEXT'
key F8 F8 F6
type Said: "two" # as agreed
key Enter
key C-s
TEXT
code=$(sed -n 's/^ *- code: //p' resume.yaml)
says resume.yaml "^ *reason: .*Said: ..*two..* # as agreed" "and the reason saved"
"$program" check --fail-on=advice resume.yaml >open
"$program" check --fail-on=advice "$source_folder/samples/mid.yaml" >all
[ "$(grep -c "\[$code\]" all)" -eq "$(($(grep -c "\[$code\]" open) + 1))" ]
report $? "and the finding told of no more"
grep -q waiver-stale open
[ $? -eq 1 ]
report $? "and the waiver is no stale one"
finish
