/* How mappings and lists are taken. */
#include <string.h>

#include "bulletproof/text/fold.h"
#include "store/import_rule.h"

static Arena *arena_of(Importer *importer)
{
    return &importer->import->arena;
}

bool import_part(Importer *importer, const ImportStep *step)
{
    if (step->value->kind != YAML_MAPPING) {
        return false;
    }
    ImportValue *part =
        import_value_reach(arena_of(importer), step->target, step->rule->to, YAML_MAPPING);
    if (part) {
        import_mapping(importer, step->rule->map, step->value, part);
    }
    return part != NULL;
}

/* The list that the rule names; NULL when the value is of another kind or its place is taken. */
static ImportValue *list_for(Importer *importer, const ImportStep *step, YamlKind kind)
{
    if (step->value->kind != kind) {
        return NULL;
    }
    return import_value_reach(arena_of(importer), step->target, step->rule->to, YAML_SEQUENCE);
}

/* What is no item of ours stays in the list as it is, where the form can hold it; else it goes
 * with what else is kept of the entry. */
static void keep_item(Importer *importer, const ImportStep *step, const YamlNode *item,
                      ImportValue *list)
{
    ImportValue *place = list;
    if (!step->map->keep && !place) {
        StrBuf key = {0};
        strbuf_addf(&key, "x-%s", step->rule->from);
        place =
            import_value_reach(arena_of(importer), step->target,
                               arena_copy(arena_of(importer), strbuf_view(&key)), YAML_SEQUENCE);
        strbuf_done(&key);
    } else if (step->map->keep) {
        ImportValue *kept =
            import_value_reach(arena_of(importer), step->target, step->map->keep, YAML_MAPPING);
        place = import_value_reach(arena_of(importer), kept, step->rule->from, YAML_SEQUENCE);
    }
    if (!place) {
        import_tell(importer, item, IMPORT_LEFT, NULL, "another value has its place");
        return;
    }
    import_keep(importer, item, place, view_of(""), "the resume does not show this");
}

static void take_item(Importer *importer, const ImportStep *step, const YamlNode *item,
                      ImportValue *list)
{
    if (item->kind == YAML_SEQUENCE) {
        keep_item(importer, step, item, list);
        return;
    }
    ImportValue *value = import_value_append(arena_of(importer), list, YAML_MAPPING);
    if (item->kind == YAML_MAPPING) {
        import_mapping(importer, step->rule->map, item, value);
    } else if (!import_text_item(importer, step->rule->map, item, value)) {
        import_value_drop_last(list);
        keep_item(importer, step, item, list);
    }
}

bool import_items(Importer *importer, const ImportStep *step)
{
    ImportValue *list = list_for(importer, step, YAML_SEQUENCE);
    for (size_t i = 0; list && i < step->value->count; i++) {
        const YamlItem *item = &step->value->items[i];
        if (yaml_is_null(item->value)) {
            continue;
        }
        size_t length = import_path_enter(importer, item, i);
        take_item(importer, step, item->value, list);
        strbuf_truncate(&importer->path, length);
    }
    return list != NULL;
}

/* --- Texts ------------------------------------------------------------------------------------ */

static const ImportValue *append_text(Importer *importer, ImportValue *list, StrView text)
{
    ImportValue *item = import_value_append(arena_of(importer), list, YAML_SCALAR);
    item->text = import_clean(importer, view_trim(text));
    return item;
}

/* A line that begins with a dash is a bullet below a bullet. */
static bool is_below(StrView line)
{
    StrView text = view_trim(line);
    return view_starts_with(text, "- ") || view_starts_with(text, "* ");
}

static StrView without_dash(StrView line)
{
    StrView text = view_trim(line);
    return is_below(line) ? view_slice(text, 2, text.length) : text;
}

