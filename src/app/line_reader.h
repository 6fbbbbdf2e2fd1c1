/* The lines of a stream, as they come: memory for one line, whatever the stream holds. Knows
 * nothing of what they say. */
#ifndef APP_LINE_READER_H
#define APP_LINE_READER_H

#include "app/crew.h"

/* Start with `LineReader reader = {.descriptor = …, .end = '\n', .limit = …};`. */
typedef struct {
    int descriptor;
    char end;     /* of a line */
    size_t limit; /* bytes of a line */
    StrBuf buffer;
    size_t start, seen; /* bytes given out; bytes behind them that have no end of a line */
    bool is_ended;
    bool is_skipping; /* the rest of a line that is too long */
    int error;        /* errno of a read that failed, which ends the stream */
} LineReader;

/* Puts the next line, without its LF or CRLF, into the empty `line`. One that is too long is cut to
 * one byte more than the limit. */
CrewNext line_reader_next(LineReader *reader, StrBuf *line);
/* Reads once; waits when the descriptor has nothing. */
void line_reader_fill(LineReader *reader);
void line_reader_done(LineReader *reader);

#endif
