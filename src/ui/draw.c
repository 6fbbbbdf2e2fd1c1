/* The whole screen, from the editor's state alone. */
#include "bulletproof/text/grapheme.h"
#include "ui/editor_state.h"
#include "ui/feedback.h"
#include "ui/outline.h"
#include "ui/overlay.h"
#include "ui/prompt_draw.h"
#include "ui/side.h"
#include "ui/status.h"
#include "ui/variant_in_hand.h"
#include "ui/walk_draw.h"

/* --- header and lines --------------------------------------------------------- */

/* "resume.yaml  ●" at the right edge, or ", resume.yaml, not saved" behind the name. */
static void add_file(const Editor *editor, StrBuf *out)
{
    bool is_plain = editor->state.is_plain, is_modified = document_is_modified(editor->document);
    strbuf_addf(out, "%s%s", is_plain ? ", " : "", editor->file ? editor->file : "no file yet");
    if (is_plain) {
        strbuf_add(out, is_modified ? ", not saved" : ", saved");
    } else {
        strbuf_add(out, is_modified ? "  ●" : "   ");
    }
}

static void draw_header(const Editor *editor, Area area, Surface *surface)
{
    const Node *basics = node_part(document_root(editor->document), NODE_BASICS);
    StrBuf left = {0}, right = {0};
    bool has_name = node_has(basics, FIELD_NAME);
    bool has_label = node_has(basics, FIELD_LABEL);
    strbuf_addf(&left, "%s%s%s", has_name ? node_text(basics, FIELD_NAME) : "New resume",
                has_label ? " · " : "", node_text(basics, FIELD_LABEL));
    add_file(editor, editor->state.is_plain ? &left : &right);
    int columns = text_columns(strbuf_view(&right));
    int end = area.columns - columns - 1;
    bool has_room = end > area.columns / 3;
    surface_put_cut(surface, (Strip){area.row, 1, has_room ? end - 2 : area.columns - 2},
                    ROLE_HEADING, strbuf_view(&left));
    if (has_room && right.length > 0) {
        surface_put(surface, (Strip){area.row, end, columns}, ROLE_DIM, strbuf_view(&right));
    }
    strbuf_done(&left);
    strbuf_done(&right);
}

static void draw_rules(const Frame *frame, bool has_columns, Surface *surface)
{
    if (frame->has_rules) {
        surface_fill(surface, (Area){frame->header.row + 1, 0, 1, surface->columns}, ROLE_RULE,
                     0x2500);
        surface_fill(surface, (Area){frame->footer.row - 1, 0, 1, surface->columns}, ROLE_RULE,
                     0x2500);
    }
    const Area *right_of[] = {&frame->outline, &frame->form};
    const Area *left_of[] = {&frame->form, &frame->side};
    for (int i = 0; has_columns && i < 2; i++) {
        if (right_of[i]->columns > 0 && left_of[i]->columns > 0) {
            Area line = {left_of[i]->row, left_of[i]->column - 2, left_of[i]->rows, 1};
            surface_fill(surface, line, ROLE_RULE, 0x2502);
        }
    }
}

/* --- the section in hand ------------------------------------------------------- */

static void draw_verdict(const Editor *editor, const Piece *piece, Strip strip, Surface *surface)
{
    const ResumeReport *report = editor->judgement.resume;
    bool is_hidden = node_is_hidden(document_find(editor->document, piece->node));
    if (is_hidden || variant_leaves_out(editor, piece->node)) {
        surface_put(surface, strip, ROLE_DIM, view_of(is_hidden ? "hidden" : "out"));
        return;
    }
    for (size_t i = 0; report && i < report->bullet_count; i++) {
        const BulletVerdict *bullet = &report->bullets[i];
        if (bullet->node == piece->node) {
            const char *name = verdict_name(bullet->verdict);
            int columns = text_columns(view_of(name));
            strip.column += strip.columns - columns;
            strip.columns = columns;
            surface_put(surface, strip, verdict_role(bullet->verdict), view_of(name));
            return;
        }
    }
}

static bool is_first_feedback(const Form *form, size_t index)
{
    return index == 0 || form->pieces[index - 1].kind != PIECE_FEEDBACK;
}

/* Whose text it is; the form's own words are nobody's. */
static NodeId node_of(const Editor *editor, const Piece *piece)
{
    return piece->spot >= 0 ? editor->form.spots[piece->spot].node : piece->node;
}

static void draw_piece(const Editor *editor, size_t index, Area area, Surface *surface)
{
    const Piece *piece = &editor->form.pieces[index];
    int row = piece->row - editor->state.form_top;
    int columns = area.columns - piece->column;
    columns = piece->columns < columns ? piece->columns : columns;
    Strip strip = {area.row + row, area.column + piece->column, columns};
    if (piece->kind == PIECE_TEXT) {
        bool is_out = variant_leaves_out(editor, node_of(editor, piece));
        surface_put_cut(surface, strip, is_out ? ROLE_DIM : piece->role, piece->text);
        feedback_paint_words(editor, piece, strip, surface);
        search_paint(editor, &(ShownPiece){piece, strip, surface});
    } else if (piece->kind == PIECE_VERDICT) {
        draw_verdict(editor, piece, strip, surface);
    } else if (is_first_feedback(&editor->form, index)) {
        int rows = form_end_of(&editor->form, piece->node) - piece->row;
        int room = area.rows - row;
        feedback_draw(editor, (Area){strip.row, strip.column, rows < room ? rows : room, columns},
                      surface);
    }
}

static void draw_form(const Editor *editor, Area area, Surface *surface)
{
    const UiState *state = &editor->state;
    for (size_t i = 0; i < editor->form.piece_count; i++) {
        int row = editor->form.pieces[i].row - state->form_top;
        if (row >= 0 && row < area.rows) {
            draw_piece(editor, i, area, surface);
        }
    }
    int row, column;
    bool is_shown =
        state->pane == PANE_FORM && form_locate(&editor->form, state->cursor, &row, &column);
    if (is_shown && row >= state->form_top && row - state->form_top < area.rows) {
        column = column < area.columns ? column : area.columns - 1;
        surface_set_cursor(surface, area.row + row - state->form_top, area.column + column);
    }
}

/* --- everything --------------------------------------------------------------------- */

static void draw_panes(const Editor *editor, const Frame *frame, Surface *surface)
{
    if (editor_is_walking(editor)) {
        walk_draw(editor, overlay_area(editor), surface);
        return;
    }
    if (frame->outline.columns > 0) {
        outline_draw(editor, frame->outline, surface);
    }
    if (frame->form.columns > 0) {
        draw_form(editor, frame->form, surface);
    }
    if (frame->side.columns > 0) {
        side_draw(editor, frame->side, surface);
    }
}

void editor_draw(const Editor *editor, Surface *surface)
{
    surface_reset(surface, editor->rows, editor->columns);
    Frame frame = editor_frame(editor);
    if (frame.is_too_small) {
        surface_put(surface, (Strip){0, 0, editor->columns}, ROLE_TEXT,
                    view_of("Window too small"));
        return;
    }
    if (frame.is_tiny) {
        draw_panes(editor, &frame, surface);
        status_draw_tiny(editor, frame.status, surface);
    } else {
        draw_header(editor, frame.header, surface);
        draw_rules(&frame, !editor_is_walking(editor), surface);
        if (frame.has_rules) {
            status_draw_note(editor, frame.footer.row - 1, surface);
        }
        draw_panes(editor, &frame, surface);
        status_draw(editor, frame.status, surface);
        footer_draw(editor, frame.footer, surface);
    }
    overlay_draw(editor, surface);
}
