#include "store/comment.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "store/region.h"

enum { SHOWN_COMMENTS = 3, SHOWN_CHARACTERS = 40 };

typedef struct {
    StrView *items; /* owned; from the # to the end of the line */
    size_t count, capacity;
} Comments;

/* Comments in [start, end), where no scalar stands. */
static void find_between(Comments *comments, StrView text, size_t start, size_t end)
{
    for (size_t at = start; at < end; at++) {
        bool is_comment =
            text.data[at] == '#' && (at == 0 || memchr(" \t\r\n", text.data[at - 1], 4));
        if (!is_comment) {
            continue;
        }
        StrView line = view_slice(text, at, text.length);
        line = view_slice(line, 0, view_find(line, '\n'));
        line = view_trim(view_slice(line, 0, view_find(line, '\r')));
        comments->items = vector_grow(comments->items, comments->count, &comments->capacity,
                                      sizeof(*comments->items));
        comments->items[comments->count++] = line;
        at += line.length - 1;
    }
}

static int compare_views(const void *left, const void *right)
{
    const StrView a = *(const StrView *)left;
    const StrView b = *(const StrView *)right;
    size_t shared = a.length < b.length ? a.length : b.length;
    int order = memcmp(a.data, b.data, shared);
    return order ? order : (a.length > b.length) - (a.length < b.length);
}

/* Sorted by text. */
static Comments find_all(const YamlTree *tree)
{
    Comments comments = {0};
    size_t at = 0;
    for (size_t i = 1; i < tree->count; i++) {
        const YamlNode *node = tree->nodes[i];
        if (node->kind != YAML_SCALAR) {
            continue;
        }
        find_between(&comments, tree->text, at, node->start);
        at = node->end;
        if (node->style == YAML_STYLE_LITERAL || node->style == YAML_STYLE_FOLDED) {
            find_between(&comments, tree->text, node->start,
                         line_end_of(tree->text, node->start, node->end));
        }
    }
    find_between(&comments, tree->text, at, tree->text.length);
    if (comments.count > 1) {
        qsort(comments.items, comments.count, sizeof(*comments.items), compare_views);
    }
    return comments;
}

static void add_shown(StrBuf *out, StrView comment, size_t number)
{
    if (number < SHOWN_COMMENTS) {
        StrView shown = view_slice(comment, 0, utf8_offset(comment, SHOWN_CHARACTERS));
        strbuf_addf(out, "%s\"%.*s\"", number > 0 ? ", " : "", VIEW_ARG(shown));
    }
}

size_t comments_find_lost(StrBuf *out, const YamlTree *before, const YamlTree *after)
{
    Comments old = find_all(before);
    Comments kept = find_all(after);
    size_t lost = 0;
    for (size_t i = 0, j = 0; i < old.count; i++) {
        while (j < kept.count && compare_views(&kept.items[j], &old.items[i]) < 0) {
            j++;
        }
        if (j < kept.count && view_equal(kept.items[j], old.items[i])) {
            j++;
        } else {
            add_shown(out, old.items[i], lost++);
        }
    }
    free(old.items);
    free(kept.items);
    return lost;
}
