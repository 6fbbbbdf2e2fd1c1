#include "store/patch_inside.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "store/scalar.h"

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

void patch_keep(const Patcher *patcher, StrBuf *out, size_t start, size_t end)
{
    strbuf_add_view(out, view_slice(patcher->text, start, end));
}

void patch_end_line(const Patcher *patcher, StrBuf *out)
{
    StrView text = strbuf_view(out);
    bool is_at_start = text.length == 0 || view_is(text, BYTE_ORDER_MARK);
    if (!is_at_start && !is_line_end(text, text.length - 1)) {
        strbuf_add(out, patcher->style.line_end);
    }
}

static bool is_wrong_kind(const Want *want, const YamlNode *value)
{
    return want->kind != value->kind && !yaml_is_null(value) && value->end > value->start;
}

void patch_note_overwritten(const Patcher *patcher, const WantItem *want, const YamlNode *value)
{
    if (want->key && is_wrong_kind(want->value, value)) {
        strbuf_addf(patcher->overwritten, "\"%s\" of line %u\n", want->key->key, value->place.line);
    }
}

/* Will it have any entry, old or new? */
static bool has_entries(const Patcher *patcher, const Want *want, const YamlNode *node)
{
    Entries entries = {0};
    entries_make(&entries, want, node, patcher->is_taken);
    bool has_some = entries.count > 0;
    entries_done(&entries);
    return has_some;
}

bool patch_is_patchable(const Patcher *patcher, const Want *want, const YamlNode *node)
{
    return want->kind == node->kind && node->kind != YAML_SCALAR && node->count > 0 &&
           has_entries(patcher, want, node);
}

/* --- A value in the place of another, in a block ------------------------------------------------
 */

/* The old value with what stands around it in its item:
 *
 *     key: value # comment          key: # comment
 *     |   |     |                   |   |
 *     |   head  rest                |   head and rest
 *                                     # comment: [below, value)
 *     after …                         - value
 *     end                           after …
 */
typedef struct {
    const YamlItem *item;
    size_t head;        /* end of what stands before the value, blanks included */
    size_t rest, below; /* the rest of that line: [rest, below) */
    size_t value;       /* start of a value on the lines below; else as `below` */
    size_t after;       /* what comes behind the value on its own lines */
    size_t end;
} Surroundings;

/* Behind the tag and the anchor that a value begins with, and the blanks after them. */
static size_t skip_properties(StrView text, size_t at, size_t limit)
{
    while (at < limit && memchr("&!", text.data[at], 2)) {
        while (at < limit && !memchr(" \t\r\n", text.data[at], 4)) {
            at++;
        }
        while (at < limit && text.data[at] == ' ') {
            at++;
        }
    }
    return at;
}

/* The comment after "|" or ">" stays on the line of the new value. */
static Surroundings around_block_text(const Patcher *patcher, const YamlItem *item, size_t end)
{
    StrView text = patcher->text;
    const YamlNode *value = item->value;
    size_t rest = skip_properties(text, value->start, value->end);
    size_t below = line_end_of(text, rest, value->end);
    while (rest < below && !memchr(" \t\r\n", text.data[rest], 4)) {
        rest++;
    }
    return (Surroundings){item, value->start, rest, below, below, value->end, end};
}

static Surroundings around_block(const Patcher *patcher, const YamlItem *item, size_t end)
{
    StrView text = patcher->text;
    const YamlNode *value = item->value;
    size_t start = patch_block_start(patcher, value);
    size_t head = item->start + 1; /* behind the dash */
    if (item->key) {
        head = item->key->end + view_find(view_slice(text, item->key->end, start), ':') + 1;
    }
    size_t below = line_end_of(text, head, start);
    bool is_inline = below == start && !is_line_end(text, below - 1);
    size_t rest = head;
    if (value->start < below && !is_inline) {
        rest = skip_properties(text, value->start, below);
    }
    size_t after = region_of(text, value, value->count - 1, end).end;
    return (Surroundings){item, head, is_inline ? start : rest, below, start, after, end};
}

static Surroundings around(const Patcher *patcher, const YamlItem *item, size_t end)
{
    const YamlNode *value = item->value;
    if (value->style == YAML_STYLE_LITERAL || value->style == YAML_STYLE_FOLDED) {
        return around_block_text(patcher, item, end);
    }
    if (value->style == YAML_STYLE_BLOCK) {
        return around_block(patcher, item, end);
    }
    size_t below = line_end_of(patcher->text, value->end, end);
    return (Surroundings){item, value->start, value->end, below, below, below, end};
}

/* "key:" or "-", what was after it trimmed: the value went on below or was nothing. */
static void keep_head_trimmed(const Patcher *patcher, StrBuf *out, const Surroundings *old)
{
    patch_keep(patcher, out, old->item->start, old->head);
    while (out->length > 0 && memchr(" \t\r\n", out->data[out->length - 1], 4)) {
        strbuf_truncate(out, out->length - 1);
    }
}

