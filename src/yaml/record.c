#include "bulletproof/yaml/record.h"

#include <cyaml/cyaml.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/arena.h"

/* Strict words instead of CYAML_BOOL, which takes any word for true. */
static const cyaml_strval_t flag_words[] = {
    {"true", 1}, {"yes", 1}, {"on", 1}, {"false", 0}, {"no", 0}, {"off", 0},
};

static const cyaml_schema_value_t text_item = {
    .type = CYAML_STRING,
    .flags = CYAML_FLAG_POINTER,
    .data_size = sizeof(char *),
    .string = {.min = 0, .max = CYAML_UNLIMITED},
};

/* --- The schema, built from the fields -------------------------------------------------------- */

static const cyaml_schema_field_t *build_fields(Arena *arena, const YamlRecord *record);

static cyaml_schema_value_t mapping_value(Arena *arena, const YamlRecord *record, int flags)
{
    return (cyaml_schema_value_t){
        .type = CYAML_MAPPING,
        .flags = (enum cyaml_flag)flags,
        .data_size = (uint32_t)record->bytes,
        .mapping = {.fields = build_fields(arena, record)},
    };
}

static const cyaml_schema_value_t *list_item(Arena *arena, const YamlField *field)
{
    if (field->type == YAML_TEXTS) {
        return &text_item;
    }
    cyaml_schema_value_t *item = arena_alloc(arena, sizeof(*item));
    *item = mapping_value(arena, field->record, CYAML_FLAG_DEFAULT);
    return item;
}

static cyaml_schema_value_t list_value(Arena *arena, const YamlField *field)
{
    const cyaml_schema_value_t *item = list_item(arena, field);
    return (cyaml_schema_value_t){
        .type = CYAML_SEQUENCE,
        .flags = (enum cyaml_flag)(CYAML_FLAG_POINTER_NULL_STR | CYAML_FLAG_OPTIONAL),
        .data_size = item->data_size,
        .sequence = {.entry = item, .min = 0, .max = CYAML_UNLIMITED},
    };
}

static cyaml_schema_value_t choice_value(Arena *arena, const YamlField *field)
{
    uint32_t count = 0;
    while (field->words[count]) {
        count++;
    }
    cyaml_strval_t *words = arena_alloc(arena, count * sizeof(*words));
    for (uint32_t i = 0; i < count; i++) {
        words[i] = (cyaml_strval_t){field->words[i], i};
    }
    return (cyaml_schema_value_t){
        .type = CYAML_ENUM,
        .flags = (enum cyaml_flag)(CYAML_FLAG_OPTIONAL | CYAML_FLAG_STRICT),
        .data_size = sizeof(int),
        .enumeration = {.strings = words, .count = count},
    };
}

static cyaml_schema_value_t field_value(Arena *arena, const YamlField *field)
{
    cyaml_schema_value_t value = {.flags = CYAML_FLAG_OPTIONAL};
    switch (field->type) {
    case YAML_TEXT:
        value = text_item;
        value.flags = (enum cyaml_flag)(CYAML_FLAG_POINTER_NULL | CYAML_FLAG_OPTIONAL);
        return value;
    case YAML_NUMBER:
        value.type = CYAML_FLOAT;
        value.data_size = sizeof(double);
        return value;
    case YAML_INTEGER:
        value.type = CYAML_INT;
        value.data_size = sizeof(int);
        return value;
    case YAML_FLAG:
        value.type = CYAML_ENUM;
        value.flags = (enum cyaml_flag)(CYAML_FLAG_OPTIONAL | CYAML_FLAG_STRICT);
        value.data_size = sizeof(bool);
        value.enumeration.strings = flag_words;
        value.enumeration.count = sizeof(flag_words) / sizeof(flag_words[0]);
        return value;
    case YAML_CHOICE:
        return choice_value(arena, field);
    case YAML_RECORD:
        return mapping_value(arena, field->record, CYAML_FLAG_OPTIONAL);
    case YAML_TEXTS:
    case YAML_RECORDS:
        break;
    }
    return list_value(arena, field);
}

