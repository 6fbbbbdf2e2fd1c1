/* From the tree to libcyaml and on to the resume. What libcyaml gets is only what the resume can
 * show: its text is written anew from the tree, so that unknown keys, wrong kinds, keys that
 * stand twice and old names cannot make it fail. */
#ifndef STORE_TRANSPORT_H
#define STORE_TRANSPORT_H

#include "store/reading.h"

/* Appends the text that libcyaml reads. */
void transport_write(StrBuf *out, const Schema *schema, const YamlNode *root);
/* Fills the resume from the struct that libcyaml made of that text. */
void transport_fill(Reading *reading, const Schema *schema, const void *members);

#endif
