#!/bin/sh
# What one resume costs as it grows from 1 bullet to 1,000: processor time and memory of the whole
# process, the least of some rounds, and by how much the last ten times as many bullets cost more;
# then the editor on each, beside others.
set -u
program=$(cd "$(dirname "${1:?usage: growth.sh PROGRAM USAGE SOURCE START}")" && pwd)/$(basename "$1")
usage=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
source_folder=$(cd "$3" && pwd)
start=$(cd "$(dirname "$4")" && pwd)/$(basename "$4")
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 1
HOME=$room XDG_CONFIG_HOME=$room/config XDG_STATE_HOME=$room/state
export HOME XDG_CONFIG_HOME XDG_STATE_HOME
sizes="1 10 100 1000"
rounds=${ROUNDS:-9}

for size in $sizes; do
    awk -v count="$size" -f "$source_folder/tests/bench/growing.awk" \
        "$source_folder"/tests/check/own*.tsv >"$size.yaml" || exit 1
    printf 'open %s.yaml\n' "$size" >"$size.script"
done
# Prints the milliseconds of the processor and the MiB that a command takes; SIZE in it is replaced.
least() { # least SIZE COMMAND...
    size=$1
    shift
    command=$(echo "$*" | sed "s/SIZE/$size/g")
    round=0
    while [ $round -lt "$rounds" ]; do
        # shellcheck disable=SC2086 # one word an argument
        "$usage" $command
        round=$((round + 1))
    done | awk 'NR == 1 || $2 < time { time = $2 } NR == 1 || $3 < size { size = $3 }
        END { print time * 1000, size / 1024 }'
}
grow() { # grow NAME COMMAND...
    name=$1
    shift
    for size in $sizes; do
        least "$size" "$@"
    done | awk -v name="$name" '{ time[NR] = $1; memory[NR] = $2 } END {
        printf "growth: %-18s", name
        for (i = 1; i <= NR; i++) printf "%8.1f", time[i]
        printf " ms, the last step %4.1f times;", time[NR] / (time[NR - 1] > 0 ? time[NR - 1] : 1)
        for (i = 1; i <= NR; i++) printf "%6.1f", memory[i]
        print " MiB"
    }'
}

echo "growth: with 1, 10, 100 and 1,000 bullets"
grow "check" "$program" check --spelling=off SIZE.yaml
grow "check, spelling" "$program" check SIZE.yaml
grow "export to PDF" "$program" export -q -o SIZE.pdf SIZE.yaml
grow "export to HTML" "$program" export -q -o SIZE.html SIZE.yaml
grow "open and draw" "$program" --script=SIZE.script
if command -v groff >/dev/null; then
    for size in $sizes; do
        sed -n "s/^  - '\(.*\)'\$/.IP \\\\(bu 2\n\1/p" "$size.yaml" >"$size.ms"
    done
    grow "groff -ms" groff -Kutf8 -ms -Tpdf SIZE.ms
fi
for size in $sizes; do
    echo "growth: the editor, bullets: $size"
    "$start" "$program" "$size.yaml" 3
done
