#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/model/date.h"
#include "bulletproof/model/period.h"

/* A date as "2021-03-14", or "" when the text is refused. */
static const char *written(StrBuf *out, bool is_date, Date date)
{
    strbuf_clear(out);
    if (is_date) {
        date_add(out, date, DATE_FORM_ISO);
    }
    return strbuf_text(out);
}

static void expect(const char *text, const char *found, const char *expected)
{
    if (strcmp(found, expected) != 0) {
        printf("# \"%s\": \"%s\", expected \"%s\"\n", text, found, expected);
        CU_FAIL("a date");
    }
}

static void the_strict_form_is_that_of_the_file(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"2021", "2021"},
        {"2021-03", "2021-03"},
        {"2021-03-14", "2021-03-14"},
        {"2024-02-29", "2024-02-29"},
        {"2000-02-29", "2000-02-29"},
        {"2023-02-29", ""},
        {"1900-02-29", ""},
        {"2021-04-31", ""},
        {"2021-13", ""},
        {"2021-00", ""},
        {"2021-01-00", ""},
        {"0999", ""},
        {"3000", ""},
        {"2021-3", ""},
        {"2021-03-", ""},
        {"2021/03", ""},
        {" 2021", ""},
        {"21", ""},
        {"", ""},
        {"Mar 2021", ""},
    };
    StrBuf out = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Date date = {0};
        bool is_date = date_parse_iso(view_of(cases[i].text), &date);
        expect(cases[i].text, written(&out, is_date, date), cases[i].expected);
    }
    strbuf_done(&out);
}

static const struct {
    const char *text, *expected;
} free_cases[] = {
    {"2021", "2021"},
    {" 2021-03 ", "2021-03"},
    {"2021-3", "2021-03"},
    {"2021-03-14", "2021-03-14"},
    {"Mar 2021", "2021-03"},
    {"mar 2021", "2021-03"},
    {"MARCH 2021", "2021-03"},
    {"Sept 2019", "2019-09"},
    {"Sept. 2019", "2019-09"},
    {"Sep, 2019", "2019-09"},
    {"May 2020", "2020-05"},
    {"03/2021", "2021-03"},
    {"3/2021", "2021-03"},
    {"03 / 2021", "2021-03"},
    {"3.2021", "2021-03"},
    {"03-2021", "2021-03"},
    {"2021/03", "2021-03"},
    {"2021.03", "2021-03"},
    {"2021 March", "2021-03"},
    {"Mar-2021", "2021-03"},
    {"14 March 2021", "2021-03-14"},
    {"14th March 2021", "2021-03-14"},
    {"1st Jan 2020", "2020-01-01"},
    {"March 14, 2021", "2021-03-14"},
    {"14-Mar-2021", "2021-03-14"},
    {"14.3.2021", "2021-03-14"},
    {"2021/03/14", "2021-03-14"},
    {"29 Feb 2024", "2024-02-29"},
    {"29 Feb 2023", ""},
    {"2021-13", ""},
    {"13/2021", ""},
    {"00/2021", ""},
    {"0 March 2021", ""},
    {"3/4/2021", ""}, /* April or March: not for us to guess */
    {"Mar", ""},
    {"March 21", ""},
    {"Ma 2021", ""},
    {"Marchy 2021", ""},
    {"Marc 2021", "2021-03"},
    {"summer 2019", ""},
    {"present", ""},
    {"20211", ""},
    {"202", ""},
    {"2021 - 2023", ""},
    {"2021-2023", ""},
    {"1 2 3 4 5 6 7", ""},
    {"März 2021", ""},
    {"2021-03-14-15", ""},
    {"--", ""},
    {"", ""},
};

static void people_may_write_dates_as_they_do(void)
{
    StrBuf out = {0};
    for (size_t i = 0; i < sizeof(free_cases) / sizeof(free_cases[0]); i++) {
        Date date = {0};
        bool is_date = date_parse_free(view_of(free_cases[i].text), &date);
        expect(free_cases[i].text, written(&out, is_date, date), free_cases[i].expected);
    }
    strbuf_done(&out);
}

static void what_is_refused_leaves_the_date_alone(void)
{
    Date date = {2019, 9, 1};
    CU_ASSERT_FALSE(date_parse_free(view_of("30 Feb 2020"), &date));
    CU_ASSERT(date.year == 2019 && date.month == 9 && date.day == 1);
}

