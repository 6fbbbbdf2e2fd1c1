#include "ui/evidence_rows.h"
#include "ui/overlay.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/fuzzy.h"
#include "ui/command_list.h"

EvidenceKind evidence_kind(const Evidence *skill)
{
    if (!skill->listed) {
        return EVIDENCE_SHOWN;
    }
    return skill->bullet_count > 0 || skill->needs_none ? EVIDENCE_BOTH : EVIDENCE_LISTED;
}

void evidence_rows_done(EvidenceRows *rows)
{
    free(rows->items);
    *rows = (EvidenceRows){0};
}

static void add_row(EvidenceRows *rows, EvidenceRow row)
{
    rows->items = vector_grow(rows->items, rows->count, &rows->capacity, sizeof(*rows->items));
    rows->items[rows->count++] = row;
}

static void add_skill(EvidenceRows *rows, const Evidence *skill)
{
    EvidenceKind kind = evidence_kind(skill);
    add_row(rows, (EvidenceRow){kind, skill, 0});
    for (size_t i = 0; i < skill->bullet_count; i++) {
        add_row(rows, (EvidenceRow){kind, skill, skill->bullets[i]});
    }
}

void evidence_find(const Editor *editor, EvidenceRows *rows)
{
    StrView typed = view_trim(strbuf_view(&editor->state.prompt.text));
    const EvidenceList *all = &editor->evidence;
    for (EvidenceKind kind = 0; kind < EVIDENCE_KINDS; kind++) {
        bool has_heading = false;
        for (size_t i = 0; i < all->count; i++) {
            const Evidence *skill = &all->items[i];
            bool is_wanted = typed.length == 0 || fuzzy_score(view_of(skill->name), typed) > 0;
            if (!is_wanted || evidence_kind(skill) != kind) {
                continue;
            }
            if (!has_heading) {
                add_row(rows, (EvidenceRow){kind, NULL, 0});
                has_heading = true;
            }
            add_skill(rows, skill);
        }
    }
}

/* --- choosing ------------------------------------------------------------------- */

size_t evidence_selected(const Editor *editor, const EvidenceRows *rows)
{
    size_t left = editor->state.prompt.selected;
    for (size_t i = 0; i < rows->count; i++) {
        if (rows->items[i].skill && left-- == 0) {
            return i;
        }
    }
    return rows->count;
}

static size_t count_choices(const EvidenceRows *rows)
{
    size_t count = 0;
    for (size_t i = 0; i < rows->count; i++) {
        count += rows->items[i].skill ? 1 : 0;
    }
    return count;
}

bool evidence_step(Editor *editor, int step)
{
    EvidenceRows rows = {0};
    evidence_find(editor, &rows);
    size_t count = count_choices(&rows);
    evidence_rows_done(&rows);
    return prompt_step(&editor->state.prompt, count, step);
}

static Place place_of(const EvidenceRow *row)
{
    const Evidence *skill = row->skill;
    if (row->bullet || !skill->listed) {
        return (Place){row->bullet ? row->bullet : skill->bullets[0], FIELD_TEXT, 0};
    }
    return (Place){skill->listed, skill->field, 0};
}

bool evidence_choice_at(const Editor *editor, int row, size_t *choice)
{
    EvidenceRows rows = {0};
    evidence_find(editor, &rows);
    size_t top = prompt_top(evidence_selected(editor, &rows), overlay_list_rows(editor));
    size_t index = top + (size_t)row;
    bool is_there = row >= 0 && index < rows.count && rows.items[index].skill;
    *choice = 0;
    for (size_t i = 0; is_there && i < index; i++) {
        *choice += rows.items[i].skill ? 1 : 0;
    }
    evidence_rows_done(&rows);
    return is_there;
}

bool evidence_take(Editor *editor)
{
    EvidenceRows rows = {0};
    evidence_find(editor, &rows);
    size_t selected = evidence_selected(editor, &rows);
    bool is_found = selected < rows.count;
    Place place = is_found ? place_of(&rows.items[selected]) : (Place){0, FIELD_COUNT, 0};
    evidence_rows_done(&rows);
    if (!is_found) {
        return false;
    }
    prompt_close(&editor->state.prompt);
    editor->state.overlay = OVERLAY_NONE;
    editor_go(editor, place);
    return true;
}

bool command_evidence(Editor *editor)
{
    Prompt *prompt = &editor->state.prompt;
    if (prompt->kind == PROMPT_EVIDENCE) {
        prompt_close(prompt);
        return true;
    }
    editor_request(editor, REQUEST_EVIDENCE, NULL);
    return true;
}

void editor_show_evidence(Editor *editor, const EvidenceList *evidence)
{
    editor->evidence = *evidence;
    prompt_open(&editor->state.prompt, PROMPT_EVIDENCE);
}
