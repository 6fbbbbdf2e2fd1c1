/* The parts of patching: blocks, brackets, values. */
#ifndef STORE_PATCH_INSIDE_H
#define STORE_PATCH_INSIDE_H

#include "store/entry.h"
#include "store/patch.h"
#include "store/region.h"
#include "store/render.h"

/* Where a YAML node hangs. */
typedef struct {
    const YamlNode *parent; /* a collection, or NULL */
    size_t index;           /* in it */
} Position;

typedef struct {
    StrView text;
    const bool *is_taken; /* by index of a YAML node */
    Position *positions;  /* owned; by index of a YAML node */
    RenderStyle style;
    StrBuf *overwritten;
} Patcher;

/* Appends bytes [start, end) of the old text. */
void patch_keep(const Patcher *patcher, StrBuf *out, size_t start, size_t end);
/* A line end, unless `out` ends in one. */
void patch_end_line(const Patcher *patcher, StrBuf *out);

/* One item of a block from its dash or key to the end of its region, with another value. */
void patch_body(const Patcher *patcher, StrBuf *out, const WantItem *want, const YamlItem *item,
                size_t end);
/* A block collection from the start of its first region; returns how far the old text is used up,
 * at most `limit`. */
size_t patch_block(const Patcher *patcher, StrBuf *out, const Want *want, const YamlNode *node,
                   size_t limit);
/* Where a block collection's own bytes begin. */
size_t patch_block_start(const Patcher *patcher, const YamlNode *node);
/* A value in brackets: [node->start, node->end) and no more. */
void patch_flow(const Patcher *patcher, StrBuf *out, const Want *want, const YamlNode *node);
/* Whether it can be patched item by item. */
bool patch_is_patchable(const Patcher *patcher, const Want *want, const YamlNode *node);
/* From here on list items that come from elsewhere in the file bring their text along. */
void patch_bring_moved(Patcher *patcher);
/* Tells that the old value goes. */
void patch_note_overwritten(const Patcher *patcher, const WantItem *want, const YamlNode *value);

#endif
