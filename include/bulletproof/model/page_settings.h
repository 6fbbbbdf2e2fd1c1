/* What a resume says about its own page: theme, number of pages, kind of PDF. */
#ifndef BULLETPROOF_MODEL_PAGE_SETTINGS_H
#define BULLETPROOF_MODEL_PAGE_SETTINGS_H

#include <stdbool.h>

#include "bulletproof/model/date.h"
#include "bulletproof/model/node.h"

typedef struct {
    const char *theme; /* a name; borrowed from the resume, or the standard one */
    size_t most_pages; /* 0: as many as it takes */
    bool is_archival;  /* PDF/A-1b */
    Date date; /* of the document: when the resume says it was changed; year 0: it does not */
} PageSettings;

/* What is absent or cannot be read has its default. */
PageSettings page_settings_of(const Node *root);
/* A number from 1 to 9; false for anything else. */
bool page_count_parse(StrView word, size_t *pages);
/* The one word there is for a kind of PDF that is not the plain one. */
#define PDF_ARCHIVE "archive"

#endif
