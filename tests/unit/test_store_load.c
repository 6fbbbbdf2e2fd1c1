#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/store/store.h"

static Store *read_text(const char *text, Diag *diag)
{
    *diag = (Diag){0};
    return store_read(view_of(text), NULL, NULL, diag);
}

/* Every text of the resume with its path, one a line. */
static void describe(StrBuf *out, const Node *root)
{
    for (const Node *node = root; node; node = node_next(node, root)) {
        size_t count;
        const FieldInfo *fields = kind_fields(node_kind(node), &count);
        for (size_t i = 0; i < count; i++) {
            if (node_has(node, fields[i].field)) {
                node_add_path(out, node);
                strbuf_addf(out, ".%s=%s;", field_key(fields[i].field),
                            node_text(node, fields[i].field));
            }
        }
    }
}

static void values_are_read(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"", ""},
        {"# nothing\n", ""},
        {"basics:\n", ""},
        {"basics:\n  name: Zo\xC3\xAB\n  location: {city: Leeds}\n",
         "basics.name=Zo\xC3\xAB;basics.location.city=Leeds;"},
        {"{\"basics\": {\"name\": \"A \\ud83d\\ude00\"}}", "basics.name=A \xF0\x9F\x98\x80;"},
        {"basics:\n  name: null\n  label: \"null\"\n  email: ~\n  phone:\n", "basics.label=null;"},
        {"basics: {name: No, label: 0123, email: 1.10}\n",
         "basics.name=No;basics.label=0123;basics.email=1.10;"},
        {"work:\n- company: Acme\n  website: x\n  highlights:\n  - One\n  - Two\n",
         "work[0].name=Acme;work[0].url=x;work[0].highlights[0].=One;"
         "work[0].highlights[1].=Two;"},
        {"work:\n- company: Old\n  name: New\n", "work[0].name=New;"},
        {"basics: {summary: \"a\\tb\\nc\", name: \"a\\tb\\nc\"}\n",
         "basics.name=a b c;basics.summary=a b\nc;"},
        {"basics:\n  summary: |\n    One\n    two\n\n", "basics.summary=One\ntwo;"},
        {"basics: {name: \"a\\e[31mb\"}\n", "basics.name=ab;"},
        {"skills:\n- name: Data\n  keywords: [SQL, 7, true]\n",
         "skills[0].name=Data;skills[0].keywords[0].=SQL;skills[0].keywords[1].=7;"
         "skills[0].keywords[2].=true;"},
        {"meta:\n  bulletproof:\n    level: senior\n    waivers: [{code: no-result}]\n",
         "meta.bulletproof.level=senior;meta.bulletproof.waivers[0].code=no-result;"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        StrBuf got = {0};
        Store *store = read_text(cases[i].text, &diag);
        CU_ASSERT_PTR_NOT_NULL_FATAL(store);
        Node *root = store_take_root(store);
        describe(&got, root);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&got), cases[i].expected);
        if (strcmp(strbuf_text(&got), cases[i].expected) != 0) {
            printf("# case %zu: %s\n", i, strbuf_text(&got));
        }
        node_free(root);
        store_free(store);
        strbuf_done(&got);
    }
}

