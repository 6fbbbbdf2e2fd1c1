/* What must hold for any text, tried with random ones. A failure prints its seed. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/text/clean.h"
#include "text_properties.h"

enum { SEEDS = 4000 };

/* Pieces where the rules meet: marks, joiners, flags, syllables, escapes, units, wide letters. */
static const char *const pieces[] = {
    "a",        "Word",   " ",      "  ",     "\n",       "\r\n",    "\t",       "-",
    "/",        "++",     ".js",    "780 ms", "1.2m",     "é",       "e\u0301",  "\u0301",
    "\u0323",   "\u200D", "\uFE0F", "👩",      "👍🏽", "🇬",       "🇧",        "日",
    "\u3000",   "ß",      "İ",      "ﬁ",      "\u1112",   "\u1161",  "\u11AB",   "한",
    "नि",       "\u00AD", "\u00A0", "\u200B", "\x1B[1m",  "\x1B]0;", "\x07",     "\x1B",
    "\xC2\x9B", "\u2028", "\u202E", "\uFEFF", "\uFFFE",   "\xFF",    "\xE2\x80", "\xF0",
};

static StrBuf random_text(Dice *dice)
{
    StrBuf text = {0};
    for (size_t count = dice_throw(dice, 24); count > 0; count--) {
        if (dice_throw(dice, 12) == 0) {
            strbuf_add_char(&text, (char)dice_throw(dice, 256));
        } else {
            strbuf_add(&text, pieces[dice_throw(dice, sizeof(pieces) / sizeof(pieces[0]))]);
        }
    }
    return text;
}

static void report(unsigned seed, const char *what, StrView text)
{
    printf("# seed %u: %s:", seed, what);
    for (size_t i = 0; i < text.length; i++) {
        printf(" %02x", (unsigned char)text.data[i]);
    }
    printf("\n");
}

/* Runs `property` on many texts. */
static void try(TextProperty *property, bool is_clean)
{
    unsigned failures = 0;
    for (unsigned seed = 1; seed <= SEEDS && failures < 3; seed++) {
        Dice dice = dice_new(seed);
        StrBuf raw = random_text(&dice), text = {0};
        text_clean(&text, strbuf_view(&raw), seed % 2 ? CLEAN_PROSE : CLEAN_LINE);
        StrView tried = strbuf_view(is_clean ? &text : &raw);
        const char *what = property(tried, &dice);
        if (what) {
            report(seed, what, tried);
            failures++;
        }
        strbuf_done(&raw);
        strbuf_done(&text);
    }
    CU_ASSERT_EQUAL(failures, 0);
}

static void cleaning_once_is_enough(void)
{
    try(property_cleaned, false);
}

static void steps_ahead_and_back_are_the_same(void)
{
    try(property_steps, false);
    try(property_steps, true);
}

static void clusters_are_those_of_libunistring(void)
{
    try(property_clusters, true);
}

static void lines_hold_every_byte_and_fit(void)
{
    try(property_wrapped, true);
}

static void words_are_walked_both_ways(void)
{
    try(property_words, true);
}

static void what_is_there_is_found(void)
{
    try(property_found, true);
}

CU_TestInfo text_fuzz_tests[] = {
    {"cleaning once is enough", cleaning_once_is_enough},
    {"steps ahead and back are the same", steps_ahead_and_back_are_the_same},
    {"clusters are those of libunistring", clusters_are_those_of_libunistring},
    {"lines hold every byte and fit", lines_hold_every_byte_and_fit},
    {"words are walked both ways", words_are_walked_both_ways},
    {"what is there is found", what_is_there_is_found},
    CU_TEST_INFO_NULL,
};
