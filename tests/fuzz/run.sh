#!/bin/sh
# The inputs that fuzzers have found, and a few to begin with, as TAP: each target takes its own.
set -u
programs=$(cd "${builddir:-.}" && pwd)/tests/fuzz
corpus=${srcdir:-.}/tests/fuzz/corpus
number=0
for target in import job judge keys load patch replay text theme; do
    number=$((number + 1))
    count=$(find "$corpus/$target" -type f | wc -l)
    said=$(find "$corpus/$target" -type f -exec "$programs/$target" {} + 2>&1)
    status=$?
    if [ $status -eq 0 ] && [ "$count" -gt 0 ]; then
        echo "ok $number - $target: $count inputs"
    else
        printf '%s\n' "$said" | head -40 | sed 's/^/# /'
        echo "not ok $number - $target: $count inputs"
    fi
done
echo "1..$number"
