#include "yaml/config_check.h"

#include <limits.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/yaml/guess.h"

enum { SHOWN_CHARACTERS = 40 };

static bool check_record(const YamlNode *node, const YamlRecord *record, Diag *diag);

static StrView shown(const YamlNode *scalar)
{
    return view_slice(scalar->text, 0, utf8_offset(scalar->text, SHOWN_CHARACTERS));
}

static bool fail_unknown_key(const YamlNode *key, const YamlRecord *record, Diag *diag)
{
    const char **names = xalloc(record->count * sizeof(*names));
    StrBuf known = {0};
    for (size_t i = 0; i < record->count; i++) {
        names[i] = record->fields[i].key;
        strbuf_addf(&known, "%s%s", i > 0 ? ", " : "", names[i]);
    }
    const char *guess = yaml_guess(key->text, names, record->count);
    if (guess) {
        diag_fail_at(diag, DIAG_SYNTAX, key->place, "unknown key \"%.*s\": did you mean \"%s\"?",
                     VIEW_ARG(shown(key)), guess);
    } else {
        diag_fail_at(diag, DIAG_SYNTAX, key->place, "unknown key \"%.*s\": known here are %s",
                     VIEW_ARG(shown(key)), strbuf_text(&known));
    }
    strbuf_done(&known);
    free(names);
    return false;
}

static bool check_number(const YamlNode *node, const YamlField *field, Diag *diag)
{
    char *text = xstrndup(node->text.data, node->text.length);
    char *end = text;
    double number = strtod(text, &end);
    bool is_decimal = strspn(text, "+-.0123456789eE") == node->text.length;
    bool is_number = is_decimal && end != text && *end == '\0' && isfinite(number);
    free(text);
    bool is_whole =
        field->type == YAML_NUMBER || (fabs(number) < INT_MAX && number == rint(number));
    if (!is_number || !is_whole) {
        return diag_fail_at(diag, DIAG_RANGE, node->place, "\"%s\" needs a%s number, not \"%.*s\"",
                            field->key, field->type == YAML_INTEGER ? " whole" : "",
                            VIEW_ARG(shown(node)));
    }
    bool is_free = field->minimum == 0 && field->maximum == 0;
    if (!is_free && (number < field->minimum || number > field->maximum)) {
        return diag_fail_at(diag, DIAG_RANGE, node->place, "\"%s\" must be between %g and %g",
                            field->key, field->minimum, field->maximum);
    }
    return true;
}

static bool check_word(const YamlNode *node, const YamlField *field, const char *const *words,
                       Diag *diag)
{
    StrBuf known = {0};
    bool is_known = false;
    for (size_t i = 0; words[i] && !is_known; i++) {
        is_known = view_is(node->text, words[i]);
        strbuf_addf(&known, "%s%s", i > 0 ? ", " : "", words[i]);
    }
    if (!is_known) {
        diag_fail_at(diag, DIAG_RANGE, node->place, "\"%s\" is one of: %s; not \"%.*s\"",
                     field->key, strbuf_text(&known), VIEW_ARG(shown(node)));
    }
    strbuf_done(&known);
    return is_known;
}

static bool check_scalar(const YamlNode *node, const YamlField *field, Diag *diag)
{
    static const char *const flags[] = {"true", "yes", "on", "false", "no", "off", NULL};
    switch (field->type) {
    case YAML_NUMBER:
    case YAML_INTEGER:
        return check_number(node, field, diag);
    case YAML_FLAG:
        return check_word(node, field, flags, diag);
    case YAML_CHOICE:
        return check_word(node, field, field->words, diag);
    default:
        return true;
    }
}

static bool check_list(const YamlNode *node, const YamlField *field, Diag *diag)
{
    bool is_texts = field->type == YAML_TEXTS;
    for (size_t i = 0; i < node->count; i++) {
        const YamlNode *item = node->items[i].value;
        if (item->kind != (is_texts ? YAML_SCALAR : YAML_MAPPING) || yaml_is_null(item)) {
            return diag_fail_at(diag, DIAG_SYNTAX, item->place, "each item of \"%s\" must be %s",
                                field->key, is_texts ? "a text" : "a group of keys");
        }
        if (!is_texts && !check_record(item, field->record, diag)) {
            return false;
        }
    }
    return true;
}

static bool check_field(const YamlNode *value, const YamlField *field, Diag *diag)
{
    bool is_list = field->type == YAML_TEXTS || field->type == YAML_RECORDS;
    bool is_record = field->type == YAML_RECORD;
    YamlKind kind = is_list ? YAML_SEQUENCE : is_record ? YAML_MAPPING : YAML_SCALAR;
    bool is_null = yaml_is_null(value);
    if (is_null && (is_list || field->type == YAML_TEXT)) {
        return true;
    }
    if (is_null || value->kind != kind) {
        return diag_fail_at(diag, DIAG_SYNTAX, value->place, "\"%s\" needs %s", field->key,
                            is_list     ? "a list"
                            : is_record ? "keys of its own, indented under it"
                                        : "a value on its line");
    }
    if (is_list) {
        return check_list(value, field, diag);
    }
    return is_record ? check_record(value, field->record, diag) : check_scalar(value, field, diag);
}

static const YamlField *find_field(const YamlRecord *record, StrView key)
{
    for (size_t i = 0; i < record->count; i++) {
        if (view_is(key, record->fields[i].key)) {
            return &record->fields[i];
        }
    }
    return NULL;
}

static bool check_record(const YamlNode *node, const YamlRecord *record, Diag *diag)
{
    for (size_t i = 0; i < node->count; i++) {
        const YamlItem *item = &node->items[i];
        const YamlField *field = find_field(record, item->key->text);
        if (!field) {
            return fail_unknown_key(item->key, record, diag);
        }
        if (!check_field(item->value, field, diag)) {
            return false;
        }
    }
    return true;
}

bool config_check(const YamlTree *tree, const YamlRecord *record, Diag *diag)
{
    if (tree->faults.count > 0) {
        const Diag *fault = &tree->faults.items[0];
        return diag_fail_at(diag, fault->kind, fault->place, "%s", fault->text);
    }
    if (!tree->root || yaml_is_null(tree->root)) {
        return true;
    }
    if (tree->root->kind != YAML_MAPPING) {
        return diag_fail_at(diag, DIAG_SYNTAX, tree->root->place,
                            "keys and values should stand here: write \"key: value\" lines");
    }
    return check_record(tree->root, record, diag);
}
