/* The spelling of what is no bullet and no summary, and whether the resume keeps to one side of
 * the Atlantic. */
#include <string.h>

#include "check/resume.h"
#include "check/spelling_judge.h"
#include "check/spelling_words.h"
#include "check/variant.h"

/* Fields of running text; names and addresses are nobody's to judge. */
static const FieldId prose_fields[] = {FIELD_LABEL, FIELD_SUMMARY, FIELD_DESCRIPTION, FIELD_TEXT};

enum { PROSE_FIELDS = sizeof(prose_fields) / sizeof(prose_fields[0]) };

static bool is_prose(const Node *node, FieldId field)
{
    return node_has(node, field) && (field != FIELD_TEXT || node_kind(node) == NODE_BULLET) &&
           !node_is_hidden(node);
}

/* Bullets and the summary are judged with their words already. */
static bool is_judged_alone(const Node *node, FieldId field)
{
    return field == FIELD_TEXT || (field == FIELD_SUMMARY && node_kind(node) == NODE_BASICS);
}

static void check_words(ResumePass *pass, const Node *node, FieldId field)
{
    SpellingPass words = {.text = node_view(node, field),
                          .cursor = resume_cursor(pass, node, field),
                          .extras = pass->options->extras,
                          .arena = pass->arena};
    MisspeltWord fault;
    while (spelling_next_fault(&words, &fault)) {
        Spot spot = {node, field, fault.start, fault.end};
        resume_report(pass, "spelling", spot, fault.message);
    }
}

/* --- British or American -------------------------------------------------------------- */

/* The first word of each side and how many there are. */
typedef struct {
    Spot first;
    size_t count;
} Side;

static Variant variant_at(StrView text, const SpellingWord *word)
{
    char lower[32];
    size_t length = word->end - word->start;
    if (word->is_name || length >= sizeof(lower)) {
        return VARIANT_NONE;
    }
    for (size_t i = 0; i < length; i++) {
        char byte = text.data[word->start + i];
        lower[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
    }
    return variant_of(view_make(lower, length));
}

static void count_sides(const Node *node, FieldId field, Side sides[])
{
    SpellingWord word;
    size_t offset = 0;
    StrView text = node_view(node, field);
    while (spelling_next_word(text, &offset, &word)) {
        Side *side = &sides[variant_at(text, &word)];
        side->first = side->count++ > 0 ? side->first : (Spot){node, field, word.start, word.end};
    }
}

static StrView words_of(const Spot *spot)
{
    return view_slice(node_view(spot->node, spot->field), spot->start, spot->end);
}

/* Two sides that one writer does not keep to at once. */
typedef struct {
    Variant left, right;
    const char *left_is, *right_is;
} Mix;

static const Mix mixes[] = {
    {VARIANT_BRITISH, VARIANT_AMERICAN, "is British", "American"},
    {VARIANT_ISE, VARIANT_IZE, "has -ise", "has -ize"},
    {VARIANT_ISE, VARIANT_AMERICAN, "is British", "American"},
};

static const char *mixed_message(const ResumePass *pass, const Mix *mix, const Side sides[])
{
    StrView left = words_of(&sides[mix->left].first), right = words_of(&sides[mix->right].first);
    return arena_format(pass->arena, "\"%.*s\" %s, \"%.*s\" %s: keep to one of them",
                        VIEW_ARG(left), mix->left_is, VIEW_ARG(right), mix->right_is);
}

/* Told once, at the first word of the side that is in the minority. */
static void report_mixed(ResumePass *pass, const Side sides[])
{
    for (size_t i = 0; i < sizeof(mixes) / sizeof(mixes[0]); i++) {
        const Side *left = &sides[mixes[i].left], *right = &sides[mixes[i].right];
        if (left->count > 0 && right->count > 0) {
            bool is_mostly_left = left->count >= right->count;
            resume_report(pass, "spelling-mixed", is_mostly_left ? right->first : left->first,
                          mixed_message(pass, &mixes[i], sides));
            return;
        }
    }
}

void resume_check_spelling(ResumePass *pass)
{
    Side sides[VARIANT_COUNT] = {{.count = 0}};
    for (const Node *node = pass->root; node; node = node_next(node, pass->root)) {
        for (size_t i = 0; i < PROSE_FIELDS; i++) {
            if (!is_prose(node, prose_fields[i])) {
                continue;
            }
            count_sides(node, prose_fields[i], sides);
            if (!is_judged_alone(node, prose_fields[i])) {
                check_words(pass, node, prose_fields[i]);
            }
        }
    }
    report_mixed(pass, sides);
}
