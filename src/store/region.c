#include "store/region.h"

#include <string.h>

/* LF, or a CR that no LF follows. */
bool is_line_end(StrView text, size_t offset)
{
    bool is_before_lf = offset + 1 < text.length && text.data[offset + 1] == '\n';
    return text.data[offset] == '\n' || (text.data[offset] == '\r' && !is_before_lf);
}

size_t line_start_of(StrView text, size_t offset)
{
    while (offset > 0 && !is_line_end(text, offset - 1)) {
        offset--;
    }
    return offset;
}

size_t column_of(StrView text, size_t offset)
{
    size_t start = line_start_of(text, offset);
    bool has_bom = start == 0 && view_starts_with(text, "\xEF\xBB\xBF");
    return offset - start - (has_bom ? 3 : 0);
}

size_t line_end_of(StrView text, size_t offset, size_t limit)
{
    while (offset < limit && !is_line_end(text, offset)) {
        offset++;
    }
    return offset < limit ? offset + 1 : limit;
}

bool is_blank_between(StrView text, size_t start, size_t end)
{
    return view_trim(view_slice(text, start, end)).length == 0;
}

/* Column of the comment that the line at `offset` consists of; false when it is another line. */
static bool comment_column(StrView text, size_t offset, size_t *column)
{
    size_t at = offset;
    while (at < text.length && (text.data[at] == ' ' || text.data[at] == '\t')) {
        at++;
    }
    *column = at - offset;
    return at < text.length && text.data[at] == '#';
}

/* The next comment line, with nothing but blank lines before it, that is indented deeper. */
static bool find_deeper_comment(StrView text, size_t from, size_t limit, size_t indent, size_t *at)
{
    size_t column;
    for (*at = from; *at < limit; *at = line_end_of(text, *at, limit)) {
        if (comment_column(text, *at, &column)) {
            return column > indent;
        }
        if (!is_blank_between(text, *at, line_end_of(text, *at, limit))) {
            return false;
        }
    }
    return false;
}

static size_t end_of_item(StrView text, const YamlNode *node, size_t index, size_t limit)
{
    size_t indent = column_of(text, node->items[0].start);
    size_t end = node->items[index].value->end;
    bool is_at_line_start = end > 0 && is_line_end(text, end - 1);
    if (!is_at_line_start) {
        end = line_end_of(text, end, limit);
    }
    size_t comment;
    while (find_deeper_comment(text, end, limit, indent, &comment)) {
        end = line_end_of(text, comment, limit);
    }
    return end;
}

/* Comments right above the first item of a list, in its column, are its own. */
static size_t start_of_first(StrView text, const YamlNode *node)
{
    size_t item = node->items[0].start;
    size_t start = line_start_of(text, item);
    size_t indent = column_of(text, item);
    if (!is_blank_between(text, start, item) || (start == 0 && indent != item)) {
        return item;
    }
    size_t column;
    while (node->kind == YAML_SEQUENCE && start > 0) {
        size_t above = line_start_of(text, start - 1);
        if (!comment_column(text, above, &column) || column != indent) {
            break;
        }
        start = above;
    }
    return start;
}

Region region_of(StrView text, const YamlNode *node, size_t index, size_t limit)
{
    bool is_last = index + 1 == node->count;
    size_t end_limit = is_last ? limit : node->items[index + 1].start;
    return (Region){
        .start = index == 0 ? start_of_first(text, node)
                            : end_of_item(text, node, index - 1, node->items[index].start),
        .item = node->items[index].start,
        .end = end_of_item(text, node, index, end_limit),
    };
}
