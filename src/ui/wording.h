/* The words the editor uses for things of the resume: taken from the table of kinds. */
#ifndef UI_WORDING_H
#define UI_WORDING_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/node.h"

/* "position", "bullet": a kind's label inside a sentence. */
void wording_add_kind(StrBuf *out, NodeKind kind);
/* "Enter adds the first position", at the end of an empty or a filled list. */
void wording_add_list_end(StrBuf *out, const Node *list);
/* Copies `text` with the labels in it as they stand inside a sentence: "typing in bullet". */
void wording_add_inside(StrBuf *out, const char *text);
/* Copies `sentence` with a capital letter and a full stop, unless it ends with a mark. */
void wording_add_sentence(StrBuf *out, const char *sentence);

#endif
