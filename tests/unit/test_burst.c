#include "suites.h"

#include "app/app_inside.h"
#include "dice.h"
#include "outline.h"
#include "rounds.h"

/* Someone whose keys come faster than screens, or one by one: the same keys for the same seed. */
typedef struct {
    FrontEnd front;
    Dice dice;
    unsigned keys_left;
    bool is_fast, has_only_letters;
    unsigned screens;
    StrBuf resume; /* owned: what it was in the end */
} Typist;

static const Key others[] = {
    {KEYSYM_ENTER, 0},      {KEYSYM_BACKSPACE, 0},  {KEYSYM_LEFT, 0}, {KEYSYM_RIGHT, 0},
    {KEYSYM_UP, 0},         {KEYSYM_DOWN, 0},       {KEYSYM_END, 0},  {KEYSYM_TAB, 0},
    {'z', KEY_MOD_CONTROL}, {'y', KEY_MOD_CONTROL}, {KEYSYM_HOME, 0}, {'w', KEY_MOD_ALT},
};

static const uint32_t letters[] = {'a', 'B', 'e', 0xE9,   0x301,   ' ',    ' ',     ',',
                                   '.', '(', ')', 0x65E5, 0x1F469, 0x200D, 0x1F4BB, '5'};

static Key pick(Typist *typist)
{
    if (!typist->has_only_letters && dice_throw(&typist->dice, 5) == 0) {
        return others[dice_throw(&typist->dice, sizeof(others) / sizeof(others[0]))];
    }
    return (Key){letters[dice_throw(&typist->dice, sizeof(letters) / sizeof(letters[0]))], 0};
}

static void next(FrontEnd *front, int timeout_milliseconds, Event *event)
{
    Typist *typist = front->state;
    (void)timeout_milliseconds;
    event->kind = typist->keys_left > 0 ? EVENT_KEY : EVENT_END;
    if (typist->keys_left > 0) {
        typist->keys_left--;
        event->key = pick(typist);
    }
}

static bool is_waiting(FrontEnd *front)
{
    const Typist *typist = front->state;
    return typist->is_fast && typist->keys_left > 0;
}

static void size(FrontEnd *front, int *rows, int *columns)
{
    (void)front;
    *rows = 24;
    *columns = 80;
}

static void present(FrontEnd *front, const Surface *surface)
{
    Typist *typist = front->state;
    (void)surface;
    typist->screens++;
}

static Typist type(bool is_fast, bool has_only_letters, unsigned seed, unsigned keys)
{
    Diag diag = {0};
    Typist typist = {
        .front = {.size = size, .next = next, .is_waiting = is_waiting, .present = present},
        .dice = dice_new(seed),
        .keys_left = keys,
        .is_fast = is_fast,
        .has_only_letters = has_only_letters};
    App *app =
        app_new(&(AppOptions){.today = {.year = 2025, .month = 11}, .has_builtin_fonts = true});
    CU_ASSERT_FATAL(app_open(app, source_path("samples/junior.yaml"), &diag));
    typist.front.state = &typist;
    editor_run(app->editor, view_of("next-pane"));
    CU_ASSERT(app_loop(app, &typist.front, &diag));
    outline_add(&typist.resume, document_root(app->document));
    app_free(app);
    return typist;
}

static void keys_that_wait_do_what_they_do_one_by_one(void)
{
    for (unsigned seed = 1; seed <= rounds(20, 400); seed++) {
        Typist slow = type(false, false, seed, 120), fast = type(true, false, seed, 120);
        CU_ASSERT(outline_is_same("a burst", strbuf_view(&fast.resume), strbuf_view(&slow.resume)));
        CU_ASSERT_EQUAL(slow.screens, 121);
        CU_ASSERT(fast.screens < slow.screens);
        strbuf_done(&slow.resume);
        strbuf_done(&fast.resume);
    }
}

/* Not a screen for each letter, and never none for long. */
static void a_burst_of_letters_is_shown_now_and_then(void)
{
    Typist fast = type(true, true, 7, 3000);
    CU_ASSERT(fast.screens >= 2 && fast.screens < 1000);
    strbuf_done(&fast.resume);
}

CU_TestInfo burst_tests[] = {
    {"keys that wait do what they do one by one", keys_that_wait_do_what_they_do_one_by_one},
    {"a burst of letters is shown now and then", a_burst_of_letters_is_shown_now_and_then},
    CU_TEST_INFO_NULL,
};
