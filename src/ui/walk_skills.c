/* Skills by capability, from what the answers named. */
#include "bulletproof/check/named.h"
#include "bulletproof/model/level.h"
#include "bulletproof/text/fold.h"
#include "ui/walk_parts.h"

enum { NAMED_IN_ONE_TEXT = 32 };

/* `levels` has a bit for each level whose resume should show the capability at least. */
static const struct {
    const char *name, *label;
    unsigned levels;
} capabilities[TECHNOLOGY_CATEGORY_COUNT] = {
#define BIT(level) (1U << LEVEL_##level)
    [TECHNOLOGY_LANGUAGE] = {"language", "Languages", BIT(JUNIOR) | BIT(MID) | BIT(SENIOR)},
    [TECHNOLOGY_FRAMEWORK] = {"framework", "Frameworks", 0},
    [TECHNOLOGY_API] = {"api", "APIs", BIT(JUNIOR) | BIT(MID) | BIT(SENIOR)},
    [TECHNOLOGY_DATABASE] = {"database", "Data", BIT(JUNIOR) | BIT(MID) | BIT(SENIOR)},
    [TECHNOLOGY_MESSAGING] = {"messaging", "Messaging", BIT(SENIOR)},
    [TECHNOLOGY_CLOUD] = {"cloud", "Operations", BIT(MID) | BIT(SENIOR)},
    [TECHNOLOGY_SECURITY] = {"security", "Security", BIT(SENIOR)},
    [TECHNOLOGY_TESTING] = {"testing", "Testing", BIT(JUNIOR) | BIT(MID) | BIT(SENIOR)},
    [TECHNOLOGY_OBSERVABILITY] = {"observability", "Observability", BIT(MID) | BIT(SENIOR)},
    [TECHNOLOGY_PRACTICES] = {"practices", "Practices", 0},
#undef BIT
};

const char *walk_capability_label(TechnologyCategory capability)
{
    return capabilities[capability].label;
}

const char *walk_capability_name(TechnologyCategory capability)
{
    return capabilities[capability].name;
}

static const Node *skills_of(const Document *doc)
{
    return node_part(document_root(doc), NODE_SKILLS);
}

/* The group of that name; NULL when there is none yet. */
static const Node *group_of(const Document *doc, TechnologyCategory capability)
{
    const Node *list = skills_of(doc);
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *group = node_child(list, i);
        if (text_equal_folded(node_view(group, FIELD_NAME),
                              view_of(capabilities[capability].label))) {
            return group;
        }
    }
    return NULL;
}

static bool is_listed(const Document *doc, StrView name)
{
    const Node *list = skills_of(doc);
    for (const Node *node = list; node; node = node_next(node, list)) {
        if (node_kind(node) == NODE_KEYWORD &&
            text_equal_folded(node_view(node, FIELD_TEXT), name)) {
            return true;
        }
    }
    return false;
}

/* --- what the answers named ------------------------------------------------------------ */

static void add_item(StrBuf *list, StrView item)
{
    strbuf_add(list, list->length > 0 ? ", " : "");
    strbuf_add_view(list, item);
}

/* Whether `item` stands in the list already. */
static bool is_in(StrView list, StrView item)
{
    while (list.length > 0) {
        size_t end = view_find(list, ',');
        if (text_equal_folded(view_trim(view_slice(list, 0, end)), item)) {
            return true;
        }
        list = view_slice(list, end + 1, list.length);
    }
    return false;
}

static void add_named_in(StrBuf *list, const Document *doc, StrView text,
                         TechnologyCategory capability)
{
    const Technology *named[NAMED_IN_ONE_TEXT];
    size_t count = check_named_technologies(text, named, NAMED_IN_ONE_TEXT);
    for (size_t i = 0; i < count; i++) {
        StrView name = view_of(named[i]->name);
        if (named[i]->category == capability && !is_listed(doc, name) &&
            !is_in(strbuf_view(list), name)) {
            add_item(list, name);
        }
    }
}

