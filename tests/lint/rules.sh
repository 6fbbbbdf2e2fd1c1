#!/bin/sh
# A rule that lacks a part or a sample does not build, as TAP: planted ones must be caught.
set -u
. "${srcdir:-.}/tests/tap.sh"
cd "$source_folder" || exit 99
compiles() { # compiles FILE
    LC_ALL=C "${AWK:-awk}" -f src/lexicon/keys.awk -f src/check/compile.awk "$1" >"$room/out" 2>"$room/errors"
}

cat >"$room/whole.txt" <<'EOF'
rule planted
severity advice
message One
reason Two
question Three
before Four
after Five
fails mid past: Six.
fails resume: {basics: {name: Six}}
passes senior summary: Seven.
EOF
compiles "$room/whole.txt"
report $? "a whole rule builds"

for part in severity message reason question before after fails passes; do
    grep -v "^$part " "$room/whole.txt" >"$room/cut.txt"
    ! compiles "$room/cut.txt" && grep -q "the rule planted " "$room/errors"
    report $? "caught: a rule without \"$part\""
done

catches() { # catches NAME LINE
    { cat "$room/whole.txt" && echo "$2"; } >"$room/wrong.txt"
    ! compiles "$room/wrong.txt" && grep -q "wrong.txt:11: " "$room/errors"
    report $? "caught: $1"
}
catches "a claim that wants nothing" "claims eight"
catches "a sample of no level" "fails old past: Eight."
catches "a sample of no tense" "fails mid future: Eight."
catches "a sample without its kind" "fails Eight."
catches "a line of no meaning" "advice Eight."
finish
