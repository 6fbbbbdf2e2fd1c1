#include "config.h" /* for wcwidth() */

#include "bulletproof/text/grapheme.h"

#include <stdbool.h>
#include <unictype.h>
#include <unigbrk.h>
#include <wchar.h>

#include "bulletproof/base/utf8.h"

/* One character as the rules GB3 to GB13 of Unicode Annex 29 see it. */
typedef struct {
    int property; /* GBP_… */
    bool is_pictograph;
} Letter;

/* What the rules must remember of a cluster begun. */
typedef struct {
    int last;            /* property of its last character */
    bool is_pictograph;  /* a pictograph, then only marks, perhaps one joiner at the end */
    bool is_half_a_flag; /* an odd number of regional indicators */
} Cluster;

static bool is_plain(char byte)
{
    return byte >= 0x20 && byte < 0x7F;
}

/* Two plain ASCII characters never join; most text is that, so nothing is looked up for it. */
static bool is_plain_cluster(StrView text, size_t offset)
{
    return is_plain(text.data[offset]) &&
           (offset + 1 == text.length || is_plain(text.data[offset + 1]));
}

static Letter letter_at(StrView text, size_t offset, size_t *bytes)
{
    uint32_t code_point = utf8_decode(text, offset, bytes);
    return (Letter){
        .property = uc_graphemeclusterbreak_property(code_point),
        .is_pictograph = code_point > 0x7F && uc_is_property_extended_pictographic(code_point),
    };
}

static bool is_line_control(int property)
{
    return property == GBP_CR || property == GBP_LF || property == GBP_CONTROL;
}

/* GB6 to GB8. */
static bool is_hangul_syllable(int before, int after)
{
    switch (before) {
    case GBP_L:
        return after == GBP_L || after == GBP_V || after == GBP_LV || after == GBP_LVT;
    case GBP_LV:
    case GBP_V:
        return after == GBP_V || after == GBP_T;
    case GBP_LVT:
    case GBP_T:
        return after == GBP_T;
    default:
        return false;
    }
}

static bool cluster_takes(const Cluster *cluster, Letter letter)
{
    int after = letter.property;
    if (is_line_control(cluster->last) || is_line_control(after)) {
        return cluster->last == GBP_CR && after == GBP_LF;
    }
    if (after == GBP_EXTEND || after == GBP_ZWJ || after == GBP_SPACINGMARK ||
        cluster->last == GBP_PREPEND) {
        return true;
    }
    if (after == GBP_RI) {
        return cluster->last == GBP_RI && cluster->is_half_a_flag;
    }
    if (letter.is_pictograph && cluster->last == GBP_ZWJ) {
        return cluster->is_pictograph;
    }
    return is_hangul_syllable(cluster->last, after);
}

static void cluster_add(Cluster *cluster, Letter letter)
{
    bool is_mark = letter.property == GBP_EXTEND || letter.property == GBP_ZWJ;
    cluster->is_pictograph =
        letter.is_pictograph || (cluster->is_pictograph && is_mark && cluster->last != GBP_ZWJ);
    cluster->is_half_a_flag = letter.property == GBP_RI && !cluster->is_half_a_flag;
    cluster->last = letter.property;
}

size_t grapheme_next(StrView text, size_t offset)
{
    if (offset >= text.length) {
        return text.length;
    }
    if (is_plain_cluster(text, offset)) {
        return offset + 1;
    }
    Cluster cluster = {0};
    size_t bytes;
    cluster_add(&cluster, letter_at(text, offset, &bytes));
    for (offset += bytes; offset < text.length; offset += bytes) {
        Letter letter = letter_at(text, offset, &bytes);
        if (!cluster_takes(&cluster, letter)) {
            break;
        }
        cluster_add(&cluster, letter);
    }
    return offset;
}

/* Whether a cluster ends between the two, whatever stands before them. */
static bool is_sure_break(Letter before, Letter after)
{
    Cluster greedy = {.last = before.property, .is_pictograph = true, .is_half_a_flag = true};
    return !cluster_takes(&greedy, after);
}

/* A cluster boundary before `offset`, not necessarily the nearest: looks back only as far as
 * the characters could still belong together. */
static size_t sure_boundary_before(StrView text, size_t offset)
{
    size_t at = utf8_previous(text, offset);
    while (at > 0) {
        size_t before = utf8_previous(text, at), bytes;
        if (is_sure_break(letter_at(text, before, &bytes), letter_at(text, at, &bytes))) {
            break;
        }
        at = before;
    }
    return at;
}

size_t grapheme_previous(StrView text, size_t offset)
{
    if (offset == 0 || text.length == 0) {
        return 0;
    }
    if (offset > text.length) {
        offset = text.length;
    }
    size_t start = sure_boundary_before(text, offset);
    for (size_t next = start; next < offset; next = grapheme_next(text, next)) {
        start = next;
    }
    return start;
}

int code_point_columns(uint32_t code_point)
{
    if (code_point >= 0x20 && code_point < 0x7F) {
        return 1;
    }
    return code_point == 0 ? -1 : wcwidth((wchar_t)code_point);
}

int grapheme_columns(StrView cluster)
{
    int columns = 0;
    for (size_t at = 0, bytes; at < cluster.length; at += bytes) {
        if ((unsigned char)cluster.data[at] < 0x80) {
            columns++; /* a control as well: it is shown as a mark of one column */
            bytes = 1;
            continue;
        }
        int width = code_point_columns(utf8_decode(cluster, at, &bytes));
        columns += width < 0 ? 1 : width;
    }
    return columns;
}

int text_columns(StrView text)
{
    return grapheme_columns(text);
}

size_t text_fit(StrView text, int columns)
{
    size_t at = 0;
    while (at < text.length) {
        size_t next = grapheme_next(text, at);
        columns -= grapheme_columns(view_slice(text, at, next));
        if (columns < 0) {
            break;
        }
        at = next;
    }
    return at;
}