/* Appends a bullet and those below it, and returns the first. */
static const ImportValue *append_nested(Importer *importer, StrView text, ImportValue *list)
{
    StrBuf bullet = {0};
    StrView line;
    const ImportValue *first = NULL;
    while (view_next_line(&text, &line)) {
        if (is_below(line) && bullet.length > 0) {
            const ImportValue *item = append_text(importer, list, strbuf_view(&bullet));
            first = first ? first : item;
            strbuf_clear(&bullet);
        }
        strbuf_add(&bullet, bullet.length > 0 ? " " : "");
        strbuf_add_view(&bullet, without_dash(line));
    }
    const ImportValue *last = append_text(importer, list, strbuf_view(&bullet));
    strbuf_done(&bullet);
    return first ? first : last;
}

/* Appends a text with its Markdown gone; in that, bullets below it are bullets of their own. */
static void append_bullets(Importer *importer, const YamlNode *scalar, ImportValue *list)
{
    PlainText plain = {0};
    size_t count = list->count;
    import_plain_text(importer, scalar, &plain);
    if (plain.link.length > 0) {
        strbuf_addf(&plain.text, " (%s)", strbuf_text(&plain.link));
        plain.had_links = true;
    }
    StrView text = strbuf_view(&plain.text);
    const ImportValue *first = importer->has_markdown ? append_nested(importer, text, list)
                                                      : append_text(importer, list, text);
    const char *note = list->count > count + 1 ? "bullets below it are bullets of their own now"
                                               : import_plain_note(&plain);
    import_tell(importer, scalar, *note ? IMPORT_CHANGED : IMPORT_MAPPED, first, note);
    import_plain_done(&plain);
}

bool import_texts(Importer *importer, const ImportStep *step)
{
    ImportValue *list = list_for(importer, step, YAML_SEQUENCE);
    for (size_t i = 0; list && i < step->value->count; i++) {
        const YamlItem *item = &step->value->items[i];
        size_t length = import_path_enter(importer, item, i);
        if (item->value->kind != YAML_SCALAR) {
            keep_item(importer, step, item->value, list);
        } else if (!yaml_is_null(item->value)) {
            append_bullets(importer, item->value, list);
        }
        strbuf_truncate(&importer->path, length);
    }
    return list != NULL;
}

bool import_item(Importer *importer, const ImportStep *step)
{
    ImportValue *list = list_for(importer, step, YAML_SCALAR);
    if (list) {
        append_bullets(importer, step->value, list);
    }
    return list != NULL;
}

static const ImportValue *append_split(Importer *importer, StrView text, ImportValue *list)
{
    StrView item;
    const ImportValue *first = NULL;
    while (import_next_item(&text, &item)) {
        const ImportValue *value = append_text(importer, list, item);
        first = first ? first : value;
    }
    return first;
}

/* Appends the items of a text, or the whole of one that reads as a sentence. */
static void split_into(Importer *importer, const YamlNode *scalar, StrView text, ImportValue *list)
{
    bool is_list = import_is_list(text);
    const ImportValue *first =
        is_list ? append_split(importer, text, list) : append_text(importer, list, text);
    import_tell(importer, scalar, IMPORT_CHANGED, first ? first : list,
                is_list ? "its items stand by themselves" : "one item: it reads as a sentence");
}

bool import_split(Importer *importer, const ImportStep *step)
{
    ImportValue *list = list_for(importer, step, YAML_SCALAR);
    if (list) {
        PlainText plain = {0};
        import_plain_text(importer, step->value, &plain);
        split_into(importer, step->value, strbuf_view(&plain.text), list);
        import_plain_done(&plain);
    }
    return list != NULL;
}

bool import_lines(Importer *importer, const ImportStep *step)
{
    ImportValue *list = list_for(importer, step, YAML_SCALAR);
    StrView rest = step->value->text, line;
    const ImportValue *first = NULL;
    while (list && view_next_line(&rest, &line)) {
        if (without_dash(line).length > 0) {
            const ImportValue *item = append_text(importer, list, without_dash(line));
            first = first ? first : item;
        }
    }
    if (list) {
        import_tell(importer, step->value, IMPORT_CHANGED, first ? first : list, "one item a line");
    }
    return list != NULL;
}

