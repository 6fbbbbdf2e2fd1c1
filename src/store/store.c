#include "store/store_inside.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/base/memory.h"
#include "store/place.h"

static Store *store_new(const char *path, const YamlMemory *memory)
{
    Store *store = xalloc(sizeof(*store));
    store->path = path ? xstrdup(path) : NULL;
    store->memory = memory ? *memory : (YamlMemory){0};
    schema_init(&store->schema);
    return store;
}

void store_free(Store *store)
{
    if (store) {
        reading_done(&store->reading);
        origins_done(&store->origins);
        schema_done(&store->schema);
        free(store->path);
        free(store);
    }
}

static bool is_json_name(const char *path)
{
    return path && view_ends_with(view_of(path), ".json");
}

/* Takes over `text`. */
static bool read_text(Store *store, StrBuf *text, Diag *diag)
{
    const YamlMemory *memory = store->memory.resize ? &store->memory : NULL;
    if (!reading_make(&store->reading, text, &store->schema, memory, diag)) {
        return false;
    }
    const YamlTree *tree = &store->reading.tree;
    bool is_json = tree->root ? tree->is_json : is_json_name(store->path);
    store->format = is_json ? STORE_JSON : STORE_YAML;
    return true;
}

static Store *finish(Store *store, StrBuf *text, bool is_good, Diag *diag)
{
    if (is_good && read_text(store, text, diag)) {
        return store;
    }
    strbuf_done(text);
    store_free(store);
    return NULL;
}

Store *store_open(const char *path, Diag *diag)
{
    Store *store = store_new(path, NULL);
    StrBuf text = {0};
    Diag problem = {0};
    bool is_read = file_read(path, YAML_MAX_BYTES, &text, &store->stamp, &problem);
    bool is_missing = !is_read && access(path, F_OK) != 0 && errno == ENOENT;
    if (!is_read && !is_missing && diag) {
        *diag = problem;
    }
    return finish(store, &text, is_read || is_missing, diag);
}

Store *store_read(StrView text, const char *path, const YamlMemory *memory, Diag *diag)
{
    StrBuf copy = {0};
    strbuf_add_view(&copy, text);
    return finish(store_new(path, memory), &copy, true, diag);
}

Node *store_take_root(Store *store)
{
    Node *root = store->reading.root;
    store->reading.root = NULL;
    return root;
}

const DiagList *store_faults(const Store *store)
{
    return &store->reading.faults;
}

StoreFormat store_format(const Store *store)
{
    return store->format;
}

const char *store_path(const Store *store)
{
    return store->path;
}

StrView store_text(const Store *store)
{
    return strbuf_view(&store->reading.text);
}

bool store_exists(const Store *store)
{
    return store->stamp.exists;
}

bool store_is_current(const Store *store)
{
    return !store->path || file_is_unchanged(store->path, &store->stamp);
}

DiagPlace store_place(const Store *store, const Node *node, FieldId field, size_t offset)
{
    const OriginSource source = {&store->reading, &store->origins};
    return place_find(&store->schema, &source, &(PlaceQuery){node, field, offset});
}
