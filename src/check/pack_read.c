/* A pack's file: what libcyaml fills, what is wrong in it, and what is taken over. */
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/yaml/config.h"
#include "bulletproof/yaml/tree.h"
#include "check/pack_inside.h"

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

/* --- the structs of a file ---------------------------------------------------------------- */

typedef struct {
    char **texts; /* owned */
    size_t count;
} TextList;

typedef struct {
    char *code, *message, *reason, *question, *before, *after; /* owned */
    char *fails, *passes, *replace;                            /* owned */
    TextList find;
    PackKind kind;
    PackText text;
    Severity severity;
    int least, most;
} RuleRow;

typedef struct {
    TextList words[OWN_WORD_CLASS_COUNT];
    TextList right; /* words that are spelt right, of no class */
} WordRows;

typedef struct {
    char *description; /* owned; for people only */
    WordRows words;
    TextList off;
    RuleRow *rules; /* owned */
    size_t rule_count;
} PackFile;

static const char *const kind_words[] = {"existence", "substitution", "occurrence", NULL};
static const char *const text_words[] = {"bullet", "summary", "both", NULL};
static const char *const severity_words[] = {"advice", "warning", "error", NULL};

#define LIST(name, owner, member) \
    { \
        .key = name, .type = YAML_TEXTS, .offset = offsetof(owner, member.texts), \
        .count_offset = offsetof(owner, member.count) \
    }
#define TEXT(name, member) \
    { \
        .key = name, .type = YAML_TEXT, .offset = offsetof(RuleRow, member) \
    }
#define CHOICE(name, member, list) \
    { \
        .key = name, .type = YAML_CHOICE, .offset = offsetof(RuleRow, member), .words = list \
    }
#define COUNT(name, member) \
    { \
        .key = name, .type = YAML_INTEGER, .offset = offsetof(RuleRow, member), .minimum = 1, \
        .maximum = 99 \
    }

static const YamlField rule_fields[] = {
    TEXT("code", code),
    CHOICE("kind", kind, kind_words),
    CHOICE("in", text, text_words),
    LIST("find", RuleRow, find),
    TEXT("replace", replace),
    COUNT("least", least),
    COUNT("most", most),
    CHOICE("severity", severity, severity_words),
    TEXT("message", message),
    TEXT("reason", reason),
    TEXT("question", question),
    TEXT("before", before),
    TEXT("after", after),
    TEXT("fails", fails),
    TEXT("passes", passes),
};
static const YamlRecord rule_record = {rule_fields, COUNT_OF(rule_fields), sizeof(RuleRow)};

static const YamlField word_fields[] = {
#define X(id, name, kind, tags) LIST(name, WordRows, words[OWN_WORD_##id]),
    OWN_WORD_CLASSES(X)
#undef X
        LIST("right", WordRows, right),
};
static const YamlRecord word_record = {word_fields, COUNT_OF(word_fields), sizeof(WordRows)};

static const YamlField pack_fields[] = {
    {.key = "description", .type = YAML_TEXT, .offset = offsetof(PackFile, description)},
    {.key = "words",
     .type = YAML_RECORD,
     .offset = offsetof(PackFile, words),
     .record = &word_record},
    LIST("off", PackFile, off),
    {.key = "rules",
     .type = YAML_RECORDS,
     .offset = offsetof(PackFile, rules),
     .count_offset = offsetof(PackFile, rule_count),
     .record = &rule_record},
};
static const YamlRecord pack_record = {pack_fields, COUNT_OF(pack_fields), sizeof(PackFile)};

/* --- telling what is wrong ------------------------------------------------------------------ */

/* One reading: what it goes into, and the nodes that know their places. */
typedef struct {
    RulePack *pack;
    DiagList *faults;
    const YamlNode *node; /* of the rule in hand */
} Reading;

