#include "inflect.h"

#include <string.h>

#include "bulletproof/lexicon/lexicon.h"

static char last_of(StrView word, size_t back)
{
    return word.length >= back ? word.data[word.length - back] : '\0';
}

static bool is_vowel(char letter)
{
    return letter && strchr("aeiou", letter) != NULL;
}

/* "try", not "deploy". */
static bool has_changing_y(StrView word)
{
    return last_of(word, 1) == 'y' && word.length > 1 && !is_vowel(last_of(word, 2));
}

/* Stressed at the end, or doubled by British spelling: "commit", "model", but not "reveal". */
static bool has_doubling_end(StrView word)
{
    static const char *const ends[] = {"mit", "bug", "el", "ol", "nal", "sfer", "efer", "wrap"};
    bool has_long_vowel = word.length > 2 && is_vowel(last_of(word, 3));
    for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
        if (view_ends_with(word, ends[i]) && !has_long_vowel) {
            return true;
        }
    }
    return false;
}

/* "drop", "plan": one vowel before one consonant, and no other vowel: the consonant is doubled. */
static bool is_doubled(StrView word)
{
    if (has_doubling_end(word)) {
        return true;
    }
    size_t vowels = 0;
    for (size_t i = 0; i < word.length; i++) {
        vowels += is_vowel(word.data[i]) ? 1 : 0;
    }
    char last = last_of(word, 1);
    return word.length >= 3 && vowels == 1 && is_vowel(last_of(word, 2)) && !is_vowel(last) &&
           !strchr("wxy", last);
}

static void add_with_s(StrBuf *out, StrView word)
{
    static const char *const hissing[] = {"s", "x", "z", "ch", "sh"};
    bool is_hissing = false;
    for (size_t i = 0; i < sizeof(hissing) / sizeof(hissing[0]); i++) {
        is_hissing |= view_ends_with(word, hissing[i]);
    }
    if (has_changing_y(word)) {
        strbuf_add_view(out, view_slice(word, 0, word.length - 1));
        strbuf_add(out, "ies");
    } else {
        strbuf_add_view(out, word);
        strbuf_add(out, is_hissing ? "es" : "s");
    }
}

static void add_stem(StrBuf *out, StrView word)
{
    strbuf_add_view(out, word);
    if (is_doubled(word)) {
        strbuf_add_char(out, last_of(word, 1));
    }
}

static void add_past(StrBuf *out, StrView word)
{
    if (has_changing_y(word)) {
        strbuf_add_view(out, view_slice(word, 0, word.length - 1));
        strbuf_add(out, "ied");
    } else if (last_of(word, 1) == 'e') {
        strbuf_add_view(out, word);
        strbuf_add_char(out, 'd');
    } else {
        add_stem(out, word);
        strbuf_add(out, "ed");
    }
}

static void add_gerund(StrBuf *out, StrView word)
{
    bool keeps_e =
        view_ends_with(word, "ee") || view_ends_with(word, "oe") || view_ends_with(word, "ye");
    if (view_ends_with(word, "ie")) {
        strbuf_add_view(out, view_slice(word, 0, word.length - 2));
        strbuf_add_char(out, 'y');
    } else if (last_of(word, 1) == 'e' && !keeps_e) {
        strbuf_add_view(out, view_slice(word, 0, word.length - 1));
    } else {
        add_stem(out, word);
    }
    strbuf_add(out, "ing");
}

void inflect_verb(StrBuf *out, StrView verb, unsigned form)
{
    size_t end = view_find(verb, ' ');
    StrView word = view_slice(verb, 0, end);
    if (form == FORM_THIRD) {
        add_with_s(out, word);
    } else if (form == FORM_PAST) {
        add_past(out, word);
    } else {
        add_gerund(out, word);
    }
    strbuf_add_view(out, view_slice(verb, end, verb.length));
}

void inflect_plural(StrBuf *out, StrView noun)
{
    size_t start = noun.length;
    while (start > 0 && noun.data[start - 1] != ' ') {
        start--;
    }
    strbuf_add_view(out, view_slice(noun, 0, start));
    add_with_s(out, view_slice(noun, start, noun.length));
}
