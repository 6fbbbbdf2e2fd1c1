/* The twelve months: their names and lengths. */
#ifndef MODEL_MONTH_H
#define MODEL_MONTH_H

#include "bulletproof/base/strview.h"
#include "bulletproof/model/date.h"

/* "January", "Jan"; `month` is 1 to 12. */
const char *month_name_in(int month, DateLanguage language);
const char *month_short_in(int month, DateLanguage language);
/* The month of a name or of its first letters, three at least, in any case; 0 for none. */
int month_of(StrView word);
int month_days(int year, int month);

#endif
