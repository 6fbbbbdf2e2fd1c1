/* One web page without anything from elsewhere: headings, landmarks, lists, dates that machines
 * know. Its look is src/export/web.css with the values of the theme. */
#include "bulletproof/base/embedded.h"
#include "export/formats.h"
#include "export/link.h"
#include "export/look.h"
#include "export/xml.h"

typedef struct {
    const ExportInput *input;
    StrBuf *out;
    size_t section_count;
    /* what is open */
    bool has_header, has_main, has_section, has_entry, has_list;
} Page;

/* --- Spans ------------------------------------------------------------------- */

static void add_lines(StrBuf *out, StrView text)
{
    StrView line;
    for (bool is_first = true; view_next_line(&text, &line); is_first = false) {
        strbuf_add(out, is_first ? "" : "<br/>\n");
        xml_add_text(out, line);
    }
}

/* "Mar 2021 – Present", each date with what machines read. */
static void add_dates(StrBuf *out, const ContentSpan *span)
{
    size_t at = 0;
    for (size_t i = 0; i < span->dates->count; i++) {
        size_t start = span->dates->ends[i].start, end = span->dates->ends[i].end;
        Date date = span->dates->ends[i].date;
        xml_add_text(out, view_slice(span->text, at, start));
        if (date.year > 0) {
            strbuf_add(out, "<time datetime=\"");
            date_add(out, date, DATE_FORM_ISO);
            strbuf_add(out, "\">");
        }
        xml_add_text(out, view_slice(span->text, start, end));
        strbuf_add(out, date.year > 0 ? "</time>" : "");
        at = end;
    }
    xml_add_text(out, view_slice(span->text, at, span->text.length));
}

static const struct {
    const char *start, *end;
} style_tags[FONT_STYLE_COUNT] = {
    [FONT_REGULAR] = {"", ""},
    [FONT_BOLD] = {"<strong>", "</strong>"},
    [FONT_ITALIC] = {"<em>", "</em>"},
    [FONT_BOLD_ITALIC] = {"<strong><em>", "</em></strong>"},
};

static bool is_heading(BlockKind kind)
{
    return kind == BLOCK_NAME || kind == BLOCK_HEADING || kind == BLOCK_ENTRY;
}

/* What sets the span apart from its paragraph; NULL: nothing. */
static const char *class_of(const Page *page, BlockKind kind, const ContentSpan *span)
{
    bool is_quiet = look_is_quiet(page->input->theme, span) && kind != BLOCK_CONTACT;
    bool is_beside = kind == BLOCK_ENTRY && span->style == FONT_REGULAR;
    return is_quiet ? "quiet" : is_beside ? "beside" : NULL;
}

static void add_text(Page *page, BlockKind kind, const ContentSpan *span)
{
    FontStyle style = is_heading(kind) ? FONT_REGULAR : span->style;
    strbuf_add(page->out, style_tags[style].start);
    if (span->dates) {
        add_dates(page->out, span);
    } else {
        add_lines(page->out, span->text);
    }
    strbuf_add(page->out, style_tags[style].end);
}

static void add_span(Page *page, BlockKind kind, const ContentSpan *span)
{
    const char *class = class_of(page, kind, span);
    if (class) {
        strbuf_addf(page->out, "<span class=\"%s\">", class);
    }
    add_text(page, kind, span);
    strbuf_add(page->out, class ? "</span>" : "");
}

static void add_spans(Page *page, BlockKind kind, const ContentSpan *spans, size_t count)
{
    size_t end;
    for (size_t start = 0; start < count; start = end) {
        StrBuf address = {0};
        bool has_link = link_add(&address, spans[start].link);
        end = format_link_end(spans, count, start);
        if (has_link) {
            strbuf_add(page->out, "<a");
            xml_add_attribute(page->out, "href", strbuf_view(&address));
            strbuf_add_char(page->out, '>');
        }
        for (size_t i = start; i < end; i++) {
            add_span(page, kind, &spans[i]);
        }
        strbuf_add(page->out, has_link ? "</a>" : "");
        strbuf_done(&address);
    }
}

/* --- Structure ----------------------------------------------------------------- */

static void close_element(Page *page, bool *is_open, const char *tag)
{
    strbuf_addf(page->out, "%s", *is_open ? tag : "");
    *is_open = false;
}

static void open_element(Page *page, bool *is_open, const char *tag)
{
    strbuf_add(page->out, *is_open ? "" : tag);
    *is_open = true;
}

static bool is_in_header(BlockKind kind)
{
    return kind == BLOCK_NAME || kind == BLOCK_HEADLINE || kind == BLOCK_CONTACT;
}

/* Closes what does not go on, opens what the next block stands in. */
static void prepare(Page *page, BlockKind kind)
{
    bool starts_section = kind == BLOCK_HEADING;
    if (kind != BLOCK_BULLET) {
        close_element(page, &page->has_list, "</ul>\n");
    }
    if (starts_section || kind == BLOCK_ENTRY) {
        close_element(page, &page->has_entry, "</article>\n");
    }
    if (starts_section) {
        close_element(page, &page->has_section, "</section>\n");
    }
    if (is_in_header(kind)) {
        open_element(page, &page->has_header, "<header>\n");
        return;
    }
    close_element(page, &page->has_header, "</header>\n");
    open_element(page, &page->has_main, "<main>\n");
    if (kind == BLOCK_ENTRY) {
        open_element(page, &page->has_entry, "<article>\n");
    } else if (kind == BLOCK_BULLET) {
        open_element(page, &page->has_list, "<ul>\n");
    }
}

