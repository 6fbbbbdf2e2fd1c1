#include "ui/item_edit.h"

#include "ui/text_area.h"

bool item_is_text(const Node *node)
{
    return node && kind_info(node_kind(node))->shape == SHAPE_TEXT;
}

const Node *item_at(const Document *doc, Place place)
{
    for (const Node *node = document_find(doc, place.node); node; node = node_parent(node)) {
        const Node *parent = node_parent(node);
        if (parent && kind_info(node_kind(parent))->shape == SHAPE_LIST) {
            return node;
        }
    }
    return NULL;
}

static FieldId first_field(NodeKind kind)
{
    size_t count;
    return kind_fields(kind, &count)[0].field;
}

static void insert_at(Document *doc, Place *place, const Node *list, size_t index)
{
    NodeKind kind = kind_info(node_kind(list))->item;
    NodeId id = document_insert(doc, node_id(list), index, node_new(kind));
    *place = (Place){id, first_field(kind), 0};
}

void item_append(Document *doc, Place *place, const Node *list)
{
    insert_at(doc, place, list, node_count(list));
}

void item_add_below(Document *doc, Place *place, const Node *item)
{
    insert_at(doc, place, node_parent(item), node_index(item) + 1);
}

static const Node *sibling(const Node *item, int step)
{
    const Node *list = node_parent(item);
    size_t index = node_index(item);
    if (step < 0 && index == 0) {
        return NULL;
    }
    index = step < 0 ? index - 1 : index + 1;
    return index < node_count(list) ? node_child(list, index) : NULL;
}

/* Blanks at the cut go: neither half begins or ends with one. */
void item_split(Document *doc, Place *place)
{
    const Node *item = document_find(doc, place->node);
    if (place->offset == 0 && node_has(item, FIELD_TEXT)) {
        Place above;
        insert_at(doc, &above, node_parent(item), node_index(item));
        return;
    }
    StrView text = node_view(item, FIELD_TEXT);
    StrView head = view_trim(view_slice(text, 0, place->offset));
    StrView tail = view_trim(view_slice(text, place->offset, text.length));
    size_t end = (size_t)(head.data - text.data) + head.length;
    Node *below = node_new(node_kind(item));
    node_set(below, FIELD_TEXT, tail);
    document_begin(doc);
    if (end < text.length) {
        document_splice(doc, (TextRange){place->node, FIELD_TEXT, end, text.length - end},
                        view_of(""));
    }
    NodeId id = document_insert(doc, node_id(node_parent(item)), node_index(item) + 1, below);
    document_end(doc);
    *place = (Place){id, FIELD_TEXT, 0};
}

static bool is_blank_between(StrView before, StrView after)
{
    return before.length == 0 || after.length == 0 || before.data[before.length - 1] == ' ' ||
           after.data[0] == ' ';
}

/* Moves the text of `second` to the end of `first` and takes `second` out. */
static bool join(Document *doc, Place *place, const Node *first, const Node *second)
{
    StrView before = node_view(first, FIELD_TEXT), after = node_view(second, FIELD_TEXT);
    Place end = {node_id(first), FIELD_TEXT, before.length};
    StrBuf joined = {0};
    strbuf_add(&joined, is_blank_between(before, after) ? "" : " ");
    strbuf_add_view(&joined, after);
    document_begin(doc);
    bool is_done =
        document_splice(doc, (TextRange){end.node, end.field, end.offset, 0}, strbuf_view(&joined));
    if (is_done) {
        document_remove(doc, node_id(second));
        *place = end;
    }
    document_end(doc);
    strbuf_done(&joined);
    return is_done;
}

bool item_join_before(Document *doc, Place *place)
{
    const Node *item = document_find(doc, place->node);
    const Node *before = sibling(item, -1);
    return before && join(doc, place, before, item);
}

bool item_join_after(Document *doc, Place *place)
{
    const Node *item = document_find(doc, place->node);
    const Node *after = sibling(item, 1);
    return after && join(doc, place, item, after);
}

void item_remove(Document *doc, Place *place, const Node *item)
{
    const Node *neighbour = sibling(item, 1);
    neighbour = neighbour ? neighbour : sibling(item, -1);
    const Node *next = neighbour ? neighbour : node_parent(item);
    *place = (Place){node_id(next), neighbour ? first_field(node_kind(next)) : FIELD_COUNT, 0};
    document_remove(doc, node_id(item));
}

bool item_move(Document *doc, const Node *item, int step)
{
    if (!sibling(item, step)) {
        return false;
    }
    size_t index = node_index(item);
    return document_move(doc, node_id(item), node_id(node_parent(item)),
                         step < 0 ? index - 1 : index + 1);
}

/* --- pasting ------------------------------------------------------------------ */

/* Without the sign of a list that other programs put in front. */
static StrView without_mark(StrView line)
{
    static const char *const marks[] = {"• ", "- ", "* ", "– ", "▪ ", "◦ ", "· "};
    line = view_trim(line);
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (view_starts_with(line, marks[i])) {
            return view_trim(view_slice(line, view_of(marks[i]).length, line.length));
        }
    }
    return line;
}

static bool paste_line(Document *doc, Place *place, StrView line, bool is_first)
{
    if (!is_first) {
        item_add_below(doc, place, document_find(doc, place->node));
    }
    return text_area_insert(doc, place, line);
}

/* Terminals send line ends as CR. */
static void copy_with_line_feeds(StrBuf *out, StrView foreign)
{
    for (size_t i = 0; i < foreign.length; i++) {
        bool is_pair =
            foreign.data[i] == '\r' && i + 1 < foreign.length && foreign.data[i + 1] == '\n';
        if (!is_pair) {
            strbuf_add_char(out, foreign.data[i] == '\r' ? '\n' : foreign.data[i]);
        }
    }
}

/* Several lines are items of their own: only an empty one takes the first of them. */
bool item_paste(Document *doc, Place *place, StrView foreign)
{
    StrBuf lines = {0};
    copy_with_line_feeds(&lines, foreign);
    StrView rest = strbuf_view(&lines), line;
    bool is_one_line = view_find(view_trim(rest), '\n') == view_trim(rest).length;
    bool is_done = true;
    bool is_first = is_one_line || text_area_view(doc, *place).length == 0;
    document_begin(doc);
    while (is_done && view_next_line(&rest, &line)) {
        StrView text = is_one_line ? line : without_mark(line);
        if (text.length > 0) {
            is_done = paste_line(doc, place, text, is_first);
            is_first = false;
        }
    }
    document_end(doc);
    strbuf_done(&lines);
    return is_done;
}
