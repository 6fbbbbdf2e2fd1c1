#include "store/patch_inside.h"

#include <string.h>

/* A collection in brackets while it is written anew. Between its items stand commas:
 *
 *     [ one , two  # comment
 *       , three ]
 *
 * `lead` is what stands between a comma (or the bracket) and an item, `tail` what stands between
 * an item and its comma. */
typedef struct {
    const Patcher *patcher;
    StrBuf *out;
    const YamlNode *node;
    size_t open; /* just after the bracket */
} Flow;

/* First byte from `at` on that is neither blank nor comment. */
static size_t skip_comments(StrView text, size_t at)
{
    while (at < text.length && memchr(" \t\r\n#", text.data[at], 5)) {
        at = text.data[at] == '#' ? line_end_of(text, at, text.length) : at + 1;
    }
    return at;
}

static size_t comma_after(const Flow *flow, size_t index)
{
    return skip_comments(flow->patcher->text, flow->node->items[index].value->end);
}

static size_t lead_start(const Flow *flow, size_t index)
{
    return index == 0 ? flow->open : comma_after(flow, index - 1) + 1;
}

static StrView lead_of(const Flow *flow, size_t index)
{
    return view_slice(flow->patcher->text, lead_start(flow, index), flow->node->items[index].start);
}

/* The blanks of an item's lead, without comments: the last line of it. */
static StrView blanks_of(StrView lead)
{
    size_t start = lead.length;
    while (start > 0 && memchr(" \t", lead.data[start - 1], 2)) {
        start--;
    }
    if (start > 0 && lead.data[start - 1] == '\n') {
        start -= start > 1 && lead.data[start - 2] == '\r' ? 2 : 1;
    }
    return view_slice(lead, start, lead.length);
}

/* What stands before an item that has no lead of its own at this place. */
static StrView usual_lead(const Flow *flow, bool is_first)
{
    StrView first = blanks_of(lead_of(flow, 0));
    if (is_first || view_find(first, '\n') < first.length) {
        return first;
    }
    return flow->node->count > 1 ? blanks_of(lead_of(flow, 1)) : view_of(" ");
}

static void put_lead(const Flow *flow, const Entry *entry, bool is_first)
{
    if (entry->old == ENTRY_NEW) {
        strbuf_add_view(flow->out, usual_lead(flow, is_first));
        return;
    }
    StrView lead = lead_of(flow, (size_t)entry->old);
    bool is_at_home = is_first == (entry->old == 0);
    bool is_bare = view_trim(lead).length == 0;
    strbuf_add_view(flow->out, is_at_home || !is_bare ? lead : usual_lead(flow, is_first));
}

/* Blanks at the start of the line that is being written: new lines go deeper. */
static size_t indent_here(const StrBuf *out)
{
    StrView text = strbuf_view(out);
    size_t start = line_start_of(text, text.length);
    size_t at = start;
    while (at < text.length && text.data[at] == ' ') {
        at++;
    }
    return at - start;
}

/* What stands between a key and its value; "{a, b}" has not even a colon. */
static void put_key(const Flow *flow, const YamlItem *item)
{
    const YamlNode *value = item->value;
    StrView between = view_slice(flow->patcher->text, item->key->end, value->start);
    patch_keep(flow->patcher, flow->out, item->start, item->key->end);
    if (view_find(between, ':') == between.length) {
        strbuf_add(flow->out, ": ");
        return;
    }
    strbuf_add_view(flow->out, between);
    if (value->start == value->end) {
        strbuf_add_char(flow->out, ' ');
    }
}

static void put_old(const Flow *flow, const Entry *entry)
{
    const Patcher *patcher = flow->patcher;
    const YamlItem *item = &flow->node->items[entry->old];
    if (!entry->want || entry_is_same(entry->want, item->value, patcher->is_taken)) {
        patch_keep(patcher, flow->out, item->start, item->value->end);
        return;
    }
    patch_note_overwritten(patcher, entry->want, item->value);
    if (item->key) {
        put_key(flow, item);
    }
    if (patch_is_patchable(patcher, entry->want->value, item->value)) {
        patch_flow(patcher, flow->out, entry->want->value, item->value);
    } else {
        render_flow(flow->out, entry->want->value, indent_here(flow->out), &patcher->style);
    }
}

/* Comments before the comma stay with the item. */
static void put_tail(const Flow *flow, const Entry *entry, bool is_last)
{
    if (entry->old == ENTRY_NEW) {
        return;
    }
    size_t index = (size_t)entry->old;
    size_t end = flow->node->items[index].value->end;
    bool is_old_last = index + 1 == flow->node->count;
    size_t comma = comma_after(flow, index);
    bool has_comma = !is_old_last || flow->patcher->text.data[comma] == ',';
    bool is_blank = is_blank_between(flow->patcher->text, end, comma);
    if (has_comma && !(is_last && is_blank)) {
        patch_keep(flow->patcher, flow->out, end, comma);
    } else if (!has_comma && !is_last && !is_blank) {
        patch_keep(flow->patcher, flow->out, end, comma);
    }
}

/* From the last item, or the comma after it, to the closing bracket. */
static void put_end(const Flow *flow, const Entry *last)
{
    StrView text = flow->patcher->text;
    size_t final = flow->node->count - 1;
    size_t start = flow->node->items[final].value->end;
    size_t comma = comma_after(flow, final);
    if (text.data[comma] == ',') {
        start = last->old == (long) final ? comma : comma + 1;
    }
    size_t end = flow->node->end;
    bool is_moved = last->old != (long) final;
    StrView closing = view_slice(text, start, end - 1);
    strbuf_add_view(flow->out, is_moved ? blanks_of(closing) : closing);
    patch_keep(flow->patcher, flow->out, end - 1, end);
}

static void put_new(const Flow *flow, const WantItem *want)
{
    const RenderStyle *style = &flow->patcher->style;
    size_t indent = indent_here(flow->out);
    if (want->key) {
        render_flow_pair(flow->out, want, indent, style);
    } else {
        render_flow(flow->out, want->value, indent, style);
    }
}

static void put_entries(const Flow *flow, const Entries *entries)
{
    for (size_t i = 0; i < entries->count; i++) {
        const Entry *entry = &entries->items[i];
        strbuf_add(flow->out, i > 0 ? "," : "");
        put_lead(flow, entry, i == 0);
        if (entry->old == ENTRY_NEW) {
            put_new(flow, entry->want);
        } else {
            put_old(flow, entry);
        }
        put_tail(flow, entry, i + 1 == entries->count);
    }
}

void patch_flow(const Patcher *patcher, StrBuf *out, const Want *want, const YamlNode *node)
{
    StrView text = patcher->text;
    size_t open = node->start;
    while (open < node->items[0].start && !memchr("[{", text.data[open], 2)) {
        open++;
    }
    if (open == node->items[0].start) { /* "[a: b]": a pair without braces of its own */
        render_flow(out, want, indent_here(out), &patcher->style);
        return;
    }
    const Flow flow = {patcher, out, node, open + 1};
    Entries entries = {0};
    entries_make(&entries, want, node, patcher->is_taken);
    patch_keep(patcher, out, node->start, open + 1);
    put_entries(&flow, &entries);
    put_end(&flow, &entries.items[entries.count - 1]);
    entries_done(&entries);
}
