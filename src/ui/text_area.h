/* Writing in one field: every change goes through the document, every step is a whole grapheme.
 * Knows no rows: what stands above or below is the form's. */
#ifndef UI_TEXT_AREA_H
#define UI_TEXT_AREA_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/document.h"
#include "bulletproof/ui/editor.h"

/* The text under the cursor; empty at a list. Borrowed until it changes. */
StrView text_area_view(const Document *doc, Place place);
/* Whether the field takes line ends. */
bool text_area_is_prose(const Document *doc, Place place);

/* Moves within the field; false, unmoved, at its edge. */
bool text_area_left(const Document *doc, Place *place);
bool text_area_right(const Document *doc, Place *place);
bool text_area_word_left(const Document *doc, Place *place);
bool text_area_word_right(const Document *doc, Place *place);

/* Cleans what comes from outside and puts it at the cursor, which moves behind it. False when the
 * field would grow too long. */
bool text_area_insert(Document *doc, Place *place, StrView foreign);
/* Erase; false when there is nothing on that side. */
bool text_area_erase_left(Document *doc, Place *place);
bool text_area_erase_right(Document *doc, Place *place);
/* Erase and keep in `killed`, in place of what was there. */
bool text_area_kill_word_left(Document *doc, Place *place, StrBuf *killed);
bool text_area_kill_word_right(Document *doc, Place *place, StrBuf *killed);
/* To the line end of the text's own, or the line end itself when the cursor stands there. */
bool text_area_kill_line(Document *doc, Place *place, StrBuf *killed);

#endif
