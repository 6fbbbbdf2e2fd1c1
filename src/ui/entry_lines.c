#include "ui/entry_lines.h"

#include "bulletproof/model/period.h"

#define NONE FIELD_COUNT

/* clang-format off */
static const EntryLines lines[] = {
    {NODE_WORK, FIELD_POSITION, {FIELD_NAME, FIELD_LOCATION},
     FIELD_START_DATE, FIELD_END_DATE, FIELD_SUMMARY, FIELD_NAME},
    {NODE_PROJECT, FIELD_NAME, {FIELD_ENTITY, NONE},
     FIELD_START_DATE, FIELD_END_DATE, FIELD_DESCRIPTION, FIELD_NAME},
    {NODE_EDUCATION, FIELD_INSTITUTION, {FIELD_STUDY_TYPE, FIELD_AREA},
     FIELD_START_DATE, FIELD_END_DATE, NONE, FIELD_INSTITUTION},
    {NODE_CERTIFICATE, FIELD_NAME, {FIELD_ISSUER, NONE},
     NONE, FIELD_DATE, NONE, FIELD_NAME},
    {NODE_VOLUNTEER, FIELD_POSITION, {FIELD_ORGANIZATION, NONE},
     FIELD_START_DATE, FIELD_END_DATE, FIELD_SUMMARY, FIELD_ORGANIZATION},
    {NODE_AWARD, FIELD_TITLE, {FIELD_AWARDER, NONE},
     NONE, FIELD_DATE, FIELD_SUMMARY, FIELD_TITLE},
    {NODE_PUBLICATION, FIELD_NAME, {FIELD_PUBLISHER, NONE},
     NONE, FIELD_RELEASE_DATE, FIELD_SUMMARY, FIELD_NAME},
    {NODE_LANGUAGE, FIELD_LANGUAGE, {FIELD_FLUENCY, NONE}, NONE, NONE, NONE, FIELD_LANGUAGE},
    {NODE_REFERENCE, FIELD_NAME, {NONE, NONE}, NONE, NONE, FIELD_REFERENCE, FIELD_NAME},
    {NODE_PROFILE, FIELD_NETWORK, {FIELD_USERNAME, FIELD_URL}, NONE, NONE, NONE, FIELD_NETWORK},
    {NODE_VARIANT, FIELD_NAME, {FIELD_LABEL, FIELD_THEME}, NONE, NONE, FIELD_SUMMARY, FIELD_NAME},
    {NODE_WAIVER, FIELD_CODE, {FIELD_REASON, NONE}, NONE, NONE, NONE, FIELD_CODE},
    {NODE_SKILL, FIELD_NAME, {NONE, NONE}, NONE, NONE, NONE, FIELD_NAME},
    {NODE_INTEREST, FIELD_NAME, {NONE, NONE}, NONE, NONE, NONE, FIELD_NAME},
};
/* clang-format on */

const EntryLines *entry_lines(NodeKind kind)
{
    for (size_t i = 0; i < sizeof(lines) / sizeof(lines[0]); i++) {
        if (lines[i].kind == kind) {
            return &lines[i];
        }
    }
    return NULL;
}

void entry_add_dates(StrBuf *out, const Node *entry)
{
    if (node_has(entry, FIELD_OFF_PAGE)) {
        strbuf_add(out, "hidden  ");
    }
    const EntryLines *shape = entry_lines(node_kind(entry));
    if (!shape || shape->end == NONE) {
        return;
    }
    bool has_period = shape->start != NONE;
    PeriodStyle style = {DATE_FORM_MONTH_YEAR, DATE_ENGLISH, "now", has_period};
    period_add(out, has_period ? node_view(entry, shape->start) : view_of(""),
               node_view(entry, shape->end), &style);
}

const char *entry_name(const Node *entry)
{
    const EntryLines *shape = entry_lines(node_kind(entry));
    if (shape && node_has(entry, shape->name)) {
        return node_text(entry, shape->name);
    }
    if (shape && node_has(entry, shape->title)) {
        return node_text(entry, shape->title);
    }
    return kind_info(node_kind(entry))->label;
}

bool entry_is_flow(NodeKind kind)
{
    size_t count;
    const NodeKind *children = kind_children(kind, &count);
    return count > 0 && children[0] == NODE_KEYWORDS;
}
