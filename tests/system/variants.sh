#!/bin/sh
# From one resume to two PDFs and back, as TAP: variants are made, tagged, looked at, compared and
# written in the editor and on the command line, and the resume is as it was.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
cp "$source_folder/tests/screens/resume.yaml" resume.yaml
cp resume.yaml before.yaml
"$program" export -o before.pdf before.yaml >/dev/null

# --- in the editor ------------------------------------------------------------------------------
cat >make.script <<'EOS'
open resume.yaml
run variant
type platform
key Enter
run variant
type payments
key Enter
run go-to
type northwind
key Enter Down Down
run tag
type payments
key Enter Esc
key Down
run tag
type platform
key Enter Esc
run go-to
type tarn
key Enter Up
run tag
type platform
key Enter Esc
run go-to
type messaging
key Enter
run tag
type payments
key Enter Esc
key C-s
run export-pdf
run variant platform
run export-pdf
key C-q
EOS
"$program" --script make.script
report $? "variants are made, tagged and written by keys"
[ -s resume-payments.pdf ] && [ -s resume-platform.pdf ]
report $? "each has a PDF of its own"
# What was there is there to the byte, in its order: only lines were added.
diff before.yaml resume.yaml | grep -q '^<'
[ $? -eq 1 ]
report $? "the file lost and changed no line"
[ "$(grep -c 'tags:' resume.yaml)" -eq 6 ]
report $? "and has the tags of both variants, two bullets, an entry and a group"
cp resume.yaml tagged.yaml
printf 'open resume.yaml\nrun save\n' >save.script
"$program" --script save.script && cmp -s resume.yaml tagged.yaml
report $? "saved again it is the same to the byte"
runs 0 "the whole resume is written" export -o whole.pdf resume.yaml
runs 0 "and so is the one from before" export -o before.pdf before.yaml

# --- on the command line ------------------------------------------------------------------------
runs 0 "the variants are listed" variants resume.yaml
says out "platform" "one of them"
says out "payments" "and the other"
runs 1 "two variants differ" variants resume.yaml payments platform
says out "^- work\[0\].highlights\[0\].*invoice mail" "what goes out is told in words"
says out "^+ work\[0\].highlights\[1\].*ledger" "and what comes in"
says out "^+ work\[1\]" "an entry too"
says out "^- skills\[1\].*Messaging" "and a group of skills"
runs 0 "a variant does not differ from itself" variants resume.yaml payments payments
for name in payments platform; do
    runs 0 "$name is written by command" export --variant="$name" -o "$name.pdf" resume.yaml
done
echo 'You must know RabbitMQ and Redis.' >job.txt
runs 0 "both are compared with a vacancy" match resume.yaml --job=job.txt --variant=payments,platform
[ "$(grep -c 'RabbitMQ .*shown' out)" -eq 1 ] && [ "$(grep -c 'Redis .*shown' out)" -eq 1 ]
report $? "each shows only what is in it"
runs 2 "a variant that is not there" match resume.yaml --job=job.txt --variant=payments,nobody
says errors 'no variant "nobody"' "is named, with those there are"
runs 2 "no vacancy, and none that is named" match resume.yaml --variant=payments

# --- the saved vacancy of a variant ---------------------------------------------------------------
cat >job.script <<'EOS'
open resume.yaml
run variant payments
run jobs
type job.txt
key Enter
key Esc C-s
EOS
"$program" --script job.script
report $? "a variant takes a vacancy from a file"
[ "$(cat resume.jobs/job-1.txt)" = "$(cat job.txt)" ]
report $? "which is kept beside the resume"
runs 0 "the command line takes it from there" match resume.yaml --variant=payments
says out "payments, for job-1" "and names it"
runs 2 "the other variant has none" match resume.yaml --variant=platform

# --- the words on the pages -----------------------------------------------------------------------
if command -v pdftotext >/dev/null; then
    for name in before whole payments platform resume-payments resume-platform; do
        pdftotext -layout "$name.pdf" "$name.words"
    done
    cmp -s before.words whole.words
    report $? "the base resume is on the page as it was"
    cmp -s payments.words resume-payments.words && cmp -s platform.words resume-platform.words
    report $? "the editor and the command line write the same words"
    grep -q "invoice mail" payments.words && ! grep -q "ledger" payments.words &&
        ! grep -q "Tarn" payments.words && grep -q "Messaging" payments.words
    report $? "payments has its own and nothing of platform"
    grep -q "ledger" platform.words && grep -q "Tarn" platform.words &&
        ! grep -q "invoice mail" platform.words && ! grep -q "Messaging" platform.words
    report $? "platform has its own and nothing of payments"
else
    skip "the words on the pages" "pdftotext is not installed"
fi

finish
