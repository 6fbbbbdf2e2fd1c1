#!/bin/sh
# `check` on many files and on lines without end, as TAP: order, processes, memory, interruptions.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

# --- Many files ------------------------------------------------------------------------
number_of_files=60
i=0
while [ $i -lt $number_of_files ]; do
    case $((i % 3)) in 0) sample=junior ;; 1) sample=mid ;; *) sample=senior ;; esac
    sed "s/^  label: .*/  label: Back-End Developer $i/" "$source_folder/samples/$sample.yaml" \
        >"$(printf 'resume-%03d.yaml' $i)"
    i=$((i + 1))
done
printf 'basics: [\n' >resume-030.yaml
rm resume-040.yaml

for format in text json sarif; do
    "$program" check --format=$format resume-*.yaml >one 2>one.errors
    [ $? -eq 2 ]
    report $? "a file that cannot be read makes the status 2 ($format)"
    for jobs in -j2 --jobs=3 -j; do
        "$program" check $jobs --format=$format resume-*.yaml >many 2>many.errors
        [ $? -eq 2 ] && cmp -s one many && cmp -s one.errors many.errors
        report $? "and $jobs gives the same ($format)"
    done
done
"$program" check --format=json resume-*.yaml 2>/dev/null | sed 's/^{"file":"\([^"]*\)".*/\1/' >names
printf '%s\n' resume-*.yaml | cmp -s - names
report $? "each file has an object, in the order of the files"
"$program" check --format=json resume-030.yaml 2>/dev/null | grep -q \
    '^{"file":"resume-030.yaml","error":{"line":[0-9]*,"column":[0-9]*,"message":".*"}}$'
report $? "one that cannot be read has its error there"

"$program" check --format=json resume-0[0-2]*.yaml >expected 2>errors
printf '%s\n' resume-0[0-2]*.yaml | "$program" check -j 2 --format=json --files-from=- >out 2>errors
cmp -s expected out
report $? "the names may come from standard input"
find . -name 'resume-0[0-2]*.yaml' -print0 | sort -z >list
"$program" check -0 --files-from list --format=json | sed 's|"file":"./|"file":"|' >out
cmp -s expected out
report $? "or from a file, ended by NULs"
printf 'resume-000.yaml\n\nno-such.yaml\n' >list
runs 2 "a name in the list that leads nowhere is told" check --files-from=list resume-001.yaml
says errors "^bulletproof: no-such.yaml: there is no such file$" "as others are"
says out "^resume-001.yaml:" "operands stand before the list"
says out "^resume-000.yaml:" "and empty names are none"
cp resume-000.yaml ./-
echo - >list
runs 0 "in a list - is a file" check --files-from=list
says out "^./-:" "of that name"
runs 2 "a list that is not there is told" check --files-from=no-such
says errors "^bulletproof: no-such: No such file" "by its name"
runs 2 "standard input is not both" check --files-from=- -
runs 2 "--null needs a list" check -0 resume-000.yaml
runs 2 "--lines takes no list" check --lines=bullet --files-from=list
runs 2 "a folder is no resume" check .
says errors "find . -name" "and what to do is told"
for jobs in 0 257 many 2x; do
    runs 2 "$jobs is no number of processes" check --jobs=$jobs resume-000.yaml
done
runs 0 "a number behind -j is its value" check -j 2 -q resume-000.yaml
runs 0 "and after the files, too" check -q resume-000.yaml -j 2

# --- Lines -------------------------------------------------------------------------------
cat >lines <<'LINES'
{"id":"a-1","resume":{"basics":{"name":"Zoë"},"work":[{"startDate":"2020-01","highlights":["Fixed bugs."]}]}}
{"id":17,"basics":{"name":"Zoë"}}
{"basics":{"name":"Zoë"},"id":"é\"x"}