static void keep_head(const Patcher *patcher, StrBuf *out, const Surroundings *old)
{
    StrView head = view_slice(patcher->text, old->item->start, old->head);
    bool is_below = view_find(head, '\n') < head.length;
    bool has_comment = view_find(head, '#') < head.length;
    if (is_below && !has_comment) {
        keep_head_trimmed(patcher, out, old);
    } else {
        strbuf_add_view(out, head);
    }
    char last = out->data[out->length - 1];
    if (last != ' ' && last != '\t') {
        strbuf_add_char(out, ' ');
    }
}

static void put_scalar(const Patcher *patcher, StrBuf *out, const Want *want,
                       const Surroundings *old)
{
    size_t indent = column_of(patcher->text, old->item->start);
    keep_head(patcher, out, old);
    if (want->kind != YAML_SCALAR) {
        strbuf_add(out, want->kind == YAML_MAPPING ? "{}" : "[]");
    } else if (!want->field) {
        strbuf_add_view(out, want->text);
    } else if (scalar_is_block(want->text)) {
        strbuf_add(out, "|-");
        patch_keep(patcher, out, old->rest, old->below);
        patch_end_line(patcher, out);
        scalar_add_block_lines(out, want->text, indent + patcher->style.step,
                               patcher->style.line_end);
        return;
    } else {
        scalar_add_line(out, want->text, false);
    }
    patch_keep(patcher, out, old->rest, old->below);
}

/* A list or group where there was nothing of the kind: on the lines below the key. */
static void put_collection(const Patcher *patcher, StrBuf *out, const Want *want,
                           const Surroundings *old)
{
    StrBuf lines = {0};
    size_t indent = column_of(patcher->text, old->item->start);
    keep_head_trimmed(patcher, out, old);
    patch_keep(patcher, out, old->rest, old->below);
    patch_end_line(patcher, out);
    render_value(&lines, want, indent, &patcher->style);
    StrView text = strbuf_view(&lines);
    size_t first_line = strlen(patcher->style.line_end); /* would stand after the key */
    strbuf_add_view(out, view_slice(text, first_line, text.length));
    strbuf_done(&lines);
}

/* Comments behind a text of many lines must not be read as more of it. */
static void keep_shallow(const Patcher *patcher, StrBuf *out, const Surroundings *old)
{
    StrView text = patcher->text;
    size_t indent = column_of(text, old->item->start);
    for (size_t at = old->after, next; at < old->end; at = next) {
        next = line_end_of(text, at, old->end);
        StrView comment = view_trim(view_slice(text, at, next));
        strbuf_add_repeated(out, ' ', comment.length > 0 ? indent : 0);
        strbuf_add_view(out, comment);
        strbuf_add(out, patcher->style.line_end);
    }
}

static void put_value(const Patcher *patcher, StrBuf *out, const WantItem *want,
                      const YamlItem *item, size_t end)
{
    const Surroundings old = around(patcher, item, end);
    patch_note_overwritten(patcher, want, item->value);
    if (want->value->kind == YAML_SCALAR || want_is_empty(want->value)) {
        put_scalar(patcher, out, want->value, &old);
    } else {
        put_collection(patcher, out, want->value, &old);
    }
    if (old.after > 0 && is_line_end(patcher->text, old.after - 1)) {
        patch_end_line(patcher, out);
    }
    patch_keep(patcher, out, old.below, old.value);
    if (want->value->kind == YAML_SCALAR && scalar_is_block(want->value->text)) {
        keep_shallow(patcher, out, &old);
    } else {
        patch_keep(patcher, out, old.after, old.end);
    }
}

void patch_body(const Patcher *patcher, StrBuf *out, const WantItem *want, const YamlItem *item,
                size_t end)
{
    const YamlNode *value = item->value;
    if (!want || entry_is_same(want, value, patcher->is_taken)) {
        patch_keep(patcher, out, item->start, end);
    } else if (!patch_is_patchable(patcher, want->value, value)) {
        put_value(patcher, out, want, item, end);
    } else if (value->style == YAML_STYLE_FLOW) {
        patch_keep(patcher, out, item->start, value->start);
        patch_flow(patcher, out, want->value, value);
        patch_keep(patcher, out, value->end, end);
    } else {
        patch_keep(patcher, out, item->start, patch_block_start(patcher, value));
        size_t used = patch_block(patcher, out, want->value, value, end);
        patch_keep(patcher, out, used, end);
    }
}

/* --- The whole file --------------------------------------------------------------------------- */

