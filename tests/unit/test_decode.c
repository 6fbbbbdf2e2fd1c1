#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/text/decode.h"

/* Bytes with zeros among them. */
#define BYTES(literal) \
    { \
        literal, sizeof(literal) - 1 \
    }

static const struct {
    struct {
        const char *data;
        size_t length;
    } foreign;
    const char *expected; /* NULL: no text */
} cases[] = {
    {BYTES("plain"), "plain"},
    {BYTES(""), ""},
    {BYTES("caf\xC3\xA9 \xE2\x82\xAC"), "café €"},
    {BYTES("\xEF\xBB\xBFmarked"), "marked"},
    {BYTES("\xFF\xFEG\0o\0\xE9\0"), "Goé"},
    {BYTES("\xFE\xFF\0G\0o\0\xE9"), "Goé"},
    {BYTES("\xFF\xFE\x3D\xD8\xBB\xDC"), "💻"},
    {BYTES("\xFF\xFE\x3D\xD8G\0"), "\uFFFDG"}, /* half a pair */
    {BYTES("\xFF\xFEG\0o"), "G\uFFFD"},        /* half a unit */
    {BYTES("K\0a\0f\0k\0a\0"), "Kafka"},       /* no mark, but zeros */
    {BYTES("\0K\0a\0f\0k\0a"), "Kafka"},
    {BYTES("caf\xE9, \x80 50 \x96 M\xFCnchen"), "café, € 50 – München"},
    {BYTES("one \xFF broken in caf\xC3\xA9 and \xE2\x82\xAC"), "one \xFF broken in café and €"},
    {BYTES("\x81"), "\uFFFD"}, /* Windows has nothing there */
    {BYTES("%PDF-1.7 text"), NULL},
    {BYTES("PK\x03\x04word/document.xml"), NULL},
    {BYTES("\xD0\xCF\x11\xE0old"), NULL},
    {BYTES("{\\rtf1 text}"), NULL},
    {BYTES("text\0with a zero"), NULL},
};

static void texts_of_other_encodings_are_utf8_and_the_rest_is_refused(void)
{
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf out = {0};
        Diag diag = {0};
        StrView foreign = view_make(cases[i].foreign.data, cases[i].foreign.length);
        bool is_text = text_decode(&out, foreign, &diag);
        bool is_right = cases[i].expected ? is_text && view_is(strbuf_view(&out), cases[i].expected)
                                          : !is_text && strstr(diag.text, "plain text");
        if (!is_right) {
            printf("# case %zu: expected [%s], got [%s] (%s)\n", i,
                   cases[i].expected ? cases[i].expected : "a refusal", strbuf_text(&out),
                   diag.text);
        }
        CU_ASSERT(is_right);
        strbuf_done(&out);
    }
}

CU_TestInfo decode_tests[] = {
    {"texts of other encodings are UTF-8, and the rest is refused",
     texts_of_other_encodings_are_utf8_and_the_rest_is_refused},
    CU_TEST_INFO_NULL,
};
