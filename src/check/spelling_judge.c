#include "check/spelling_judge.h"

#include "bulletproof/check/spelling.h"
#include "check/spelling_words.h"

/* What is near no other word is a word of a trade more often than a slip: "fillfactor". A capital
 * makes a name, and names are nobody's to judge: "Zalando"; but at the beginning of a sentence
 * every word has one, and "Kubernets" is no name. Returns what was meant, NULL when it is right. */
static const char *meant_by(const SpellingPass *pass, const SpellingWord *word)
{
    Speller *speller = pass->extras->speller;
    StrView letters = view_slice(pass->text, word->start, word->end);
    if (speller_accepts(speller, letters)) {
        return NULL;
    }
    bool is_technology = word->is_capital && speller_is_near_technology(speller, letters);
    bool is_word = !word->is_name && (!word->is_capital || speller_is_near_word(speller, letters));
    return is_technology || is_word ? speller_meant(speller, letters) : NULL;
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

bool spelling_next_fault(SpellingPass *pass, MisspeltWord *fault)
{
    SpellingWord word;
    while (spelling_next_word(pass->text, &pass->offset, &word)) {
        bool is_open = word.start < pass->cursor && pass->cursor <= word.end;
        const char *meant = is_open ? NULL : meant_by(pass, &word);
        if (meant) {
            const char *message = arena_format(pass->arena, SPELLING_MESSAGE, meant);
            *fault = (MisspeltWord){word.start, word.end, message};
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
    bool can_judge = cursor > 0 && spelling_can_judge(&pass);
    while (can_judge && !is_open && spelling_next_word(text, &pass.offset, &word)) {
        is_open = word.start < cursor && cursor <= word.end && meant_by(&pass, &word);
    }
    return is_open;
}
