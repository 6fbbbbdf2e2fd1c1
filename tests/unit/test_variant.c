/* Variants: what is in, what stands in its place, how two differ, and that the base stays. */
#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/model/document.h"
#include "bulletproof/model/variant.h"
#include "bulletproof/store/store.h"

static const char resume[] = "basics:\n"
                             "  name: Noor Haddad\n"
                             "  label: Back-End Developer\n"
                             "  summary: Builds booking systems.\n"
                             "work:\n"
                             "  - name: Harbour Lines\n"
                             "    highlights:\n"
                             "      - Cut the tide API to 200 ms.\n"
                             "      - Ended double charges in the fee ledger.\n"
                             "      - Taught two trainees.\n"
                             "    x-bulletproof:\n"
                             "      - {bullet: 2, starts: Ended double, tags: [payments]}\n"
                             "      - {bullet: 3, starts: Taught two, tags: [Platform, lead]}\n"
                             "projects:\n"
                             "  - name: Coin sorter\n"
                             "    x-tags: [payments]\n"
                             "skills:\n"
                             "  - name: Data\n"
                             "    keywords: [PostgreSQL]\n"
                             "  - name: Queues\n"
                             "    keywords: [NATS]\n"
                             "    x-tags: [platform]\n"
                             "meta:\n"
                             "  bulletproof:\n"
                             "    theme: serif\n"
                             "    variants:\n"
                             "      - name: payments\n"
                             "        label: Payments Developer\n"
                             "        theme: compact\n"
                             "        tags: [payments]\n"
                             "        order: [skills, work]\n"
                             "      - name: Platform\n"
                             "        tags: [platform]\n"
                             "      - name: all\n";

typedef struct {
    Store *store;
    Document *document;
    const Node *root;
} Loaded;

static Loaded load(void)
{
    Diag diag = {0};
    Loaded loaded = {.store = store_read(view_of(resume), NULL, NULL, &diag)};
    CU_ASSERT_PTR_NOT_NULL_FATAL(loaded.store);
    CU_ASSERT_EQUAL(store_faults(loaded.store)->count, 0);
    loaded.document = document_new(store_take_root(loaded.store));
    loaded.root = document_root(loaded.document);
    return loaded;
}

static void unload(Loaded *loaded)
{
    document_free(loaded->document);
    store_free(loaded->store);
}

/* The first words of the bullets and the names of projects and skills that are in. */
static void list_items(StrBuf *out, const Node *root)
{
    for (const Node *node = root; node; node = node_next(node, root)) {
        NodeKind kind = node_kind(node);
        if (kind == NODE_BULLET) {
            strbuf_addf(out, "%.5s;", node_text(node, FIELD_TEXT));
        } else if (kind == NODE_PROJECT || kind == NODE_SKILL) {
            strbuf_addf(out, "%s;", node_text(node, FIELD_NAME));
        }
    }
}

static void tags_decide_what_is_in(void)
{
    static const struct {
        const char *name, *items;
    } cases[] = {
        {"payments", "Data;Cut t;Ended;Coin sorter;"},
        {"PLATFORM", "Data;Queues;Cut t;Taugh;"},
        {"all", "Data;Queues;Cut t;Ended;Taugh;Coin sorter;"},
    };
    Loaded loaded = load();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf items = {0};
        Node *made = variant_make(loaded.root, variant_find(loaded.root, cases[i].name));
        list_items(&items, made);
        if (strcmp(strbuf_text(&items), cases[i].items) != 0) {
            printf("# %s: %s\n", cases[i].name, strbuf_text(&items));
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&items), cases[i].items);
        strbuf_done(&items);
        node_free(made);
    }
    CU_ASSERT_PTR_NULL(variant_find(loaded.root, "none"));
    unload(&loaded);
}

static void its_own_texts_stand_in_place_and_the_resume_stays(void)
{
    Loaded loaded = load();
    Node *before = node_copy(loaded.root);
    const Node *variant = variant_find(loaded.root, "payments");
    Node *made = variant_make(loaded.root, variant);
    const Node *basics = node_part(made, NODE_BASICS);
    const Node *settings = node_part(node_part(made, NODE_META), NODE_SETTINGS);
    CU_ASSERT_STRING_EQUAL(node_text(basics, FIELD_LABEL), "Payments Developer");
    CU_ASSERT_STRING_EQUAL(node_text(basics, FIELD_SUMMARY), "Builds booking systems.");
    CU_ASSERT_STRING_EQUAL(node_text(settings, FIELD_THEME), "compact");
    CU_ASSERT_TRUE(node_equal(before, loaded.root));
    CU_ASSERT_EQUAL(node_id(basics), node_id(node_part(loaded.root, NODE_BASICS)));
    node_free(made);
    node_free(before);
    unload(&loaded);
}

