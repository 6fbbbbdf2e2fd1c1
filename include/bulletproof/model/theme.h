/* How a page looks: values only, read from themes/NAME.yaml. Lengths are points (1/72 inch). */
#ifndef BULLETPROOF_MODEL_THEME_H
#define BULLETPROOF_MODEL_THEME_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"
#include "bulletproof/model/date.h"
#include "bulletproof/model/kind.h"

/* Shares of red, green and blue, 0 to 255. */
typedef struct {
    unsigned char red, green, blue;
} ThemeColor;

typedef enum {
    PAPER_A4,
    PAPER_LETTER,
} Paper;

typedef enum {
    DATES_RIGHT, /* on the line of the title, at the right margin */
    DATES_BELOW, /* after the employer, on the line below */
} DatesPlace;

enum { THEME_MAX_SECTIONS = 16 };

typedef struct {
    NodeKind kind; /* NODE_BASICS stands for the summary */
    char *heading; /* owned */
} ThemeSection;

typedef struct {
    char *description; /* owned; one line for people; NULL: none */
    char *font;        /* owned: a family, or the path of a font file */
    Paper paper;
    double margin_x, margin_y;

    double size;    /* of the text */
    double leading; /* from baseline to baseline, as a multiple of the size */
    double name_size, headline_size, heading_size, contact_size;

    double heading_tracking; /* em; above 0.08 parsers read single letters */
    bool has_capital_headings;
    double rule_thickness; /* under headings; 0: none */

    double section_gap; /* before a heading */
    double entry_gap;   /* between entries */
    double bullet_gap;  /* between bullets */
    double bullet_indent;

    ThemeColor text_color, name_color, heading_color, muted_color, rule_color;

    DateForm dates;
    DatesPlace dates_place;
    DateLanguage language; /* of dates, and of the document */
    char *open_end;        /* owned: what stands for the end of a position that goes on */

    ThemeSection sections[THEME_MAX_SECTIONS]; /* in the order of the page */
    size_t section_count;
} Theme;

/* The theme of a resume that names none. */
#define THEME_STANDARD "standard-flow"

/* The values of themes/standard-flow.yaml. End with theme_done. */
void theme_init(Theme *theme);
void theme_done(Theme *theme);

/* Reads a theme's YAML over the standard values. On failure the theme has the standard values and
 * `diag` says where and what. The theme must be new or done. */
bool theme_read(Theme *theme, StrView text, Diag *diag);
/* A theme by name: NAME.yaml in `folder`, where that is not NULL and has it, else the one that is
 * built in; a name with a slash is the path of a file. A font's path in a file is taken from that
 * file's folder. False, with the standard values, when there is none, and `diag` names those there
 * are, or when it has a fault: then `diag` says so after FILE:LINE:COLUMN. */
bool theme_find(Theme *theme, const char *name, const char *folder, Diag *diag);
/* Appends the names of all themes, those of the folder among them, each once, a line each. */
void theme_add_names(StrBuf *out, const char *folder);

double paper_width(Paper paper);
double paper_height(Paper paper);

#endif
