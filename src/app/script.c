#include "app/script.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"

enum {
    DEFAULT_ROWS = 24,
    DEFAULT_COLUMNS = 80,
    LARGEST_SIZE = 1000,
    GOLDEN_LIMIT = 1024 * 1024, /* bytes */
};

struct Script {
    FrontEnd front;
    ScriptSource source;
    StrView rest;        /* the lines that are still to come */
    StrView keys, typed; /* what the line in hand has still to give */
    unsigned line;
    int rows, columns;
    Surface shown;
    bool has_failed;
    Diag failure;
};

/* What a line does: gives an event, or is done with. */
typedef enum {
    STEP_EVENT,
    STEP_DONE,
} Step;

static Step fail(Script *script, const Diag *diag)
{
    script->has_failed = true;
    script->failure = *diag;
    script->failure.place = (DiagPlace){script->line, 0};
    return STEP_DONE;
}

static Step fail_with(Script *script, const char *problem, StrView subject)
{
    Diag diag = {0};
    diag_fail(&diag, DIAG_USAGE, "%s: %.*s", problem, VIEW_ARG(subject));
    return fail(script, &diag);
}

/* --- Lines that give events --- */

static bool take_number(StrView *text, int *number)
{
    size_t digits = 0;
    int value = 0;
    while (digits < text->length && text->data[digits] >= '0' && text->data[digits] <= '9') {
        value = value * 10 + (text->data[digits++] - '0');
        if (value > LARGEST_SIZE) {
            return false;
        }
    }
    *text = view_slice(*text, digits, text->length);
    *number = value;
    return digits > 0;
}

/* "80x24" */
static bool take_pair(StrView text, int *columns, int *rows)
{
    StrView rest = text;
    bool has_columns = take_number(&rest, columns) && view_starts_with(rest, "x");
    rest = view_slice(rest, 1, rest.length);
    return has_columns && take_number(&rest, rows) && rest.length == 0;
}

static Step step_size(Script *script, StrView argument, Event *event)
{
    int columns, rows;
    if (!take_pair(argument, &columns, &rows)) {
        return fail_with(script, "a size is COLUMNSxROWS, each at most 1000, not", argument);
    }
    script->columns = columns;
    script->rows = rows;
    event->kind = EVENT_RESIZE;
    return STEP_EVENT;
}

static Step point(Script *script, StrView argument, PointerKind kind, Event *event)
{
    int column, row;
    if (!take_pair(argument, &column, &row) || column == 0 || row == 0) {
        return fail_with(script, "a place on the screen is COLUMNxROW, from 1, not", argument);
    }
    event->kind = EVENT_POINTER;
    event->pointer = (Pointer){kind, row - 1, column - 1};
    return STEP_EVENT;
}

static Step step_click(Script *script, StrView argument, Event *event)
{
    return point(script, argument, POINTER_PRESS, event);
}

static Step step_wheel_up(Script *script, StrView argument, Event *event)
{
    return point(script, argument, POINTER_WHEEL_UP, event);
}

static Step step_wheel_down(Script *script, StrView argument, Event *event)
{
    return point(script, argument, POINTER_WHEEL_DOWN, event);
}

static Step next_key(Script *script, Event *event)
{
    StrView keys = view_trim(script->keys);
    size_t end = view_find(keys, ' ');
    StrView name = view_slice(keys, 0, end);
    script->keys = view_slice(keys, end, keys.length);
    event->kind = EVENT_KEY;
    return key_parse(name, &event->key) ? STEP_EVENT : fail_with(script, "no such key", name);
}

static Step step_key(Script *script, StrView argument, Event *event)
{
    script->keys = argument;
    return next_key(script, event);
}

static Step next_typed(Script *script, Event *event)
{
    size_t bytes;
    uint32_t code_point = utf8_decode(script->typed, 0, &bytes);
    script->typed = view_slice(script->typed, bytes, script->typed.length);
    event->kind = EVENT_KEY;
    event->key = (Key){code_point, 0};
    return STEP_EVENT;
}

static Step step_type(Script *script, StrView argument, Event *event)
{
    script->typed = argument;
    return argument.length > 0 ? next_typed(script, event) : STEP_DONE;
}

