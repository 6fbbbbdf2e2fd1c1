#include "ui/page_text.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"

void page_text_done(PageText *page)
{
    free(page->rows);
    arena_done(&page->arena);
    wrap_done(&page->wrap);
    *page = (PageText){0};
}

static void add_row(PageText *page, PageRow row)
{
    page->rows = vector_grow(page->rows, page->count, &page->capacity, sizeof(*page->rows));
    page->rows[page->count++] = row;
}

/* The first row is as wide as the page, the others stand under each other behind the indent. */
void page_text_add(PageText *page, PageStyle style, StrView text)
{
    StrView kept = view_make(arena_copy(&page->arena, text), text.length);
    wrap_text(kept, page->columns, &page->wrap);
    WrapLine first = page->wrap.items[0];
    add_row(page, (PageRow){style, view_slice(kept, first.start, first.end), 0});
    if (page->wrap.count < 2) {
        return;
    }
    StrView rest = view_slice(kept, page->wrap.items[1].start, kept.length);
    style.head_bytes = 0;
    wrap_text(rest, page->columns - style.indent, &page->wrap);
    for (size_t i = 0; i < page->wrap.count; i++) {
        WrapLine line = page->wrap.items[i];
        add_row(page, (PageRow){style, view_slice(rest, line.start, line.end), style.indent});
    }
}

static void draw_row(const PageRow *row, Area line, Surface *surface)
{
    int column = line.column + row->column, end = line.column + line.columns;
    if (row->style.head_bytes > 0) {
        StrView head = view_slice(row->text, 0, row->style.head_bytes);
        column = surface_put(surface, (Strip){line.row, column, end - column}, row->style.head_role,
                             head);
    }
    StrView text = view_slice(row->text, row->style.head_bytes, row->text.length);
    surface_put(surface, (Strip){line.row, column, end - column}, row->style.role, text);
}

void page_text_draw(const PageText *page, Area area, int top, Surface *surface)
{
    for (int i = 0; i < area.rows; i++) {
        size_t index = (size_t)(top + i);
        if (index < page->count) {
            draw_row(&page->rows[index], (Area){area.row + i, area.column, 1, area.columns},
                     surface);
        }
    }
}
