/* The application after a crash, and when others write the file. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "app/script.h"
#include "bulletproof/base/file.h"

static const char before[] = "# mine\n"
                             "basics:\n"
                             "  name: Ann Bell\n"
                             "work:\n"
                             "  - name: Northwind # first\n"
                             "    highlights:\n"
                             "      - Moved mail to workers\n"
                             "      - Split the ledger\n";

typedef struct {
    char folder[64], file[96], journal[128];
    StrBuf out;
} Room;

static void write_file(const Room *room, const char *text)
{
    CU_ASSERT_FATAL(file_write(room->file, view_of(text), NULL, NULL, NULL));
}

static void enter(Room *room)
{
    *room = (Room){0};
    snprintf(room->folder, sizeof(room->folder), "/tmp/bulletproof-recovery-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(room->folder));
    snprintf(room->file, sizeof(room->file), "%s/a.yaml", room->folder);
    snprintf(room->journal, sizeof(room->journal), "%s/.a.yaml.bulletproof-journal", room->folder);
    write_file(room, before);
}

static void leave(Room *room)
{
    char command[96];
    snprintf(command, sizeof(command), "rm -r %s", room->folder);
    CU_ASSERT_EQUAL(system(command), 0);
    strbuf_done(&room->out);
}

static App *begin(const Room *room)
{
    Diag diag = {0};
    App *app = app_new(&(AppOptions){
        .today = {.year = 2025, .month = 11}, .has_journal = true, .has_builtin_fonts = true});
    CU_ASSERT_FATAL(app_open(app, room->file, &diag));
    return app;
}

/* Drives the editor by the lines of a script; what they print is left in room->out. */
static void play(Room *room, App *app, const char *lines)
{
    Diag diag = {0};
    strbuf_clear(&room->out);
    ScriptSource source = {.path = "test", .text = view_of(lines), .out = &room->out};
    Script *script = script_new(&source);
    CU_ASSERT(app_loop(app, script_front_end(script), &diag));
    CU_ASSERT(script_result(script, &diag));
    script_free(script);
}

/* Leaves as one who is killed: the script's end says nothing of what is not saved. */
static void write_and_die(Room *room, const char *lines)
{
    App *app = begin(room);
    play(room, app, lines);
    app_free(app);
}

static void shows(const Room *room, const char *text)
{
    bool is_shown = strstr(strbuf_text(&room->out), text) != NULL;
    CU_ASSERT(is_shown);
    if (!is_shown) {
        printf("# no <%s> in\n%s", text, strbuf_text(&room->out));
    }
}

static void expect_file(const Room *room, const char *expected)
{
    StrBuf text = {0};
    CU_ASSERT(file_read(room->file, 1 << 20, &text, NULL, NULL));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&text), expected);
    if (strcmp(strbuf_text(&text), expected) != 0) {
        printf("# got\n%s", strbuf_text(&text));
    }
    strbuf_done(&text);
}

/* Two words behind the name. */
#define TYPE "key Home Enter End\ntype  of Tarn\n"

static void edits_come_back_with_their_undo(void)
{
    Room room;
    enter(&room);
    write_and_die(&room, TYPE);
    App *app = begin(&room);
    play(&room, app, "screen\n");
    shows(&room, "Recover edits that were never saved?");
    shows(&room, "Contact › Name");
    shows(&room, "- Ann Bell");
    shows(&room, "+ Ann Bell of Tarn");
    play(&room, app, "type r\nscreen\n");
    shows(&room, "Recovered.");
    CU_ASSERT(document_is_modified(app->document));
    play(&room, app, "key C-z\nscreen\n");
    shows(&room, "Ann Bell of");
    play(&room, app, "key C-z C-z C-z\nscreen\n");
    CU_ASSERT_FALSE(document_is_modified(app->document));
    play(&room, app, "key C-y C-y C-y C-s\n");
    app_free(app);
    expect_file(&room, "# mine\n"
                       "basics:\n"
                       "  name: Ann Bell of Tarn\n"
                       "work:\n"
                       "  - name: Northwind # first\n"
                       "    highlights:\n"
                       "      - Moved mail to workers\n"
                       "      - Split the ledger\n");
    leave(&room);
}

static void edits_survive_a_second_crash(void)
{
    Room room;
    enter(&room);
    write_and_die(&room, TYPE);
    write_and_die(&room, "type r\ntype  Ltd\n");
    App *app = begin(&room);
    play(&room, app, "type r\n");
    const Node *basics = node_part(document_root(app->document), NODE_BASICS);
    CU_ASSERT_STRING_EQUAL(node_text(basics, FIELD_NAME), "Ann Bell of Tarn Ltd");
    app_free(app);
    leave(&room);
}

