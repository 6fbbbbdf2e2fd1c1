#include "ui/job_rows.h"
#include "ui/overlay.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/clean.h"
#include "bulletproof/text/fuzzy.h"
#include "ui/command_list.h"

void job_rows_done(JobRows *rows)
{
    free(rows->items);
    *rows = (JobRows){0};
}

const Technology *job_row_technology(const JobRow *row)
{
    return row->asked      ? row->asked->term->technology
           : row->unwanted ? row->unwanted->technology
                           : row->extra->technology;
}

static void add_row(JobRows *rows, JobRow row)
{
    rows->items = vector_grow(rows->items, rows->count, &rows->capacity, sizeof(*rows->items));
    rows->items[rows->count++] = row;
}

/* Adds the row if it answers to what is typed, below its heading, which comes but once. */
static void offer(const Editor *editor, JobRows *rows, const char *heading, JobRow row)
{
    StrView typed = view_trim(strbuf_view(&editor->state.prompt.text));
    StrView name = view_of(job_row_technology(&row)->name);
    if (typed.length > 0 && fuzzy_score(name, typed) == 0) {
        return;
    }
    const char *last = NULL;
    for (size_t i = rows->count; i > 0 && !last; i--) {
        last = rows->items[i - 1].heading;
    }
    if (last != heading) {
        add_row(rows, (JobRow){.heading = heading});
    }
    add_row(rows, row);
}

void job_rows_find(const Editor *editor, JobRows *rows)
{
    static const char *const headings[IMPORTANCE_COUNT] = {
        [IMPORTANCE_REQUIRED] = "Required",
        [IMPORTANCE_PREFERRED] = "Nice to have",
        [IMPORTANCE_MENTIONED] = "Only mentioned",
    };
    static const char unwanted[] = "Not wanted", beyond[] = "Shown, but not asked for";
    const JobSheet *sheet = &editor->job;
    for (size_t i = 0; i < sheet->match.count; i++) {
        const MatchRow *row = &sheet->match.rows[i];
        offer(editor, rows, headings[row->term->importance], (JobRow){.asked = row});
    }
    for (size_t i = 0; i < sheet->job.negated_count; i++) {
        offer(editor, rows, unwanted, (JobRow){.unwanted = &sheet->job.negated[i]});
    }
    bool is_comparable = sheet->match.count > 0;
    for (size_t i = 0; is_comparable && i < sheet->match.extra_count; i++) {
        offer(editor, rows, beyond, (JobRow){.extra = &sheet->match.extras[i]});
    }
}

/* --- choosing ------------------------------------------------------------------- */

size_t job_rows_selected(const Editor *editor, const JobRows *rows)
{
    size_t left = editor->state.prompt.selected;
    for (size_t i = 0; i < rows->count; i++) {
        if (!rows->items[i].heading && left-- == 0) {
            return i;
        }
    }
    return rows->count;
}

bool job_step(Editor *editor, int step)
{
    JobRows rows = {0};
    size_t count = 0;
    job_rows_find(editor, &rows);
    for (size_t i = 0; i < rows.count; i++) {
        count += rows.items[i].heading ? 0 : 1;
    }
    job_rows_done(&rows);
    return prompt_step(&editor->state.prompt, count, step);
}

/* The first byte of `word` in `text`; the text's length when it is not there. */
static size_t find_word(StrView text, StrView word)
{
    for (size_t at = 0; word.length > 0 && at + word.length <= text.length; at++) {
        if (memcmp(text.data + at, word.data, word.length) == 0) {
            return at;
        }
    }
    return text.length;
}

/* Where the node says the word; an entry says it in one of its fields. */
static Place place_of(const Node *node, StrView word)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    for (size_t i = 0; i < count; i++) {
        StrView text = node_view(node, fields[i].field);
        size_t at = find_word(text, word);
        if (at < text.length) {
            return (Place){node_id(node), fields[i].field, at};
        }
    }
    return (Place){node_id(node), count > 0 ? fields[0].field : FIELD_COUNT, 0};
}

bool job_choice_at(const Editor *editor, int row, size_t *choice)
{
    JobRows rows = {0};
    job_rows_find(editor, &rows);
    size_t top = prompt_top(job_rows_selected(editor, &rows), overlay_list_rows(editor));
    size_t index = top + (size_t)row;
    bool is_there = row >= 0 && index < rows.count && !rows.items[index].heading;
    *choice = 0;
    for (size_t i = 0; is_there && i < index; i++) {
        *choice += !rows.items[i].heading ? 1 : 0;
    }
    job_rows_done(&rows);
    return is_there;
}

static NodeId node_of(const JobRow *row)
{
    return row->asked ? row->asked->place : row->extra ? row->extra->place : 0;
}

static bool go_to(Editor *editor, const JobRow *row)
{
    const Node *node = document_find(editor->document, node_of(row));
    if (!node) {
        editor_say(editor, ROLE_MESSAGE,
                   row->unwanted ? "The vacancy does not want it: there is no place to go to."
                                 : "The resume does not name it: add it only if it is true.");
        return false;
    }
    StrView word = row->asked ? row->asked->spelling : view_of("");
    prompt_close(&editor->state.prompt);
    editor->state.overlay = OVERLAY_NONE;
    editor_go(editor, place_of(node, word));
    return true;
}

bool job_take(Editor *editor)
{
    JobRows rows = {0};
    job_rows_find(editor, &rows);
    size_t selected = job_rows_selected(editor, &rows);
    bool is_gone = selected < rows.count && go_to(editor, &rows.items[selected]);
    job_rows_done(&rows);
    return is_gone;
}

/* --- the text -------------------------------------------------------------------- */

bool job_is_awaited(const Editor *editor)
{
    return editor->job.text.length == 0;
}

bool job_is_pasted(const Editor *editor, StrView foreign)
{
    bool has_lines =
        view_find(foreign, '\n') < foreign.length || view_find(foreign, '\r') < foreign.length;
    return editor->state.prompt.kind == PROMPT_JOB && (job_is_awaited(editor) || has_lines);
}

void job_paste(Editor *editor, StrView foreign)
{
    StrBuf text = {0};
    text_clean(&text, foreign, CLEAN_PROSE);
    if (text.length > JOB_MOST_BYTES) {
        editor_say(editor, ROLE_WARNING, "Not taken: a job description has at most %d KiB.",
                   JOB_MOST_BYTES / 1024);
    } else if (view_trim(strbuf_view(&text)).length > 0) {
        editor_show_job(editor, NULL, strbuf_view(&text));
        editor_request(editor, REQUEST_KEEP_JOB, strbuf_text(&text));
    }
    strbuf_done(&text);
}

bool command_job(Editor *editor)
{
    Prompt *prompt = &editor->state.prompt;
    if (prompt->kind == PROMPT_JOB) {
        prompt_close(prompt);
        return true;
    }
    editor_request(editor, REQUEST_JOB, NULL);
    return true;
}

void editor_show_job(Editor *editor, const char *name, StrView text)
{
    job_sheet_set(&editor->job, name, text);
    job_sheet_settle(&editor->job, editor->document);
    prompt_open(&editor->state.prompt, PROMPT_JOB);
}

void editor_name_job(Editor *editor, const char *name)
{
    strbuf_clear(&editor->job.name);
    strbuf_add(&editor->job.name, name);
}
