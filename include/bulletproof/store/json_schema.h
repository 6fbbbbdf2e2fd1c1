/* The tables of kinds and fields as a JSON Schema (draft-07), by which editors complete and check
 * the file of a resume. Knows no editor. */
#ifndef BULLETPROOF_STORE_JSON_SCHEMA_H
#define BULLETPROOF_STORE_JSON_SCHEMA_H

#include "bulletproof/base/strbuf.h"

/* Appends the schema, one line a key. Whatever the program reads without a fault is valid by it;
 * keys that it does not know may stand anywhere. */
void json_schema_add(StrBuf *out);

#endif
