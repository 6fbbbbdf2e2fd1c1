# Prints a line for every function, file or call that breaks the limits of the house style:
# what clang-format cannot see. Relies on its layout: a function's braces stand in column 1.
BEGIN {
    longest_function = 60; longest_file = 500; most_parameters = 5; deepest = 3
    banned = "(^|[^A-Za-z0-9_])(strcpy|strcat|stpcpy|sprintf|vsprintf|strtok|gets|alloca)[ ]*\\("
    left_over = "(/\\*|//|^[ \t]*\\*).*[^A-Za-z](TODO|FIXME|XXX|HACK)([^A-Za-z]|$)"
}
function complain(text) { printf "%s:%d: %s\n", FILENAME, FNR, text }
function close_file() {
    if (file && lines > longest_file) printf "%s:%d: %d lines in a file\n", file, lines, lines
}
# Commas between the outer parentheses, one more than that many parameters.
function parameters(header,   i, c, depth, commas) {
    for (i = 1; i <= length(header); i++) {
        c = substr(header, i, 1)
        if (c == "(") depth++
        else if (c == ")") { if (--depth == 0) return commas + 1 }
        else if (c == "," && depth == 1) commas++
    }
    return commas + 1
}
FNR == 1 { close_file(); file = FILENAME; header = ""; in_function = 0 }
{ lines = FNR }
$0 ~ banned { complain("an unbounded call") }
$0 ~ left_over { complain("a mark left in the code") }
/[ \t]$/ { complain("a blank at the end of the line") }

# A header begins in column 1 with a word and ends at the brace; ";" ends a declaration.
!in_function && /^[A-Za-z_]/ { header = "" }
!in_function && !/^[#{}]/ { header = header $0 }
/^\{/ && !in_function {
    in_function = 1
    opened = FNR
    if (parameters(header) > most_parameters) complain("more than " most_parameters " parameters")
    next
}
in_function && /^ +(if|for|while|switch|do)[ ({]/ {
    match($0, /^ +/)
    if (RLENGTH / 4 > deepest) complain("nested more than " deepest " deep")
}
in_function && /^\}/ {
    in_function = 0
    header = ""
    if (FNR - opened - 1 > longest_function) complain(FNR - opened - 1 " lines in a function")
}
END { close_file() }
