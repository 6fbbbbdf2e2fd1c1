/* A YAML or JSON text as a tree that knows where everything stands: bytes, lines, quoting. Judges
 * only what a machine could misread or be drowned by; knows no field. */
#ifndef BULLETPROOF_YAML_TREE_H
#define BULLETPROOF_YAML_TREE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/diag.h"
#include "bulletproof/base/strview.h"

enum {
    YAML_MAX_BYTES = 1024 * 1024,
    YAML_MAX_DEPTH = 64,
};

typedef enum {
    YAML_SCALAR,
    YAML_SEQUENCE,
    YAML_MAPPING,
} YamlKind;

typedef enum {
    YAML_STYLE_PLAIN,
    YAML_STYLE_SINGLE, /* 'quoted' */
    YAML_STYLE_DOUBLE, /* "quoted" */
    YAML_STYLE_LITERAL,
    YAML_STYLE_FOLDED,
    YAML_STYLE_BLOCK, /* collections by indentation */
    YAML_STYLE_FLOW,  /* collections in brackets */
} YamlStyle;

typedef struct YamlNode YamlNode;

/* One item of a sequence or one pair of a mapping. */
typedef struct {
    size_t start;    /* byte of the "-", of the key, of an explicit "?"; in brackets of the item */
    YamlNode *key;   /* NULL in a sequence */
    YamlNode *value; /* never NULL */
    bool is_duplicate; /* the same key stands further up */
} YamlItem;

struct YamlNode {
    YamlKind kind;
    YamlStyle style;
    bool has_tag, has_anchor; /* the span begins with them */
    uint32_t index;           /* in YamlTree.nodes; never 0 */
    size_t start, end; /* bytes [start, end) of the original; a block ends with its last value */
    DiagPlace place;   /* of the start */
    StrView text;      /* of a scalar, decoded; may hold anything but a NUL */
    YamlItem *items;   /* of a collection */
    size_t count;
};

/* Start with `YamlTree tree = {0};`. Everything below lives until yaml_tree_done. */
typedef struct {
    Arena arena;
    StrView text;     /* borrowed: the original; must live as long as the tree */
    YamlNode *root;   /* NULL when there is nothing but comments */
    YamlNode **nodes; /* owned; nodes[0] is NULL */
    size_t count, capacity;
    bool is_json;    /* the text begins with '{' or '[' */
    DiagList faults; /* what does not stop the reading: duplicate keys, halves of a character */
} YamlTree;

/* Reads one document. Fails, with the place and what to do about it, for a text that is too large
 * or too deep, not UTF-8, not YAML, of several documents, with control characters or aliases. */
bool yaml_tree_read(YamlTree *tree, StrView text, Diag *diag);
void yaml_tree_done(YamlTree *tree);

/* The first pair with that key, or NULL; also when `node` is NULL or no mapping. */
const YamlItem *yaml_find(const YamlNode *node, const char *key);
/* Whether it stands for no value: nothing at all, ~ or null, without quotes. */
bool yaml_is_null(const YamlNode *node);
/* Line and column of a byte of the text. */
DiagPlace yaml_place(StrView text, size_t offset);
/* The same for `offset` when byte `from` is known to be at `place`. */
DiagPlace yaml_place_from(StrView text, DiagPlace place, size_t from, size_t offset);

#endif
