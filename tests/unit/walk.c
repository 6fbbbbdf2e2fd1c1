#include "walk.h"

void walk_dump(StrBuf *out, const Node *root)
{
    for (const Node *node = root; node; node = node_next(node, root)) {
        size_t count;
        const FieldInfo *fields = kind_fields(node_kind(node), &count);
        strbuf_addf(out, "%s #%u @%u <%zu\n", kind_info(node_kind(node))->name, node_id(node),
                    node_origin(node), node_parent(node) ? node_index(node) : 0);
        for (size_t i = 0; i < count; i++) {
            strbuf_addf(out, "  %s\n", node_text(node, fields[i].field));
        }
    }
}

static const Node *pick(const Node *root, Dice *dice)
{
    const Node *node = root;
    while (node_count(node) > 0 && dice_throw(dice, 5) > 0) {
        node = node_child(node, dice_throw(dice, node_count(node)));
    }
    return node;
}

/* Where a character starts at or before `offset`. */
static size_t boundary(StrView text, size_t offset)
{
    while (offset > 0 && offset < text.length &&
           ((unsigned char)text.data[offset] & 0xC0) == 0x80) {
        offset--;
    }
    return offset;
}

/* Texts of many kinds: letters of several bytes, and what a file format may take for its own. */
static const char *pick_text(const FieldInfo *info, Dice *dice)
{
    static const char *const texts[] = {
        "",   "",  "",    "a",        "b",  " ",    "é",       "two words", "日本", "😀",
        "\"", "'", ": ",  " #",       "- ", "null", "true",    "{[",        "]}",   "%",
        "\\", "|", ">",   "\xC2\xA0", "~",  "?",    "0x",      "*a",        "&",    "!t",
        "@",  "`", "---", "...",      ",",  "=",    "\\u0041", "<<",        "/",
    };
    if (info->type == FIELD_TYPE_PROSE && dice_throw(dice, 4) == 0) {
        return "\n";
    }
    return texts[dice_throw(dice, sizeof(texts) / sizeof(texts[0]))];
}

static void splice(Document *doc, const Node *node, Dice *dice)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    if (count == 0) {
        return;
    }
    const FieldInfo *info = &fields[dice_throw(dice, count)];
    StrView text = node_view(node, info->field);
    size_t start = boundary(text, dice_throw(dice, text.length + 1));
    size_t end = boundary(text, start + dice_throw(dice, text.length - start + 1));
    const char *with = pick_text(info, dice);
    TextRange range = {node_id(node), info->field, start, end - start};
    document_splice(doc, range, view_of(with));
}

/* Goes on where a field ends, as typing does. */
static void type(Document *doc, const Node *node, Dice *dice)
{
    static const char *const keys[] = {"x", "y", " ", "ß"};
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    for (size_t i = 0; count > 0 && i < 5; i++) {
        size_t length = node_view(node, fields[0].field).length;
        document_splice(doc, (TextRange){node_id(node), fields[0].field, length, 0},
                        view_of(keys[dice_throw(dice, 4)]));
    }
}

/* A backspace or two at the end of a field. */
static void erase(Document *doc, const Node *node, Dice *dice)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    for (size_t i = dice_throw(dice, 4); count > 0 && i > 0; i--) {
        StrView text = node_view(node, fields[0].field);
        size_t start = text.length > 0 ? boundary(text, text.length - 1) : 0;
        document_splice(doc,
                        (TextRange){node_id(node), fields[0].field, start, text.length - start},
                        view_of(""));
    }
}

static void insert(Document *doc, const Node *node, Dice *dice)
{
    const KindInfo *info = kind_info(node_kind(node));
    if (info->shape != SHAPE_LIST) {
        return;
    }
    Node *item = node_new(info->item);
    node_set_origin(item, (uint32_t)dice_throw(dice, 100));
    size_t count;
    const FieldInfo *fields = kind_fields(info->item, &count);
    node_set(item, fields[0].field, view_of("new"));
    document_insert(doc, node_id(node), dice_throw(dice, node_count(node) + 2), item);
}

static void move(Document *doc, const Node *node, Dice *dice)
{
    const Node *list = pick(document_root(doc), dice);
    if (dice_throw(dice, 2) && node_parent(node)) {
        list = node_parent(node);
    }
    document_move(doc, node_id(node), node_id(list), dice_throw(dice, node_count(list) + 2));
}

static void group(Document *doc, Dice *dice, unsigned *depth)
{
    if (*depth > 0 && dice_throw(dice, 3) > 0) {
        document_end(doc);
        --*depth;
    } else if (*depth < 3) {
        document_begin(doc);
        ++*depth;
    }
}

void walk_step(Document *doc, Dice *dice, unsigned *depth)
{
    const Node *node = pick(document_root(doc), dice);
    switch (dice_throw(dice, 14)) {
    case 0:
        document_undo(doc, NULL);
        break;
    case 1:
        document_redo(doc, NULL);
        break;
    case 2:
        document_seal(doc);
        break;
    case 3:
        group(doc, dice, depth);
        break;
    case 4:
        document_remove(doc, node_id(node));
        break;
    case 5:
    case 6:
        move(doc, node, dice);
        break;
    case 7:
        type(doc, node, dice);
        break;
    case 8:
        erase(doc, node, dice);
        break;
    case 9:
    case 10:
        splice(doc, node, dice);
        break;
    default:
        insert(doc, node, dice);
    }
}
