#include "check/spelling_judge.h"

#include "bulletproof/check/spelling.h"
#include "check/spelling_words.h"

/* A capital makes a name, and names are nobody's to judge: "Zalando"; but at the beginning of a
 * sentence every word has one, and "Kubernets" is no name. */
static bool is_wrong(const SpellingPass *pass, const SpellingWord *word)
{
    Speller *speller = pass->extras->speller;
    StrView letters = view_slice(pass->text, word->start, word->end);
    if (speller_accepts(speller, letters)) {
        return false;
    }
    bool is_technology = word->is_capital && speller_is_near_technology(speller, letters);
    bool is_word = !word->is_name && (!word->is_capital || speller_is_near_word(speller, letters));
    return is_technology || is_word;
}

/* Another language is no misspelt English. */
bool spelling_can_judge(const SpellingPass *pass)
{
    enum { FOREIGN_FEWEST = 4 };
    if (!pass->extras || !speller_is_ready(pass->extras->speller)) {
        return false;
    }
    SpellingWord word;
    size_t offset = 0, words = 0, unknown = 0;
    while (spelling_next_word(pass->text, &offset, &word)) {
        StrView letters = view_slice(pass->text, word.start, word.end);
        words++;
        unknown += speller_accepts(pass->extras->speller, letters) ? 0 : 1;
    }
    return unknown < FOREIGN_FEWEST || unknown * 2 < words;
}

static const char *message_for(const SpellingPass *pass, StrView word)
{
    Speller *speller = pass->extras->speller;
    const char *meant = pass->extras->has_suggestions ? speller_suggest(speller, word)
                                                      : speller_meant(speller, word);
    if (meant) {
        return arena_format(pass->arena,
                            "Spelling: \"%.*s\" is in no dictionary; did you mean \"%s\"?",
                            VIEW_ARG(word), meant);
    }
    return arena_format(pass->arena, "Spelling: \"%.*s\" is in no dictionary", VIEW_ARG(word));
}

bool spelling_next_fault(SpellingPass *pass, MisspeltWord *fault)
{
    SpellingWord word;
    while (spelling_next_word(pass->text, &pass->offset, &word)) {
        bool is_open = word.start < pass->cursor && pass->cursor <= word.end;
        if (!is_open && is_wrong(pass, &word)) {
            StrView letters = view_slice(pass->text, word.start, word.end);
            *fault = (MisspeltWord){word.start, word.end, message_for(pass, letters)};
            return true;
        }
    }
    return false;
}

bool spelling_is_open(StrView text, size_t cursor, const CheckExtras *extras)
{
    SpellingPass pass = {.text = text, .extras = extras};
    SpellingWord word;
    bool is_open = false;
    while (cursor > 0 && spelling_can_judge(&pass) && !is_open &&
           spelling_next_word(text, &pass.offset, &word)) {
        is_open = word.start < cursor && cursor <= word.end && is_wrong(&pass, &word);
    }
    return is_open;
}
