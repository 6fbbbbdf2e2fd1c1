#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/store/import.h"
#include "bulletproof/store/store.h"
#include "bulletproof/yaml/tree.h"
#include "outline.h"

static Node *read_tree(StrView text)
{
    Store *store = store_read(text, NULL, NULL, NULL);
    Node *root = store ? store_take_root(store) : NULL;
    store_free(store);
    return root;
}

/* The resume that a text becomes. Owned by the caller; NULL when it cannot be imported. */
static Node *import_tree(StrView text, Import *import)
{
    Diag diag = {0};
    if (!import_read(import, text, IMPORT_ANY, &diag)) {
        printf("# %s\n", diag.text);
        return NULL;
    }
    return read_tree(strbuf_view(&import->text));
}

static bool becomes(const char *text, const char *expected)
{
    Import import = {0};
    StrBuf found = {0};
    Node *root = import_tree(view_of(text), &import);
    if (root) {
        outline_add(&found, root);
    }
    bool is_same = outline_is_same(text, strbuf_view(&found), view_of(expected));
    node_free(root);
    import_done(&import);
    strbuf_done(&found);
    return is_same;
}

static void old_names_become_new_ones(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"work: [{company: A, website: u}]", "work[0]\nwork[0].name: A\nwork[0].url: u\n"},
        {"work: [{company: Old, name: New}]", "work[0]\nwork[0].name: New\n"},
        {"bio: {name: Zo}", "basics.name: Zo\n"},
        {"bio: {firstName: Zo, lastName: Ng}", "basics.name: Zo Ng\n"},
        {"bio: {firstName: Zo}", "basics.name: Zo\n"},
        {"basics: {bio: Text}", "basics.summary: Text\n"},
        {"basics: {email: {work: a@b.example}}", "basics.email: a@b.example\n"},
        {"basics: {location: Leeds}", "basics.location.city: Leeds\n"},
        {"basics: {location: {state: Utah}}", "basics.location.region: Utah\n"},
        {"basics: {profiles: {github: zo}}",
         "basics.profiles[0]\nbasics.profiles[0].network: github\n"
         "basics.profiles[0].username: zo\n"},
        {"education: [{gpa: 3.50}]", "education[0]\neducation[0].score: 3.50\n"},
        {"awards: [{awardDate: 2014-11-01}]", "awards[0]\nawards[0].date: 2014-11-01\n"},
        {"languages: [{name: Welsh, level: B2}]",
         "languages[0]\nlanguages[0].language: Welsh\nlanguages[0].fluency: B2\n"},
        {"hobbies: [{name: Chess}]", "interests[0]\ninterests[0].name: Chess\n"},
        {"interests: [Chess]", "interests[0]\ninterests[0].name: Chess\n"},
        {"skills: [{name: D, keywords: \"a, b (c, d)\"}]",
         "skills[0]\nskills[0].name: D\nskills[0].keywords[0]: a\n"
         "skills[0].keywords[1]: b (c, d)\n"},
        {"projects: [{summary: What}]", "projects[0]\nprojects[0].description: What\n"},
        {"volunteer: [{x-hidden: true}]", "volunteer[0]\nvolunteer[0].x-hidden: true\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT(becomes(cases[i].text, cases[i].expected));
    }
}

