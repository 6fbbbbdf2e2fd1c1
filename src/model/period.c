#include "bulletproof/model/period.h"

/* A period under construction. */
typedef struct {
    StrBuf *out;
    size_t begin; /* bytes before it */
    const PeriodStyle *style;
    PeriodEnds ends;
} Maker;

static void add_end(Maker *maker, StrView text, bool is_open)
{
    size_t start = maker->out->length;
    Date date = {0};
    if (is_open) {
        strbuf_add(maker->out, maker->style->open_end);
    } else if (date_parse_free(text, &date)) {
        date_add_in(maker->out, date, maker->style->form, maker->style->language);
    } else {
        strbuf_add_view(maker->out, text);
    }
    if (maker->out->length > start) {
        PeriodEnds *ends = &maker->ends;
        ends->ends[ends->count].start = start - maker->begin;
        ends->ends[ends->count].end = maker->out->length - maker->begin;
        ends->ends[ends->count++].date = date;
    }
}

PeriodEnds period_add_ends(StrBuf *out, StrView start, StrView end, const PeriodStyle *style)
{
    Maker maker = {.out = out, .begin = out->length, .style = style};
    bool has_start = start.length > 0, has_end = end.length > 0;
    bool is_open = has_end ? date_is_open_end(end) : style->has_open_end && has_start;
    add_end(&maker, start, false);
    if (is_open || (has_end && !view_equal(start, end))) {
        strbuf_add(out, has_start ? " – " : "");
        add_end(&maker, end, is_open);
    }
    return maker.ends;
}

void period_add(StrBuf *out, StrView start, StrView end, const PeriodStyle *style)
{
    period_add_ends(out, start, end, style);
}
