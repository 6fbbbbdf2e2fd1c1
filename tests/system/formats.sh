#!/bin/sh
# The formats of a resume, as TAP: what other programs read in them is what the text says, word for
# word, and the same resume gives the same bytes. What is not installed is named.
# BULLETPROOF_LONG=1 asks LibreOffice too. SCHEMA is a folder in which
# "npm install @jsonresume/schema ajv ajv-formats" was run.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
has() { command -v "$1" >/dev/null 2>&1; }
is_all() { [ "${BULLETPROOF_LONG:-0}" = 1 ]; }

# --- What is read ---------------------------------------------------------------
awk -v entries=8 -v bullets=25 -f "$source_folder/tests/data/pages/resume.awk" >many.yaml
echo '{}' >empty.yaml
for resume in samples/junior samples/mid samples/senior tests/golden/every-section \
    tests/data/pages/scripts tests/data/pages/hostile tests/data/pages/right_to_left; do
    cp "$source_folder/$resume.yaml" .
done
# Texts that readers like to take for something else.
"${program%/bulletproof}/tests/system/nasty" . && mv new.yaml nasty.yaml && rm -f new.json patched.yaml
names="junior mid senior every-section scripts hostile right_to_left many nasty empty"
formats="text:txt html:html markdown:md docx:docx jsonresume:json"
is_good=0
for name in $names; do
    for format in $formats; do
        "$program" export --format="${format%:*}" "$name.yaml" 2>>complaints || is_good=1
        [ -e "$name.${format#*:}" ] || is_good=1
    done
done
[ $is_good -eq 0 ]
report $? "every format is written beside the file"
is_silent complaints "and nothing is to be said of it"

# --- Words ------------------------------------------------------------------------
# A word a line, without the signs that stand for bullets and between parts.
words() { sed 's/\xc2\xa0/ /g;s/\xc2\xad//g' | tr -s '[:space:]' '\n' | sed '/^$/d;/^[-|•*]$/d'; }
for name in $names; do words <"$name.txt" >"$name.words"; done
[ "$(cat ./*.words | wc -l)" -gt 3000 ]
report $? "there are $(cat ./*.words | wc -l) words"

compare() { # compare NAME READER: the words in ./actual
    if ! diff "$1.words" actual >difference; then
        echo "# $1: $2 reads otherwise:"
        sed 's/^/#   /;12q' difference
        return 1
    fi
}
# Reads the files by a command, in which FILE is the name without its suffix.
reads() { # reads PROGRAM READER COMMAND NAME...
    if ! has "$1"; then
        skip "$2 reads every word once, in order" "$1 is not installed"
        return
    fi
    reader=$2
    command=$3
    shift 3
    is_good=0
    for name in "$@"; do
        eval "$(echo "$command" | sed "s|FILE|$name|g")" 2>>complaints | words >actual
        compare "$name" "$reader" || is_good=1
    done
    [ $is_good -eq 0 ]
    report $? "$reader reads every word once, in order"
}
plain="-t plain --wrap=none"
# shellcheck disable=SC2086 # a word a name
{
    reads pandoc "pandoc, of HTML," "pandoc -f html $plain FILE.html" $names
    reads pandoc "pandoc, of Markdown," "pandoc -f markdown $plain FILE.md" $names
    reads pandoc "pandoc, of GitHub's Markdown," "pandoc -f gfm $plain FILE.md" $names
    reads pandoc "pandoc, of CommonMark," "pandoc -f commonmark $plain FILE.md" $names
    reads pandoc "pandoc, of Word," "pandoc -f docx $plain FILE.docx" $names
}
# It knows ASCII only, and writes quotes and dashes so.
ascii() { sed "s/[’‘]/'/g;s/–/-/g"; }
if has docx2txt; then
    for name in junior mid senior; do
        cp "$name.words" kept
        ascii <kept | sed '/^-$/d' >"$name.words"
        docx2txt "$name.docx" - 2>>complaints | words >actual
        compare "$name" docx2txt || touch differs
        mv kept "$name.words"
    done
    [ ! -e differs ]
    report $? "docx2txt reads every word once, in order"
else
    skip "docx2txt reads every word once, in order" "docx2txt is not installed"
fi
if /usr/bin/python3 -c 'import docx' 2>/dev/null; then
    # shellcheck disable=SC2086 # a word a name
    reads /usr/bin/python3 "python-docx" \
        "/usr/bin/python3 $source_folder/tests/system/read_docx.py FILE.docx" $names
else
    skip "python-docx reads every word once, in order" "python3-docx is not installed"
fi
is_silent complaints "and no reader complains"
if has pandoc; then
    sed '2!b;s/.*/moved/' mid.words >other && mv mid.words kept && mv other mid.words
    pandoc -f docx -t plain --wrap=none mid.docx | words >actual
    ! compare mid caught >caught
    report $? "caught: another word"
    mv kept mid.words
