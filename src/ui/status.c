#include "ui/status.h"

#include <string.h>

#include "bulletproof/text/grapheme.h"
#include "ui/command_list.h"
#include "ui/entry_lines.h"
#include "ui/feedback.h"
#include "ui/finding_list.h"
#include "ui/overlay.h"
#include "ui/pane_commands.h"
#include "ui/prompt_draw.h"

/* --- what is missing ------------------------------------------------------------- */

static void add_key(const Editor *editor, const char *command, StrBuf *out)
{
    Key key;
    const Command *found = command_find(view_of(command));
    if (found && keymap_key_of(&editor->keymap, found, &key)) {
        key_add_short(out, key);
    }
}

/* "F8 next, F7 explains", "F7 explains", or nothing: what fits into `room` columns. */
static void add_hint(const Editor *editor, int room, StrBuf *out)
{
    add_key(editor, "next-finding", out);
    strbuf_add(out, " next, ");
    size_t next_bytes = out->length;
    add_key(editor, "explain", out);
    strbuf_add(out, " explains");
    if (text_columns(strbuf_view(out)) <= room) {
        return;
    }
    strbuf_splice(out, 0, next_bytes, view_of(""));
    if (text_columns(strbuf_view(out)) > room) {
        strbuf_clear(out);
    }
}

/* The message has the room before the keys. */
static void put_finding(const Editor *editor, const Finding *finding, Area area, Surface *surface)
{
    enum { BETWEEN = 2 };
    Strip strip = {area.row, 1, area.columns - 2};
    int column =
        surface_put(surface, strip, severity_role(finding->severity), view_of(finding->rule->code));
    strip = (Strip){area.row, column + BETWEEN, area.columns - column - BETWEEN - 1};
    column = surface_put_cut(surface, strip, ROLE_TEXT, view_of(finding->message));
    StrBuf hint = {0};
    add_hint(editor, area.columns - 1 - column - BETWEEN, &hint);
    int columns = text_columns(strbuf_view(&hint));
    surface_put(surface, (Strip){area.row, area.columns - 1 - columns, columns}, ROLE_DIM,
                strbuf_view(&hint));
    strbuf_done(&hint);
}

/* The whole name, which the list may have cut, and what is open there. */
static void add_entry(const Editor *editor, StrBuf *out)
{
    const Node *entry = document_find(editor->document, editor->state.entry);
    if (editor->state.pane != PANE_OUTLINE || !entry) {
        return;
    }
    size_t open = finding_count_in_entry(editor, entry);
    strbuf_addf(out, "%s: ", entry_name(entry));
    if (open == 0) {
        strbuf_add(out, "nothing is open");
    } else {
        strbuf_addf(out, "%zu finding%s open", open, open == 1 ? " is" : "s are");
    }
}

static const char *field_help(const Editor *editor)
{
    const Node *node = editor_node(editor);
    if (editor->state.pane != PANE_FORM || !node || editor->state.cursor.field == FIELD_COUNT) {
        return "";
    }
    return kind_field(node_kind(node), editor->state.cursor.field)->help;
}

void status_draw(const Editor *editor, Area area, Surface *surface)
{
    StrView message = strbuf_view(&editor->state.message);
    Strip strip = {area.row, 1, area.columns - 2};
    const Finding *finding = finding_in_hand(editor);
    if (message.length > 0) {
        surface_put_cut(surface, strip, editor->state.message_role, message);
    } else if (prompt_draw_line(editor, strip, surface)) {
        return;
    } else if (!(editor_context(editor) & CONTEXT_PANES)) {
        return;
    } else if (finding && editor->state.pane == PANE_FORM) {
        put_finding(editor, finding, area, surface);
    } else {
        StrBuf about = {0};
        strbuf_add(&about, field_help(editor));
        add_entry(editor, &about);
        surface_put_cut(surface, strip, ROLE_DIM, strbuf_view(&about));
        strbuf_done(&about);
    }
}

