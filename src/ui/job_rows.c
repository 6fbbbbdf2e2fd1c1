#include "ui/job_rows.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/text/clean.h"
#include "bulletproof/text/fuzzy.h"
#include "ui/command_list.h"
#include "ui/overlay.h"
#include "ui/pane_commands.h"
#include "ui/section.h"

void job_row_add_fact(StrBuf *out, const Editor *editor, const JobFact *fact)
{
    bool is_named;
    match_fact_place(fact, document_root(editor->document), &is_named);
    utf8_add_printable(out, fact->text);
    strbuf_add(out, is_named ? " (the resume lists it)" : "");
}

void job_rows_done(JobRows *rows)
{
    free(rows->items);
    *rows = (JobRows){0};
}

const char *job_row_name(const JobRow *row)
{
    return row->asked      ? row->asked->term->technology->name
           : row->unwanted ? row->unwanted->technology->name
           : row->extra    ? row->extra->technology->name
                           : job_fact_name(row->fact->kind);
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
    bool is_found = fuzzy_score(view_of(job_row_name(&row)), typed) > 0 ||
                    (row.fact && fuzzy_has_words(row.fact->text, typed));
    if (typed.length > 0 && !is_found) {
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

static void offer_facts(const Editor *editor, JobRows *rows)
{
    static const char heading[] = "To check yourself";
    const Job *job = &editor->job.job;
    for (size_t i = 0; i < job->fact_count; i++) {
        offer(editor, rows, heading, (JobRow){.fact = &job->facts[i]});
    }
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
    offer_facts(editor, rows);
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

static Place place_of(const JobRow *row, const Node *node)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    return row->asked ? (Place){row->asked->place, row->asked->field, row->asked->start}
                      : (Place){node_id(node), count > 0 ? fields[0].field : FIELD_COUNT, 0};
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

static void close(Editor *editor)
{
    prompt_close(&editor->state.prompt);
    editor->state.overlay = OVERLAY_NONE;
}

/* To the place where the user can tell whether it is so. */
static bool go_to_fact(Editor *editor, const JobFact *fact)
{
    bool is_named;
    const Node *place = match_fact_place(fact, document_root(editor->document), &is_named);
    close(editor);
    pane_go_to(editor, section_of(place, FIELD_COUNT), is_named ? place : NULL);
    editor_say(editor, ROLE_MESSAGE, "The vacancy says “%.*s”: only you can tell.",
               VIEW_ARG(fact->text));
    return true;
}

static bool go_to(Editor *editor, const JobRow *row)
{
    if (row->fact) {
        return go_to_fact(editor, row->fact);
    }
    NodeId id = row->asked ? row->asked->place : row->extra ? row->extra->place : 0;
    const Node *node = document_find(editor->document, id);
    if (!node) {
        editor_say(editor, ROLE_MESSAGE,
                   row->unwanted ? "The vacancy does not want it: there is no place to go to."
                                 : "The resume does not name it: add it only if it is true.");
        return false;
    }
    close(editor);
    editor_go(editor, place_of(row, node));
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

/* --- the employer's spelling ------------------------------------------------------ */

static const MatchRow *row_in_other_words(const Editor *editor)
{
    JobRows rows = {0};
    job_rows_find(editor, &rows);
    size_t selected = job_rows_selected(editor, &rows);
    const MatchRow *row = selected < rows.count ? rows.items[selected].asked : NULL;
    job_rows_done(&rows);
    return row && row->state == MATCH_OTHER ? row : NULL;
}

bool job_can_respell(const Editor *editor)
{
    return editor->state.prompt.kind == PROMPT_JOB && row_in_other_words(editor);
}

static bool respell(Editor *editor, const MatchRow *row)
{
    StrBuf old = {0}, now = {0};
    strbuf_add_view(&old, row->spelling);
    text_clean(&now, row->term->spelling, CLEAN_LINE);
    document_seal(editor->document);
    bool is_done = document_splice(
        editor->document, (TextRange){row->place, row->field, row->start, row->spelling.length},
        strbuf_view(&now));
    document_seal(editor->document);
    if (is_done) {
        editor_say(editor, ROLE_MESSAGE, "“%s” is “%s” now. Esc, " KEY_OF("undo") " takes it back.",
                   strbuf_text(&old), strbuf_text(&now));
    }
    strbuf_done(&old);
    strbuf_done(&now);
    return is_done;
}

bool job_respell(Editor *editor)
{
    const MatchRow *row = row_in_other_words(editor);
    if (!row) {
        editor_say(editor, ROLE_MESSAGE,
                   "Only what is there in other words is respelt: nothing is claimed for you.");
        return false;
    }
    return respell(editor, row);
}

/* --- the text -------------------------------------------------------------------- */

bool job_is_awaited(const Editor *editor)
{
    return editor->job.text.length == 0;
}

/* "/home/ada/job.txt", "~/job.txt", "job.txt" */
static bool is_path(StrView text)
{
    return view_starts_with(text, "/") || view_starts_with(text, "~/") ||
           view_starts_with(text, "./") || view_starts_with(text, "../") ||
           view_ends_with(text, ".txt") || view_ends_with(text, ".md");
}

bool job_is_pasted(const Editor *editor, StrView foreign)
{
    PromptKind kind = editor->state.prompt.kind;
    StrView text = view_trim(foreign);
    bool has_lines = view_find(text, '\n') < text.length || view_find(text, '\r') < text.length;
    bool is_awaited = kind == PROMPT_JOBS || (kind == PROMPT_JOB && job_is_awaited(editor));
    return (kind == PROMPT_JOB || kind == PROMPT_JOBS) &&
           (has_lines || (is_awaited && !is_path(text)));
}

void job_paste(Editor *editor, StrView foreign)
{
    StrBuf text = {0};
    text_clean(&text, foreign, CLEAN_PROSE);
    if (text.length > JOB_MOST_BYTES) {
        editor_say(editor, ROLE_WARNING, "Not taken: a job description has at most %d KiB.",
                   JOB_MOST_BYTES / 1024);
    } else if (view_trim(strbuf_view(&text)).length > 0) {
        editor_set_job(editor, NULL, strbuf_view(&text));
        editor_show_job(editor);
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

void editor_set_job(Editor *editor, const char *name, StrView text)
{
    job_sheet_set(&editor->job, name, text);
    job_sheet_settle(&editor->job, editor->document, editor_variant(editor));
}

void editor_show_job(Editor *editor)
{
    job_sheet_settle(&editor->job, editor->document, editor_variant(editor));
    prompt_open(&editor->state.prompt, PROMPT_JOB);
}

void editor_name_job(Editor *editor, const char *name)
{
    strbuf_clear(&editor->job.name);
    strbuf_add(&editor->job.name, name);
}
