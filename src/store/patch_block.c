#include "store/patch_inside.h"

/* A block collection while it is written anew. */
typedef struct {
    const Patcher *patcher;
    StrBuf *out;
    const YamlNode *node;
    size_t indent;  /* of its dashes or keys */
    bool is_inline; /* the first item stands behind a dash: "- name: A" */
    bool is_spaced; /* blank lines stand between the items, all of them */
    size_t limit;
} Block;

size_t patch_block_start(const Patcher *patcher, const YamlNode *node)
{
    return region_of(patcher->text, node, 0, node->end).start;
}

/* The comments and blank lines before an item. What comes first in an inline block has its place
 * in the line already, unless comments must go before it. */
static void keep_lead(const Block *block, const Region *region, bool is_first)
{
    const Patcher *patcher = block->patcher;
    bool is_blank = is_blank_between(patcher->text, region->start, region->item);
    if (is_first && block->is_inline && is_blank) {
        return;
    }
    bool has_own_line = line_start_of(patcher->text, region->item) >= region->start;
    if (is_first && block->is_inline) {
        while (block->out->length > 0 && block->out->data[block->out->length - 1] == ' ') {
            strbuf_truncate(block->out, block->out->length - 1);
        }
    }
    patch_end_line(patcher, block->out);
    if (has_own_line) {
        patch_keep(patcher, block->out, region->start, region->item);
    } else {
        strbuf_add_repeated(block->out, ' ', block->indent);
    }
}

static void put_old(const Block *block, const Entry *entry, bool is_first)
{
    const Region region =
        region_of(block->patcher->text, block->node, (size_t)entry->old, block->limit);
    keep_lead(block, &region, is_first);
    patch_body(block->patcher, block->out, entry->want, &block->node->items[entry->old],
               region.end);
}

static bool is_spaced(StrView text, const YamlNode *node, size_t limit)
{
    bool is_so = node->count > 1;
    for (size_t i = 1; i < node->count && is_so; i++) {
        size_t start = region_of(text, node, i, limit).start;
        is_so = is_blank_between(text, start, line_end_of(text, start, text.length));
    }
    return is_so;
}

static void put_new(const Block *block, const WantItem *want, bool is_first)
{
    const RenderStyle *style = &block->patcher->style;
    bool is_placed = is_first && block->is_inline;
    if (!is_placed) {
        patch_end_line(block->patcher, block->out);
    }
    if (block->is_spaced && !is_first) {
        strbuf_add(block->out, style->line_end);
    }
    if (!want->key && style->write_item(style, block->out, want->value, block->indent)) {
        return;
    }
    strbuf_add_repeated(block->out, ' ', is_placed ? 0 : block->indent);
    if (want->key) {
        render_pair(block->out, want, block->indent, style);
    } else {
        render_item(block->out, want->value, block->indent, style);
    }
}

size_t patch_block(const Patcher *patcher, StrBuf *out, const Want *want, const YamlNode *node,
                   size_t limit)
{
    StrView text = patcher->text;
    size_t first = node->items[0].start;
    const Block block = {
        .patcher = patcher,
        .out = out,
        .node = node,
        .indent = column_of(text, first),
        .is_inline = patch_block_start(patcher, node) == first && column_of(text, first) > 0,
        .is_spaced = is_spaced(text, node, limit),
        .limit = limit,
    };
    Entries entries = {0};
    entries_make(&entries, want, node, patcher->is_taken);
    for (size_t i = 0; i < entries.count; i++) {
        if (entries.items[i].old == ENTRY_NEW) {
            put_new(&block, entries.items[i].want, i == 0);
            strbuf_add(out, block.is_spaced && i == 0 ? patcher->style.line_end : "");
        } else {
            put_old(&block, &entries.items[i], i == 0);
        }
    }
    entries_done(&entries);
    size_t used = region_of(text, node, node->count - 1, limit).end;
    if (used < text.length) {
        patch_end_line(patcher, out);
    }
    return used;
}

/* --- Items from elsewhere --------------------------------------------------------------------- */

/* Appends the lines of `text` moved by so many columns to the right, or to the left. */
static void add_shifted(StrBuf *out, StrView text, size_t from, size_t to)
{
    while (text.length > 0) {
        size_t length = line_end_of(text, 0, text.length);
        StrView line = view_slice(text, 0, length);
        size_t blanks = 0;
        while (blanks < line.length && line.data[blanks] == ' ' && blanks + to < from) {
            blanks++;
        }
        bool is_blank = view_trim(line).length == 0;
        strbuf_add_repeated(out, ' ', to > from && !is_blank ? to - from : 0);
        strbuf_add_view(out, view_slice(line, blanks, line.length));
        text = view_slice(text, length, text.length);
    }
}

static Position position_of(const Patcher *patcher, const Want *item)
{
    return item->origin ? patcher->positions[item->origin->index] : (Position){0};
}

/* An item in brackets, or the text of one, that stays on its line. */
static bool write_flow_moved(const RenderStyle *style, StrBuf *out, const Want *item)
{
    const Patcher *patcher = style->context;
    const YamlNode *origin = item->origin;
    const YamlNode *list = position_of(patcher, item).parent;
    if (!list || list->kind != YAML_SEQUENCE || list->style != YAML_STYLE_FLOW) {
        return false;
    }
    const WantItem want = {.value = (Want *)(uintptr_t)item};
    if (entry_is_same(&want, origin, patcher->is_taken)) {
        patch_keep(patcher, out, origin->start, origin->end);
        return true;
    }
    bool is_patchable = patch_is_patchable(patcher, item, origin);
    if (is_patchable) {
        patch_flow(patcher, out, item, origin);
    }
    return is_patchable;
}

/* From brackets to dashes. */
static bool write_unbracketed(const RenderStyle *style, StrBuf *out, const Want *item,
                              size_t indent)
{
    StrBuf moved = {0};
    bool is_written = write_flow_moved(style, &moved, item) &&
                      view_find(strbuf_view(&moved), '\n') == moved.length;
    if (is_written) {
        strbuf_add_repeated(out, ' ', indent);
        strbuf_addf(out, "- %s%s", strbuf_text(&moved), style->line_end);
    }
    strbuf_done(&moved);
    return is_written;
}

/* An item of another list: its text moves with it, comments and all. */
static bool write_moved(const RenderStyle *style, StrBuf *out, const Want *item, size_t indent)
{
    const Patcher *patcher = style->context;
    const Position position = position_of(patcher, item);
    const YamlNode *list = position.parent;
    if (!list || list->kind != YAML_SEQUENCE || list->style != YAML_STYLE_BLOCK) {
        return write_unbracketed(style, out, item, indent);
    }
    StrBuf moved = {0};
    const Region region = region_of(patcher->text, list, position.index, patcher->text.length);
    const WantItem want = {.value = (Want *)(uintptr_t)item};
    patch_keep(patcher, &moved, region.start, region.item);
    patch_body(patcher, &moved, &want, &list->items[position.index], region.end);
    add_shifted(out, strbuf_view(&moved), column_of(patcher->text, region.item), indent);
    patch_end_line(patcher, out);
    strbuf_done(&moved);
    return true;
}

void patch_bring_moved(Patcher *patcher)
{
    patcher->style.write_item = write_moved;
    patcher->style.write_flow_item = write_flow_moved;
    patcher->style.context = patcher;
}
