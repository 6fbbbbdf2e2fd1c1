#!/bin/sh
# The command line, as TAP: what it takes, what it says where, and its exit statuses.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

runs 0 "--help is done" --help
says out "^Usage: bulletproof" "and tells the usage on standard output"
is_silent errors "and nothing on standard error"
runs 0 "--version is done" --version
says out "^bulletproof [0-9]" "and tells the version"
runs 2 "an unknown option is wrong usage" --no-such
says errors "no such option: --no-such" "and is named"
is_silent out "and nothing is said on standard output"
runs 2 "an unknown letter among letters is wrong usage" -qz
says errors "no such option: -q" "and is named"
runs 2 "two files are one too many" a.yaml b.yaml

for command in $("$program" --help | awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }'); do
    runs 0 "$command --help is done" "$command" --help
    says out "^Examples:" "and has examples"
    runs 2 "$command refuses an unknown option" "$command" --no-such
done

if [ -w /dev/full ]; then
    "$program" --help >/dev/full 2>errors
    [ $? -eq 3 ]
    report $? "output that cannot be written is status 3"
    says errors "standard output: No space" "and the reason is told"
else
    skip "output that cannot be written is status 3" "there is no /dev/full"
fi

runs 0 "new begins a resume" new begun.yaml
runs 0 "new copies an example" new --sample=mid mid.yaml
cmp -s mid.yaml "$source_folder/samples/mid.yaml"
report $? "and every byte of it"
runs 3 "new writes over nothing" new --sample junior mid.yaml
cmp -s mid.yaml "$source_folder/samples/mid.yaml"
report $? "and what was there stays"
runs 2 "new refuses a level there is not" new --sample=chief x.yaml
[ ! -e x.yaml ]
report $? "and writes nothing"
runs 2 "new wants a file" new
runs 3 "new tells where it cannot write" new no-such-folder/x.yaml

finish
