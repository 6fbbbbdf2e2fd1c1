# Compiles rules/jobs.txt to the C tables of job_table.h. Keys are spelt as the lexicon's:
# in lower case, hyphens and slashes as blanks.

function know(key) {
    if (key in classes) return
    classes[key] = ""
    keys[++key_count] = key
}

function tag(text, class,   key) {
    key = key_of(text)
    if (key == "") return
    know(key)
    if (index(classes[key] "|", "SAYS_" class "|") == 0)
        classes[key] = classes[key] (classes[key] == "" ? "" : "|") "SAYS_" class
}

function add_term(line,   names, n, i, key) {
    n = split(line, names, "=")
    terms[++term_count] = "{" quoted(trimmed(names[1])) ", TECHNOLOGY_" category ", false}"
    for (i = 1; i <= n; i++) {
        key = key_of(names[i])
        know(key)
        if (key in term_of && term_of[key] != term_count) fail("two terms are spelt \"" key "\"")
        term_of[key] = term_count
    }
}

function add_implication(line,   names) {
    if (split(line, names, " > ") != 2) fail("an implication is written \"A > B\"")
    implications[++implication_count] = "{" quoted(trimmed(names[1])) ", " quoted(trimmed(names[2])) "}"
}

function open_section(header,   parts) {
    kind = header
    category = ""
    if (split(header, parts, " ") == 2 && parts[1] == "term") {
        kind = "term"
        category = toupper(parts[2])
    }
    gsub(/[- ]/, "_", kind)
}

/^#/ || /^[ \t]*$/ { next }
/^\[/ { header = $0; gsub(/^\[|\].*$/, "", header); open_section(header); next }
kind == "" { fail("an entry before the first section") }
kind == "term" { add_term($0); next }
kind == "implies" { add_implication($0); next }
{
    n = split($0, entries, ",")
    for (i = 1; i <= n; i++) tag(entries[i], toupper(kind))
}

function sort_keys(first, last,   middle, i, j, swap) {
    if (first >= last) return
    middle = keys[int((first + last) / 2)]
    i = first
    j = last
    while (i <= j) {
        while (keys[i] "" < middle "") i++
        while (keys[j] "" > middle "") j--
        if (i <= j) { swap = keys[i]; keys[i] = keys[j]; keys[j] = swap; i++; j-- }
    }
    sort_keys(first, j)
    sort_keys(i, last)
}

END {
    if (failed) exit 1
    sort_keys(1, key_count)
    print "#include \"match/job_table.h\"\n"
    print "const JobWord job_words[] = {"
    for (i = 1; i <= key_count; i++)
        printf "    {%s, %s, %d},\n", quoted(keys[i]), \
            classes[keys[i]] == "" ? "0" : classes[keys[i]], term_of[keys[i]]
    printf "};\nconst size_t job_words_count = %d;\n\n", key_count
    print "const Technology job_terms[] = {"
    for (i = 1; i <= term_count; i++) print "    " terms[i] ","
    print "};\n\nconst JobImplication job_implications[] = {"
    for (i = 1; i <= implication_count; i++) print "    " implications[i] ","
    printf "};\nconst size_t job_implications_count = %d;\n", implication_count
}
