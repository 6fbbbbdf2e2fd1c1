#!/bin/sh
# The screens of the editor, as TAP: every script here is run, and what it expects lies beside it.
# After a change that is meant: UPDATE_GOLDEN=1 make check TESTS=tests/screens/run.sh, then read the
# difference.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

for script in "$source_folder"/tests/screens/*.script; do
    name=$(basename "$script" .script)
    mkdir "$name"
    cp "$source_folder"/tests/screens/*.yaml "$name"
    (cd "$name" && "$program" --script "$script") >out 2>errors
    status=$?
    [ $status -eq 0 ] || sed 's/^/# /' errors
    [ $status -eq 0 ] || echo "# meant so? UPDATE_GOLDEN=1 make check TESTS=tests/screens/run.sh"
    report $status "$name: $(sed -n '1s/^# //p' "$script")"
done

cat "$source_folder"/tests/screens/*.script >scripts
find "$source_folder/tests/screens" -name '*.screen' -o -name '*.roles' -o -name '*.ascii' -o -name '*.mono' | sed 's,.*/,,' | sort >there
sed -n 's/^expect //p' scripts | sort >wanted
diff wanted there | sed 's/^/# /'
diff wanted there >differences
report $? "every screen is expected, and once"

# Each kind of screen that the tour shows, in each of these ways.
sed -n 's/^tour-\(.*\)-80x24\.screen$/\1/p' wanted >kinds
while read -r kind; do
    for way in -20x5.screen -120x40.screen -200x60.screen .ascii .mono; do
        grep -q -x "tour-$kind$way" wanted || echo "# the tour has no tour-$kind$way"
    done
done <kinds >missing
cat missing
[ "$(wc -l <kinds)" -ge 10 ] && [ ! -s missing ]
report $? "every kind of screen is shown at every size, as ASCII and without colour"

finish
