#!/bin/sh
# What is installed runs from where it lies, and uninstall takes all of it away, as TAP.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
build=$(dirname "$program")
place="$room/a place"
unset MAKEFLAGS MFLAGS MAKELEVEL DESTDIR
target() { # target NAME ARGUMENT...: what make says goes to `out` and `errors`
    ${MAKE:-make} -s -C "$build" "$@" >out 2>errors || sed 's/^/# /' errors
}
files() { (cd "$1" && find . ! -type d | sort); }

# A folder that is no part of the program, as one under HOME or of a package being made.
target install prefix=/opt DESTDIR="$place"
files "$place" >there
says there '^\./opt/bin/bulletproof$' "the program is installed"
says there '^\./opt/share/man/man1/bulletproof\.1$' "with its manual"
says there '^\./opt/share/applications/bulletproof\.desktop$' "with its entry for desktops"
grep -v '^\./opt/\(bin\|share\)/' there >elsewhere
is_silent elsewhere "nothing goes elsewhere than below the prefix"
for document in $(cd "$source_folder" && ls ./*.md) ./LICENSE; do
    grep -q "/doc/bulletproof/${document#./}\$" there || echo "$document"
done >unread
is_silent unread "every document of the first folder is installed"

version=$("$place/opt/bin/bulletproof" --version)
[ "$version" = "$("$program" --version)" ]
report $? "what is installed runs from where it lies"
"$place/opt/bin/bulletproof" explain no-result >out 2>errors && [ -s out ] && [ ! -s errors ]
report $? "and has what it needs inside"

echo mine >"$place/opt/share/man/man1/another.1"
target uninstall prefix=/opt DESTDIR="$place"
[ "$(files "$place")" = ./opt/share/man/man1/another.1 ]
report $? "uninstall takes away every file of its own and no other"
find "$place" -name '*bulletproof*' >left
is_silent left "and leaves no folder with its name"

finish
