/* Which fields a form on the web asks for, and in which order. */
#include "ui/web_form.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/date.h"
#include "ui/entry_lines.h"

enum { MOST_FIELDS = 8 };

#define NONE FIELD_COUNT

/* The fields of an entry; FIELD_COUNT ends them. What it was about comes last, in one piece. */
typedef struct {
    NodeKind list;
    FieldId fields[MOST_FIELDS];
} EntryOrder;

/* clang-format off */
static const EntryOrder entry_orders[] = {
    {NODE_WORKS,        {FIELD_NAME, FIELD_POSITION, FIELD_LOCATION, FIELD_START_DATE, FIELD_END_DATE, NONE}},
    {NODE_EDUCATIONS,   {FIELD_INSTITUTION, FIELD_STUDY_TYPE, FIELD_AREA, FIELD_START_DATE, FIELD_END_DATE, FIELD_SCORE, NONE}},
    {NODE_PROJECTS,     {FIELD_NAME, FIELD_URL, FIELD_START_DATE, FIELD_END_DATE, NONE}},
    {NODE_CERTIFICATES, {FIELD_NAME, FIELD_ISSUER, FIELD_DATE, FIELD_URL, NONE}},
    {NODE_LANGUAGES,    {FIELD_LANGUAGE, FIELD_FLUENCY, NONE}},
    {NODE_VOLUNTEERS,   {FIELD_ORGANIZATION, FIELD_POSITION, FIELD_START_DATE, FIELD_END_DATE, NONE}},
    {NODE_AWARDS,       {FIELD_TITLE, FIELD_AWARDER, FIELD_DATE, NONE}},
    {NODE_PUBLICATIONS, {FIELD_NAME, FIELD_PUBLISHER, FIELD_RELEASE_DATE, FIELD_URL, NONE}},
    {NODE_REFERENCES,   {FIELD_NAME, FIELD_REFERENCE, NONE}},
};
/* clang-format on */

static const FieldId contact_fields[] = {FIELD_EMAIL, FIELD_PHONE};
static const FieldId place_fields[] = {FIELD_ADDRESS, FIELD_CITY, FIELD_REGION, FIELD_POSTAL_CODE,
                                       FIELD_COUNTRY_CODE};
static const FieldId about_fields[] = {FIELD_URL, FIELD_LABEL, FIELD_SUMMARY};

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

void web_form_done(WebFormRows *rows)
{
    for (size_t i = 0; i < rows->count; i++) {
        free(rows->items[i].label);
        free(rows->items[i].text);
    }
    free(rows->items);
    *rows = (WebFormRows){0};
}

static void add_row(WebFormRows *rows, StrView label, char *text)
{
    rows->items = vector_grow(rows->items, rows->count, &rows->capacity, sizeof(*rows->items));
    rows->items[rows->count++] = (WebFormRow){xstrndup(label.data, label.length), text};
}

static void add_text(WebFormRows *rows, const char *label, StrView text)
{
    text = view_trim(text);
    if (text.length > 0) {
        add_row(rows, view_of(label), xstrndup(text.data, text.length));
    }
}

/* Forms ask for a month and a year in numbers. */
static void add_date(WebFormRows *rows, const char *label, StrView text)
{
    Date date;
    StrBuf numbers = {0};
    if (date_parse_free(text, &date)) {
        date_add(&numbers, date, DATE_FORM_NUMBERS);
        text = strbuf_view(&numbers);
    }
    add_text(rows, label, text);
    strbuf_done(&numbers);
}

static void add_field(WebFormRows *rows, const Node *node, FieldId field)
{
    const FieldInfo *info = kind_field(node_kind(node), field);
    if (info->type == FIELD_TYPE_DATE) {
        add_date(rows, info->label, node_view(node, field));
    } else {
        add_text(rows, info->label, node_view(node, field));
    }
}

/* --- Contact ------------------------------------------------------------------------ */

/* Most forms want two names. The last word is the family's more often than not; who has it
 * otherwise sees it, and has the whole name above. */
static void add_names(WebFormRows *rows, StrView name)
{
    size_t blank = name.length;
    while (blank > 0 && name.data[blank - 1] != ' ') {
        blank--;
    }
    add_text(rows, "Name", name);
    if (blank > 0) {
        add_text(rows, "First name", view_slice(name, 0, blank));
        add_text(rows, "Last name", view_slice(name, blank, name.length));
    }
}

