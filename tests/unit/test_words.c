#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "bulletproof/base/file.h"

static const char resume[] = "work:\n- name: Harbour Lines\n  highlights:\n"
                             "  - Moved the custmer service and the servise desk to Go.\n";

/* A folder of its own, with a resume in it. */
typedef struct {
    char folder[32];
    char *data, *words, *file; /* owned */
} Home;

static char *path_in(const char *folder, const char *name)
{
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%s", folder, name);
    return strbuf_steal(&path);
}

static Home home_new(void)
{
    Home home = {.folder = "/tmp/test-words-XXXXXX"};
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(home.folder));
    home.data = path_in(home.folder, "share/bulletproof");
    home.words = path_in(home.data, "words");
    home.file = path_in(home.folder, "resume.yaml");
    CU_ASSERT_TRUE_FATAL(file_write(home.file, view_of(resume), NULL, NULL, NULL));
    return home;
}

static void home_done(Home *home)
{
    unlink(home->words);
    unlink(home->file);
    char *share = path_in(home->folder, "share");
    rmdir(home->data);
    rmdir(share);
    CU_ASSERT_EQUAL(rmdir(home->folder), 0);
    free(share);
    free(home->data);
    free(home->words);
    free(home->file);
}

/* Until keys have rested long enough for everything. */
static void rest(App *app)
{
    app_settle(app);
    while (app_has_later(app)) {
        app_settle_later(app);
        app_settle(app);
    }
}

static void run(App *app, const char *command)
{
    CU_ASSERT_TRUE(editor_run(app->editor, view_of(command)));
    app_take_request(app);
    rest(app);
}

static App *app_at(const Home *home, bool has_spelling)
{
    Diag diag = {0};
    App *app = app_new(&(AppOptions){.today = {.year = 2026, .month = 11},
                                     .data_folder = home->data,
                                     .has_spelling = has_spelling,
                                     .has_builtin_fonts = true});
    CU_ASSERT_TRUE_FATAL(app_open(app, home->file, &diag));
    app_settle(app);
    return app;
}

static size_t count_spelling(const App *app)
{
    size_t count = 0;
    for (size_t i = 0; i < app->report.finding_count; i++) {
        count += strcmp(app->report.findings[i].rule->code, "spelling") == 0 ? 1 : 0;
    }
    return count;
}

/* To the bullet, where the first wrong word ends. */
static void go_to_bullet(App *app)
{
    const Node *node = document_root(app->document);
    while (node && node_kind(node) != NODE_BULLET) {
        node = node_next(node, document_root(app->document));
    }
    CU_ASSERT_PTR_NOT_NULL_FATAL(node);
    editor_go(app->editor, (Place){node_id(node), FIELD_TEXT, strlen("Moved the cust")});
    rest(app);
}

static bool has_dictionary(App *app, const char *test)
{
    rest(app);
    bool is_ready = speller_is_ready(app->extras.speller);
    if (!is_ready) {
        printf("# skipped, no dictionary of English is installed: %s\n", test);
    }
    return is_ready;
}

static void dictionaries_come_when_keys_rest(void)
{
    Home home = home_new();
    App *app = app_at(&home, true);
    CU_ASSERT_EQUAL(count_spelling(app), 0);
    CU_ASSERT_TRUE(app_has_later(app));
    if (has_dictionary(app, "dictionaries come when keys rest")) {
        CU_ASSERT_EQUAL(count_spelling(app), 2);
    }
    app_free(app);
    home_done(&home);
}

static void without_spelling_no_dictionary_is_loaded(void)
{
    Home home = home_new();
    App *app = app_at(&home, false);
    rest(app);
    CU_ASSERT_EQUAL(count_spelling(app), 0);
    app_free(app);
    app = app_at(&home, true);
    app_set_spelling(app, false);
    rest(app);
    CU_ASSERT_FALSE(speller_is_ready(app->extras.speller));
    app_free(app);
    home_done(&home);
}