/* Whatever is tried before the choice, the edits are still there. */
static void nothing_takes_the_place_of_edits_before_the_choice(void)
{
    static const char *const tries[] = {
        "key C-s\n", "key Esc\n", "type x\n",      "key C-p\n", "run open b.yaml\n", "run start\n",
        "key C-z\n", "paste x\n", "key M-# Esc\n", "type q\n",  "key C-q\n",         "type l\n",
    };
    Room room;
    enter(&room);
    write_and_die(&room, TYPE);
    for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
        write_and_die(&room, tries[i]);
        expect_file(&room, before);
    }
    App *app = begin(&room);
    play(&room, app, "type r\n");
    const Node *basics = node_part(document_root(app->document), NODE_BASICS);
    CU_ASSERT_STRING_EQUAL(node_text(basics, FIELD_NAME), "Ann Bell of Tarn");
    app_free(app);
    leave(&room);
}

static void discarded_edits_are_gone(void)
{
    Room room;
    enter(&room);
    write_and_die(&room, TYPE);
    write_and_die(&room, "type d\n");
    App *app = begin(&room);
    CU_ASSERT_FALSE(editor_is_asking(app->editor));
    app_free(app);
    CU_ASSERT_NOT_EQUAL(access(room.journal, F_OK), 0);
    leave(&room);
}

static void edits_can_be_kept_apart(void)
{
    Room room;
    char apart[128];
    StrBuf text = {0};
    enter(&room);
    write_and_die(&room, TYPE);
    write_and_die(&room, "type k\n");
    expect_file(&room, before);
    snprintf(apart, sizeof(apart), "%s.unsaved", room.file);
    CU_ASSERT(file_read(apart, 1 << 20, &text, NULL, NULL));
    CU_ASSERT_PTR_NOT_NULL(
        strstr(strbuf_text(&text), "# mine\nbasics:\n  name: Ann Bell of Tarn\n"));
    strbuf_done(&text);
    leave(&room);
}

static void a_save_that_came_through_is_not_asked_about(void)
{
    Room room;
    StrBuf journal = {0};
    enter(&room);
    write_and_die(&room, TYPE);
    CU_ASSERT(file_read(room.journal, 1 << 20, &journal, NULL, NULL));
    write_and_die(&room, "type r\nkey C-s\n");
    /* As if the program had died between the save and the clearing of the journal. */
    CU_ASSERT(file_write(room.journal, strbuf_view(&journal), NULL, NULL, NULL));
    App *app = begin(&room);
    CU_ASSERT_FALSE(editor_is_asking(app->editor));
    app_free(app);
    strbuf_done(&journal);
    leave(&room);
}

#define THEIRS \
    "# mine\n" \
    "basics:\n" \
    "  name: Ann Bell\n" \
    "  label: Developer # theirs\n" \
    "work:\n" \
    "  - name: Northwind # first\n" \
    "    highlights:\n" \
    "      - Moved mail to workers\n" \
    "      - Split the ledger\n" \
    "      - Wrote runbooks # theirs\n"

#define BOTH \
    "# mine\n" \
    "basics:\n" \
    "  name: Ann Bell of Tarn\n" \
    "  label: Developer # theirs\n" \
    "work:\n" \
    "  - name: Northwind # first\n" \
    "    highlights:\n" \
    "      - Moved mail to workers\n" \
    "      - Split the ledger\n" \
    "      - Wrote runbooks # theirs\n"

static void edits_on_a_file_that_was_changed_since_are_merged(void)
{
    Room room;
    enter(&room);
    write_and_die(&room, TYPE);
    write_file(&room, THEIRS);
    App *app = begin(&room);
    play(&room, app, "screen\n");
    shows(&room, "The file was changed since");
    shows(&room, "+ Ann Bell of Tarn");
    play(&room, app, "type r\nscreen\n");
    shows(&room, "Recovered and merged");
    expect_file(&room, THEIRS);
    app_free(app); /* once more by a crash: the merged text is in the journal */
    app = begin(&room);
    play(&room, app, "type r\nkey C-s\n");
    app_free(app);
    expect_file(&room, BOTH);
    leave(&room);
}

static void a_change_by_others_is_noticed_and_merged(void)
{
    Room room;
    enter(&room);
    App *app = begin(&room);
    play(&room, app, TYPE);
    write_file(&room, THEIRS);
    play(&room, app, "screen\n");
    shows(&room, "changed by another program");
    play(&room, app, "key C-s\nscreen\n");
    shows(&room, "The file was changed by another program.");
    expect_file(&room, THEIRS);
    play(&room, app, "type l\nscreen\n");
    shows(&room, "+ Wrote runbooks");
    play(&room, app, "key Esc\ntype m\nscreen\n");
    shows(&room, "Merged.");
    expect_file(&room, THEIRS);
    play(&room, app, "key C-s\n");
    expect_file(&room, BOTH);
    app_free(app);
    leave(&room);
}

static void what_both_changed_is_told(void)
{
    Room room;
    enter(&room);
    App *app = begin(&room);
    play(&room, app, TYPE);
    write_file(&room, "basics:\n  name: Ann Berg\n");
    play(&room, app, "key C-s\ntype m\nscreen\n");
    shows(&room, "1 text was changed on both sides");
    play(&room, app, "key C-s\n");
    app_free(app);
    expect_file(&room, "basics:\n  name: Ann Bell of Tarn\n");
    leave(&room);
}