static void find_positions(Patcher *patcher, const YamlTree *tree)
{
    patcher->positions = xalloc(tree->count * sizeof(*patcher->positions));
    for (size_t i = 1; i < tree->count; i++) {
        const YamlNode *node = tree->nodes[i];
        for (size_t n = 0; n < node->count; n++) {
            patcher->positions[node->items[n].value->index] = (Position){node, n};
        }
    }
}

static size_t bearable(size_t blanks, size_t otherwise)
{
    return blanks <= 8 ? blanks : otherwise;
}

static const char *line_end_like(StrView text)
{
    size_t end = view_find(text, '\n');
    if (end == text.length) {
        return view_find(text, '\r') < text.length ? "\r" : "\n";
    }
    return end > 0 && text.data[end - 1] == '\r' ? "\r\n" : "\n";
}

/* What the first blocks of the file do, the others are likely to do. */
static void find_style(Patcher *patcher, const YamlTree *tree)
{
    StrView text = tree->text;
    RenderStyle *style = &patcher->style;
    bool has_mapping = false;
    bool has_list = false;
    *style = (RenderStyle){.step = 2, .dash = 2, .line_end = line_end_like(text)};
    for (size_t i = 2; i < tree->count; i++) {
        const YamlNode *node = tree->nodes[i];
        const YamlNode *parent = patcher->positions[i].parent;
        if (node->style != YAML_STYLE_BLOCK || !parent || parent->kind != YAML_MAPPING) {
            continue;
        }
        size_t blanks = column_of(text, node->items[0].start) -
                        column_of(text, parent->items[patcher->positions[i].index].start);
        if (node->kind == YAML_MAPPING && !has_mapping) {
            has_mapping = true;
            style->step = bearable(blanks, 2);
        } else if (node->kind == YAML_SEQUENCE && !has_list) {
            has_list = true;
            style->dash = bearable(blanks, 2);
        }
    }
}

static void find_json_style(Patcher *patcher, const YamlNode *root)
{
    StrView text = patcher->text;
    patcher->style.is_json = true;
    size_t first = root->count > 0 ? root->items[0].start : 0;
    patcher->style.is_compact = root->count > 0 && line_start_of(text, first) <= root->start;
    if (root->count > 0 && !patcher->style.is_compact) {
        patcher->style.step = bearable(column_of(text, first), 2);
    }
}

/* Only comments so far, or a null. */
static void put_whole(const Patcher *patcher, StrBuf *out, const Want *want, const YamlTree *tree)
{
    const YamlNode *root = tree->root;
    patch_keep(patcher, out, 0, root ? root->start : patcher->text.length);
    if (!want_is_empty(want)) {
        patch_end_line(patcher, out);
        render_file(out, want, &patcher->style);
    }
    if (root) {
        patch_keep(patcher, out, root->end, patcher->text.length);
    }
}

static void patch_root(const Patcher *patcher, StrBuf *out, const Want *want, const YamlTree *tree)
{
    const YamlNode *root = tree->root;
    size_t end = patcher->text.length;
    const WantItem whole = {.value = (Want *)(uintptr_t)want};
    bool is_nothing_still = root && yaml_is_null(root) && want_is_empty(want);
    if (is_nothing_still || (root && entry_is_same(&whole, root, patcher->is_taken))) {
        patch_keep(patcher, out, 0, end);
    } else if (!root || !patch_is_patchable(patcher, want, root)) {
        put_whole(patcher, out, want, tree);
    } else if (root->style == YAML_STYLE_FLOW) {
        patch_keep(patcher, out, 0, root->start);
        patch_flow(patcher, out, want, root);
        patch_keep(patcher, out, root->end, end);
    } else {
        patch_keep(patcher, out, 0, patch_block_start(patcher, root));
        size_t used = patch_block(patcher, out, want, root, end);
        patch_keep(patcher, out, used, end);
    }
}

/* A file without a line end at its end stays so. */
static void trim_last_line_end(const Patcher *patcher, StrBuf *out)
{
    StrView line_end = view_of(patcher->style.line_end);
    bool had_none =
        patcher->text.length > 0 && !is_line_end(patcher->text, patcher->text.length - 1);
    if (had_none && view_ends_with(strbuf_view(out), patcher->style.line_end)) {
        strbuf_truncate(out, out->length - line_end.length);
    }
}

void patch_text(StrBuf *out, const Reading *reading, const Want *root, StrBuf *overwritten)
{
    const YamlTree *tree = &reading->tree;
    Patcher patcher = {
        .text = tree->text, .is_taken = reading->is_taken, .overwritten = overwritten};
    find_positions(&patcher, tree);
    find_style(&patcher, tree);
    if (tree->root && tree->is_json) {
        find_json_style(&patcher, tree->root);
    }
    patch_bring_moved(&patcher);
    patch_root(&patcher, out, root, tree);
    trim_last_line_end(&patcher, out);
    free(patcher.positions);
}
