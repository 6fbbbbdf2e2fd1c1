#!/bin/sh
# Makefile.am names every file it should, as TAP: what is not listed is neither built into the
# program nor part of a release.
set -u
. "${srcdir:-.}/tests/tap.sh"
cd "$source_folder" || exit 99
sed 's/#.*//' Makefile.am | tr -s ' \t\\' '\n' | sort -u >"$room/listed"

# Prints the files on standard input that are not listed, neither themselves nor by a folder.
unlisted() {
    while read -r path; do
        place=$path
        until grep -Fqx -e "$place" "$room/listed"; do
            case $place in
                */*) place=${place%/*} ;;
                *) echo "# $path is not in Makefile.am" && break ;;
            esac
        done
    done
}

# Editors' leftovers and compiled files are not part of the tree.
files_below() {
    for folder in "$@"; do
        [ ! -d "$folder" ] || find "$folder" -type f
    done | grep -Ev '(~|\.o|\.log|\.trs|\.a|\.dirstamp|\.sw[a-p])$|/\.deps/|^tests/unit/run$|embedded_data\.c' | sort
}

check_folders() { # check_folders FOLDER...
    files_below "$@" | unlisted >"$room/missing"
    cat "$room/missing"
    [ ! -s "$room/missing" ]
    report $? "every file is listed: $*"
}

check_folders rules guide themes samples
check_folders src include
check_folders tests
check_folders man completions

for path in samples/never-written.yaml src/base/never_written.c tests/unit/never_written.c; do
    echo "$path" | unlisted | grep -q .
    report $? "caught: $path is not listed"
done

finish
