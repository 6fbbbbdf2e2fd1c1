/* Which bytes of a block belong to which of its items: comments above it, itself, and what stands
 * behind and deeper below it. Every byte of a block belongs to exactly one item. */
#ifndef STORE_REGION_H
#define STORE_REGION_H

#include "bulletproof/yaml/tree.h"

/*     # of the item          <- start
 *     - name: A   # too      <- item
 *         # deeper: too
 *                            <- end; start of the next one
 *     # of the next item
 *     - name: B
 */
typedef struct {
    size_t start; /* of a line, or the item itself when something stands before it in its line */
    size_t item;  /* the dash or the key */
    size_t end;
} Region;

/* Of item `index` of a block collection that ends before `limit`. */
Region region_of(StrView text, const YamlNode *node, size_t index, size_t limit);
/* Whether the byte ends a line. */
bool is_line_end(StrView text, size_t offset);
/* Bytes from the start of the line. */
size_t column_of(StrView text, size_t offset);
size_t line_start_of(StrView text, size_t offset);
/* Just after the line end of the line that `offset` is in, at most `limit`. */
size_t line_end_of(StrView text, size_t offset, size_t limit);
/* Whether only blanks stand in [start, end). */
bool is_blank_between(StrView text, size_t start, size_t end);

#endif
