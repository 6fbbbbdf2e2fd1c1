/* What must hold for any text, tried with random ones. A failure prints its seed. */
#include "suites.h"

#include <stdlib.h>
#include <string.h>
#include <unigbrk.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/text/clean.h"
#include "bulletproof/text/fold.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/word.h"
#include "bulletproof/text/wrap.h"
#include "dice.h"

enum { SEEDS = 4000 };

/* Runs `property` on many texts; it returns what does not hold, or NULL. */
typedef const char *Property(StrView text, Dice *dice);

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

static void try(Property *property, bool is_clean)
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

static bool has_control(StrView text, CleanKind kind)
{
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        uint32_t character = utf8_decode(text, at, &bytes);
        if (utf8_is_control(character) && !(character == '\n' && kind == CLEAN_PROSE)) {
            return true;
        }
    }
    return false;
}

static const char *check_cleaned(StrView text, Dice *dice)
{
    CleanKind kind = dice_throw(dice, 2) ? CLEAN_PROSE : CLEAN_LINE;
    StrBuf once = {0}, twice = {0};
    text_clean(&once, text, kind);
    text_clean(&twice, strbuf_view(&once), kind);
    const char *what = !utf8_is_valid(strbuf_view(&once))      ? "not UTF-8"
                       : has_control(strbuf_view(&once), kind) ? "a control stays"
                       : !view_equal(strbuf_view(&once), strbuf_view(&twice))
                           ? "not cleaned at once"
                       : !text_is_clean(strbuf_view(&once), kind) ? "not known as clean"
                                                                  : NULL;
    strbuf_done(&once);
    strbuf_done(&twice);
    return what;
}

static void cleaning_once_is_enough(void)
{
    try(check_cleaned, false);
}

static const char *check_steps(StrView text, Dice *dice)
{
    (void)dice;
    for (size_t at = 0, next; at < text.length; at = next) {
        next = grapheme_next(text, at);
        if (next <= at || next > text.length) {
            return "no step ahead";
        }
        if (grapheme_previous(text, next) != at) {
            return "the step back is another";
        }
    }
    return NULL;
}

static void steps_ahead_and_back_are_the_same(void)
{
    try(check_steps, false);
    try(check_steps, true);
}

static const char *check_clusters(StrView text, Dice *dice)
{
    (void)dice;
    char *breaks = xalloc(text.length + 1);
    u8_grapheme_breaks((const uint8_t *)text.data, text.length, breaks);
    const char *what = NULL;
    for (size_t at = 0, next; at < text.length && !what; at = next) {
        next = grapheme_next(text, at);
        for (size_t i = at + 1; i <= next && i < text.length; i++) {
            if ((breaks[i] != 0) != (i == next)) {
                what = "libunistring parts it elsewhere";
            }
        }
    }
    free(breaks);
    return what;
}

static void clusters_are_those_of_libunistring(void)
{
    try(check_clusters, true);
}

static const char *check_line(StrView text, WrapLine line, int columns)
{
    StrView shown = view_slice(text, line.start, line.end);
    if (view_find(shown, '\n') < shown.length) {
        return "a line end within a line";
    }
    while (shown.length > 0 && shown.data[shown.length - 1] == ' ') {
        shown.length--;
    }
    bool is_alone = grapheme_next(shown, 0) == shown.length;
    return text_columns(shown) > columns && !is_alone ? "a line is too wide" : NULL;
}

static const char *check_wrapped(StrView text, Dice *dice)
{
    WrapLines lines = {0};
    int columns = (int)dice_throw(dice, 14) + 1;
    const char *what = NULL;
    size_t start = 0;
    wrap_text(text, columns, &lines);
    for (size_t i = 0; i < lines.count && !what; i++) {
        WrapLine line = lines.items[i];
        what = line.start != start                ? "a gap between lines"
               : wrap_line_at(&lines, start) != i ? "the cursor is on another line"
               : line.end < text.length && line.end > 0 && !line.ends_in_break &&
                       grapheme_next(text, grapheme_previous(text, line.end)) != line.end
                   ? "a cluster is cut"
                   : check_line(text, line, columns);
        start = line.end + line.ends_in_break;
    }
    wrap_done(&lines);
    return !what && start != text.length ? "not all of the text" : what;
}

static void lines_hold_every_byte_and_fit(void)
{
    try(check_wrapped, true);
}

static const char *check_words(StrView text, Dice *dice)
{
    size_t at = dice_throw(dice, text.length + 1), next = word_next(text, at);
    if (next < text.length && (next <= at || word_previous(text, next + 1) != next)) {
        return "the next word does not start there";
    }
    return at > 0 && word_previous(text, at) >= at ? "no step back" : NULL;
}

static void words_are_walked_both_ways(void)
{
    try(check_words, true);
}

static const char *check_found(StrView text, Dice *dice)
{
    size_t start = 0, end, found, found_end;
    for (size_t skip = dice_throw(dice, 8); skip > 0; skip--) {
        start = grapheme_next(text, start);
    }
    end = start;
    for (size_t take = dice_throw(dice, 4) + 1; take > 0; take--) {
        end = grapheme_next(text, end);
    }
    StrView needle = view_slice(text, start, end);
    if (needle.length == 0) {
        return NULL;
    }
    if (!text_find_folded(text, needle, 0, &found, &found_end) || found > start) {
        return "what is there is not found";
    }
    bool is_equal = text_equal_folded(view_slice(text, found, found_end), needle);
    return is_equal ? NULL : "something else is found";
}

static void what_is_there_is_found(void)
{
    try(check_found, true);
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
