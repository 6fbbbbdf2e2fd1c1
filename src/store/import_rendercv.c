/* RenderCV: a person, sections with titles of any kind and entries of nine types, Markdown in
 * texts (https://docs.rendercv.com, "Structure of the YAML input file"). */
#include <string.h>

#include "bulletproof/model/kind.h"
#include "bulletproof/text/fold.h"
#include "store/import_section.h"

#define KEPT    "x-rendercv"
#define KEPT_CV "x-rendercv.cv"

static ImportHow import_cv, import_sections;

/* clang-format off */
static const ImportRule profile_rules[] = {
    {"network",  "network",  import_line, NULL, NULL},
    {"username", "username", import_user, NULL, NULL},
};

static const ImportRule connection_rules[] = {
    {"placeholder", "network", import_line, NULL, NULL},
    {"url",         "url",     import_line, NULL, NULL},
};

static const ImportMap profile_map = IMPORT_MAP(profile_rules, KEPT);
static const ImportMap connection_map = IMPORT_MAP(connection_rules, KEPT);

/* Below the resume itself. */
static const ImportRule cv_rules[] = {
    {"name",               "basics.name",          import_line,      NULL,            NULL},
    {"headline",           "basics.label",         import_line,      NULL,            NULL},
    {"label",              "basics.label",         import_line,      NULL,            NULL},
    {"location",           "basics.location.city", import_line,      NULL,            NULL},
    {"email",              "basics.email",         import_line,      NULL,            NULL},
    {"email",              "basics.email",         import_first,     NULL,            NULL},
    {"phone",              "basics.phone",         import_line,      NULL,            NULL},
    {"phone",              "basics.phone",         import_first,     NULL,            NULL},
    {"website",            "basics.url",           import_line,      NULL,            NULL},
    {"website",            "basics.url",           import_addresses, NULL,            "basics.profiles"},
    {"photo",              "basics.image",         import_line,      NULL,            NULL},
    {"social_networks",    "basics.profiles",      import_items,     &profile_map,    NULL},
    {"custom_connections", "basics.profiles",      import_items,     &connection_map, NULL},
    {"sections",           "",                     import_sections,  NULL,            NULL},
};

static const ImportMap cv_map = IMPORT_MAP(cv_rules, KEPT_CV);

static const ImportRule root_rules[] = {
    {"cv", "", import_cv, NULL, NULL},
};

static const ImportMap root_map = IMPORT_MAP(root_rules, KEPT);
/* clang-format on */

static bool import_cv(Importer *importer, const ImportStep *step)
{
    if (step->value->kind != YAML_MAPPING) {
        return false;
    }
    import_mapping(importer, &cv_map, step->value, step->target);
    return true;
}

/* --- Sections --------------------------------------------------------------------------------- */

static ImportValue *kept_sections(Importer *importer)
{
    return import_value_reach(&importer->import->arena, importer->root, KEPT_CV ".sections",
                              YAML_MAPPING);
}

/* Entries of no type that is known stay together under their title. */
static void keep_entry(Importer *importer, const YamlNode *entry)
{
    ImportValue *sections = kept_sections(importer);
    ImportValue *last = sections->last;
    bool is_begun = last && view_equal(last->key, importer->title) && !last->copy;
    ImportValue *list = is_begun ? last
                                 : import_value_put(&importer->import->arena, sections,
                                                    importer->title, YAML_SEQUENCE);
    import_keep(importer, entry, list, view_of(""), "no type of entry that is known");
}

/* "open_source work" as it is printed: "Open source work". */
static void add_printed_title(StrBuf *out, StrView title)
{
    bool is_plain = true;
    for (size_t i = 0; i < title.length; i++) {
        is_plain =
            is_plain && title.data[i] != ' ' && !(title.data[i] >= 'A' && title.data[i] <= 'Z');
    }
    for (size_t i = 0; i < title.length; i++) {
        char byte = title.data[i];
        bool is_first = i == 0 && byte >= 'a' && byte <= 'z';
        strbuf_add_char(out, !is_plain     ? byte
                             : byte == '_' ? ' '
                             : is_first    ? (char)(byte - 'a' + 'A')
                                           : byte);
    }
}

/* What the entries of a section become, while they are taken. */
typedef struct {
    SectionMeaning meaning;
    ImportValue *one; /* the item that has them all */
    const EntryPlace *place;
} Section;

static ImportValue *target_for(Importer *importer, Section *section)
{
    Arena *arena = &importer->import->arena;
    const EntryPlace *place = section->place;
    if (strcmp(place->list, "basics") == 0) {
        return import_value_reach(arena, importer->root, place->list, YAML_MAPPING);
    }
    if (place->is_one && section->one) {
        return section->one;
    }
    ImportValue *list = import_value_reach(arena, importer->root, place->list, YAML_SEQUENCE);
    ImportValue *item = import_value_append(arena, list, YAML_MAPPING);
    if (place->is_one) {
        StrBuf title = {0};
        add_printed_title(&title, importer->title);
        import_put_text(importer, item, "name", strbuf_view(&title));
        section->one = item;
        strbuf_done(&title);
    }
    return item;
}

static void take_entry(Importer *importer, Section *section, const YamlNode *entry)
{
    EntryType type = entry_type(entry);
    if (type == ENTRY_UNKNOWN) {
        keep_entry(importer, entry);
        return;
    }
    section->place = entry_place(section->meaning, type);
    ImportValue *target = target_for(importer, section);
    importer->is_shared = target == section->one || target->parent == importer->root;
    if (entry->kind == YAML_MAPPING) {
        import_mapping(importer, section->place->map, entry, target);
    } else {
        import_text_item(importer, section->place->map, entry, target);
    }
    importer->is_shared = false;
}

