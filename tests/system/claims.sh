#!/bin/sh
# What documents say of the program is so, as far as a machine can see it, as TAP: the keys, commands
# and options that they name are there, what they count is counted, screens are those of the tests.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
cd "$source_folder" || exit 99
documents="README.md SECURITY.md CHANGELOG.md CONTRIBUTING.md guide/*.md"

# Prints the keys that the files name, as the table of commands writes them: Alt-Shift-M is M-M.
keys_in() {
    grep -ohE "\b(Ctrl-[A-Z]|Alt-Shift-[A-Z]|Alt-[^[:space:]]|F[1-9][0-9]?)([^[:alnum:]]|$)" "$@" |
        sed -E -e 's/^Alt-Shift-(.).*/M-\1/' -e 's/^Ctrl-(.).*/C-\L\1/' -e 's/^Alt-([A-Z]).*/M-\L\1/' \
            -e 's/^Alt-(.).*/M-\1/' -e 's/^(F[0-9]+).*/\1/' | sort -u
}
awk -F'"' '/^    X\(/ { print $4 }' src/ui/command_list.h | tr ' ' '\n' | sort -u >"$room/keys"
# shellcheck disable=SC2086 # one word a document
keys_in $documents | sort | comm -23 - "$room/keys" | sed 's/$/ is no key of a command/' >"$room/unknown"
is_empty "$room/unknown" "every key that documents name does something"
[ "$(echo 'Alt-Shift-M, Alt-&, (Alt-%) and Ctrl-S, F7: Alt-R.' | keys_in - | tr '\n' ' ')" = "C-s F7 M-% M-& M-M M-r " ]
report $? "and they are read as they are written"

# Prints the calls of the program that the files show: a command and its options, or words behind it.
calls_in() {
    cat "$@" | sed -e :more -e '/\\$/{N;s/\\\n//;bmore' -e '}' |
        grep -oE '(`|^    .*)bulletproof [^`|<>]*' | sed 's/^.*bulletproof //'
}
"$program" --help >"$room/help"
# Prints what is wrong with the calls on standard input.
wrong_calls() {
    while read -r command rest; do
        case $command in
            *.yaml | -* | FILE | COMMAND | *.md) rest="$command $rest" help=--help ;;
            *) help="$command --help" ;;
        esac
        # shellcheck disable=SC2086 # one word an option
        "$program" $help >"$room/told" 2>&1 || echo "there is no command $command"
        for word in $rest; do
            option=$(echo "$word" | sed -n -E 's/^(--?[a-z]+(-[a-z]+)*).*/\1/p')
            [ -z "$option" ] || grep -q -e "[ ,\[]$option\b" "$room/told" || echo "$command has no $option"
        done
    done
}
# shellcheck disable=SC2086
calls_in $documents HACKING.md >"$room/calls"
[ "$(wc -l <"$room/calls")" -gt 8 ]
report $? "documents show calls of the program"
wrong_calls <"$room/calls" >"$room/wrong"
is_empty "$room/wrong" "which have the commands and options that they use"
[ "$(printf 'polish cv.yaml\ncheck --nicely cv.yaml\n' | wrong_calls | wc -l)" = 2 ]
report $? "caught: a command and an option that are not there"

# A comment names the screen that the block below it shows. Prints README.md with them as they are.
with_screens() {
    awk '/^<!-- tests\/screens\/.* -->$/ {
            print $0 "\n"
            while ((getline line <$2) > 0) print (line == "" ? "" : "    " line)
            close($2)
            on = 1
            next
        }
        on && (/^    / || /^$/) { next }
        on { print ""; on = 0 }
        { print }' README.md
}
with_screens >"$room/shown"
[ -z "${UPDATE_GOLDEN:-}" ] || cp "$room/shown" README.md
diff README.md "$room/shown" >"$room/difference"
is_empty "$room/difference" "README.md shows screens as the tests expect them (UPDATE_GOLDEN=1 writes them)"
[ "$(sed -n '3s/<!-- .* -->/picture/p' README.md)" = picture ]
report $? "README.md opens with such a screen"

# The loop over fuzzers has all of them.
find tests/fuzz -name '*.c' ! -name driver.c ! -name fuzz.c -exec basename {} .c \; | sort >"$room/there"
sed -n 's/^    for target in \(.*\); do .*/\1/p' HACKING.md | tr ' ' '\n' | sort | diff - "$room/there" >"$room/difference"
is_empty "$room/difference" "HACKING.md runs every fuzzer"

# The script of a bug that CONTRIBUTING.md shows.
sed -n '/^    size /,/^    screen$/s/^    //p' CONTRIBUTING.md >"$room/bug.script"
cp samples/mid.yaml "$room/my-resume.yaml"
(cd "$room" && "$program" --script bug.script) >"$room/screen" 2>&1
grep -q "$(sed -n 's/^type //p' "$room/bug.script")" "$room/screen"
report $? "the script that CONTRIBUTING.md shows types what it says"

counted() { # counted NUMBER-IN-WORDS DOCUMENT WHAT
    grep -q -E "\b$1 $3" "$2" || echo "$2 does not say \"$1 $3\"" >>"$room/miscounted"
}
: >"$room/miscounted"
words() { echo "none one two three four five six seven eight nine ten eleven twelve" | cut -d' ' -f$(($1 + 1)); }
counted "$(words "$(find themes -name '*.yaml' | wc -l)")" README.md themes
counted "$(words "$(find guide -name '*.md' | wc -l)")" CHANGELOG.md topics
is_empty "$room/miscounted" "themes and topics are as many as documents say"

# The picture is made from a sample by `make picture`, which leaves the sums of what it was made of.
cksum samples/junior.yaml themes/standard-flow.yaml | diff pictures/page.sums - >"$room/difference"
is_empty "$room/difference" "the picture of the page is that of the sample (make picture)"

finish
