/* A resume that can be changed, undone and redone without limit. Owns the tree and the edits;
 * nothing else changes either. Knows no file and no screen. */
#ifndef BULLETPROOF_MODEL_DOCUMENT_H
#define BULLETPROOF_MODEL_DOCUMENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/model/node.h"

typedef struct Document Document;

/* An edit owns whatever the document is not showing: the other text of a range, or a child that
 * is out of the tree. Swapping it with what the document shows makes, undoes and redoes it. */

/* Takes `root`, a RESUME, or NULL for an empty resume. Owned by the caller. */
Document *document_new(Node *root);
void document_free(Document *doc);

const Node *document_root(const Document *doc);
/* NULL when there is no such node in the tree now. */
const Node *document_find(const Document *doc, NodeId id);
/* Grows with every change, undo and redo; derived data remember it. */
uint64_t document_revision(const Document *doc);

/* While it is frozen nothing changes it: every change fails as one that there is no room for. */
void document_freeze(Document *doc, bool is_frozen);
/* Whether a change was refused so since the last question. */
bool document_take_refusal(Document *doc);

/* Changes. Each is one edit; edits between document_begin and document_end, or made while
 * typing goes on at one place, are one step of undo. */

/* Bytes [offset, offset + length) of a field. */
typedef struct {
    NodeId node;
    FieldId field;
    size_t offset, length;
} TextRange;

/* Replaces a range of a text by `text`, which must be valid, NFC and
 * control-free (line ends only where the field's type takes them). Typing: an insertion that goes
 * on where the last one ended joins its step, as does erasing next to the last erasure, until a
 * blank follows a letter: undo goes back word by word. Text of several words, such as a paste, is
 * a step of its own. False, with nothing changed, when the field would grow over
 * FIELD_MAX_BYTES or there is no such range. Replacing a text by itself changes nothing. */
bool document_splice(Document *doc, TextRange range, StrView text);
/* Replaces the whole text, as a step of its own. False as above. */
bool document_set(Document *doc, NodeId id, FieldId field, StrView text);
/* Takes `item` and puts it into the list at `index` (clipped to the end). Returns its new id; 0,
 * with the item freed, when there is no list that takes such items. */
NodeId document_insert(Document *doc, NodeId list, size_t index, Node *item);
/* Takes an item out of its list. Fixed parts and the root stay. */
void document_remove(Document *doc, NodeId id);
/* Moves an item within its list or to another list of the same kind, where it then stands at
 * `index` (clipped to the end). False when it is there already or the list cannot have it. */
bool document_move(Document *doc, NodeId id, NodeId list, size_t index);
/* Makes the tree equal to `target`, a RESUME, in one step of undo; what both have stays the same
 * nodes. */
void document_become(Document *doc, const Node *target);

/* Everything until the matching end is one step of undo. May be nested. */
void document_begin(Document *doc);
void document_end(Document *doc);
/* What is typed from here on starts a new step: call it when the cursor moves away or the file
 * is saved. */
void document_seal(Document *doc);

/* Where a step happened, so that the cursor can go there. */
typedef struct {
    NodeId node;
    FieldId field;
    size_t offset; /* bytes, into the field: the end of the changed text */
} EditPlace;

/* False when there is nothing to undo or redo, and within a group. `place` may be NULL. */
bool document_undo(Document *doc, EditPlace *place);
bool document_redo(Document *doc, EditPlace *place);
/* Where the last change is that is shown; false when there is none. */
bool document_last_place(const Document *doc, EditPlace *place);
/* What the next undo or redo takes back, in words: "typing in Bullet", "removing Position",
 * "changing 3 texts". Borrowed, valid until the next change; NULL when there is nothing. */
const char *document_undo_label(Document *doc);
const char *document_redo_label(Document *doc);
/* What holds that which the label tells of: the node of a text, the list of an item. NULL when
 * there is nothing. */
const Node *document_undo_node(const Document *doc);
const Node *document_redo_node(const Document *doc);

/* Whether the tree differs from what was saved last, by position in the history. */
bool document_is_modified(const Document *doc);
void document_mark_saved(Document *doc);

/* From now on, outside of a group, every change, undo and redo is also appended to `log`
 * (borrowed; NULL: no more), to be done again by document_replay after a crash. */
void document_watch(Document *doc, StrBuf *log);
/* Does again what was logged, on a tree equal to the one it was logged on: undo goes back through
 * the same steps. The bytes need not be trusted: false when they stop making sense, with what
 * came before done. */
bool document_replay(Document *doc, StrView log);

#endif
