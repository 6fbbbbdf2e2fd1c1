#include "check/spelling_judge.h"

#include "bulletproof/check/spelling.h"
#include "check/spelling_words.h"

/* What is near no other word is a word of a trade more often than a slip: "fillfactor". A capital
 * makes a name, and names are nobody's to judge: "Zalando"; but at the beginning of a sentence
 * every word has one, and "Kubernets" is no name. Returns what was meant by a word that no
 * dictionary has; NULL when it may be right. */
static const char *meant_by(const SpellingPass *pass, const SpellingWord *word)
{
    Speller *speller = pass->extras->speller;
    StrView letters = view_slice(pass->text, word->start, word->end);
    bool is_technology = word->is_capital && speller_is_near_technology(speller, letters);
    bool is_word = !word->is_name && (!word->is_capital || speller_is_near_word(speller, letters));
    return is_technology || is_word ? speller_meant(speller, letters) : NULL;
}

/* The word that ends at the cursor is still being written. */
static bool is_open(const SpellingWord *word, size_t cursor)
{
    return word->start < cursor && cursor <= word->end;
}

/* Another language is no misspelt English. */
static bool is_english(const SpellingPass *pass)
{
    enum { FOREIGN_FEWEST = 4 };
    SpellingWord word;
    size_t offset = 0, words = 0, unknown = 0;
    while (spelling_next_word(pass->text, &offset, &word)) {
        StrView letters = view_slice(pass->text, word.start, word.end);
        if (!is_open(&word, pass->cursor)) {
            words++;
            unknown += speller_accepts(pass->extras->speller, letters) ? 0 : 1;
        }
    }
    return unknown < FOREIGN_FEWEST || unknown * 2 < words;
}

/* Asked at each key, so the whole is looked at only when a word is in doubt. */
static bool can_judge(SpellingPass *pass)
{
    pass->is_judged = pass->is_judged || is_english(pass);
    pass->offset = pass->is_judged ? pass->offset : pass->text.length;
    return pass->is_judged;
}

bool spelling_next_fault(SpellingPass *pass, MisspeltWord *fault)
{
    SpellingWord word;
    Speller *speller = pass->extras ? pass->extras->speller : NULL;
    while (speller_is_ready(speller) && spelling_next_word(pass->text, &pass->offset, &word)) {
        bool is_right = is_open(&word, pass->cursor) ||
                        speller_accepts(speller, view_slice(pass->text, word.start, word.end));
        const char *meant = is_right || !can_judge(pass) ? NULL : meant_by(pass, &word);
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
    SpellingWord word;
    size_t offset = 0;
    bool has_doubt = false;
    bool can_judge = cursor > 0 && extras && speller_is_ready(extras->speller);
    while (can_judge && !has_doubt && spelling_next_word(text, &offset, &word)) {
        has_doubt = is_open(&word, cursor) &&
                    speller_doubts(extras->speller, view_slice(text, word.start, word.end));
    }
    return has_doubt;
}
