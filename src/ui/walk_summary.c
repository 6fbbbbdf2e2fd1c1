/* A first summary from what the resume says by now. */
#include "bulletproof/check/check.h"
#include "bulletproof/text/fold.h"
#include "ui/walk_parts.h"

enum { SUMMARY_SKILLS = 4 };

/* The bullet that a reader should see first: the strongest, of the earliest. */
static const Node *best_bullet(const Node *root)
{
    Arena arena = {0};
    const Node *best = NULL;
    Verdict best_verdict = VERDICT_WEAK;
    for (const Node *node = root; node; node = node_next(node, root)) {
        if (node_kind(node) != NODE_BULLET || !node_has(node, FIELD_TEXT)) {
            continue;
        }
        BulletInput input = {.text = node_view(node, FIELD_TEXT),
                             .level = level_of(root),
                             .is_current = check_is_current(node)};
        Verdict verdict = check_bullet(&input, &arena).verdict;
        if (!best || verdict > best_verdict) {
            best = node;
            best_verdict = verdict;
        }
    }
    arena_done(&arena);
    return best;
}

static bool contains_folded(StrView text, const char *word)
{
    size_t start, end;
    return text_find_folded(text, view_of(word), 0, &start, &end);
}

/* "Junior Back-End Developer": the headline, with the level where it does not say it. */
static void add_title(StrBuf *out, const Node *root)
{
    StrView label = node_view(node_part(root, NODE_BASICS), FIELD_LABEL);
    Level level = level_of(root);
    label = label.length > 0 ? label : view_of("Back-end developer");
    if (level != LEVEL_MID && !contains_folded(label, level_name(level))) {
        strbuf_add(out, level == LEVEL_JUNIOR ? "Junior " : "Senior ");
    }
    strbuf_add_view(out, label);
}

/* The bullet without its full stop and, after "who", without its capital. */
static void add_deed(StrBuf *out, const Node *bullet)
{
    StrView text = view_trim(node_view(bullet, FIELD_TEXT));
    text = view_ends_with(text, ".") ? view_slice(text, 0, text.length - 1) : text;
    bool is_acronym = text.length > 1 && text.data[1] >= 'A' && text.data[1] <= 'Z';
    size_t start = out->length;
    strbuf_add_view(out, text);
    if (!is_acronym && text.length > 0 && text.data[0] >= 'A' && text.data[0] <= 'Z') {
        out->data[start] = (char)(text.data[0] - 'A' + 'a');
    }
    strbuf_add(out, ".");
}

static void add_skills(StrBuf *out, const Node *root)
{
    const Node *list = node_part(root, NODE_SKILLS);
    size_t count = 0;
    for (const Node *node = list; node && count < SUMMARY_SKILLS; node = node_next(node, list)) {
        if (node_kind(node) == NODE_KEYWORD && node_has(node, FIELD_TEXT)) {
            strbuf_add(out, count == 0 ? " Works with " : ", ");
            strbuf_add(out, node_text(node, FIELD_TEXT));
            count++;
        }
    }
    strbuf_add(out, count > 0 ? "." : "");
}

void walk_compose_summary(StrBuf *out, const Node *root)
{
    const Node *bullet = best_bullet(root);
    if (bullet) {
        add_title(out, root);
        strbuf_add(out, " who ");
        add_deed(out, bullet);
        add_skills(out, root);
    }
}
