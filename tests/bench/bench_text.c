/* The text functions against libunistring's own and libc's, on the same text. */
#include "config.h" /* for strcasestr() */

#include "bench.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unigbrk.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <uniwbrk.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/clean.h"
#include "bulletproof/text/fold.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/word.h"
#include "bulletproof/text/wrap.h"

enum { COLUMNS = 60 };

static const uint8_t *bytes_of(StrView text)
{
    return (const uint8_t *)text.data;
}

static size_t clean(const BenchInput *input)
{
    StrBuf out = {0};
    text_clean(&out, input->bullets, CLEAN_PROSE);
    size_t length = out.length;
    strbuf_done(&out);
    return length;
}

static size_t clean_peer(const BenchInput *input)
{
    size_t length;
    free(u8_normalize(UNINORM_NFC, bytes_of(input->bullets), input->bullets.length, NULL, &length));
    return length;
}

static size_t step_ahead(StrView text)
{
    size_t count = 0;
    for (size_t at = 0; at < text.length; at = grapheme_next(text, at)) {
        count++;
    }
    return count;
}

static size_t graphemes(const BenchInput *input)
{
    return step_ahead(input->bullets);
}

static size_t graphemes_peer(const BenchInput *input)
{
    char *breaks = xalloc(input->bullets.length);
    size_t count = 0;
    u8_grapheme_breaks(bytes_of(input->bullets), input->bullets.length, breaks);
    for (size_t i = 0; i < input->bullets.length; i++) {
        count += breaks[i] != 0;
    }
    free(breaks);
    return count;
}

static size_t wrap(StrView text)
{
    WrapLines lines = {0};
    wrap_text(text, COLUMNS, &lines);
    size_t count = lines.count;
    wrap_done(&lines);
    return count;
}

static size_t wrap_peer(StrView text)
{
    char *breaks = xalloc(text.length);
    size_t columns = (size_t)u8_width_linebreaks(bytes_of(text), text.length, COLUMNS, 0, 0, NULL,
                                                 "UTF-8", breaks);
    free(breaks);
    return columns;
}

static size_t wrap_bullets(const BenchInput *input)
{
    return wrap(input->bullets);
}

static size_t wrap_bullets_peer(const BenchInput *input)
{
    return wrap_peer(input->bullets);
}

static size_t wrap_field(const BenchInput *input)
{
    return wrap(input->field);
}

static size_t wrap_field_peer(const BenchInput *input)
{
    return wrap_peer(input->field);
}

/* What a key at the end of a field of the largest size asks for. */
static size_t edit_field_end(const BenchInput *input)
{
    return grapheme_previous(input->field, input->field.length) +
           word_previous(input->field, input->field.length);
}

static size_t edit_field_end_peer(const BenchInput *input)
{
    const uint8_t *start = bytes_of(input->field), *end = start + input->field.length;
    return (size_t)(u8_grapheme_prev(end, start) - start);
}

static size_t words(const BenchInput *input)
{
    size_t count = 0;
    for (size_t at = 0; at < input->bullets.length; at = word_next(input->bullets, at)) {
        count++;
    }
    return count;
}

static size_t words_peer(const BenchInput *input)
{
    char *breaks = xalloc(input->bullets.length);
    u8_wordbreaks(bytes_of(input->bullets), input->bullets.length, breaks);
    size_t last = (size_t)breaks[input->bullets.length - 1];
    free(breaks);
    return last;
}

static size_t fold(const BenchInput *input)
{
    StrBuf out = {0};
    text_fold(&out, input->bullets);
    size_t length = out.length;
    strbuf_done(&out);
    return length;
}

static size_t fold_peer(const BenchInput *input)
{
    size_t length;
    free(u8_casefold(bytes_of(input->bullets), input->bullets.length, NULL, UNINORM_NFC, NULL,
                     &length));
    return length;
}

static size_t find_missing(const BenchInput *input)
{
    size_t start = 0, end;
    return text_find_folded(input->field, view_of("kubernetes"), 0, &start, &end) ? start : 1;
}

static size_t find_missing_peer(const BenchInput *input)
{
    return strcasestr(input->field.data, "kubernetes") == NULL;
}

const BenchCase text_benches[] = {
    {"text: clean", "bullet", 0, clean, "u8_normalize", clean_peer},
    {"text: graphemes", "bullet", 0, graphemes, "u8_grapheme_breaks", graphemes_peer},
    {"text: fold", "bullet", 0, fold, "u8_casefold", fold_peer},
    {"text: words", "bullet", 0, words, "u8_wordbreaks", words_peer},
    {"text: wrap", "bullet", 0, wrap_bullets, "u8_width_linebreaks", wrap_bullets_peer},
    {"text: wrap 256 KiB", "field", 1, wrap_field, "u8_width_linebreaks", wrap_field_peer},
    {"text: step back in 256 KiB", "key", 1, edit_field_end, "u8_grapheme_prev",
     edit_field_end_peer},
    {"text: search 256 KiB", "field", 1, find_missing, "strcasestr", find_missing_peer},
    {0},
};