void status_draw_tiny(const Editor *editor, Area area, Surface *surface)
{
    bool is_in_panes = editor_context(editor) & CONTEXT_PANES;
    bool is_typed =
        editor->state.prompt.kind != PROMPT_REPLACING && prompt_is_line(&editor->state.prompt);
    bool has_meter =
        editor_is_judged(editor) && (editor->judgement.bullet || editor->judgement.summary);
    bool is_answer = editor_context(editor) == CONTEXT_WALK && has_meter;
    if (editor->state.message.length > 0 || is_typed) {
        status_draw(editor, area, surface);
    } else if (is_in_panes || is_answer) {
        feedback_draw_row(editor, (Strip){area.row, 0, area.columns}, surface);
    } else {
        footer_draw(editor, area, surface);
    }
}

/* --- the keys that work here -------------------------------------------------------- */

/* In the order of the screen; `rank` says who stays where there is little room. */
static const struct {
    const char *command;
    unsigned contexts, rank;
} footer[] = {
    {"save", CONTEXT_PANES | CONTEXT_WALK, 2},
    {"export-pdf", CONTEXT_PANES, 3},
    {"undo", CONTEXT_PANES | CONTEXT_WALK, 5},
    {"next-finding", CONTEXT_PANES, 8},
    {"explain", CONTEXT_FIELD, 10},
    {"next-pane", CONTEXT_PANES, 4},
    {"add-entry", CONTEXT_PANES, 6},
    {"remove-item", CONTEXT_FIELD, 7},
    {"remove-entry", CONTEXT_OUTLINE, 7},
    {"move-up", CONTEXT_FIELD, 11},
    {"move-down", CONTEXT_FIELD, 12},
    {"scroll-page-down", CONTEXT_READING, 3},
    {"waive", CONTEXT_READING, 3},
    {"walk-next", CONTEXT_WALK, 2},
    {"walk-back", CONTEXT_WALK, 3},
    {"walk-leave", CONTEXT_WALK, 2},
    {"choose", CONTEXT_CHOICE, 2},
    {"prompt-take", CONTEXT_PROMPT, 2},
    {"replace-this", CONTEXT_REPLACE, 2},
    {"replace-skip", CONTEXT_REPLACE, 2},
    {"replace-rest", CONTEXT_REPLACE, 2},
    {"prompt-after", CONTEXT_PROMPT, 6},
    {"prompt-respell", CONTEXT_PROMPT, 3},
    {"prompt-differ", CONTEXT_PROMPT, 4},
    {"prompt-edit", CONTEXT_PROMPT, 4},
    {"prompt-rename", CONTEXT_PROMPT, 5},
    {"prompt-remove", CONTEXT_PROMPT, 5},
    {"close", CONTEXT_READING | CONTEXT_CHOICE | CONTEXT_PROMPT | CONTEXT_REPLACE, 2},
    {"palette", CONTEXT_PANES, 4},
    {"walkthrough", CONTEXT_PANES, 5},
    {"help", CONTEXT_ANY & ~CONTEXT_TYPED, 0},
    {"quit", CONTEXT_ANY & ~CONTEXT_TYPED, 1},
};

enum { FOOTER_ITEMS = sizeof(footer) / sizeof(footer[0]), FOOTER_LOWEST_RANK = 12 };

/* "^S Save" with its two blanks in front, at `column` where there is a surface. Returns its
 * columns. */
static int put_item(const Editor *editor, size_t index, Strip strip, Surface *surface)
{
    Key key;
    StrBuf name = {0};
    const Command *command = command_find(view_of(footer[index].command));
    int columns = 0;
    if (command && keymap_key_of(&editor->keymap, command, &key)) {
        key_add_short(&name, key);
        StrView label = view_of(command->label);
        columns = 2 + text_columns(strbuf_view(&name)) + 1 + text_columns(label);
        strip.column += 2;
        strip.columns = columns - 2;
        if (surface) {
            int next = surface_put(surface, strip, ROLE_KEY, strbuf_view(&name));
            surface_put(surface, (Strip){strip.row, next + 1, columns}, ROLE_DIM, label);
        }
    }
    strbuf_done(&name);
    return columns;
}

/* Scrolling is named where there is more to see, waiving where a finding is explained. */
static bool is_wanted(const Editor *editor, size_t index)
{
    if (!(footer[index].contexts & editor_context(editor))) {
        return false;
    }
    bool is_scrolling = strcmp(footer[index].command, "scroll-page-down") == 0;
    bool is_waiving = strcmp(footer[index].command, "waive") == 0;
    return (!is_scrolling || overlay_has_more(editor)) &&
           (editor_context(editor) != CONTEXT_PROMPT ||
            prompt_offers(editor, footer[index].command)) &&
           (!is_waiving || editor->state.overlay == OVERLAY_EXPLANATION);
}