fi
# The order on paper is that of the lines; right-to-left letters are painted in another.
if is_all && has soffice && has pdftotext; then
    HOME=$PWD soffice --headless --convert-to pdf --outdir paper ./*.docx >/dev/null 2>&1
    # shellcheck disable=SC2046 # a word a name
    reads pdftotext "LibreOffice, and pdftotext of its PDF," \
        "pdftotext -raw paper/FILE.pdf - | tr -d '\f' | sed 's/\xef\x82\xb7//g'" \
        $(echo "$names" | sed 's/right_to_left//;s/hostile//;s/nasty//')
else
    skip "LibreOffice reads every word once, in order" \
        "BULLETPROOF_LONG is not 1, or soffice or pdftotext is not installed"
fi
if has pandoc; then
    pandoc -f docx -t native every-section.docx | tr -s ' \n' ' ' >native
    for kind in "Header 1" "Header 2" "Header 3" BulletList Link; do
        grep -q "$kind" native || echo "$kind"
    done >absent
    is_silent absent "pandoc finds real headings, lists and links in Word"
else
    skip "pandoc finds real headings, lists and links in Word" "pandoc is not installed"
fi
if [ -d "${SCHEMA:-/nonexistent}/node_modules/@jsonresume/schema" ] && has node; then
    node "$source_folder/tests/system/validate.js" "$SCHEMA" ./*.json >invalid 2>&1
    report $? "the published schema accepts JSON Resume"
    is_silent invalid "without a word"
else
    skip "the published schema accepts JSON Resume" "SCHEMA names no folder with @jsonresume/schema"
fi

# --- The same bytes anywhere ---------------------------------------------------------
mkdir -p "another folder"
cp mid.yaml "another folder/other.yaml"
is_good=0
for format in $formats; do
    (cd "another folder" && SOURCE_DATE_EPOCH=1893456000 TZ=Asia/Tokyo LC_ALL=C \
        "$program" export --format="${format%:*}" other.yaml)
    cmp "another folder/other.${format#*:}" "mid.${format#*:}" || is_good=1
done
[ $is_good -eq 0 ]
report $? "another folder, day, time zone and locale give the same bytes"

# --- The command line -------------------------------------------------------------------
"$program" export - --format=docx <mid.yaml >piped.docx && cmp piped.docx mid.docx
report $? "what comes in by a pipe goes out by one"
"$program" export --format=html -o - mid.yaml | cmp - mid.html
report $? "-o - is standard output"
runs 0 "a suffix tells the format" export mid.yaml -o named.docx
cmp named.docx mid.docx
report $? "and it is that one"
runs 0 "what has the program's mark is written over" export --format=docx mid.yaml
echo "mine" >mid.md
runs 3 "what says something else is not" export --format=markdown mid.yaml
says errors "mid.md: is there already and says something else; -o writes over it" "and that is told"
[ "$(cat mid.md)" = mine ]
report $? "and it stays"
echo '{"basics": {"name": "Ann"}, "work": [{"name": "A", "x-hidden": true}]}' >source.json
runs 3 "a source is not written over either" export --format=jsonresume source.json
runs 0 "standard output takes it" export --format=jsonresume -o - source.json
! grep -q x-hidden out
report $? "and what is hidden stays at home"
cp source.json before.json
printf 'open source.json\nrun export jsonresume\nkey Down Enter\n' >over.script
runs 0 "the editor exports" --script over.script
cmp source.json before.json
report $? "but not over the resume itself"
cat >variants.yaml <<'TEXT'
work: [{name: A, highlights: [Kept., Payments only.], x-bulletproof: [{bullet: 2, tags: [pay]}]}]
meta: {bulletproof: {variants: [{name: other, tags: [other]}]}}
TEXT
runs 0 "a variant is written" export --format=text --variant=other -o - variants.yaml
grep -q Kept out && ! grep -q Payments out
report $? "and what is out of it is not"
runs 2 "an option of another format is refused" export --format=html --pages=1 mid.yaml
says errors "--pages is nothing for --format=html" "with its name"
runs 2 "a width is a number" export --format=text --width=x mid.yaml
runs 0 "text is set in lines" export --format=text --width=60 -o set.txt mid.yaml
grep -E '.{61}' set.txt >wide
is_silent wide "of that width"
runs 0 "text is written in ASCII" export --format=text --ascii -o ascii.txt scripts.yaml
says errors "ASCII has nothing for [0-9]* characters" "and what is lost is told"
LC_ALL=C tr -d '\n -~' <ascii.txt >strange
is_silent strange "and nothing else"
finish
