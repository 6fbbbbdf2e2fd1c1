#include "sample.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/yaml/tree.h"

static void fill(Node *node, const YamlNode *yaml);

static void fill_item(Node *list, const YamlNode *yaml)
{
    Node *item = node_append(list, node_new(kind_info(node_kind(list))->item));
    if (yaml->kind == YAML_SCALAR) {
        node_set(item, FIELD_TEXT, yaml->text);
    } else {
        fill(item, yaml);
    }
}

static void fill_key(Node *node, const char *key, const YamlNode *yaml)
{
    if (yaml_is_null(yaml)) {
        return;
    }
    size_t count;
    const NodeKind *parts = kind_children(node_kind(node), &count);
    for (size_t i = 0; i < count; i++) {
        if (strcmp(kind_info(parts[i])->key, key) == 0) {
            fill(node_part_mutable(node, parts[i]), yaml);
        }
    }
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    for (size_t i = 0; i < count; i++) {
        if (yaml->kind == YAML_SCALAR && strcmp(field_key(fields[i].field), key) == 0) {
            node_set(node, fields[i].field, yaml->text);
        }
    }
}

static void fill(Node *node, const YamlNode *yaml)
{
    for (size_t i = 0; i < yaml->count; i++) {
        const YamlItem *item = &yaml->items[i];
        if (yaml->kind == YAML_SEQUENCE) {
            fill_item(node, item->value);
        } else {
            char key[64];
            snprintf(key, sizeof(key), "%.*s", VIEW_ARG(item->key->text));
            fill_key(node, key, item->value);
        }
    }
}

Node *sample_read(StrView text)
{
    YamlTree tree = {0};
    Diag diag;
    if (!yaml_tree_read(&tree, text, &diag)) {
        fprintf(stderr, "sample: %s\n", diag.text);
        abort();
    }
    Node *root = node_new(NODE_RESUME);
    if (tree.root) {
        fill(root, tree.root);
    }
    yaml_tree_done(&tree);
    return root;
}

Node *sample_load(const char *name)
{
    const EmbeddedFile *file = embedded_find(name);
    if (!file) {
        fprintf(stderr, "sample: there is no %s\n", name);
        abort();
    }
    return sample_read(file->text);
}