/* "Languages: Go, C", or items of the section in hand. */
bool import_labelled_skill(Importer *importer, const ImportStep *step)
{
    ImportValue *list = list_for(importer, step, YAML_SCALAR);
    if (!list) {
        return false;
    }
    PlainText plain = {0};
    StrView label, rest;
    import_plain_text(importer, step->value, &plain);
    if (!import_labelled(strbuf_view(&plain.text), &label, &rest)) {
        label = importer->title;
        rest = strbuf_view(&plain.text);
    }
    import_put_text(importer, step->target, "name", label);
    split_into(importer, step->value, rest, list);
    import_plain_done(&plain);
    return true;
}

/* --- Several where one is wanted ---------------------------------------------------------------
 */

static void keep_others(Importer *importer, const ImportStep *step, size_t first)
{
    for (size_t i = 0; i < step->value->count; i++) {
        const YamlItem *item = &step->value->items[i];
        if (i == first || yaml_is_null(item->value)) {
            continue;
        }
        size_t length = import_path_enter(importer, item, i);
        keep_item(importer, step, item->value, NULL);
        strbuf_truncate(&importer->path, length);
    }
}

/* Index of the first text, or the count. */
static size_t first_text(const YamlNode *list)
{
    size_t i = 0;
    while (i < list->count &&
           (list->items[i].value->kind != YAML_SCALAR || yaml_is_null(list->items[i].value))) {
        i++;
    }
    return i;
}

bool import_first(Importer *importer, const ImportStep *step)
{
    size_t first = step->value->kind == YAML_SCALAR ? step->value->count : first_text(step->value);
    if (first >= step->value->count) {
        return false;
    }
    const YamlItem *item = &step->value->items[first];
    const ImportStep one = {step->rule, step->map, NULL, item->value, step->target};
    size_t length = import_path_enter(importer, item, first);
    bool is_put = import_line(importer, &one);
    strbuf_truncate(&importer->path, length);
    if (is_put) {
        keep_others(importer, step, first);
    }
    return is_put;
}

static void add_profile(Importer *importer, const YamlNode *address, ImportValue *list)
{
    ImportValue *profile = import_value_append(arena_of(importer), list, YAML_MAPPING);
    import_put_text(importer, profile, "network", view_of("Website"));
    ImportValue *url = import_put_text(importer, profile, "url", address->text);
    import_tell(importer, address, IMPORT_CHANGED, url, "a profile, as there is one website");
}

bool import_addresses(Importer *importer, const ImportStep *step)
{
    size_t first = step->value->kind == YAML_SEQUENCE ? first_text(step->value) : 0;
    if (first >= step->value->count) {
        return false;
    }
    ImportValue *list = NULL;
    for (size_t i = first; i < step->value->count; i++) {
        const YamlItem *item = &step->value->items[i];
        const ImportStep one = {step->rule, step->map, NULL, item->value, step->target};
        size_t length = import_path_enter(importer, item, i);
        if (item->value->kind == YAML_SCALAR && !import_line(importer, &one)) {
            list = import_value_reach(arena_of(importer), step->target, step->rule->also,
                                      YAML_SEQUENCE);
            add_profile(importer, item->value, list);
        }
        strbuf_truncate(&importer->path, length);
    }
    return true;
}

bool import_members(Importer *importer, const ImportStep *step)
{
    ImportValue *list = list_for(importer, step, YAML_MAPPING);
    for (size_t i = 0; list && i < step->value->count; i++) {
        const YamlItem *item = &step->value->items[i];
        if (item->key->kind != YAML_SCALAR || item->value->kind != YAML_SCALAR) {
            continue; /* what is not told at the end stayed behind */
        }
        size_t length = import_path_enter(importer, item, i);
        ImportValue *profile = import_value_append(arena_of(importer), list, YAML_MAPPING);
        import_put_text(importer, profile, "network", item->key->text);
        ImportValue *user = import_put_text(importer, profile, "username", item->value->text);
        import_tell(importer, item->value, IMPORT_CHANGED, user, "its key is the network");
        strbuf_truncate(&importer->path, length);
    }
    return list != NULL;
}

