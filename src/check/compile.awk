# Compiles checks.txt, questions.txt, stronger.txt, misspellings.txt, spelling.txt and variants.txt of rules/ to the C tables of rule_table.h. A rule that
# lacks a part, or a failing and a passing sample, does not build.

# The words of a claim that says nothing without its particular.
function add_specific() {
    if (!((code, "wants") in field)) fail("the rule " code " claims something and wants nothing")
    specifics[++specific_count] = sprintf("    {.code = %s,\n     .claims = %s,\n     .wants = %s,\n" \
        "     .heads = %s,\n     .spares = %s},", quoted(code), quoted(field[code, "claims"]), \
        quoted(field[code, "wants"]), quoted(field[code, "heads"]), quoted(field[code, "spares"]))
}

function close_rule(   part, i) {
    if (code == "") return
    split("severity message reason question before after", part, " ")
    for (i = 1; i in part; i++)
        if (!((code, part[i]) in field)) fail("the rule " code " has no line \"" part[i] "\"")
    if (!fails[code] || !passes[code])
        fail("the rule " code " needs a sample that fails and one that passes")
    if ((code, "claims") in field) add_specific()
    code = ""
}

# "mid past", "senior summary", "resume", "pages": the kind of a sample, and its level and tense.
function add_sample(kind, rest,   at, place, count) {
    at = index(rest, ": ")
    count = split(substr(rest, 1, at ? at - 1 : 0), place, " ")
    if (count == 1 && place[1] ~ /^(resume|pages)$/) {
        place[2] = place[1]
        place[1] = "mid"
    }
    if (place[1] !~ /^(junior|mid|senior)$/ || place[2] !~ /^(past|current|summary|resume|pages)$/)
        fail("a sample is written \"LEVEL TENSE: sentence\" or \"resume: {…}\": " rest)
    samples[++sample_count] = sprintf("    {%s, %s, SAMPLE_%s, LEVEL_%s, %s},", quoted(code), \
        kind == "fails" ? "true" : "false", toupper(place[2]), toupper(place[1]), \
        quoted(substr(rest, at + 2)))
    if (place[2] == "pages") is_of_pages[code] = 1
    if (kind == "fails") fails[code]++; else passes[code]++
}

function add_question(   part) {
    split($0, part, "|")
    questions[++question_count] = sprintf("    {SLOT_%s, %s, %s},", toupper(trimmed(part[1])), \
        quoted(trimmed(part[2])), quoted(trimmed(part[3])))
}

# Stems are sorted by their text; the row comes along behind a blank.
function add_stronger(   part, verbs, pair, n, i, list, stem) {
    split($0, part, "|")
    n = split(part[2], verbs, ",")
    if (n < 2 || n > 4) fail("a line of verbs has two to four")
    for (i = 1; i <= n; i++) {
        if (split(trimmed(verbs[i]), pair, "/") != 2) fail("a verb is written \"base/past\": " verbs[i])
        list = list sprintf("%s{%s, %s}", i > 1 ? ", " : "", quoted(pair[1]), quoted(pair[2]))
    }
    n = split(trimmed(part[1]), stem, " ")
    for (i = 1; i <= n; i++) stems[++stem_count] = stem[i] " " stronger_count
    stronger[++stronger_count] = sprintf("    {{%s}},", list)
}

/^#/ { next }
FILENAME ~ /stronger/ { add_stronger(); next }
FILENAME ~ /misspellings/ { wrong[++wrong_count] = $1; right[$1] = $2; next }
FILENAME ~ /variants/ { variants[++variant_count] = sprintf("    {%s, %s},", quoted($1), quoted($2)); next }
FILENAME ~ /spelling.txt/ { technical[++technical_count] = $1; next }
FILENAME ~ /questions/ { if (trimmed($0) != "") add_question(); next }
/^[ \t]*$/ { close_rule(); next }
$1 == "rule" { close_rule(); code = $2; codes[++code_count] = code; next }
code == "" { fail("a line outside of a rule") }
$1 == "fails" || $1 == "passes" { add_sample($1, substr($0, length($1) + 2)); next }
$1 ~ /^(severity|message|reason|question|before|after|claims|wants|heads|spares)$/ {
    field[code, $1] = substr($0, length($1) + 2)
    next
}
{ fail("no such line in a rule: " $1) }

function sort(list, count,   i, j, swap) {
    for (i = 2; i <= count; i++)
        for (j = i; j > 1 && list[j] < list[j - 1]; j--) {
            swap = list[j]; list[j] = list[j - 1]; list[j - 1] = swap
        }
}

END {
    if (failed) exit 1
    close_rule()
    sort(codes, code_count)
    sort(wrong, wrong_count)
    print "#include \"check/rule_table.h\"\n\nconst Rule rule_table[] = {"
    for (i = 1; i <= code_count; i++) {
        code = codes[i]
        printf "    {.code = %s,\n     .severity = SEVERITY_%s,\n     .message = %s,\n     .reason = %s,\n", \
            quoted(code), toupper(field[code, "severity"]), quoted(field[code, "message"]), \
            quoted(field[code, "reason"])
        printf "     .question = %s,\n     .before = %s,\n     .after = %s,\n     .is_of_pages = %s},\n", \
            quoted(field[code, "question"]), quoted(field[code, "before"]), \
            quoted(field[code, "after"]), code in is_of_pages ? "true" : "false"
    }
    printf "};\nconst size_t rule_table_count = %d;\n\nconst Rule *const rule_list[] = {\n", code_count
    for (i = 0; i < code_count; i++) printf "    &rule_table[%d],\n", i
    print "};\n\nconst RuleSample rule_samples[] = {"
    for (i = 1; i <= sample_count; i++) print samples[i]
    printf "};\nconst size_t rule_sample_count = %d;\n\nconst Specific specifics[] = {\n", sample_count
    for (i = 1; i <= specific_count; i++) print specifics[i]
    printf "};\nconst size_t specific_count = %d;\n\nconst TopicQuestion topic_questions[] = {\n", specific_count
    for (i = 1; i <= question_count; i++) print questions[i]
    printf "};\nconst size_t topic_question_count = %d;\n", question_count
    print "\nconst Misspelling misspellings[] = {"
    for (i = 1; i <= wrong_count; i++)
        printf "    {%s, %s},\n", quoted(wrong[i]), quoted(right[wrong[i]])
    printf "};\nconst size_t misspelling_count = %d;\n", wrong_count
    print "\nconst StrongerRow stronger_rows[] = {"
    for (i = 1; i <= stronger_count; i++) print stronger[i]
    printf "};\nconst size_t stronger_row_count = %d;\n", stronger_count
    sort(stems, stem_count)
    print "\nconst StrongerStem stronger_stems[] = {"
    for (i = 1; i <= stem_count; i++) {
        split(stems[i], part, " ")
        whole = sub(/=$/, "", part[1])
        printf "    {%s, %s, %d},\n", quoted(part[1]), whole ? "true" : "false", part[2]
    }
    printf "};\nconst size_t stronger_stem_count = %d;\n", stem_count
    print "\nconst VariantPair variant_pairs[] = {"
    sort(variants, variant_count)
    for (i = 1; i <= variant_count; i++) print variants[i]
    printf "};\nconst size_t variant_pair_count = %d;\n", variant_count
    sort(technical, technical_count)
    print "\nconst char *const technical_words[] = {"
    for (i = 1; i <= technical_count; i++) printf "    %s,\n", quoted(technical[i])
    printf "};\nconst size_t technical_word_count = %d;\n", technical_count
}
