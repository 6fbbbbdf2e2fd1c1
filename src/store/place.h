/* From a character of the resume to its line and column in the file. */
#ifndef STORE_PLACE_H
#define STORE_PLACE_H

#include "bulletproof/base/diag.h"
#include "store/origins.h"

typedef struct {
    const Node *node;
    FieldId field; /* FIELD_COUNT: the node itself */
    size_t offset; /* code points into the field */
} PlaceQuery;

DiagPlace place_find(const Schema *schema, const OriginSource *source, const PlaceQuery *query);

#endif
