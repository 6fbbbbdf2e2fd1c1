#include "bulletproof/export/format.h"

#include <math.h>
#include <string.h>

#include "bulletproof/base/utf8.h"
#include "export/formats.h"

const ExportFormat export_formats[FORMAT_COUNT] = {
#define X(id, name, suffix, label, writer, is_binary, mark, help) \
    {FORMAT_##id, name, suffix, label, help, mark, is_binary, writer},
    EXPORT_FORMATS(X)
#undef X
};

const ExportFormat *export_format_find(const char *name)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (strcmp(export_formats[i].name, name) == 0) {
            return &export_formats[i];
        }
    }
    return NULL;
}

const ExportFormat *export_format_of_path(const char *path)
{
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        if (view_ends_with(view_of(path), export_formats[i].suffix)) {
            return &export_formats[i];
        }
    }
    return NULL;
}

/* --- What writers share ------------------------------------------------------ */

static bool has_same_link(const ContentSpan *a, const ContentSpan *b)
{
    return a->link == b->link || (a->link && b->link && strcmp(a->link, b->link) == 0);
}

static bool looks_the_same(const ContentSpan *a, const ContentSpan *b)
{
    return a->style == b->style && a->size == b->size && a->tracking == b->tracking &&
           memcmp(&a->color, &b->color, sizeof(a->color)) == 0 && has_same_link(a, b) &&
           !a->dates && !b->dates;
}

static void join_spans(ContentBlock *block, Arena *arena)
{
    size_t kept = 1;
    for (size_t i = 1; i < block->span_count; i++) {
        ContentSpan *before = &block->spans[kept - 1], *span = &block->spans[i];
        if (looks_the_same(before, span)) {
            const char *text =
                arena_format(arena, "%.*s%.*s", VIEW_ARG(before->text), VIEW_ARG(span->text));
            before->text = view_of(text);
        } else {
            block->spans[kept++] = *span;
        }
    }
    block->span_count = kept;
}

Content format_content(const ExportInput *input, Arena *arena)
{
    LayoutInput page = {.root = input->root, .theme = input->theme};
    Content content = content_build(&page, arena);
    for (size_t i = 0; i < content.count; i++) {
        join_spans(&content.blocks[i], arena);
    }
    return content;
}

size_t format_link_end(const ContentSpan *spans, size_t count, size_t start)
{
    size_t end = start + 1;
    while (end < count && has_same_link(&spans[end], &spans[start])) {
        end++;
    }
    return end;
}

void format_add_title(StrBuf *out, const Node *root)
{
    StrView name = view_trim(node_view(node_part(root, NODE_BASICS), FIELD_NAME));
    strbuf_add_view(out, name);
    strbuf_add(out, name.length > 0 ? " – Resume" : "Resume");
}

/* Hebrew, Arabic and their like: Unicode Annex 9, classes R and AL; digits and signs tell nothing.
 */
static bool is_right_to_left(uint32_t code_point)
{
    return (code_point >= 0x0590 && code_point <= 0x08FF) ||
           (code_point >= 0xFB1D && code_point <= 0xFDFF) ||
           (code_point >= 0xFE70 && code_point <= 0xFEFC) ||
           (code_point >= 0x10800 && code_point <= 0x10FFF);
}

static bool is_letter_of_others(uint32_t code_point)
{
    bool is_latin =
        (code_point >= 'A' && code_point <= 'Z') || (code_point >= 'a' && code_point <= 'z');
    return is_latin || (code_point >= 0xC0 && code_point < 0x0590) ||
           (code_point > 0x08FF && code_point < 0x2000) ||
           (code_point >= 0x2E80 && code_point < 0xFB1D);
}

bool format_is_right_to_left(StrView text)
{
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        if (is_right_to_left(code_point) || is_letter_of_others(code_point)) {
            return is_right_to_left(code_point);
        }
    }
    return false;
}

void format_add_number(StrBuf *out, double number)
{
    long hundredths = lround(fabs(number) * 100);
    strbuf_addf(out, "%s%ld.%02ld", number < 0 && hundredths > 0 ? "-" : "", hundredths / 100,
                hundredths % 100);
}
