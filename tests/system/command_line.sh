#!/bin/sh
# The command line, as TAP: what it takes, what it says where, and its exit statuses.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

# The loader prints what it would load, and does not run the program.
LD_TRACE_LOADED_OBJECTS=1 "$program" >out
says out "libc.so" "the loader tells what a start loads"
# (The library of a sanitizer is in C++.)
if grep -q ubsan out; then cxx=hunspell; else cxx=stdc; fi
! grep -E "hpdf|harfbuzz|fontconfig|hunspell|$cxx|libpng" out
report $? "and loads nothing that only pages, PDFs or spelling need"
runs 0 "--help is done" --help
says out "^Usage: bulletproof" "and tells the usage on standard output"
is_silent errors "and nothing on standard error"
runs 0 "--version is done" --version
says out "^bulletproof [0-9]" "and tells the version"
runs 2 "an unknown option is wrong usage" --no-such
says errors "no such option: --no-such" "and is named"
is_silent out "and nothing is said on standard output"
runs 2 "an unknown letter among letters is wrong usage" -qz
says errors "no such option: -z" "and is named"
runs 2 "an option that begins like two is wrong usage" check --f
says errors "more than one option begins so" "and that is told"
runs 2 "a value that is not wanted is wrong usage" check --help=3
says errors "help takes no value: --help=3" "and that is told"
runs 2 "a value that is wanted is missed" check --format
says errors "a value is missing after --format" "and that is told"
runs 2 "an option does not wander to a command behind it" --rules=off check mid.yaml
says errors "rules stands before \"check\"" "and that is told"
# What was meant is asked, a case a line: the question, the arguments.
while IFS='|' read -r question arguments; do
    # shellcheck disable=SC2086 # a word an argument
    "$program" $arguments >out 2>errors
    [ $? -eq 2 ] && grep -q "; did you mean \"$question\"?" errors && [ ! -s out ]
    report $? "who types $arguments is asked for $question"
done <<'CASES'
check|chekc
check|chekc resume.yaml
export|exprot resume.yaml
--help|--hlep
--format|check --fromat=json resume.yaml
json|check --format=jsn resume.yaml
senior|new --sample=seniour resume.yaml
no-result|explain noresult
evidence|guide evidenec
CASES
runs 2 "a name with a dot is a file's" chekc.yaml
says errors "not a terminal" "and is edited"
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

# Each command that reports, as JSON: an object a line, which jq reads; its keys.
cp "$source_folder/tests/screens/variants.yaml" variants.yaml
echo "Kafka is required." >kafka.txt
while IFS='|' read -r keys arguments; do
    # shellcheck disable=SC2086 # a word an argument
    "$program" $arguments --format=json >out 2>errors
    if command -v jq >/dev/null; then
        jq -e -c keys_unsorted out | sort -u >told
    else
        sed 's/.*/'"$keys"'/; q' out >told
    fi
    [ "$(cat told)" = "$keys" ] && ! grep -qv '^{.*}$' out
    report $? "$arguments is told in JSON, too"
done <<'CASES'
["code","severity","enabled","message","reason","question","before","after"]|explain vague
["topic","title"]|guide
["topic","title","text"]|guide skills
["name","tags"]|variants variants.yaml
["change","text"]|variants variants.yaml payments
["file","terms","negated","facts"]|terms kafka.txt
["file","job","terms","negated","facts","extras"]|match variants.yaml --job=kafka.txt
["file","findings","bullets"]|check variants.yaml
CASES
"$program" explain --format=json >out
[ "$(wc -l <out)" -eq "$("$program" explain | wc -l)" ]
report $? "as many rules are explained in JSON as in words"

# Each command that prints, to a stream that does not take it: status 3, one line that tells why.
cp "$source_folder/samples/mid.yaml" full.yaml
echo "Kafka is required." >full.txt
mkfifo deaf # a pipe that nobody reads any more
exec 3<>deaf 4>deaf 3>&-
while read -r arguments; do
    for stream in closed pipe full; do
        # shellcheck disable=SC2086 # a word an argument
        case $stream in
            closed) "$program" $arguments >&- 2>errors && status=0 || status=$? ;;
            pipe) "$program" $arguments >&4 2>errors && status=0 || status=$? ;;
            full) if [ ! -w /dev/full ]; then continue; fi
                "$program" $arguments >/dev/full 2>errors && status=0 || status=$? ;;
        esac
        [ "$status" -eq 3 ] && [ "$(wc -l <errors)" -eq 1 ] &&
            grep -q "^bulletproof: standard output: [A-Z]" errors
        report $? "$arguments on a $stream stream is status 3 and one line"
    done