{"id":"bad","basics":{"name":
["no resume"]
{"basics":{"name":"Zoë"}}
LINES
runs 0 "lines are resumes" check --lines=resume --format=json lines
is_silent errors "and what is wrong stands in its line"
[ "$(wc -l <out)" -eq 7 ]
report $? "a line for each"
sed 's/^{\("line":[0-9]*,\)\("id":[^,]*,\)\{0,1\}\("[a-z]*"\).*/\1\2\3/' out >shape
cat >expected <<'SHAPE'
"line":1,"id":"a-1","findings"
"line":2,"id":17,"findings"
"line":3,"id":"é\"x","findings"
"line":4,"error"
"line":5,"error"
"line":6,"error"
"line":7,"findings"
SHAPE
diff expected shape >difference
sed 's/^/# /' difference
[ ! -s difference ]
report $? "with the number, the id that came, and findings or an error"
if grep -q '"code":"file"' out; then false; else true; fi
report $? "the id is no fault of a resume"
says out '^{"line":1,.*"path":"work\[0\].highlights\[0\]","line":1,"column":93,' \
    "places count from the beginning of the line"
if command -v jq >/dev/null; then
    jq -e . out >/dev/null
    report $? "jq reads every line"
else
    skip "jq reads every line" "jq is not here"
fi
for kind in bullet summary resume; do
    for format in text json; do
        "$program" check --lines=$kind --format=$format lines >one 2>one.errors
        "$program" check --lines=$kind --format=$format -j3 <lines >many 2>many.errors
        sed 's/^lines:/-:/' one | cmp -s - many && sed 's/: lines:/: -:/' one.errors | cmp -s - many.errors
        report $? "several processes give the same lines of $format for $kind"
    done
done
"$program" check --lines=resume lines >out 2>errors
says errors "^bulletproof: lines:5:[0-9]*: " "without JSON a line in error is told on standard error"
head -c 3000000 /dev/zero | tr '\0' x >long
echo '{"basics":{}}' | cat - long lines >mixed
runs 0 "a line longer than any resume is no end" check --lines=resume --format=json mixed
[ "$(wc -l <out)" -eq 8 ]
report $? "of the lines behind it"
says out '^{"line":2,"error":{"message":"is longer than 2 MiB"}}$' "and is told of"
for file in "$source_folder"/tests/fuzz/corpus/load/*; do
    tr '\n' ' ' <"$file" && echo
    printf '{"id":[1],"resume":' && tr '\n' ' ' <"$file" && echo '}'
done >attacks
runs 0 "lines that attack are lines" check -j2 --spelling=off --lines=resume --format=json attacks
[ "$(wc -l <out)" -eq "$(wc -l <attacks)" ] && ! grep -q "broke off" out
report $? "each with its answer"
runs 2 "resumes in lines make no SARIF log" check --lines=resume --format=sarif lines

# --- As they come, and until told to stop ---------------------------------------------------
# Waits until the file has so many lines with the text; a minute at most.
wait_for_lines() { # wait_for_lines COUNT FILE [TEXT]
    round=0
    while [ "$(grep -c -e "${3:-}" "$2")" -lt "$1" ] && [ $round -lt 600 ]; do
        sleep 0.1
        round=$((round + 1))
    done
}
mkfifo pipe
for jobs in 1 2; do
    while read -r signal expected_status; do
        # A shell has its jobs in the background ignore SIGINT.
        env --default-signal=INT "$program" check --lines=resume --format=json -j$jobs <pipe >out 2>errors &
        process=$!
        exec 3>pipe
        head -n 1 lines >&3
        wait_for_lines 1 out
        [ "$(wc -l <out)" -eq 1 ]
        report $? "a line is answered before the next one comes (-j$jobs)"
        head -n 3 lines >&3
        wait_for_lines 4 out
        kill "-$signal" $process
        wait $process
        status=$?
        exec 3>&-
        [ $status -eq "$expected_status" ]
        report $? "SIG$signal ends it (-j$jobs)"
        [ "$(wc -l <out)" -eq 4 ] && [ ! -s errors ]
        report $? "with all that was done, and no other word"
    done <<'SIGNALS'
INT 130
TERM 143
SIGNALS
done
env --default-signal=INT "$program" check --format=sarif -j2 --files-from=pipe >out 2>errors &
process=$!
exec 3>pipe
echo resume-000.yaml >&3
wait_for_lines 1 out ruleId
kill -INT $process
wait $process
[ $? -eq 130 ]
report $? "an interrupted log is ended as well"
exec 3>&-
says out '"executionSuccessful":false' "says that it is not whole"
if command -v jq >/dev/null; then
    jq -e '.runs[0].artifacts[0].location.uri == "resume-000.yaml"' out >/dev/null
    report $? "and is JSON"
else
    skip "and is JSON" "jq is not here"
fi

# --- How far it is, on a terminal ----------------------------------------------------------
if command -v tmux >/dev/null; then
    . "$source_folder/tests/system/tmux.sh"
    opens 80x10 "$program check --format=json --files-from=pipe >seen; echo status \$?; sleep 60"
    exec 3>pipe
    echo resume-000.yaml >&3
    sleep 1.1
    echo resume-001.yaml >&3
    sees "^bulletproof: [12] checked" "long work tells on the terminal how far it is"
    exec 3>&-
    sees "^status" "and ends"
    if screen | grep -q checked; then false; else true; fi
    report $? "with the line gone"
    [ "$(wc -l <seen)" -eq 2 ]
    report $? "and nothing of it in the report"
else
    skip "long work tells on the terminal how far it is" "tmux is not here"
fi

# Processes that were started end with the one that started them.
env --default-signal=INT "$program" check --lines=resume -j3 <pipe >out 2>errors &
process=$!
exec 3>pipe
head -n 3 lines | sed 's/$/\n/' >&3
wait_for_lines 3 out
children=$(cat "/proc/$process/task/$process/children" 2>/dev/null)
kill -KILL $process
wait $process 2>/dev/null
exec 3>&-
round=0
# shellcheck disable=SC2086 # several numbers
while kill -0 $children 2>/dev/null && [ $round -lt 100 ]; do
    sleep 0.1
    round=$((round + 1))
done
if [ -z "$children" ]; then
    skip "processes end with the one that is killed" "the system does not list children"
else
    # shellcheck disable=SC2086
    if kill -0 $children 2>/dev/null; then false; else true; fi
    report $? "processes end with the one that is killed"
fi

finish
