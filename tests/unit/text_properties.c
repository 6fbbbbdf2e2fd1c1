#include "text_properties.h"

#include <stdlib.h>
#include <unigbrk.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/text/clean.h"
#include "bulletproof/text/fold.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/word.h"
#include "bulletproof/text/wrap.h"

static bool has_control(StrView text, CleanKind kind)
{
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        uint32_t character = utf8_decode(text, at, &bytes);
        if (utf8_is_control(character) && !(character == '\n' && kind == CLEAN_PROSE)) {
            return true;
        }
    }
    return false;
}

const char *property_cleaned(StrView text, Dice *dice)
{
    CleanKind kind = dice_throw(dice, 2) ? CLEAN_PROSE : CLEAN_LINE;
    StrBuf once = {0}, twice = {0};
    text_clean(&once, text, kind);
    text_clean(&twice, strbuf_view(&once), kind);
    const char *what = !utf8_is_valid(strbuf_view(&once))      ? "not UTF-8"
                       : has_control(strbuf_view(&once), kind) ? "a control stays"
                       : !view_equal(strbuf_view(&once), strbuf_view(&twice))
                           ? "not cleaned at once"
                       : !text_is_clean(strbuf_view(&once), kind) ? "not known as clean"
                                                                  : NULL;
    strbuf_done(&once);
    strbuf_done(&twice);
    return what;
}

const char *property_steps(StrView text, Dice *dice)
{
    (void)dice;
    for (size_t at = 0, next; at < text.length; at = next) {
        next = grapheme_next(text, at);
        if (next <= at || next > text.length) {
            return "no step ahead";
        }
        if (grapheme_previous(text, next) != at) {
            return "the step back is another";
        }
    }
    return NULL;
}

const char *property_clusters(StrView text, Dice *dice)
{
    (void)dice;
    char *breaks = xalloc(text.length + 1);
    u8_grapheme_breaks((const uint8_t *)text.data, text.length, breaks);
    const char *what = NULL;
    for (size_t at = 0, next; at < text.length && !what; at = next) {
        next = grapheme_next(text, at);
        for (size_t i = at + 1; i <= next && i < text.length; i++) {
            if ((breaks[i] != 0) != (i == next)) {
                what = "libunistring parts it elsewhere";
            }
        }
    }
    free(breaks);
    return what;
}

static const char *check_line(StrView text, WrapLine line, int columns)
{
    StrView shown = view_slice(text, line.start, line.end);
    if (view_find(shown, '\n') < shown.length) {
        return "a line end within a line";
    }
    while (shown.length > 0 && shown.data[shown.length - 1] == ' ') {
        shown.length--;
    }
    bool is_alone = grapheme_next(shown, 0) == shown.length;
    return text_columns(shown) > columns && !is_alone ? "a line is too wide" : NULL;
}

const char *property_wrapped(StrView text, Dice *dice)
{
    WrapLines lines = {0};
    int columns = (int)dice_throw(dice, 14) + 1;
    const char *what = NULL;
    size_t start = 0;
    wrap_text(text, columns, &lines);
    for (size_t i = 0; i < lines.count && !what; i++) {
        WrapLine line = lines.items[i];
        what = line.start != start                ? "a gap between lines"
               : wrap_line_at(&lines, start) != i ? "the cursor is on another line"
               : line.end < text.length && line.end > 0 && !line.ends_in_break &&
                       grapheme_next(text, grapheme_previous(text, line.end)) != line.end
                   ? "a cluster is cut"
                   : check_line(text, line, columns);
        start = line.end + line.ends_in_break;
    }
    wrap_done(&lines);
    return !what && start != text.length ? "not all of the text" : what;
}

const char *property_words(StrView text, Dice *dice)
{
    size_t at = dice_throw(dice, text.length + 1), next = word_next(text, at);
    if (next < text.length && (next <= at || word_previous(text, next + 1) != next)) {
        return "the next word does not start there";
    }
    return at > 0 && word_previous(text, at) >= at ? "no step back" : NULL;
}

const char *property_found(StrView text, Dice *dice)
{
    size_t start = 0, end, found, found_end;
    for (size_t skip = dice_throw(dice, 8); skip > 0; skip--) {
        start = grapheme_next(text, start);
    }
    end = start;
    for (size_t take = dice_throw(dice, 4) + 1; take > 0; take--) {
        end = grapheme_next(text, end);
    }
    StrView needle = view_slice(text, start, end);
    if (needle.length == 0) {
        return NULL;
    }
    if (!text_find_folded(text, needle, 0, &found, &found_end) || found > start) {
        return "what is there is not found";
    }
    bool is_equal = text_equal_folded(view_slice(text, found, found_end), needle);
    return is_equal ? NULL : "something else is found";
}
