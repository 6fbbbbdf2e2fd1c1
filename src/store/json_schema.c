#include "bulletproof/store/json_schema.h"

#include "bulletproof/base/json.h"
#include "bulletproof/text/fold.h"
#include "store/schema.h"

/* Each line is indented by the depth of what is open. */
typedef struct {
    StrBuf *out;
    size_t depth;
    bool has_item; /* what is open has something in it */
} Writer;

static void new_line(Writer *writer)
{
    strbuf_add_char(writer->out, '\n');
    strbuf_add_repeated(writer->out, ' ', 2 * writer->depth);
}

/* Begins a member; its value follows. */
static void member(Writer *writer, const char *key)
{
    strbuf_add(writer->out, writer->has_item ? "," : "");
    new_line(writer);
    json_add_string(writer->out, view_of(key));
    strbuf_add(writer->out, ": ");
    writer->has_item = true;
}

static void open(Writer *writer, const char *key)
{
    member(writer, key);
    strbuf_add_char(writer->out, '{');
    writer->depth++;
    writer->has_item = false;
}

static void close(Writer *writer)
{
    writer->depth--;
    if (writer->has_item) {
        new_line(writer);
    }
    strbuf_add_char(writer->out, '}');
    writer->has_item = true;
}

static void text_member(Writer *writer, const char *key, const char *text)
{
    member(writer, key);
    json_add_string(writer->out, view_of(text));
}

/* A member whose value is JSON already. */
static void raw_member(Writer *writer, const char *key, const char *json)
{
    member(writer, key);
    strbuf_add(writer->out, json);
}

/* --- Values ----------------------------------------------------------------------------------- */

/* A text may stand without quotes, where YAML and JSON have numbers and flags; nothing is absent.
 */
static const char text_types[] = "[\"string\", \"number\", \"boolean\", \"null\"]";
/* True or false; other words of YAML for them are read, but not offered. */
static const char flag[] = "[{\"type\": \"boolean\"}, {\"type\": [\"string\", \"null\"]}]";
/* As the published schema has them, and empty while there is none. */
static const char date_pattern[] =
    "^$|^([1-2][0-9]{3}-[0-1][0-9]-[0-3][0-9]|[1-2][0-9]{3}-[0-1][0-9]|[1-2][0-9]{3})$";

/* The words of fields that take no others. */
static const struct {
    NodeKind kind;
    FieldId field;
    const char *words;
} closed[] = {
    {NODE_SETTINGS, FIELD_LEVEL, "[\"junior\", \"mid\", \"senior\", \"\", null]"},
    {NODE_SETTINGS, FIELD_PAGES,
     "[1, 2, 3, 4, 5, 6, 7, 8, 9, \"1\", \"2\", \"3\", \"4\", \"5\", \"6\", \"7\", \"8\", \"9\", "
     "\"\", null]"},
    {NODE_SETTINGS, FIELD_PDF, "[\"archive\", \"\", null]"},
};

static const char *words_of(const FieldInfo *field)
{
    for (size_t i = 0; i < sizeof(closed) / sizeof(closed[0]); i++) {
        if (closed[i].kind == field->kind && closed[i].field == field->field) {
            return closed[i].words;
        }
    }
    return NULL;
}

static void add_field(Writer *writer, const char *key, const FieldInfo *field)
{
    const char *words = words_of(field);
    open(writer, key);
    text_member(writer, "title", field->label);
    text_member(writer, "description", field->help);
    if (words) {
        raw_member(writer, "enum", words);
    } else if (field->field == FIELD_HIDDEN || field->field == FIELD_OFF_PAGE) {
        raw_member(writer, "anyOf", flag);
    } else if (field->type == FIELD_TYPE_DATE) {
        raw_member(writer, "type", "[\"string\", \"integer\", \"null\"]");
        text_member(writer, "pattern", date_pattern);
        raw_member(writer, "minimum", "1000");
        raw_member(writer, "maximum", "2999");
    } else {
        raw_member(writer, "type", text_types);
    }
    close(writer);
}

/* A definition is named after its kind; that of a bullet is what x-bulletproof has for one. */
static void add_name(StrBuf *out, NodeKind kind)
{
    text_fold(out, view_of(kind_info(kind)->name));
}

static void add_reference(Writer *writer, NodeKind kind)
{
    StrBuf address = {0};
    strbuf_add(&address, "#/definitions/");
    add_name(&address, kind);
    text_member(writer, "$ref", strbuf_text(&address));
    strbuf_done(&address);
}

static void add_list(Writer *writer, const char *label, NodeKind item, bool is_text)
{
    text_member(writer, "title", label);
    raw_member(writer, "type", "[\"array\", \"null\"]");
    open(writer, "items");
    if (is_text) {
        text_member(writer, "description", kind_field(item, FIELD_TEXT)->help);
        raw_member(writer, "type", text_types);
    } else {
        add_reference(writer, item);
    }
    close(writer);
}

static void add_key(Writer *writer, const SchemaKey *key)
{
    if (key->type == KEY_FIELD) {
        add_field(writer, key->key, key->field);
        return;
    }
    open(writer, key->key);
    if (key->type == KEY_MAPPING) {
        add_reference(writer, key->part);
    } else if (key->type == KEY_LIST) {
        const KindInfo *list = kind_info(key->part);
        bool is_text = kind_info(list->item)->shape == SHAPE_TEXT;
        add_list(writer, list->label, list->item, is_text);
    } else if (key->type == KEY_RECORDS) {
        add_list(writer, "What belongs to single bullets", NODE_BULLET, false);
    } else if (key->type == KEY_NUMBER) {
        text_member(writer, "description", "The bullet's number, from 1");
        raw_member(writer, "type", "[\"string\", \"integer\", \"null\"]");
    } else {
        text_member(writer, "description", "The bullet's first words, by which it is found");
        raw_member(writer, "type", text_types);
    }
    close(writer);
}

/* --- Kinds ------------------------------------------------------------------------------------ */

static void add_properties(Writer *writer, const KindSchema *kind)
{
    open(writer, "properties");
    for (size_t i = 0; i < kind->record.count; i++) {
        add_key(writer, &kind->keys[i]);
    }
    close(writer);
}

static void open_definition(Writer *writer, NodeKind kind)
{
    StrBuf name = {0};
    add_name(&name, kind);
    open(writer, strbuf_text(&name));
    strbuf_done(&name);
}

static void add_definitions(Writer *writer, const Schema *schema)
{
    open(writer, "definitions");
    for (NodeKind kind = NODE_RESUME + 1; kind < NODE_KIND_COUNT; kind++) {
        if (schema->kinds[kind].keys) {
            open_definition(writer, kind);
            raw_member(writer, "type", "[\"object\", \"null\"]");
            add_properties(writer, &schema->kinds[kind]);
            close(writer);
        }
    }
    close(writer);
}

void json_schema_add(StrBuf *out)
{
    Schema schema;
    Writer writer = {.out = out, .depth = 1};
    schema_init(&schema);
    strbuf_add_char(out, '{');
    text_member(&writer, "$schema", "http://json-schema.org/draft-07/schema#");
    text_member(&writer, "title", "A resume for bulletproof");
    text_member(&writer, "description",
                "JSON Resume 1.0.0 and what bulletproof keeps beside it. Other keys may stand "
                "anywhere.");
    raw_member(&writer, "type", "[\"object\", \"null\"]");
    add_properties(&writer, &schema.kinds[NODE_RESUME]);
    add_definitions(&writer, &schema);
    writer.depth = 1;
    close(&writer);
    strbuf_add_char(out, '\n');
    schema_done(&schema);
}
