#include "bulletproof/text/grapheme.h"
#include "ui/form_build.h"
#include "ui/wording.h"

enum {
    BULLET_INDENT = 2,
    VERDICT_COLUMNS = 6, /* "strong" */
};

static void add_bullet_mark(Pen *pen, int row, bool is_in_hand)
{
    Pen there = {.form = pen->form, .row = row};
    pen_put(&there, (Band){0, 1}, is_in_hand ? ROLE_FOCUS : ROLE_DIM,
            view_of(is_in_hand ? "▌" : "•"));
}

/* At the right edge of the bullet's last row, or in the row below where that is full. */
static void add_verdict(Pen *pen, const Node *bullet)
{
    const Form *form = pen->form;
    const Piece *last = &form->pieces[form->piece_count - 1];
    int column = form->view.columns - VERDICT_COLUMNS;
    bool has_room = last->column + text_columns(last->text) < column;
    Pen there = {.form = pen->form, .row = has_room ? last->row : pen->row};
    if (has_room || !form->view.is_dense) {
        pen_reserve(&there, (Band){column, VERDICT_COLUMNS}, PIECE_VERDICT, node_id(bullet));
    }
    pen->row = pen->form->rows;
    if (has_room && node_count(node_part(bullet, NODE_WAIVERS)) == 0) {
        pen_gap(pen);
    }
}

/* "no-result waived: " and the reason beside it, or below where there is little room. */
static void add_waiver(Pen *pen, const Node *waiver)
{
    enum { REASON_COLUMNS = 16 };
    Form *form = pen->form;
    int spot = pen_add_spot(pen, node_id(waiver), FIELD_REASON);
    bool is_in_hand = form->view.node == node_id(waiver);
    const char *label = arena_format(&form->arena, "%s waived:", node_text(waiver, FIELD_CODE));
    int left = BULLET_INDENT + text_columns(view_of(label)) + 1;
    pen_put(pen, (Band){BULLET_INDENT, form->view.columns - BULLET_INDENT},
            is_in_hand ? ROLE_LABEL : ROLE_DIM, view_of(label));
    if (left + REASON_COLUMNS > form->view.columns) {
        left = 2 * BULLET_INDENT;
        pen->row++;
    }
    pen_wrap_spot(pen, (Band){left, form->view.columns - left}, is_in_hand ? ROLE_TEXT : ROLE_DIM,
                  spot, node_view(waiver, FIELD_REASON));
}

static void add_waivers(Pen *pen, const Node *bullet)
{
    const Node *waivers = node_part(bullet, NODE_WAIVERS);
    for (size_t i = 0; i < node_count(waivers); i++) {
        add_waiver(pen, node_child(waivers, i));
    }
    if (node_count(waivers) > 0) {
        pen_gap(pen);
    }
}

static void add_feedback(Pen *pen, const Node *bullet)
{
    Band band = {BULLET_INDENT, pen->form->view.columns - BULLET_INDENT};
    for (int i = 0; i < pen->form->view.feedback_rows; i++) {
        pen_reserve(pen, band, PIECE_FEEDBACK, node_id(bullet));
        pen->row++;
    }
}

static void add_bullet(Pen *pen, const Node *bullet)
{
    bool is_in_hand = pen->form->view.node == node_id(bullet);
    Role role = node_is_hidden(bullet) ? ROLE_DIM : ROLE_TEXT;
    int spot = pen_add_spot(pen, node_id(bullet), FIELD_TEXT);
    int first = pen->row;
    Band band = {BULLET_INDENT, pen->form->view.columns - BULLET_INDENT};
    add_bullet_mark(pen, first, is_in_hand);
    pen_wrap_spot(pen, band, role, spot, node_view(bullet, FIELD_TEXT));
    for (int row = first + 1; is_in_hand && row < pen->row; row++) {
        add_bullet_mark(pen, row, true);
    }
    if (is_in_hand) {
        add_feedback(pen, bullet);
    } else {
        add_verdict(pen, bullet);
    }
    add_waivers(pen, bullet);
    if (is_in_hand) {
        pen_gap(pen);
    }
}

void form_add_bullets(Pen *pen, const Node *list)
{
    for (size_t i = 0; i < node_count(list); i++) {
        add_bullet(pen, node_child(list, i));
    }
    if (node_count(list) == 0) {
        form_add_list_end(pen, list, BULLET_INDENT);
        pen_gap(pen);
    }
}

/* The next item goes to the next row where it would not fit behind the one before; one that fits
 * on no row is wrapped. Returns the column behind it. */
static int add_flow_item(Pen *pen, const Node *item, int left, int column)
{
    int limit = pen->form->view.columns;
    StrView text = node_view(item, FIELD_TEXT);
    int width = text_columns(text) + 1;
    if (column > left && column + width > limit) {
        pen->row++;
        column = left;
    }
    int spot = pen_add_spot(pen, node_id(item), FIELD_TEXT);
    if (width <= limit - left) {
        pen_put_spot(pen, (Band){column, width}, ROLE_TEXT, spot, text);
        return column + width - 1;
    }
    pen_wrap_spot(pen, (Band){left, limit - left}, ROLE_TEXT, spot, text);
    pen->row--;
    return left + text_columns(pen->form->pieces[pen->form->piece_count - 1].text);
}

void form_add_flow(Pen *pen, const Node *list, int left)
{
    if (node_count(list) == 0) {
        form_add_list_end(pen, list, left);
        return;
    }
    int column = left;
    for (size_t i = 0; i < node_count(list); i++) {
        column = add_flow_item(pen, node_child(list, i), left, column);
        if (i + 1 < node_count(list)) {
            pen_put(pen, (Band){column, 1}, ROLE_DIM, view_of(","));
            column += 2;
        }
    }
    pen->row++;
}

void form_add_list_end(Pen *pen, const Node *list, int left)
{
    const Form *form = pen->form;
    bool is_in_hand = form->view.node == node_id(list);
    int spot = pen_add_spot(pen, node_id(list), FIELD_COUNT);
    Band band = {left, form->view.columns - left};
    pen_put_spot(pen, (Band){left, 1}, ROLE_TEXT, spot, view_of(""));
    StrBuf hint = {0};
    wording_add_list_end(&hint, list);
    const char *kept = arena_copy(&pen->form->arena, strbuf_view(&hint));
    strbuf_done(&hint);
    pen_put(pen, band, is_in_hand ? ROLE_LABEL : ROLE_DIM, view_of(kept));
    pen->row++;
}