static void faults_are_told_and_do_not_stop(void)
{
    static const struct {
        const char *text;
        unsigned line, column;
        const char *words; /* NULL: no fault */
    } cases[] = {
        {"basics: {name: x}\n", 0, 0, NULL},
        {"$schema: x\nx-mine: 1\nmeta: {theme: elegant}\n", 0, 0, NULL},
        {"basics:\n  nmae: x\n", 2, 3, "did you mean \"name\""},
        {"pets: x\n", 1, 1, "unknown key \"pets\": kept"},
        {"Experience: []\n", 1, 1, "did you mean \"work\"?"},
        {"name: x\n", 1, 1, "it belongs under \"basics\""},
        {"basics: {title: x}\n", 1, 10, "did you mean \"label\"?"},
        {"work:\n- title: x\n", 2, 3, "did you mean \"position\"?"},
        {"work:\n- bullets: [x]\n", 2, 3, "did you mean \"highlights\"?"},
        {"education:\n- degree: x\n", 2, 3, "did you mean \"studyType\"?"},
        {"basics: x\n", 1, 9, "a group of keys"},
        {"work: x\n", 1, 7, "a list"},
        {"basics:\n  name: [a]\n", 2, 9, "a text"},
        {"work:\n- Acme\n", 2, 3, "a group of keys"},
        {"work:\n- highlights:\n  - {a: b}\n", 3, 5, "a text"},
        {"work:\n- highlights:\n  -\n", 3, 4, "a text"},
        {"work:\n- startDate: Summer 2019\n", 2, 14, "no date"},
        {"work:\n- startDate: 2019-02-30\n", 2, 14, "no date"},
        {"work:\n- endDate: present\n", 2, 12, "leave it empty"},
        {"basics: {name: a}\nbasics: {name: b}\n", 2, 1, "again"},
        {"meta:\n  bulletproof:\n    level: expert\n", 3, 12, "junior, mid or senior"},
        {"meta:\n  bulletproof:\n    pages: 12\n", 3, 12, "a number from 1 to 9"},
        {"meta:\n  bulletproof:\n    pdf: plain\n", 3, 10, "archive or left out"},
        {"basics: {name: \"a\\e[31mb\"}\n", 1, 16, "control characters"},
        {"{\"basics\": {\"name\": \"\\udc00\"}}", 1, 22, "half a character"},
        {"work:\n- company: A\n  name: B\n", 2, 3, "old name of \"name\""},
        {"work:\n- highlights: [One]\n  x-bulletproof:\n  - {starts: Two, tags: [a]}\n", 4, 5,
         "no bullet begins like this"},
        {"work:\n- highlights: [One]\n  x-bulletproof:\n  - {bullet: 1, tags: [a]}\n"
         "  - {starts: On, hidden: true}\n",
         5, 5, "second record"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        Store *store = read_text(cases[i].text, &diag);
        CU_ASSERT_PTR_NOT_NULL_FATAL(store);
        const DiagList *faults = store_faults(store);
        const Diag none = {.text = "no fault"};
        const Diag *got = faults->count > 0 ? &faults->items[0] : &none;
        bool is_good = faults->count == (cases[i].words ? 1 : 0) &&
                       got->place.line == cases[i].line && got->place.column == cases[i].column &&
                       (!cases[i].words || strstr(got->text, cases[i].words));
        CU_ASSERT_TRUE(is_good);
        if (!is_good) {
            printf("# case %zu: %zu faults, %u:%u %s\n", i, faults->count, got->place.line,
                   got->place.column, got->text);
        }
        store_free(store);
    }
}

static void what_is_no_resume_is_refused(void)
{
    static const struct {
        const char *text;
        unsigned line;
        const char *words;
    } cases[] = {
        {"- a\n", 1, "no resume"},
        {"just text\n", 1, "no resume"},
        {"basics:\n  name: \"x\n", 2, "never closed"},
        {"a: &x 1\nb: *x\n", 2, "write it out"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        CU_ASSERT_PTR_NULL(read_text(cases[i].text, &diag));
        CU_ASSERT_EQUAL(diag.place.line, cases[i].line);
        CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, cases[i].words));
    }
}

static void records_belong_to_bullets_by_words_then_by_number(void)
{
    static const struct {
        const char *record;
        size_t bullet; /* that is hidden then; 3: none */
    } cases[] = {
        {"{starts: Moved, hidden: true}", 1},
        {"{bullet: 1, starts: Moved, hidden: yes}", 1},
        {"{bullet: 3, starts: Built a, hidden: true}", 2},
        {"{bullet: 1, starts: Gone, hidden: true}", 0},
        {"{bullet: 3, hidden: true}", 2},
        {"{bullet: 9, hidden: true}", 3},
        {"{bullet: 1, hidden: false}", 3},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        StrBuf text = {0};
        strbuf_addf(&text,
                    "work:\n- highlights: [Built a, Moved b, Built a]\n"
                    "  x-bulletproof:\n  - %s\n",
                    cases[i].record);
        Store *store = read_text(strbuf_text(&text), &diag);
        CU_ASSERT_PTR_NOT_NULL_FATAL(store);
        Node *root = store_take_root(store);
        const Node *list = node_part(node_child(node_part(root, NODE_WORKS), 0), NODE_HIGHLIGHTS);
        for (size_t n = 0; n < 3; n++) {
            CU_ASSERT_EQUAL(node_has(node_child(list, n), FIELD_HIDDEN), n == cases[i].bullet);
        }
        node_free(root);
        store_free(store);
        strbuf_done(&text);
    }
}

static void places_are_those_of_the_file(void)
{
    static const char text[] = "basics:\n  name: \"Maya\"\nwork:\n  - name: A\n    highlights:\n"
                               "      - One two\n      - >-\n        folded\n        text\n"
                               "    x-bulletproof:\n      - {bullet: 1, hidden: true}\n";
    Diag diag;
    Store *store = read_text(text, &diag);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    Node *root = store_take_root(store);
    const Node *basics = node_part(root, NODE_BASICS);
    const Node *work = node_child(node_part(root, NODE_WORKS), 0);
    const Node *list = node_part(work, NODE_HIGHLIGHTS);
    const struct {
        const Node *node;
        FieldId field;
        size_t offset;
        unsigned line, column;
    } cases[] = {
        {basics, FIELD_NAME, 0, 2, 10},
        {basics, FIELD_NAME, 2, 2, 12},
        {basics, FIELD_LABEL, 0, 2, 3},
        {work, FIELD_COUNT, 0, 4, 5},
        {work, FIELD_NAME, 0, 4, 11},
        {node_child(list, 0), FIELD_TEXT, 4, 6, 13},
        {node_child(list, 1), FIELD_TEXT, 9, 9, 11},
        {node_child(list, 0), FIELD_HIDDEN, 0, 11, 29},
        {node_part(root, NODE_SKILLS), FIELD_COUNT, 0, 1, 1},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        DiagPlace got = store_place(store, cases[i].node, cases[i].field, cases[i].offset);
        CU_ASSERT_EQUAL(got.line, cases[i].line);
        CU_ASSERT_EQUAL(got.column, cases[i].column);
        if (got.line != cases[i].line || got.column != cases[i].column) {
            printf("# case %zu: %u:%u\n", i, got.line, got.column);
        }
    }
    node_free(root);
    store_free(store);
}

