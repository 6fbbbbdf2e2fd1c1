# Writes the parts of the manual page that derive from tables: the commands of the editor with their
# keys, the fields of a resume, or the formats it is written in. Its output stands in bulletproof.1, that of the fields in
# bulletproof-resume.5; a test compares them.
#   awk -f man/tables.awk -v part=commands src/ui/command_list.h
#   awk -f man/tables.awk -v part=fields include/bulletproof/model/kind.h \
#       include/bulletproof/model/field_table.h
#   awk -f man/tables.awk -v part=formats include/bulletproof/export/format_table.h

# Prints an item of a list and its one line of text.
function item(macro, text) {
    print ".It " macro
    print text (text ~ /[.?!]$/ ? "" : ".")
}

BEGIN {
    FS = "\""
    inside["LOCATION"] = inside["PROFILE"] = "basics."
    inside["SETTINGS"] = "meta."
    inside["WALKTHROUGH"] = "meta.bulletproof."
    key["BULLET"] = "x-bulletproof" # where the file keeps what belongs to a bullet
    said["PROSE"] = " Pq lines of text"
    said["DATE"] = " Pq date"
    said["LINK"] = " Pq address"
    said["EMAIL"] = " Pq e-mail"
    said["CHOICE"] = " Pq choice"
    print ".Bl -tag -width Ds"
}

part == "commands" && /^    X\(/ { item("Ic " $2 " Pq " $4, $8) }

part == "formats" && /^    X\(/ { item("Cm " $2 " Pq Pa " $4, $(NF - 1)) }

# The tables of kind.h: lists give their key to their items, fields have keys of their own.
part == "fields" && /^#define NODE_KINDS/ { in_kinds = 1 }
part == "fields" && /^#define FIELD_NAMES/ { in_names = 1 }
/^$/ { in_kinds = in_names = 0 }
in_kinds && /^    X\(/ {
    split($0, cell, /[(,) ]+/)
    kind = cell[3]
    if ($2 != "") key[kind] = $2
    if ($0 ~ /LIST/) {
        made_of = $NF
        gsub(/[^A-Z]/, "", made_of)
        if (!(made_of in key)) key[made_of] = $2
    }
}
in_names && /^    X\(/ { split($0, cell, /[(,) ]+/); name[cell[3]] = $2 }

part == "fields" && /^    X\([A-Z]+, [A-Z_]+, / {
    split($0, cell, /[(,) ]+/)
    kind = cell[3]
    if (!(kind in key) && kind != "RESUME") next
    if (name[cell[4]] == "") next
    type = $3
    gsub(/[^A-Z]/, "", type)
    item("Va " (kind == "RESUME" ? "" : inside[kind] key[kind] ".") name[cell[4]] said[type], $4)
}
END { print ".El" }
