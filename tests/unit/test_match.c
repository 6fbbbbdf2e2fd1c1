/* A resume beside a job description: the four states, where they point, what they imply. */
#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/match/match.h"
#include "bulletproof/model/document.h"
#include "sample.h"

static const char resume[] =
    "basics:\n"
    "  summary: Developer with Kotlin.\n"
    "work:\n"
    "  - name: Harbour\n"
    "    highlights:\n"
    "      - Moved the berth ledger to Postgres with dual writes.\n"
    "      - Built the tide API in Spring Boot, so that ships no longer wait.\n"
    "      - Deployed the tide API on Kubernetes, then went to lunch with the rest of the team.\n"

    "skills:\n"
    "  - name: Languages\n"
    "    keywords: [Go, Java]\n"
    "  - name: Data\n"
    "    keywords: [Redis]\n";

typedef struct {
    Document *document;
    const Node *root;
    Arena arena;
    Job job;
    Match match;
} Compared;

static Compared compare(const char *job)
{
    Compared compared = {.document = document_new(sample_read(view_of(resume)))};
    compared.root = document_root(compared.document);
    compared.job = job_read(view_of(job), &compared.arena);
    compared.match = match_compare(&compared.job, compared.root, &compared.arena);
    return compared;
}

static void compared_done(Compared *compared)
{
    arena_done(&compared->arena);
    document_free(compared->document);
}

static const MatchRow *find_row(const Match *match, const char *name)
{
    for (size_t i = 0; i < match->count; i++) {
        if (strcmp(match->rows[i].term->technology->name, name) == 0) {
            return &match->rows[i];
        }
    }
    return NULL;
}

