/* The words the editor uses for things of the resume: taken from the table of kinds. */
#ifndef UI_WORDING_H
#define UI_WORDING_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/node.h"

/* "position", "bullet": a kind's label inside a sentence. */
void wording_add_kind(StrBuf *out, NodeKind kind);
/* "Enter adds the first position", at the end of an empty or a filled list. */
void wording_add_list_end(StrBuf *out, const Node *list);
/* Appends a step of undo, as the document labels it, with where it is: "typing in a bullet of
 * Northwind". `node` holds what the label tells of. */
void wording_add_step(StrBuf *out, const char *label, const Node *node);
/* Copies `sentence` with a capital letter and a full stop, unless it ends with a mark. */
void wording_add_sentence(StrBuf *out, const char *sentence);

#endif
