# Writes the parts of the manual page that the program itself tells: how its commands are called, their
# examples, and the rules. Its output stands in bulletproof.1; a test compares them.
#   { bulletproof --help; bulletproof check --help; … } | awk -f man/program.awk -v part=synopsis
#   { bulletproof --help; bulletproof check --help; … } | awk -f man/program.awk -v part=examples
#   bulletproof explain | awk -f man/program.awk -v part=rules

# "FILE|-" is "Ar file | Fl", "-o OUT" is "Fl o Ar out", "--format=FORMAT" is "Fl -format Ns = Ns Ar format".
function macros(word,    at) {
    if (word == "|" || word == "-") return word == "-" ? "Fl" : word
    if (word ~ /^-[a-zA-Z0-9]\[/) return "Fl " substr(word, 2, 1) " Ns Op " macros(substr(word, 4, length(word) - 4))
    at = index(word, "=")
    if (at > 0) return "Fl " substr(word, 2, at - 2) " Ns = Ns " macros(substr(word, at + 1))
    if (word ~ /^-/) return "Fl " substr(word, 2)
    at = index(word, "|")
    if (at > 0) return macros(substr(word, 1, at - 1)) " | " macros(substr(word, at + 1))
    return "Ar " tolower(word)
}

# A bracket that opens begins an "Op", which goes to the end of its line.
function print_usage(text,    words, count, i, word, line, depth) {
    count = split(text, words, " ")
    line = ""
    depth = 0
    for (i = 2; i <= count; i++) {
        word = words[i]
        if (i == 2 && word !~ /^[\[A-Z-]/) {
            print ".Cm " word
            continue
        }
        if (depth == 0 && line != "" && word != "...") {
            print "." line
            line = ""
        }
        if (word ~ /^\[/) {
            line = line (line == "" ? "" : " ") "Op"
            word = substr(word, 2)
            depth++
        }
        while (word ~ /\]$/ && word !~ /^-[a-zA-Z0-9]\[[A-Z]+\]$/) {
            word = substr(word, 1, length(word) - 1)
            depth--
        }
        line = line (line == "" ? "" : " ") macros(word)
    }
    if (line != "") print "." line
}

function escaped(text) {
    gsub(/\\/, "\\e", text)
    return text
}

part == "synopsis" && /^Usage: / { usage = substr($0, 8); in_usage = 1; next }
part == "synopsis" && in_usage && /^ +bulletproof COMMAND/ { next }
part == "synopsis" && in_usage && /^ / { usage = usage " " $0; next }
part == "synopsis" && in_usage {
    print ".Nm"
    print_usage(usage)
    in_usage = 0
}

part == "examples" && /^Examples:/ { in_examples = 1; if (count++) print ""; next }
part == "examples" && /^$/ { in_examples = 0 }
part == "examples" && in_examples { print escaped(substr($0, 3)) }

part == "rules" && NF > 2 {
    message = $0
    sub(/^[^ ]+ +[^ ]+ +/, "", message)
    print ".It Li " $1 " Pq " $2
    print escaped(message) (message ~ /[.?!]$/ ? "" : ".")
}

BEGIN {
    if (part == "rules") print ".Bl -tag -width Ds"
    if (part == "examples") print ".Bd -literal"
}
END {
    if (part == "synopsis") print ".Nm\n.Op Ar command\n.Fl -help | Fl -version"
    else print part == "rules" ? ".El" : ".Ed"
}
