# Compiles rules/words/*.txt to the C tables of lexicon_table.h.
#
#   [verb CLASS …]  [noun CLASS …]  [word CLASS …]   entries parted by commas or line ends
#   [irregular]                                     base past participle, one verb a line
#   [technology CATEGORY]  [generic-technology …]   Canonical = other spelling = …, one a line
#
# Verbs get their four forms, nouns their plural, and every word in -ise its sister in -ize.
# keys.awk goes before it.

function tag_entry(key, classes, form,   list, n, i) {
    if (!(key in tags)) { tags[key] = " "; forms[key] = " "; keys[++key_count] = key }
    n = split(classes, list, " ")
    for (i = 1; i <= n; i++)
        if (index(tags[key], " " list[i] " ") == 0) tags[key] = tags[key] list[i] " "
    if (form != "" && index(forms[key], " " form " ") == 0) forms[key] = forms[key] form " "
}

function tag(word, classes, form,   key, sister) {
    key = key_of(word)
    if (key == "") return
    tag_entry(key, classes, form)
    sister = key
    if (gsub(/is(e|ed|es|er|ers|ing|ation|ations)$/, "&", sister)) {
        sub(/is(e|ed|es|er|ers|ing|ation|ations)$/, "~&", sister)
        sub(/~is/, "iz", sister)
        tag_entry(sister, classes, form)
    }
}

# The part of a phrase that is inflected: its first word, or the last of a hyphenated one.
function inflect(phrase, classes, form,   head, tail, at) {
    head = ""; tail = ""; at = index(phrase, " ")
    if (at > 0) { tail = substr(phrase, at); phrase = substr(phrase, 1, at - 1) }
    if (match(phrase, /.*-/)) { head = substr(phrase, 1, RLENGTH); phrase = substr(phrase, RLENGTH + 1) }
    split(form_of(phrase, form), made, "|")
    for (at = 1; at in made; at++) if (made[at] != "") tag(head made[at] tail, classes, form)
    for (at in made) delete made[at]
}

function is_short(word) {
    return word ~ /^[^aeiou]*[aeiou][bdfgklmnprtvz]$/ || word ~ /(el|al|ol|it|er|ap|op|ug|am|um)$/
}

function form_of(word, form,   last, stem) {
    last = substr(word, length(word)); stem = substr(word, 1, length(word) - 1)
    if (form == "THIRD") return plural_of(word)
    if (form == "PAST") {
        if (word in past) return past[word]
        if (last == "e") return word "d"
        if (word ~ /[^aeiou]y$/) return stem "ied"
        return is_short(word) ? word "ed|" word last "ed" : word "ed"
    }
    if (word ~ /ie$/) return substr(word, 1, length(word) - 2) "ying"
    if (last == "e" && word !~ /(ee|oe|ye)$/) return stem "ing"
    return is_short(word) ? word "ing|" word last "ing" : word "ing"
}

function plural_of(word) {
    if (word ~ /(s|x|z|ch|sh)$/) return word "es"
    if (word ~ /[^aeiou]y$/) return substr(word, 1, length(word) - 1) "ies"
    if (word ~ /[^o]o$/) return word "es|" word "s"
    return word "s"
}

function add_noun(word, classes,   head, last, n, i, made) {
    tag(word, classes, "SINGULAR")
    head = ""; last = word
    if (match(word, /.*[ -]/)) { head = substr(word, 1, RLENGTH); last = substr(word, RLENGTH + 1) }
    if (last ~ /[^su]s$/) { tag(word, classes, "PLURAL"); return }
    n = split(plural_of(last), made, "|")
    for (i = 1; i <= n; i++) tag(head made[i], classes, "PLURAL")
    if (last ~ /index$/) tag(head "indices", classes, "PLURAL")
}

function add_verb(word, classes) {
    tag(word, classes, "BASE")
    inflect(word, classes, "THIRD")
    inflect(word, classes, "PAST")
    inflect(word, classes, "GERUND")
}

function add_technology(line,   names, n, i, key) {
    n = split(line, names, "=")
    technology[++technology_count] = trimmed(names[1])
    technology_category[technology_count] = category
    technology_generic[technology_count] = kind == "generic-technology"
    for (i = 1; i <= n; i++) {
        key = key_of(names[i])
        tag_entry(key, technology_class, "")
        if (!(key in technology_of)) technology_of[key] = technology_count
    }
}

