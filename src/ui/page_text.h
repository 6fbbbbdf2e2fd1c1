/* Text to be read on the screen: paragraphs, wrapped, each in a role. */
#ifndef UI_PAGE_TEXT_H
#define UI_PAGE_TEXT_H

#include <stddef.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/text/wrap.h"
#include "bulletproof/ui/surface.h"

typedef struct {
    Role role;
    Role head_role;    /* of the first bytes */
    size_t head_bytes; /* 0: all is in `role` */
    int indent;        /* of the rows after the first */
} PageStyle;

typedef struct {
    PageStyle style;
    StrView text;
    int column;
} PageRow;

/* Start with `PageText page = {.columns = …};`. */
typedef struct {
    int columns;
    PageRow *rows; /* owned */
    size_t count, capacity;
    Arena arena;
    WrapLines wrap;
} PageText;

void page_text_done(PageText *page);
/* Adds a paragraph; the text is copied. */
void page_text_add(PageText *page, PageStyle style, StrView text);
/* Draws the rows from `top` on. */
void page_text_draw(const PageText *page, Area area, int top, Surface *surface);

#endif
