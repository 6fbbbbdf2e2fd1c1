#include "ui/choice_rows.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/fold.h"
#include "bulletproof/text/fuzzy.h"
#include "bulletproof/text/grapheme.h"
#include "ui/overlay.h"
#include "ui/page_text.h"
#include "ui/prompt_draw.h"

enum {
    MARK_COLUMNS = 4, /* where the bar stands, and the tick */
    NAME_COLUMNS = 24,
    COLUMNS_FOR_WORDS = 50,
};

static const ChoiceKind *const kinds[PROMPT_KINDS] = {
    [PROMPT_VARIANTS] = &variant_choice,  [PROMPT_VARIANT_NAME] = &variant_name_choice,
    [PROMPT_TAGS] = &tag_choice,          [PROMPT_JOBS] = &job_choice,
    [PROMPT_JOB_NAME] = &job_name_choice,
};

static const ChoiceKind *kind_of(const Editor *editor)
{
    return kinds[editor->state.prompt.kind];
}

bool choice_is_open(const Editor *editor)
{
    return kind_of(editor) != NULL;
}

/* --- rows ---------------------------------------------------------------------- */

void choice_rows_done(ChoiceRows *rows)
{
    free(rows->items);
    arena_done(&rows->arena);
    *rows = (ChoiceRows){0};
}

static StrView typed_text(const Editor *editor)
{
    return view_trim(strbuf_view(&editor->state.prompt.text));
}

static void add_row(ChoiceRows *rows, ChoiceRow row)
{
    row.name = arena_copy(&rows->arena, view_of(row.name));
    row.words = arena_copy(&rows->arena, view_of(row.words));
    rows->items = vector_grow(rows->items, rows->count, &rows->capacity, sizeof(*rows->items));
    rows->items[rows->count++] = row;
}

void choice_rows_offer(const Editor *editor, ChoiceRows *rows, ChoiceRow row)
{
    StrView typed = typed_text(editor);
    bool is_found = typed.length == 0 || fuzzy_score(view_of(row.name), typed) > 0 ||
                    fuzzy_has_words(view_of(row.words), typed);
    if (is_found) {
        add_row(rows, row);
    }
}

void choice_rows_offer_new(const Editor *editor, ChoiceRows *rows, const char *words)
{
    StrView typed = typed_text(editor);
    for (size_t i = 0; i < rows->count; i++) {
        if (text_equal_folded(view_of(rows->items[i].name), typed)) {
            return;
        }
    }
    if (typed.length > 0) {
        char *name = xstrndup(typed.data, typed.length);
        add_row(rows, (ChoiceRow){.name = name, .words = words, .is_new = true});
        free(name);
    }
}

void choice_rows_find(const Editor *editor, ChoiceRows *rows)
{
    const ChoiceKind *kind = kind_of(editor);
    if (kind && kind->fill) {
        kind->fill(editor, rows);
    }
}

const ChoiceRow *choice_rows_selected(const Editor *editor, const ChoiceRows *rows)
{
    size_t selected = editor->state.prompt.selected;
    return selected < rows->count ? &rows->items[selected] : NULL;
}

char *choice_name(const Editor *editor)
{
    ChoiceRows rows = {0};
    choice_rows_find(editor, &rows);
    const ChoiceRow *row = choice_rows_selected(editor, &rows);
    char *name = row && !row->is_new ? xstrdup(row->name) : NULL;
    choice_rows_done(&rows);
    return name;
}

bool choice_has_name(const Editor *editor)
{
    char *name = choice_name(editor);
    free(name);
    return name != NULL;
}

bool choice_take(Editor *editor)
{
    ChoiceRows rows = {0};
    choice_rows_find(editor, &rows);
    const ChoiceKind *kind = kind_of(editor);
    const ChoiceRow *row = choice_rows_selected(editor, &rows);
    bool is_taken = kind && (row || !kind->fill) && kind->take(editor, row);
    choice_rows_done(&rows);
    return is_taken;
}

