/* Resumes of other programs made into one of ours, with an account of every value: where it went,
 * what it became, what could not come along. Knows no file and no screen. */
#ifndef BULLETPROOF_STORE_IMPORT_H
#define BULLETPROOF_STORE_IMPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"

typedef enum {
    IMPORT_ANY, /* whatever the text looks like */
    IMPORT_JSON_RESUME,
    IMPORT_RENDERCV,
} ImportForm;

/* What became of one value. */
typedef enum {
    IMPORT_MAPPED,  /* it is in the resume as it was */
    IMPORT_CHANGED, /* it is in the resume, written otherwise */
    IMPORT_KEPT,    /* it is in the file, where the resume does not show it */
    IMPORT_LEFT,    /* it stayed behind */
    IMPORT_FATE_COUNT
} ImportFate;

typedef struct {
    ImportFate fate;
    DiagPlace place;  /* in the text that was imported */
    const char *from; /* "cv.sections.experience[0].company" */
    const char *to;   /* "work[0].name"; "" when it went nowhere */
    const char
        *note; /* borrowed for good: what was changed, or why; "" when there is nothing to say */
} ImportRow;

/* Start with `Import import = {0};`. */
typedef struct {
    ImportForm form;
    bool has_old_names; /* of JSON Resume 0.x */
    StrBuf text;        /* the new resume, in YAML */
    ImportRow *rows;    /* owned; in the order in which they were taken */
    size_t count, capacity;
    size_t counts[IMPORT_FATE_COUNT];
    Arena arena; /* what the rows say */
} Import;

/* Makes a resume of `text`. Fails, with the place and what to do, for what cannot be read or has
 * not the form (IMPORT_ANY: none of the forms). */
bool import_read(Import *import, StrView text, ImportForm form, Diag *diag);
void import_done(Import *import);

/* The form that a text has, or IMPORT_ANY when it cannot be read or has none. */
ImportForm import_recognise(StrView text);
/* "JSON Resume", "RenderCV". */
const char *import_form_name(ImportForm form);
/* "mapped", "changed", "kept", "left". */
const char *import_fate_name(ImportFate fate);

#endif