/* Whether the page gives the section the same title anyway. */
static bool is_our_title(StrView title, const Section *section)
{
    StrBuf printed = {0};
    bool is_ours = false;
    add_printed_title(&printed, title);
    for (NodeKind kind = 0; kind < NODE_KIND_COUNT && !section->one; kind++) {
        const KindInfo *info = kind_info(kind);
        bool is_list = strcmp(info->key, section->place->list) == 0;
        is_ours = is_ours ||
                  (is_list && (text_equal_folded(title, view_of(info->key)) ||
                               text_equal_folded(strbuf_view(&printed), view_of(info->label))));
    }
    strbuf_done(&printed);
    return is_ours;
}

/* A title is a text of the file, too. */
static void tell_title(Importer *importer, const YamlItem *item, const Section *section)
{
    if (is_our_title(importer->title, section)) {
        import_tell_nothing(importer, item->key);
        return;
    }
    const ImportValue *to =
        section->one ? section->one : import_value_find(importer->root, section->place->list);
    import_tell(importer, item->key, IMPORT_CHANGED, to,
                section->one ? "no section of ours: a project of that name"
                             : "its entries stand in this section; the title is ours");
}

/* Takes a section and returns the list that it went to last; NULL: it is empty. */
static const char *take_section(Importer *importer, const YamlItem *item, bool is_first)
{
    Section section = {.meaning = section_meaning(item->key->text)};
    importer->title = item->key->text;
    const YamlNode *entries = item->value;
    bool is_text = entries->count > 0 && entries->items[0].value->kind == YAML_SCALAR;
    if (section.meaning == SECTION_OTHER && is_first && is_text) {
        section.meaning = SECTION_SUMMARY;
    }
    importer->is_told[entries->index] = true;
    for (size_t i = 0; i < entries->count; i++) {
        if (yaml_is_null(entries->items[i].value)) {
            continue;
        }
        size_t length = import_path_enter(importer, &entries->items[i], i);
        take_entry(importer, &section, entries->items[i].value);
        strbuf_truncate(&importer->path, length);
    }
    if (section.place) {
        tell_title(importer, item, &section);
    }
    return section.place ? section.place->list : NULL;
}

static bool can_take(const YamlItem *item)
{
    return item->key->kind == YAML_SCALAR && !item->is_duplicate &&
           item->value->kind == YAML_SEQUENCE;
}

/* What is no section stays as it is, where it can. */
static void keep_section(Importer *importer, const YamlItem *item)
{
    if (item->key->kind != YAML_SCALAR || item->is_duplicate) {
        import_tell(importer, item->value, IMPORT_LEFT, NULL,
                    "its title is no text, or stands further up");
    } else if (!yaml_is_null(item->value)) {
        import_keep(importer, item->value, kept_sections(importer), item->key->text,
                    "a section is a list");
    }
}

/* --- Their order ------------------------------------------------------------------------------ */

enum { LISTS_MAX = 16 };

/* The lists that sections went to, each once, in the order of the file. */
typedef struct {
    const char *lists[LISTS_MAX];
    size_t count;
    bool is_other; /* than that of the page */
} Order;

/* Where a list of the resume stands on its page, among the others. */
static size_t rank_of(const char *list)
{
    size_t count, rank = 0;
    const NodeKind *parts = kind_children(NODE_RESUME, &count);
    while (rank < count && strcmp(kind_info(parts[rank])->key, list) != 0) {
        rank++;
    }
    return rank;
}

static void note_list(Order *order, const char *list)
{
    for (size_t i = 0; i < order->count; i++) {
        if (strcmp(order->lists[i], list) == 0) {
            return;
        }
    }
    if (order->count < LISTS_MAX) {
        const char *last = order->count > 0 ? order->lists[order->count - 1] : list;
        order->is_other = order->is_other || rank_of(list) < rank_of(last);
        order->lists[order->count++] = list;
    }
}

/* The page has the sections as the file has them. */
static void set_order(Importer *importer, const ImportStep *step, const Order *order)
{
    Arena *arena = &importer->import->arena;
    ImportValue *list =
        import_value_reach(arena, importer->root, "meta.bulletproof.order", YAML_SEQUENCE);
    for (size_t i = 0; i < order->count; i++) {
        bool is_summary = strcmp(order->lists[i], "basics") == 0;
        ImportValue *section = import_value_append(arena, list, YAML_SCALAR);
        section->text = view_of(is_summary ? "summary" : order->lists[i]);
    }
    import_tell(importer, yaml_find(step->mapping, step->rule->from)->key, IMPORT_CHANGED, list,
                "the order of its sections");
}

static bool import_sections(Importer *importer, const ImportStep *step)
{
    Order order = {.count = 0};
    if (step->value->kind != YAML_MAPPING) {
        return false;
    }
    for (size_t i = 0; i < step->value->count; i++) {
        const YamlItem *item = &step->value->items[i];
        size_t length = import_path_enter(importer, item, i);
        const char *list = can_take(item) ? take_section(importer, item, i == 0) : NULL;
        if (list) {
            note_list(&order, list);
        } else if (!can_take(item)) {
            keep_section(importer, item);
        }
        strbuf_truncate(&importer->path, length);
    }
    if (order.is_other) {
        set_order(importer, step, &order);
    }
    return true;
}

void import_rendercv(Importer *importer)
{
    importer->has_markdown = true;
    import_mapping(importer, &root_map, importer->tree.root, importer->root);
}
