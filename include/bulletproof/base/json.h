/* JSON texts for reports (RFC 8259). Knows no report; files of resumes have a writer of their own,
 * whose quoting is YAML's, too. */
#ifndef BULLETPROOF_BASE_JSON_H
#define BULLETPROOF_BASE_JSON_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/base/strview.h"

/* Appends `text` (valid UTF-8) as a JSON string, quotes included. */
void json_add_string(StrBuf *out, StrView text);
/* Appends "key":"text"; the key is plain ASCII. */
void json_add_member(StrBuf *out, const char *key, StrView text);
/* Whether it is a number as JSON writes them. */
bool json_is_number(StrView text);
/* Appends the name of a file, which may be any bytes: what is not printable becomes '?'. */
void json_add_file_name(StrBuf *out, const char *name);

#endif