/* Whole records, but what they say is nonsense. */
static void leave_journal(const Room *room, const char *base, StrView edits)
{
    Journal *journal = NULL;
    JournalContent content = {0};
    CU_ASSERT_EQUAL_FATAL(journal_open(&journal, room->file, NULL, &content), JOURNAL_OPENED);
    CU_ASSERT(journal_append(journal, view_of(base), edits));
    journal_close(journal, true);
    journal_content_done(&content);
}

static void nonsense_in_a_journal_harms_nothing(void)
{
    static const char *const bases[] = {before,        "",    "{{{", "a: &a [*a]", "- 1",
                                        "basics: 7\n", THEIRS};
    static const char *const edits[] = {
        "S basics name 0 0 3:Eve \n",
        "S basics name 9999 1 0: \nU\nU\nD\n",
        "S basics name 0 0 3:\x1b[m \n",
        "I work 0 1 name 4:Tarn 1 highlights 0 \nR work[0]\n",
        "I work 0 1 nonsense 1:x 0 \n",
        "M work[0] skills 0\n",
        "B\nB\nR work[0].highlights[0]\n",
        "E\n",
        "S work[0].highlights[1]  0 3 200:x",
        "R basics\nR \nM basics work 0 \nT basics name 0 3:abc \n",
    };
    static const char *const answers[] = {"type r\n", "type k\n", "type l\nkey Esc\n", "type d\n"};
    enum {
        BASES = sizeof(bases) / sizeof(bases[0]),
        EDITS = sizeof(edits) / sizeof(edits[0]),
        ANSWERS = sizeof(answers) / sizeof(answers[0]),
    };
    Room room;
    enter(&room);
    for (size_t i = 0; i < BASES * EDITS * ANSWERS; i++) {
        unlink(room.journal);
        leave_journal(&room, bases[i % BASES], view_of(edits[i / BASES % EDITS]));
        write_and_die(&room, answers[i / BASES / EDITS]);
        expect_file(&room, before);
    }
    leave(&room);
}

static void a_file_that_another_has_is_read_only(void)
{
    static const char *const tries[] = {
        "type x\n",    "key C-z\n", "key Enter\n",     "key C-n\ntype x\n", "key C-x\n",
        "paste a b\n", "key C-k\n", "key Backspace\n", "key C-o\n",         "key M-Up\n",
    };
    Room room;
    enter(&room);
    App *first = begin(&room), *second = begin(&room);
    Node *start = node_copy(document_root(second->document));
    play(&room, second, "screen\n");
    shows(&room, "Another editor has this file.");
    shows(&room, "since");
    play(&room, second, "type r\nkey Home Enter\n");
    for (size_t i = 0; i < sizeof(tries) / sizeof(tries[0]); i++) {
        play(&room, second, "key F8\n");
        play(&room, second, tries[i]);
        CU_ASSERT(node_equal(document_root(second->document), start));
    }
    play(&room, second, "size 140x24\nkey Home End\ntype x\nscreen\n");
    shows(&room, "a.yaml (read only)");
    shows(&room, "Read only: another editor has this file.");
    play(&room, second, "key C-s\nscreen\n");
    shows(&room, "Another editor has this file.");
    app_free(second);
    CU_ASSERT_EQUAL(access(room.journal, F_OK), 0);
    app_free(first);
    expect_file(&room, before);
    node_free(start);
    leave(&room);
}

static void who_edits_beside_another_merges_when_saving(void)
{
    Room room;
    enter(&room);
    App *first = begin(&room), *second = begin(&room);
    play(&room, second, "type e\n" TYPE);
    write_file(&room, THEIRS); /* as the first one saves */
    play(&room, second, "key C-s\nscreen\n");
    shows(&room, "The file was changed by another program.");
    play(&room, second, "type m\nkey C-s\n");
    app_free(second);
    app_free(first);
    expect_file(&room, BOTH);
    leave(&room);
}

CU_TestInfo recovery_tests[] = {
    {"nonsense in a journal harms nothing", nonsense_in_a_journal_harms_nothing},
    {"a file that another has is read only", a_file_that_another_has_is_read_only},
    {"who edits beside another merges when saving", who_edits_beside_another_merges_when_saving},
    {"edits come back with their undo", edits_come_back_with_their_undo},
    {"edits survive a second crash", edits_survive_a_second_crash},
    {"nothing takes the place of edits before the choice",
     nothing_takes_the_place_of_edits_before_the_choice},
    {"discarded edits are gone", discarded_edits_are_gone},
    {"edits can be kept apart", edits_can_be_kept_apart},
    {"a save that came through is not asked about", a_save_that_came_through_is_not_asked_about},
    {"edits on a file that was changed since are merged",
     edits_on_a_file_that_was_changed_since_are_merged},
    {"a change by others is noticed and merged", a_change_by_others_is_noticed_and_merged},
    {"what both changed is told", what_both_changed_is_told},
    CU_TEST_INFO_NULL,
};
