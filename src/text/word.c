#include "bulletproof/text/word.h"

#include <stdbool.h>
#include <stdlib.h>
#include <unictype.h>
#include <uniwbrk.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r';
}

/* The run without blanks around or after `offset`. A word never crosses a blank, so only the
 * run is looked at, however long the text is. */
static StrView run_at(StrView text, size_t offset, size_t *start)
{
    size_t end = offset;
    *start = offset;
    while (*start > 0 && !is_blank(text.data[*start - 1])) {
        --*start;
    }
    while (end < text.length && !is_blank(text.data[end])) {
        end++;
    }
    return view_slice(text, *start, end);
}

/* Whether a word, rather than punctuation, begins here. */
static bool begins_word(StrView run, size_t at)
{
    size_t bytes;
    uint32_t character = utf8_decode(run, at, &bytes);
    return uc_is_general_category_withtable(character, UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N) ||
           uc_is_property_extended_pictographic(character);
}

/* marks[i]: whether a word of the run begins at byte i. Owned by the caller. */
static char *word_starts(StrView run)
{
    char *marks = xalloc(run.length);
    if (run.length > 0) {
        u8_wordbreaks((const uint8_t *)run.data, run.length, marks);
        marks[0] = 1;
    }
    for (size_t i = 0; i < run.length; i++) {
        marks[i] = marks[i] && begins_word(run, i);
    }
    return marks;
}

/* Stores the first start in [from, run.length). */
static bool find_first_start(StrView run, size_t from, size_t *found)
{
    char *marks = word_starts(run);
    *found = from;
    while (*found < run.length && !marks[*found]) {
        ++*found;
    }
    free(marks);
    return *found < run.length;
}

/* Stores the last start in [0, end). */
static bool find_last_start(StrView run, size_t end, size_t *found)
{
    char *marks = word_starts(run);
    *found = end;
    while (*found > 0 && !marks[*found - 1]) {
        --*found;
    }
    free(marks);
    return *found > 0 && (*found)--;
}

size_t word_next(StrView text, size_t offset)
{
    size_t at = offset + 1;
    while (at < text.length) {
        size_t start, found;
        StrView run = run_at(text, at, &start);
        if (find_first_start(run, at - start, &found)) {
            return start + found;
        }
        at = start + run.length + 1;
    }
    return text.length;
}

size_t word_previous(StrView text, size_t offset)
{
    size_t at = offset < text.length ? offset : text.length;
    while (at > 0) {
        size_t start, found;
        StrView run = run_at(text, at, &start);
        if (find_last_start(run, at - start, &found)) {
            return start + found;
        }
        at = start > 0 ? start - 1 : 0;
    }
    return 0;
}

static bool is_white_space(uint32_t character)
{
    return character <= 0x7F ? is_blank((char)character) : uc_is_property_white_space(character);
}

size_t word_count(StrView text)
{
    size_t count = 0;
    bool is_inside = false;
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        bool is_word = !is_white_space(utf8_decode(text, at, &bytes));
        count += is_word && !is_inside;
        is_inside = is_word;
    }
    return count;
}
