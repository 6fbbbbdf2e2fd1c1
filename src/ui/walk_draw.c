#include "ui/walk_draw.h"

#include <string.h>

#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/wrap.h"
#include "ui/entry_lines.h"
#include "ui/feedback.h"
#include "ui/page_text.h"
#include "ui/text_area.h"
#include "ui/walk_parts.h"

enum {
    MOST_COLUMNS = 90, /* longer lines are hard to read */
    MARGIN = 1,
    MARK_COLUMNS = 2,
    METER_ROWS = 2,
    LOWEST_PRIORITY = 9,
};

/* What the parts of the screen are drawn from. */
typedef struct {
    const Editor *editor;
    StrView texts; /* the block of the guide */
    int columns;
} Screen;

static int text_columns_of(const Editor *editor)
{
    int columns = editor->columns - 2 * MARGIN;
    return columns < MOST_COLUMNS ? columns : MOST_COLUMNS;
}

int walk_answer_columns(const Editor *editor)
{
    return text_columns_of(editor) - MARK_COLUMNS;
}

static Screen screen_of(const Editor *editor)
{
    StrView texts = walk_text_block(editor->document, editor->state.walk);
    return (Screen){editor, texts, text_columns_of(editor)};
}

static bool is_choice(const Screen *screen)
{
    WalkStep step = screen->editor->state.walk.step;
    return walk_step_info(step)->answer == WALK_ANSWER_CHOICE;
}

/* --- paragraphs ------------------------------------------------------------------------ */

static int paragraph_rows(const Screen *screen, StrView text)
{
    if (text.length == 0) {
        return 0;
    }
    PageText page = {.columns = screen->columns};
    page_text_add(&page, (PageStyle){0}, text);
    int rows = (int)page.count;
    page_text_done(&page);
    return rows;
}

static void paragraph_draw(StrView text, PageStyle style, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    page_text_add(&page, style, text);
    page_text_draw(&page, area, 0, surface);
    page_text_done(&page);
}

static int question_rows(const Screen *screen)
{
    return paragraph_rows(screen, walk_text_line(screen->texts, "question"));
}

static void question_draw(const Screen *screen, Area area, Surface *surface)
{
    paragraph_draw(walk_text_line(screen->texts, "question"), (PageStyle){.role = ROLE_HEADING},
                   area, surface);
}

static int why_rows(const Screen *screen)
{
    return paragraph_rows(screen, walk_text_line(screen->texts, "why"));
}

static void why_draw(const Screen *screen, Area area, Surface *surface)
{
    paragraph_draw(walk_text_line(screen->texts, "why"), (PageStyle){.role = ROLE_DIM}, area,
                   surface);
}

static int measure_rows(const Screen *screen)
{
    return paragraph_rows(screen, walk_text_line(screen->texts, "measure"));
}

static void measure_draw(const Screen *screen, Area area, Surface *surface)
{
    paragraph_draw(walk_text_line(screen->texts, "measure"), (PageStyle){.role = ROLE_ADVICE}, area,
                   surface);
}

/* --- where we are ------------------------------------------------------------------------- */

static int one_row(const Screen *screen)
{
    (void)screen;
    return 1;
}

static void blank_draw(const Screen *screen, Area area, Surface *surface)
{
    (void)screen, (void)area, (void)surface;
}

/* "4 of 8 · What you achieved · part 2 of 4" */
static void add_progress(StrBuf *out, WalkStep step)
{
    WalkStage stage = walk_step_info(step)->stage;
    strbuf_addf(out, "%d of %d · %s", stage + 1, WALK_STAGE_COUNT, walk_stage_label(stage));
    if (walk_is_composing(step)) {
        strbuf_addf(out, " · part %d of %d", step - WALK_DID + 1, WALK_CHANGE - WALK_DID + 1);
    }
}

