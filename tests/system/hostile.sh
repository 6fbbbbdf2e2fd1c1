#!/bin/sh
# Files that attack, as TAP: names and texts with escape sequences are shown harmless everywhere,
# what would drown a reader is refused at once and with its place.
set -u
. "${srcdir:-.}/tests/system/tap.sh"

esc=$(printf '\033') bell=$(printf '\007') c1=$(printf '\302\233') override=$(printf '\342\200\256')
name="a${esc}]0;PWNED${bell}${override}${c1}31mb"
cp "$source_folder/samples/mid.yaml" "$name.yaml"

# Whether the files hold what a terminal acts on: C0 but for tab and line end, DEL, C1, overrides.
is_raw() {
    LC_ALL=C awk '/[\001-\010\013-\037\177]/ || /\302[\200-\237]/ || /\342\200[\250-\256]/ { raw = 1 }
        END { exit !raw }' "$@"
}
is_harmless() { # is_harmless NAME FILE...
    is_harmless_name=$1
    shift
    ! is_raw "$@"
    report $? "$is_harmless_name"
}
says_it_harmless() { # says_it_harmless ARGUMENT...
    "$program" "$@" >out 2>errors </dev/null
    status=$?
    is_harmless "a hostile name for $1 (status $status)" out errors
}

printf '%s\n' "$esc" >probe
is_raw probe
report $? "this test sees what it looks for"

# --- names -----------------------------------------------------------------------------------
says_it_harmless "$name.yaml"
says_it_harmless "missing $name"
says_it_harmless "--$name"
says_it_harmless check "$name.yaml"
says_it_harmless check --format=json "$name.yaml"
says_it_harmless check --format=sarif "$name.yaml"
says_it_harmless check "missing $name"
says_it_harmless check "--level=$name" --lines=bullet
says_it_harmless export "$name.yaml"
says_it_harmless export -o "missing/$name" "$name.yaml"
says_it_harmless export "--theme=$name" "$name.yaml"
says_it_harmless explain "$name"
says_it_harmless new "missing/$name"
says_it_harmless help "$name"
for line in "open $name.yaml" "key $name" "run $name" "expect $name" "type $name" "$name"; do
    printf '%s\nscreen\n' "$line" >names.script
    says_it_harmless --script=names.script
done

# --- texts -----------------------------------------------------------------------------------
cat >texts.yaml <<'EOF'
basics:
  name: "Ada\e]0;PWNED\a \e[31mLovelace\x9b5m\u202e"
  label: "\eP+qPWNED\e\\Developer\x90\x9c"
  email: "a\e]52;c;UFdO\a@b.org"
  summary: "Builds\ec services\x0e\b\v\f\r and\u2066 tests\x7f."
"\e]0;PWNED\a": x
"na\e[7mme": "\e[6n"
work:
  - name: "Engines\e]8;;http://PWNED\e\\ Ltd"
    position: "Dev\x9d0;PWNED\x9celoper"
    startDate: "2020\e[2J-01"
    highlights:
      - "Cut the\e[?1049l time of nightly jobs\u2028 from 9 h to 2 h.\e_PWNED\e\\"
skills:
  - {name: "Da\e[0mta", keywords: ["S\eQL", "C\u202d"]}
EOF
printf '%s\n' 'open texts.yaml' screen 'key Tab Down Down' screen 'key F1' screen >texts.script
for arguments in "check texts.yaml" "check --format=json texts.yaml" "export -o texts.pdf texts.yaml" \
    "--script=texts.script"; do
    # shellcheck disable=SC2086 # words
    "$program" $arguments >out 2>errors
    is_harmless "hostile texts for $arguments" out errors
done
if command -v pdftotext >/dev/null; then
    pdfinfo texts.pdf >information && pdftotext -layout texts.pdf - | tr -d '\014' >page
    is_harmless "hostile texts on the page and in what describes it" information page
    says page "Lovelace" "what is left of the name is there"
else
    skip "hostile texts on the page" "poppler-utils is not installed"
fi
printf '%s\n' 'key Tab' 'paste a\e]0;PWNED\e[31mb\e\\c' screen 'key C-s' >paste.script
cp "$source_folder/samples/mid.yaml" paste.yaml
"$program" --script=paste.script paste.yaml >out 2>errors
is_harmless "pasted escape sequences" out errors
is_harmless "and what is saved of them" paste.yaml

