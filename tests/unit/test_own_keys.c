#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/ui/editor.h"
#include "press.h"

typedef struct {
    Document *document;
    Editor *editor;
    NodeId list;
} Desk;

/* Two bullets, the cursor at the start of the first; letters are commands. */
static Desk desk_new(void)
{
    Node *root = node_new(NODE_RESUME);
    Node *work = node_append(node_part_mutable(root, NODE_WORKS), node_new(NODE_WORK));
    Node *list = node_part_mutable(work, NODE_HIGHLIGHTS);
    node_set(node_append(list, node_new(NODE_BULLET)), FIELD_TEXT, view_of("one two"));
    node_set(node_append(list, node_new(NODE_BULLET)), FIELD_TEXT, view_of("three"));
    Desk desk = {document_new(root), editor_new(), 0};
    Keymap keymap = {0};
    keymap_add_defaults(&keymap);
    keymap_add_vi(&keymap);
    editor_set_keys(desk.editor, &keymap, true);
    keymap_done(&keymap);
    editor_show(desk.editor, desk.document);
    desk.list = node_id(list);
    const Node *first = node_child(document_find(desk.document, desk.list), 0);
    editor_go(desk.editor, (Place){node_id(first), FIELD_TEXT, 0});
    return desk;
}

static void desk_done(Desk *desk)
{
    editor_free(desk->editor);
    document_free(desk->document);
}

/* The bullets with bars between. */
static void add_bullets(StrBuf *out, const Desk *desk)
{
    const Node *list = document_find(desk->document, desk->list);
    for (size_t i = 0; i < node_count(list); i++) {
        strbuf_addf(out, "%s%s", i > 0 ? "|" : "", node_text(node_child(list, i), FIELD_TEXT));
    }
}

static void letters_do_what_vi_users_expect(void)
{
    static const struct {
        const char *keys, *bullets;
    } cases[] = {
        {"z q", "one two|three"},
        {"i z", "zone two|three"},
        {"a z", "ozne two|three"},
        {"A z", "one twoz|three"},
        {"w i z", "one ztwo|three"},
        {"w b l l i z", "onze two|three"},
        {"$ I z", "zone two|three"},
        {"x", "ne two|three"},
        {"w D", "one |three"},
        {"o z", "one two|z|three"},
        {"d", "three"},
        {"d p", "three|one two"},
        {"y p", "one two|one two|three"},
        {"x x u", "one two|three"},
        {"x u C-r", "ne two|three"},
        {"j i z", "one two|zthree"},
        {"Enter A z", "one two|threez"},
        {"i z Esc z Esc l i y", "zoyne two|three"},
        {"/ h r Enter i z", "one two|tzhree"},
        {"G i z", "one two|three"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Desk desk = desk_new();
        StrBuf bullets = {0};
        press_keys(desk.editor, cases[i].keys);
        add_bullets(&bullets, &desk);
        if (!view_is(strbuf_view(&bullets), cases[i].bullets)) {
            printf("# %s: %s\n", cases[i].keys, strbuf_text(&bullets));
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&bullets), cases[i].bullets);
        strbuf_done(&bullets);
        desk_done(&desk);
    }
}

static void without_them_letters_write_and_esc_is_alt(void)
{
    Desk desk = desk_new();
    Keymap keymap = {0};
    StrBuf bullets = {0};
    keymap_add_defaults(&keymap);
    editor_set_keys(desk.editor, &keymap, false);
    keymap_done(&keymap);
    press_keys(desk.editor, "x M-` u Esc u");
    add_bullets(&bullets, &desk);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&bullets), "one two|three");
    CU_ASSERT(document_redo_label(desk.document) != NULL);
    strbuf_done(&bullets);
    desk_done(&desk);
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

static void every_screen_names_the_keys_of_now(void)
{
    Desk desk = desk_new();
    Keymap keymap = {0};
    Key key = {0};
    keymap_add_defaults(&keymap);
    key_parse(view_of("M-1"), &key);
    keymap_set(&keymap, command_find(view_of("undo")), &key, 1);
    keymap_set(&keymap, command_find(view_of("put-item")), NULL, 0);
    editor_set_keys(desk.editor, &keymap, false);
    keymap_done(&keymap);
    editor_resize(desk.editor, 60, 120);
    CU_ASSERT(shows(&desk, "M-1 Undo"));
    press_keys(desk.editor, "C-x");
    CU_ASSERT(shows(&desk, "Cut the bullet: put-item puts it elsewhere, M-1 brings it back."));
    press_keys(desk.editor, "C-g u n d o");
    CU_ASSERT(shows(&desk, "undo               M-1"));
    press_keys(desk.editor, "Esc F1 PageDown");
    CU_ASSERT(shows(&desk, "M-1                     Undo the last change"));
    desk_done(&desk);
}

CU_TestInfo own_keys_tests[] = {
    {"letters do what vi users expect", letters_do_what_vi_users_expect},
    {"without them letters write and esc is alt", without_them_letters_write_and_esc_is_alt},
    {"every screen names the keys of now", every_screen_names_the_keys_of_now},
    CU_TEST_INFO_NULL,
};
