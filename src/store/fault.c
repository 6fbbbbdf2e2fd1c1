#include "store/fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/model/date.h"
#include "bulletproof/model/level.h"
#include "bulletproof/model/page_settings.h"
#include "bulletproof/yaml/guess.h"
#include "store/synonym.h"

enum { NAMES_MAX = 64, SHOWN_CHARACTERS = 40 };

typedef struct {
    const Schema *schema;
    DiagList *faults;
} Finder;

static void find_in_mapping(const Finder *finder, NodeKind kind, const YamlNode *node);

void faults_add(DiagList *faults, DiagPlace place, const char *format, ...)
{
    if (faults->count >= FAULTS_MAX) {
        return;
    }
    char text[DIAG_TEXT_BYTES];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof(text), format, args);
    va_end(args);
    Diag diag;
    diag_fail_at(&diag, DIAG_RANGE, place, "%s", text);
    diag_list_add(faults, &diag);
}

static StrView shown(const YamlNode *scalar)
{
    return view_slice(scalar->text, 0, utf8_offset(scalar->text, SHOWN_CHARACTERS));
}

/* --- Texts ------------------------------------------------------------------------------------ */

static void find_in_date(const Finder *finder, const SchemaKey *key, const YamlNode *value)
{
    Date date;
    if (value->text.length == 0 || date_parse_iso(value->text, &date)) {
        return;
    }
    bool is_open_end = date_is_open_end(value->text);
    faults_add(finder->faults, value->place,
               is_open_end ? "\"%s\" is \"%.*s\": leave it empty while it goes on"
                           : "\"%s\" is no date: \"%.*s\"; write 2021, 2021-03 or 2021-03-14",
               key->key, VIEW_ARG(shown(value)));
}

/* What a setting may be, where it is not; NULL for a good one. */
static const char *words_wanted(const FieldInfo *field, StrView text)
{
    Level level;
    size_t pages;
    if (field->kind != NODE_SETTINGS) {
        return NULL;
    }
    switch (field->field) {
    case FIELD_LEVEL:
        return level_parse(text, &level) ? NULL : "junior, mid or senior";
    case FIELD_PAGES:
        return page_count_parse(text, &pages) ? NULL : "a number from 1 to 9";
    case FIELD_PDF:
        return view_is(text, PDF_ARCHIVE) ? NULL : PDF_ARCHIVE " or left out";
    default:
        return NULL;
    }
}

static void find_in_choice(const Finder *finder, const SchemaKey *key, const YamlNode *value)
{
    const char *words = words_wanted(key->field, value->text);
    if (words && value->text.length > 0) {
        faults_add(finder->faults, value->place, "\"%s\" is %s; not \"%.*s\"", key->key, words,
                   VIEW_ARG(shown(value)));
    }
}

static bool has_controls(StrView text)
{
    size_t bytes;
    for (size_t at = 0; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        if (utf8_is_control(code_point) && code_point != '\n' && code_point != '\t' &&
            code_point != '\r') {
            return true;
        }
    }
    return false;
}

static void find_in_text(const Finder *finder, const char *name, const YamlNode *value)
{
    if (value->text.length > FIELD_MAX_BYTES) {
        faults_add(finder->faults, value->place,
                   "\"%s\" is longer than 256 KiB: it cannot grow any more; shorten it", name);
    }
    if (has_controls(value->text)) {
        faults_add(finder->faults, value->place,
                   "\"%s\" has invisible control characters: they are left out here and stay in "
                   "the file until the text is changed",
                   name);
    }
}

/* --- Values ----------------------------------------------------------------------------------- */

/* A text with ": " in it, without quotes, is a key and its value to YAML. */
static const char *wanted_item(NodeKind item, const YamlNode *value)
{
    if (kind_info(item)->shape != SHAPE_TEXT) {
        return "a group of keys such as \"name: …\"";
    }
    return value->kind == YAML_MAPPING ? "a text (with \": \" inside, put it into quotes)"
                                       : "a text";
}

static void find_in_list(const Finder *finder, NodeKind list, const YamlNode *node)
{
    NodeKind item = kind_info(list)->item;
    bool is_text = kind_info(item)->shape == SHAPE_TEXT;
    for (size_t i = 0; i < node->count; i++) {
        const YamlNode *value = node->items[i].value;
        if (!schema_fits_item(item, value)) {
            faults_add(finder->faults, value->place,
                       "an item of \"%s\" should be %s: kept as it is, not shown",
                       kind_info(list)->key, wanted_item(item, value));
        } else if (is_text) {
            find_in_text(finder, kind_info(list)->key, value);
        } else {
            find_in_mapping(finder, item, value);
        }
    }
}

static void find_in_records(const Finder *finder, const YamlNode *node)
{
    for (size_t i = 0; i < node->count; i++) {
        const YamlNode *value = node->items[i].value;
        if (value->kind == YAML_MAPPING) {
            find_in_mapping(finder, NODE_BULLET, value);
        } else {
            faults_add(finder->faults, value->place,
                       "an item of \"x-bulletproof\" should be a group of keys such as "
                       "\"starts: …\": kept as it is");
        }
    }
}

