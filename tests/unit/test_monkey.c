#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/utf8.h"
#include "dice.h"
#include "rounds.h"

/* Someone who presses whatever there is, and looks at every screen. */
typedef struct {
    FrontEnd front;
    Dice dice;
    unsigned steps_left;
    bool has_files; /* takes commands that save, open and leave, too */
    int rows, columns;
    unsigned bad_screens;
} Monkey;

static const char *const letters[] = {
    "a", "B", "e", "é", "\u0301", "日", "👩", "\u200d", "💻", "🇬", "🇧", " ", " ",
    ",", ".", "-", "5", "ß",      "ع",  "क", "\u094d", "ष", "≈", "%", "(", ")",
};

static const char *const pastes[] = {
    "one",
    "- first\n- second\n- third",
    "a\r\nb\rc\n\n\nd",
    "tab\there\x01\x7f\x1b[31mred",
    "broken \xff\xc0 bytes \xe2\x82",
    "e\u0301\u0301\u0301 \u202e \ufeff \u00a0",
    "日本語の文章は空白なしで続きます。",
    "You must know Kafka, Postgres and Go.\n5+ years, fluent German.\nNo PHP.\n",
    "",
};

/* What touches files, or may choose a command that does, is only pressed where that is wanted. */
static bool is_about_files(const Command *command)
{
    static const char *const names[] = {"save", "export-pdf", "quit", "start", "open", "palette"};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (strcmp(command->name, names[i]) == 0) {
            return true;
        }
    }
    return false;
}

static const Command *pick_command(Monkey *monkey)
{
    size_t count;
    const Command *table = commands(&count);
    const Command *command;
    do {
        command = &table[dice_throw(&monkey->dice, count)];
    } while (is_about_files(command) && !monkey->has_files);
    return command;
}

static Key pick_key(Monkey *monkey)
{
    Key key = {0};
    const Command *command = pick_command(monkey);
    StrView keys = view_of(command->keys);
    key_parse(view_slice(keys, 0, view_find(keys, ' ')), &key);
    return key;
}

static Key pick_letter(Monkey *monkey)
{
    const char *letter = letters[dice_throw(&monkey->dice, sizeof(letters) / sizeof(letters[0]))];
    size_t bytes;
    return (Key){utf8_decode(view_of(letter), 0, &bytes), 0};
}

/* Also where the screen is no more, as when the window shrank meanwhile. */
static Pointer pick_pointer(Monkey *monkey)
{
    return (Pointer){.kind = (PointerKind)dice_throw(&monkey->dice, POINTER_WHEEL_DOWN + 1),
                     .row = (int)dice_throw(&monkey->dice, (size_t)monkey->rows + 2),
                     .column = (int)dice_throw(&monkey->dice, (size_t)monkey->columns + 2)};
}

static void next(FrontEnd *front, int timeout_milliseconds, Event *event)
{
    Monkey *monkey = front->state;
    Dice *dice = &monkey->dice;
    size_t what = dice_throw(dice, 100);
    strbuf_clear(&event->text);
    if (monkey->steps_left-- == 0) {
        event->kind = EVENT_END;
        monkey->steps_left = 0;
    } else if (what < 50) {
        *event = (Event){EVENT_KEY, pick_letter(monkey), event->text, {0}};
    } else if (what < 60) {
        event->kind = EVENT_POINTER;
        event->pointer = pick_pointer(monkey);
    } else if (what < 90) {
        *event = (Event){EVENT_KEY, pick_key(monkey), event->text, {0}};
    } else if (what < 93) {
        event->kind = EVENT_PASTE;
        strbuf_add(&event->text, pastes[dice_throw(dice, sizeof(pastes) / sizeof(pastes[0]))]);
    } else if (what < 96) {
        event->kind = EVENT_RESIZE;
        monkey->rows = 1 + (int)dice_throw(dice, 60);
        monkey->columns = 1 + (int)dice_throw(dice, 200);
    } else if (what < 98) {
        event->kind = EVENT_RUN;
        strbuf_add(&event->text, pick_command(monkey)->name);
    } else {
        event->kind = timeout_milliseconds < 0 ? EVENT_RESIZE : EVENT_IDLE;
    }
}

static void size(FrontEnd *front, int *rows, int *columns)
{
    const Monkey *monkey = front->state;
    *rows = monkey->rows;
    *columns = monkey->columns;
}

static void present(FrontEnd *front, const Surface *surface)
{
    Monkey *monkey = front->state;
    bool has_size = surface->rows == monkey->rows && surface->columns == monkey->columns;
    bool is_inside =
        surface->cursor_row < surface->rows && surface->cursor_column < surface->columns;
    if (!has_size || !is_inside) {
        monkey->bad_screens++;
    }
}

static Monkey monkey_new(unsigned seed, unsigned steps)
{
    return (Monkey){.front = {.size = size, .next = next, .present = present},
                    .dice = dice_new(seed),
                    .steps_left = steps,
                    .rows = 24,
                    .columns = 80};
}

