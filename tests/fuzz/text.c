/* Any bytes as a text that is cleaned, walked through, wrapped and searched. */
#include "bulletproof/base/strbuf.h"
#include "bulletproof/text/clean.h"
#include "fuzz.h"
#include "text_properties.h"

typedef struct {
    TextProperty *holds;
    bool is_of_clean_text;
} Case;

static const Case cases[] = {
    {property_cleaned, false}, {property_steps, false},  {property_clusters, true},
    {property_steps, true},    {property_wrapped, true}, {property_words, true},
    {property_found, true},
};

/* The first byte decides what the dice show. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    FuzzInput input = {view_make((const char *)data, size)};
    unsigned seed = fuzz_byte(&input) + 1;
    StrBuf clean = {0};
    text_clean(&clean, input.rest, seed % 2 ? CLEAN_PROSE : CLEAN_LINE);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Dice dice = dice_new(seed);
        StrView text = cases[i].is_of_clean_text ? strbuf_view(&clean) : input.rest;
        const char *what = cases[i].holds(text, &dice);
        fuzz_expect(!what, what ? what : "", text);
    }
    strbuf_done(&clean);
    return 0;
}
