/* JSON Resume in every version in use. What the newest one has is taken from the tables of kinds
 * and fields; here stands what was called or built otherwise before
 * (https://github.com/jsonresume/resume-schema, CHANGELOG.md and migrations/). */
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/kind.h"
#include "store/import_rule.h"

/* `also` is what the handler of the row wants; `item` the kind that stands below. */
typedef struct {
    NodeKind kind;
    const char *from, *to;
    ImportHow *how;
    NodeKind item;
    const char *also;
} OldRule;

/* clang-format off */
static const OldRule old_rules[] = {
    {NODE_RESUME,      "bio",            "basics",        import_part,      NODE_BASICS,      NULL},
    {NODE_RESUME,      "hobbies",        "interests",     import_items,     NODE_INTEREST,    NULL},
    {NODE_RESUME,      "certifications", "certificates",  import_items,     NODE_CERTIFICATE, NULL},
    {NODE_BASICS,      "firstName",      "name",          import_joined,    NODE_RESUME,      "lastName"},
    {NODE_BASICS,      "email",          "email",         import_first,     NODE_RESUME,      NULL},
    {NODE_BASICS,      "phone",          "phone",         import_first,     NODE_RESUME,      NULL},
    {NODE_BASICS,      "location",       "location.city", import_line,      NODE_RESUME,      NULL},
    {NODE_BASICS,      "websites",       "profiles",      import_items,     NODE_PROFILE,     NULL},
    {NODE_BASICS,      "profiles",       "profiles",      import_members,   NODE_RESUME,      NULL},
    {NODE_PROFILE,     "type",           "network",       import_line,      NODE_RESUME,      NULL},
    {NODE_LOCATION,    "state",          "region",        import_line,      NODE_RESUME,      NULL},
    {NODE_WORK,        "highlights",     "highlights",    import_lines,     NODE_RESUME,      NULL},
    {NODE_VOLUNTEER,   "highlights",     "highlights",    import_lines,     NODE_RESUME,      NULL},
    {NODE_PROJECT,     "highlights",     "highlights",    import_lines,     NODE_RESUME,      NULL},
    {NODE_PROJECT,     "keywords",       "keywords",      import_split,     NODE_RESUME,      NULL},
    {NODE_PROJECT,     "roles",          "roles",         import_split,     NODE_RESUME,      NULL},
    {NODE_PROJECT,     "summary",        "description",   import_line,      NODE_RESUME,      NULL},
    {NODE_PROJECT,     "website",        "url",           import_line,      NODE_RESUME,      NULL},
    {NODE_EDUCATION,   "website",        "url",           import_line,      NODE_RESUME,      NULL},
    {NODE_EDUCATION,   "courses",        "courses",       import_lines,     NODE_RESUME,      NULL},
    {NODE_AWARD,       "awardDate",      "date",          import_day,       NODE_RESUME,      NULL},
    {NODE_AWARD,       "description",    "summary",       import_line,      NODE_RESUME,      NULL},
    {NODE_SKILL,       "keywords",       "keywords",      import_split,     NODE_RESUME,      NULL},
    {NODE_SKILL,       "",               "name",          import_line,      NODE_RESUME,      NULL},
    {NODE_LANGUAGE,    "name",           "language",      import_line,      NODE_RESUME,      NULL},
    {NODE_LANGUAGE,    "level",          "fluency",       import_line,      NODE_RESUME,      NULL},
    {NODE_LANGUAGE,    "",               "language",      import_line,      NODE_RESUME,      NULL},
    {NODE_INTEREST,    "keywords",       "keywords",      import_split,     NODE_RESUME,      NULL},
    {NODE_INTEREST,    "",               "name",          import_line,      NODE_RESUME,      NULL},
    {NODE_META,        "url",            "canonical",     import_line,      NODE_RESUME,      NULL},
};
/* clang-format on */

enum { OLD_COUNT = sizeof(old_rules) / sizeof(old_rules[0]), RULES_MAX = 48 };

/* The rules of every kind, made from the tables. */
typedef struct {
    Arena *arena;
    ImportMap maps[NODE_KIND_COUNT];
} JsonMaps;

typedef struct {
    ImportRule rules[RULES_MAX];
    size_t count;
} RuleList;

