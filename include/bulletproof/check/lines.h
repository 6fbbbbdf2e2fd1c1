/* One text a line, judged, as one JSON object a line: what other programs read. Knows no file. */
#ifndef BULLETPROOF_CHECK_LINES_H
#define BULLETPROOF_CHECK_LINES_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/check/check.h"

typedef struct {
    bool is_summary; /* the lines are summaries, not bullets */
    Level level;
    bool is_current;
    const CheckExtras *extras; /* NULL: the rules alone */
} LineOptions;

/* Judges `line` (valid UTF-8) and appends one JSON object without a line end. A line that is
 * itself a JSON object {"id":…,"level":…,"tense_context":…,"text":…} is judged with those, and
 * its id comes back. `number` is 1-based. Offsets are code points, half-open. */
void check_line_json(StrBuf *out, StrView line, size_t number, const LineOptions *options,
                     Arena *arena);

#endif