static void each_term_is_in_one_of_four_states(void)
{
    static const struct {
        const char *job, *term;
        MatchState state;
        const char *through;
    } cases[] = {
        {"You know Spring Boot.", "Spring Boot", MATCH_SHOWN, ""},
        {"You know Spring code.", "Spring", MATCH_SHOWN, "Spring Boot"},
        {"You know Kubernetes.", "Kubernetes", MATCH_SHOWN, ""},
        {"You know k8s.", "Kubernetes", MATCH_SHOWN, ""},
        {"You know PostgreSQL.", "PostgreSQL", MATCH_OTHER, ""},
        {"You know Postgres.", "PostgreSQL", MATCH_SHOWN, ""},
        {"You know SQL.", "SQL", MATCH_SHOWN, "PostgreSQL"},
        {"Services in Go.", "Go", MATCH_LISTED, ""},
        {"You know Golang.", "Go", MATCH_LISTED, ""},
        {"You know Redis.", "Redis", MATCH_LISTED, ""},
        {"You know Kotlin.", "Kotlin", MATCH_LISTED, ""},
        {"You know AWS.", "AWS", MATCH_ABSENT, ""},
        {"You know REST.", "REST", MATCH_ABSENT, ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Compared compared = compare(cases[i].job);
        const MatchRow *row = find_row(&compared.match, cases[i].term);
        CU_ASSERT_PTR_NOT_NULL_FATAL(row);
        if (row->state != cases[i].state) {
            printf("# \"%s\": %s\n", cases[i].job, match_state_name(row->state));
        }
        CU_ASSERT_EQUAL(row->state, cases[i].state);
        CU_ASSERT_STRING_EQUAL(row->through ? row->through : "", cases[i].through);
        CU_ASSERT_EQUAL(row->place == 0, row->state == MATCH_ABSENT);
        compared_done(&compared);
    }
}

static void what_the_job_does_not_ask_for_is_told_most_stressed_first(void)
{
    Compared compared = compare("You know Kubernetes.");
    CU_ASSERT_EQUAL_FATAL(compared.match.extra_count, 2);
    CU_ASSERT_STRING_EQUAL(compared.match.extras[0].technology->name, "PostgreSQL");
    CU_ASSERT_STRING_EQUAL(compared.match.extras[1].technology->name, "Spring Boot");
    compared_done(&compared);
}

static void the_order_puts_the_vacancy_first_and_keeps_the_rest(void)
{
    static const struct {
        const char *job;
        size_t first, second, third;
        bool moves;
    } cases[] = {
        {"You must know Kubernetes.", 2, 0, 1, true},
        {"You must know Postgres.", 0, 1, 2, false},
        {"You must know Spring Boot. Kubernetes is a plus.", 1, 2, 0, true},
        {"No names here.", 0, 1, 2, false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Compared compared = compare(cases[i].job);
        const Node *work = node_child(node_part(compared.root, NODE_WORKS), 0);
        size_t order[3];
        bool moves =
            match_order(&compared.job, node_part(work, NODE_HIGHLIGHTS), order, &compared.arena);
        CU_ASSERT_EQUAL(moves, cases[i].moves);
        CU_ASSERT_EQUAL(order[0], cases[i].first);
        CU_ASSERT_EQUAL(order[1], cases[i].second);
        CU_ASSERT_EQUAL(order[2], cases[i].third);
        compared_done(&compared);
    }
}

static void a_hidden_bullet_shows_nothing(void)
{
    Compared compared = {0};
    Node *root = node_new(NODE_RESUME);
    Node *work = node_append(node_part_mutable(root, NODE_WORKS), node_new(NODE_WORK));
    Node *bullets = node_part_mutable(work, NODE_HIGHLIGHTS);
    Node *bullet = node_append(bullets, node_new(NODE_BULLET));
    node_set(bullet, FIELD_TEXT, view_of("Deployed the tide API on Kubernetes."));
    compared.job = job_read(view_of("You know Kubernetes."), &compared.arena);
    compared.match = match_compare(&compared.job, root, &compared.arena);
    CU_ASSERT_EQUAL(compared.match.rows[0].state, MATCH_SHOWN);
    node_set(bullet, FIELD_HIDDEN, view_of("true"));
    compared.match = match_compare(&compared.job, root, &compared.arena);
    CU_ASSERT_EQUAL(compared.match.rows[0].state, MATCH_ABSENT);
    arena_done(&compared.arena);
    node_free(root);
}

static bool is_same_match(const Match *a, const Match *b)
{
    bool is_same = a->count == b->count && a->extra_count == b->extra_count;
    for (size_t i = 0; is_same && i < a->count; i++) {
        const MatchRow *one = &a->rows[i], *other = &b->rows[i];
        is_same = one->state == other->state && one->place == other->place &&
                  one->start == other->start && view_equal(one->spelling, other->spelling);
    }
    for (size_t i = 0; is_same && i < a->extra_count; i++) {
        is_same = a->extras[i].place == b->extras[i].place &&
                  a->extras[i].bullets == b->extras[i].bullets;
    }
    return is_same;
}

/* Each of these is made on what the ones before left. */
static void comparing_again_says_what_comparing_anew_says(void)
{
    Compared compared = compare("You know Postgres, Redis, Go, Kubernetes and Spring.");
    Document *document = compared.document;
    MatchMemory *memory = match_memory_new();
    const Node *work = node_child(node_part(compared.root, NODE_WORKS), 0);
    const Node *bullets = node_part(work, NODE_HIGHLIGHTS);
    NodeId list = node_id(bullets), first = node_id(node_child(bullets, 0));
    for (size_t step = 0; step < 7; step++) {
        Arena arena = {0};
        Node *added = node_new(NODE_BULLET);
        node_set(added, FIELD_TEXT, view_of("Cached the tide tables in Redis."));
        if (step == 1) {
            document_set(document, first, FIELD_TEXT, view_of("Moved the ledger to MongoDB."));
        } else if (step == 2) {
            document_insert(document, list, 1, node_copy(added));
        } else if (step == 3) {
            document_move(document, first, list, 2);
        } else if (step == 4) {
            document_remove(document, first);
        } else if (step > 4) {
            document_undo(document, NULL);
        }
        Match again = match_compare_again(&compared.job, compared.root, memory, &arena);
        Match anew = match_compare(&compared.job, compared.root, &arena);
        CU_ASSERT(is_same_match(&again, &anew));
        node_free(added);
        arena_done(&arena);
    }
    match_memory_free(memory);
    compared_done(&compared);
}

/* "JS" stands in "JSON", too. */
static void what_is_found_has_its_place_to_the_byte(void)
{
    static const char text[] = "Parsed JSON and bundled it with JS.";
    Compared compared = {0};
    Node *root = node_new(NODE_RESUME);
    Node *work = node_append(node_part_mutable(root, NODE_WORKS), node_new(NODE_WORK));
    Node *bullet = node_append(node_part_mutable(work, NODE_HIGHLIGHTS), node_new(NODE_BULLET));
    node_set(bullet, FIELD_TEXT, view_of(text));
    compared.job = job_read(view_of("You know JavaScript."), &compared.arena);
    compared.match = match_compare(&compared.job, root, &compared.arena);
    const MatchRow *row = &compared.match.rows[0];
    CU_ASSERT_EQUAL(row->state, MATCH_OTHER);
    CU_ASSERT_EQUAL(row->field, FIELD_TEXT);
    CU_ASSERT_EQUAL(row->start, strlen("Parsed JSON and bundled it with "));
    CU_ASSERT(view_is(row->spelling, "JS"));
    arena_done(&compared.arena);
    node_free(root);
}

/* Where to look is told; that it is enough never is. */
static void a_fact_has_the_place_where_it_is_checked(void)
{
    static const struct {
        const char *job;
        NodeKind place;
        bool is_named;
    } cases[] = {
        {"Fluent German.", NODE_LANGUAGE, true},
        {"Fluent French.", NODE_LANGUAGES, false},
        {"5+ years of experience.", NODE_WORKS, false},
        {"A degree in computer science.", NODE_EDUCATIONS, false},
        {"Hybrid, in Leeds.", NODE_BASICS, false},
    };
    Node *root = node_new(NODE_RESUME);
    Node *language = node_append(node_part_mutable(root, NODE_LANGUAGES), node_new(NODE_LANGUAGE));
    node_set(language, FIELD_LANGUAGE, view_of("German"));
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Arena arena = {0};
        bool is_named = false;
        Job job = job_read(view_of(cases[i].job), &arena);
        CU_ASSERT_FATAL(job.fact_count > 0);
        const Node *place = match_fact_place(&job.facts[0], root, &is_named);
        bool is_right = node_kind(place) == cases[i].place && is_named == cases[i].is_named;
        if (!is_right) {
            printf("# %s: %s\n", cases[i].job, kind_info(node_kind(place))->label);
        }
        CU_ASSERT(is_right);
        arena_done(&arena);
    }
    node_free(root);
}

static void what_was_read_is_quoted(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", "0 lines, 0 words"},
        {" \n\n", "0 lines, 0 words"},
        {"Our dog is friendly.", "1 line, 4 words: “Our dog is friendly.”"},
        {"Come\n\n and  see.\n", "2 lines, 3 words: “Come and see.”"},
        {"a 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 1234567890 "
         "1234567890 1234567890 1234567890 1234567890",
         "1 line, 12 words: “a 1234567890 1234567890 1234567890 1234567890 1234567890 "
         "1234567890 1234567890 1234567890 1234567890 1234567890 …”"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf out = {0};
        job_add_reading(&out, view_of(cases[i].text));
        CU_ASSERT_STRING_EQUAL(strbuf_text(&out), cases[i].expected);
        strbuf_done(&out);
    }
}

CU_TestInfo match_tests[] = {
    {"each term is in one of four states", each_term_is_in_one_of_four_states},
    {"what the job does not ask for is told, most stressed first",
     what_the_job_does_not_ask_for_is_told_most_stressed_first},
    {"the order puts the vacancy first and keeps the rest",
     the_order_puts_the_vacancy_first_and_keeps_the_rest},
    {"a hidden bullet shows nothing", a_hidden_bullet_shows_nothing},
    {"comparing again says what comparing anew says",
     comparing_again_says_what_comparing_anew_says},
    {"what is found has its place to the byte", what_is_found_has_its_place_to_the_byte},
    {"a fact has the place where it is checked", a_fact_has_the_place_where_it_is_checked},
    {"what was read is quoted", what_was_read_is_quoted},
    CU_TEST_INFO_NULL,
};
