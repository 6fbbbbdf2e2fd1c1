#include "app/fetch.h"

#include <string.h>

static StrView next_word(StrView *rest)
{
    *rest = view_trim(*rest);
    StrView word = view_slice(*rest, 0, view_find(*rest, ' '));
    *rest = view_slice(*rest, word.length, rest->length);
    return word;
}

static bool is_plain(char byte)
{
    bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
    return is_letter || (byte >= '0' && byte <= '9') || strchr("/._-+,@:", byte);
}

static bool needs_quotes(StrView text)
{
    for (size_t i = 0; i < text.length; i++) {
        if (!is_plain(text.data[i])) {
            return true;
        }
    }
    return false;
}

/* For a shell: a quote ends the quotes, stands by itself, and begins them again. */
static void add_quoted(StrBuf *out, StrView text)
{
    if (!needs_quotes(text)) {
        strbuf_add_view(out, text);
        return;
    }
    strbuf_add_char(out, '\'');
    for (size_t i = 0; i < text.length; i++) {
        strbuf_add(out, text.data[i] == '\'' ? "'\\''" : "");
        if (text.data[i] != '\'') {
            strbuf_add_char(out, text.data[i]);
        }
    }
    strbuf_add_char(out, '\'');
}

bool fetch_add_line(StrBuf *out, const char *connection, const char *user, const char *path)
{
    StrView rest = view_of(connection);
    next_word(&rest);
    next_word(&rest);
    StrView host = next_word(&rest), port = next_word(&rest);
    if (port.length == 0) {
        return false;
    }
    bool is_sixth = view_find(host, ':') < host.length;
    bool has_default_port = view_is(port, "22");
    StrBuf source = {0};
    strbuf_addf(&source, "%s@%s%.*s%s:%s", user, is_sixth ? "[" : "", VIEW_ARG(host),
                is_sixth ? "]" : "", path);
    strbuf_add(out, "scp ");
    if (!has_default_port) {
        strbuf_addf(out, "-P %.*s ", VIEW_ARG(port));
    }
    add_quoted(out, strbuf_view(&source));
    strbuf_add(out, " .");
    strbuf_done(&source);
    return true;
}
