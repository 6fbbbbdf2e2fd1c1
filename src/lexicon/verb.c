#include "bulletproof/lexicon/verb.h"

#include <string.h>

#include "lexicon/inflect.h"
#include "lexicon/lexicon_table.h"

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

static bool has_form(StrView word, unsigned form)
{
    const LexiconEntry *entry = lexicon_find(word);
    return entry && (entry->forms & form);
}

/* --- any form to the base ------------------------------------------------------------ */

static const char *irregular_base(StrView past)
{
    for (size_t i = 0; i < lexicon_irregulars_count; i++) {
        if (view_is(past, lexicon_irregulars[i].past)) {
            return lexicon_irregulars[i].base;
        }
    }
    return NULL;
}

/* Writes `stem` and `ending` to `base` and tells whether that is the base of a verb. */
static bool is_base(StrBuf *base, StrView stem, const char *ending)
{
    strbuf_clear(base);
    strbuf_add_view(base, stem);
    strbuf_add(base, ending);
    return has_form(strbuf_view(base), FORM_BASE);
}

/* The verb that `stem` is left of when an ending is taken off: "add", "move", "plan". */
static bool find_base(StrBuf *base, StrView stem)
{
    if (is_base(base, stem, "") || is_base(base, stem, "e")) {
        return true;
    }
    size_t length = stem.length;
    bool is_doubled = length > 2 && stem.data[length - 1] == stem.data[length - 2];
    return is_doubled && is_base(base, view_slice(stem, 0, length - 1), "");
}

/* Without an ending of its tense or person. */
static bool find_base_below(StrBuf *base, StrView word)
{
    static const struct {
        const char *ending, *instead;
    } endings[] = {{"ied", "y"}, {"ies", "y"}, {"ying", "ie"}, {"ed", ""},
                   {"ing", ""},  {"es", ""},   {"s", ""}};
    for (size_t i = 0; i < COUNT_OF(endings); i++) {
        size_t length = strlen(endings[i].ending);
        if (word.length <= length + 1 || !view_ends_with(word, endings[i].ending)) {
            continue;
        }
        StrView stem = view_slice(word, 0, word.length - length);
        if (endings[i].instead[0] ? is_base(base, stem, endings[i].instead)
                                  : find_base(base, stem)) {
            return true;
        }
    }
    return false;
}

bool verb_add_base(StrBuf *out, StrView word)
{
    const char *irregular = irregular_base(word);
    StrBuf base = {0};
    bool is_verb = true;
    if (has_form(word, FORM_BASE)) {
        strbuf_add_view(&base, word);
    } else if (irregular) {
        strbuf_add(&base, irregular);
    } else {
        is_verb = find_base_below(&base, word);
    }
    strbuf_add_view(out, is_verb ? strbuf_view(&base) : view_of(""));
    strbuf_done(&base);
    return is_verb;
}

/* --- the base to a form ---------------------------------------------------------------- */

static void add_past_of(StrBuf *out, StrView base)
{
    for (size_t i = 0; i < lexicon_irregulars_count; i++) {
        if (view_is(base, lexicon_irregulars[i].base)) {
            strbuf_add(out, lexicon_irregulars[i].past);
            return;
        }
    }
    inflect_verb(out, base, FORM_PAST);
}

static void add_gerund_of(StrBuf *out, StrView base)
{
    inflect_verb(out, base, FORM_GERUND);
}

static bool add_form(StrBuf *out, StrView word, unsigned form,
                     void (*add)(StrBuf *out, StrView base))
{
    if (has_form(word, form)) {
        strbuf_add_view(out, word);
        return true;
    }
    StrBuf base = {0};
    bool is_verb = verb_add_base(&base, word);
    if (is_verb) {
        add(out, strbuf_view(&base));
    }
    strbuf_done(&base);
    return is_verb;
}

bool verb_add_past(StrBuf *out, StrView word)
{
    return add_form(out, word, FORM_PAST, add_past_of);
}

bool verb_add_gerund(StrBuf *out, StrView word)
{
    return add_form(out, word, FORM_GERUND, add_gerund_of);
}
