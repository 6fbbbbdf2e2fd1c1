/* Commands that find words in the whole resume and put others in their place. */
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/search_prompt.h"

static Search *search_of(Editor *editor)
{
    return &editor->state.search;
}

/* --- where one was ---------------------------------------------------------------- */

static void remember_view(Editor *editor)
{
    const UiState *state = &editor->state;
    search_of(editor)->origin =
        (View){state->pane, state->section, state->entry, state->cursor, state->form_top};
}

static void go_back(Editor *editor)
{
    UiState *state = &editor->state;
    const View *origin = &state->search.origin;
    state->pane = origin->pane;
    state->section = origin->section;
    state->entry = origin->entry;
    state->cursor = origin->cursor;
    state->form_top = origin->form_top;
    editor_settle(editor);
}

/* --- showing ------------------------------------------------------------------------ */

static void show_match(Editor *editor, const MatchList *matches, size_t index)
{
    Search *search = search_of(editor);
    search->shown = matches->items[index];
    search->index = index;
    search->count = matches->count;
    editor_go(editor, (Place){search->shown.node, search->shown.field, search->shown.start});
}

/* The first match at or behind `from`, else the first of all. False when there is none. */
static bool show_from(Editor *editor, StrView needle, Place from)
{
    MatchList matches = {0};
    search_find(editor->document, needle, from, &matches);
    bool is_found = matches.count > 0;
    if (is_found) {
        show_match(editor, &matches, matches.before % matches.count);
    }
    match_list_done(&matches);
    return is_found;
}

static bool show_beside(Editor *editor, StrView needle, int step)
{
    MatchList matches = {0};
    Place cursor = editor->state.cursor;
    search_find(editor->document, needle, cursor, &matches);
    bool is_found = matches.count > 0;
    if (is_found) {
        show_match(editor, &matches, search_beside(&matches, cursor, step));
    }
    match_list_done(&matches);
    return is_found;
}

static void keep(StrBuf *kept, StrView text)
{
    strbuf_clear(kept);
    strbuf_add_view(kept, text);
}

static bool tell_nowhere(Editor *editor, StrView needle)
{
    editor_say(editor, ROLE_MESSAGE, "\"%.*s\" is nowhere in the resume.", VIEW_ARG(needle));
    return false;
}

/* --- the line that is typed ----------------------------------------------------------- */

/* Replacing goes through the resume from its beginning. */
static Place place_to_start(Editor *editor)
{
    bool is_replacing = editor->state.prompt.kind == PROMPT_REPLACE;
    return is_replacing ? (Place){0, FIELD_COUNT, 0} : search_of(editor)->origin.cursor;
}

void search_changed(Editor *editor)
{
    Search *search = search_of(editor);
    if (!show_from(editor, strbuf_view(&editor->state.prompt.text), place_to_start(editor))) {
        search->shown = (TextMatch){0};
        search->count = 0;
        go_back(editor);
    }
}

/* An empty line takes what was searched for last. */
bool search_step(Editor *editor, int step)
{
    Prompt *prompt = &editor->state.prompt;
    if (prompt->text.length == 0) {
        prompt_insert(prompt, strbuf_view(&search_of(editor)->needle));
        search_changed(editor);
        return true;
    }
    return show_beside(editor, strbuf_view(&prompt->text), step < 0 ? -1 : 1);
}

void search_leave(Editor *editor)
{
    prompt_close(&editor->state.prompt);
    go_back(editor);
}

bool search_take(Editor *editor)
{
    Prompt *prompt = &editor->state.prompt;
    Search *search = search_of(editor);
    StrView typed = strbuf_view(&prompt->text);
    bool is_replacing = prompt->kind == PROMPT_REPLACE;
    if (typed.length == 0) {
        search_leave(editor);
        return false;
    }
    keep(&search->needle, typed);
    prompt_close(prompt);
    if (search->count == 0) {
        return tell_nowhere(editor, strbuf_view(&search->needle));
    }
    if (is_replacing) {
        prompt_open(prompt, PROMPT_REPLACEMENT);
    }
    return true;
}