/* The character that a backslash and `letter` stand for. */
static char escaped(char letter)
{
    switch (letter) {
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'e':
        return '\033';
    default:
        return letter;
    }
}

static Step step_paste(Script *script, StrView argument, Event *event)
{
    (void)script;
    event->kind = EVENT_PASTE;
    for (size_t i = 0; i < argument.length; i++) {
        bool is_escape = argument.data[i] == '\\' && i + 1 < argument.length;
        i += is_escape;
        strbuf_add_char(&event->text, is_escape ? escaped(argument.data[i]) : argument.data[i]);
    }
    return STEP_EVENT;
}

static Step step_run(Script *script, StrView argument, Event *event)
{
    (void)script;
    event->kind = EVENT_RUN;
    strbuf_add_view(&event->text, argument);
    return STEP_EVENT;
}

static Step step_open(Script *script, StrView argument, Event *event)
{
    strbuf_add(&event->text, "open ");
    return step_run(script, argument, event);
}

/* --- Lines about the screen --- */

static Step step_screen(Script *script, StrView argument, Event *event)
{
    (void)argument, (void)event;
    char *text = surface_text(&script->shown);
    strbuf_add(script->source.out, text);
    free(text);
    return STEP_DONE;
}

static Step step_roles(Script *script, StrView argument, Event *event)
{
    (void)argument, (void)event;
    char *roles = surface_roles(&script->shown);
    strbuf_add(script->source.out, roles);
    free(roles);
    return STEP_DONE;
}

/* A relative name is taken from the script's folder. Owned by the caller. */
static char *golden_path(const Script *script, StrView name)
{
    StrBuf path = {0};
    const char *slash = strrchr(script->source.path, '/');
    if (slash && !view_starts_with(name, "/")) {
        strbuf_add_bytes(&path, script->source.path, (size_t)(slash + 1 - script->source.path));
    }
    strbuf_add_view(&path, name);
    return strbuf_steal(&path);
}

/* Tells the first row that differs. */
static bool compare(StrView expected, StrView actual, const char *path, Diag *diag)
{
    StrView left = expected, right = actual, expected_row, actual_row;
    for (unsigned row = 1;; row++) {
        bool has_left = view_next_line(&left, &expected_row);
        bool has_right = view_next_line(&right, &actual_row);
        if (!has_left && !has_right) {
            return true;
        }
        expected_row = has_left ? expected_row : view_of("(nothing)");
        actual_row = has_right ? actual_row : view_of("(nothing)");
        if (has_left != has_right || !view_equal(expected_row, actual_row)) {
            return diag_fail(diag, DIAG_CHANGED, "%s: row %u should be \"%.*s\" but is \"%.*s\"",
                             path, row, VIEW_ARG(expected_row), VIEW_ARG(actual_row));
        }
    }
}

static bool meet(const Script *script, const char *path, StrView actual, Diag *diag)
{
    if (script->source.is_updating) {
        return file_write(path, actual, NULL, NULL, diag);
    }
    StrBuf expected = {0};
    bool is_met = file_read(path, GOLDEN_LIMIT, &expected, NULL, diag) &&
                  compare(strbuf_view(&expected), actual, path, diag);
    strbuf_done(&expected);
    return is_met;
}

/* What a file of that name is about; NULL: the text. */
static CellText look_of(const Script *script, StrView name)
{
    const struct {
        const char *ending;
        CellText look;
    } looks[] = {
        {".roles", surface_add_role},
        {".ascii", script->source.as_ascii},
        {".mono", script->source.as_mono},
    };
    for (size_t i = 0; i < sizeof(looks) / sizeof(looks[0]); i++) {
        if (view_ends_with(name, looks[i].ending)) {
            return looks[i].look;
        }
    }
    return NULL;
}

static Step step_expect(Script *script, StrView argument, Event *event)
{
    (void)event;
    Diag diag = {0};
    char *path = golden_path(script, argument);
    CellText look = look_of(script, argument);
    char *actual = look ? surface_dump(&script->shown, look) : surface_text(&script->shown);
    bool is_met = meet(script, path, view_of(actual), &diag);
    free(actual);
    free(path);
    return is_met ? STEP_DONE : fail(script, &diag);
}