static const char *wanted_kind(const SchemaKey *key)
{
    switch (key->type) {
    case KEY_MAPPING:
        return "a group of keys, indented under it";
    case KEY_LIST:
    case KEY_RECORDS:
        return "a list, each item after \"- \"";
    default:
        return "a text";
    }
}

static void find_in_value(const Finder *finder, const SchemaKey *key, const YamlNode *value)
{
    if (yaml_is_null(value)) {
        return;
    }
    if (!schema_fits(key, value)) {
        faults_add(finder->faults, value->place, "\"%s\" should be %s: kept as it is, not shown",
                   key->key, wanted_kind(key));
        return;
    }
    if (key->type == KEY_MAPPING) {
        find_in_mapping(finder, key->part, value);
    } else if (key->type == KEY_LIST) {
        find_in_list(finder, key->part, value);
    } else if (key->type == KEY_RECORDS) {
        find_in_records(finder, value);
    } else {
        find_in_text(finder, key->key, value);
    }
    if (key->type == KEY_FIELD && key->field->type == FIELD_TYPE_DATE) {
        find_in_date(finder, key, value);
    }
    if (key->type == KEY_FIELD && key->field->type == FIELD_TYPE_CHOICE) {
        find_in_choice(finder, key, value);
    }
}

/* --- Keys ------------------------------------------------------------------------------------- */

static const SchemaKey *find_key(const KindSchema *row, StrView name)
{
    for (size_t i = 0; i < row->record.count; i++) {
        const SchemaKey *key = &row->keys[i];
        if (view_is(name, key->key) || (key->old_key && view_is(name, key->old_key))) {
            return key;
        }
    }
    return NULL;
}

/* Tools keep things of their own under meta, and under names that begin with x- anywhere. */
static bool is_foreign_by_custom(NodeKind kind, StrView name)
{
    return kind == NODE_META || view_starts_with(name, "x-") || view_starts_with(name, "$");
}

/* The key of a mapping that is meant by an unknown one, or NULL. */
static const char *guess_key(const KindSchema *row, StrView word)
{
    const char *names[NAMES_MAX];
    size_t count = 0;
    for (size_t i = 0; i < row->record.count && count < NAMES_MAX; i++) {
        names[count++] = row->keys[i].key;
    }
    const char *meant = synonym_find(word, names, count);
    return meant ? meant : yaml_guess(word, names, count);
}

/* What to do about an unknown key, as the end of a sentence; empty when nobody knows. */
static void add_remedy(StrBuf *out, const Schema *schema, NodeKind kind, StrView word)
{
    const char *meant = guess_key(&schema->kinds[kind], word);
    if (kind == NODE_RESUME && find_key(&schema->kinds[NODE_BASICS], word)) {
        strbuf_add(out, "; it belongs under \"basics\"");
    } else if (meant) {
        strbuf_addf(out, "; did you mean \"%s\"?", meant);
    }
}

static void report_unknown(const Finder *finder, NodeKind kind, const YamlNode *key)
{
    if (finder->faults->count >= FAULTS_MAX) {
        return; /* guessing takes time */
    }
    StrBuf remedy = {0};
    add_remedy(&remedy, finder->schema, kind, key->text);
    faults_add(finder->faults, key->place, "unknown key \"%.*s\": kept as it is, not shown%s",
               VIEW_ARG(shown(key)), strbuf_text(&remedy));
    strbuf_done(&remedy);
}

static void find_in_mapping(const Finder *finder, NodeKind kind, const YamlNode *node)
{
    const KindSchema *row = &finder->schema->kinds[kind];
    for (size_t i = 0; i < node->count; i++) {
        const YamlItem *item = &node->items[i];
        const SchemaKey *key =
            item->key->kind == YAML_SCALAR ? find_key(row, item->key->text) : NULL;
        if (key && schema_find(key, node) == item) {
            find_in_value(finder, key, item->value);
        } else if (!key && !is_foreign_by_custom(kind, item->key->text)) {
            report_unknown(finder, kind, item->key);
        } else if (key && !item->is_duplicate && !yaml_is_null(item->value)) {
            faults_add(finder->faults, item->key->place,
                       "\"%.*s\" is the old name of \"%s\", which is there too: kept as it is, "
                       "not shown",
                       VIEW_ARG(shown(item->key)), key->key);
        }
    }
}

void faults_find(const Schema *schema, const YamlTree *tree, DiagList *faults)
{
    const Finder finder = {schema, faults};
    find_in_mapping(&finder, NODE_RESUME, tree->root);
}

static int compare_places(const void *left, const void *right)
{
    const DiagPlace a = ((const Diag *)left)->place;
    const DiagPlace b = ((const Diag *)right)->place;
    int lines = (a.line > b.line) - (a.line < b.line);
    return lines ? lines : (a.column > b.column) - (a.column < b.column);
}

void faults_sort(DiagList *faults)
{
    if (faults->count > 1) {
        qsort(faults->items, faults->count, sizeof(*faults->items), compare_places);
    }
}

void faults_tell_more(DiagList *faults)
{
    if (faults->count < FAULTS_MAX) {
        return;
    }
    Diag more;
    diag_fail_at(&more, DIAG_LIMIT, faults->items[faults->count - 1].place,
                 "there are more faults than these %d: mend them first", FAULTS_MAX);
    diag_list_add(faults, &more);
}
