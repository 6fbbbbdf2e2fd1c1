/* How a text is written as a YAML or JSON scalar, so that every reader reads it back the same. */
#ifndef STORE_SCALAR_H
#define STORE_SCALAR_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"

/* Double-quoted, on one line, raw UTF-8; valid in JSON and YAML. */
void scalar_add_quoted(StrBuf *out, StrView text);
/* On one line: plain where YAML 1.1 and 1.2 both read the same text, else quoted. Inside brackets
 * (`is_flow`) more has to be quoted. */
void scalar_add_line(StrBuf *out, StrView text, bool is_flow);
/* Whether it reads better, and reads back the same, as lines after a "|". */
bool scalar_is_block(StrView text);
/* The lines after a "|-", each after `indent` blanks and before `line_end`. */
void scalar_add_block_lines(StrBuf *out, StrView text, size_t indent, const char *line_end);

#endif
