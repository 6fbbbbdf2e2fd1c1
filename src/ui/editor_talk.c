/* What the editor and the one who runs it tell each other: messages, questions, requests. */
#include <stdarg.h>
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "ui/editor_state.h"

static char *copy_or_null(const char *text)
{
    return text ? xstrdup(text) : NULL;
}

void editor_set_file(Editor *editor, const char *name)
{
    free(editor->file);
    editor->file = copy_or_null(name);
}

void editor_set_pages(Editor *editor, const char *note)
{
    free(editor->pages);
    editor->pages = copy_or_null(note);
}

void editor_set_reading(Editor *editor, StrView reading)
{
    strbuf_clear(&editor->reading);
    strbuf_add_view(&editor->reading, reading);
}

void editor_set_map(Editor *editor, StrView map)
{
    strbuf_clear(&editor->map);
    strbuf_add_view(&editor->map, map);
}

int editor_side_columns(const Editor *editor)
{
    return editor_frame(editor).side.columns;
}

void editor_set_side_map(Editor *editor, StrView map)
{
    strbuf_clear(&editor->side_map);
    strbuf_add_view(&editor->side_map, map);
}

void editor_set_judgement(Editor *editor, const Judgement *judgement)
{
    editor->judgement = *judgement;
}

void editor_request(Editor *editor, RequestKind request, const char *argument)
{
    editor->request = request;
    strbuf_clear(&editor->request_argument);
    strbuf_add(&editor->request_argument, argument ? argument : "");
}

Request editor_take_request(Editor *editor)
{
    Request request = {editor->request, strbuf_view(&editor->request_argument)};
    editor->request = REQUEST_NONE;
    return request;
}

/* --- sentences ------------------------------------------------------------------ */

/* The key of the command of that name; false when it is no command's. */
static bool add_key_of(StrBuf *out, const Editor *editor, StrView name)
{
    Key key;
    const Command *command = command_find(name);
    if (command && keymap_key_of(&editor->keymap, command, &key)) {
        key_add_short(out, key);
    } else if (command) {
        strbuf_add_view(out, name);
    }
    return command != NULL;
}

void editor_add_sentence(StrBuf *out, const Editor *editor, StrView text)
{
    const char mark = KEY_OF("")[0];
    while (text.length > 0) {
        size_t start = view_find(text, mark);
        utf8_add_printable(out, view_slice(text, 0, start));
        text = view_slice(text, start + 1, text.length);
        StrView name = view_slice(text, 0, view_find(text, mark));
        bool is_key = name.length < text.length && add_key_of(out, editor, name);
        text = view_slice(text, is_key ? name.length + 1 : 0, text.length);
    }
}

/* Owned by the caller. */
static char *sentence(const Editor *editor, const char *text)
{
    StrBuf out = {0};
    editor_add_sentence(&out, editor, view_of(text));
    return strbuf_steal(&out);
}

void editor_say(Editor *editor, Role role, const char *format, ...)
{
    StrBuf text = {0};
    va_list args;
    va_start(args, format);
    strbuf_vaddf(&text, format, args);
    va_end(args);
    strbuf_clear(&editor->state.message);
    editor_add_sentence(&editor->state.message, editor, strbuf_view(&text));
    editor->state.message_role = role;
    strbuf_done(&text);
}

void question_close(Question *question)
{
    for (size_t i = 0; i < question->count; i++) {
        free(question->choices[i].label);
        free(question->choices[i].argument);
    }
    free(question->title);
    free(question->detail);
    strbuf_done(&question->lines);
    *question = (Question){0};
}

void editor_ask(Editor *editor, const char *title, const char *detail)
{
    Question *question = &editor->state.question;
    question_close(question);
    prompt_close(&editor->state.prompt);
    editor->state.overlay = OVERLAY_NONE;
    question->is_open = true;
    question->title = sentence(editor, title);
    question->detail = sentence(editor, detail);
}

void editor_offer(Editor *editor, const char *label, RequestKind request, const char *argument)
{
    Question *question = &editor->state.question;
    if (question->count < QUESTION_MOST_CHOICES) {
        question->choices[question->count++] =
            (Choice){sentence(editor, label), request, copy_or_null(argument)};
    }
}

void editor_add_detail(Editor *editor, StrView lines)
{
    strbuf_add_view(&editor->state.question.lines, lines);
}

void editor_show_differences(Editor *editor, const char *title, StrView lines)
{
    strbuf_clear(&editor->differences);
    strbuf_addf(&editor->differences, "%s\n", title);
    strbuf_add_view(&editor->differences, lines);
    editor->state.overlay = OVERLAY_DIFFERENCES;
    editor->state.overlay_top = 0;
}

bool editor_is_asking(const Editor *editor)
{
    return editor->state.question.is_open;
}

void editor_close_question(Editor *editor)
{
    question_close(&editor->state.question);
}