/* What the question is about: "Kayak club, bullet 2". */
static void add_subject(StrBuf *out, const Document *doc, Walk walk)
{
    const Node *node = document_find(doc, walk.about);
    const Node *entry = node ? section_entry(node) : NULL;
    if (walk.step == WALK_SKILLS) {
        strbuf_add(out, walk_capability_label(walk.capability));
    } else if (entry) {
        strbuf_add(out, entry_name(entry));
    }
    if (node && node_kind(node) == NODE_BULLET) {
        strbuf_addf(out, ", bullet %zu", node_index(node) + 1);
    }
}

static void progress_draw(const Screen *screen, Area area, Surface *surface)
{
    Walk walk = screen->editor->state.walk;
    StrBuf left = {0}, right = {0};
    add_progress(&left, walk.step);
    add_subject(&right, screen->editor->document, walk);
    int next = surface_put_cut(surface, (Strip){area.row, area.column, area.columns}, ROLE_LABEL,
                               strbuf_view(&left));
    int columns = text_columns(strbuf_view(&right));
    int column = area.column + area.columns - columns;
    if (column > next + 1) {
        surface_put(surface, (Strip){area.row, column, columns}, ROLE_DIM, strbuf_view(&right));
    }
    strbuf_done(&left);
    strbuf_done(&right);
}

/* --- the answer ------------------------------------------------------------------------------ */

static StrView answer_text(const Screen *screen)
{
    return text_area_view(screen->editor->document, screen->editor->state.cursor);
}

static size_t choice_count(const Screen *screen)
{
    size_t count = 0;
    StrView word, label;
    while (walk_text_choice(screen->texts, count, &word, &label)) {
        count++;
    }
    return count;
}

static int answer_rows(const Screen *screen)
{
    if (is_choice(screen)) {
        return (int)choice_count(screen);
    }
    WrapLines lines = {0};
    wrap_text(answer_text(screen), walk_answer_columns(screen->editor), &lines);
    int rows = (int)lines.count;
    wrap_done(&lines);
    return rows;
}

static size_t first_choice_shown(const Screen *screen, Area area)
{
    size_t selected = screen->editor->state.walk_choice, rows = (size_t)area.rows;
    return selected >= rows ? selected - rows + 1 : 0;
}

static void choices_draw(const Screen *screen, Area area, Surface *surface)
{
    size_t selected = screen->editor->state.walk_choice;
    size_t top = first_choice_shown(screen, area);
    StrView word, label;
    for (int row = 0; row < area.rows; row++) {
        size_t index = top + (size_t)row;
        if (!walk_text_choice(screen->texts, index, &word, &label)) {
            break;
        }
        bool is_selected = index == selected;
        StrBuf line = {0};
        strbuf_addf(&line, "%s %zu  %.*s", is_selected ? "▸" : " ", index + 1, VIEW_ARG(label));
        surface_put_cut(surface, (Strip){area.row + row, area.column, area.columns},
                        is_selected ? ROLE_FOCUS : ROLE_TEXT, strbuf_view(&line));
        strbuf_done(&line);
        if (is_selected) {
            surface_set_cursor(surface, area.row + row, area.column);
        }
    }
}

/* A bullet or a summary that is edited shows its slots in its words. */
static void answer_line_draw(const Screen *screen, WrapLine line, Strip strip, Surface *surface)
{
    StrView text = view_slice(answer_text(screen), line.start, line.end);
    Piece piece = {.text = text, .start = line.start, .node = screen->editor->state.cursor.node};
    surface_put(surface, (Strip){strip.row, strip.column, 1}, ROLE_FOCUS, view_of("▌"));
    strip.column += MARK_COLUMNS;
    strip.columns -= MARK_COLUMNS;
    surface_put(surface, strip, ROLE_TEXT, text);
    if (!walk_is_composing(screen->editor->state.walk.step)) {
        feedback_paint_words(screen->editor, &piece, strip, surface);
    }
}

