#!/bin/sh
# The export beside groff, typst and react-pdf, the same page of text in the same run: processor time of
# the whole process, and bytes. PEERS names a folder in which the two from the npm registry are
# installed; else they are installed into a folder that goes.
set -u
program=$(cd "$(dirname "${1:?usage: export.sh PROGRAM SAMPLE}")" && pwd)/$(basename "$1")
sample=$(cd "$(dirname "$2")" && pwd)/$(basename "$2")
room=$(mktemp -d) || exit 1
trap 'rm -rf "$room"' EXIT
cd "$room" || exit 1
export XDG_CONFIG_HOME="$room/config"
has() { command -v "$1" >/dev/null 2>&1; }

# --- The same text for each ------------------------------------------------------
cp "$sample" resume.yaml
"$program" export resume.yaml || exit 1
if ! has pdftotext; then
    echo "the export is measured alone: pdftotext (poppler-utils) is not here"
else
    # A line a block: "H heading", "B bullet" or "P text".
    pdftotext -raw resume.pdf - | tr -d '\f' | awk '
        function put() { if (text != "") print kind " " text; text = "" }
        { is_new = 1 }
        /^• / { put(); kind = "B"; text = substr($0, index($0, " ") + 1); next }
        /^[A-Z ]+$/ { put(); kind = "H"; text = $0; next }
        kind == "B" && /^[a-z0-9]/ { text = text " " $0; next }
        { put(); kind = "P"; text = $0 }
        END { put() }' >blocks
fi
typst_of() {
    printf '#set page(paper: "a4", margin: 2cm)\n#set text(font: "Carlito", size: 10pt)\n'
    sed -e 's/[\\#$*_`<>@~\[]/\\&/g' -e 's/^H /= /' -e 's/^B /- /' -e 's/^P \(.*\)/\n\1/' blocks
}
groff_of() {
    sed -e 's/\\/\\e/g' -e "s/^\(.\) \([.']\)/\1 \\\\\&\2/" -e 's/^H \(.*\)/.SH\n\1/' \
        -e 's/^B \(.*\)/.IP \\(bu 2\n\1/' -e 's/^P \(.*\)/.LP\n\1/' blocks
}

# --- Measuring -------------------------------------------------------------------
ours=
# Milliseconds of processor time that one run of the command takes.
milliseconds() { # milliseconds ROUNDS COMMAND ARGUMENT...
    rounds=$1
    shift
    (
        round=0
        while [ $round -lt "$rounds" ]; do
            "$@" >/dev/null 2>&1 || exit 1
            round=$((round + 1))
        done
        times
    ) | awk -v rounds="$rounds" 'END {
        split($0, part, /[ms ]+/)
        printf "%.1f", ((part[1] + part[3]) * 60 + part[2] + part[4]) * 1000 / rounds
    }'
}
measure() { # measure NAME ROUNDS FILE COMMAND ARGUMENT...
    name=$1 rounds=$2 file=$3
    shift 3
    if ! "$@" >said 2>&1; then
        echo "$name is not measured: $(head -n 1 said)"
        return
    fi
    time=$(milliseconds "$rounds" "$@")
    ours=${ours:-$time}
    echo "$name $time $ours $(wc -c <"$file")" | awk \
        '{ printf "export: %-24s%8.1f ms/process  %5.2f of ours  %7.1f kB\n", $1, $2, $2 / $3, $4 / 1000 }'
}
measure bulletproof 40 resume.pdf "$program" export resume.yaml
[ -e blocks ] || exit 0

if has groff; then
    groff_of >resume.ms
    measure groff-ms 10 groff.pdf sh -c 'groff -Kutf8 -ms -Tpdf resume.ms >groff.pdf'
else
    echo "groff is not measured: it is not here"
fi
if ! has node || ! has npm; then
    echo "typst and react-pdf are not measured: node and npm are not here"
    exit 0
fi
folder=${PEERS:-$room}
for package in @myriaddreamin/typst-ts-node-compiler @react-pdf/renderer; do
    [ -d "$folder/node_modules/$package" ] ||
        (cd "$folder" && npm install --silent --no-fund --no-audit "$package" >/dev/null 2>&1) ||
        echo "$package is not measured: the registry cannot be reached"
done
typst_of >resume.typ
cat >typst.js <<'JS'
const { NodeCompiler } = require(process.argv[2] + "/node_modules/@myriaddreamin/typst-ts-node-compiler");
const compiler = NodeCompiler.create({ workspace: ".", fontArgs: [{ fontPaths: ["/usr/share/fonts/truetype/crosextra"] }] });
const text = require("fs").readFileSync("resume.typ", "utf8");
require("fs").writeFileSync("typst.pdf", compiler.pdf({ mainFileContent: text }));
JS
cat >react.js <<'JS'
const root = process.argv[2] + "/node_modules/";
const fs = require("fs");
const path = require("path");
const { createElement: make } = require(root + "react");
const entry = path.join(root, "@react-pdf/renderer", "lib/react-pdf.js");
import(entry).then(async ({ Document, Page, Text, Font, renderToFile }) => {
    const at = "/usr/share/fonts/truetype/crosextra/Carlito-";
    Font.register({ family: "Carlito", fonts: [{ src: at + "Regular.ttf" }, { src: at + "Bold.ttf", fontWeight: "bold" }] });
    Font.registerHyphenationCallback((word) => [word]);
    const blocks = fs.readFileSync("blocks", "utf8").trim().split("\n").map((line, key) =>
        make(Text, { key, style: line[0] === "H" ? { fontWeight: "bold" } : {} }, (line[0] === "B" ? "• " : "") + line.slice(2)));
    const style = { fontFamily: "Carlito", fontSize: 10, padding: 57 };
    await renderToFile(make(Document, {}, make(Page, { size: "A4", style }, blocks)), "react.pdf");
});
JS
measure typst 5 typst.pdf node typst.js "$folder"
measure react-pdf 5 react.pdf node react.js "$folder"
