#include "store/reading.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/clean.h"
#include "store/fault.h"
#include "store/transport.h"

static bool is_one_of(StrView text, const char *const *words)
{
    for (size_t i = 0; words[i]; i++) {
        if (text.length == strlen(words[i]) && strncasecmp(text.data, words[i], text.length) == 0) {
            return true;
        }
    }
    return false;
}

/* The model knows "true" and nothing; a file may say it in the other words of YAML 1.1. */
static StrView flag_text(StrView text)
{
    static const char *const yes[] = {"true", "yes", "on", NULL};
    static const char *const no[] = {"false", "no", "off", NULL};
    if (is_one_of(text, yes)) {
        return view_of("true");
    }
    return is_one_of(text, no) ? view_of("") : text;
}

void reading_add_text(StrBuf *out, const YamlNode *scalar, const FieldInfo *field)
{
    StrView text = scalar->text;
    bool is_block = scalar->style == YAML_STYLE_LITERAL || scalar->style == YAML_STYLE_FOLDED;
    while (is_block && text.length > 0 && text.data[text.length - 1] == '\n') {
        text.length--;
    }
    if (field->field == FIELD_HIDDEN || field->field == FIELD_OFF_PAGE) {
        text = flag_text(text);
    }
    text_clean(out, text, field->type == FIELD_TYPE_PROSE ? CLEAN_PROSE : CLEAN_LINE);
}

bool reading_says_nothing(const SchemaKey *key, const YamlNode *value)
{
    if (yaml_is_null(value) || !schema_fits(key, value)) {
        return true;
    }
    if (value->kind != YAML_SCALAR) {
        return value->count == 0;
    }
    if (key->type != KEY_FIELD) {
        return value->text.length == 0;
    }
    StrBuf text = {0};
    reading_add_text(&text, value, key->field);
    bool is_empty = text.length == 0;
    strbuf_done(&text);
    return is_empty;
}

static bool fill(Reading *reading, const Schema *schema, const YamlMemory *memory, Diag *diag)
{
    const YamlRecord *record = &schema->kinds[NODE_RESUME].record;
    StrBuf transport = {0};
    void *members = NULL;
    transport_write(&transport, schema, reading->tree.root);
    bool is_loaded = yaml_record_load(strbuf_view(&transport), record, memory, &members, NULL);
    if (is_loaded) {
        transport_fill(reading, schema, members);
    } else {
        /* It is YAML of our own, so nothing else can be wrong; libcyaml does not tell when it is
         * libyaml that lacks memory. */
        diag_fail(diag, DIAG_LIMIT, "not enough memory to read this");
    }
    yaml_record_free(record, members);
    strbuf_done(&transport);
    return is_loaded;
}

static void take_faults(Reading *reading, const Schema *schema)
{
    for (size_t i = 0; i < reading->tree.faults.count; i++) {
        diag_list_add(&reading->faults, &reading->tree.faults.items[i]);
    }
    faults_find(schema, &reading->tree, &reading->faults);
    faults_sort(&reading->faults);
    faults_tell_more(&reading->faults);
}

bool reading_make(Reading *reading, StrBuf *text, const Schema *schema, const YamlMemory *memory,
                  Diag *diag)
{
    reading->text = *text;
    *text = (StrBuf){0};
    if (!yaml_tree_read(&reading->tree, strbuf_view(&reading->text), diag)) {
        return false;
    }
    reading->root = node_new(NODE_RESUME);
    reading->is_taken = xalloc(reading->tree.count * sizeof(*reading->is_taken));
    reading->record_of = xalloc(reading->tree.count * sizeof(*reading->record_of));
    const YamlNode *root = reading->tree.root;
    if (!root || yaml_is_null(root)) {
        return true;
    }
    if (root->kind != YAML_MAPPING) {
        return diag_fail_at(diag, DIAG_SYNTAX, root->place,
                            "this is no resume: it should begin with a key such as \"basics:\"");
    }
    if (!fill(reading, schema, memory, diag)) {
        return false;
    }
    take_faults(reading, schema);
    return true;
}

void reading_done(Reading *reading)
{
    yaml_tree_done(&reading->tree);
    node_free(reading->root);
    free(reading->is_taken);
    free(reading->record_of);
    diag_list_done(&reading->faults);
    strbuf_done(&reading->text);
    *reading = (Reading){0};
}
