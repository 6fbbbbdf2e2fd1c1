#include "suites.h"

#include <stdio.h>

#include "bulletproof/model/document.h"
#include "sample.h"
#include "ui/form.h"
#include "ui/section.h"

static Document *sample_document(void)
{
    return document_new(sample_load("samples/mid.yaml"));
}

static FormView view_of_section(const Document *doc, size_t section, int columns)
{
    return (FormView){.document = doc,
                      .revision = document_revision(doc),
                      .section = section,
                      .field = FIELD_COUNT,
                      .columns = columns,
                      .feedback_rows = 2};
}

/* Calls `check` for the form of each section at several widths, each of its entries laid open. */
static void for_all_forms(void (*check)(const Form *form))
{
    static const int widths[] = {20, 37, 52, 88};
    Document *doc = sample_document();
    Form form = {0};
    for (size_t i = 0; i < section_count() * sizeof(widths) / sizeof(widths[0]); i++) {
        FormView view = view_of_section(doc, i % section_count(), widths[i / section_count()]);
        form_update(&form, &view);
        check(&form);
        size_t spots = form.spot_count;
        for (size_t spot = 0; spot < spots && spot < 8; spot++) {
            view.node = form.spots[spot].node;
            view.field = form.spots[spot].field;
            form_update(&form, &view);
            check(&form);
            spots = form.spot_count < spots ? form.spot_count : spots;
        }
    }
    form_done(&form);
    document_free(doc);
}

static Place place_of(const Form *form, size_t spot)
{
    return (Place){form->spots[spot].node, form->spots[spot].field, 0};
}

static void check_spots(const Form *form)
{
    for (size_t i = 0; i < form->spot_count; i++) {
        const Node *node = document_find(form->view.document, form->spots[i].node);
        CU_ASSERT_PTR_NOT_NULL_FATAL(node);
        CU_ASSERT_EQUAL(form_find_spot(form, form->spots[i].node, form->spots[i].field), (int)i);
        int first = form_first_spot(form, form->spots[i].node);
        CU_ASSERT(first >= 0 && first <= (int)i);
    }
    CU_ASSERT_EQUAL(form_find_spot(form, 0, FIELD_NAME), -1);
}

static void every_spot_is_found_again(void)
{
    for_all_forms(check_spots);
}

/* Where the cursor is shown, a click leads back to it. */
static void check_places(const Form *form)
{
    for (size_t i = 0; i < form->spot_count; i++) {
        Place place = place_of(form, i), back;
        int row, column;
        if (!form_locate(form, place, &row, &column)) {
            continue; /* its entry is folded */
        }
        CU_ASSERT(row >= 0 && row < form->rows);
        CU_ASSERT(column >= 0 && column < form->view.columns);
        CU_ASSERT_FATAL(form_place_at(form, row, column, &back));
        int back_row, back_column;
        CU_ASSERT(form_locate(form, back, &back_row, &back_column));
        CU_ASSERT_EQUAL(back_row, row);
        CU_ASSERT_EQUAL(back_column, column);
    }
}

static void a_place_on_the_screen_leads_back_to_itself(void)
{
    for_all_forms(check_places);
}

static void check_rows(const Form *form)
{
    int row = -1, seen = 0;
    for (int next; (next = form_row_beside(form, row, 1)) >= 0; row = next) {
        CU_ASSERT(next > row);
        seen++;
    }
    for (int next; (next = form_row_beside(form, row, -1)) >= 0; row = next) {
        CU_ASSERT(next < row);
        seen--;
    }
    CU_ASSERT_EQUAL(seen, form->spot_count > 0 ? 1 : 0);
}

static void rows_are_gone_through_both_ways(void)
{
    for_all_forms(check_rows);
}

static void check_pieces(const Form *form)
{
    for (size_t i = 0; i < form->piece_count; i++) {
        const Piece *piece = &form->pieces[i];
        CU_ASSERT(piece->row >= 0 && piece->row < form->rows);
        CU_ASSERT(piece->column >= 0 && piece->column <= form->view.columns);
        CU_ASSERT(piece->spot < (int)form->spot_count);
        CU_ASSERT(!form_is_blank(form, piece->row));
    }
}

static void every_piece_stands_inside_the_form(void)
{
    for_all_forms(check_pieces);
}

static void the_bullet_in_hand_has_room_for_its_meter(void)
{
    Document *doc = sample_document();
    const Node *work = node_child(node_part(document_root(doc), NODE_WORKS), 0);
    const Node *bullet = node_child(node_part(work, NODE_HIGHLIGHTS), 0);
    FormView view = view_of_section(doc, section_of(work, FIELD_POSITION), 52);
    Form form = {0};
    form_update(&form, &view);
    int rows = form.rows, end = form_end_of(&form, node_id(bullet));
    view.node = node_id(bullet);
    view.field = FIELD_TEXT;
    form_update(&form, &view);
    CU_ASSERT(form.rows > rows);
    CU_ASSERT(form_end_of(&form, node_id(bullet)) >= end + view.feedback_rows - 1);
    CU_ASSERT(form_top_of(&form, node_id(bullet)) < form_end_of(&form, node_id(bullet)));
    form_done(&form);
    document_free(doc);
}

CU_TestInfo form_tests[] = {
    {"every spot is found again", every_spot_is_found_again},
    {"a place on the screen leads back to itself", a_place_on_the_screen_leads_back_to_itself},
    {"rows are gone through both ways", rows_are_gone_through_both_ways},
    {"every piece stands inside the form", every_piece_stands_inside_the_form},
    {"the bullet in hand has room for its meter", the_bullet_in_hand_has_room_for_its_meter},
    CU_TEST_INFO_NULL,
};
