/* What a reader needs to answer, and the parts that parsers look for. */
#include <string.h>

#include "check/resume.h"

static bool has_blank(StrView text)
{
    return view_find(text, ' ') < text.length;
}

/* Something, an at sign, a host with a dot. Whether it exists no check can tell. */
static bool is_email(StrView text)
{
    size_t at = view_find(text, '@');
    StrView host = view_slice(text, at + 1, text.length);
    size_t dot = view_find(host, '.');
    return at > 0 && at < text.length && dot > 0 && dot + 1 < host.length && !has_blank(text) &&
           view_find(host, '@') == host.length;
}

/* "example.com:8080" without its port. */
static StrView without_port(StrView host)
{
    size_t colon = view_find(host, ':'), at = colon + 1;
    while (at < host.length && host.data[at] >= '0' && host.data[at] <= '9') {
        at++;
    }
    return at == host.length && colon + 1 < host.length ? view_slice(host, 0, colon) : host;
}

/* http or https and a host with a dot, or a host alone. */
static bool is_link(StrView text)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:"};
    StrView rest = text;
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        if (view_starts_with(rest, schemes[i])) {
            rest = view_slice(rest, strlen(schemes[i]), rest.length);
        }
    }
    StrView host = without_port(view_slice(rest, 0, view_find(rest, '/')));
    size_t dot = view_find(host, '.');
    return dot > 0 && dot + 1 < host.length && !has_blank(text) &&
           view_find(host, ':') == host.length;
}

static bool is_date(StrView text)
{
    Date date;
    return date_is_open_end(text) || date_parse_free(text, &date);
}

static const char *broken_form(FieldType type, StrView text)
{
    switch (type) {
    case FIELD_TYPE_EMAIL:
        return is_email(text) ? NULL : "email-broken";
    case FIELD_TYPE_LINK:
        return is_link(text) ? NULL : "link-broken";
    case FIELD_TYPE_DATE:
        return is_date(text) ? NULL : "date-unreadable";
    default:
        return NULL;
    }
}

const Rule *check_form(FieldType type, StrView text)
{
    StrView trimmed = view_trim(text);
    const char *code = trimmed.length > 0 ? broken_form(type, trimmed) : NULL;
    return code ? check_rule(code) : NULL;
}

static void check_links(ResumePass *pass)
{
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        if (check_form(FIELD_TYPE_LINK, node_view(node, FIELD_URL))) {
            resume_report(pass, "link-broken", spot_of_field(node, FIELD_URL), NULL);
        }
    }
}

static void check_basics(ResumePass *pass)
{
    const Node *basics = node_part(pass->root, NODE_BASICS);
    StrView email = view_trim(node_view(basics, FIELD_EMAIL));
    if (!node_has(basics, FIELD_NAME)) {
        resume_report(pass, "name-missing", spot_of_field(basics, FIELD_NAME), NULL);
    }
    if (email.length == 0) {
        resume_report(pass, "email-missing", spot_of_field(basics, FIELD_EMAIL), NULL);
    } else if (check_form(FIELD_TYPE_EMAIL, email)) {
        resume_report(pass, "email-broken", spot_of_field(basics, FIELD_EMAIL), NULL);
    }
}

static void check_sections(ResumePass *pass)
{
    static const struct {
        NodeKind kind;
        const char *message;
    } wanted[] = {
        {NODE_SKILLS, "There are no skills: parsers look for that heading"},
        {NODE_EDUCATIONS, "There is no education or training: parsers look for that heading"},
    };
    const Node *basics = node_part(pass->root, NODE_BASICS);
    if (!node_has(basics, FIELD_SUMMARY)) {
        resume_report(pass, "section-missing", spot_of_field(basics, FIELD_SUMMARY),
                      "There is no summary: say in two lines what you build");
    }
    for (size_t i = 0; i < sizeof(wanted) / sizeof(wanted[0]); i++) {
        const Node *section = node_part(pass->root, wanted[i].kind);
        if (node_is_blank(section)) {
            resume_report(pass, "section-missing", spot_of_node(section), wanted[i].message);
        }
    }
    const Node *work = node_part(pass->root, NODE_WORKS);
    if (node_is_blank(work) && node_is_blank(node_part(pass->root, NODE_PROJECTS))) {
        resume_report(pass, "section-missing", spot_of_node(work),
                      "There is neither experience nor a project: begin with one of them");
    }
}

void resume_check_contact(ResumePass *pass)
{
    check_basics(pass);
    check_links(pass);
    check_sections(pass);
}
