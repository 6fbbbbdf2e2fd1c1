/* How single texts are taken. */
#include <string.h>

#include "bulletproof/model/date.h"
#include "store/import_rule.h"

static bool is_text(const ImportStep *step)
{
    return step->value->kind == YAML_SCALAR;
}

/* Puts a text where the rule says and tells of it. */
static bool put(Importer *importer, const ImportStep *step, StrView text, const char *note)
{
    ImportValue *value = import_put_text(importer, step->target, step->rule->to, text);
    if (value) {
        ImportFate fate = *note ? IMPORT_CHANGED : IMPORT_MAPPED;
        import_tell(importer, step->value, fate, value, note);
    }
    return value != NULL;
}

static bool put_plain(Importer *importer, const ImportStep *step, PlainText *plain)
{
    const char *also = step->rule->also;
    const char *note = import_plain_note(plain);
    ImportValue *link = NULL;
    if (plain->link.length > 0 && also) {
        link = import_put_text(importer, step->target, also, strbuf_view(&plain->link));
        note = "its link has a field of its own";
    }
    if (plain->link.length > 0 && !link) {
        strbuf_addf(&plain->text, " (%s)", strbuf_text(&plain->link));
        note = "the address of a link now follows its words";
    }
    return put(importer, step, strbuf_view(&plain->text), note);
}

bool import_line(Importer *importer, const ImportStep *step)
{
    if (!is_text(step) || import_value_find(step->target, step->rule->to)) {
        return false;
    }
    PlainText plain = {0};
    import_plain_text(importer, step->value, &plain);
    bool is_put = put_plain(importer, step, &plain);
    import_plain_done(&plain);
    return is_put;
}

bool import_more_prose(Importer *importer, const ImportStep *step)
{
    ImportValue *there = import_value_find(step->target, step->rule->to);
    if (!is_text(step) || !there) {
        return import_line(importer, step);
    }
    PlainText plain = {0};
    import_plain_text(importer, step->value, &plain);
    if (plain.link.length > 0) {
        strbuf_addf(&plain.text, " (%s)", strbuf_text(&plain.link));
    }
    StrView line = import_clean(importer, strbuf_view(&plain.text));
    import_value_add_line(&importer->import->arena, there, line);
    import_tell(importer, step->value, IMPORT_CHANGED, there, "a line of this text");
    import_plain_done(&plain);
    return true;
}

bool import_choice(Importer *importer, const ImportStep *step)
{
    if (!put(importer, step, step->value->text, "")) {
        return false;
    }
    import_value_find(step->target, step->rule->to)->copy = step->value;
    return true;
}

/* --- Dates ------------------------------------------------------------------------------------ */

static bool is_same(const StrBuf *text, const ImportStep *step)
{
    return view_equal(strbuf_view(text), view_trim(step->value->text));
}

/* A date that cannot be read stays as it is where the form lets it be any text. */
static bool put_unread(Importer *importer, const ImportStep *step)
{
    if (importer->has_markdown) {
        return false;
    }
    return put(importer, step, view_trim(step->value->text), "no date: write it as 2021-03");
}

/* Only the year of "Fall 2023" is a date; the words are kept beside it. */
static void tell_year(Importer *importer, const ImportStep *step, const ImportValue *year)
{
    import_tell(importer, step->value, IMPORT_CHANGED, year, "only its year is a date");
    ImportValue *place =
        import_value_reach(&importer->import->arena, step->target, step->map->keep, YAML_MAPPING);
    import_keep(importer, step->value, place, view_of(step->rule->from), "its words");
}

bool import_day(Importer *importer, const ImportStep *step)
{
    if (!is_text(step) || import_value_find(step->target, step->rule->to)) {
        return false;
    }
    StrBuf date = {0};
    bool is_taken;
    if (import_date(step->value->text, &date)) {
        is_taken = put(importer, step, strbuf_view(&date),
                       is_same(&date, step) ? "" : "written as a date");
    } else if (step->map->keep && import_year(step->value->text, &date)) {
        ImportValue *year =
            import_put_text(importer, step->target, step->rule->to, strbuf_view(&date));
        is_taken = year != NULL;
        if (is_taken) {
            tell_year(importer, step, year);
        }
    } else {
        is_taken = put_unread(importer, step);
    }
    strbuf_done(&date);
    return is_taken;
}

bool import_end(Importer *importer, const ImportStep *step)
{
    if (is_text(step) && date_is_open_end(view_trim(step->value->text))) {
        import_tell(importer, step->value, IMPORT_CHANGED, NULL,
                    "goes on: that is what no end date says");
        return true;
    }
    return import_day(importer, step);
}

/* Both ends from one text; the words of what is no date are kept by the caller. */
static bool read_when(StrView text, StrBuf *start, StrBuf *end)
{
    StrView first, second;
    if (import_date(text, start)) {
        strbuf_add_view(end, strbuf_view(start));
        return true;
    }
    return import_range(text, &first, &second) && import_date(first, start) &&
           (date_is_open_end(second) || import_date(second, end));
}

static ImportValue *put_when(Importer *importer, ImportValue *target, const StrBuf *start,
                             const StrBuf *end)
{
    ImportValue *first = import_put_text(importer, target, "startDate", strbuf_view(start));
    if (first && end->length > 0) {
        import_put_text(importer, target, "endDate", strbuf_view(end));
    }
    return first;
}