/* --- The lines in turn --- */

static const struct {
    const char *word;
    Step (*step)(Script *script, StrView argument, Event *event);
} words[] = {
    {"size", step_size},     {"open", step_open},         {"key", step_key},
    {"type", step_type},     {"paste", step_paste},       {"run", step_run},
    {"screen", step_screen}, {"roles", step_roles},       {"expect", step_expect},
    {"click", step_click},   {"wheel-up", step_wheel_up}, {"wheel-down", step_wheel_down},
};

static Step step_line(Script *script, StrView line, Event *event)
{
    size_t end = view_find(line, ' ');
    StrView word = view_slice(line, 0, end);
    StrView argument = view_slice(line, end + 1, line.length);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        if (view_is(word, words[i].word)) {
            return words[i].step(script, argument, event);
        }
    }
    return fail_with(script, "a script has no such line", word);
}

static Step next_line(Script *script, Event *event)
{
    StrView line;
    view_next_line(&script->rest, &line);
    script->line++;
    bool is_silent = view_trim(line).length == 0 || view_starts_with(line, "#");
    return is_silent ? STEP_DONE : step_line(script, line, event);
}

static Step next_step(Script *script, Event *event)
{
    if (script->typed.length > 0) {
        return next_typed(script, event);
    }
    if (view_trim(script->keys).length > 0) {
        return next_key(script, event);
    }
    return next_line(script, event);
}

static bool is_over(const Script *script)
{
    return script->has_failed || (script->rest.length == 0 && script->typed.length == 0 &&
                                  view_trim(script->keys).length == 0);
}

/* The next line looks at the screen: a reader would have waited for what is made when keys rest. */
static bool is_look_next(const Script *script)
{
    StrView rest = script->rest, line;
    bool has_keys = script->typed.length > 0 || view_trim(script->keys).length > 0;
    return !has_keys && view_next_line(&rest, &line) &&
           (view_starts_with(line, "screen") || view_starts_with(line, "roles") ||
            view_starts_with(line, "expect"));
}

static void front_next(FrontEnd *front, int timeout_milliseconds, Event *event)
{
    Script *script = front->state;
    strbuf_clear(&event->text);
    event->key = (Key){0};
    if (timeout_milliseconds >= 0 && is_look_next(script)) {
        event->kind = EVENT_IDLE;
        return;
    }
    while (!is_over(script)) {
        if (next_step(script, event) == STEP_EVENT) {
            return;
        }
    }
    event->kind = EVENT_END;
}

static void front_size(FrontEnd *front, int *rows, int *columns)
{
    const Script *script = front->state;
    *rows = script->rows;
    *columns = script->columns;
}

static void front_present(FrontEnd *front, const Surface *surface)
{
    Surface *shown = &((Script *)front->state)->shown;
    surface_reset(shown, surface->rows, surface->columns);
    size_t count = (size_t)surface->rows * (size_t)surface->columns;
    if (count > 0) {
        memcpy(shown->cells, surface->cells, count * sizeof(*shown->cells));
    }
    surface_set_cursor(shown, surface->cursor_row, surface->cursor_column);
}

static void front_repaint(FrontEnd *front)
{
    (void)front;
}

static bool front_suspend(FrontEnd *front)
{
    (void)front;
    return false;
}

Script *script_new(const ScriptSource *source)
{
    Script *script = xalloc(sizeof(*script));
    script->source = *source;
    script->rest = source->text;
    script->rows = DEFAULT_ROWS;
    script->columns = DEFAULT_COLUMNS;
    script->front = (FrontEnd){.state = script,
                               .size = front_size,
                               .next = front_next,
                               .present = front_present,
                               .repaint = front_repaint,
                               .suspend = front_suspend};
    surface_init(&script->shown, script->rows, script->columns);
    return script;
}

void script_free(Script *script)
{
    if (script) {
        surface_done(&script->shown);
        free(script);
    }
}

FrontEnd *script_front_end(Script *script)
{
    return &script->front;
}

bool script_result(const Script *script, Diag *diag)
{
    if (script->has_failed && diag) {
        *diag = script->failure;
    }
    return !script->has_failed;
}

unsigned script_line(const Script *script)
{
    return script->line;
}
