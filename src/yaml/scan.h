/* The raw bytes of a text before libyaml sees them: what it would refuse without a place. */
#ifndef YAML_SCAN_H
#define YAML_SCAN_H

#include <stdbool.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strview.h"

/* Whether the text is UTF-8 of a bearable size without control characters. `is_json` lets pass
 * what a JSON string may hold as it is. */
bool scan_text(StrView text, bool is_json, Diag *diag);
/* First byte that is no blank and no byte order mark. */
size_t scan_skip_blanks(StrView text);

enum { BOM_BYTES = 3 };
bool scan_has_bom(StrView text);

#endif
