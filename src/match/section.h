/* The sections of a job description: what its headings and openings make of what follows them. */
#ifndef MATCH_SECTION_H
#define MATCH_SECTION_H

#include "posting.h"

typedef struct {
    size_t first, end; /* tokens */
} Span;

typedef struct {
    JobImportance importance;
    bool is_explicit; /* a heading that was understood */
    bool has_items;   /* a list stood under it: a paragraph after that is about something else */
    bool is_negated;  /* "Deal-breakers" */
} Section;

/* A line without the marks around it. */
typedef struct {
    Span words;
    size_t end;       /* its line end, a token */
    bool is_item;     /* of a list: a bullet or a number stands before it */
    bool is_numbered; /* a number does: a heading may have one as well */
    bool is_pictured; /* … or a picture */
    bool is_crossed;  /* a cross stands before it: not wanted */
    bool is_parted;   /* an empty line stands before it */
    bool is_marked;   /* "## About us", "**About us**": surely a heading */
    bool is_alone;    /* empty lines stand before and after it */
} Line;

bool span_says(const Posting *posting, Span span, uint32_t classes);
bool span_has_mention(const Posting *posting, Span span);

/* `is_parted`: an empty line stands before `span`, which is not empty. */
Line line_read(const Posting *posting, Span span, bool is_parted);
/* True when the line is a heading; `section` is what it opens then. */
bool section_open(const Posting *posting, const Line *line, Section *section);
/* Whether a line that opens nothing is about something else than `section`: a paragraph after a
 * list, a heading that is not understood after what is not wanted. */
bool section_closes(const Posting *posting, const Line *line, const Section *section);
/* The same of an opening inside a line, "Must have:" or "Bonus -": its end, or span.first. */
size_t section_open_inside(const Posting *posting, Span span, Section *section);

#endif