done <<'CASES'
--help
--version
check --fail-on=advice full.yaml
check --lines=bullet --format=json full.txt
explain
explain no-result
guide bullets
export full.yaml -o -
match full.yaml --job=full.txt
terms full.txt
CASES
exec 4>&-

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

runs 0 "guide lists its topics" guide
says out "^evidence " "by name"
runs 0 "guide tells a topic" guide evidence
says out "^The evidence menu" "with its title"
runs 2 "guide refuses a topic there is not" guide astrology

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

mkdir -p config/bulletproof/rules
cat >config/bulletproof/rules/house.yaml <<'YAML'
words: {technology: [zorkbase]}
off: [too-short]
rules:
  - {code: plain-words, kind: substitution, find: [utilised], replace: used, severity: advice,
     message: Plain words, reason: They are short, question: Why not?, before: Utilised it.,
     after: Used it., fails: Utilised it., passes: Used it.}
YAML
printf 'off: [no-such-code]\n' >config/bulletproof/rules/broken.yaml
echo 'Utilised zorkbase.' >own
own() { XDG_CONFIG_HOME=$PWD/config "$program" "$@" >out 2>errors; }
own check --lines=bullet own
report $? "a fault in own rules does not stop a check"
says out 'own:1:1: advice: Plain words: write "used" \[plain-words\]' "own rules are found"
if grep -qE 'no-technique|too-short' out; then false; else true; fi
report $? "own words are known, and rules are switched off"
says errors 'rules/broken.yaml:1:7: there is no rule "no-such-code"' "and the fault is told by line"
own explain plain-words
says out "They are short" "explain tells about own rules"
own explain
says out "^too-short .*switched off" "lists them, and what is switched off"
own check --lines=bullet --rules=off own
says out "no-technique" "--rules=off reads none"
is_silent errors "and tells of none"
runs 0 "--rules names another folder" check --lines=bullet --rules=config/bulletproof/rules own
says out "plain-words" "and its rules are found"
runs 2 "--rules wants a folder" check --lines=bullet --rules=no-such-folder own
says errors "no-such-folder: there is no such folder" "that is there"

cat >weak.yaml <<'YAML'
basics:
  name: Ann Example
  emial: ann@example.com
work:
  - name: Acme
    position: Back-End Developer
    startDate: 2021-03
    highlights:
      - Responsible for various services.
YAML
runs 1 "check reports what reaches the threshold" check --fail-on=warning weak.yaml
says out "^weak.yaml:9:9: .*: .* \[weak-opener\]" "by file, line, column, severity and code"
says out "^weak.yaml:3:3: warning: .* \[file\]" "and what the resume cannot take"
is_silent errors "and nothing on standard error"
runs 0 "check is content below the threshold" check --fail-on=error weak.yaml
says out "weak-opener" "and reports all the same"
runs 1 "check gives JSON" check --fail-on=advice --format=json weak.yaml
says out '^{"file":"weak.yaml","findings":\[{"path":' "of the file and its findings"
says out '"path":"work\[0\].highlights\[0\]","line":9,"column":9,"start":0,' "with their places"
says out '"bullets":\[{"path":"work\[0\].highlights\[0\]","verdict":"weak"}\]}$' "and verdicts"
"$program" check --fail-on=warning - <weak.yaml >out 2>errors
[ $? -eq 1 ]
report $? "check reads standard input"
says out "^-:9:9: " "and calls it -"
runs 1 "check takes several files" check --fail-on=warning weak.yaml mid.yaml
says out "^weak.yaml:9:9: " "and reports the first"
says out "^mid.yaml:[0-9]*:[0-9]*: " "and the second"
printf 'projects: [{name: X, highlights: [Worked on it.]}]\nwork: [{position: Developer}]\nbasics: {name: O}\n' >turned.yaml
"$program" check turned.yaml | sed 's/^[^:]*:\([0-9]*\):\([0-9]*\):.*/\1 \2/' >places
sort -n -k1,1 -k2,2 places | cmp -s - places && grep -q '^1 ' places && grep -q '^3 ' places
report $? "from the first line of the file to the last"
"$program" check --format=json weak.yaml mid.yaml | grep -c '^{"file":"' | grep -qx 2
report $? "JSON is one object a file"
runs 1 "--quiet leaves the status to tell" check -q --fail-on=warning weak.yaml
is_silent out "and says nothing"
is_silent errors "on either stream"
runs 0 "--quiet may stand before the command" --quiet check weak.yaml
is_silent out "and says nothing there"
runs 2 "--quiet keeps errors" check -q no-such.yaml
says errors "no such file" "which are told"
escape=$(printf '\033')
runs 1 "--color=always colours what is no terminal" check --color=always --fail-on=warning weak.yaml
says out "^$escape\[1mweak.yaml:9:9:$escape\[0m $escape\[33mwarning$escape\[0m: " "by its meaning"
sed "s/$escape\[[0-9;]*m//g" out >plain
runs 1 "--color=auto does not" check --color=auto --fail-on=warning weak.yaml
cmp -s out plain
report $? "and colours are all the difference"
runs 0 "JSON has no colours" check --color=always --format=json weak.yaml
! grep -q "$escape" out
report $? "however they are asked for"
runs 2 "check goes on after a file that is not there" check no-such.yaml weak.yaml
says out "^weak.yaml:9:9: " "with those that are"
says errors "no-such.yaml: there is no such file" "and tells of the other"
cat weak.yaml - >kept.yaml <<'YAML'
meta:
  bulletproof:
    waivers: [{code: weak-opener, reason: So their advert calls it.}]
