#include "model/history.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"

/* Newest first: an edit may speak of nodes that an older one keeps alive. */
static void forget_after(History *history, size_t count)
{
    while (history->count > count) {
        edit_done(&history->edits[--history->count]);
    }
}

static bool opens_step(const History *history)
{
    return history->depth == 0 || !history->has_opened;
}

Edit *history_add(History *history, Edit edit)
{
    forget_after(history, history->done);
    if (history->saved != HISTORY_NOWHERE && history->saved > history->done) {
        history->saved = HISTORY_NOWHERE;
    }
    edit.opens_step = opens_step(history);
    history->has_opened = true;
    history->is_sealed = false;
    history->edits = vector_grow(history->edits, history->count, &history->capacity, sizeof(Edit));
    history->edits[history->count++] = edit;
    history->done = history->count;
    return &history->edits[history->count - 1];
}

Edit *history_open_edit(const History *history)
{
    bool is_open = !history->is_sealed && history->done > 0 && history->done == history->count;
    return is_open ? &history->edits[history->done - 1] : NULL;
}

void history_begin(History *history)
{
    if (history->depth++ == 0) {
        history->has_opened = false;
        history_seal(history);
    }
}

void history_end(History *history)
{
    if (--history->depth == 0) {
        history_seal(history);
    }
}

void history_seal(History *history)
{
    history->is_sealed = true;
}

void history_mark_saved(History *history)
{
    history_seal(history);
    history->saved = history->done;
}

size_t history_step_start(const History *history)
{
    size_t start = history->done;
    while (start > 0 && !history->edits[--start].opens_step) {
    }
    return start;
}

size_t history_step_end(const History *history)
{
    size_t end = history->done;
    if (end < history->count) {
        end++;
    }
    while (end < history->count && !history->edits[end].opens_step) {
        end++;
    }
    return end;
}

/* A step of several edits is named by what comes, goes or moves: a split bullet is a new one. */
const Edit *history_lead(const History *history, size_t start, size_t end)
{
    size_t lead = start;
    while (lead < end && history->edits[lead].kind == EDIT_SPLICE) {
        lead++;
    }
    return start == end ? NULL : &history->edits[lead < end ? lead : start];
}

/* Texts among the edits, each of which is changed on its own: a step goes from one to the next. */
static size_t count_texts(const History *history, size_t start, size_t end)
{
    size_t count = 1;
    for (size_t i = start + 1; i < end; i++) {
        const Edit *before = &history->edits[i - 1], *edit = &history->edits[i];
        count += edit->node != before->node || edit->field != before->field ? 1 : 0;
    }
    return count;
}

const char *history_label(const History *history, size_t start, size_t end, StrBuf *out)
{
    const Edit *lead = history_lead(history, start, end);
    if (!lead) {
        return NULL;
    }
    size_t texts = lead->kind == EDIT_SPLICE ? count_texts(history, start, end) : 1;
    strbuf_clear(out);
    if (texts > 1) {
        strbuf_addf(out, "changing %zu texts", texts);
    } else {
        edit_add_label(out, lead);
    }
    return strbuf_text(out);
}

void history_done(History *history)
{
    forget_after(history, 0);
    free(history->edits);
    *history = (History){0};
}
