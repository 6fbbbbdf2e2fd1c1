/* Diagnostics: what went wrong, where, and what to do, in words for the user. Knows no
 * terminal: who shows a diagnostic decides how. */
#ifndef BULLETPROOF_BASE_DIAG_H
#define BULLETPROOF_BASE_DIAG_H

#include <stdbool.h>
#include <stddef.h>

typedef enum {
    DIAG_NONE,
    DIAG_IO,      /* a file could not be read or written */
    DIAG_SYNTAX,  /* the text is not what its format demands */
    DIAG_RANGE,   /* well-formed, but a value that cannot be taken */
    DIAG_LIMIT,   /* too large, too deep, too many */
    DIAG_CHANGED, /* the file is not the one that was read */
    DIAG_LOSS,    /* going on would lose something of the user's */
    DIAG_USAGE,   /* the command line or a script asks for what is not there */
} DiagKind;

/* Where in the input, 1-based; 0 when it is not known. Columns count code points. */
typedef struct {
    unsigned line, column;
} DiagPlace;

enum { DIAG_TEXT_BYTES = 512 };

typedef struct {
    DiagKind kind;
    DiagPlace place;
    char text[DIAG_TEXT_BYTES]; /* one line, printable, says what is wrong and what to do */
} Diag;

/* Fills `diag` (which may be NULL) and returns false, so that callers can write
 * `return diag_fail(diag, DIAG_IO, "…")`. Foreign text in the arguments is made printable:
 * control characters, bidirectional overrides and broken UTF-8 become '?'. */
bool diag_fail(Diag *diag, DiagKind kind, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
bool diag_fail_at(Diag *diag, DiagKind kind, DiagPlace place, const char *format, ...)
    __attribute__((format(printf, 4, 5)));

/* Several diagnostics of one input, in the order found: faults that do not stop the reading. */
typedef struct {
    Diag *items; /* owned */
    size_t count, capacity;
} DiagList;

void diag_list_add(DiagList *list, const Diag *diag);
void diag_list_done(DiagList *list);

/* "FILE:LINE:COLUMN: text" with the parts that are known. Owned by the caller. */
char *diag_describe(const Diag *diag, const char *file);

#endif