bool import_when(Importer *importer, const ImportStep *step)
{
    if (!is_text(step) || import_value_find(step->target, "startDate")) {
        return false;
    }
    StrBuf start = {0}, end = {0};
    StrView text = view_trim(step->value->text);
    bool is_date = read_when(text, &start, &end);
    ImportValue *value = NULL;
    if (!is_date) {
        strbuf_clear(&start);
        strbuf_clear(&end);
    }
    if (is_date || import_year(text, &start)) {
        strbuf_add_view(&end, is_date ? view_of("") : strbuf_view(&start));
        value = put_when(importer, step->target, &start, &end);
    }
    if (value && is_date) {
        import_tell(importer, step->value, IMPORT_CHANGED, value, "written as start and end");
    } else if (value) {
        tell_year(importer, step, value);
    }
    strbuf_done(&start);
    strbuf_done(&end);
    return value != NULL;
}

/* --- Texts with a meaning --------------------------------------------------------------------- */

bool import_joined(Importer *importer, const ImportStep *step)
{
    const YamlItem *also = yaml_find(step->mapping, step->rule->also);
    bool has_more = also && also->value->kind == YAML_SCALAR && !yaml_is_null(also->value);
    StrBuf text = {0};
    bool is_put = false;
    if (is_text(step)) {
        strbuf_add_view(&text, view_trim(step->value->text));
        strbuf_add_char(&text, ' ');
        strbuf_add_view(&text, has_more ? view_trim(also->value->text) : view_of(""));
        is_put = put(importer, step, view_trim(strbuf_view(&text)), "joined in one name");
    }
    if (is_put && has_more) {
        ImportValue *value = import_value_find(step->target, step->rule->to);
        size_t name = importer->path.length - strlen(step->rule->from);
        strbuf_truncate(&importer->path, name);
        strbuf_add(&importer->path, step->rule->also);
        import_tell(importer, also->value, IMPORT_CHANGED, value, "joined in one name");
    }
    strbuf_done(&text);
    return is_put;
}

bool import_schema_address(Importer *importer, const ImportStep *step)
{
    static const char newest[] =
        "https://raw.githubusercontent.com/jsonresume/resume-schema/v1.0.0/schema.json";
    bool is_old =
        is_text(step) && importer->import->has_old_names && !view_is(step->value->text, newest);
    return is_old ? put(importer, step, view_of(newest), "names the version of the new file")
                  : import_line(importer, step);
}

bool import_doi(Importer *importer, const ImportStep *step)
{
    if (!is_text(step)) {
        return false;
    }
    StrBuf address = {0};
    StrView text = view_trim(step->value->text);
    strbuf_addf(&address, "%s%.*s", view_starts_with(text, "http") ? "" : "https://doi.org/",
                VIEW_ARG(text));
    bool is_put = put(importer, step, strbuf_view(&address), "as an address");
    strbuf_done(&address);
    return is_put;
}

/* What stands before a name on each network (the addresses of their public profiles). */
static const struct {
    const char *network, *address;
} networks[] = {
    {"LinkedIn", "https://www.linkedin.com/in/"},
    {"GitHub", "https://github.com/"},
    {"GitLab", "https://gitlab.com/"},
    {"IMDB", "https://www.imdb.com/name/"},
    {"Instagram", "https://www.instagram.com/"},
    {"ORCID", "https://orcid.org/"},
    {"StackOverflow", "https://stackoverflow.com/users/"},
    {"ResearchGate", "https://www.researchgate.net/profile/"},
    {"YouTube", "https://www.youtube.com/@"},
    {"Google Scholar", "https://scholar.google.com/citations?user="},
    {"Telegram", "https://t.me/"},
    {"WhatsApp", "https://wa.me/"},
    {"Leetcode", "https://leetcode.com/u/"},
    {"X", "https://x.com/"},
    {"Bluesky", "https://bsky.app/profile/"},
    {"Reddit", "https://www.reddit.com/user/"},
};

/* "@user@server" is at the server itself. */
static void add_mastodon(StrBuf *out, StrView user)
{
    StrView name = view_slice(user, user.length > 0 && user.data[0] == '@' ? 1 : 0, user.length);
    size_t at = view_find(name, '@');
    if (at < name.length) {
        strbuf_addf(out, "https://%.*s/@%.*s", VIEW_ARG(view_slice(name, at + 1, name.length)),
                    (int)at, name.data);
    }
}

static void add_profile_address(StrBuf *out, StrView network, StrView user)
{
    if (view_is(network, "Mastodon")) {
        add_mastodon(out, user);
        return;
    }
    for (size_t i = 0; i < sizeof(networks) / sizeof(networks[0]); i++) {
        if (view_is(network, networks[i].network)) {
            strbuf_addf(out, "%s%.*s", networks[i].address, VIEW_ARG(user));
        }
    }
}

bool import_user(Importer *importer, const ImportStep *step)
{
    const ImportValue *network = import_value_find(step->target, "network");
    StrBuf address = {0};
    StrView user = view_trim(step->value->text);
    if (network && is_text(step)) {
        add_profile_address(&address, network->text, user);
    }
    bool has_address = address.length > 0;
    bool is_put =
        is_text(step) && put(importer, step, user, has_address ? "its address is added" : "");
    if (is_put && has_address) {
        import_put_text(importer, step->target, "url", strbuf_view(&address));
    }
    strbuf_done(&address);
    return is_put;
}