static void answer_draw(const Screen *screen, Area area, Surface *surface)
{
    if (is_choice(screen)) {
        choices_draw(screen, area, surface);
        return;
    }
    WrapLines lines = {0};
    size_t offset = screen->editor->state.cursor.offset;
    wrap_text(answer_text(screen), walk_answer_columns(screen->editor), &lines);
    size_t at = wrap_line_at(&lines, offset), rows = (size_t)area.rows;
    size_t top = at >= rows ? at - rows + 1 : 0;
    for (size_t i = 0; i < rows && top + i < lines.count; i++) {
        Strip strip = {area.row + (int)i, area.column, area.columns};
        answer_line_draw(screen, lines.items[top + i], strip, surface);
    }
    StrView before = view_slice(answer_text(screen), lines.items[at].start, offset);
    int column = area.column + MARK_COLUMNS + text_columns(before);
    int last = area.column + area.columns - 1;
    surface_set_cursor(surface, area.row + (int)(at - top), column < last ? column : last);
    wrap_done(&lines);
}

/* --- what the answer makes -------------------------------------------------------------------- */

static bool is_composing(const Screen *screen)
{
    return walk_is_composing(screen->editor->state.walk.step);
}

static int draft_rows(const Screen *screen)
{
    if (!is_composing(screen) || screen->editor->draft.length == 0) {
        return 0;
    }
    WrapLines lines = {0};
    wrap_text(strbuf_view(&screen->editor->draft), walk_answer_columns(screen->editor), &lines);
    int rows = (int)lines.count + 1;
    wrap_done(&lines);
    return rows;
}

static void draft_draw(const Screen *screen, Area area, Surface *surface)
{
    WrapLines lines = {0};
    StrView draft = strbuf_view(&screen->editor->draft);
    wrap_text(draft, walk_answer_columns(screen->editor), &lines);
    surface_put(surface, (Strip){area.row, area.column, area.columns}, ROLE_LABEL,
                view_of("Your bullet so far"));
    for (size_t i = 0; i < lines.count && (int)i + 1 < area.rows; i++) {
        Strip strip = {area.row + 1 + (int)i, area.column, area.columns};
        surface_put(surface, strip, ROLE_DIM, view_of(i == 0 ? "•" : " "));
        strip.column += MARK_COLUMNS;
        strip.columns -= MARK_COLUMNS;
        WrapLine line = lines.items[i];
        Piece piece = {.text = view_slice(draft, line.start, line.end),
                       .start = line.start,
                       .node = screen->editor->state.cursor.node};
        surface_put(surface, strip, ROLE_TEXT, piece.text);
        feedback_paint_words(screen->editor, &piece, strip, surface);
    }
    wrap_done(&lines);
}

/* While a bullet is composed its parts are asked for one by one: its meter needs no question. */
static int meter_rows(const Screen *screen)
{
    const Editor *editor = screen->editor;
    bool has_meter = editor->judgement.bullet || editor->judgement.summary;
    if (!has_meter || !editor_is_judged(editor)) {
        return 0;
    }
    int rows_of_draft = editor->draft.length > 0 ? 1 : 0;
    return is_composing(screen) ? rows_of_draft : METER_ROWS;
}

static void meter_draw(const Screen *screen, Area area, Surface *surface)
{
    area.column += MARK_COLUMNS;
    area.columns -= MARK_COLUMNS;
    if (is_composing(screen)) {
        feedback_draw_meter(screen->editor, (Strip){area.row, area.column, area.columns}, surface);
    } else {
        feedback_draw(screen->editor, area, surface);
    }
}

/* What to measure stands apart from the bullet above it. */
static int gap_rows(const Screen *screen)
{
    return measure_rows(screen) > 0 && draft_rows(screen) > 0 ? 1 : 0;
}

/* --- examples
 * ------------------------------------------------------------------------------------- */

static void add_example(const Screen *screen, const char *key, const char *label, PageText *page)
{
    StrBuf line = {0};
    strbuf_addf(&line, "%s “%.*s”", label, VIEW_ARG(walk_text_line(screen->texts, key)));
    page_text_add(page,
                  (PageStyle){.role = ROLE_DIM,
                              .head_role = ROLE_LABEL,
                              .head_bytes = strlen(label),
                              .indent = MARK_COLUMNS},
                  strbuf_view(&line));
    strbuf_done(&line);
}

