/* Dates as a resume has them: a year, perhaps a month, perhaps a day. Knows no clock: today's
 * date comes in as a parameter. */
#ifndef BULLETPROOF_MODEL_DATE_H
#define BULLETPROOF_MODEL_DATE_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

typedef struct {
    int year;
    int month; /* 1 to 12; 0 when only the year is known */
    int day;   /* 1 to 31; 0 when it is not known */
} Date;

/* Strict form of the file: YYYY, YYYY-MM, YYYY-MM-DD, a day that exists. */
bool date_parse_iso(StrView text, Date *date);
/* What people type: the strict form, "Mar 2021", "March 2021", "03/2021", "3.2021",
 * "14 March 2021", "March 14, 2021", "2021/03" and the like. Case does not count. Days and months
 * that could be swapped ("3/4/2021") are refused. `date` is left alone then. */
bool date_parse_free(StrView text, Date *date);
/* "now", "present", "current", "today", "ongoing", in any case: no end yet. */
bool date_is_open_end(StrView text);

typedef enum {
    DATE_FORM_MONTH_YEAR,      /* Mar 2021 */
    DATE_FORM_LONG_MONTH_YEAR, /* March 2021 */
    DATE_FORM_NUMBERS,         /* 03/2021 */
    DATE_FORM_ISO,             /* 2021-03 */
} DateForm;

/* Whose names the months have on a page. */
typedef enum {
    DATE_ENGLISH,
    DATE_GERMAN,
    DATE_SPANISH,
    DATE_FRENCH,
    DATE_ITALIAN,
    DATE_DUTCH,
    DATE_POLISH,
    DATE_PORTUGUESE,
    DATE_SWEDISH,
    DATE_LANGUAGE_COUNT
} DateLanguage;

/* "en", "de" … (ISO 639-1), and what stands for the end of what goes on: "Present", "heute" … */
const char *date_language_code(DateLanguage language);
const char *date_language_open_end(DateLanguage language);

/* Appends the date, in English; a day is written in the ISO form only, a year alone in all. */
void date_add(StrBuf *out, Date date, DateForm form);
void date_add_in(StrBuf *out, Date date, DateForm form, DateLanguage language);
/* Negative, 0 or positive. A date of which less is known comes first in its year or month. */
int date_compare(Date a, Date b);
/* Whole months from `a` to `b`, a missing month read as January; negative when b is earlier. */
int date_months_between(Date a, Date b);

#endif