static void characters_of_many_lines_are_found(void)
{
    static const struct {
        const char *bullet; /* from line 3, column 5 */
        size_t offset;
        unsigned line, column;
    } cases[] = {
        {"One two", 0, 3, 5},
        {"One two", 4, 3, 9},
        {"'One two'", 4, 3, 10},
        {"\"One \\u0074wo three\"", 4, 3, 10},
        {"\xC3\x89\xC3\x89 two", 3, 3, 8},
        {"One\n    two three", 4, 4, 5},
        {"One\n    two three", 8, 4, 9},
        {">-\n      One\n      two", 4, 5, 7},
        {"|\n      One\n      two", 5, 5, 8},
        {"|\n      One\n\n        two", 7, 6, 9},
        {"!!str One two", 4, 3, 15},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Diag diag;
        StrBuf text = {0};
        strbuf_addf(&text, "work:\n- highlights:\n  - %s\n", cases[i].bullet);
        Store *store = read_text(strbuf_text(&text), &diag);
        CU_ASSERT_PTR_NOT_NULL_FATAL(store);
        Node *root = store_take_root(store);
        const Node *list = node_part(node_child(node_part(root, NODE_WORKS), 0), NODE_HIGHLIGHTS);
        DiagPlace got = store_place(store, node_child(list, 0), FIELD_TEXT, cases[i].offset);
        CU_ASSERT_EQUAL(got.line, cases[i].line);
        CU_ASSERT_EQUAL(got.column, cases[i].column);
        if (got.line != cases[i].line || got.column != cases[i].column) {
            printf("# case %zu: %u:%u\n", i, got.line, got.column);
        }
        node_free(root);
        store_free(store);
        strbuf_done(&text);
    }
}

/* Memory that ends after so many pieces. */
typedef struct {
    size_t left;
} Budget;

static void *resize_within(void *context, void *memory, size_t bytes)
{
    Budget *budget = context;
    if (bytes == 0) {
        free(memory);
        return NULL;
    }
    if (budget->left == 0) {
        return NULL;
    }
    budget->left--;
    return realloc(memory, bytes);
}

static void more_faults_than_are_told_are_told_of(void)
{
    Diag diag;
    StrBuf text = {0};
    for (unsigned i = 0; i < 1000; i++) {
        strbuf_addf(&text, "odd%u: x\n", i);
    }
    Store *store = read_text(strbuf_text(&text), &diag);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    const DiagList *faults = store_faults(store);
    CU_ASSERT_EQUAL_FATAL(faults->count, 201);
    CU_ASSERT_EQUAL(faults->items[199].place.line, 200);
    CU_ASSERT_PTR_NOT_NULL(strstr(faults->items[200].text, "more faults than these 200"));
    store_free(store);
    strbuf_done(&text);
}

static void every_allocation_may_fail(void)
{
    static const char text[] =
        "basics: {name: Maya, profiles: [{network: GitHub}]}\n"
        "work:\n- name: A\n  highlights: [One, Two]\n  x-bulletproof: [{bullet: 1, tags: [x]}]\n"
        "skills: [{name: Data, keywords: [SQL]}]\n"
        "meta: {bulletproof: {waivers: [{code: a, reason: b}]}}\n";
    size_t allowed = 0;
    Store *store = NULL;
    for (; !store && allowed < 10000; allowed++) {
        Budget budget = {allowed};
        Diag diag = {0};
        store = store_read(view_of(text), NULL, &(YamlMemory){resize_within, &budget}, &diag);
        CU_ASSERT_EQUAL(diag.kind, store ? DIAG_NONE : DIAG_LIMIT);
    }
    CU_ASSERT(allowed > 20);
    CU_ASSERT_PTR_NOT_NULL(store);
    printf("# allocations failed in turn: %zu\n", allowed - 1);
    store_free(store);
}

CU_TestInfo store_load_tests[] = {
    {"values are read", values_are_read},
    {"faults are told and do not stop", faults_are_told_and_do_not_stop},
    {"what is no resume is refused", what_is_no_resume_is_refused},
    {"records belong to bullets by words, then by number",
     records_belong_to_bullets_by_words_then_by_number},
    {"places are those of the file", places_are_those_of_the_file},
    {"characters of many lines are found", characters_of_many_lines_are_found},
    {"more faults than are told are told of", more_faults_than_are_told_are_told_of},
    {"every allocation may fail", every_allocation_may_fail},
    CU_TEST_INFO_NULL,
};
