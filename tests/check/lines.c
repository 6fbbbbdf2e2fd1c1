/* Judges the lines of standard input as `check --lines` does: one JSON object a line.
 *   lines [bullet|summary] */
#include <stdio.h>
#include <string.h>

#include "bulletproof/check/lines.h"

int main(int count, char *arguments[])
{
    LineOptions options = {.level = LEVEL_MID,
                           .is_summary = count > 1 && strcmp(arguments[1], "summary") == 0};
    char line[65536];
    Arena arena = {0};
    StrBuf out = {0};
    for (size_t number = 1; fgets(line, sizeof(line), stdin); number++) {
        arena_reset(&arena);
        strbuf_clear(&out);
        check_line_json(&out, view_trim(view_of(line)), number, &options, &arena);
        puts(strbuf_text(&out));
    }
    arena_done(&arena);
    strbuf_done(&out);
    return 0;
}
