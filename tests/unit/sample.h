/* Resumes for tests of what is below the store: a file's text as a tree of nodes. */
#ifndef TESTS_UNIT_SAMPLE_H
#define TESTS_UNIT_SAMPLE_H

#include "bulletproof/model/node.h"

/* The resume of a YAML or JSON text, unknown keys passed over, ids counted from 1. Aborts when it
 * is malformed. Owned by the caller. */
Node *sample_read(StrView text);
/* The resume of a file that is built in, such as "samples/mid.yaml". Owned by the caller. */
Node *sample_load(const char *name);

#endif