/* The texts in which people name what they worked with. */
static StrView telling_text(const Node *node)
{
    NodeKind kind = node_kind(node);
    if (kind == NODE_BULLET) {
        return node_view(node, FIELD_TEXT);
    }
    return kind == NODE_PROJECT ? node_view(node, FIELD_DESCRIPTION) : view_of("");
}

static void add_named(StrBuf *list, const Document *doc, TechnologyCategory capability)
{
    const Node *root = document_root(doc);
    for (const Node *node = root; node; node = node_next(node, root)) {
        StrView text = telling_text(node);
        if (text.length > 0) {
            add_named_in(list, doc, text, capability);
        }
    }
}

void walk_list_skills(StrBuf *out, const Document *doc, TechnologyCategory capability)
{
    const Node *group = group_of(doc, capability);
    const Node *items = group ? node_part(group, NODE_KEYWORDS) : NULL;
    StrBuf list = {0};
    for (size_t i = 0; items && i < node_count(items); i++) {
        add_item(&list, node_view(node_child(items, i), FIELD_TEXT));
    }
    add_named(&list, doc, capability);
    strbuf_add_view(out, strbuf_view(&list));
    strbuf_done(&list);
}

static bool is_asked(const Document *doc, TechnologyCategory capability)
{
    Level level = level_of(document_root(doc));
    if ((capabilities[capability].levels & (1U << level)) || group_of(doc, capability)) {
        return true;
    }
    StrBuf named = {0};
    add_named(&named, doc, capability);
    bool is_any = named.length > 0;
    strbuf_done(&named);
    return is_any;
}

TechnologyCategory walk_capability_beside(const Document *doc, int from, int step)
{
    int next = from + step;
    while (next >= 0 && next < TECHNOLOGY_CATEGORY_COUNT) {
        if (is_asked(doc, (TechnologyCategory)next)) {
            return (TechnologyCategory)next;
        }
        next += step;
    }
    return TECHNOLOGY_CATEGORY_COUNT;
}

/* --- storing -------------------------------------------------------------------------------- */

static NodeId begin_group(Document *doc, TechnologyCategory capability)
{
    const Node *list = skills_of(doc);
    Node *group = node_new(NODE_SKILL);
    node_set(group, FIELD_NAME, view_of(capabilities[capability].label));
    return document_insert(doc, node_id(list), node_count(list), group);
}

/* Item number `index` says `text` from now on. */
static void store_item(Document *doc, const Node *items, size_t index, StrView text)
{
    if (index < node_count(items)) {
        document_set(doc, node_id(node_child(items, index)), FIELD_TEXT, text);
        return;
    }
    Node *item = node_new(NODE_KEYWORD);
    node_set(item, FIELD_TEXT, text);
    document_insert(doc, node_id(items), index, item);
}

static size_t store_items(Document *doc, const Node *items, StrView list)
{
    size_t count = 0;
    while (list.length > 0) {
        size_t end = view_find(list, ',');
        StrView item = view_trim(view_slice(list, 0, end));
        if (item.length > 0) {
            store_item(doc, items, count++, item);
        }
        list = view_slice(list, end + 1, list.length);
    }
    return count;
}

void walk_store_skills(Document *doc, TechnologyCategory capability, StrView list)
{
    const Node *group = group_of(doc, capability);
    bool is_wanted = view_trim(list).length > 0;
    if (!group && !is_wanted) {
        return;
    }
    group = group ? group : document_find(doc, begin_group(doc, capability));
    const Node *items = node_part(group, NODE_KEYWORDS);
    size_t count = store_items(doc, items, list);
    while (node_count(items) > count) {
        document_remove(doc, node_id(node_child(items, node_count(items) - 1)));
    }
    if (count == 0) {
        document_remove(doc, node_id(group));
    }
}
