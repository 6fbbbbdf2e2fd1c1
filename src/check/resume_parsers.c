/* What is right, and yet missed by programs that take resumes apart: shapes that open parsers are
 * known not to find. Advice only, for no reader minds. */
#include "bulletproof/text/word.h"
#include "check/resume.h"

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

/* --- The phone ------------------------------------------------------------------ */

/* Digits, with only the marks between them that parsers pass over; 0 for any other shape. */
static size_t count_digits(StrView text)
{
    static const char marks[] = " -()";
    size_t digits = 0;
    for (size_t i = 0; i < text.length; i++) {
        bool is_mark = view_find(view_of(marks), text.data[i]) < sizeof(marks) - 1;
        if (!is_digit(text.data[i]) && !is_mark) {
            return 0;
        }
        digits += is_digit(text.data[i]) ? 1 : 0;
    }
    return digits;
}

/* +country and number, as ITU-T E.123 writes it, or ten digits as in North America. */
static bool is_known_shape(StrView phone)
{
    enum { LEAST_DIGITS = 7, MOST_DIGITS = 15, NORTH_AMERICAN_DIGITS = 10 };
    if (view_starts_with(phone, "+")) {
        size_t digits = count_digits(view_slice(phone, 1, phone.length));
        return digits >= LEAST_DIGITS && digits <= MOST_DIGITS;
    }
    return count_digits(phone) == NORTH_AMERICAN_DIGITS && phone.data[0] != '0';
}

static void check_phone(ResumePass *pass, const Node *basics)
{
    StrView phone = view_trim(node_view(basics, FIELD_PHONE));
    if (phone.length > 0 && !is_known_shape(phone)) {
        resume_report(pass, "phone-shape", spot_of_field(basics, FIELD_PHONE), NULL);
    }
}

/* --- The place ------------------------------------------------------------------ */

static void check_place(ResumePass *pass, const Node *location)
{
    StrView city = view_trim(node_view(location, FIELD_CITY));
    bool has_more = node_has(location, FIELD_REGION) || node_has(location, FIELD_COUNTRY_CODE) ||
                    view_find(city, ',') < city.length;
    if (city.length > 0 && !has_more) {
        resume_report(pass, "place-alone", spot_of_field(location, FIELD_CITY), NULL);
    }
}

/* --- The headline --------------------------------------------------------------- */

/* English letters, blanks and points, as the simplest pattern of a name has them. */
static bool is_plain_name(StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (!is_letter(text.data[i]) && text.data[i] != ' ' && text.data[i] != '.') {
            return false;
        }
    }
    return text.length > 0;
}

static void check_headline(ResumePass *pass, const Node *basics)
{
    enum { MOST_NAME_WORDS = 3 };
    StrView name = view_trim(node_view(basics, FIELD_NAME));
    StrView headline = view_trim(node_view(basics, FIELD_LABEL));
    if (name.length > 0 && !is_plain_name(name) && is_plain_name(headline) &&
        word_count(headline) <= MOST_NAME_WORDS) {
        resume_report(pass, "headline-like-name", spot_of_field(basics, FIELD_LABEL), NULL);
    }
}

void resume_check_parsers(ResumePass *pass)
{
    const Node *basics = node_part(pass->root, NODE_BASICS);
    check_phone(pass, basics);
    check_place(pass, node_part(basics, NODE_LOCATION));
    check_headline(pass, basics);
}
