#include "ui/saved_jobs.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/variant.h"
#include "ui/choice_rows.h"
#include "ui/command_list.h"
#include "ui/prompt_subject.h"

/* --- rows -------------------------------------------------------------------------------- */

static void add_owner(StrBuf *out, const char *owner)
{
    strbuf_add(out, out->length > 0 ? ", " : "");
    strbuf_add(out, owner);
}

/* Who names it: "the resume, payments". */
static void add_owners(StrBuf *out, const Node *root, const char *job)
{
    const Node *variants = variant_list(root);
    if (strcmp(node_text(node_settings(root), FIELD_JOB), job) == 0) {
        add_owner(out, "the resume");
    }
    for (size_t i = 0; i < node_count(variants); i++) {
        const Node *variant = node_child(variants, i);
        if (strcmp(node_text(variant, FIELD_JOB), job) == 0) {
            add_owner(out, node_text(variant, FIELD_NAME));
        }
    }
}

static void offer(const Editor *editor, ChoiceRows *rows, StrView line)
{
    size_t tab = view_find(line, '\t');
    StrBuf words = {0}, owners = {0};
    char *name = xstrndup(line.data, tab);
    add_owners(&owners, document_root(editor->document), name);
    strbuf_add_view(&words, view_slice(line, tab + 1, line.length));
    if (owners.length > 0) {
        strbuf_splice(&words, 0, 0, view_of(": "));
        strbuf_splice(&words, 0, 0, strbuf_view(&owners));
        strbuf_splice(&words, 0, 0, view_of("for "));
    }
    bool is_in_hand = strcmp(strbuf_text(&editor->job.name), name) == 0;
    choice_rows_offer(
        editor, rows,
        (ChoiceRow){.name = name, .words = strbuf_text(&words), .is_marked = is_in_hand});
    free(name);
    strbuf_done(&owners);
    strbuf_done(&words);
}

static void fill(const Editor *editor, ChoiceRows *rows)
{
    StrView rest = strbuf_view(&editor->saved_jobs), line;
    while (view_next_line(&rest, &line)) {
        offer(editor, rows, line);
    }
    choice_rows_offer_new(editor, rows, "read this file");
}

static bool take(Editor *editor, const ChoiceRow *row)
{
    editor_request(editor, row->is_new ? REQUEST_READ_JOB : REQUEST_TAKE_JOB, row->name);
    return true;
}

void editor_show_jobs(Editor *editor, StrView lines)
{
    strbuf_clear(&editor->saved_jobs);
    strbuf_add_view(&editor->saved_jobs, lines);
    prompt_about(editor, PROMPT_JOBS, NULL);
}

bool command_jobs(Editor *editor)
{
    if (editor->state.prompt.kind == PROMPT_JOBS) {
        prompt_close(&editor->state.prompt);
    } else {
        editor_request(editor, REQUEST_JOBS, NULL);
    }
    return true;
}

/* --- the one that is chosen ---------------------------------------------------------------- */

/* With a word when there is none. Owned by the caller. */
static char *need_job(Editor *editor)
{
    char *name = choice_name(editor);
    if (!name) {
        editor_say(editor, ROLE_MESSAGE, "Choose a saved vacancy first.");
    }
    return name;
}

bool saved_job_rename(Editor *editor)
{
    char *name = need_job(editor);
    if (name) {
        prompt_rename(editor, PROMPT_JOB_NAME, name);
    }
    free(name);
    return name != NULL;
}

bool saved_job_remove(Editor *editor)
{
    char *name = need_job(editor);
    if (!name) {
        return false;
    }
    StrBuf title = {0};
    strbuf_addf(&title, "Delete the saved vacancy %s?", name);
    prompt_close(&editor->state.prompt);
    editor_ask(editor, strbuf_text(&title),
               "Its text is gone for good: undo does not bring a file back.");
    editor_offer(editor, "Keep it", REQUEST_JOBS, NULL);
    editor_offer(editor, "Delete it", REQUEST_REMOVE_JOB, name);
    strbuf_done(&title);
    free(name);
    return true;
}

/* The request has both names, a line each. */
static bool take_name(Editor *editor, const ChoiceRow *row)
{
    (void)row;
    StrBuf names = {0};
    StrView typed = view_trim(strbuf_view(&editor->state.prompt.text));
    strbuf_addf(&names, "%s\n%.*s", editor->state.subject, VIEW_ARG(typed));
    editor_request(editor, REQUEST_RENAME_JOB, strbuf_text(&names));
    strbuf_done(&names);
    return true;
}

const ChoiceKind job_choice = {
    .label = "Vacancy",
    .hint = "Paste the text of a vacancy here: it is compared at once and kept beside the resume, "
            "for you alone. Or type the path of a text file.",
    .fill = fill,
    .take = take,
};

const ChoiceKind job_name_choice = {
    .label = "New name of",
    .hint = "The resume and its variants name it so from then on.",
    .take = take_name,
};
