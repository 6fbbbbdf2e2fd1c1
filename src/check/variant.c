#include "check/variant.h"

#include <string.h>

#include "check/rule_table.h"

static bool is_one_of(StrView rest, const char *const *endings)
{
    while (*endings && !view_is(rest, *endings)) {
        endings++;
    }
    return *endings != NULL;
}

/* What may follow the part that the table has. */
static bool is_ending(StrView rest)
{
    static const char *const endings[] = {"",    "s",    "d",   "r",  "rs",   "ed",
                                          "er",  "ers",  "ing", "al", "ally", "able",
                                          "ful", "less", "e",   "es", NULL};
    return is_one_of(rest, endings);
}

/* "emphasis" is a noun on both sides, "emphasise" is not. */
static bool is_ending_of_verb(StrView rest)
{
    static const char *const endings[] = {"e",     "ed",     "es",      "er",   "ers", "ing",
                                          "ation", "ations", "ational", "able", NULL};
    return is_one_of(rest, endings);
}

static bool has_stem(StrView lower, const char *stem, bool (*ends)(StrView rest))
{
    return view_starts_with(lower, stem) && ends(view_slice(lower, strlen(stem), lower.length));
}

/* The first pair whose words begin with the letter, or with a later one. */
static size_t first_with(char letter)
{
    size_t low = 0, high = variant_pair_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        bool is_before = variant_pairs[middle].british[0] < letter;
        low = is_before ? middle + 1 : low;
        high = is_before ? high : middle;
    }
    return low;
}

Variant variant_of(StrView lower)
{
    char letter = lower.length > 0 ? lower.data[0] : '\0';
    for (size_t i = first_with(letter); i < variant_pair_count; i++) {
        const VariantPair *pair = &variant_pairs[i];
        if (pair->british[0] != letter) {
            break;
        }
        bool is_verb = view_ends_with(view_of(pair->american), "iz");
        bool (*ends)(StrView rest) = is_verb ? is_ending_of_verb : is_ending;
        if (has_stem(lower, pair->british, ends)) {
            return is_verb ? VARIANT_ISE : VARIANT_BRITISH;
        }
        if (has_stem(lower, pair->american, ends)) {
            return is_verb ? VARIANT_IZE : VARIANT_AMERICAN;
        }
    }
    return VARIANT_NONE;
}
