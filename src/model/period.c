#include "bulletproof/model/period.h"

static void add_date(StrBuf *out, StrView text, const PeriodStyle *style)
{
    Date date;
    if (date_parse_free(text, &date)) {
        date_add_in(out, date, style->form, style->language);
    } else {
        strbuf_add_view(out, text);
    }
}

void period_add(StrBuf *out, StrView start, StrView end, const PeriodStyle *style)
{
    bool has_start = start.length > 0, has_end = end.length > 0;
    bool is_open = has_end ? date_is_open_end(end) : style->has_open_end && has_start;
    add_date(out, start, style);
    if (is_open || (has_end && !view_equal(start, end))) {
        strbuf_add(out, has_start ? " – " : "");
    }
    if (is_open) {
        strbuf_add(out, style->open_end);
    } else if (!view_equal(start, end)) {
        add_date(out, end, style);
    }
}
