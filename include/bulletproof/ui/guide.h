/* The guide: what makes a resume strong, topic by topic. Its texts are data in guide/; knows no
 * screen. */
#ifndef BULLETPROOF_UI_GUIDE_H
#define BULLETPROOF_UI_GUIDE_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/strview.h"

typedef struct {
    const char *name; /* "bullets" */
    StrView title;    /* "What makes a bullet strong" */
    StrView text;     /* below the title: paragraphs, "## " headings, "- " items */
} GuideTopic;

size_t guide_count(void);
/* In the order of reading. */
GuideTopic guide_topic(size_t index);
/* guide_count() when there is none of that name. */
size_t guide_find(StrView name);

/* A heading, an item or a paragraph, its lines joined by blanks. */
typedef enum {
    GUIDE_PARAGRAPH,
    GUIDE_HEADING,
    GUIDE_ITEM,
} GuideBlockKind;

/* Takes the next block off `rest`: its kind, and its lines as they stand, without the mark. False
 * when none is left. */
bool guide_next_block(StrView *rest, GuideBlockKind *kind, StrView *lines);

#endif