YAML
runs 1 "a waived finding is kept from lines" check --fail-on=warning kept.yaml
! grep -q 'weak-opener' out
report $? "and told of no more"
runs 1 "JSON has it" check --fail-on=warning --format=json kept.yaml
says out '"code":"weak-opener".*"waived":true,"reason":"So their advert calls it."' "with its reason"
runs 1 "check writes one SARIF log of several files" check --fail-on=advice --format=sarif weak.yaml mid.yaml
is_silent errors "and nothing on standard error"
cp out findings.sarif
results='.runs | length == 1 and .[0].columnKind == "unicodeCodePoints" and (.[0].artifacts | length == 2) and
    ([.[0].results[] | select(.ruleId == "weak-opener" and .level == "warning"
        and .locations[0].physicalLocation.artifactLocation.uri == "weak.yaml"
        and .locations[0].physicalLocation.region.startLine == 9)] | length == 1)'
if command -v jq >/dev/null; then
    jq -e "$results" findings.sarif >/dev/null
    report $? "jq reads it and finds a finding in its place"
else
    skip "jq reads it and finds a finding in its place" "jq is not here"
fi
if command -v python3 >/dev/null; then
    python3 -m json.tool findings.sarif >/dev/null
    report $? "Python reads it"
else
    skip "Python reads it" "python3 is not here"
fi
runs 2 "an unread file makes a log of the others" check --format=sarif no-such.yaml weak.yaml
says out '"executionSuccessful":false' "that says so"
runs 2 "lines make no SARIF log" check --lines=bullet --format=sarif lines
runs 2 "lines come from one file" check --lines=bullet lines lines
runs 0 "explain knows the code of what a file holds too much" explain file
runs 2 "check wants a file" check
runs 2 "check tells of a file that is not there" check no-such.yaml
says errors "no-such.yaml: " "and names it"
printf 'basics: [\n' >broken.yaml
runs 2 "check tells where a file cannot be read" check broken.yaml
says errors "broken.yaml:[0-9]*:[0-9]*: " "by line and column"
runs 2 "check takes a level only with --lines" check --level=mid weak.yaml

