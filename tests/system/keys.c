/* Shows in a terminal what came from it: for the tests of the terminal alone. Quits on q, crashes
 * on !, hangs on @, stops on Alt-z, copies a word on Alt-c, forgets what Alt-q raises. With
 * KEYS_MOUSE in the environment it asks for the mouse. On leaving it is interrupted, as by a key
 * that comes too late. */
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>

#include "bulletproof/term/term.h"
#include "term/signals.h"

static void describe(StrBuf *out, const Event *event)
{
    static const char *const kinds[] = {
        [EVENT_KEY] = "key",         [EVENT_PASTE] = "paste",   [EVENT_RESIZE] = "resize",
        [EVENT_IDLE] = "idle",       [EVENT_ANSWER] = "answer", [EVENT_RUN] = "run",
        [EVENT_HANG_UP] = "hang-up", [EVENT_END] = "end",       [EVENT_POINTER] = "pointer",
    };
    static const char *const pointers[] = {"press", "wheel-up", "wheel-down"};
    strbuf_addf(out, "%s <", kinds[event->kind]);
    if (event->kind == EVENT_KEY) {
        key_add_name(out, event->key);
    }
    if (event->kind == EVENT_POINTER) {
        strbuf_addf(out, "%s at row %d, column %d", pointers[event->pointer.kind],
                    event->pointer.row, event->pointer.column);
    }
    strbuf_add_view(out, strbuf_view(&event->text));
    strbuf_add_char(out, '>');
}

static void show(FrontEnd *front, Surface *surface, const StrBuf *said)
{
    int rows, columns;
    front->size(front, &rows, &columns);
    surface_reset(surface, rows, columns);
    surface_put(surface, (Strip){0, 0, columns}, ROLE_HEADING, view_of("Ready • résumé…"));
    surface_fill(surface, (Area){1, 0, 1, 4}, ROLE_RULE, 0x2500);
    StrBuf size = {0};
    strbuf_addf(&size, "%dx%d", columns, rows);
    surface_put(surface, (Strip){2, 0, columns}, ROLE_TEXT, strbuf_view(&size));
    surface_put(surface, (Strip){3, 0, columns}, ROLE_TEXT, strbuf_view(said));
    strbuf_done(&size);
    surface_set_cursor(surface, 3, 0);
    front->present(front, surface);
}

/* False to leave. */
static bool answer(FrontEnd *front, const Event *event, StrBuf *said)
{
    if (event->kind == EVENT_RESIZE) {
        return true; /* the size shows it */
    }
    strbuf_clear(said);
    describe(said, event);
    if (event->kind == EVENT_HANG_UP || key_equal(event->key, (Key){'q', 0})) {
        return false;
    }
    if (key_equal(event->key, (Key){'!', 0})) {
        abort();
    }
    if (key_equal(event->key, (Key){'@', 0})) {
        for (volatile bool hangs = true; hangs;) {
        }
    }
    if (key_equal(event->key, (Key){'z', KEY_MOD_ALT})) {
        strbuf_add(said, front->suspend(front) ? " stopped" : " not stopped");
    }
    if (key_equal(event->key, (Key){'q', KEY_MOD_ALT})) {
        signals_hold_ends();
        raise(SIGQUIT);
        signals_forget_keys();
        signals_let_ends();
    }
    if (key_equal(event->key, (Key){'c', KEY_MOD_ALT})) {
        front->copy(front, view_of("Größe"));
    }
    return true;
}

static void loop(FrontEnd *front)
{
    Surface surface;
    StrBuf said = {0};
    Event event = {0};
    surface_init(&surface, 0, 0);
    do {
        show(front, &surface, &said);
        front->next(front, -1, &event);
    } while (answer(front, &event, &said));
    strbuf_done(&said);
    strbuf_done(&event.text);
    surface_done(&surface);
}

int main(void)
{
    Diag diag = {0};
    TermSettings settings = {.has_mouse = getenv("KEYS_MOUSE") != NULL};
    term_set_locale();
    Terminal *terminal = term_open(&settings, &diag);
    if (!terminal) {
        fprintf(stderr, "%s\n", diag.text);
        return 2;
    }
    loop(term_front_end(terminal));
    term_close(terminal);
    raise(SIGINT);
    raise(SIGQUIT);
    return 0;
}