static void dates_of_all_forms_become_dates(void)
{
    static const struct {
        const char *text, *expected;
    } cases[] = {
        {"work: [{startDate: 2013-12-01T10:00:00Z}]", "startDate: 2013-12-01\n"},
        {"work: [{startDate: 2013-06-00}]", "startDate: 2013-06\n"},
        {"work: [{startDate: 2013-00-00}]", "startDate: 2013\n"},
        {"work: [{startDate: March 2013}]", "startDate: 2013-03\n"},
        {"work: [{startDate: soon}]", "startDate: soon\n"},
        {"work: [{startDate: 2013, endDate: Present}]", "startDate: 2013\n"},
        {"cv: {sections: {w: [{company: C, date: 2019-05}]}}",
         "name: C\nwork[0].startDate: 2019-05\nwork[0].endDate: 2019-05\n"},
        {"cv: {sections: {w: [{company: C, date: Jan 2019 – Feb 2020}]}}",
         "name: C\nwork[0].startDate: 2019-01\nwork[0].endDate: 2020-02\n"},
        {"cv: {sections: {w: [{company: C, date: 2019 to present}]}}",
         "name: C\nwork[0].startDate: 2019\n"},
        {"cv: {sections: {w: [{company: C, date: 2019-2021}]}}", "name: C\n"},
        {"cv: {sections: {w: [{company: C, date: Fall 2019}]}}",
         "name: C\nwork[0].startDate: 2019\nwork[0].endDate: 2019\n"},
        {"cv: {sections: {w: [{company: C, date: some day}]}}", "name: C\n"},
        {"cv: {sections: {w: [{company: C, start_date: 2019, end_date: present}]}}",
         "name: C\nwork[0].startDate: 2019\n"},
        {"cv: {sections: {w: [{company: C, end_date: 2019-02-03}]}}",
         "name: C\nwork[0].endDate: 2019-02-03\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf expected = {0};
        strbuf_addf(&expected, "work[0]\nwork[0].%s", cases[i].expected);
        CU_ASSERT(becomes(cases[i].text, strbuf_text(&expected)));
        strbuf_done(&expected);
    }
}

static void markdown_becomes_plain_text(void)
{
    static const struct {
        const char *markdown, *plain;
    } cases[] = {
        {"plain", "plain"},
        {"**bold** and *thin* and ***both***", "bold and thin and both"},
        {"__bold__ and _thin_", "bold and thin"},
        {"**a *b* c**", "a b c"},
        {"snake_case_name stays", "snake_case_name stays"},
        {"5 * 3 * 2", "5 * 3 * 2"},
        {"C++ and C* and **", "C++ and C* and **"},
        {"`a * b`", "a * b"},
        {"``a ` b``", "a ` b"},
        {"[words](https://a.example)", "words (https://a.example)"},
        {"see [**the** words](https://a.example/x), too",
         "see the words (https://a.example/x), too"},
        {"[https://a.example](https://a.example)!", "https://a.example!"},
        {"[no link] (here)", "[no link] (here)"},
        {"<https://a.example>", "https://a.example"},
        {"![picture](a.png) x", "picture (a.png) x"},
        {"\\*no marks\\*", "*no marks*"},
        {"$$E = mc^2$$ holds", "E = mc^2 holds"},
        {"*open", "*open"},
        {"a ** b ** c", "a ** b ** c"},
        {"costs $5", "costs $5"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0}, expected = {0};
        strbuf_addf(&text, "cv: {sections: {interests: ['%s']}}", cases[i].markdown);
        strbuf_addf(&expected, "interests[0]\ninterests[0].name: %s\n", cases[i].plain);
        CU_ASSERT(becomes(strbuf_text(&text), strbuf_text(&expected)));
        strbuf_done(&text);
        strbuf_done(&expected);
    }
}

static void sections_go_by_title_and_type(void)
{
    static const struct {
        const char *section, *expected;
    } cases[] = {
        {"Work: [{company: C}]", "work[0]\nwork[0].name: C\n"},
        {"Volunteer work: [{company: C}]", "volunteer[0]\nvolunteer[0].organization: C\n"},
        {"Anything: [{institution: I, degree: BSc}]",
         "education[0]\neducation[0].institution: I\neducation[0].studyType: BSc\n"},
        {"Projects: [{name: N, summary: S}]",
         "projects[0]\nprojects[0].name: N\nprojects[0].description: S\n"},
        {"Experience: [{name: N}]", "work[0]\nwork[0].name: N\n"},
        {"Licenses: [{name: N}]", "certificates[0]\ncertificates[0].name: N\n"},
        {"Honors: [{bullet: B}]", "awards[0]\nawards[0].title: B\n"},
        {"Programming languages: [{label: L, details: a}]",
         "skills[0]\nskills[0].name: L\nskills[0].keywords[0]: a\n"},
        {"Languages: [{label: L, details: a}]",
         "languages[0]\nlanguages[0].language: L\nlanguages[0].fluency: a\n"},
        {"Old: [{name: L, details: a}]",
         "skills[0]\nskills[0].name: L\nskills[0].keywords[0]: a\n"},
        {"about_me: [One., Two.]", "basics.summary: One.\\nTwo.\n"},
        {"welcome: [One.]", "basics.summary: One.\n"},
        {"patents: [{number: P}, {number: Q}]",
         "projects[0]\nprojects[0].name: Patents\nprojects[0].highlights[0]: P\n"
         "projects[0].highlights[1]: Q\n"},
        {"Talks: [{reversed_number: T}]",
         "projects[0]\nprojects[0].name: Talks\nprojects[0].highlights[0]: T\n"},
        {"P: [{title: T, authors: [A, B], doi: 10.1/x, journal: J, date: 2020}]",
         "publications[0]\npublications[0].name: T\npublications[0].publisher: J\n"
         "publications[0].releaseDate: 2020\npublications[0].url: https://doi.org/10.1/x\n"
         "publications[0].summary: Authors: A, B.\n"},
        {"odd: [{fruit: F}]", ""},
        {"odd: text", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf text = {0};
        strbuf_addf(&text, "cv:\n  sections:\n    %s\n", cases[i].section);
        CU_ASSERT(becomes(strbuf_text(&text), cases[i].expected));
        strbuf_done(&text);
    }
}

/* --- The files of tests/data/import ----------------------------------------------------------- */

static const char *const corpus[] = {"draft.json", "v0.0.json", "v1.0.0.json", "quirks.json",
                                     "rendercv.yaml"};

enum { CORPUS_FILES = sizeof(corpus) / sizeof(corpus[0]), FILE_LIMIT = 1 << 20 };

static StrBuf source(const char *name)
{
    char relative[100];
    StrBuf text = {0};
    snprintf(relative, sizeof(relative), "tests/data/import/%s", name);
    CU_ASSERT_FATAL(file_read(source_path(relative), FILE_LIMIT, &text, NULL, NULL));
    return text;
}

static bool is_told(const Import *import, DiagPlace place)
{
    for (size_t i = 0; i < import->count; i++) {
        const DiagPlace *row = &import->rows[i].place;
        if (row->line == place.line && row->column == place.column) {
            return true;
        }
    }
    return false;
}

/* Texts that no row tells of, by themselves or within something. */
static size_t count_untold(const Import *import, const YamlNode *node)
{
    if (is_told(import, node->place) || yaml_is_null(node)) {
        return 0;
    }
    size_t untold = node->kind == YAML_SCALAR && node->text.length > 0;
    if (untold > 0) {
        printf("# nothing is told of line %u\n", node->place.line);
    }
    for (size_t i = 0; i < node->count; i++) {
        untold += count_untold(import, node->items[i].value);
    }
    return untold;
}

static void every_value_has_a_row(void)
{
    for (size_t i = 0; i < CORPUS_FILES; i++) {
        StrBuf text = source(corpus[i]);
        Import import = {0};
        YamlTree tree = {0};
        CU_ASSERT_FATAL(yaml_tree_read(&tree, strbuf_view(&text), NULL));
        CU_ASSERT_FATAL(import_read(&import, strbuf_view(&text), IMPORT_ANY, NULL));
        /* The root itself has the place of its first key. */
        for (size_t item = 0; item < tree.root->count; item++) {
            CU_ASSERT_EQUAL(count_untold(&import, tree.root->items[item].value), 0);
        }
        yaml_tree_done(&tree);
        import_done(&import);
        strbuf_done(&text);
    }
}

/* What was imported, written as JSON Resume and imported again. */
static void imports_come_back_from_json_resume(void)
{
    for (size_t i = 0; i < CORPUS_FILES; i++) {
        StrBuf text = source(corpus[i]), json = {0};
        Import first = {0}, second = {0};
        Node *root = import_tree(strbuf_view(&text), &first);
        CU_ASSERT_PTR_NOT_NULL_FATAL(root);
        store_render(root, STORE_JSON, &json);
        Node *again = import_tree(strbuf_view(&json), &second);
        CU_ASSERT_PTR_NOT_NULL_FATAL(again);
        CU_ASSERT(node_equal(root, again));
        CU_ASSERT_EQUAL(second.counts[IMPORT_LEFT], 0);
        CU_ASSERT_EQUAL(second.counts[IMPORT_KEPT], 0);
        node_free(root);
        node_free(again);
        import_done(&first);
        import_done(&second);
        strbuf_done(&text);
        strbuf_done(&json);
    }
}

/* A file of the newest version is the same resume whether it is opened or imported. */
static void the_newest_version_is_taken_as_it_is(void)
{
    StrBuf text = source("v1.0.0.json");
    Import import = {0};
    Node *imported = import_tree(strbuf_view(&text), &import);
    Node *opened = read_tree(strbuf_view(&text));
    CU_ASSERT(node_equal(imported, opened));
    CU_ASSERT_EQUAL(import.counts[IMPORT_CHANGED], 0);
    CU_ASSERT_EQUAL(import.counts[IMPORT_KEPT] + import.counts[IMPORT_LEFT], 0);
    node_free(imported);
    node_free(opened);
    import_done(&import);
    strbuf_done(&text);
}

static void what_is_unknown_is_kept_as_it_stands(void)
{
    static const struct {
        const char *text, *line;
    } cases[] = {
        {"{\"work\": [{\"x\": [1, 2.50, true, null, \"null\", \"1\"]}]}",
         "work:\n  - x:\n      - 1\n      - 2.50\n      - true\n      - ~\n      - 'null'\n"
         "      - '1'\n"},
        {"work: [{x: {a: {}, b: [], c: ''}}]",
         "work:\n  - x:\n      a: {}\n      b: []\n      c: \"\"\n"},
        {"basics: {x: \"a\\nb\\n\"}", "basics:\n  x: |\n    a\n    b\n"},
        {"basics: {x: \"a\\nb\"}", "basics:\n  x: |-\n    a\n    b\n"},
        {"basics: {x: \"a \\n\\n\"}", "basics:\n  x: \"a \\n\\n\"\n"},
        {"basics: {\"a: b\": [[x]]}", "basics:\n  'a: b':\n    - - x\n"},
        {"# One\ncv: # Two\n  name: 'A # no comment'\n", "# One\n# Two\nbasics:\n  name: 'A # no "
                                                         "comment'\n"},
        {"cv: {name: A}\ndesign: {a: b}\n", "basics:\n  name: A\n\nx-rendercv:\n  design:\n    a: "
                                            "b\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Import import = {0};
        CU_ASSERT_FATAL(import_read(&import, view_of(cases[i].text), IMPORT_ANY, NULL));
        CU_ASSERT_STRING_EQUAL(strbuf_text(&import.text), cases[i].line);
        if (strcmp(strbuf_text(&import.text), cases[i].line) != 0) {
            printf("# %s", strbuf_text(&import.text));
        }
        import_done(&import);
    }
}

static void what_stays_behind_is_named(void)
{
    static const struct {
        const char *text, *from, *note;
    } cases[] = {
        {"basics: {name: A, name: B}", "basics.name", "the same key stands further up"},
        {"basics: {x: 1, x: 2}", "basics.x", "the same key stands further up"},
        {"basics: {x: {y: 1, y: 2}}", "basics.x", "a key stands in it twice"},
        {"basics: {x: {[a]: 1}}", "basics.x", "a key in it is no text"},
        {"cv: {sections: {a: [{bullet: A, x: 1}, {bullet: B, x: 2}]}}", "cv.sections.a[1].x",
         "another value has its place"},
        {"bio: {name: A}\nbasics: {name: B}\n", "bio.name", "another value has its place"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Import import = {0};
        bool is_named = false;
        CU_ASSERT_FATAL(import_read(&import, view_of(cases[i].text), IMPORT_ANY, NULL));
        for (size_t row = 0; row < import.count; row++) {
            const ImportRow *left = &import.rows[row];
            is_named =
                is_named || (left->fate == IMPORT_LEFT && strcmp(left->from, cases[i].from) == 0 &&
                             strcmp(left->note, cases[i].note) == 0);
        }
        CU_ASSERT(is_named);
        CU_ASSERT_EQUAL(import.counts[IMPORT_LEFT], 1);
        if (!is_named) {
            printf("# case %zu\n", i);
        }
        import_done(&import);
    }
}

static void the_order_of_sections_stays(void)
{
    static const struct {
        const char *sections, *order; /* NULL: that of the page */
    } cases[] = {
        {"{skills: [{label: A}], experience: [{company: B}], education: [{area: C}]}", NULL},
        {"{summary: [A], skills: [], experience: [{company: B}]}", NULL},
        {"{experience: [{company: B}], skills: [{label: A}]}", "work skills "},
        {"{education: [{area: C}], empty: [], odd: [{z: 1}], about: [A]}", "education summary "},
        {"{education: [{area: C}], work: [{company: B}], tutoring: [{company: C}]}",
         "education work "},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Import import = {0};
        StrBuf text = {0}, found = {0};
        strbuf_addf(&text, "cv: {sections: %s}", cases[i].sections);
        Node *root = import_tree(strbuf_view(&text), &import);
        CU_ASSERT_PTR_NOT_NULL_FATAL(root);
        const Node *order = node_part(node_settings(root), NODE_ORDER);
        for (size_t item = 0; item < node_count(order); item++) {
            strbuf_addf(&found, "%s ", node_text(node_child(order, item), FIELD_TEXT));
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&found), cases[i].order ? cases[i].order : "");
        node_free(root);
        import_done(&import);
        strbuf_done(&text);
        strbuf_done(&found);
    }
}

static void forms_are_known_by_their_keys(void)
{
    static const struct {
        const char *text;
        ImportForm form;
    } cases[] = {
        {"basics: {}", IMPORT_JSON_RESUME},
        {"work: []", IMPORT_JSON_RESUME},
        {"bio: {}", IMPORT_JSON_RESUME},
        {"cv: {}", IMPORT_RENDERCV},
        {"design: {}", IMPORT_RENDERCV},
        {"fruit: 1", IMPORT_ANY},
        {"- a", IMPORT_ANY},
        {"", IMPORT_ANY},
        {"\"", IMPORT_ANY},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        CU_ASSERT_EQUAL(import_recognise(view_of(cases[i].text)), cases[i].form);
    }
}

CU_TestInfo import_tests[] = {
    {"old names become new ones", old_names_become_new_ones},
    {"dates of all forms become dates", dates_of_all_forms_become_dates},
    {"Markdown becomes plain text", markdown_becomes_plain_text},
    {"sections go by title and type", sections_go_by_title_and_type},
    {"every value has a row", every_value_has_a_row},
    {"imports come back from JSON Resume", imports_come_back_from_json_resume},
    {"the newest version is taken as it is", the_newest_version_is_taken_as_it_is},
    {"what is unknown is kept as it stands", what_is_unknown_is_kept_as_it_stands},
    {"what stays behind is named", what_stays_behind_is_named},
    {"the order of sections stays", the_order_of_sections_stays},
    {"forms are known by their keys", forms_are_known_by_their_keys},
    CU_TEST_INFO_NULL,
};