static bool tell(const Reading *reading, DiagPlace place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

static bool tell(const Reading *reading, DiagPlace place, const char *format, ...)
{
    char text[DIAG_TEXT_BYTES];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(text, sizeof(text), format, arguments);
    va_end(arguments);
    Diag diag = {0};
    diag_fail_at(&diag, DIAG_RANGE, place, "%s", text);
    diag_list_add(reading->faults, &diag);
    return false;
}

/* Of the key's value in the rule in hand; of the rule where it has no such key. */
static DiagPlace place_of(const Reading *reading, const char *key)
{
    const YamlItem *item = yaml_find(reading->node, key);
    return item ? item->value->place : reading->node->place;
}

static const YamlNode *value_of(const YamlNode *node, const char *key)
{
    const YamlItem *item = yaml_find(node, key);
    return item ? item->value : NULL;
}

/* --- rules ------------------------------------------------------------------------------------ */

static bool is_missing(const Reading *reading, const char *key)
{
    const YamlNode *value = value_of(reading->node, key);
    return !value || yaml_is_null(value) ||
           (value->kind == YAML_SCALAR ? value->text.length : value->count) == 0;
}

static bool has_all_keys(const Reading *reading)
{
    static const char *const needed[] = {"code",    "kind",   "find",     "severity",
                                         "message", "reason", "question", "before",
                                         "after",   "fails",  "passes"};
    StrBuf missing = {0};
    DiagPlace place = reading->node->place;
    for (size_t i = 0; i < COUNT_OF(needed); i++) {
        if (is_missing(reading, needed[i])) {
            place = missing.length > 0 ? place : place_of(reading, needed[i]);
            strbuf_addf(&missing, "%s\"%s\"", missing.length > 0 ? ", " : "", needed[i]);
        }
    }
    bool is_whole = missing.length == 0;
    if (!is_whole) {
        tell(reading, place, "this rule lacks %s: every rule has all of them",
             strbuf_text(&missing));
    }
    strbuf_done(&missing);
    return is_whole;
}

static bool is_sound_code(const char *code)
{
    size_t length = strspn(code, "abcdefghijklmnopqrstuvwxyz0123456789-");
    return code[length] == '\0' && code[0] >= 'a' && code[0] <= 'z';
}

static bool has_good_code(const Reading *reading, const RuleRow *row)
{
    DiagPlace place = place_of(reading, "code");
    if (!is_sound_code(row->code)) {
        return tell(reading, place, "\"%s\" is no code: small letters, digits and hyphens make one",
                    row->code);
    }
    if (rule_pack_find(reading->pack, row->code)) {
        return tell(reading, place, "there is a rule \"%s\" already: give yours another code",
                    row->code);
    }
    return true;
}

static bool fits_kind(const Reading *reading, const RuleRow *row)
{
    if (row->kind == PACK_SUBSTITUTION && (!row->replace || !*row->replace)) {
        return tell(reading, place_of(reading, "kind"),
                    "a substitution needs \"replace\": what is to stand there instead");
    }
    if (row->kind == PACK_OCCURRENCE && row->least == 0 && row->most == 0) {
        return tell(reading, place_of(reading, "kind"),
                    "an occurrence needs \"least\" or \"most\": how often is right");
    }
    if (row->kind == PACK_OCCURRENCE && row->most > 0 && row->least > row->most) {
        return tell(reading, place_of(reading, "least"),
                    "\"least\" is more than \"most\": exchange them");
    }
    return true;
}

static bool breaks(const PackRule *rule, const char *sentence)
{
    PackSpan span;
    size_t offset = 0;
    return pack_next_fault(rule, view_of(sentence), &offset, &span);
}

static bool proves_itself(const Reading *reading, const RuleRow *row, const PackRule *rule)
{
    bool fails = breaks(rule, row->fails), passes = !breaks(rule, row->passes);
    if (!fails) {
        tell(reading, place_of(reading, "fails"),
             "the rule \"%s\" finds nothing in this sentence, which should fail: mend one of them",
             row->code);
    }
    if (!passes) {
        tell(reading, place_of(reading, "passes"),
             "the rule \"%s\" is broken by this sentence, which should pass: mend one of them",
             row->code);
    }
    return fails && passes;
}

static const char *keep(const Reading *reading, const char *text)
{
    return text ? arena_copy(&reading->pack->arena, view_of(text)) : NULL;
}

static PackRule *make_rule(const Reading *reading, const RuleRow *row)
{
    Arena *arena = &reading->pack->arena;
    PackRule *rule = arena_alloc(arena, sizeof(*rule));
    *rule = (PackRule){
        .rule = {.code = keep(reading, row->code),
                 .severity = row->severity,
                 .message = keep(reading, row->message),
                 .reason = keep(reading, row->reason),
                 .question = keep(reading, row->question),
                 .before = keep(reading, row->before),
                 .after = keep(reading, row->after)},
        .kind = row->kind,
        .text = row->text,
        .replacement = keep(reading, row->replace),
        .least = row->least,
        .most = row->most,
        .phrases = arena_alloc(arena, row->find.count * sizeof(char *)),
    };
    for (size_t i = 0; i < row->find.count; i++) {
        StrView phrase = view_trim(view_of(row->find.texts[i]));
        if (phrase.length > 0) {
            rule->phrases[rule->phrase_count++] = arena_copy(arena, phrase);
        }
    }
    return rule;
}

static void take_rule(const Reading *reading, const RuleRow *row)
{
    RulePack *pack = reading->pack;
    if (!has_all_keys(reading) || !has_good_code(reading, row) || !fits_kind(reading, row)) {
        return;
    }
    PackRule *rule = make_rule(reading, row);
    if (proves_itself(reading, row, rule)) {
        pack->rules =
            vector_grow(pack->rules, pack->rule_count, &pack->rule_capacity, sizeof(*pack->rules));
        pack->rules[pack->rule_count++] = rule;
    }
}

static void take_rules(Reading *reading, const PackFile *file, const YamlNode *root)
{
    const YamlNode *list = value_of(root, "rules");
    for (size_t i = 0; i < file->rule_count; i++) {
        reading->node = list->items[i].value;
        take_rule(reading, &file->rules[i]);
    }
}

/* --- what is switched off, and words -------------------------------------------------------- */

static void take_off(const Reading *reading, const PackFile *file, const YamlNode *root)
{
    RulePack *pack = reading->pack;
    const YamlNode *list = value_of(root, "off");
    for (size_t i = 0; i < file->off.count; i++) {
        const char *code = file->off.texts[i];
        if (!rule_pack_find(pack, code)) {
            tell(reading, list->items[i].value->place,
                 "there is no rule \"%s\" to switch off: bulletproof explain lists them", code);
            continue;
        }
        pack->off =
            vector_grow(pack->off, pack->off_count, &pack->off_capacity, sizeof(*pack->off));
        pack->off[pack->off_count++] = keep(reading, code);
    }
}

static void take_word(RulePack *pack, const char *word)
{
    for (StrView rest = view_of(word); rest.length > 0;) {
        size_t end = view_find(rest, ' ');
        strbuf_addf(&pack->lines, "%.*s\n", VIEW_ARG(view_slice(rest, 0, end)));
        rest = view_slice(rest, end + 1, rest.length);
    }
}

static void take_words(const Reading *reading, const PackFile *file, const YamlNode *root)
{
    static const char *const names[] = {
#define X(id, name, kind, tags) name,
        OWN_WORD_CLASSES(X)
#undef X
    };
    const YamlNode *words = value_of(root, "words");
    for (size_t class = 0; class < OWN_WORD_CLASS_COUNT; class ++) {
        const TextList *list = &file->words.words[class];
        const YamlNode *node = value_of(words, names[class]);
        for (size_t i = 0; i < list->count; i++) {
            if (own_words_add(reading->pack->words, (OwnWordClass) class,
                              view_of(list->texts[i]))) {
                take_word(reading->pack, list->texts[i]);
            } else {
                tell(reading, node->items[i].value->place,
                     "\"%s\" is no word: letters make one, and five words at most a phrase",
                     list->texts[i]);
            }
        }
    }
    for (size_t i = 0; i < file->words.right.count; i++) {
        take_word(reading->pack, file->words.right.texts[i]);
    }
}

bool rule_pack_read(RulePack *pack, StrView text, DiagList *faults)
{
    PackFile file = {.description = NULL};
    YamlTree tree = {0};
    Diag diag = {0};
    size_t faults_before = faults->count;
    Reading reading = {.pack = pack, .faults = faults};
    if (yaml_config_load(text, &pack_record, &file, &diag) && yaml_tree_read(&tree, text, &diag)) {
        take_words(&reading, &file, tree.root);
        take_rules(&reading, &file, tree.root);
        take_off(&reading, &file, tree.root);
    } else {
        diag_list_add(faults, &diag);
    }
    yaml_record_done(&pack_record, &file);
    yaml_tree_done(&tree);
    return faults->count == faults_before;
}
