#include "strict_xml.h"

#include <stdio.h>
#include <string.h>

enum { DEEPEST = 32 };

typedef struct {
    StrView rest;
    StrBuf *text;
    StrView open[DEEPEST];
    size_t depth;
} Reader;

static bool take(Reader *reader, const char *expected)
{
    if (!view_starts_with(reader->rest, expected)) {
        return false;
    }
    reader->rest = view_slice(reader->rest, strlen(expected), reader->rest.length);
    return true;
}

static StrView take_until(Reader *reader, const char *ends)
{
    size_t at = 0;
    while (at < reader->rest.length && !strchr(ends, reader->rest.data[at])) {
        at++;
    }
    StrView taken = view_slice(reader->rest, 0, at);
    reader->rest = view_slice(reader->rest, at, reader->rest.length);
    return taken;
}

static void skip_blanks(Reader *reader)
{
    reader->rest =
        view_slice(reader->rest, (size_t)(view_trim(reader->rest).data - reader->rest.data),
                   reader->rest.length);
}

static bool take_reference(Reader *reader, StrBuf *text)
{
    static const struct {
        const char *name;
        char byte;
    } references[] = {
        {"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#10;", '\n'}};
    for (size_t i = 0; i < sizeof(references) / sizeof(references[0]); i++) {
        if (take(reader, references[i].name)) {
            strbuf_add_char(text, references[i].byte);
            return true;
        }
    }
    return false;
}

static bool take_attribute(Reader *reader)
{
    StrView name = take_until(reader, "=<>\" ");
    if (name.length == 0 || !take(reader, "=\"")) {
        return false;
    }
    StrBuf value = {0};
    bool is_good = true;
    while (is_good && reader->rest.length > 0 && reader->rest.data[0] != '"') {
        take_until(reader, "\"&<");
        is_good = reader->rest.length > 0 && reader->rest.data[0] != '<' &&
                  (reader->rest.data[0] == '"' || take_reference(reader, &value));
    }
    strbuf_done(&value);
    return is_good && take(reader, "\"");
}

static bool take_end(Reader *reader)
{
    StrView name = take_until(reader, ">");
    return take(reader, ">") && reader->depth > 0 &&
           view_equal(reader->open[--reader->depth], name);
}

static bool take_element(Reader *reader)
{
    StrView name = take_until(reader, " />");
    for (skip_blanks(reader); reader->rest.length > 0; skip_blanks(reader)) {
        if (take(reader, "/>")) {
            bool is_blank = view_ends_with(name, "br") || view_ends_with(name, "tab");
            strbuf_add(reader->text, is_blank ? " " : "");
            return true;
        }
        if (take(reader, ">")) {
            reader->open[reader->depth++] = name;
            return reader->depth < DEEPEST;
        }
        if (!take_attribute(reader)) {
            return false;
        }
    }
    return false;
}

static bool take_piece(Reader *reader)
{
    if (take(reader, "<?") || take(reader, "<!DOCTYPE")) {
        take_until(reader, ">");
        return take(reader, ">");
    }
    if (take(reader, "</")) {
        return take_end(reader);
    }
    if (take(reader, "<")) {
        return take_element(reader);
    }
    strbuf_add_view(reader->text, take_until(reader, "<&"));
    return reader->rest.length == 0 || reader->rest.data[0] == '<' ||
           take_reference(reader, reader->text);
}

bool strict_xml_read(StrView document, StrBuf *text)
{
    Reader reader = {.rest = document, .text = text};
    bool is_good = true;
    while (is_good && reader.rest.length > 0) {
        is_good = take_piece(&reader);
    }
    is_good = is_good && reader.depth == 0;
    if (!is_good) {
        printf("# not well-formed before: %.*s\n", VIEW_ARG(view_slice(reader.rest, 0, 80)));
    }
    return is_good;
}
