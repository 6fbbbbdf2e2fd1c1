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

commands=$("$program" --help | awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }')
for command in $commands; do
    runs 0 "$command --help is done" "$command" --help
    says out "^Examples:" "and has examples"
    runs 2 "$command refuses an unknown option" "$command" --no-such
done

# Prints each command and option that help names and the manual page does not.
untold() {
    for command in "" $commands; do
        # shellcheck disable=SC2086 # no command is no argument
        "$program" $command --help | grep -o '^  .*--[a-z-]*' | grep -o -e '--[a-z-]*$' |
            sed 's/^--/Fl -/' >names
        [ -z "$command" ] || echo "Cm $command" >>names
        while read -r name; do
            grep -q -e "$name\\>" "$1" || echo "# $1 lacks $name"
        done <names
    done
}
untold "$source_folder/man/bulletproof.1" >missing
cat missing
[ ! -s missing ]
report $? "the manual page tells of every command and option"
sed '/Fl -lines/d' "$source_folder/man/bulletproof.1" >cut.1
untold cut.1 | grep -q "lacks Fl -lines"
report $? "caught: a manual page without an option"

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

runs 0 "explain lists all codes" explain
says out "^no-result .*warning" "with severity and message"
listed=$(awk '{ print $1 }' out)
for code in $listed; do
    "$program" explain "$code" >>explained 2>&1 || echo "$code" >>unexplained
done
[ -s explained ] && [ ! -e unexplained ]
report $? "explain tells about every code it lists"
runs 0 "explain tells about one" explain no-result
says out "^Why it matters" "why it matters"
says out "^Before" "and an example"
runs 2 "explain refuses a code there is not" explain no-such-code

printf 'Fixed bugs.\n\nCut checkout p95 from 900 ms to 200 ms by caching carts in Redis.\n' >lines
runs 0 "check --lines judges a file" check --lines=bullet lines
says out "^lines:1:1: note: weak" "tells the verdict of a line"
says out "^lines:1:1: warning: .* \[no-scope\]" "its findings, as editors read them"
says out "^lines:3:1: note: strong" "and counts empty lines"
runs 0 "check --lines takes summaries" check --lines=summary --level=senior lines
"$program" check --lines=bullet --format=json <lines >out 2>errors
report $? "check --lines reads standard input"
[ "$(grep -c '^{"line":[0-9]*,.*"findings":\[.*\]}$' out)" -eq 3 ]
report $? "and gives an object a line"
"$program" check --lines=bullet --format=json - <lines | cmp -s - out
report $? "- is standard input too"
printf '{"id":"x7","level":"senior","tense_context":"current","text":"Own the ledger."}\n' >objects
runs 0 "check --lines takes JSON objects" check --lines=bullet --format=json objects
says out '"id":"x7","text":"Own the ledger."' "and gives the id back"
printf 'caf\351 \000\033[31m\n' >broken
runs 0 "broken text is judged all the same" check --lines=bullet --format=json broken
runs 2 "a file that is not there cannot be judged" check --lines=bullet no-such-file
says errors "no-such-file: " "and is named"
runs 2 "a folder cannot be judged" check --lines=bullet home
runs 2 "lines of no kind are refused" check --lines=novel lines

finish
