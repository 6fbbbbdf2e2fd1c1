#!/bin/sh
# The documents are true as far as a machine can see it, as TAP.
set -u
. "${srcdir:-.}/tests/tap.sh"
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
    sed -n "/^..\" $part:/,/^..\" end of $part/p" "man/$page" | sed '1d;$d' >"$room/told"
    diff "$room/told" "$room/now" >"$room/difference"
    sed 's/^/# /' "$room/difference"
    [ ! -s "$room/difference" ] || echo "# awk -f man/tables.awk -v part=$part $* writes it"
    [ -s "$room/told" ] && [ ! -s "$room/difference" ]
    report $? "$page tells the $part as the tables have them"
}
derived bulletproof.1 commands src/ui/command_list.h
derived bulletproof-resume.5 fields include/bulletproof/model/kind.h include/bulletproof/model/field_table.h

derived bulletproof.1 formats include/bulletproof/export/format_table.h

for page in bulletproof.1 bulletproof-resume.5; do
    if command -v mandoc >/dev/null; then
        mandoc -T lint -W warning "man/$page" >"$room/lint"
        is_empty "$room/lint" "$page is clean mdoc"
    else
        skip "$page is clean mdoc" "mandoc is not installed"
    fi
done

finish
