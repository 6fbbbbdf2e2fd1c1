#include "ui/prompt_draw.h"

#include "bulletproof/text/grapheme.h"

void prompt_draw(const Prompt *prompt, const char *label, const char *note, Strip strip,
                 Surface *surface)
{
    int end = strip.column + strip.columns, note_columns = text_columns(view_of(note));
    int column = surface_put(surface, strip, ROLE_LABEL, view_of(label));
    int room = end - column - note_columns - 1;
    StrView text = strbuf_view(&prompt->text), head = view_slice(text, 0, prompt->cursor);
    while (text_columns(head) >= room && head.length > 0) {
        head = view_slice(head, grapheme_next(head, 0), head.length);
    }
    StrView shown = view_slice(text, prompt->cursor - head.length, text.length);
    surface_put(surface, (Strip){strip.row, column, room}, ROLE_TEXT, shown);
    surface_put(surface, (Strip){strip.row, end - note_columns, note_columns}, ROLE_DIM,
                view_of(note));
    surface_set_cursor(surface, strip.row, column + text_columns(head));
}

void prompt_mark_row(const Editor *editor, Area line, Surface *surface)
{
    surface_paint(surface, line, ROLE_FOCUS);
    surface_put(surface, (Strip){line.row, line.column, 1}, ROLE_FOCUS, view_of("▸"));
    if (editor->state.is_plain && editor->state.prompt.selected > 0) {
        surface_set_cursor(surface, line.row, line.column);
    }
}

/* --- searching ---------------------------------------------------------------------- */

static void add_count(StrBuf *out, const Editor *editor)
{
    const Search *search = &editor->state.search;
    if (search->count > 0) {
        strbuf_addf(out, "%zu of %zu", search->index + 1, search->count);
    } else if (editor->state.prompt.text.length > 0) {
        strbuf_add(out, "nowhere");
    }
}

static void draw_question(const Editor *editor, Strip strip, const char *note, Surface *surface)
{
    const Search *search = &editor->state.search;
    StrBuf text = {0};
    int note_columns = text_columns(view_of(note));
    strbuf_addf(&text, "Replace \"%s\" by \"%s\"?", strbuf_text(&search->needle),
                strbuf_text(&search->replacement));
    surface_put_cut(surface, (Strip){strip.row, strip.column, strip.columns - note_columns - 1},
                    ROLE_LABEL, strbuf_view(&text));
    surface_put(surface,
                (Strip){strip.row, strip.column + strip.columns - note_columns, note_columns},
                ROLE_DIM, view_of(note));
    strbuf_done(&text);
}

bool prompt_draw_line(const Editor *editor, Strip strip, Surface *surface)
{
    static const char *const labels[PROMPT_KINDS] = {
        [PROMPT_SEARCH] = "Search: ",
        [PROMPT_REPLACE] = "Replace: ",
        [PROMPT_REPLACEMENT] = "By: ",
        [PROMPT_IMPORT] = "Import: ",
    };
    const Prompt *prompt = &editor->state.prompt;
    if (!prompt_is_line(prompt)) {
        return false;
    }
    StrBuf note = {0};
    if (prompt_is_search(prompt)) {
        add_count(&note, editor);
    }
    if (prompt->kind == PROMPT_REPLACING) {
        draw_question(editor, strip, strbuf_text(&note), surface);
    } else {
        prompt_draw(prompt, labels[prompt->kind], strbuf_text(&note), strip, surface);
    }
    strbuf_done(&note);
    return true;
}

void search_paint(const Editor *editor, const ShownPiece *at)
{
    const TextMatch *match = &editor->state.search.shown;
    if (!prompt_is_search(&editor->state.prompt) || at->piece->spot < 0) {
        return;
    }
    Spot spot = editor->form.spots[at->piece->spot];
    if (spot.node == match->node && spot.field == match->field) {
        shown_piece_paint(at, match->start, match->end, ROLE_SELECTION);
    }
}