bool choice_step(Editor *editor, int step)
{
    ChoiceRows rows = {0};
    choice_rows_find(editor, &rows);
    size_t count = rows.count;
    choice_rows_done(&rows);
    return prompt_step(&editor->state.prompt, count, step);
}

bool choice_choice_at(const Editor *editor, int row, size_t *choice)
{
    ChoiceRows rows = {0};
    choice_rows_find(editor, &rows);
    *choice = prompt_top(editor->state.prompt.selected, overlay_list_rows(editor)) + (size_t)row;
    bool is_there = row >= 0 && *choice < rows.count;
    choice_rows_done(&rows);
    return is_there;
}

/* --- how they look ---------------------------------------------------------------- */

static void draw_row(const ChoiceRow *row, Strip strip, Surface *surface)
{
    bool has_words = strip.columns >= COLUMNS_FOR_WORDS;
    int end = strip.column + strip.columns;
    surface_put(surface, (Strip){strip.row, strip.column + 2, 1}, ROLE_TEXT,
                view_of(row->is_marked ? "✓"
                        : row->is_new  ? "+"
                                       : " "));
    Strip part = {strip.row, strip.column + MARK_COLUMNS,
                  has_words ? NAME_COLUMNS : strip.columns - MARK_COLUMNS};
    surface_put_cut(surface, part, ROLE_TEXT, view_of(row->name));
    if (has_words) {
        part.column += NAME_COLUMNS + 1;
        part.columns = end - part.column;
        surface_put_cut(surface, part, ROLE_DIM, view_of(row->words));
    }
}

static void draw_rows(const Editor *editor, const ChoiceRows *rows, Area area, Surface *surface)
{
    int selected = (int)editor->state.prompt.selected;
    int top = (int)prompt_top((size_t)selected, area.rows);
    for (int i = 0; i < area.rows && top + i < (int)rows->count; i++) {
        Area line = {area.row + i, area.column, 1, area.columns};
        draw_row(&rows->items[top + i], (Strip){line.row, line.column, line.columns}, surface);
        if (top + i == selected) {
            surface_paint(surface, line, ROLE_FOCUS);
            surface_put(surface, (Strip){line.row, line.column, 1}, ROLE_FOCUS, view_of("▸"));
        }
    }
}

/* "Tags of “Cut p95 …”: ", "New name of payments: " */
static void add_label(StrBuf *out, const Editor *editor, int columns)
{
    enum { SUBJECT_COLUMNS = 24 };
    const char *subject = editor->state.subject;
    if (columns < COLUMNS_FOR_WORDS) {
        strbuf_add(out, "> ");
        return;
    }
    strbuf_add(out, kind_of(editor)->label);
    if (subject && subject[0]) {
        size_t bytes = text_fit(view_of(subject), SUBJECT_COLUMNS);
        strbuf_addf(out, " “%.*s%s”", (int)bytes, subject, subject[bytes] ? "…" : "");
    }
    strbuf_add(out, ": ");
}

/* Below the rows, as far as there is room: what else can be done here. */
static void draw_hint(const char *hint, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    page_text_add(&page, (PageStyle){.role = ROLE_DIM}, view_of(hint));
    page_text_draw(&page, area, 0, surface);
    page_text_done(&page);
}

void choice_draw(const Editor *editor, Area area, Surface *surface)
{
    ChoiceRows rows = {0};
    StrBuf label = {0};
    choice_rows_find(editor, &rows);
    add_label(&label, editor, area.columns);
    prompt_draw(&editor->state.prompt, strbuf_text(&label), "",
                (Strip){area.row, area.column, area.columns}, surface);
    area.row++;
    area.rows--;
    draw_rows(editor, &rows, area, surface);
    int taken = (int)rows.count + (rows.count > 0 ? 1 : 0);
    if (taken < area.rows) {
        area.row += taken;
        area.rows -= taken;
        draw_hint(kind_of(editor)->hint, area, surface);
    }
    strbuf_done(&label);
    choice_rows_done(&rows);
}
