#include "ui/prompt.h"

#include "bulletproof/text/clean.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/word.h"

enum { PROMPT_MOST_BYTES = 1024 };

bool prompt_is_search(const Prompt *prompt)
{
    return prompt->kind >= PROMPT_SEARCH && prompt->kind <= PROMPT_REPLACING;
}

bool prompt_is_line(const Prompt *prompt)
{
    return prompt_is_search(prompt) || prompt->kind == PROMPT_IMPORT;
}

void prompt_open(Prompt *prompt, PromptKind kind)
{
    prompt->kind = kind;
    prompt->cursor = prompt->selected = 0;
    strbuf_clear(&prompt->text);
}

void prompt_close(Prompt *prompt)
{
    prompt->kind = PROMPT_NONE;
}

void prompt_done(Prompt *prompt)
{
    strbuf_done(&prompt->text);
    *prompt = (Prompt){0};
}

/* The last border of two graphemes at or before `offset`: cleaning may have joined what stood on
 * both sides of the cursor. */
static size_t border_before(StrView text, size_t offset)
{
    size_t at = 0;
    for (size_t next = 0; next <= offset && at < text.length; next = grapheme_next(text, at)) {
        at = next;
    }
    return at;
}

void prompt_insert(Prompt *prompt, StrView foreign)
{
    StrBuf head = {0}, text = {0};
    strbuf_add_view(&head, view_slice(strbuf_view(&prompt->text), 0, prompt->cursor));
    strbuf_add_view(&head, foreign);
    text_clean(&text, strbuf_view(&head), CLEAN_LINE);
    size_t end = text.length;
    strbuf_add_view(&text,
                    view_slice(strbuf_view(&prompt->text), prompt->cursor, prompt->text.length));
    if (text.length <= PROMPT_MOST_BYTES) {
        strbuf_clear(&prompt->text);
        text_clean(&prompt->text, strbuf_view(&text), CLEAN_LINE);
        prompt->cursor = border_before(strbuf_view(&prompt->text), end);
    }
    strbuf_done(&head);
    strbuf_done(&text);
}

bool prompt_left(Prompt *prompt)
{
    size_t before = grapheme_previous(strbuf_view(&prompt->text), prompt->cursor);
    bool has_moved = before < prompt->cursor;
    prompt->cursor = before;
    return has_moved;
}

bool prompt_right(Prompt *prompt)
{
    size_t next = grapheme_next(strbuf_view(&prompt->text), prompt->cursor);
    bool has_moved = next > prompt->cursor;
    prompt->cursor = next;
    return has_moved;
}

/* Takes out what lies between the cursor and `start`, left of it. */
static bool erase_from(Prompt *prompt, size_t start)
{
    bool has_any = start < prompt->cursor;
    strbuf_splice(&prompt->text, start, prompt->cursor - start, view_of(""));
    prompt->cursor = start;
    return has_any;
}

bool prompt_erase_left(Prompt *prompt)
{
    return erase_from(prompt, grapheme_previous(strbuf_view(&prompt->text), prompt->cursor));
}

bool prompt_erase_right(Prompt *prompt)
{
    return prompt_right(prompt) && prompt_erase_left(prompt);
}

bool prompt_erase_word(Prompt *prompt)
{
    return erase_from(prompt, word_previous(strbuf_view(&prompt->text), prompt->cursor));
}

void prompt_erase_all(Prompt *prompt)
{
    strbuf_clear(&prompt->text);
    prompt->cursor = 0;
}

size_t prompt_top(size_t selected, int rows)
{
    bool is_below = rows > 0 && selected >= (size_t)rows;
    return is_below ? selected - (size_t)rows + 1 : 0;
}

bool prompt_step(Prompt *prompt, size_t count, int rows)
{
    int wanted = (int)prompt->selected + rows, most = (int)count - 1;
    bool is_single = rows == 1 || rows == -1;
    if (count == 0) {
        return false;
    }
    if (wanted < 0) {
        wanted = is_single ? most : 0;
    } else if (wanted > most) {
        wanted = is_single ? 0 : most;
    }
    prompt->selected = (size_t)wanted;
    return true;
}
