/* The comments of a text: a save tells which of them went. */
#ifndef STORE_COMMENT_H
#define STORE_COMMENT_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/yaml/tree.h"

/* Counts the comments of `before` that `after` has not, and appends the first of them, quoted. */
size_t comments_find_lost(StrBuf *out, const YamlTree *before, const YamlTree *after);

#endif