/* --- What has no field of its own ------------------------------------------------------------- */

static bool is_all_texts(const YamlNode *list)
{
    bool is_all = list->kind == YAML_SEQUENCE;
    for (size_t i = 0; is_all && i < list->count; i++) {
        is_all = list->items[i].value->kind == YAML_SCALAR;
    }
    return is_all;
}

bool import_names(Importer *importer, const ImportStep *step)
{
    if (!is_all_texts(step->value)) {
        return false;
    }
    StrBuf text = {0};
    strbuf_add(&text, "Authors: ");
    for (size_t i = 0; i < step->value->count; i++) {
        const YamlNode *name = step->value->items[i].value;
        PlainText plain = {0};
        import_plain_text(importer, name, &plain);
        strbuf_add(&text, i > 0 ? ", " : "");
        strbuf_add(&text, strbuf_text(&plain.text));
        import_plain_done(&plain);
    }
    strbuf_add_char(&text, '.');
    ImportValue *value =
        import_put_text(importer, step->target, step->rule->to, strbuf_view(&text));
    if (value) {
        import_tell(importer, step->value, IMPORT_CHANGED, value,
                    "the summary names them: there is no field for authors");
    }
    strbuf_done(&text);
    return value != NULL;
}

/* Bullets of what has none become lines of its text. */
bool import_more_lines(Importer *importer, const ImportStep *step)
{
    if (!is_all_texts(step->value)) {
        return false;
    }
    for (size_t i = 0; i < step->value->count; i++) {
        const YamlItem *item = &step->value->items[i];
        const ImportStep one = {step->rule, step->map, NULL, item->value, step->target};
        size_t length = import_path_enter(importer, item, i);
        import_more_prose(importer, &one);
        strbuf_truncate(&importer->path, length);
    }
    return true;
}

/* What a line of an education says by its label. */
static const struct {
    const char *label, *to;
    bool is_list;
} studies[] = {
    {"GPA", "score", false},         {"Grade", "score", false},    {"Score", "score", false},
    {"Coursework", "courses", true}, {"Courses", "courses", true}, {"Modules", "courses", true},
};

static bool is_label(StrView label, const char *name)
{
    return text_equal_folded(label, view_of(name));
}

/* Puts what stands behind a label where row `row` says; NULL when its place is taken. */
static const ImportValue *put_study(Importer *importer, const ImportStep *step, size_t row,
                                    StrView text)
{
    if (!studies[row].is_list) {
        return import_put_text(importer, step->target, studies[row].to, text);
    }
    ImportValue *list =
        import_value_reach(arena_of(importer), step->target, studies[row].to, YAML_SEQUENCE);
    return list ? append_split(importer, text, list) : NULL;
}

static bool take_study(Importer *importer, const ImportStep *step, const YamlNode *line)
{
    PlainText plain = {0};
    StrView label, rest;
    const ImportValue *value = NULL;
    import_plain_text(importer, line, &plain);
    bool is_labelled = import_labelled(strbuf_view(&plain.text), &label, &rest);
    for (size_t i = 0; is_labelled && !value && i < sizeof(studies) / sizeof(studies[0]); i++) {
        if (is_label(label, studies[i].label)) {
            value = put_study(importer, step, i, rest);
        }
    }
    if (value) {
        import_tell(importer, line, IMPORT_CHANGED, value, "its label says what it is");
    }
    import_plain_done(&plain);
    return value != NULL;
}

bool import_study(Importer *importer, const ImportStep *step)
{
    if (step->value->kind != YAML_SEQUENCE) {
        return false;
    }
    for (size_t i = 0; i < step->value->count; i++) {
        const YamlItem *item = &step->value->items[i];
        size_t length = import_path_enter(importer, item, i);
        bool is_text = item->value->kind == YAML_SCALAR;
        if (!yaml_is_null(item->value) && !(is_text && take_study(importer, step, item->value))) {
            keep_item(importer, step, item->value, NULL);
        }
        strbuf_truncate(&importer->path, length);
    }
    return true;
}
