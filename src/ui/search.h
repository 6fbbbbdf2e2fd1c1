/* Finding words in the texts of the whole resume, and putting others in their place. Knows no
 * screen. */
#ifndef UI_SEARCH_H
#define UI_SEARCH_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/ui/editor.h"

/* Bytes [start, end) of a text. */
typedef struct {
    NodeId node; /* 0: nowhere */
    FieldId field;
    size_t start, end;
} TextMatch;

/* Start with `MatchList matches = {0};`. */
typedef struct {
    TextMatch *items; /* owned; in the order of the resume */
    size_t count, capacity;
    size_t before; /* so many of them begin before the cursor */
} MatchList;

/* All that is `needle`, whatever its case; the settings of the file are not looked at. */
void search_find(const Document *doc, StrView needle, Place cursor, MatchList *matches);
void match_list_done(MatchList *matches);
/* The index of the match after (step 1) or before (-1) the cursor, around the end; one that begins
 * at the cursor is neither. There must be one. */
size_t search_beside(const MatchList *matches, Place cursor, int step);

/* Replaces some matches, in the order found, by `text`, as one step of undo. Returns how many: a
 * text that would grow too long stays as it is. */
size_t search_replace(Document *doc, const TextMatch *matches, size_t count, StrView text);

#endif
