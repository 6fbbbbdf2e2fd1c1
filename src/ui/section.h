/* The sections of a resume as the outline lists them; derived from the table of kinds. Knows no
 * screen. */
#ifndef UI_SECTION_H
#define UI_SECTION_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/model/node.h"

typedef enum {
    SECTION_CONTACT,  /* the mapping "basics" without its summary */
    SECTION_SUMMARY,  /* that one field of it */
    SECTION_LIST,     /* entries of one kind */
    SECTION_SETTINGS, /* the mapping "meta" */
} SectionShape;

typedef struct {
    SectionShape shape;
    NodeKind kind;     /* of the child of the resume that it shows */
    const char *label; /* borrowed */
} Section;

size_t section_count(void);
Section section_at(size_t index);
/* The index of the section that shows `field` of `node`. */
size_t section_of(const Node *node, FieldId field);
/* The node that a section shows; never NULL. */
const Node *section_node(const Section *section, const Node *resume);
/* The entry of its section that `node` is or belongs to; NULL when it belongs to none. */
const Node *section_entry(const Node *node);

#endif
