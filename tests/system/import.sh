#!/bin/sh
# Imports as one runs them, as TAP: each file of tests/data/import becomes the resume and the list
# that lie in tests/golden/import. UPDATE_GOLDEN=1 writes these anew.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
golden=$source_folder/tests/golden/import

compare() { # compare FOUND GOLDEN NAME
    [ -z "${UPDATE_GOLDEN:-}" ] || cp "$1" "$golden/$2"
    diff "$golden/$2" "$1" >difference
    sed 's/^/# /' difference
    [ ! -s difference ]
    report $? "$3"
}

for source in "$source_folder"/tests/data/import/*; do
    file=$(basename "$source")
    name=${file%.*}
    cp "$source" "$file"
    "$program" import "$file" -o "made-$name.yaml" >"$name.list" 2>errors
    is_silent errors "$file: nothing went wrong"
    compare "made-$name.yaml" "$name.yaml" "$file: the resume that it becomes"
    compare "$name.list" "$name.list" "$file: the list of what became of it"
    cmp -s "$file" "$source"
    report $? "$file: stays as it was"
    "$program" check "made-$name.yaml" >/dev/null 2>&1
    [ $? -lt 2 ]
    report $? "$file: what it becomes opens"
    "$program" import - <"$file" >streamed 2>errors
    cmp -s streamed "made-$name.yaml"
    report $? "$file: the same through standard input and output"
done
says errors "^-: JSON Resume\|^-: RenderCV\|mapped" "the list goes to standard error then"

echo mine >mine.yaml
runs 3 "a file that is there is not written over" import v1.0.0.json -o mine.yaml
says errors "is there already and stays" "and that is said"
[ "$(cat mine.yaml)" = mine ]
report $? "and it is as it was"

printf '{"basics": {"name": "A", "name": "B"}}' >twice.json
runs 1 "what stays behind makes the status 1" import twice.json
says errors 'twice.json:1:34: left basics.name: the same key stands further up' "and is named by its place"

runs 0 "the list as JSON" import rendercv.yaml -o json.yaml --format=json
says out '"form":"RenderCV","mapped":[0-9]*,"changed":' "counts what became of all"
says out '{"fate":"kept","line":[0-9]*,"column":[0-9]*,"from":"design","to":"x-rendercv.design"' \
    "and tells of each value"

printf 'fruit: apple\n' >fruit.yaml
runs 2 "what has no form is refused" import fruit.yaml
says errors 'fruit.yaml:1:1: .*--from' "with what to do"
runs 0 "unless the form is named" import --from=jsonresume fruit.yaml
says out '^fruit: apple' "and then it is kept"
printf 'cv:\n  name: "A\n' >broken.yaml
runs 2 "what is broken is refused" import broken.yaml
says errors 'broken.yaml:[0-9]*:[0-9]*: ' "with the place"
runs 2 "a list is no resume" import - <<END
- a
END
says errors '^bulletproof: -:1:1: this is no resume' "and that is said"
printf '{"work":[{"highlights":[' >large.json
awk "BEGIN { for (i = 0; i < 250000; i++) printf \"1,\"; print \"1]}]}\" }" >>large.json
runs 2 "what would be too large is refused" import large.json
says errors "larger than 1 MiB" "and that is said"
runs 2 "nothing is nothing" import /dev/null
runs 2 "a file that is not there" import missing.json
runs 2 "no such form" import --from=word fruit.yaml
finish
