/* Dates: readable, in order, not in the future, told alike. */
#include "bulletproof/text/fold.h"
#include "check/resume.h"

/* Positions that share no more than so many months are a change of jobs, not an overlap. */
enum { CHANGE_MONTHS = 2 };

/* An end may be planned: of a contract so many months ahead, of a course of study more. */
enum { PLANNED_MONTHS = 12, STUDY_MONTHS = 96 };

/* The time of one entry. */
typedef struct {
    const Node *entry;
    Date start, end;
    bool has_start, has_end;
    bool is_open;
} Period;

static bool read_date(const Node *entry, FieldId field, Date *date)
{
    return date_parse_free(view_trim(node_view(entry, field)), date);
}

static Period period_of(const Node *entry)
{
    Period period = {.entry = entry};
    StrView end = view_trim(node_view(entry, FIELD_END_DATE));
    period.has_start = read_date(entry, FIELD_START_DATE, &period.start);
    period.has_end = read_date(entry, FIELD_END_DATE, &period.end);
    period.is_open = end.length == 0 || date_is_open_end(end);
    return period;
}

/* --- one date ------------------------------------------------------------------- */

static bool is_future(const ResumePass *pass, const Node *node, FieldId field, Date date)
{
    int planned = field != FIELD_END_DATE             ? 0
                  : node_kind(node) == NODE_EDUCATION ? STUDY_MONTHS
                                                      : PLANNED_MONTHS;
    return pass->today.year > 0 && date_months_between(pass->today, date) > planned;
}

static void check_field(ResumePass *pass, const Node *node, FieldId field)
{
    StrView text = view_trim(node_view(node, field));
    Date date;
    if (text.length == 0 || date_is_open_end(text)) {
        return;
    }
    if (check_form(FIELD_TYPE_DATE, text)) {
        resume_report(pass, "date-unreadable", spot_of_field(node, field), NULL);
    } else if (date_parse_free(text, &date) && is_future(pass, node, field, date)) {
        resume_report(pass, "date-future", spot_of_field(node, field), NULL);
    }
}

static void check_fields(ResumePass *pass)
{
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        size_t count;
        const FieldInfo *fields = kind_fields(node_kind(node), &count);
        for (size_t i = 0; i < count; i++) {
            if (fields[i].type == FIELD_TYPE_DATE && node_kind(node) != NODE_META) {
                check_field(pass, node, fields[i].field);
            }
        }
    }
}

/* --- the dates of an entry ------------------------------------------------------- */

static void check_period(ResumePass *pass, const Node *entry)
{
    Period period = period_of(entry);
    bool is_work = node_kind(entry) == NODE_WORK;
    if (is_work && !node_has(entry, FIELD_START_DATE) && !node_is_blank(entry)) {
        resume_report(pass, "date-missing", spot_of_field(entry, FIELD_START_DATE), NULL);
    }
    if (period.has_start && period.has_end && date_months_between(period.start, period.end) < 0) {
        resume_report(pass, "date-order", spot_of_field(entry, FIELD_END_DATE), NULL);
    }
}

/* --- positions beside each other -------------------------------------------------- */

/* What is known of a date: 1 the year, 2 the month too. */
static int detail(Date date)
{
    return date.month > 0 ? 2 : 1;
}

static void check_detail(ResumePass *pass, const Node *work)
{
    int first = 0;
    for (size_t i = 0; i < node_count(work); i++) {
        Period period = period_of(node_child(work, i));
        const Date *dates[] = {period.has_start ? &period.start : NULL,
                               period.has_end ? &period.end : NULL};
        for (int d = 0; d < 2; d++) {
            int known = dates[d] ? detail(*dates[d]) : first;
            if (first && known != first) {
                FieldId field = d == 0 ? FIELD_START_DATE : FIELD_END_DATE;
                resume_report(pass, "date-mixed", spot_of_field(period.entry, field), NULL);
                return;
            }
            first = known;
        }
    }
}

/* A year alone is taken for the month that makes the period shorter. */
static Date with_month(Date date, int month)
{
    date.month = date.month > 0 ? date.month : month;
    return date;
}

/* Months that both periods surely share; an open end reaches today. */
static int shared_months(const ResumePass *pass, const Period *newer, const Period *older)
{
    Date newer_end = newer->is_open ? pass->today : with_month(newer->end, 1);
    Date older_end = older->is_open ? pass->today : with_month(older->end, 1);
    Date start = date_compare(newer->start, older->start) > 0 ? newer->start : older->start;
    Date end = date_compare(newer_end, older_end) < 0 ? newer_end : older_end;
    return date_months_between(with_month(start, 12), end);
}

/* A period whose end is before its start is told of as such, and compared with none. */
static bool is_complete(const ResumePass *pass, const Period *period)
{
    bool is_backward =
        period->has_start && period->has_end && date_months_between(period->start, period->end) < 0;
    return period->has_start && !is_backward &&
           (period->has_end || (period->is_open && pass->today.year > 0));
}

/* Who says "part-time" or "freelance" has answered the question before it is asked. */
static bool is_beside_another(const Node *entry)
{
    static const char *const words[] = {"part-time",       "part time",     "freelanc",
                                        "self-employed",   "self employed", "contractor",
                                        "working student", "volunt"};
    static const FieldId fields[] = {FIELD_POSITION, FIELD_NAME, FIELD_SUMMARY, FIELD_DESCRIPTION};
    size_t start, end;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        for (size_t k = 0; k < sizeof(fields) / sizeof(fields[0]); k++) {
            if (text_find_folded(node_view(entry, fields[k]), view_of(words[i]), 0, &start, &end)) {
                return true;
            }
        }
    }
    return false;
}

static void check_neighbours(ResumePass *pass, const Node *work, size_t index)
{
    Period newer = period_of(node_child(work, index));
    Period older = period_of(node_child(work, index + 1));
    if (!is_complete(pass, &newer) || !is_complete(pass, &older)) {
        return;
    }
    Spot start = spot_of_field(older.entry, FIELD_START_DATE);
    if (date_months_between(newer.start, older.start) > 0) {
        resume_report(pass, "work-order", start, NULL);
    }
    if (shared_months(pass, &newer, &older) > CHANGE_MONTHS && !is_beside_another(newer.entry) &&
        !is_beside_another(older.entry)) {
        resume_report(pass, "work-overlap", start, NULL);
    }
}

void resume_check_dates(ResumePass *pass)
{
    const Node *work = node_part(pass->root, NODE_WORKS);
    check_fields(pass);
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        if (kind_field(node_kind(node), FIELD_START_DATE)) {
            check_period(pass, node);
        }
    }
    check_detail(pass, work);
    for (size_t i = 0; i + 1 < node_count(work); i++) {
        check_neighbours(pass, work, i);
    }
}
