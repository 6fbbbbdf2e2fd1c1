#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/ui/editor.h"
#include "press.h"

typedef struct {
    Document *document;
    Editor *editor;
} Desk;

static Node *work(const char *employer, const char *bullet)
{
    Node *entry = node_new(NODE_WORK), *text = node_new(NODE_BULLET);
    node_set(entry, FIELD_NAME, view_of(employer));
    node_set(text, FIELD_TEXT, view_of(bullet));
    node_append(node_part_mutable(entry, NODE_HIGHLIGHTS), text);
    return entry;
}

static Desk desk_new(void)
{
    Node *root = node_new(NODE_RESUME);
    Node *works = node_part_mutable(root, NODE_WORKS);
    node_append(works, work("Northwind", "Built the order API."));
    node_append(works, work("Tarn", "Moved mail to a queue."));
    Desk desk = {document_new(root), editor_new()};
    editor_show(desk.editor, desk.document);
    editor_resize(desk.editor, 24, 100);
    return desk;
}

static void desk_done(Desk *desk)
{
    editor_free(desk->editor);
    document_free(desk->document);
}

static void type(Desk *desk, const char *letters)
{
    for (; *letters; letters++) {
        editor_key(desk->editor, (Key){(unsigned char)*letters, 0});
    }
}

static bool shows(Desk *desk, const char *words)
{
    Surface surface;
    surface_init(&surface, 1, 1);
    editor_draw(desk->editor, &surface);
    char *text = surface_text(&surface);
    bool is_shown = strstr(text, words) != NULL;
    if (!is_shown) {
        printf("# not shown: %s\n", words);
    }
    free(text);
    surface_done(&surface);
    return is_shown;
}

static void what_is_typed_chooses_what_is_done(void)
{
    static const struct {
        const char *typed, *chosen;
    } cases[] = {
        {"save", "▸ Save the resume to its file"},
        {"redo", "▸ Make the change again"},
        {"PDF", "▸ Write the PDF"},
        {"foldo", "▸ Hide or show the list of sections"},
        {"tarn", "▸ Go to Experience · Tarn"},
        {"skil", "▸ Go to Skills"},
        {"zzzz", "Nothing answers to that"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Desk desk = desk_new();
        press_keys(desk.editor, "C-g");
        type(&desk, cases[i].typed);
        CU_ASSERT(shows(&desk, cases[i].chosen));
        desk_done(&desk);
    }
}

static void every_command_that_works_here_is_listed(void)
{
    size_t count;
    const Command *table = commands(&count);
    for (size_t i = 0; i < count; i++) {
        bool is_listed = table[i].contexts & CONTEXT_FIELD && strcmp(table[i].name, "palette") != 0;
        if (!is_listed) {
            continue;
        }
        Desk desk = desk_new();
        press_keys(desk.editor, "Tab C-g");
        type(&desk, table[i].name);
        CU_ASSERT(shows(&desk, table[i].name));
        desk_done(&desk);
    }
}

static void a_place_is_gone_to(void)
{
    Desk desk = desk_new();
    press_keys(desk.editor, "M-;");
    type(&desk, "tarn");
    press_keys(desk.editor, "Enter");
    const Node *node = document_find(desk.document, editor_place(desk.editor).node);
    CU_ASSERT_FATAL(node != NULL);
    CU_ASSERT_STRING_EQUAL(node_text(node, FIELD_TEXT), "Moved mail to a queue.");
    desk_done(&desk);
}

static void the_command_chosen_is_run_and_undo_is_told_in_words(void)
{
    Desk desk = desk_new();
    press_keys(desk.editor, "M-;");
    type(&desk, "northw");
    press_keys(desk.editor, "Enter End");
    type(&desk, "x");
    press_keys(desk.editor, "C-g");
    type(&desk, "undo");
    CU_ASSERT(shows(&desk, "▸ Undo typing in a bullet of Northwind"));
    press_keys(desk.editor, "Enter");
    CU_ASSERT(shows(&desk, "Undid typing in a bullet of Northwind."));
    CU_ASSERT_FALSE(document_is_modified(desk.document));
    desk_done(&desk);
}

static void the_line_is_edited_by_graphemes(void)
{
    static const struct {
        const char *keys, *line;
    } cases[] = {
        {"a b c Backspace", "What to do: ab "},
        {"a b c Left Left d", "What to do: adbc "},
        {"a b c Home Delete", "What to do: bc "},
        {"a b c Home d End e", "What to do: dabce "},
        {"a Space b c C-w", "What to do: a "},
        {"a b c C-u d", "What to do: d "},
        {"e \u0301 Backspace x", "What to do: x "},
        {"\u0301 Home e Left x", "What to do: x\u00e9 "},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Desk desk = desk_new();
        press_keys(desk.editor, "C-g");
        press_keys(desk.editor, cases[i].keys);
        CU_ASSERT(shows(&desk, cases[i].line));
        desk_done(&desk);
    }
}

static void esc_goes_back_to_where_one_was(void)
{
    Desk desk = desk_new();
    press_keys(desk.editor, "Tab");
    Place before = editor_place(desk.editor);
    press_keys(desk.editor, "C-g Down Down Esc");
    Place after = editor_place(desk.editor);
    CU_ASSERT_EQUAL(before.node, after.node);
    CU_ASSERT_EQUAL(before.field, after.field);
    CU_ASSERT_FALSE(document_is_modified(desk.document));
    desk_done(&desk);
}

CU_TestInfo palette_tests[] = {
    {"what is typed chooses what is done", what_is_typed_chooses_what_is_done},
    {"every command that works here is listed", every_command_that_works_here_is_listed},
    {"a place is gone to", a_place_is_gone_to},
    {"the command chosen is run and undo is told in words",
     the_command_chosen_is_run_and_undo_is_told_in_words},
    {"the line is edited by graphemes", the_line_is_edited_by_graphemes},
    {"esc goes back to where one was", esc_goes_back_to_where_one_was},
    CU_TEST_INFO_NULL,
};
