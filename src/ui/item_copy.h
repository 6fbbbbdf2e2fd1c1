/* Copies of whole bullets, words and entries, and where one fits in. Knows no screen. */
#ifndef UI_ITEM_COPY_H
#define UI_ITEM_COPY_H

#include "bulletproof/base/strbuf.h"
#include "ui/item_edit.h"

/* Puts a copy of `copied` below the place, or at the end of the nearest list that takes its kind:
 * around the place, in the entry there, in the section. A word goes among words of another kind
 * too. The cursor goes to it. False when nothing there takes it. */
bool item_put(Document *doc, Place *place, const Node *copied);
/* Appends an item as plain text, for other programs: a line a field, bullets marked. */
void item_add_text(StrBuf *out, const Node *item);

#endif
