#include "store/import_rule.h"

#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/clean.h"

/* --- The account ------------------------------------------------------------------------------ */

static void mark(Importer *importer, const YamlNode *node)
{
    importer->is_told[node->index] = true;
    for (size_t i = 0; i < node->count; i++) {
        mark(importer, node->items[i].value);
    }
}

void import_tell_nothing(Importer *importer, const YamlNode *node)
{
    mark(importer, node);
}

bool import_is_told(const Importer *importer, const YamlNode *node)
{
    return importer->is_told[node->index];
}

static const char *path_of(Importer *importer, const ImportValue *value)
{
    StrBuf path = {0};
    if (value) {
        import_value_add_path(&path, value);
    }
    const char *copy = arena_copy(&importer->import->arena, strbuf_view(&path));
    strbuf_done(&path);
    return copy;
}

void import_tell(Importer *importer, const YamlNode *node, ImportFate fate, const ImportValue *to,
                 const char *note)
{
    Import *import = importer->import;
    import->rows =
        vector_grow(import->rows, import->count, &import->capacity, sizeof(*import->rows));
    import->rows[import->count++] =
        (ImportRow){.fate = fate,
                    .place = node->place,
                    .from = arena_copy(&import->arena, strbuf_view(&importer->path)),
                    .to = path_of(importer, to),
                    .note = note};
    import->counts[fate]++;
    mark(importer, node);
}

size_t import_path_enter(Importer *importer, const YamlItem *item, size_t index)
{
    size_t length = importer->path.length;
    if (item->key) {
        import_path_add_key(&importer->path, item->key->text);
    } else {
        strbuf_addf(&importer->path, "[%zu]", index);
    }
    return length;
}

/* --- Texts ------------------------------------------------------------------------------------ */

void import_plain_text(const Importer *importer, const YamlNode *scalar, PlainText *out)
{
    if (importer->has_markdown) {
        import_plain(scalar->text, out);
    } else {
        strbuf_add_view(&out->text, view_trim(scalar->text));
    }
}

const char *import_plain_note(const PlainText *plain)
{
    if (plain->had_links) {
        return "the address of a link now follows its words";
    }
    return plain->had_marks ? "without its Markdown" : "";
}

StrView import_clean(Importer *importer, StrView text)
{
    StrBuf clean = {0};
    text_clean(&clean, text, CLEAN_PROSE);
    StrView copy = view_of(arena_copy(&importer->import->arena, view_trim(strbuf_view(&clean))));
    strbuf_done(&clean);
    return copy;
}

ImportValue *import_put_text(Importer *importer, ImportValue *target, const char *path,
                             StrView text)
{
    ImportValue *there = import_value_find(target, path);
    if (there) {
        return NULL;
    }
    ImportValue *value = import_value_reach(&importer->import->arena, target, path, YAML_SCALAR);
    if (value) {
        value->text = import_clean(importer, text);
    }
    return value;
}

/* --- Keeping ---------------------------------------------------------------------------------- */

/* Keys longer than this need a form of YAML that few readers know (YAML 1.2, 7.4). */
enum { KEY_BYTES = 1000, SHARED_MAX = 500 };

/* Why a value cannot be written as it stands, or NULL. `depth`: of the place it is to go to. */
static const char *obstacle(const YamlNode *value, size_t depth)
{
    if (depth >= YAML_MAX_DEPTH) {
        return "nested too deep";
    }
    for (size_t i = 0; i < value->count; i++) {
        const YamlItem *item = &value->items[i];
        if (item->key && item->key->kind != YAML_SCALAR) {
            return "a key in it is no text";
        }
        if (item->key && item->key->text.length > KEY_BYTES) {
            return "a key in it is too long";
        }
        if (item->is_duplicate) {
            return "a key stands in it twice";
        }
        const char *problem = obstacle(item->value, depth + 1);
        if (problem) {
            return problem;
        }
    }
    return NULL;
}

static size_t depth_of(const ImportValue *value)
{
    size_t depth = 1;
    while (value->parent) {
        value = value->parent;
        depth++;
    }
    return depth;
}

/* Whether entries that share a place have left room there for one more. */
static bool has_room(const ImportValue *place, StrView key)
{
    const ImportValue *there = place->kind == YAML_MAPPING ? place->first : NULL;
    while (there && !view_equal(there->key, key)) {
        there = there->next;
    }
    return !there && place->count < SHARED_MAX;
}

