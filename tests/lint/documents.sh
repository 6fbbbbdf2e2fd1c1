#!/bin/sh
# The documents are true as far as a machine can see it, as TAP.
set -u
. "${srcdir:-.}/tests/tap.sh"
program=$(cd "${builddir:-.}" && pwd)/bulletproof
cd "$source_folder" || exit 99

# Prints the paths that a document names between backquotes or links to, and those of a drawn tree.
paths_in() {
    grep -o '`[A-Za-z_./-]*/[A-Za-z_./-]*`' "$1" | tr -d '`'
    grep -o '](\([A-Za-z_./-]*\))' "$1" | tr -d ']()'
    awk '/^## / { in_tree = $0 == "## The tree" } in_tree && /^    [a-z]/ { print $1 }' "$1"
}
# Prints the paths on standard input that exist nowhere a reader would look.
missing() {
    while read -r path; do
        [ -e "$path" ] || [ -e "include/bulletproof/$path" ] || echo "# $path does not exist"
    done
}

# What begins with a dot is the reader's own.
for document in ./*.md; do
    paths_in "$document" | grep -v -e NAME -e '^\.' | missing >"$room/missing"
    cat "$room/missing"
    [ ! -s "$room/missing" ]
    report $? "every path that ${document#./} names exists"
done
echo "src/base/never_written.c" | missing | grep -q .
report $? "caught: a path that does not exist"

# Compares a part of a manual page with what the tables say now: derived PAGE PART TABLE...
derived() {
    page=$1 part=$2
    shift 2
    awk -f man/tables.awk -v part="$part" "$@" >"$room/now"
    compare_part "awk -f man/tables.awk -v part=$part $*"
}
# The same with what the program says of itself: told_by_program PART, which reads that.
told_by_program() {
    page=bulletproof.1 part=$1
    awk -f man/program.awk -v part="$part" >"$room/now"
    compare_part "awk -f man/program.awk -v part=$part"
}
# Compares the file `now` with the part of the page.
compare_part() { # compare_part WHAT-WRITES-IT
    sed -n "/^..\" $part:/,/^..\" end of $part/p" "man/$page" | sed '1d;$d' >"$room/told"
    diff "$room/told" "$room/now" >"$room/difference"
    sed 's/^/# /' "$room/difference"
    [ ! -s "$room/difference" ] || echo "# $1 writes it"
    [ -s "$room/told" ] && [ ! -s "$room/difference" ]
    report $? "$page tells the $part as the tables have them"
}
derived bulletproof.1 commands src/ui/command_list.h
derived bulletproof-resume.5 fields include/bulletproof/model/kind.h include/bulletproof/model/field_table.h

derived bulletproof.1 formats include/bulletproof/export/format_table.h

# The help of the program and of all its commands.
all_help() {
    "$program" --help
    for command in $("$program" --help | awk '/^Commands:/ { on = 1; next } /^$/ { on = 0 } on && /^  [a-z]/ { print $1 }'); do
        "$program" "$command" --help
    done
}
if [ -x "$program" ]; then
    export XDG_CONFIG_HOME="$room" # no rules of anyone's own
    all_help >"$room/help"
    "$program" explain >"$room/rules"
    told_by_program synopsis <"$room/help"
    cp "$room/now" "$room/synopsis"
    told_by_program examples <"$room/help"
    told_by_program rules <"$room/rules"
    sed 's/--fail-on/--fails-on/' "$room/help" | awk -f man/program.awk -v part=synopsis >"$room/now"
    diff "$room/synopsis" "$room/now" | grep -q fails-on
    report $? "caught: an option that the manual page has otherwise"
else
    skip "bulletproof.1 tells what the program says" "the program is not built"
fi

for page in bulletproof.1 bulletproof-resume.5; do
    if command -v mandoc >/dev/null; then
        mandoc -T lint -W warning "man/$page" >"$room/lint"
        is_empty "$room/lint" "$page is clean mdoc"
    else
        skip "$page is clean mdoc" "mandoc is not installed"
    fi
done

finish
