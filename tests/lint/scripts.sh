#!/bin/sh
# The project's own shell scripts, as TAP.
set -u
. "${srcdir:-.}/tests/tap.sh"
cd "$source_folder" || exit 99
scripts=$(find bootstrap src tests -name '*.sh' -o -name bootstrap | sort)
for script in $scripts; do
    sh -n "$script"
    report $? "$script is read by sh"
done

if command -v shellcheck >/dev/null; then
    # shellcheck disable=SC2086  # one word a script
    found=$(shellcheck -S warning $scripts)
    [ -z "$found" ] || echo "$found" | sed 's/^/# /'
    [ -z "$found" ]
    report $? "shellcheck finds nothing"
else
    number=$((number + 1))
    echo "ok $number - shellcheck finds nothing # SKIP shellcheck is not installed"
fi

./bootstrap help | grep -q '^usage:'
report $? "bootstrap tells what it can do"
./bootstrap never-a-command >/dev/null 2>&1
[ $? -eq 2 ]
report $? "bootstrap refuses what it does not know with status 2"

finish
