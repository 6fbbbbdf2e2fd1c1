#include "app/line_reader.h"

#include <errno.h>
#include <string.h>
#include <unistd.h>

enum { READ_BYTES = 64 * 1024 };

/* Gives `length` bytes out, and passes over them and `between` more. */
static void give(LineReader *reader, StrBuf *line, size_t length, size_t between)
{
    const char *data = reader->buffer.data + reader->start;
    size_t kept = length;
    if (reader->end == '\n' && between > 0 && length > 0 && data[length - 1] == '\r') {
        kept--;
    }
    kept = kept > reader->limit ? reader->limit + 1 : kept;
    strbuf_add_bytes(line, data, kept);
    reader->start += length + between;
    reader->seen = 0;
}

static void skip(LineReader *reader, size_t length)
{
    reader->start += length;
    reader->seen = 0;
}

CrewNext line_reader_next(LineReader *reader, StrBuf *line)
{
    size_t length = reader->buffer.length - reader->start;
    const char *data = length > 0 ? reader->buffer.data + reader->start : "";
    const char *end = memchr(data + reader->seen, reader->end, length - reader->seen);
    if (end && reader->is_skipping) {
        skip(reader, (size_t)(end - data) + 1);
        reader->is_skipping = false;
        return line_reader_next(reader, line);
    }
    if (end) {
        give(reader, line, (size_t)(end - data), 1);
        return CREW_ITEM;
    }
    bool is_too_long = length > reader->limit && !reader->is_skipping;
    if (is_too_long || (reader->is_ended && length > 0 && !reader->is_skipping)) {
        reader->is_skipping = is_too_long;
        give(reader, line, length, 0);
        return CREW_ITEM;
    }
    if (reader->is_skipping) {
        skip(reader, length);
        length = 0;
    }
    reader->seen = length;
    return reader->is_ended ? CREW_END : CREW_LATER;
}

void line_reader_fill(LineReader *reader)
{
    char bytes[READ_BYTES];
    strbuf_splice(&reader->buffer, 0, reader->start, view_of(""));
    reader->start = 0;
    ssize_t got = read(reader->descriptor, bytes, sizeof(bytes));
    if (got > 0) {
        strbuf_add_bytes(&reader->buffer, bytes, (size_t)got);
    } else if (got == 0 || errno != EINTR) {
        reader->error = got == 0 ? 0 : errno;
        reader->is_ended = true;
    }
}

void line_reader_done(LineReader *reader)
{
    strbuf_done(&reader->buffer);
}
