#include "check/spelling_words.h"

#include <string.h>

#include "bulletproof/base/utf8.h"

enum { WORD_LEAST = 3 }; /* letters; shorter ones are abbreviations more often than words */

enum { RIGHT_QUOTE = 0x2019, EN_QUAD = 0x2000, LAST_PUNCTUATION = 0x206F };

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

static bool is_large(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

/* Length of the character at `offset` when a run may hold it; 0 when it ends the run. */
static size_t run_character(StrView text, size_t offset)
{
    char byte = text.data[offset];
    if ((unsigned char)byte < 0x80) {
        bool is_in_run = is_small(byte) || is_large(byte) || (byte >= '0' && byte <= '9') ||
                         (byte && strchr("_+#@&.'-", byte));
        return is_in_run ? 1 : 0;
    }
    size_t bytes;
    uint32_t code_point = utf8_decode(text, offset, &bytes);
    bool is_punctuation = code_point >= EN_QUAD && code_point <= LAST_PUNCTUATION;
    return code_point > 0xBF && (!is_punctuation || code_point == RIGHT_QUOTE) ? bytes : 0;
}

static size_t run_end(StrView text, size_t offset)
{
    for (size_t bytes; offset < text.length; offset += bytes) {
        bytes = run_character(text, offset);
        if (bytes == 0) {
            break;
        }
    }
    return offset;
}

/* What ends a sentence or quotes a word is no part of it. */
static StrView without_edges(StrView run)
{
    while (run.length > 0 && strchr(".'-&", run.data[0])) {
        run = view_slice(run, 1, run.length);
    }
    while (run.length > 0 && strchr(".'-&", run.data[run.length - 1])) {
        run.length--;
    }
    return run;
}

static StrView without_owner(StrView run)
{
    static const char *const owners[] = {"'s", "\xE2\x80\x99s", "\xE2\x80\x99"};
    char last = run.length > 0 ? run.data[run.length - 1] : '\0';
    if (last != 's' && last != '\x99') {
        return run;
    }
    for (size_t i = 0; i < sizeof(owners) / sizeof(owners[0]); i++) {
        if (view_ends_with(run, owners[i])) {
            return view_slice(run, 0, run.length - strlen(owners[i]));
        }
    }
    return run;
}

/* "github.com/jane", "https://…": nothing up to the next blank is a word. */
static bool is_address(StrView text, StrView run, size_t end)
{
    StrView rest = view_slice(text, end, text.length);
    bool is_path = view_starts_with(rest, "/") && view_find(run, '.') < run.length;
    return view_starts_with(rest, "://") || is_path;
}

/* Small letters, after one capital at most, and apostrophes and hyphens between them: the rest is
 * code, a number, an acronym, a name such as "OpenFeature", or not English. */
static bool is_plain_word(StrView run)
{
    size_t letters = 0;
    for (size_t i = 0; i < run.length; i++) {
        bool is_begun = i > 0 && run.data[i - 1] != '-';
        bool is_letter = is_small(run.data[i]) || (is_large(run.data[i]) && !is_begun);
        bool is_quote = run.data[i] == '\xE2' &&
                        view_starts_with(view_slice(run, i, run.length), "\xE2\x80\x99");
        if (!is_letter && run.data[i] != '\'' && run.data[i] != '-' && !is_quote) {
            return false;
        }
        letters += is_letter ? 1 : 0;
        i += is_quote ? 2 : 0;
    }
    return letters >= WORD_LEAST;
}

static bool begins_sentence(StrView text, size_t start)
{
    StrView before = view_trim(view_slice(text, 0, start));
    return before.length == 0 || strchr(".!?:;", before.data[before.length - 1]) != NULL;
}

static SpellingWord make_word(StrView text, StrView run)
{
    size_t start = (size_t)(run.data - text.data);
    bool is_capital = is_large(run.data[0]);
    return (SpellingWord){start, start + run.length, is_capital,
                          is_capital && !begins_sentence(text, start)};
}

bool spelling_next_word(StrView text, size_t *offset, SpellingWord *word)
{
    while (*offset < text.length) {
        size_t end = run_end(text, *offset);
        if (end == *offset) {
            utf8_decode(text, *offset, &end);
            *offset += end;
            continue;
        }
        StrView run = view_slice(text, *offset, end);
        bool is_skipped = is_address(text, run, end);
        run = without_owner(without_edges(run));
        *offset = is_skipped ? end + view_find(view_slice(text, end, text.length), ' ') : end;
        if (is_skipped || !is_plain_word(run)) {
            continue;
        }
        size_t hyphen = view_find(run, '-');
        if (hyphen < run.length) {
            run = view_slice(run, 0, hyphen);
            *offset = (size_t)(run.data - text.data) + hyphen; /* the rest is a run of its own */
        }
        if (run.length >= WORD_LEAST) {
            *word = make_word(text, run);
            return true;
        }
    }
    return false;
}