static void a_word_that_is_added_is_right_and_kept(void)
{
    Home home = home_new();
    App *app = app_at(&home, true);
    if (has_dictionary(app, "a word that is added is right and kept")) {
        go_to_bullet(app);
        run(app, "add-word");
        CU_ASSERT_EQUAL(count_spelling(app), 1);
        run(app, "add-word");
        CU_ASSERT_EQUAL(count_spelling(app), 0);
        run(app, "add-word");
        StrBuf words = {0};
        CU_ASSERT_TRUE(file_read(home.words, 1000, &words, NULL, NULL));
        CU_ASSERT_STRING_EQUAL(strbuf_text(&words), "custmer\nservise\n");
        strbuf_done(&words);
        app_free(app);
        app = app_at(&home, true);
        rest(app);
        CU_ASSERT_EQUAL(count_spelling(app), 0);
    }
    app_free(app);
    home_done(&home);
}

static void a_word_is_judged_when_the_cursor_leaves_it(void)
{
    Home home = home_new();
    App *app = app_at(&home, true);
    if (has_dictionary(app, "a word is judged when the cursor leaves it")) {
        go_to_bullet(app);
        CU_ASSERT_EQUAL(count_spelling(app), 2);
        editor_key(app->editor, (Key){'x', 0});
        rest(app);
        CU_ASSERT_EQUAL(count_spelling(app), 1);
        run(app, "line-end");
        CU_ASSERT_EQUAL(count_spelling(app), 2);
    }
    app_free(app);
    home_done(&home);
}

/* --- rules of the user's own ----------------------------------------------------------- */

static const char good_rules[] =
    "rules:\n- {code: no-desk, kind: existence, find: [servise desk], severity: error,\n"
    "   message: Say which desk, reason: There are many, question: Which?, before: The desk.,\n"
    "   after: The claims desk., fails: The servise desk., passes: The claims desk.}\n";

static bool has_code(const App *app, const char *code)
{
    for (size_t i = 0; i < app->report.finding_count; i++) {
        if (strcmp(app->report.findings[i].rule->code, code) == 0) {
            return true;
        }
    }
    return false;
}

/* What stands on the screen; owned by the caller. */
static char *screen_of(App *app)
{
    Surface surface;
    editor_resize(app->editor, 24, 100);
    surface_init(&surface, 24, 100);
    editor_draw(app->editor, &surface);
    char *text = surface_text(&surface);
    surface_done(&surface);
    return text;
}

static void own_rules_work_in_the_editor_and_faults_are_told(void)
{
    Home home = home_new();
    char *good = path_in(home.folder, "house.yaml"), *bad = path_in(home.folder, "x.yaml");
    Diag diag = {0};
    CU_ASSERT_TRUE(file_write(good, view_of(good_rules), NULL, NULL, NULL));
    CU_ASSERT_TRUE(file_write(bad, view_of("off: [no-such]\n"), NULL, NULL, NULL));
    unlink(home.file);
    char *file = path_in(home.folder, "resume.json");
    CU_ASSERT_TRUE(file_write(file,
                              view_of("{\"work\": [{\"name\": \"A\", \"highlights\": "
                                      "[\"Moved the servise desk.\"]}]}"),
                              NULL, NULL, NULL));
    App *app = app_new(&(AppOptions){.rule_folder = home.folder, .has_builtin_fonts = true});
    CU_ASSERT_TRUE(app_open(app, file, &diag));
    app_settle(app);
    CU_ASSERT_TRUE(has_code(app, "no-desk"));
    char *screen = screen_of(app);
    CU_ASSERT_PTR_NOT_NULL(strstr(screen, "x.yaml:1:7: there is no rule"));
    free(screen);
    app_free(app);
    unlink(good);
    unlink(bad);
    unlink(file);
    free(good);
    free(bad);
    free(file);
    home_done(&home);
}

CU_TestInfo words_tests[] = {
    {"dictionaries come when keys rest", dictionaries_come_when_keys_rest},
    {"without spelling no dictionary is loaded", without_spelling_no_dictionary_is_loaded},
    {"a word that is added is right and kept", a_word_that_is_added_is_right_and_kept},
    {"a word is judged when the cursor leaves it", a_word_is_judged_when_the_cursor_leaves_it},
    {"own rules work in the editor and faults are told",
     own_rules_work_in_the_editor_and_faults_are_told},
    CU_TEST_INFO_NULL,
};
