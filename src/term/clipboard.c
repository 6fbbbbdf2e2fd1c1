#include "term/clipboard.h"

#include <stdlib.h>

#include "term/terminfo.h"

enum {
    MOST_BYTES = 74994, /* in base 64 what xterm and tmux take at once */
    SCREEN_BYTES = 250, /* of what screen hands on at once */
};

static void add_base64(StrBuf *out, StrView text)
{
    static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    for (size_t i = 0; i < text.length; i += 3) {
        unsigned bits = 0;
        for (size_t k = 0; k < 3; k++) {
            unsigned byte = i + k < text.length ? (unsigned char)text.data[i + k] : 0;
            bits = bits << 8 | byte;
        }
        strbuf_add_char(out, digits[bits >> 18]);
        strbuf_add_char(out, digits[bits >> 12 & 63]);
        strbuf_add_char(out, i + 1 < text.length ? digits[bits >> 6 & 63] : '=');
        strbuf_add_char(out, i + 2 < text.length ? digits[bits & 63] : '=');
    }
}

/* OSC 52, "manipulate selection data": https://invisible-island.net/xterm/ctlseqs/ctlseqs.html */
static void add_plain(StrBuf *out, StrView text)
{
    strbuf_add(out, "\033]52;c;");
    add_base64(out, text);
    strbuf_add_char(out, '\a');
}

/* tmux hands on what stands in its own string, with every Esc doubled. */
static void add_for_tmux(StrBuf *out, StrView sequence)
{
    strbuf_add(out, "\033Ptmux;");
    for (size_t i = 0; i < sequence.length; i++) {
        strbuf_add(out, sequence.data[i] == '\033' ? "\033" : "");
        strbuf_add_char(out, sequence.data[i]);
    }
    strbuf_add(out, "\033\\");
}

/* screen hands on any device control string, if it is short. */
static void add_for_screen(StrBuf *out, StrView sequence)
{
    for (size_t i = 0; i < sequence.length; i += SCREEN_BYTES) {
        strbuf_add(out, "\033P");
        strbuf_add_view(out, view_slice(sequence, i, i + SCREEN_BYTES));
        strbuf_add(out, "\033\\");
    }
}

void clipboard_add(StrBuf *out, StrView text)
{
    const char *name = getenv("TERM");
    if (terminfo_is_bare(name) || text.length == 0 || text.length > MOST_BYTES) {
        return;
    }
    StrBuf sequence = {0};
    add_plain(&sequence, text);
    if (getenv("STY")) {
        add_for_screen(out, strbuf_view(&sequence));
    } else {
        strbuf_add_view(out, strbuf_view(&sequence));
    }
    if (getenv("TMUX")) {
        /* one of the two is heard: tmux takes the first itself where its clipboard is on */
        add_for_tmux(out, strbuf_view(&sequence));
    }
    strbuf_done(&sequence);
}
