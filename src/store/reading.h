/* One text read: its tree of places, the resume made of it, and which node came from where. */
#ifndef STORE_READING_H
#define STORE_READING_H

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/node.h"
#include "store/schema.h"

/* Start with `Reading reading = {0};`. */
typedef struct {
    StrBuf text; /* owned */
    YamlTree tree;
    Node *root;          /* owned until taken */
    bool *is_taken;      /* owned; by index of a YAML node: a node of the resume came from it */
    uint32_t *record_of; /* owned; by index of a bullet's YAML node: its record's, or 0 */
    DiagList faults;
} Reading;

/* Takes over `text`. `memory` may be NULL. */
bool reading_make(Reading *reading, StrBuf *text, const Schema *schema, const YamlMemory *memory,
                  Diag *diag);
void reading_done(Reading *reading);

/* A scalar's text as the resume has it: cleaned, and without the line end of a block text.
 * Appends to `out`. */
void reading_add_text(StrBuf *out, const YamlNode *scalar, const FieldInfo *field);
/* Whether the resume shows nothing of a value: none, an empty text or list, the wrong kind. */
bool reading_says_nothing(const SchemaKey *key, const YamlNode *value);

#endif
