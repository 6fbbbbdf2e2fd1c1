/* A layout as text: as a parser reads it, and with every place, for tests. */
#include <string.h>

#include "bulletproof/layout/layout.h"

static const char *const kind_names[] = {
    [BLOCK_NAME] = "name",       [BLOCK_HEADLINE] = "headline",   [BLOCK_CONTACT] = "contact",
    [BLOCK_HEADING] = "heading", [BLOCK_ENTRY] = "entry",         [BLOCK_DETAIL] = "detail",
    [BLOCK_BULLET] = "bullet",   [BLOCK_PARAGRAPH] = "paragraph",
};

static void add_line(StrBuf *out, const LayoutLine *line)
{
    for (size_t i = 0; i < line->run_count; i++) {
        const LayoutRun *run = &line->runs[i];
        strbuf_addf(out, "%s%s",
                    i > 0 && !run->is_joined && !line->runs[i - 1].is_label ? "  " : "", run->text);
        strbuf_add(out, run->is_label ? " " : "");
    }
    strbuf_add_char(out, '\n');
}

void layout_add_reading(StrBuf *out, const Layout *layout)
{
    for (size_t page = 0; page < layout->page_count; page++) {
        strbuf_add(out, page > 0 ? "\n" : "");
        for (size_t i = 0; i < layout->pages[page].line_count; i++) {
            add_line(out, &layout->pages[page].lines[i]);
        }
    }
}

static void dump_run(StrBuf *out, const LayoutRun *run)
{
    static const char *const styles[] = {
        [FONT_REGULAR] = "regular",
        [FONT_BOLD] = "bold",
        [FONT_ITALIC] = "italic",
        [FONT_BOLD_ITALIC] = "bold-italic",
    };
    strbuf_addf(out, "    %.1f +%.1f  %s %.1f  %s", run->x, run->width, styles[run->style],
                run->size, run->text);
    strbuf_addf(out, "%s%s\n", run->link ? "  -> " : "", run->link ? run->link : "");
}

void layout_add_size(StrBuf *out, size_t page_count, int fill_percent)
{
    bool is_one = page_count == 1;
    strbuf_addf(out, "%zu page%s, %s%d %% full", page_count, is_one ? "" : "s",
                is_one ? "" : "last ", fill_percent);
}

void layout_dump(StrBuf *out, const Layout *layout)
{
    for (size_t p = 0; p < layout->page_count; p++) {
        const LayoutPage *page = &layout->pages[p];
        strbuf_addf(out, "page %zu of %zu\n", p + 1, layout->page_count);
        for (size_t i = 0; i < page->line_count; i++) {
            const LayoutLine *line = &page->lines[i];
            strbuf_addf(out, "  %.1f %s%s\n", line->baseline, kind_names[line->kind],
                        line->goes_on ? " …" : "");
            for (size_t run = 0; run < line->run_count; run++) {
                dump_run(out, &line->runs[run]);
            }
        }
    }
}