function open_section(header,   parts, n, i) {
    n = split(header, parts, " ")
    kind = parts[1]; classes = ""; category = toupper(parts[2])
    for (i = kind == "word" ? 2 : 1; i <= n; i++) {
        gsub(/-/, "_", parts[i])
        classes = classes toupper(parts[i]) " "
    }
    technology_class = kind == "technology" ? "TECHNOLOGY" : "GENERIC_TECHNOLOGY"
    if (kind !~ /^(verb|noun|word|irregular|technology|generic-technology)$/)
        fail("no such kind of section: " kind)
}

function add(word) {
    if (kind == "verb") pending[++pending_count] = word SUBSEP classes
    else if (kind == "noun") add_noun(word, classes)
    else tag(word, classes, "")
}

BEGIN {
    for (i = 1; i < 256; i++) code[sprintf("%c", i)] = i
    PIECE = 4000 # as LEXICON_PIECE
    place = 0
}

/^#/ || /^[ \t]*$/ { next }
/^\[/ { header = $0; gsub(/^\[|\].*$/, "", header); open_section(header); next }
kind == "" { fail("an entry before the first section") }
# An irregular verb needs no other line to be known.
kind == "irregular" { irregular[++irregular_count] = $1; past[$1] = $2 == $3 ? $2 : $2 "|" $3; next }
kind ~ /technology/ { add_technology($0); next }
{
    n = split($0, entries, ",")
    for (i = 1; i <= n; i++) add(trimmed(entries[i]))
}

function hash_of(word,   hash, i) {
    hash = 7
    for (i = 1; i <= length(word); i++) hash = (hash * 31 + code[substr(word, i, 1)]) % 16777216
    return hash
}

function joined(list, before, after,   parts, n, i, text) {
    n = split(list, parts, " ")
    if (n == 0) return "0"
    for (i = 1; i <= n; i++) text = text (i > 1 ? " | " : "") before parts[i] after
    return text
}

# Where each word stands among the words: one behind the other, none across two pieces.
function write_entries(   i, length_with_end) {
    print "const LexiconEntry lexicon_entries[] = {"
    for (i = 1; i <= key_count; i++) {
        length_with_end = length(keys[i]) + 1
        if (place % PIECE + length_with_end > PIECE) place += PIECE - place % PIECE
        places[i] = place
        printf "    {%s, %d, %d, %s, %d},\n", joined(tags[keys[i]], "WORD(", ")"), place, \
            technology_of[keys[i]], joined(forms[keys[i]], "FORM_", ""), length(keys[i])
        place += length_with_end
    }
    print "};\n"
}

function write_words(   i, piece) {
    printf "const char lexicon_words[][LEXICON_PIECE] = {"
    for (i = 1; i <= key_count; i++) {
        for (; piece * PIECE <= places[i]; piece++) printf "%s\n", (piece > 0 ? "," : "")
        printf "    %s \"\\000\"\n", quoted(keys[i])
    }
    print "};\n"
}

# Half of the slots are free, so that a search ends soon.
function write_slots(   size, i, slot, used) {
    size = 1024
    while (size < key_count * 3 / 2) size *= 2
    print "const uint16_t lexicon_slots[] = {"
    for (i = 1; i <= key_count; i++) {
        slot = hash_of(keys[i]) % size
        while (slot in used) slot = (slot + 1) % size
        used[slot] = i
    }
    for (slot = 0; slot < size; slot++)
        printf "%d,%s", used[slot], slot % 16 == 15 ? "\n" : " "
    printf "};\nconst uint32_t lexicon_slot_count = %d;\n\n", size
}

END {
    if (failed) exit 1
    for (word in past) add_verb(word, "VERB")
    for (i = 1; i <= pending_count; i++) { split(pending[i], pair, SUBSEP); add_verb(pair[1], pair[2]) }
    last = key_count
    for (i = 1; i <= last; i++)
        if ((at = index(keys[i], " ")) > 0) tag_entry(substr(keys[i], 1, at - 1), "", "PHRASE_START")
    print "#include \"lexicon/lexicon_table.h\"\n"
    write_entries()
    write_words()
    write_slots()
    print "const Technology lexicon_technologies[] = {"
    for (i = 1; i <= technology_count; i++)
        printf "    {%s, TECHNOLOGY_%s, %s},\n", quoted(technology[i]), \
            technology_category[i], technology_generic[i] ? "true" : "false"
    printf "};\nconst size_t lexicon_technologies_count = %d;\n", technology_count
    print "\nconst IrregularVerb lexicon_irregulars[] = {"
    for (i = 1; i <= irregular_count; i++) {
        split(past[irregular[i]], made, "|")
        printf "    {\"%s\", \"%s\"},\n", irregular[i], made[1]
    }
    printf "};\nconst size_t lexicon_irregulars_count = %d;\n", irregular_count
}
