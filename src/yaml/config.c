#include "bulletproof/yaml/config.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/yaml/tree.h"
#include "yaml/config_check.h"

static const size_t member_bytes[] = {
    [YAML_TEXT] = sizeof(char *),    [YAML_NUMBER] = sizeof(double), [YAML_INTEGER] = sizeof(int),
    [YAML_FLAG] = sizeof(bool),      [YAML_CHOICE] = sizeof(int),    [YAML_TEXTS] = sizeof(char **),
    [YAML_RECORDS] = sizeof(void *),
};

static void swap_bytes(char *a, char *b, size_t bytes)
{
    for (size_t i = 0; i < bytes; i++) {
        char kept = a[i];
        a[i] = b[i];
        b[i] = kept;
    }
}

/* Gives `out` the members that the text has; `loaded` takes the defaults and frees them. */
static void take_members(const YamlNode *node, const YamlRecord *record, char *loaded, char *out)
{
    for (size_t i = 0; i < record->count; i++) {
        const YamlField *field = &record->fields[i];
        const YamlItem *item = yaml_find(node, field->key);
        if (!item || yaml_is_null(item->value)) {
            continue;
        }
        if (field->type == YAML_RECORD) {
            take_members(item->value, field->record, loaded + field->offset, out + field->offset);
            continue;
        }
        swap_bytes(loaded + field->offset, out + field->offset, member_bytes[field->type]);
        if (field->type == YAML_TEXTS || field->type == YAML_RECORDS) {
            swap_bytes(loaded + field->count_offset, out + field->count_offset, sizeof(size_t));
        }
    }
}

bool yaml_config_load(StrView text, const YamlRecord *record, void *out, Diag *diag)
{
    YamlTree tree = {0};
    void *loaded = NULL;
    bool is_good = yaml_tree_read(&tree, text, diag) && config_check(&tree, record, diag) &&
                   yaml_record_load(text, record, NULL, &loaded, diag);
    if (is_good) {
        take_members(tree.root, record, loaded, out);
    }
    yaml_record_free(record, loaded);
    yaml_tree_done(&tree);
    return is_good;
}