static void add_rule(RuleList *list, ImportRule rule)
{
    if (list->count < RULES_MAX) {
        list->rules[list->count++] = rule;
    }
}

static ImportHow *how_of(const FieldInfo *field)
{
    if (field->field == FIELD_SCHEMA) {
        return import_schema_address;
    }
    if (field->type == FIELD_TYPE_DATE) {
        return field->field == FIELD_END_DATE ? import_end : import_day;
    }
    return field->type == FIELD_TYPE_CHOICE ? import_choice : import_line;
}

static void add_fields(RuleList *list, NodeKind kind)
{
    size_t count;
    const FieldInfo *fields = kind_fields(kind, &count);
    for (size_t i = 0; i < count; i++) {
        const char *key = field_key(fields[i].field);
        add_rule(list, (ImportRule){.from = key, .to = key, .how = how_of(&fields[i])});
    }
    for (size_t i = 0; i < count; i++) {
        if (fields[i].old_key) {
            add_rule(list, (ImportRule){.from = fields[i].old_key,
                                        .to = field_key(fields[i].field),
                                        .how = how_of(&fields[i])});
        }
    }
}

static void add_parts(RuleList *list, const JsonMaps *maps, NodeKind kind)
{
    size_t count;
    const NodeKind *parts = kind_children(kind, &count);
    for (size_t i = 0; i < count; i++) {
        const KindInfo *part = kind_info(parts[i]);
        ImportRule rule = {.from = part->key, .to = part->key};
        if (part->shape == SHAPE_MAPPING) {
            rule.how = import_part;
            rule.map = &maps->maps[parts[i]];
        } else {
            bool is_texts = kind_info(part->item)->shape == SHAPE_TEXT;
            rule.how = is_texts ? import_texts : import_items;
            rule.map = &maps->maps[part->item];
        }
        add_rule(list, rule);
    }
}

static void add_old(RuleList *list, const JsonMaps *maps, NodeKind kind)
{
    for (size_t i = 0; i < OLD_COUNT; i++) {
        const OldRule *old = &old_rules[i];
        if (old->kind == kind) {
            add_rule(list, (ImportRule){.from = old->from,
                                        .to = old->to,
                                        .how = old->how,
                                        .map = &maps->maps[old->item],
                                        .also = old->also});
        }
    }
}

static void make_map(JsonMaps *maps, NodeKind kind)
{
    RuleList list = {.count = 0};
    add_fields(&list, kind);
    add_parts(&list, maps, kind);
    add_old(&list, maps, kind);
    ImportRule *rules = arena_alloc(maps->arena, list.count * sizeof(*rules) + 1);
    memcpy(rules, list.rules, list.count * sizeof(*rules));
    maps->maps[kind] = (ImportMap){rules, list.count, NULL};
}

static bool is_old_key(StrView key)
{
    static const char *const keys[] = {"bio",     "hobbies", "company",   "website", "websites",
                                       "picture", "gpa",     "awardDate", "state",   "firstName"};
    for (size_t i = 0; i < sizeof(keys) / sizeof(keys[0]); i++) {
        if (view_is(key, keys[i])) {
            return true;
        }
    }
    return false;
}

/* A name of 0.x, down to the fields of entries. */
static bool has_old_names(const YamlNode *node, int depth)
{
    for (size_t i = 0; i < node->count; i++) {
        const YamlItem *item = &node->items[i];
        bool is_old = item->key && item->key->kind == YAML_SCALAR && is_old_key(item->key->text);
        if (is_old || (depth > 0 && has_old_names(item->value, depth - 1))) {
            return true;
        }
    }
    return false;
}

void import_json_resume(Importer *importer)
{
    JsonMaps *maps = arena_alloc(&importer->import->arena, sizeof(*maps));
    maps->arena = &importer->import->arena;
    for (NodeKind kind = 0; kind < NODE_KIND_COUNT; kind++) {
        if (kind_info(kind)->shape == SHAPE_MAPPING) {
            make_map(maps, kind);
        }
    }
    importer->import->has_old_names = has_old_names(importer->tree.root, 2);
    import_mapping(importer, &maps->maps[NODE_RESUME], importer->tree.root, importer->root);
}
