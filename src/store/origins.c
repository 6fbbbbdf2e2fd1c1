#include "store/origins.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"

static int compare_rows(const void *left, const void *right)
{
    NodeId a = ((const OriginRow *)left)->id;
    NodeId b = ((const OriginRow *)right)->id;
    return (a > b) - (a < b);
}

static uint32_t find_index(const Origins *origins, const Node *node)
{
    if (!origins->is_by_id || node_id(node) == 0) {
        return node_origin(node);
    }
    const OriginRow wanted = {.id = node_id(node)};
    const OriginRow *row = origins->count > 0 ? bsearch(&wanted, origins->rows, origins->count,
                                                        sizeof(wanted), compare_rows)
                                              : NULL;
    return row ? row->index : 0;
}

const YamlNode *origins_find(const void *context, const Node *node)
{
    const OriginSource *source = context;
    uint32_t index = find_index(source->origins, node);
    return index > 0 && index < source->reading->tree.count ? source->reading->tree.nodes[index]
                                                            : NULL;
}

const YamlNode *origins_find_record(const void *context, const Node *bullet)
{
    const OriginSource *source = context;
    const YamlNode *origin = origins_find(context, bullet);
    uint32_t record = origin ? source->reading->record_of[origin->index] : 0;
    return record > 0 ? source->reading->tree.nodes[record] : NULL;
}

void origins_renew(Origins *origins, const Node *root, const Node *saved)
{
    origins->count = 0;
    origins->is_by_id = true;
    const Node *node = root;
    for (const Node *twin = saved; node && twin; twin = node_next(twin, saved)) {
        if (node_id(node) != 0 && node_origin(twin) != 0) {
            origins->rows = vector_grow(origins->rows, origins->count, &origins->capacity,
                                        sizeof(*origins->rows));
            origins->rows[origins->count++] = (OriginRow){node_id(node), node_origin(twin)};
        }
        node = node_next(node, root);
    }
    if (origins->count > 0) {
        qsort(origins->rows, origins->count, sizeof(*origins->rows), compare_rows);
    }
}

void origins_done(Origins *origins)
{
    free(origins->rows);
    *origins = (Origins){0};
}