static bool open_line(Editor *editor, PromptKind kind)
{
    Search *search = search_of(editor);
    search->shown = (TextMatch){0};
    search->count = search->replaced = 0;
    editor->state.overlay = OVERLAY_NONE;
    prompt_open(&editor->state.prompt, kind);
    remember_view(editor);
    return true;
}

bool command_search(Editor *editor)
{
    PromptKind kind = editor->state.prompt.kind;
    bool is_open = kind == PROMPT_SEARCH || kind == PROMPT_REPLACE;
    return is_open ? search_step(editor, 1) : open_line(editor, PROMPT_SEARCH);
}

bool command_replace(Editor *editor)
{
    return open_line(editor, PROMPT_REPLACE);
}

static bool search_again(Editor *editor, int step)
{
    StrView needle = strbuf_view(&search_of(editor)->needle);
    if (needle.length == 0) {
        editor_say(editor, ROLE_MESSAGE, "Nothing was searched for yet.");
        return false;
    }
    return show_beside(editor, needle, step) || tell_nowhere(editor, needle);
}

bool command_search_next(Editor *editor)
{
    return search_again(editor, 1);
}

bool command_search_previous(Editor *editor)
{
    return search_again(editor, -1);
}

/* --- replacing --------------------------------------------------------------------------- */

bool replacement_take(Editor *editor)
{
    Prompt *prompt = &editor->state.prompt;
    keep(&search_of(editor)->replacement, strbuf_view(&prompt->text));
    prompt_open(prompt, PROMPT_REPLACING);
    return true;
}

static bool tell_replaced(Editor *editor)
{
    size_t count = search_of(editor)->replaced;
    prompt_close(&editor->state.prompt);
    editor_say(editor, ROLE_MESSAGE,
               count > 0 ? "Replaced %zu: " KEY_OF("undo") " takes that back."
                         : "Nothing was replaced.",
               count);
    return true;
}

/* Goes on behind `from`, as far as the end of the resume. */
static bool go_on_from(Editor *editor, Place from)
{
    MatchList matches = {0};
    search_find(editor->document, strbuf_view(&search_of(editor)->needle), from, &matches);
    bool has_more = matches.before < matches.count;
    if (has_more) {
        show_match(editor, &matches, matches.before);
    }
    match_list_done(&matches);
    return has_more || tell_replaced(editor);
}

static bool is_asking(const Editor *editor)
{
    return editor->state.prompt.kind == PROMPT_REPLACING;
}

bool command_replace_this(Editor *editor)
{
    Search *search = search_of(editor);
    if (!is_asking(editor)) {
        return false;
    }
    TextMatch shown = search->shown;
    StrView by = strbuf_view(&search->replacement);
    size_t replaced = search_replace(editor->document, &shown, 1, by);
    search->replaced += replaced;
    size_t behind = replaced > 0 ? shown.start + by.length : shown.end;
    return go_on_from(editor, (Place){shown.node, shown.field, behind});
}

bool command_replace_skip(Editor *editor)
{
    const TextMatch *shown = &search_of(editor)->shown;
    return is_asking(editor) && go_on_from(editor, (Place){shown->node, shown->field, shown->end});
}

bool command_replace_rest(Editor *editor)
{
    Search *search = search_of(editor);
    if (!is_asking(editor)) {
        return false;
    }
    MatchList matches = {0};
    Place here = {search->shown.node, search->shown.field, search->shown.start};
    search_find(editor->document, strbuf_view(&search->needle), here, &matches);
    search->replaced +=
        search_replace(editor->document, matches.items + matches.before,
                       matches.count - matches.before, strbuf_view(&search->replacement));
    match_list_done(&matches);
    return tell_replaced(editor);
}
