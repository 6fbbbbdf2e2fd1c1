#!/bin/sh
# The layer lint, as TAP: a module includes only rows below its own (HACKING.md draws the rows),
# libraries stop at their wall, every header compiles alone. Planted violations must be caught.
set -u
. "${srcdir:-.}/tests/tap.sh"
cd "$source_folder" || exit 99

find src include -name '*.[ch]' -exec awk -f tests/lint/layers.awk {} + >"$room/found"
is_empty "$room/found" "modules include only what is below them"

plant() { # plant FILE LINE
    mkdir -p "$room/$(dirname "$1")"
    echo "$2" >"$room/$1"
    (cd "$room" && awk -f "$OLDPWD/tests/lint/layers.awk" "$1") | grep -q .
    report $? "caught: $1 with $2"
}
plant src/base/x.c '#include "bulletproof/model/node.h"'
plant src/check/x.c '#include "bulletproof/store/store.h"'
plant src/ui/x.c '#include <curses.h>'
plant src/layout/x.c '#include <hpdf.h>'
plant src/model/x.c '#include <cyaml/cyaml.h>'
plant src/check/x.c '#include "../layout/inside.h"'
plant src/check/x.c '#include "layout/inside.h"'
plant include/bulletproof/export/x.h '#include <hpdf.h>'
plant src/ui/x.c '#include <uniwidth.h>'

for header in $(find include -name '*.h' | sort); do
    ${CC:-cc} -std=gnu11 -Iinclude -fsyntax-only -x c "$header" || echo "# $header does not compile alone"
done 2>&1 | sed 's/^/# /' >"$room/alone"
cat "$room/alone"
[ ! -s "$room/alone" ]
report $? "every header compiles alone"

finish