static void a_bullet_is_in_only_when_its_entry_is(void)
{
    Loaded loaded = load();
    const Node *payments = variant_find(loaded.root, "payments");
    const Node *platform = variant_find(loaded.root, "platform");
    const Node *project = node_child(node_part(loaded.root, NODE_PROJECTS), 0);
    const Node *highlights = node_part(project, NODE_HIGHLIGHTS);
    CU_ASSERT_TRUE(variant_has(payments, highlights));
    CU_ASSERT_FALSE(variant_has(platform, highlights));
    CU_ASSERT_TRUE(variant_has(NULL, highlights));
    unload(&loaded);
}

static void the_named_sections_come_first(void)
{
    Theme theme;
    theme_init(&theme);
    size_t count = theme.section_count;
    Loaded loaded = load();
    variant_order(loaded.root, variant_find(loaded.root, "payments"), &theme);
    CU_ASSERT_EQUAL(theme.sections[0].kind, NODE_SKILLS);
    CU_ASSERT_EQUAL(theme.sections[1].kind, NODE_WORKS);
    CU_ASSERT_EQUAL(theme.sections[2].kind, NODE_BASICS);
    CU_ASSERT_EQUAL(theme.section_count, count);
    variant_order(loaded.root, NULL, &theme);
    CU_ASSERT_EQUAL(theme.sections[0].kind, NODE_SKILLS);
    unload(&loaded);
    theme_done(&theme);
}

static void the_order_of_the_resume_comes_after_that_of_a_variant(void)
{
    static const char *const names[] = {"projects", "Education"};
    Theme theme;
    theme_init(&theme);
    Loaded loaded = load();
    const Node *order = node_part(node_settings(loaded.root), NODE_ORDER);
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        Node *section = node_new(NODE_SECTION);
        node_set(section, FIELD_TEXT, view_of(names[i]));
        document_insert(loaded.document, node_id(order), i, section);
    }
    variant_order(loaded.root, NULL, &theme);
    CU_ASSERT_EQUAL(theme.sections[0].kind, NODE_PROJECTS);
    CU_ASSERT_EQUAL(theme.sections[1].kind, NODE_EDUCATIONS);
    variant_order(loaded.root, variant_find(loaded.root, "payments"), &theme);
    CU_ASSERT_EQUAL(theme.sections[0].kind, NODE_SKILLS);
    CU_ASSERT_EQUAL(theme.sections[1].kind, NODE_WORKS);
    CU_ASSERT_EQUAL(theme.sections[2].kind, NODE_PROJECTS);
    unload(&loaded);
    theme_done(&theme);
}

static void the_difference_is_told_in_words(void)
{
    static const struct {
        const char *a, *b, *text;
    } cases[] = {
        {NULL, "payments",
         "~ headline: “Back-End Developer” becomes “Payments Developer”\n"
         "~ theme: “serif” becomes “compact”\n"
         "~ order: the theme's becomes skills, work\n"
         "- skills[1]: Queues (Skills)\n"
         "- work[0].highlights[2]: Taught two trainees. (Bullets)\n"},
        {"all", "platform",
         "- work[0].highlights[1]: Ended double charges in the fee ledger. (Bullets)\n"
         "- projects[0]: Coin sorter (Projects)\n"},
        {"all", "all", ""},
    };
    Loaded loaded = load();
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0};
        const Node *a = cases[i].a ? variant_find(loaded.root, cases[i].a) : NULL;
        variant_add_difference(&text, loaded.root, a, variant_find(loaded.root, cases[i].b));
        if (strcmp(strbuf_text(&text), cases[i].text) != 0) {
            printf("# got:\n%s", strbuf_text(&text));
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&text), cases[i].text);
        strbuf_done(&text);
    }
    unload(&loaded);
}

CU_TestInfo variant_tests[] = {
    {"tags decide what is in", tags_decide_what_is_in},
    {"its own texts stand in place and the resume stays",
     its_own_texts_stand_in_place_and_the_resume_stays},
    {"a bullet is in only when its entry is", a_bullet_is_in_only_when_its_entry_is},
    {"the named sections come first", the_named_sections_come_first},
    {"the order of the resume comes after that of a variant",
     the_order_of_the_resume_comes_after_that_of_a_variant},
    {"the difference is told in words", the_difference_is_told_in_words},
    CU_TEST_INFO_NULL,
};