/* A folder of its own, where the current one is meanwhile: what is written there goes with it. */
typedef struct {
    char path[32];
    char *back; /* owned */
} Folder;

static Folder folder_enter(void)
{
    Folder folder = {"/tmp/test-monkey-XXXXXX", getcwd(NULL, 0)};
    CU_ASSERT_FATAL(folder.back && mkdtemp(folder.path) && chdir(folder.path) == 0);
    return folder;
}

static void folder_leave(Folder *folder)
{
    CU_ASSERT(system("find . -mindepth 1 -delete") == 0);
    CU_ASSERT(chdir(folder->back) == 0 && rmdir(folder->path) == 0);
    free(folder->back);
}

/* A copy: saved vacancies are written beside it. */
static void copy_sample(const char *sample, const char *name)
{
    enum { LIMIT = 1024 * 1024 };
    StrBuf text = {0};
    Diag diag = {0};
    CU_ASSERT_FATAL(file_read(sample, LIMIT, &text, NULL, &diag));
    CU_ASSERT_FATAL(file_write(name, strbuf_view(&text), NULL, NULL, &diag));
    strbuf_done(&text);
}

static uint64_t hash_of(const char *path)
{
    FileStamp stamp = {0};
    StrBuf text = {0};
    CU_ASSERT(file_read(path, SIZE_MAX, &text, &stamp, NULL));
    strbuf_done(&text);
    return stamp.hash;
}

/* The walkthrough saves when it is finished. */
static bool is_same_file(const char *a, const char *b)
{
    return hash_of(a) == hash_of(b);
}

static App *app_with_sample(void)
{
    Diag diag = {0};
    App *app =
        app_new(&(AppOptions){.today = {.year = 2025, .month = 11}, .has_builtin_fonts = true});
    CU_ASSERT_FATAL(app_open(app, "mid.yaml", &diag));
    return app;
}

static bool let_loose(Monkey *monkey, App *app)
{
    Diag diag = {0};
    monkey->front.state = monkey;
    return app_loop(app, &monkey->front, &diag) && monkey->bad_screens == 0;
}

static void press(App *app, const char *command, unsigned times)
{
    while (times-- > 0) {
        editor_run(app->editor, view_of(command));
    }
}

/* Letters are commands, as vi has them. */
static void use_letters(App *app)
{
    Keymap keymap = {0};
    keymap_add_defaults(&keymap);
    keymap_add_vi(&keymap);
    app_set_keys(app, &keymap, true);
    keymap_done(&keymap);
}

static void undoing_all_returns_to_the_start_and_redoing_to_the_end(void)
{
    enum { STEPS = 300 };
    char *sample = path_absolute(source_path("samples/mid.yaml"));
    Folder folder = folder_enter();
    for (unsigned seed = 1; seed <= rounds(3, 100); seed++) {
        copy_sample(sample, "mid.yaml");
        App *app = app_with_sample();
        Node *start = node_copy(document_root(app->document));
        Monkey monkey = monkey_new(seed, STEPS);
        if (seed % 2 == 0) {
            use_letters(app);
        }
        bool is_good = let_loose(&monkey, app);
        press(app, "redo", 10 * STEPS);
        Node *end = node_copy(document_root(app->document));
        press(app, "undo", 10 * STEPS);
        is_good = is_good && node_equal(start, document_root(app->document)) &&
                  document_is_modified(app->document) != is_same_file(sample, "mid.yaml");
        press(app, "redo", 10 * STEPS);
        is_good = is_good && node_equal(end, document_root(app->document));
        if (!is_good) {
            printf("# seed %u, %u bad screens\n", seed, monkey.bad_screens);
        }
        CU_ASSERT(is_good);
        node_free(start);
        node_free(end);
        app_free(app);
    }
    folder_leave(&folder);
    free(sample);
}

static void files_questions_and_samples_survive_any_key(void)
{
    enum { STEPS = 200 };
    Folder folder = folder_enter();
    for (unsigned seed = 1; seed <= rounds(3, 100); seed++) {
        App *app =
            app_new(&(AppOptions){.today = {.year = 2025, .month = 11}, .has_builtin_fonts = true});
        Monkey monkey = monkey_new(1000 + seed, STEPS);
        monkey.has_files = true;
        bool is_good = let_loose(&monkey, app);
        if (!is_good) {
            printf("# seed %u, %u bad screens\n", seed, monkey.bad_screens);
        }
        CU_ASSERT(is_good);
        app_free(app);
    }
    folder_leave(&folder);
}

CU_TestInfo monkey_tests[] = {
    {"undoing all returns to the start and redoing to the end",
     undoing_all_returns_to_the_start_and_redoing_to_the_end},
    {"files, questions and samples survive any key", files_questions_and_samples_survive_any_key},
    CU_TEST_INFO_NULL,
};
