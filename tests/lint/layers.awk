# Prints a line for every #include that breaks the layers.
BEGIN {
    split("base:1 text:2 yaml:2 font:2 model:3 lexicon:3 store:4 check:4 match:4 layout:4 export:5 ui:6 term:7 app:8", rows, " ")
    for (i in rows) { split(rows[i], pair, ":"); row[pair[1]] = pair[2] }
    # a library's header -> the modules that may include it
    wall["curses.h"] = "term"; wall["ncurses.h"] = "term"; wall["term.h"] = "term"
    wall["locale.h"] = "app term"
    wall["cyaml/cyaml.h"] = "yaml"
    wall["yaml.h"] = "yaml"
    wall["hpdf.h"] = "export"
    wall["hb.h"] = "font"; wall["hb-ot.h"] = "font"; wall["hb-subset.h"] = "font"
    wall["fontconfig/fontconfig.h"] = "font"
    wall["hunspell/hunspell.h"] = "check"; wall["hunspell.h"] = "check"
    split("unistr.h uniwidth.h uniname.h unictype.h uninorm.h unicase.h unigbrk.h uniwbrk.h unilbrk.h unitypes.h wchar.h", unicode, " ")
    for (i in unicode) wall[unicode[i]] = "text term"
}
function complain(text) { printf "%s:%d: %s\n", FILENAME, FNR, text }
function allowed(list, module,   names, i, n) {
    n = split(list, names, " ")
    for (i = 1; i <= n; i++) if (names[i] == module) return 1
    return 0
}
FNR == 1 {
    n = split(FILENAME, part, "/")
    in_contract = part[1] == "include"
    module = in_contract ? part[3] : part[2]
}
/^[ \t]*#[ \t]*include[ \t]*</ {
    header = $0; sub(/^[^<]*</, "", header); sub(/>.*/, "", header)
    if (header in wall) {
        if (!allowed(wall[header], module)) complain("<" header "> stops at: " wall[header])
        else if (in_contract) complain("<" header "> in a contract: keep it inside src/" module)
    }
    if (header ~ /^hpdf/ && module != "export") complain("<" header "> stops at: export")
}
/^[ \t]*#[ \t]*include[ \t]*"/ {
    header = $0; sub(/^[^"]*"/, "", header); sub(/".*/, "", header)
    if (header ~ /\.\./) { complain("a path upwards: " header); next }
    if (header ~ /^bulletproof\//) {
        split(header, part, "/"); other = part[2]
        if (!(other in row)) complain("no such room: " other)
        else if (other != module && row[other] + 0 >= row[module] + 0)
            complain(module " (row " row[module] ") includes " other " (row " row[other] ")")
    } else {
        split(header, part, "/")
        if (part[1] in row && part[1] != module) complain("the inside of another module: " header)
        if (in_contract) complain("a contract includes an inside: " header)
    }
}
