/* JSON text as libyaml can read it, and the way back to the original's bytes. */
#ifndef YAML_DECODE_H
#define YAML_DECODE_H

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"

/* From `decoded` on, text[decoded + n] is original[original + n]; inside a replaced character all
 * bytes belong to its start. */
typedef struct {
    size_t decoded, original;
} DecodeStep;

/* Start with `Decoded decoded = {0};`. */
typedef struct {
    StrBuf text;       /* owned */
    DecodeStep *steps; /* owned */
    size_t count, capacity;
} Decoded;

/* Decodes what libyaml refuses though JSON allows it: surrogate pairs, raw DEL, C1 and other
 * characters in strings, a line break before a colon. Half a surrogate pair becomes U+FFFD and is
 * added to `faults`. */
void json_decode(Decoded *out, StrView text, DiagList *faults);
size_t decoded_origin(const Decoded *decoded, size_t offset);
void decoded_done(Decoded *decoded);

#endif