static void write_examples(const Screen *screen, PageText *page)
{
    add_example(screen, "weak", "Example, weak:  ", page);
    add_example(screen, "strong", "Example, strong:", page);
}

static int example_rows(const Screen *screen)
{
    PageText page = {.columns = screen->columns};
    write_examples(screen, &page);
    int rows = (int)page.count;
    page_text_done(&page);
    return rows;
}

static void example_draw(const Screen *screen, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    write_examples(screen, &page);
    page_text_draw(&page, area, 0, surface);
    page_text_done(&page);
}

/* --- the parts in their order
 * ------------------------------------------------------------------------ */

/* Where rows are short, what has the highest number stays away first; 0 always stays. */
static const struct {
    int priority;
    int (*rows)(const Screen *screen);
    void (*draw)(const Screen *screen, Area area, Surface *surface);
} parts[] = {
    {4, one_row, progress_draw},       {9, one_row, blank_draw},
    {1, question_rows, question_draw}, {5, why_rows, why_draw},
    {8, one_row, blank_draw},          {0, answer_rows, answer_draw},
    {7, one_row, blank_draw},          {2, draft_rows, draft_draw},
    {2, meter_rows, meter_draw},       {8, gap_rows, blank_draw},
    {6, measure_rows, measure_draw},   {8, one_row, blank_draw},
    {3, example_rows, example_draw},
};

enum { PART_COUNT = sizeof(parts) / sizeof(parts[0]) };

/* What the parts take together that have no higher priority number. */
static int rows_up_to(const int rows[PART_COUNT], int priority)
{
    int sum = 0;
    for (int i = 0; i < PART_COUNT; i++) {
        sum += parts[i].priority <= priority ? rows[i] : 0;
    }
    return sum;
}

/* The highest priority number that still fits into `room` rows. */
static int lowest_shown(const int rows[PART_COUNT], int room)
{
    for (int priority = LOWEST_PRIORITY; priority > 0; priority--) {
        if (rows_up_to(rows, priority) <= room) {
            return priority;
        }
    }
    return 0;
}

/* Where each part stands; without rows where it stays away. */
static void place_parts(const Screen *screen, Area area, Area places[PART_COUNT])
{
    int rows[PART_COUNT];
    for (int i = 0; i < PART_COUNT; i++) {
        rows[i] = parts[i].rows(screen);
    }
    int lowest = lowest_shown(rows, area.rows);
    int row = area.row, end = area.row + area.rows;
    int spare = area.rows - rows_up_to(rows, lowest);
    for (int i = 0; i < PART_COUNT; i++) {
        bool is_begun = parts[i].draw == question_draw && spare > 0; /* better than none of it */
        int most = parts[i].priority <= lowest ? end - row : is_begun ? spare : 0;
        places[i] = (Area){row, MARGIN, rows[i] < most ? rows[i] : most, screen->columns};
        row += places[i].rows;
    }
}

void walk_draw(const Editor *editor, Area area, Surface *surface)
{
    Screen screen = screen_of(editor);
    Area places[PART_COUNT];
    place_parts(&screen, area, places);
    for (int i = 0; i < PART_COUNT; i++) {
        if (places[i].rows > 0) {
            parts[i].draw(&screen, places[i], surface);
        }
    }
}

static Area answer_area(const Screen *screen, Area area)
{
    Area places[PART_COUNT], found = {0};
    place_parts(screen, area, places);
    for (int i = 0; i < PART_COUNT; i++) {
        found = parts[i].draw == answer_draw ? places[i] : found;
    }
    return found;
}

bool walk_choice_at(const Editor *editor, Area area, int row, size_t *choice)
{
    Screen screen = screen_of(editor);
    Area answers = answer_area(&screen, area);
    bool is_inside = row >= answers.row && row < answers.row + answers.rows;
    *choice = first_choice_shown(&screen, answers) + (size_t)(row - answers.row);
    return is_choice(&screen) && is_inside && *choice < choice_count(&screen);
}
