#!/bin/sh
# `check` on 1 to 10,000 resumes that differ: time, processors and the memory of the largest process,
# in one process and in two, and beside a process for each file. MANY names another greatest number.
set -u
program=$(cd "$(dirname "${1:?usage: many.sh PROGRAM USAGE SOURCE}")" && pwd)/$(basename "$1")
usage=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
source_folder=$(cd "$3" && pwd)
most=${MANY:-10000}
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 1
mkdir resumes
awk -v count="$most" -v folder=resumes -f "$source_folder/tests/bench/corpus.awk" \
    "$source_folder"/samples/*.yaml "$source_folder"/tests/check/own*.tsv
find resumes -name '*.yaml' | sort >all
printf '%s resumes, %s different, %s KiB\n' "$(wc -l <all)" \
    "$(xargs cksum <all | awk '{ print $1 }' | sort -u | wc -l)" "$(du -sk resumes | cut -f1)"

# The time of one file is that of all less what a start takes, so that growth shows as such.
line='{ printf "%-34s%8.2f s %8.2f s of processors %7.2f ms/file %7.1f MiB\n", name, $1, $2, 1000 * $1 / count, $3 / 1024 }'
for jobs in 1 2; do
    count=1
    while [ $count -le "$most" ]; do
        head -n $count all >list
        "$usage" "$program" check -j$jobs --format=json --files-from=list |
            awk -v name="check -j$jobs, $count files" -v count=$count "$line" || exit 1
        count=$((count * 10))
    done
done
# A start loads the dictionaries, so a hundred files are enough.
count=$((most < 100 ? most : 100))
head -n $count all >list
"$usage" sh -c "xargs -n 1 -P 2 '$program' check -q --format=json --fail-on=error <list || true" |
    awk -v name="xargs -P 2, $count files" -v count=$count "$line"
# The same through the filter, where the format of resumes can be written.
if "$program" export --format=jsonresume -o - "$(head -n 1 list)" >/dev/null 2>&1; then
    while read -r file; do
        "$program" export -q --format=jsonresume -o - "$file" | tr '\n' ' ' && echo
    done <list >lines
    for jobs in 1 2; do
        "$usage" "$program" check -j$jobs --lines=resume --format=json lines |
            awk -v name="check -j$jobs --lines=resume, $count" -v count=$count "$line"
    done
fi
