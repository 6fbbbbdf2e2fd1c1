/* How an entry is told in one or two lines while nobody writes in its fields. */
#ifndef UI_ENTRY_LINES_H
#define UI_ENTRY_LINES_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/node.h"

enum { ENTRY_SUBTITLES = 2 };

/* FIELD_COUNT stands for no field. */
typedef struct {
    NodeKind kind;
    FieldId title;
    FieldId subtitles[ENTRY_SUBTITLES]; /* on the second line, commas between */
    FieldId start, end;                 /* dates, at the right edge; one date: only `end` */
    FieldId prose;                      /* wrapped below where there is one */
    FieldId name;                       /* in the outline */
} EntryLines;

/* NULL for kinds that are no entries. */
const EntryLines *entry_lines(NodeKind kind);
/* "Mar 2021 – now"; nothing when no date is known. A hidden entry says so first. */
void entry_add_dates(StrBuf *out, const Node *entry);
/* A few words that name the entry: borrowed from it, or its kind's label. */
const char *entry_name(const Node *entry);
/* A skill or the like: a name with short words that flow beside it. */
bool entry_is_flow(NodeKind kind);

#endif