runs 0 "export writes the PDF beside the file" export mid.yaml
head -c 5 mid.pdf | grep -q '%PDF-'
report $? "and it is one"
is_silent out "and nothing is said"
runs 0 "export writes again over what it has made" export mid.yaml
runs 0 "export writes where -o says" export mid.yaml -o named.pdf
cmp -s mid.pdf named.pdf
report $? "the same bytes"
"$program" export mid.yaml -o - | cmp -s - mid.pdf
report $? "to standard output too"
"$program" export - <mid.yaml | cmp -s - mid.pdf
report $? "and from standard input"
echo "a letter" >letter.pdf
cp mid.yaml letter.yaml
runs 3 "export writes over nothing of others" export letter.yaml
says errors "letter.pdf: was not made by this program" "and says so"
[ "$(cat letter.pdf)" = "a letter" ]
report $? "and leaves it"
runs 0 "unless -o names it" export letter.yaml -o letter.pdf
runs 3 "export tells where it cannot write" export mid.yaml -o no-such-folder/x.pdf
runs 0 "export takes a theme" export --theme=compact mid.yaml -o themed.pdf
cmp -s mid.pdf themed.pdf
[ $? -eq 1 ]
report $? "and the page is another one"
runs 2 "export tells of a theme that is not there" export --theme=fancy mid.yaml
says errors "there is no theme \"fancy\"; there are .*standard-flow" "with those there are"
mkdir -p "$XDG_CONFIG_HOME/bulletproof/themes"
echo "size: 9.5" >"$XDG_CONFIG_HOME/bulletproof/themes/mine.yaml"
runs 0 "export finds a theme of the user" export --theme=mine mid.yaml -o themed.pdf
echo "size: huge" >"$XDG_CONFIG_HOME/bulletproof/themes/mine.yaml"
runs 2 "export tells of a fault in it" export --theme=mine mid.yaml
says errors "/bulletproof/themes/mine.yaml:1:7: " "by file, line and column"
"$program" new --sample=senior senior.yaml
runs 0 "export fits two pages" export --pages=2 senior.yaml
runs 1 "export that cannot fit is status 1" export --pages=1 senior.yaml
says errors "^senior.yaml:[0-9]*:[0-9]*: warning: Number 1 of [0-9]* to cut or hide" "and names bullets"
runs 2 "export wants a number of pages" export --pages=0 senior.yaml
sed 's/^basics:/meta: {bulletproof: {pages: 1, pdf: archive, theme: compact}}\n&/' senior.yaml >set.yaml
runs 1 "export takes the pages of the resume" export set.yaml
runs 0 "unless it is told another number" export --pages=3 set.yaml
runs 1 "check tells of them as well" check --fail-on=warning set.yaml
says out "^set.yaml:[0-9]*:[0-9]*: warning: Number 1 of .* \[over-length\]" "in the form of findings"
if [ -d /usr/share/fonts/truetype/crosextra ]; then
    grep -q "pdfaid:part>1<" set.pdf
    report $? "and the kind of PDF"
    runs 0 "export writes for archives" export --pdfa mid.yaml -o archive.pdf
    grep -q "pdfaid:part>1<" archive.pdf
    report $? "and says so in the file"
else
    skip "export writes for archives" "Carlito is not installed"
fi
cp mid.pdf before.pdf
(
    trap '' XFSZ # a file that grows too large fails, as on a full disk
    ulimit -f 8
    exec "$program" export --theme=plain mid.yaml
) 2>errors
[ $? -eq 3 ] && cmp -s mid.pdf before.pdf
report $? "a PDF that cannot be written leaves the old one"
[ "$(find . -maxdepth 1 -name '*mid.pdf*' | wc -l)" -eq 1 ]
report $? "and nothing beside it"
printf 'basics: {name: 𝕏 \360\237\232\200, email: nobody}\n' >strange.yaml
runs 0 "export tells of what it cannot show" export strange.yaml
says errors "(U+1F680).*question marks are printed.*may not find the e-mail" "and of every fault"
runs 2 "export knows no such format" export --format=tiff mid.yaml
runs 2 "export wants a file" export
runs 2 "export tells of a file that is not there" export no-such.yaml
if [ -w /dev/full ]; then
    "$program" export mid.yaml -o - >/dev/full 2>errors
    [ $? -eq 3 ]
    report $? "a full standard output is status 3"
else
    skip "a full standard output is status 3" "there is no /dev/full"
fi

printf 'size 60x12\nopen mid.yaml\nscreen\n' >tour.script
runs 0 "a script drives the editor" --script tour.script
says out "Zoë Lindqvist" "and prints its screens"
printf 'size 60x12\nkey Nokey\n' >wrong.script
runs 2 "a script that is wrong is wrong input" --script wrong.script
says errors "wrong.script:2: no such key: Nokey" "and its line is named"
printf 'size 60x12\nrun no-such-command\n' >wrong.script
runs 2 "so is a command there is not" --script wrong.script
says errors "wrong.script:2: " "and its line is named"
printf 'size 60x12\nexpect other.screen\n' >differs.script
echo "another screen" >other.screen
runs 1 "a screen that differs is something found" --script differs.script
says errors "differs.script:2: .*other.screen: row 1 should be" "with the row"
UPDATE_GOLDEN=1 "$program" --script differs.script && "$program" --script differs.script
report $? "and can be made the expected one"
"$program" --script - mid.yaml <tour.script >out 2>errors
report $? "a script may come from standard input"
runs 2 "a script that is not there is told" --script no-such.script
runs 2 "without a terminal nothing can be edited" mid.yaml
says errors "not a terminal" "and that is said"
says errors "export, check" "with what works all the same"

finish
