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

Variant variant_of(StrView lower)
{
    for (size_t i = 0; i < variant_pair_count; i++) {
        const VariantPair *pair = &variant_pairs[i];
        bool is_verb = view_ends_with(view_of(pair->american), "iz");
        bool (*ends)(StrView rest) = is_verb ? is_ending_of_verb : is_ending;
        if (pair->british[0] != lower.data[0]) {
            continue;
        }
        if (has_stem(lower, pair->british, ends)) {
            return is_verb ? VARIANT_ISE : VARIANT_BRITISH;
        }
        if (has_stem(lower, pair->american, ends)) {
            return is_verb ? VARIANT_IZE : VARIANT_AMERICAN;
        }
    }
    return VARIANT_NONE;
}