static void an_open_end_has_several_words(void)
{
    static const struct {
        const char *text;
        bool is_open;
    } cases[] = {
        {"now", true},      {"Present", true}, {"CURRENT", true},
        {" today ", true},  {"ongoing", true}, {"", false},
        {"nowhere", false}, {"2021", false},   {"presently", false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_EQUAL(date_is_open_end(view_of(cases[i].text)), cases[i].is_open);
    }
}

static void a_date_is_written_in_four_forms(void)
{
    static const struct {
        Date date;
        const char *expected[4]; /* in the order of DateForm */
    } cases[] = {
        {{2021, 0, 0}, {"2021", "2021", "2021", "2021"}},
        {{2021, 3, 0}, {"Mar 2021", "March 2021", "03/2021", "2021-03"}},
        {{2019, 9, 14}, {"Sep 2019", "September 2019", "09/2019", "2019-09-14"}},
    };
    StrBuf out = {0};
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]) * 4; i++) {
        strbuf_clear(&out);
        date_add(&out, cases[i / 4].date, (DateForm)(i % 4));
        expect("a form", strbuf_text(&out), cases[i / 4].expected[i % 4]);
    }
    strbuf_done(&out);
}

static void dates_have_an_order_and_a_distance(void)
{
    static const struct {
        Date a, b;
        int order;  /* its sign */
        int months; /* from a to b */
    } cases[] = {
        {{2021, 3, 0}, {2021, 3, 0}, 0, 0},   {{2021, 0, 0}, {2021, 1, 0}, -1, 0},
        {{2021, 3, 0}, {2021, 3, 14}, -1, 0}, {{2020, 12, 0}, {2021, 1, 0}, -1, 1},
        {{2021, 3, 0}, {2019, 9, 0}, 1, -18}, {{2018, 0, 0}, {2021, 0, 0}, -1, 36},
        {{2021, 3, 31}, {2021, 4, 1}, -1, 1},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        int order = date_compare(cases[i].a, cases[i].b);
        CU_ASSERT_EQUAL((order > 0) - (order < 0), cases[i].order);
        order = date_compare(cases[i].b, cases[i].a);
        CU_ASSERT_EQUAL((order < 0) - (order > 0), cases[i].order);
        CU_ASSERT_EQUAL(date_months_between(cases[i].a, cases[i].b), cases[i].months);
    }
}

static void months_have_names_in_many_languages(void)
{
    static const struct {
        DateLanguage language;
        DateForm form;
        const char *expected;
    } cases[] = {
        {DATE_ENGLISH, DATE_FORM_MONTH_YEAR, "Mar 2021"},
        {DATE_GERMAN, DATE_FORM_MONTH_YEAR, "März 2021"},
        {DATE_GERMAN, DATE_FORM_NUMBERS, "03/2021"},
        {DATE_FRENCH, DATE_FORM_LONG_MONTH_YEAR, "mars 2021"},
        {DATE_SPANISH, DATE_FORM_MONTH_YEAR, "mar. 2021"},
        {DATE_POLISH, DATE_FORM_LONG_MONTH_YEAR, "marzec 2021"},
        {DATE_SWEDISH, DATE_FORM_ISO, "2021-03"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf out = {0};
        date_add_in(&out, (Date){2021, 3, 0}, cases[i].form, cases[i].language);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&out), cases[i].expected);
        strbuf_done(&out);
    }
    for (int language = 0; language < DATE_LANGUAGE_COUNT; language++) {
        CU_ASSERT_EQUAL(strlen(date_language_code((DateLanguage)language)), 2);
        CU_ASSERT(strlen(date_language_open_end((DateLanguage)language)) > 1);
    }
}

static void periods_are_worded_once(void)
{
    static const PeriodStyle open = {DATE_FORM_MONTH_YEAR, DATE_ENGLISH, "now", true};
    static const PeriodStyle closed = {DATE_FORM_ISO, DATE_ENGLISH, "now", false};
    static const struct {
        const char *start, *end;
        const PeriodStyle *style;
        const char *expected;
    } cases[] = {
        {"2021-03", "2022-11", &open, "Mar 2021 – Nov 2022"},
        {"2021-03", "", &open, "Mar 2021 – now"},
        {"2021-03", "present", &open, "Mar 2021 – now"},
        {"", "present", &open, "now"},
        {"2021-03", "2021-03", &open, "Mar 2021"},
        {"", "2022-11", &open, "Nov 2022"},
        {"", "", &open, ""},
        {"spring", "2022", &open, "spring – 2022"},
        {"", "2022-11", &closed, "2022-11"},
        {"2021-03", "", &closed, "2021-03"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf out = {0};
        period_add(&out, view_of(cases[i].start), view_of(cases[i].end), cases[i].style);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&out), cases[i].expected);
        strbuf_done(&out);
    }
}

CU_TestInfo date_tests[] = {
    {"the strict form is that of the file", the_strict_form_is_that_of_the_file},
    {"people may write dates as they do", people_may_write_dates_as_they_do},
    {"what is refused leaves the date alone", what_is_refused_leaves_the_date_alone},
    {"an open end has several words", an_open_end_has_several_words},
    {"a date is written in four forms", a_date_is_written_in_four_forms},
    {"dates have an order and a distance", dates_have_an_order_and_a_distance},
    {"months have names in many languages", months_have_names_in_many_languages},
    {"periods are worded once", periods_are_worded_once},
    CU_TEST_INFO_NULL,
};
