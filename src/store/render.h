/* New text for what the file should say: blocks by indentation, brackets, JSON. */
#ifndef STORE_RENDER_H
#define STORE_RENDER_H

#include "bulletproof/base/strbuf.h"
#include "store/want.h"

/* How the file around it is written. */
typedef struct RenderStyle RenderStyle;
struct RenderStyle {
    size_t step;          /* blanks from a key to the keys under it */
    size_t dash;          /* blanks from a key to the dashes under it */
    const char *line_end; /* borrowed */
    bool is_json;
    bool is_compact; /* JSON without line ends */
    /* Writes a list item that has a text of its own already, from the start of its line to a line
     * end; false when it has none. May be NULL. */
    bool (*write_item)(const RenderStyle *style, StrBuf *out, const Want *item, size_t indent);
    /* The same for an item in brackets, and nothing around it. */
    bool (*write_flow_item)(const RenderStyle *style, StrBuf *out, const Want *item);
    void *context; /* of both */
};

/* The lines of a mapping's pairs; the first without its indentation, which stands already. */
void render_pairs(StrBuf *out, const Want *mapping, size_t indent, const RenderStyle *style);
/* One pair, its line end included. */
void render_pair(StrBuf *out, const WantItem *item, size_t indent, const RenderStyle *style);
/* "- item" and its line end, without the indentation before it. */
void render_item(StrBuf *out, const Want *item, size_t indent, const RenderStyle *style);
/* What stands after "key:", from the blank to the last line end. `indent` is the key's. */
void render_value(StrBuf *out, const Want *value, size_t indent, const RenderStyle *style);
/* A value in brackets or quotes, without line ends in YAML; in JSON over several lines, those
 * after the first indented by more than `indent`. */
void render_flow(StrBuf *out, const Want *value, size_t indent, const RenderStyle *style);
/* `"key": value` or `key: value`, for brackets. */
void render_flow_pair(StrBuf *out, const WantItem *item, size_t indent, const RenderStyle *style);
/* A whole file. */
void render_file(StrBuf *out, const Want *root, const RenderStyle *style);

#endif