static void add_fields(WebFormRows *rows, const Node *node, const FieldId *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        add_field(rows, node, fields[i]);
    }
}

static void add_contact(WebFormRows *rows, const Node *basics)
{
    const Node *profiles = node_part(basics, NODE_PROFILES);
    add_row(rows, view_of(kind_info(NODE_BASICS)->label), NULL);
    add_names(rows, view_trim(node_view(basics, FIELD_NAME)));
    add_fields(rows, basics, contact_fields, COUNT_OF(contact_fields));
    add_fields(rows, node_part(basics, NODE_LOCATION), place_fields, COUNT_OF(place_fields));
    for (size_t i = 0; i < node_count(profiles); i++) {
        const Node *profile = node_child(profiles, i);
        FieldId field = node_has(profile, FIELD_URL) ? FIELD_URL : FIELD_USERNAME;
        const char *network = node_text(profile, FIELD_NETWORK);
        add_text(rows, *network ? network : "Profile", node_view(profile, field));
    }
    add_fields(rows, basics, about_fields, COUNT_OF(about_fields));
}

/* --- Entries ------------------------------------------------------------------------ */

static void add_line(StrBuf *out, const char *mark, StrView text)
{
    text = view_trim(text);
    if (text.length > 0) {
        strbuf_addf(out, "%s%s%.*s", out->length > 0 ? "\n" : "", mark, VIEW_ARG(text));
    }
}

static void add_items(StrBuf *out, const Node *list, const char *mark, const char *between)
{
    for (size_t i = 0; list && i < node_count(list); i++) {
        const Node *item = node_child(list, i);
        StrView text = view_trim(node_view(item, FIELD_TEXT));
        if (text.length > 0 && !node_is_hidden(item)) {
            strbuf_addf(out, "%s%s%.*s", out->length > 0 ? between : "", mark, VIEW_ARG(text));
        }
    }
}

/* One box takes all of it. */
static void add_description(WebFormRows *rows, const Node *entry)
{
    StrBuf text = {0};
    add_line(&text, "", node_view(entry, FIELD_DESCRIPTION));
    add_line(&text, "", node_view(entry, FIELD_SUMMARY));
    add_items(&text, node_part(entry, NODE_HIGHLIGHTS), "- ", "\n");
    add_items(&text, node_part(entry, NODE_COURSES), "", text.length > 0 ? "\n" : ", ");
    add_text(rows, "Description", strbuf_view(&text));
    strbuf_done(&text);
}

/* "Experience: Acme". */
static void add_entry_heading(WebFormRows *rows, NodeKind list, const Node *entry)
{
    StrBuf heading = {0};
    strbuf_addf(&heading, "%s: %s", kind_info(list)->label, entry_name(entry));
    add_row(rows, strbuf_view(&heading), NULL);
    strbuf_done(&heading);
}

static void add_entries(WebFormRows *rows, const Node *root, const EntryOrder *order)
{
    const Node *list = node_part(root, order->list);
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *entry = node_child(list, i);
        if (node_is_blank(entry) || node_is_hidden(entry)) {
            continue;
        }
        add_entry_heading(rows, order->list, entry);
        for (size_t field = 0; order->fields[field] != NONE; field++) {
            add_field(rows, entry, order->fields[field]);
        }
        add_description(rows, entry);
    }
}

/* All groups in one line, as the box for skills takes them. */
static void add_skills(WebFormRows *rows, const Node *list)
{
    StrBuf text = {0};
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *group = node_child(list, i);
        if (!node_is_hidden(group)) {
            add_items(&text, node_part(group, NODE_KEYWORDS), "", ", ");
        }
    }
    if (text.length > 0) {
        add_row(rows, view_of(kind_info(NODE_SKILLS)->label), NULL);
        add_text(rows, "All skills", strbuf_view(&text));
    }
    strbuf_done(&text);
}

void web_form_add(WebFormRows *rows, const Node *root)
{
    add_contact(rows, node_part(root, NODE_BASICS));
    for (size_t i = 0; i < COUNT_OF(entry_orders); i++) {
        add_entries(rows, root, &entry_orders[i]);
        if (entry_orders[i].list == NODE_EDUCATIONS) {
            add_skills(rows, node_part(root, NODE_SKILLS));
        }
    }
}