for letter in y A W x l "AV" "f" "日"; do
    word=$(awk -v letter="$letter" 'BEGIN { for (i = 0; i < 150; i++) printf "%s", letter }')
    printf 'basics: {name: %s, summary: %s}\nwork: [{name: %s, highlights: [%s]}]\n' \
        "$word" "$word" "$word" "$word" >words.yaml
    runs 0 "endless words of $letter are set within the margins" export words.yaml
done

repeats() { # repeats COUNT TEXT
    awk -v count="$1" -v text="$2" 'BEGIN { for (i = 0; i < count; i++) printf "%s", text }'
}
{
    word=$(repeats 40000 x)
    echo "basics: {name: $word, label: $word, url: \"https://$word\", email: \"$word@b.c\"}"
    echo "work: [{name: $word, position: $word, highlights: [$word]}]"
} >long.yaml
runs 0 "texts longer than a PDF may have in one piece are exported" export long.yaml

# --- limits ----------------------------------------------------------------------------------
now() { date +%s%N; }
slowest=0
# The program must get by with so many KiB, where the shell can say so and no sanitizer needs more.
memory=200000
in_bounds() { # in_bounds COMMAND...: in a subshell
    # shellcheck disable=SC3045 # dash and bash have -v
    [ -z "$memory" ] || ulimit -v $memory || exit 3
    exec "$@"
}
(in_bounds "$program" --version) >/dev/null 2>&1 || memory=
refuses() { # refuses PATTERN NAME: the file `hostile.yaml`
    start=$(now)
    (in_bounds "$program" check hostile.yaml) >out 2>errors
    status=$?
    took=$((($(now) - start) / 1000000))
    [ "$took" -le "$slowest" ] || slowest=$took
    grep -q -e "^bulletproof: hostile.yaml:$1" errors && [ $status -eq 2 ] && ! is_raw errors
    passed=$?
    [ $passed -eq 0 ] || head -c 300 errors | sed 's/^/# /'
    report $passed "$2 is refused"
}
{ printf 'a: &a [x,x]\n'; for n in b c d e f g h i j k; do printf '%s: &%s [*a,*a,*a]\n' $n $n; done; } >hostile.yaml
refuses '2:8: \*a repeats' "an alias bomb"
{ printf 'a: &a [*a]\n'; } >hostile.yaml
refuses '1:8: \*a repeats' "an alias of itself"
repeats 200000 '[' >hostile.yaml
refuses '1:6[0-9]: nested deeper than 64' "depth in brackets"
repeats 200000 '- ' >hostile.yaml
refuses '1:1[0-9]*: nested deeper than 64' "depth in a block"
{ printf 'basics: {name: '; repeats 1100000 x; echo '}'; } >hostile.yaml
refuses ' is too large' "more than 1 MiB"
printf 'basics: {name: A}\n---\nbasics: {name: B}\n' >hostile.yaml
refuses '2:1: a second document' "a second document"
printf 'basics:\n  name: a\000b\n' >hostile.yaml
refuses '2:10: control character U+0000' "a NUL"
printf 'basics:\n  name: a\033]0;PWNED\007b\n' >hostile.yaml
refuses '2:10: control character U+001B' "a raw escape"
printf '# \302\233 in a comment\n' >hostile.yaml
refuses '1:3: control character U+009B' "a control of eight bits in a comment"
printf 'basics:\n  name: caf\351\n' >hostile.yaml
refuses '2:12: byte 0xE9 is not UTF-8' "what is not UTF-8"
printf 'basics:\n  name: \355\240\200\n' >hostile.yaml
refuses '2:9: byte 0xED is not UTF-8' "half a character"
printf '\377\376b\000' >hostile.yaml
refuses '1:1: this is UTF-16' "UTF-16"
head -c 20000 "$program" >hostile.yaml
refuses '1:[0-9]*: ' "a program"
printf -- '- a\n- b\n' >hostile.yaml
refuses '1:1: this is no resume' "a list"
rm hostile.yaml && mkdir hostile.yaml
refuses ' is a folder' "a folder"
rmdir hostile.yaml && mkfifo hostile.yaml
refuses ' is not a regular file' "a FIFO"
rm hostile.yaml && ln -s /dev/zero hostile.yaml
refuses ' is not a regular file' "a device"
ln -sf hostile.yaml hostile.yaml
refuses ' cannot be opened: its symbolic links go in a circle' "a link to itself"
[ "$slowest" -lt 2000 ]
report $? "and none takes long"
echo "# the slowest refusal took $slowest ms; memory: ${memory:-any} KiB"
finish
