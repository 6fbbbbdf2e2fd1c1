/* Texts of other programs in the resume's own terms: without Markdown, as dates, as items. Knows
 * no field. */
#ifndef STORE_IMPORT_TEXT_H
#define STORE_IMPORT_TEXT_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"

/* A text without its Markdown. Start with `PlainText plain = {0};`. */
typedef struct {
    StrBuf text;
    StrBuf link;    /* owned; the address, when the whole text was one link */
    bool had_marks; /* something of Markdown went */
    bool had_links; /* addresses stand in the text now */
} PlainText;

/* Bold, italics, code, links, escapes and formulas as RenderCV reads them become their words; the
 * address of a link in the middle of a text follows its words in brackets. */
void import_plain(StrView markdown, PlainText *out);
void import_plain_done(PlainText *plain);

/* Adds "2021-03" for what date_parse_free knows, a day and a time, a month 00 or a day 00. */
bool import_date(StrView text, StrBuf *out);
/* Adds the only year from 1900 to 2099 in a text such as "Fall 2023". */
bool import_year(StrView text, StrBuf *out);
/* Cuts "Mar 2021 - present", "2019 to 2020", "2019–2020" in two. */
bool import_range(StrView text, StrView *start, StrView *end);

/* Takes the next item off a list such as "Go, C (embedded, safety), and SQL"; false at its end. */
bool import_next_item(StrView *rest, StrView *item);
/* Whether a text is a list of short items rather than a sentence. */
bool import_is_list(StrView text);
/* Cuts "Languages: Go, C" in two. */
bool import_labelled(StrView text, StrView *label, StrView *rest);

#endif
