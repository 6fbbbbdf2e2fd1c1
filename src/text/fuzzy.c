#include "bulletproof/text/fuzzy.h"

#include <stdint.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/text/fold.h"

enum {
    MOST_LETTERS = 96,
    POINTS_OF_LETTER = 1,
    POINTS_OF_WORD_START = 8,
    POINTS_OF_NEIGHBOUR = 8,
    NO_MATCH = -1,
};

typedef struct {
    uint32_t letters[MOST_LETTERS];
    size_t count;
} Letters;

static bool is_separator(uint32_t letter)
{
    return letter == ' ' || letter == '-' || letter == '/' || letter == '_' || letter == '.' ||
           letter == 0xB7;
}

static void read_letters(Letters *out, StrView text, bool has_blanks)
{
    StrBuf folded = {0};
    text_fold(&folded, text);
    StrView view = strbuf_view(&folded);
    out->count = 0;
    for (size_t at = 0, bytes; at < view.length && out->count < MOST_LETTERS; at += bytes) {
        uint32_t letter = utf8_decode(view, at, &bytes);
        if (has_blanks || letter != ' ') {
            out->letters[out->count++] = letter;
        }
    }
    strbuf_done(&folded);
}

static int points_at(const Letters *name, size_t index)
{
    bool is_start = index == 0 || is_separator(name->letters[index - 1]);
    return is_start ? POINTS_OF_WORD_START : POINTS_OF_LETTER;
}

/* From the points of all matches that end with one letter at each index of the name to those that
 * end with the next letter. */
static void take_letter(const Letters *name, uint32_t letter, bool is_first, int ending[])
{
    int before = is_first ? 0 : NO_MATCH; /* best of the matches that end further left */
    int last = NO_MATCH;                  /* of the one that ends right before */
    for (size_t i = 0; i < name->count; i++) {
        int here = ending[i];
        int best = last == NO_MATCH ? before : last + POINTS_OF_NEIGHBOUR;
        best = best > before ? best : before;
        bool is_match = name->letters[i] == letter && best != NO_MATCH;
        ending[i] = is_match ? best + points_at(name, i) : NO_MATCH;
        last = is_first ? NO_MATCH : here;
        before = !is_first && here > before ? here : before;
    }
}

int fuzzy_score(StrView name, StrView typed)
{
    Letters in_name, wanted;
    int ending[MOST_LETTERS] = {0}, best = 0;
    read_letters(&in_name, name, true);
    read_letters(&wanted, typed, false);
    for (size_t i = 0; i < wanted.count; i++) {
        take_letter(&in_name, wanted.letters[i], i == 0, ending);
    }
    for (size_t i = 0; i < in_name.count; i++) {
        best = wanted.count > 0 && ending[i] > best ? ending[i] : best;
    }
    return best;
}

static bool begins_word(StrView text, StrView word)
{
    size_t start, end;
    for (size_t from = 0; text_find_folded(text, word, from, &start, &end); from = end) {
        if (start == 0 || is_separator((unsigned char)text.data[start - 1])) {
            return true;
        }
    }
    return false;
}

bool fuzzy_has_words(StrView text, StrView typed)
{
    for (StrView rest = view_trim(typed); rest.length > 0; rest = view_trim(rest)) {
        StrView word = view_slice(rest, 0, view_find(rest, ' '));
        if (!begins_word(text, word)) {
            return false;
        }
        rest = view_slice(rest, word.length, rest.length);
    }
    return true;
}
