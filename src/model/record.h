/* Edits as text: what is about to happen to a document, to be done again on an equal one. Nodes
 * are named by their paths, so that a tree read from the file anew will do, and what was typed
 * stands there in one piece, so that it can be found even without this program.
 *
 *     S work[0].highlights[2]  12 3 5:hello      a step begins: 3 bytes at 12 become "hello"
 *     T work[0].highlights[2]  12 11:hello there the step's typing has grown to this
 *     J work[0].highlights[2]  11 1 0:           the step goes on: 1 byte at 11 goes
 *     I skills 2 CONTENT                         an item comes
 *     R skills[2]                                an item goes
 *     M skills[2] skills 0                       an item moves
 *     B … E                                      a group begins and ends
 *     U, D                                       undo and redo, as the user did them */
#ifndef MODEL_RECORD_H
#define MODEL_RECORD_H

#include "model/edit.h"

typedef enum {
    RECORD_SPLICE = 'S',
    RECORD_TYPED = 'T',
    RECORD_JOIN = 'J',
    RECORD_INSERT = 'I',
    RECORD_REMOVE = 'R',
    RECORD_MOVE = 'M',
    RECORD_BEGIN = 'B',
    RECORD_END = 'E',
    RECORD_UNDO = 'U',
    RECORD_REDO = 'D',
} RecordVerb;

/* What edit_swap is about to do. */
void record_edit(StrBuf *log, const Edit *edit);
/* What edit_extend has made of `open` by adding `splice` to it. */
void record_join(StrBuf *log, const Edit *open, const Edit *splice);
/* A verb that stands alone. */
void record_verb(StrBuf *log, RecordVerb verb);

#endif
