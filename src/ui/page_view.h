/* The pages in words: as a parser reads them and as they fall on paper, over all panes or beside
 * them. */
#ifndef UI_PAGE_VIEW_H
#define UI_PAGE_VIEW_H

#include "ui/editor_state.h"
#include "ui/page_text.h"

/* The whole of it, with what to cut where there are too many pages. */
void page_view_write(PageText *page, const Editor *editor, bool is_map);
/* The part around the text in hand. */
void page_view_draw_beside(const Editor *editor, Area area, Surface *surface);

#endif
