#!/bin/sh
# Pages as other programs read them, as TAP: every word once, in order, without a warning. A part
# of the resumes, and of the programs those that are quick; BULLETPROOF_LONG=1 is all of both. What is not
# installed is named. PDFJS is a folder in which "npm install pdfjs-dist@3" was run.
set -u
. "${srcdir:-.}/tests/system/tap.sh"
pages=$(dirname "$program")/tests/system/pages
is_all() { [ "${BULLETPROOF_LONG:-0}" = 1 ]; }

if ! ls /usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf >/dev/null 2>&1; then
    skip "pages are read back" "Carlito is not installed"
    finish
    exit 0
fi

# --- What is read ---------------------------------------------------------------
for length in one:2:5 two:5:7 three:8:9 sixty:6:10; do
    awk -v entries="$(echo $length | cut -d: -f2)" -v bullets="$(echo $length | cut -d: -f3)" \
        -f "$source_folder/tests/data/pages/resume.awk" >"${length%%:*}.yaml"
done
samples="$source_folder/samples/junior.yaml $source_folder/samples/mid.yaml $source_folder/samples/senior.yaml"
scripts=$source_folder/tests/data/pages/scripts.yaml
every=$source_folder/tests/golden/every-section.yaml
mkdir plain archive
# shellcheck disable=SC2086 # one word a file
if is_all; then
    "$pages" plain plain all $samples "$scripts" "$every" one.yaml two.yaml three.yaml sixty.yaml &&
        "$pages" archive archive all $samples "$scripts"
else
    "$pages" plain plain standard-flow $samples "$scripts" three.yaml &&
        "$pages" plain plain all two.yaml && "$pages" archive archive standard-flow "$scripts"
fi
report $? "the pages are written, and nothing is to be said of them"
find plain archive -name '*.pdf' >written
[ "$(wc -l <written)" -ge 10 ]
report $? "there are $(wc -l <written) of them"

# --- How ------------------------------------------------------------------------
# Compares what a program read, FILE.READER, with the words of the page.
compare() { # compare READER
    is_good=0
    for words in plain/*.words; do
        { cat "${words%words}$1" && echo; } | tr -s '[:space:]' '\n' | sed '/^$/d' >actual
        if ! diff "$words" actual >difference; then
            echo "# ${words%.words}: $1 reads otherwise:"
            sed 's/^/#   /;20q' difference
            is_good=1
        fi
    done
    return $is_good
}
has() { command -v "$1" >/dev/null 2>&1; }
# Reads each page by a command, in which FILE is the page; what the command complains of is a fault.
reads_each() { # reads_each PROGRAM READER COMMAND
    if ! has "$1"; then
        skip "$2 reads every word once, in order" "$1 is not installed"
        return
    fi
    : >complaints
    for page in plain/*.pdf; do
        eval "$(echo "$3" | sed "s|FILE|$page|")" >"${page%pdf}$2" 2>>complaints
    done
    sed 's/^/# /' complaints
    [ ! -s complaints ] && compare "$2"
    report $? "$2 reads every word once, in order"
}
# The same for a program that reads all pages in one go.
reads_all() { # reads_all READER COMMAND ARGUMENT...
    reader=$1
    shift
    "$@" >complaints 2>&1
    status=$?
    sed 's/^/# /' complaints
    [ $status -eq 0 ] && [ ! -s complaints ] && compare "$reader"
    report $? "$reader reads every word once, in order"
}

# --- Readers --------------------------------------------------------------------
reads_each pdftotext poppler "pdftotext FILE -"
reads_each pdftotext poppler-layout "pdftotext -layout FILE -"
reads_each pdftotext poppler-raw "pdftotext -raw FILE -"
if has pdftotext; then
    page=$(find plain -name 'two-standard-flow.words')
    cp "$page" kept && sed '1!G;h;$!d' kept | head -n -1 >"$page"
    ! compare poppler >caught
    report $? "caught: words in another order, one missing"
    mv kept "$page"
fi
if is_all; then
    reads_each mutool mutool "mutool draw -N -q -F txt FILE"
    reads_each gs ghostscript "gs -q -dBATCH -dNOPAUSE -sDEVICE=txtwrite -o - FILE"
    for reader in pdfminer pypdf; do
        # Debian's own knows Debian's packages; another may come first in the path.
        if /usr/bin/python3 "$source_folder/tests/system/read_pages.py" $reader 2>/dev/null; then
            reads_all $reader /usr/bin/python3 "$source_folder/tests/system/read_pages.py" $reader \
                plain/*.pdf
        else
            skip "$reader reads every word once, in order" "python3-$reader is not installed"
        fi
    done
    if [ -d "${PDFJS:-/nonexistent}/node_modules/pdfjs-dist" ] && has node; then
        reads_all pdfjs node "$source_folder/tests/system/read_pages.js" "$PDFJS" plain/*.pdf
    else
        skip "pdf.js reads every word once, in order" "PDFJS names no folder with pdfjs-dist"
    fi
    jars=/usr/share/java
    classes=$jars/jaxb-api.jar
    for jar in pdfbox2 fontbox2 preflight xmpbox commons-logging commons-io javax.activation; do
        classes=$classes:$jars/$jar.jar
    done
    if has javac && [ -e $jars/preflight.jar ] && [ -e $jars/jaxb-api.jar ]; then
        set -- java -cp "$classes" "$source_folder/tests/system/ReadPages.java"
        reads_all pdfbox "$@" text plain/*.pdf
        "$@" archive archive/*.pdf >faults 2>&1
        report $? "PDFBox's preflight has judged"
        is_silent faults "and calls every page for archives valid PDF/A-1b"
    else
        skip "PDFBox reads every word, and calls archives valid" "libpdfbox2-java, libjaxb-api-java or a JDK is not installed"
    fi
fi

# --- Structure ------------------------------------------------------------------
if has qpdf; then
    : >faults
    for page in plain/*.pdf archive/*.pdf; do
        qpdf --check "$page" >said 2>&1 || cat said >>faults
        grep -i warning said >>faults
    done
    is_silent faults "qpdf finds no fault in the structure"
else
    skip "qpdf finds no fault in the structure" "qpdf is not installed"
fi
if has pdfinfo; then
    : >faults
    for page in plain/*.pdf archive/*.pdf; do
        pdfinfo "$page" 2>>faults | grep -q '^Tagged: *yes' || echo "$page is not tagged" >>faults
        # columns: name, type, encoding, embedded, subset, ToUnicode, object
        pdffonts "$page" 2>>faults | awk -v page="$page" \
            'NR > 2 && !/ yes yes yes  *[0-9]+  *[0-9]+$/ { print page ": " $0 }' >>faults
    done
    is_silent faults "every page is tagged, every font embedded with its way back to Unicode"
else
    skip "every page is tagged, every font embedded" "poppler-utils is not installed"
fi

# --- The same bytes anywhere ------------------------------------------------------
cp "$source_folder/samples/mid.yaml" here.yaml
mkdir -p "another folder"
"$program" export here.yaml -o here.pdf 2>errors &&
    (cd "another folder" && SOURCE_DATE_EPOCH=1893456000 TZ=Asia/Tokyo LC_ALL=C \
        "$program" export ../here.yaml -o there.pdf)
cmp here.pdf "another folder/there.pdf"
report $? "the bytes are the same on another day, in another folder, zone and locale"
printf 'meta: {lastModified: 2024-05-01T09:30:00}\n' >>one.yaml
"$program" export one.yaml -o dated.pdf 2>errors
grep -q "<xmp:CreateDate>2024-05-01T" dated.pdf
report $? "the date of a page is that of the resume"
finish
