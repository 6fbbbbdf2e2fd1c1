/* A job description, a byte 0xFF, then bullets and skills of a resume a line each: what the
 * comparison tells lies within the two texts, each term has one state, and an order is one. */
#include <string.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/match/match.h"
#include "bulletproof/model/document.h"
#include "bulletproof/text/clean.h"
#include "bulletproof/text/decode.h"
#include "fuzz.h"

enum { MOST_ITEMS = 64 };

static bool is_inside(StrView text, StrView part)
{
    return part.length == 0 ||
           (part.data >= text.data && part.data + part.length <= text.data + text.length);
}

static void expect_terms(StrView text, const JobTerm *terms, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        fuzz_expect(is_inside(text, terms[i].spelling), "a spelling is not of the text", text);
        fuzz_expect(is_inside(text, terms[i].sentence), "a sentence is not of the text", text);
        fuzz_expect(terms[i].line > 0, "a term has no line", text);
        for (size_t j = 0; j < i; j++) {
            fuzz_expect(strcmp(terms[i].technology->name, terms[j].technology->name) != 0,
                        "a term is told twice", text);
        }
    }
}

static void expect_job(StrView text, const Job *job)
{
    expect_terms(text, job->terms, job->term_count);
    expect_terms(text, job->negated, job->negated_count);
    for (size_t i = 1; i < job->term_count; i++) {
        fuzz_expect(job->terms[i - 1].importance >= job->terms[i].importance,
                    "what is required does not come first", text);
    }
    for (size_t i = 0; i < job->fact_count; i++) {
        fuzz_expect(is_inside(text, job->facts[i].text), "a fact is not of the text", text);
    }
}

static Node *item(NodeKind kind, StrView line)
{
    Node *node = node_new(kind);
    StrBuf clean = {0};
    text_clean(&clean, line, CLEAN_LINE);
    node_set(node, FIELD_TEXT, strbuf_view(&clean));
    strbuf_done(&clean);
    return node;
}

/* Lines take turns as bullets and as skills, a group each. */
static Node *make_resume(StrView lines)
{
    Node *root = node_new(NODE_RESUME), *entry = node_new(NODE_WORK);
    StrView line;
    node_append(node_part_mutable(root, NODE_WORKS), entry);
    for (size_t i = 0; i < MOST_ITEMS && view_next_line(&lines, &line); i++) {
        Node *skill = node_new(NODE_SKILL);
        bool is_bullet = i % 2 == 0;
        Node *list = is_bullet ? node_part_mutable(entry, NODE_HIGHLIGHTS)
                               : node_part_mutable(skill, NODE_KEYWORDS);
        node_append(list, item(is_bullet ? NODE_BULLET : NODE_KEYWORD, line));
        node_append(node_part_mutable(root, NODE_SKILLS), skill);
    }
    return root;
}

static void expect_row(const Document *resume, const MatchRow *row, StrView text)
{
    const Node *node = document_find(resume, row->place);
    bool is_absent = row->state == MATCH_ABSENT;
    fuzz_expect(row->state < MATCH_STATE_COUNT, "a state is none", text);
    fuzz_expect(is_absent ? row->place == 0 : node != NULL, "a place is no node", text);
    fuzz_expect(is_absent == (row->spelling.length == 0), "a spelling is missing", text);
    fuzz_expect(is_absent || is_inside(node_view(node, FIELD_TEXT), row->spelling),
                "a spelling is not of its place", text);
}

/* What was remembered of one text is never told of another. */
static void compare_again(const Job *job, Document *resume, StrView text, Arena *arena)
{
    const Node *root = document_root(resume), *entry = node_child(node_part(root, NODE_WORKS), 0);
    const Node *bullets = node_part(entry, NODE_HIGHLIGHTS);
    MatchMemory *memory = match_memory_new();
    for (size_t i = 0; i < 3; i++) {
        Match again = match_compare_again(job, root, memory, arena);
        Match anew = match_compare(job, root, arena);
        fuzz_expect(memcmp(again.state_counts, anew.state_counts, sizeof(anew.state_counts)) == 0 &&
                        again.extra_count == anew.extra_count,
                    "comparing again says something else", text);
        if (node_count(bullets) > 1) {
            document_move(resume, node_id(node_child(bullets, 0)), node_id(bullets), 1);
            document_set(resume, node_id(node_child(bullets, 0)), FIELD_TEXT,
                         node_view(node_child(bullets, 1), FIELD_TEXT));
        }
    }
    match_memory_free(memory);
}

static void expect_order(const Job *job, const Node *list, StrView text, Arena *arena)
{
    size_t count = node_count(list);
    size_t *order = arena_alloc(arena, (count + 1) * sizeof(*order));
    bool *is_seen = arena_alloc(arena, count + 1);
    memset(is_seen, 0, count + 1);
    bool moves = match_order(job, list, order, arena);
    for (size_t i = 0; i < count; i++) {
        fuzz_expect(order[i] < count && !is_seen[order[i]], "an order is none", text);
        fuzz_expect(moves || order[i] == i, "what stays is moved", text);
        is_seen[order[i]] = true;
    }
}

static void compare(const Job *job, const Document *resume, StrView text, Arena *arena)
{
    size_t total = 0;
    Match match = match_compare(job, document_root(resume), arena);
    fuzz_expect(match.count == job->term_count, "a term has no row", text);
    for (size_t i = 0; i < match.count; i++) {
        expect_row(resume, &match.rows[i], text);
    }
    for (MatchState state = 0; state < MATCH_STATE_COUNT; state++) {
        total += match.state_counts[state];
    }
    fuzz_expect(total == match.count, "states are not counted once", text);
    for (size_t i = 0; i < match.extra_count; i++) {
        fuzz_expect(document_find(resume, match.extras[i].place) != NULL, "an extra has no place",
                    text);
    }
}

static void take(StrView text, Document *resume, Arena *arena)
{
    const Node *root = document_root(resume);
    const Node *entry = node_child(node_part(root, NODE_WORKS), 0);
    Job job = job_read(text, arena);
    expect_job(text, &job);
    compare(&job, resume, text, arena);
    compare_again(&job, resume, text, arena);
    expect_order(&job, node_part(root, NODE_SKILLS), text, arena);
    expect_order(&job, node_part(entry, NODE_HIGHLIGHTS), text, arena);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    StrBuf decoded = {0}, text = {0};
    StrView input = view_make((const char *)data, size);
    size_t end = view_find(input, '\xff');
    if (text_decode(&decoded, view_slice(input, 0, end), NULL)) {
        text_clean(&text, strbuf_view(&decoded), CLEAN_PROSE);
    }
    Document *resume = document_new(make_resume(view_slice(input, end + 1, size)));
    take(strbuf_view(&text), resume, &arena);
    document_free(resume);
    arena_done(&arena);
    strbuf_done(&text);
    strbuf_done(&decoded);
    return 0;
}