void import_keep(Importer *importer, const YamlNode *value, ImportValue *place, StrView key,
                 const char *note)
{
    Arena *arena = &importer->import->arena;
    const char *problem = obstacle(value, depth_of(place) + 1);
    if (!problem && key.length > KEY_BYTES) {
        problem = "its key is too long";
    }
    if (!problem && importer->is_shared && !has_room(place, key)) {
        problem = "another value has its place";
    }
    if (problem) {
        import_tell(importer, value, IMPORT_LEFT, NULL, problem);
        return;
    }
    ImportValue *kept = import_value_put(arena, place, key, value->kind);
    kept->copy = value;
    import_tell(importer, value, IMPORT_KEPT, kept, note);
}

/* Whether a key of ours is taken already; others cannot be, as the other file has each once. */
static bool is_taken(const ImportMap *map, StrView key, const ImportValue *target)
{
    for (size_t i = 0; i < map->count; i++) {
        if (view_is(key, map->rules[i].to)) {
            return import_value_find(target, map->rules[i].to) != NULL;
        }
    }
    return false;
}

static bool says_nothing(const YamlNode *value)
{
    return yaml_is_null(value) ||
           (value->kind == YAML_SCALAR ? view_trim(value->text).length == 0 : value->count == 0);
}

static bool has_rule(const ImportMap *map, StrView key)
{
    for (size_t i = 0; i < map->count; i++) {
        if (view_is(key, map->rules[i].from)) {
            return true;
        }
    }
    return false;
}

static void keep_item(Importer *importer, const ImportMap *map, const YamlItem *item,
                      ImportValue *target)
{
    const YamlNode *value = item->value;
    if (item->key->kind != YAML_SCALAR) {
        import_tell(importer, value, IMPORT_LEFT, NULL, "its key is no text");
    } else if (item->is_duplicate) {
        import_tell(importer, value, IMPORT_LEFT, NULL, "the same key stands further up");
    } else if (!map->keep && is_taken(map, item->key->text, target)) {
        import_tell(importer, value, IMPORT_LEFT, NULL, "another value has its place");
    } else {
        ImportValue *place = map->keep ? import_value_reach(&importer->import->arena, target,
                                                            map->keep, YAML_MAPPING)
                                       : target;
        import_keep(importer, value, place, item->key->text,
                    has_rule(map, item->key->text)
                        ? "not shown: another value has its place, or it is of another kind"
                        : "");
    }
}

static void keep_rest(Importer *importer, const ImportMap *map, const YamlNode *mapping,
                      ImportValue *target)
{
    for (size_t i = 0; i < mapping->count; i++) {
        const YamlItem *item = &mapping->items[i];
        if (import_is_told(importer, item->value) || says_nothing(item->value)) {
            continue;
        }
        size_t length = import_path_enter(importer, item, i);
        keep_item(importer, map, item, target);
        strbuf_truncate(&importer->path, length);
    }
}

/* --- Rules ------------------------------------------------------------------------------------ */

static void try_rule(Importer *importer, const ImportMap *map, const ImportRule *rule,
                     const YamlNode *mapping, ImportValue *target)
{
    const YamlItem *item = yaml_find(mapping, rule->from);
    if (!item || says_nothing(item->value) || import_is_told(importer, item->value)) {
        return;
    }
    size_t length = import_path_enter(importer, item, 0);
    const ImportStep step = {rule, map, mapping, item->value, target};
    if (rule->how(importer, &step)) {
        importer->is_told[item->value->index] = true;
    }
    strbuf_truncate(&importer->path, length);
}

void import_mapping(Importer *importer, const ImportMap *map, const YamlNode *mapping,
                    ImportValue *target)
{
    importer->is_told[mapping->index] = true;
    for (size_t i = 0; i < map->count; i++) {
        if (*map->rules[i].from) {
            try_rule(importer, map, &map->rules[i], mapping, target);
        }
    }
    keep_rest(importer, map, mapping, target);
}

bool import_text_item(Importer *importer, const ImportMap *map, const YamlNode *text,
                      ImportValue *target)
{
    for (size_t i = 0; i < map->count; i++) {
        const ImportStep step = {&map->rules[i], map, NULL, text, target};
        if (!*map->rules[i].from && map->rules[i].how(importer, &step)) {
            return true;
        }
    }
    return false;
}
