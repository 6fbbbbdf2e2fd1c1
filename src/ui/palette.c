#include "ui/palette.h"
#include "ui/overlay.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/fuzzy.h"
#include "ui/entry_lines.h"
#include "ui/pane_commands.h"
#include "ui/wording.h"

/* What words of the help are worth beside letters of the name. */
enum { POINTS_OF_WORDS = 12 };

void hit_list_done(HitList *hits)
{
    free(hits->items);
    *hits = (HitList){0};
}

static void add_hit(HitList *hits, Hit hit)
{
    if (hit.score > 0) {
        hit.order = hits->count;
        hits->items = vector_grow(hits->items, hits->count, &hits->capacity, sizeof(*hits->items));
        hits->items[hits->count++] = hit;
    }
}

/* Everything answers to nothing. */
static int score_of(const Editor *editor, const char *name, StrView words)
{
    StrView typed = view_trim(strbuf_view(&editor->state.prompt.text));
    if (typed.length == 0) {
        return 1;
    }
    int score = fuzzy_score(view_of(name), typed);
    return score + (fuzzy_has_words(words, typed) ? POINTS_OF_WORDS : 0);
}

/* --- what there is ----------------------------------------------------------- */

static void find_commands(const Editor *editor, HitList *hits)
{
    size_t count;
    const Command *table = commands(&count);
    for (size_t i = 0; i < count; i++) {
        const Command *command = &table[i];
        bool is_self = strcmp(command->name, "palette") == 0;
        if (!is_self && (command->contexts & editor_context_below(editor))) {
            int score = score_of(editor, command->name, view_of(command->help));
            add_hit(hits, (Hit){.command = command, .score = score});
        }
    }
}

static void find_entries(const Editor *editor, size_t section, const Node *list, HitList *hits)
{
    StrBuf words = {0};
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *entry = node_child(list, i);
        Hit hit = {.section = section, .entry = node_id(entry)};
        strbuf_clear(&words);
        palette_add_words(&words, editor, &hit);
        hit.score = score_of(editor, entry_name(entry), strbuf_view(&words));
        add_hit(hits, hit);
    }
    strbuf_done(&words);
}

/* Questions and the like are answered first. */
static void find_places(const Editor *editor, HitList *hits)
{
    if (!(editor_context_below(editor) & (CONTEXT_PANES | CONTEXT_READING))) {
        return;
    }
    for (size_t i = 0; i < section_count(); i++) {
        Section section = section_at(i);
        int score = score_of(editor, section.label, view_of(section.label));
        add_hit(hits, (Hit){.section = i, .score = score});
        if (section.shape == SECTION_LIST) {
            find_entries(editor, i, section_node(&section, document_root(editor->document)), hits);
        }
    }
}

static int compare(const void *a, const void *b)
{
    const Hit *one = a, *other = b;
    if (one->score != other->score) {
        return one->score > other->score ? -1 : 1;
    }
    return one->order < other->order ? -1 : 1;
}

void palette_find(const Editor *editor, HitList *hits)
{
    if (editor->state.prompt.kind == PROMPT_PALETTE) {
        find_commands(editor, hits);
    }
    find_places(editor, hits);
    if (hits->count > 0) {
        qsort(hits->items, hits->count, sizeof(*hits->items), compare);
    }
}

/* --- in words ----------------------------------------------------------------- */

static void add_place(StrBuf *out, const Editor *editor, const Hit *hit)
{
    const Node *entry = document_find(editor->document, hit->entry);
    if (editor->state.prompt.kind == PROMPT_PALETTE) {
        strbuf_add(out, "Go to ");
    }
    strbuf_add(out, section_at(hit->section).label);
    if (entry) {
        strbuf_addf(out, " · %s", entry_name(entry));
    }
}

static bool add_step(StrBuf *out, const char *verb, const char *label, const Node *node)
{
    if (!label) {
        return false;
    }
    strbuf_addf(out, "%s ", verb);
    wording_add_step(out, label, node);
    return true;
}

void palette_add_words(StrBuf *out, const Editor *editor, const Hit *hit)
{
    Document *document = editor->document;
    if (!hit->command) {
        add_place(out, editor, hit);
        return;
    }
    bool is_undo = strcmp(hit->command->name, "undo") == 0;
    bool is_redo = strcmp(hit->command->name, "redo") == 0;
    bool is_said = (is_undo && add_step(out, "Undo", document_undo_label(document),
                                        document_undo_node(document))) ||
                   (is_redo && add_step(out, "Redo", document_redo_label(document),
                                        document_redo_node(document)));
    strbuf_add(out, is_said ? "" : hit->command->help);
}

/* --- choosing ------------------------------------------------------------------- */

static bool go_to(Editor *editor, const Hit *hit)
{
    editor->state.overlay = OVERLAY_NONE;
    pane_go_to(editor, hit->section, document_find(editor->document, hit->entry));
    return true;
}

bool palette_take(Editor *editor)
{
    HitList hits = {0};
    palette_find(editor, &hits);
    size_t selected = editor->state.prompt.selected;
    bool has_hit = selected < hits.count;
    Hit hit = has_hit ? hits.items[selected] : (Hit){0};
    hit_list_done(&hits);
    if (!has_hit) {
        return false;
    }
    prompt_close(&editor->state.prompt);
    return hit.command ? hit.command->run(editor) : go_to(editor, &hit);
}

bool palette_step(Editor *editor, int rows)
{
    HitList hits = {0};
    palette_find(editor, &hits);
    size_t count = hits.count;
    hit_list_done(&hits);
    return prompt_step(&editor->state.prompt, count, rows);
}

bool palette_choice_at(const Editor *editor, int row, size_t *choice)
{
    HitList hits = {0};
    palette_find(editor, &hits);
    *choice = prompt_top(editor->state.prompt.selected, overlay_list_rows(editor)) + (size_t)row;
    bool is_there = row >= 0 && *choice < hits.count;
    hit_list_done(&hits);
    return is_there;
}
