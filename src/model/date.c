#include "bulletproof/model/date.h"

#include "model/month.h"

void date_add(StrBuf *out, Date date, DateForm form)
{
    date_add_in(out, date, form, DATE_ENGLISH);
}

void date_add_in(StrBuf *out, Date date, DateForm form, DateLanguage language)
{
    if (date.month == 0) {
        strbuf_addf(out, "%d", date.year);
        return;
    }
    switch (form) {
    case DATE_FORM_MONTH_YEAR:
        strbuf_addf(out, "%s %d", month_short_in(date.month, language), date.year);
        break;
    case DATE_FORM_LONG_MONTH_YEAR:
        strbuf_addf(out, "%s %d", month_name_in(date.month, language), date.year);
        break;
    case DATE_FORM_NUMBERS:
        strbuf_addf(out, "%02d/%d", date.month, date.year);
        break;
    case DATE_FORM_ISO:
        strbuf_addf(out, "%d-%02d", date.year, date.month);
        if (date.day != 0) {
            strbuf_addf(out, "-%02d", date.day);
        }
        break;
    }
}

int date_compare(Date a, Date b)
{
    if (a.year != b.year) {
        return a.year - b.year;
    }
    return a.month != b.month ? a.month - b.month : a.day - b.day;
}

static int months_since_year_0(Date date)
{
    return date.year * 12 + (date.month > 0 ? date.month - 1 : 0);
}

int date_months_between(Date a, Date b)
{
    return months_since_year_0(b) - months_since_year_0(a);
}