/* Marks what fits into `room` columns, the most wanted first. Returns the columns they take. */
static int choose_items(const Editor *editor, int room, bool is_chosen[FOOTER_ITEMS])
{
    int taken = 0;
    for (unsigned rank = 0; rank <= FOOTER_LOWEST_RANK; rank++) {
        for (size_t i = 0; i < FOOTER_ITEMS; i++) {
            bool is_next = footer[i].rank == rank && is_wanted(editor, i);
            int columns = is_next ? put_item(editor, i, (Strip){0}, NULL) : 0;
            is_chosen[i] = is_chosen[i] || (is_next && taken + columns <= room);
            taken += is_next && taken + columns <= room ? columns : 0;
        }
    }
    return taken;
}

/* The variant in hand, and how many pages it takes. */
static void add_note(const Editor *editor, StrBuf *note)
{
    const Node *variant = editor_variant(editor);
    if (editor_takes_letters(editor)) {
        strbuf_add(note, "letters command, i writes");
        return;
    }
    if (variant) {
        strbuf_addf(note, "%s%s", node_text(variant, FIELD_NAME), editor->pages ? ": " : "");
    }
    strbuf_add(note, editor->pages ? editor->pages : "");
}

/* In the rule above the keys. */
void status_draw_note(const Editor *editor, int row, Surface *surface)
{
    StrBuf note = {0};
    add_note(editor, &note);
    if (note.length > 0 && editor_context(editor) & CONTEXT_PANES) {
        Strip strip = {row, 1, surface->columns - 2};
        strip.column = surface_put(surface, strip, ROLE_RULE, view_of(" "));
        strip.columns -= strip.column;
        strip.column = surface_put_cut(surface, strip, ROLE_LABEL, strbuf_view(&note));
        surface_put(surface, (Strip){row, strip.column, 1}, ROLE_RULE, view_of(" "));
    }
    strbuf_done(&note);
}

/* Where there are no rules the note stands before the keys, but not where it would drive out the
 * way to help, out and to the two files. Returns the columns that it takes. */
static int put_note(const Editor *editor, Area area, Surface *surface)
{
    enum { FIRST_KEYS_COLUMNS = 36 };
    StrBuf note = {0};
    add_note(editor, &note);
    int columns = text_columns(strbuf_view(&note));
    bool is_wanted = editor_context(editor) & CONTEXT_PANES && !editor_frame(editor).has_rules;
    bool is_shown = is_wanted && columns + 1 + FIRST_KEYS_COLUMNS <= area.columns;
    if (is_shown && surface) {
        surface_put(surface, (Strip){area.row, 1, columns}, ROLE_DIM, strbuf_view(&note));
    }
    strbuf_done(&note);
    return is_shown ? columns + 1 : 0;
}

/* The strip that the items which are chosen stand in. */
static Strip place_items(const Editor *editor, Area area, int left, bool is_chosen[FOOTER_ITEMS])
{
    int taken = choose_items(editor, area.columns - 1 - left, is_chosen);
    return (Strip){area.row, area.columns - 1 - taken, taken};
}

const Command *footer_command_at(const Editor *editor, Area area, int column)
{
    bool is_chosen[FOOTER_ITEMS] = {false};
    Strip strip = place_items(editor, area, put_note(editor, area, NULL), is_chosen);
    for (size_t i = 0; i < FOOTER_ITEMS; i++) {
        int columns = is_chosen[i] ? put_item(editor, i, strip, NULL) : 0;
        if (column >= strip.column && column < strip.column + columns) {
            return command_find(view_of(footer[i].command));
        }
        strip.column += columns;
    }
    return NULL;
}

void footer_draw(const Editor *editor, Area area, Surface *surface)
{
    bool is_chosen[FOOTER_ITEMS] = {false};
    int left = put_note(editor, area, surface);
    Strip strip = place_items(editor, area, left, is_chosen);
    for (size_t i = 0; i < FOOTER_ITEMS; i++) {
        if (is_chosen[i]) {
            strip.column += put_item(editor, i, strip, surface);
        }
    }
}