static void finish(Page *page)
{
    close_element(page, &page->has_list, "</ul>\n");
    close_element(page, &page->has_entry, "</article>\n");
    close_element(page, &page->has_section, "</section>\n");
    close_element(page, &page->has_header, "</header>\n");
    open_element(page, &page->has_main, "<main>\n");
    strbuf_add(page->out, "</main>\n</body>\n</html>\n");
}

/* --- Blocks ---------------------------------------------------------------------- */

/* Opens an element; what is written from right to left says so. */
static void start(Page *page, const ContentBlock *block, const char *element)
{
    bool is_reversed = block->span_count > 0 && format_is_right_to_left(block->spans[0].text);
    strbuf_addf(page->out, "<%s%s>", element, is_reversed ? " dir=\"rtl\"" : "");
}

static void add_heading(Page *page, const ContentBlock *block)
{
    size_t number = ++page->section_count;
    page->has_section = true;
    strbuf_addf(page->out, "<section aria-labelledby=\"section-%zu\">\n<h2 id=\"section-%zu\">",
                number, number);
    add_spans(page, block->kind, block->spans, block->span_count);
    strbuf_add(page->out, "</h2>\n");
}

/* What stands at the right margin is apart from the text before it. */
static void add_right(Page *page, const ContentBlock *block)
{
    if (block->right.text.length > 0) {
        strbuf_add(page->out, " ");
        add_spans(page, BLOCK_DETAIL, &block->right, 1);
    }
}

static void add_entry(Page *page, const ContentBlock *block)
{
    start(page, block, "div class=\"line\"");
    strbuf_add(page->out, "<h3>");
    add_spans(page, block->kind, block->spans, block->span_count);
    strbuf_add(page->out, "</h3>");
    add_right(page, block);
    strbuf_add(page->out, "</div>\n");
}

static void add_detail(Page *page, const ContentBlock *block)
{
    start(page, block, "p class=\"line\"");
    strbuf_add(page->out, "<span>");
    add_spans(page, block->kind, block->spans, block->span_count);
    strbuf_add(page->out, "</span>");
    add_right(page, block);
    strbuf_add(page->out, "</p>\n");
}

static void add_paragraph(Page *page, const ContentBlock *block)
{
    static const struct {
        const char *start, *end;
    } elements[BLOCK_KIND_COUNT] = {
        [BLOCK_NAME] = {"h1", "h1"},
        [BLOCK_HEADLINE] = {"p class=\"headline\"", "p"},
        [BLOCK_CONTACT] = {"address", "address"},
        [BLOCK_PARAGRAPH] = {"p", "p"},
        [BLOCK_BULLET] = {"li", "li"},
    };
    start(page, block, elements[block->kind].start);
    add_spans(page, block->kind, block->spans, block->span_count);
    strbuf_addf(page->out, "</%s>\n", elements[block->kind].end);
}

static void add_block(Page *page, const ContentBlock *block)
{
    prepare(page, block->kind);
    switch (block->kind) {
    case BLOCK_HEADING:
        add_heading(page, block);
        break;
    case BLOCK_ENTRY:
        add_entry(page, block);
        break;
    case BLOCK_DETAIL:
        add_detail(page, block);
        break;
    default:
        add_paragraph(page, block);
    }
}

/* --- Head ------------------------------------------------------------------------ */

static void add_meta(Page *page, const char *name, StrView content)
{
    if (content.length > 0) {
        strbuf_addf(page->out, "<meta name=\"%s\"", name);
        xml_add_attribute(page->out, "content", content);
        strbuf_add(page->out, "/>\n");
    }
}

static void add_head(Page *page)
{
    const Node *basics = node_part(page->input->root, NODE_BASICS);
    StrBuf title = {0};
    format_add_title(&title, page->input->root);
    strbuf_addf(page->out,
                "<!DOCTYPE html>\n<html lang=\"%s\">\n<head>\n<meta charset=\"utf-8\"/>\n",
                date_language_code(page->input->theme->language));
    add_meta(page, "viewport", view_of("width=device-width, initial-scale=1"));
    add_meta(page, "generator", view_of("bulletproof"));
    add_meta(page, "author", view_trim(node_view(basics, FIELD_NAME)));
    add_meta(page, "description", view_trim(node_view(basics, FIELD_LABEL)));
    strbuf_add(page->out, "<title>");
    xml_add_text(page->out, strbuf_view(&title));
    strbuf_add(page->out, "</title>\n<style>\n");
    look_add_css(page->out, page->input->theme);
    strbuf_add_view(page->out, embedded_find("src/export/web.css")->text);
    strbuf_add(page->out, "</style>\n</head>\n<body>\n");
    strbuf_done(&title);
}

bool format_html(const ExportInput *input, StrBuf *out, ExportReport *report, Diag *diag)
{
    (void)report; /* every text can be said in it, */
    (void)diag;   /* and nothing can fail */
    Arena arena = {0};
    Page page = {.input = input, .out = out};
    Content content = format_content(input, &arena);
    add_head(&page);
    for (size_t i = 0; i < content.count; i++) {
        add_block(&page, &content.blocks[i]);
    }
    finish(&page);
    arena_done(&arena);
    return true;
}