static const cyaml_schema_field_t *build_fields(Arena *arena, const YamlRecord *record)
{
    cyaml_schema_field_t *fields = arena_alloc(arena, (record->count + 1) * sizeof(*fields));
    for (size_t i = 0; i < record->count; i++) {
        const YamlField *field = &record->fields[i];
        fields[i] = (cyaml_schema_field_t){
            .key = field->key,
            .data_offset = (uint32_t)field->offset,
            .count_offset = (uint32_t)field->count_offset,
            .count_size = sizeof(size_t),
            .value = field_value(arena, field),
        };
    }
    return fields;
}

/* --- Loading ---------------------------------------------------------------------------------- */

/* libcyaml tells what is wrong only through its log: the message first, then where. */
__attribute__((format(printf, 3, 0))) static void keep_log(cyaml_log_t level, void *context,
                                                           const char *format, va_list args)
{
    Diag *diag = context;
    char line[DIAG_TEXT_BYTES];
    (void)level;
    vsnprintf(line, sizeof(line), format, args);
    line[strcspn(line, "\n")] = '\0';
    if (diag->kind == DIAG_NONE) {
        const char *message = strncmp(line, "Load: ", 6) == 0 ? line + 6 : line;
        diag_fail(diag, DIAG_SYNTAX, "%s", message);
    }
    const char *place = strstr(line, "(line: ");
    if (place && diag->place.line == 0) {
        sscanf(place, "(line: %u, column: %u)", &diag->place.line, &diag->place.column);
    }
}

static bool report(cyaml_err_t error, const Diag *log, Diag *diag)
{
    if (error == CYAML_ERR_OOM) {
        return diag_fail(diag, DIAG_LIMIT, "not enough memory to read this");
    }
    if (log->kind == DIAG_NONE) {
        return diag_fail(diag, DIAG_SYNTAX, "%s", cyaml_strerror(error));
    }
    return diag_fail_at(diag, DIAG_SYNTAX, log->place, "%s", log->text);
}

bool yaml_record_load(StrView text, const YamlRecord *record, const YamlMemory *memory, void **out,
                      Diag *diag)
{
    Arena arena = {0};
    Diag log = {0};
    const cyaml_schema_value_t schema = mapping_value(&arena, record, CYAML_FLAG_POINTER_NULL);
    const cyaml_config_t config = {
        .log_fn = keep_log,
        .log_ctx = &log,
        .log_level = CYAML_LOG_ERROR,
        .mem_fn = memory ? memory->resize : cyaml_mem,
        .mem_ctx = memory ? memory->context : NULL,
        .flags = CYAML_CFG_NO_ALIAS | CYAML_CFG_IGNORE_UNKNOWN_KEYS,
    };
    cyaml_data_t *loaded = NULL;
    cyaml_err_t error =
        cyaml_load_data((const uint8_t *)text.data, text.length, &config, &schema, &loaded, NULL);
    arena_done(&arena);
    if (error != CYAML_OK) {
        return report(error, &log, diag);
    }
    *out = loaded ? loaded : calloc(1, record->bytes);
    return *out ? true : diag_fail(diag, DIAG_LIMIT, "not enough memory to read this");
}

/* --- Freeing ---------------------------------------------------------------------------------- */

static void free_list(const YamlField *field, char *members)
{
    size_t count = *(size_t *)(void *)(members + field->count_offset);
    void *items = *(void **)(void *)(members + field->offset);
    for (size_t i = 0; items && i < count; i++) {
        if (field->type == YAML_TEXTS) {
            free(((char **)items)[i]);
        } else {
            yaml_record_done(field->record, (char *)items + i * field->record->bytes);
        }
    }
    free(items);
}

static void free_member(const YamlField *field, char *members)
{
    switch (field->type) {
    case YAML_TEXT:
        free(*(char **)(void *)(members + field->offset));
        break;
    case YAML_RECORD:
        yaml_record_done(field->record, members + field->offset);
        break;
    case YAML_TEXTS:
    case YAML_RECORDS:
        free_list(field, members);
        break;
    default:
        break;
    }
}

void yaml_record_done(const YamlRecord *record, void *members)
{
    for (size_t i = 0; i < record->count; i++) {
        free_member(&record->fields[i], members);
    }
    memset(members, 0, record->bytes);
}

void yaml_record_free(const YamlRecord *record, void *loaded)
{
    if (loaded) {
        yaml_record_done(record, loaded);
        free(loaded);
    }
}
