/* Commands of the line that is typed to find something. What it finds depends on its kind. */
#include <string.h>

#include "ui/choice_rows.h"
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/evidence_rows.h"
#include "ui/job_rows.h"
#include "ui/palette.h"
#include "ui/pane_commands.h"
#include "ui/saved_jobs.h"
#include "ui/search_prompt.h"
#include "ui/variant_rows.h"
#include "ui/web_form.h"

/* What is NULL has no meaning there. */
typedef struct {
    bool (*take)(Editor *editor);
    bool (*step)(Editor *editor, int rows);
    void (*changed)(Editor *editor);
    void (*leave)(Editor *editor);
    bool (*respell)(Editor *editor);
    bool (*differ)(Editor *editor);
    bool (*edit)(Editor *editor);
    bool (*rename)(Editor *editor);
    bool (*remove)(Editor *editor);
} PromptRole;

static const PromptRole roles[PROMPT_KINDS] = {
    [PROMPT_PALETTE] = {.take = palette_take, .step = palette_step},
    [PROMPT_PLACES] = {.take = palette_take, .step = palette_step},
    [PROMPT_EVIDENCE] = {.take = evidence_take, .step = evidence_step},
    [PROMPT_JOB] = {.take = job_take, .step = job_step, .respell = job_respell},
    [PROMPT_JOBS] = {.take = choice_take,
                     .step = choice_step,
                     .rename = saved_job_rename,
                     .remove = saved_job_remove},
    [PROMPT_JOB_NAME] = {.take = choice_take},
    [PROMPT_VARIANTS] = {.take = choice_take,
                         .step = choice_step,
                         .differ = variant_differ,
                         .edit = variant_edit,
                         .rename = variant_rename,
                         .remove = variant_remove},
    [PROMPT_VARIANT_NAME] = {.take = choice_take},
    [PROMPT_TAGS] = {.take = choice_take, .step = choice_step},
    [PROMPT_WEB_FORM] = {.take = web_form_take, .step = web_form_step},
    [PROMPT_SEARCH] = {.take = search_take,
                       .step = search_step,
                       .changed = search_changed,
                       .leave = search_leave},
    [PROMPT_REPLACE] = {.take = search_take,
                        .step = search_step,
                        .changed = search_changed,
                        .leave = search_leave},
    [PROMPT_REPLACEMENT] = {.take = replacement_take},
    [PROMPT_IMPORT] = {.take = import_take},
};

static Prompt *prompt_of(Editor *editor)
{
    return &editor->state.prompt;
}

static bool toggle(Editor *editor, PromptKind kind)
{
    Prompt *prompt = prompt_of(editor);
    if (prompt->kind == kind) {
        prompt_close(prompt);
    } else {
        prompt_open(prompt, kind);
    }
    return true;
}

bool command_palette(Editor *editor)
{
    return toggle(editor, PROMPT_PALETTE);
}

bool command_go_to(Editor *editor)
{
    return toggle(editor, PROMPT_PLACES);
}

/* --- among what was found --------------------------------------------------------- */

/* Scripts run any command anywhere: without a line there is nothing to do. */
static const PromptRole *role_of(Editor *editor)
{
    return &roles[prompt_of(editor)->kind];
}

static bool step(Editor *editor, int rows)
{
    const PromptRole *role = role_of(editor);
    return role->step && role->step(editor, rows);
}

static int page_rows(const Editor *editor)
{
    enum { ROWS_KEPT = 3 }; /* the line typed, and two that were seen before */
    int rows = editor->rows - ROWS_KEPT;
    return rows > 2 ? rows : 2;
}

bool command_prompt_before(Editor *editor)
{
    return step(editor, -1);
}

bool command_prompt_after(Editor *editor)
{
    return step(editor, 1);
}

bool command_prompt_page_up(Editor *editor)
{
    return step(editor, -page_rows(editor));
}

bool command_prompt_page_down(Editor *editor)
{
    return step(editor, page_rows(editor));
}

bool command_prompt_take(Editor *editor)
{
    const PromptRole *role = role_of(editor);
    return role->take && role->take(editor);
}

void prompt_leave(Editor *editor)
{
    const PromptRole *role = role_of(editor);
    if (role->leave) {
        role->leave(editor);
    }
    prompt_close(prompt_of(editor));
}

/* --- with what is chosen -------------------------------------------------------------- */

bool prompt_offers(const Editor *editor, const char *command)
{
    const PromptRole *role = &roles[editor->state.prompt.kind];
    const struct {
        const char *command;
        bool is_offered;
    } offers[] = {
        {"prompt-respell", role->respell && job_can_respell(editor)},
        {"prompt-differ", role->differ && choice_has_name(editor)},
        {"prompt-edit", role->edit && choice_has_name(editor)},
        {"prompt-rename", role->rename && choice_has_name(editor)},
        {"prompt-remove", role->remove && choice_has_name(editor)},
        {"prompt-after", role->step},
    };
    for (size_t i = 0; i < sizeof(offers) / sizeof(offers[0]); i++) {
        if (strcmp(offers[i].command, command) == 0) {
            return offers[i].is_offered;
        }
    }
    return true;
}

static bool do_with_choice(Editor *editor, bool (*deed)(Editor *editor))
{
    if (!deed) {
        editor_say(editor, ROLE_MESSAGE, "There is nothing here for that key.");
    }
    return deed && deed(editor);
}

bool command_prompt_respell(Editor *editor)
{
    return do_with_choice(editor, role_of(editor)->respell);
}

bool command_prompt_differ(Editor *editor)
{
    return do_with_choice(editor, role_of(editor)->differ);
}

bool command_prompt_edit(Editor *editor)
{
    return do_with_choice(editor, role_of(editor)->edit);
}

bool command_prompt_rename(Editor *editor)
{
    return do_with_choice(editor, role_of(editor)->rename);
}

bool command_prompt_remove(Editor *editor)
{
    return do_with_choice(editor, role_of(editor)->remove);
}

/* --- typing ------------------------------------------------------------------------ */

/* What is found changes with the text: the choice is the best again. */
static bool changed(Editor *editor, bool is_changed)
{
    const PromptRole *role = role_of(editor);
    prompt_of(editor)->selected = is_changed ? 0 : prompt_of(editor)->selected;
    if (is_changed && role->changed) {
        role->changed(editor);
    }
    return is_changed;
}

void prompt_type(Editor *editor, StrView foreign)
{
    prompt_insert(prompt_of(editor), foreign);
    changed(editor, true);
}

bool command_prompt_left(Editor *editor)
{
    return prompt_left(prompt_of(editor));
}

bool command_prompt_right(Editor *editor)
{
    return prompt_right(prompt_of(editor));
}

bool command_prompt_start(Editor *editor)
{
    prompt_of(editor)->cursor = 0;
    return true;
}

bool command_prompt_end(Editor *editor)
{
    prompt_of(editor)->cursor = prompt_of(editor)->text.length;
    return true;
}

bool command_prompt_erase(Editor *editor)
{
    return changed(editor, prompt_erase_left(prompt_of(editor)));
}

bool command_prompt_delete(Editor *editor)
{
    return changed(editor, prompt_erase_right(prompt_of(editor)));
}

bool command_prompt_erase_word(Editor *editor)
{
    return changed(editor, prompt_erase_word(prompt_of(editor)));
}

bool command_prompt_erase_all(Editor *editor)
{
    prompt_erase_all(prompt_of(editor));
    return changed(editor, true);
}
