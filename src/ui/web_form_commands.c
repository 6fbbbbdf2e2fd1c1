/* Copying the resume field by field into a form on the web. */
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/variant.h"
#include "bulletproof/text/fuzzy.h"
#include "ui/command_list.h"
#include "ui/overlay.h"
#include "ui/prompt_draw.h"
#include "ui/web_form.h"

enum { COLUMNS_FOR_LABEL = 40, MARK_COLUMNS = 2, LABEL_COLUMNS = 16, FEW_LABEL_COLUMNS = 8 };

/* --- rows ------------------------------------------------------------------------- */

static bool answers(const WebFormRow *row, StrView typed)
{
    return row->text && (typed.length == 0 || fuzzy_score(view_of(row->label), typed) > 0);
}

/* Whether a field under this heading answers. */
static bool is_wanted(const WebFormRows *all, size_t index, StrView typed)
{
    if (all->items[index].text) {
        return answers(&all->items[index], typed);
    }
    for (size_t i = index + 1; i < all->count && all->items[i].text; i++) {
        if (answers(&all->items[i], typed)) {
            return true;
        }
    }
    return false;
}

static void keep_wanted(WebFormRows *rows, StrView typed)
{
    WebFormRows kept = {0};
    for (size_t i = 0; i < rows->count; i++) {
        if (is_wanted(rows, i, typed)) {
            const WebFormRow *row = &rows->items[i];
            kept.items = vector_grow(kept.items, kept.count, &kept.capacity, sizeof(*kept.items));
            kept.items[kept.count++] =
                (WebFormRow){xstrdup(row->label), row->text ? xstrdup(row->text) : NULL};
        }
    }
    web_form_done(rows);
    *rows = kept;
}

void web_form_find(const Editor *editor, WebFormRows *rows)
{
    Node *root = variant_make(document_root(editor->document), editor_variant(editor));
    web_form_add(rows, root);
    node_free(root);
    keep_wanted(rows, view_trim(strbuf_view(&editor->state.prompt.text)));
}

/* The row of the choice with that number; the count when there is none. */
static size_t row_of_choice(const WebFormRows *rows, size_t choice)
{
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->items[i].text && choice-- == 0) {
            return i;
        }
    }
    return rows->count;
}

static size_t count_choices(const WebFormRows *rows, size_t end)
{
    size_t count = 0;
    for (size_t i = 0; i < end; i++) {
        count += rows->items[i].text ? 1 : 0;
    }
    return count;
}

size_t web_form_selected(const Editor *editor, const WebFormRows *rows)
{
    return row_of_choice(rows, editor->state.prompt.selected);
}

bool web_form_step(Editor *editor, int step)
{
    WebFormRows rows = {0};
    web_form_find(editor, &rows);
    size_t count = count_choices(&rows, rows.count);
    web_form_done(&rows);
    return prompt_step(&editor->state.prompt, count, step);
}

bool web_form_choice_at(const Editor *editor, int row, size_t *choice)
{
    WebFormRows rows = {0};
    web_form_find(editor, &rows);
    size_t top = prompt_top(web_form_selected(editor, &rows), overlay_list_rows(editor));
    size_t index = top + (size_t)row;
    bool is_there = row >= 0 && index < rows.count && rows.items[index].text;
    *choice = is_there ? count_choices(&rows, index) : 0;
    web_form_done(&rows);
    return is_there;
}

/* --- commands ----------------------------------------------------------------------- */

static void tell_copied(Editor *editor, const char *label, const char *next)
{
    if (next) {
        editor_say(editor, ROLE_MESSAGE, "Copied: %s. Paste it, come back: Enter copies %s.", label,
                   next);
    } else {
        editor_say(editor, ROLE_MESSAGE, "Copied: %s. That was the last.", label);
    }
}

bool web_form_take(Editor *editor)
{
    WebFormRows rows = {0};
    web_form_find(editor, &rows);
    size_t selected = web_form_selected(editor, &rows);
    bool is_found = selected < rows.count;
    if (is_found) {
        size_t next = row_of_choice(&rows, editor->state.prompt.selected + 1);
        bool has_next = next < rows.count;
        editor_request(editor, REQUEST_COPY, rows.items[selected].text);
        tell_copied(editor, rows.items[selected].label, has_next ? rows.items[next].label : NULL);
        editor->state.prompt.selected += has_next ? 1 : 0;
    }
    web_form_done(&rows);
    return is_found;
}

bool command_web_form(Editor *editor)
{
    Prompt *prompt = &editor->state.prompt;
    if (prompt->kind == PROMPT_WEB_FORM) {
        prompt_close(prompt);
    } else if (editor->document) {
        prompt_open(prompt, PROMPT_WEB_FORM);
    }
    return true;
}

/* --- on the screen ------------------------------------------------------------------ */

static void draw_line(const Editor *editor, Strip strip, const WebFormRows *rows, Surface *surface)
{
    bool is_wide = strip.columns >= COLUMNS_FOR_LABEL;
    StrBuf note = {0};
    strbuf_addf(&note, is_wide ? "%zu of %zu; Enter copies" : "%zu/%zu",
                count_choices(rows, web_form_selected(editor, rows)) + (rows->count > 0 ? 1 : 0),
                count_choices(rows, rows->count));
    prompt_draw(&editor->state.prompt, is_wide ? "For a form on the web: " : "> ",
                strbuf_text(&note), strip, surface);
    strbuf_done(&note);
}

/* In one line, whatever it has. */
static void draw_text(const char *text, Strip strip, Surface *surface)
{
    StrBuf line = {0};
    for (; *text; text++) {
        strbuf_add_char(&line, *text == '\n' ? ' ' : *text);
    }
    surface_put_cut(surface, strip, ROLE_TEXT, strbuf_view(&line));
    strbuf_done(&line);
}

static void draw_row(const WebFormRow *row, Area line, Surface *surface)
{
    bool is_wide = line.columns >= COLUMNS_FOR_LABEL;
    int label_columns = is_wide ? LABEL_COLUMNS : FEW_LABEL_COLUMNS;
    if (!row->text) {
        surface_put_cut(surface, (Strip){line.row, line.column, line.columns}, ROLE_HEADING,
                        view_of(row->label));
        return;
    }
    int column = line.column + MARK_COLUMNS;
    surface_put_cut(surface, (Strip){line.row, column, label_columns - 1}, ROLE_DIM,
                    view_of(row->label));
    column += label_columns;
    draw_text(row->text, (Strip){line.row, column, line.columns - column + line.column}, surface);
}

void web_form_draw(const Editor *editor, Area area, Surface *surface)
{
    WebFormRows rows = {0};
    web_form_find(editor, &rows);
    draw_line(editor, (Strip){area.row, area.column, area.columns}, &rows, surface);
    int shown = area.rows - 1, selected = (int)web_form_selected(editor, &rows);
    int top = rows.count > 0 ? (int)prompt_top((size_t)selected, shown) : 0;
    for (int i = 0; i < shown && top + i < (int)rows.count; i++) {
        Area line = {area.row + 1 + i, area.column, 1, area.columns};
        draw_row(&rows.items[top + i], line, surface);
        if (top + i == selected) {
            surface_paint(surface, line, ROLE_FOCUS);
            surface_put(surface, (Strip){line.row, line.column, 1}, ROLE_FOCUS, view_of("▸"));
        }
    }
    if (rows.count == 0) {
        surface_put_cut(surface, (Strip){area.row + 1, area.column, area.columns}, ROLE_DIM,
                        view_of("Nothing answers to that."));
    }
    web_form_done(&rows);
}
