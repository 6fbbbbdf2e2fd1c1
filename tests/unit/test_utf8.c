#include "suites.h"

#include "bulletproof/base/utf8.h"

static void broken_sequences_are_one_byte(void)
{
    static const struct {
        const char *text;
        uint32_t code_point;
        size_t bytes;
    } cases[] = {
        {"a", 'a', 1},
        {"é", 0xE9, 2},
        {"日", 0x65E5, 3},
        {"😀", 0x1F600, 4},
        {"\xc0\x80", UTF8_REPLACEMENT, 1},         /* overlong NUL */
        {"\xe0\x80\xaf", UTF8_REPLACEMENT, 1},     /* overlong slash */
        {"\xed\xa0\x80", UTF8_REPLACEMENT, 1},     /* surrogate */
        {"\xf4\x90\x80\x80", UTF8_REPLACEMENT, 1}, /* above U+10FFFF */
        {"\xe6\x97", UTF8_REPLACEMENT, 1},         /* cut short */
        {"\x80", UTF8_REPLACEMENT, 1},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t bytes;
        CU_ASSERT_EQUAL(utf8_decode(view_of(cases[i].text), 0, &bytes), cases[i].code_point);
        CU_ASSERT_EQUAL(bytes, cases[i].bytes);
    }
}

static void encoding_reverses_decoding(void)
{
    for (uint32_t code_point = 1; code_point <= 0x10FFFF; code_point++) {
        if (code_point == 0xD800) {
            code_point = 0xE000;
        }
        char bytes[UTF8_MAX_BYTES];
        size_t length = utf8_encode(code_point, bytes), decoded;
        if (utf8_decode(view_make(bytes, length), 0, &decoded) != code_point || decoded != length) {
            CU_FAIL("round trip");
            return;
        }
    }
    CU_PASS("all code points");
}

CU_TestInfo utf8_tests[] = {
    {"broken sequences are one byte", broken_sequences_are_one_byte},
    {"encoding reverses decoding", encoding_reverses_decoding},
    CU_TEST_INFO_NULL,
};
