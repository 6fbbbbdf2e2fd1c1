#include "suites.h"

#include <dirent.h>
#include <regex.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/base/file.h"
#include "bulletproof/model/kind.h"
#include "bulletproof/store/json_schema.h"
#include "bulletproof/text/fold.h"
#include "bulletproof/yaml/tree.h"
#include "strict_json.h"

/* The schema, read as a tree. */
typedef struct {
    StrBuf text;
    YamlTree tree;
} ReadSchema;

static void schema_read(ReadSchema *schema)
{
    *schema = (ReadSchema){0};
    json_schema_add(&schema->text);
    CU_ASSERT_FATAL(yaml_tree_read(&schema->tree, strbuf_view(&schema->text), NULL));
}

static void schema_done(ReadSchema *schema)
{
    yaml_tree_done(&schema->tree);
    strbuf_done(&schema->text);
}

static const YamlNode *under(const YamlNode *node, const char *key)
{
    const YamlItem *item = yaml_find(node, key);
    return item ? item->value : NULL;
}

/* --- A judge for what the schema uses of draft-07 --------------------------------------------- */

static bool is_number(const YamlNode *node, bool is_whole)
{
    if (node->style != YAML_STYLE_PLAIN || node->text.length == 0) {
        return false;
    }
    StrBuf text = {0};
    char *end;
    strbuf_add_view(&text, node->text);
    (void)strtod(strbuf_text(&text), &end);
    bool is_good = *end == '\0' && !(is_whole && strpbrk(strbuf_text(&text), ".eExX"));
    strbuf_done(&text);
    return is_good;
}

static bool is_boolean(const YamlNode *node)
{
    return node->style == YAML_STYLE_PLAIN &&
           (view_is(node->text, "true") || view_is(node->text, "false"));
}

/* By the core schema of YAML 1.2, as editors read. */
static bool has_type(const YamlNode *node, StrView type)
{
    if (node->kind != YAML_SCALAR) {
        return view_is(type, node->kind == YAML_MAPPING ? "object" : "array");
    }
    if (view_is(type, "null")) {
        return yaml_is_null(node);
    }
    bool is_bare = yaml_is_null(node) || is_boolean(node) || is_number(node, false);
    return (view_is(type, "string") && !is_bare) ||
           (view_is(type, "boolean") && is_boolean(node)) ||
           (view_is(type, "number") && is_number(node, false)) ||
           (view_is(type, "integer") && is_number(node, true));
}

static bool has_one_type(const YamlNode *node, const YamlNode *types)
{
    bool has = types->kind == YAML_SCALAR && has_type(node, types->text);
    for (size_t i = 0; i < types->count; i++) {
        has = has || has_type(node, types->items[i].value->text);
    }
    return has;
}

static bool is_one_of(const YamlNode *node, const YamlNode *values)
{
    for (size_t i = 0; i < values->count; i++) {
        const YamlNode *value = values->items[i].value;
        bool is_quoted = value->style != YAML_STYLE_PLAIN;
        bool is_text = has_type(node, view_of("string"));
        bool is_null = yaml_is_null(node) && yaml_is_null(value);
        if (is_null || (is_quoted == is_text && view_equal(node->text, value->text))) {
            return true;
        }
    }
    return false;
}

static bool matches(const YamlNode *node, const YamlNode *pattern)
{
    regex_t expression;
    StrBuf text = {0}, source = {0};
    strbuf_add_view(&text, node->text);
    strbuf_add_view(&source, pattern->text);
    CU_ASSERT_EQUAL_FATAL(regcomp(&expression, strbuf_text(&source), REG_EXTENDED | REG_NOSUB), 0);
    bool is_match = regexec(&expression, strbuf_text(&text), 0, NULL, 0) == 0;
    regfree(&expression);
    strbuf_done(&text);
    strbuf_done(&source);
    return is_match;
}

static bool is_within(const YamlNode *node, const YamlNode *schema)
{
    const YamlNode *minimum = under(schema, "minimum"), *maximum = under(schema, "maximum");
    if (!minimum || !maximum || !is_number(node, false)) {
        return true;
    }
    double value = strtod(node->text.data, NULL);
    return value >= strtod(minimum->text.data, NULL) && value <= strtod(maximum->text.data, NULL);
}

static bool is_scalar_valid(const YamlNode *schema, const YamlNode *node)
{
    const YamlNode *types = under(schema, "type"), *values = under(schema, "enum");
    const YamlNode *pattern = under(schema, "pattern");
    bool is_good = !types || has_one_type(node, types);
    is_good = is_good && (!values || is_one_of(node, values));
    is_good = is_good && (!pattern || !has_type(node, view_of("string")) || matches(node, pattern));
    return is_good && is_within(node, schema);
}

static bool is_valid(const YamlNode *root, const YamlNode *schema, const YamlNode *node);

static bool are_items_valid(const YamlNode *root, const YamlNode *schema, const YamlNode *node)
{
    const YamlNode *properties = under(schema, "properties"), *items = under(schema, "items");
    for (size_t i = 0; i < node->count; i++) {
        const YamlItem *item = &node->items[i];
        StrBuf key = {0};
        strbuf_add_view(&key, item->key ? item->key->text : view_of(""));
        const YamlNode *row = item->key ? under(properties, strbuf_text(&key)) : items;
        strbuf_done(&key);
        if (row && !is_valid(root, row, item->value)) {
            return false;
        }
    }
    return true;
}

static bool is_valid(const YamlNode *root, const YamlNode *schema, const YamlNode *node)
{
    const YamlNode *reference = under(schema, "$ref"), *choices = under(schema, "anyOf");
    static const char start[] = "#/definitions/";
    if (reference) {
        CU_ASSERT_FATAL(view_starts_with(reference->text, start));
        StrBuf name = {0};
        strbuf_add_view(&name, view_slice(reference->text, strlen(start), reference->text.length));
        const YamlNode *definition = under(under(root, "definitions"), strbuf_text(&name));
        strbuf_done(&name);
        CU_ASSERT_PTR_NOT_NULL_FATAL(definition);
        return is_valid(root, definition, node);
    }
    bool is_good = choices == NULL;
    for (size_t i = 0; choices && i < choices->count; i++) {
        is_good = is_good || is_valid(root, choices->items[i].value, node);
    }
    return is_good && is_scalar_valid(schema, node) && are_items_valid(root, schema, node);
}

static bool is_text_valid(const ReadSchema *schema, StrView text)
{
    YamlTree tree = {0};
    CU_ASSERT_FATAL(yaml_tree_read(&tree, text, NULL));
    bool is_good = !tree.root || is_valid(schema->tree.root, schema->tree.root, tree.root);
    yaml_tree_done(&tree);
    return is_good;
}

/* --- Tests ------------------------------------------------------------------------------------ */

static void it_is_strict_json(void)
{
    StrBuf text = {0};
    json_schema_add(&text);
    CU_ASSERT(json_is_strict(strbuf_text(&text)));
    strbuf_done(&text);
}

static void the_file_of_it_is_what_the_program_prints(void)
{
    StrBuf printed = {0}, file = {0};
    json_schema_add(&printed);
    CU_ASSERT_FATAL(
        file_read(source_path("schema/resume.schema.json"), YAML_MAX_BYTES, &file, NULL, NULL));
    CU_ASSERT(view_equal(strbuf_view(&printed), strbuf_view(&file)));
    strbuf_done(&printed);
    strbuf_done(&file);
}

static const YamlNode *properties_of(const ReadSchema *schema, NodeKind kind)
{
    StrBuf name = {0};
    text_fold(&name, view_of(kind_info(kind)->name));
    const YamlNode *definitions = under(schema->tree.root, "definitions");
    const YamlNode *definition =
        kind == NODE_RESUME ? schema->tree.root : under(definitions, strbuf_text(&name));
    strbuf_done(&name);
    return under(definition, "properties");
}

static bool has_field(const YamlNode *properties, const FieldInfo *field)
{
    const YamlNode *row = under(properties, field_key(field->field));
    const YamlNode *description = under(row, "description");
    bool has = description && view_is(description->text, field->help);
    if (!has) {
        printf("# %s of %s\n", field_key(field->field), kind_info(field->kind)->name);
    }
    return has;
}

static void every_field_is_in_it_with_its_help(void)
{
    ReadSchema schema;
    schema_read(&schema);
    for (NodeKind kind = 0; kind < NODE_KIND_COUNT; kind++) {
        size_t count;
        const FieldInfo *fields = kind_fields(kind, &count);
        for (size_t i = 0; i < count; i++) {
            if (fields[i].field != FIELD_TEXT) {
                CU_ASSERT(has_field(properties_of(&schema, kind), &fields[i]));
            }
        }
    }
    schema_done(&schema);
}

static void samples_are_valid(void)
{
    ReadSchema schema;
    size_t count;
    const EmbeddedFile *files = embedded_files(&count);
    size_t samples = 0;
    schema_read(&schema);
    for (size_t i = 0; i < count; i++) {
        if (view_starts_with(view_of(files[i].name), "samples/")) {
            samples++;
            CU_ASSERT(is_text_valid(&schema, files[i].text));
        }
    }
    CU_ASSERT(samples >= 3);
    schema_done(&schema);
}

static void resumes_of_the_tests_are_valid(void)
{
    ReadSchema schema;
    DIR *folder = opendir(source_path("tests/data/jsonresume"));
    CU_ASSERT_PTR_NOT_NULL_FATAL(folder);
    schema_read(&schema);
    size_t files = 0;
    for (struct dirent *entry; (entry = readdir(folder)) != NULL;) {
        char relative[400];
        StrBuf text = {0};
        snprintf(relative, sizeof(relative), "tests/data/jsonresume/%s", entry->d_name);
        bool is_resume = view_ends_with(view_of(entry->d_name), ".yaml") ||
                         view_ends_with(view_of(entry->d_name), ".json");
        if (is_resume) {
            files++;
            CU_ASSERT_FATAL(file_read(source_path(relative), YAML_MAX_BYTES, &text, NULL, NULL));
            bool is_good = is_text_valid(&schema, strbuf_view(&text));
            CU_ASSERT(is_good);
            printf("%s", is_good ? "" : relative);
        }
        strbuf_done(&text);
    }
    closedir(folder);
    CU_ASSERT(files > 20);
    schema_done(&schema);
}

static void what_is_wrong_is_not_valid(void)
{
    static const struct {
        const char *text;
        bool is_valid;
    } cases[] = {
        {"work: []", true},
        {"work: text", false},
        {"work: [text]", false},
        {"work: [{startDate: 2021}]", true},
        {"work: [{startDate: 2021-03}]", true},
        {"work: [{startDate: ''}]", true},
        {"work: [{startDate: soon}]", false},
        {"work: [{startDate: 21}]", false},
        {"work: [{highlights: text}]", false},
        {"work: [{highlights: [{a: b}]}]", false},
        {"work: [{x-hidden: true}]", true},
        {"work: [{x-hidden: 3}]", false},
        {"basics: {name: {a: b}}", false},
        {"basics: {name: 7, other: [1]}", true},
        {"meta: {bulletproof: {level: mid}}", true},
        {"meta: {bulletproof: {level: expert}}", false},
        {"meta: {bulletproof: {pages: 2}}", true},
        {"meta: {bulletproof: {pages: 12}}", false},
        {"meta: {bulletproof: {pdf: paper}}", false},
        {"work: [{x-bulletproof: [{bullet: 2, starts: A, tags: [b]}]}]", true},
        {"work: [{x-bulletproof: [{waivers: text}]}]", false},
    };
    ReadSchema schema;
    schema_read(&schema);
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        bool is_good = is_text_valid(&schema, view_of(cases[i].text));
        CU_ASSERT_EQUAL(is_good, cases[i].is_valid);
        if (is_good != cases[i].is_valid) {
            printf("# %s\n", cases[i].text);
        }
    }
    schema_done(&schema);
}

CU_TestInfo json_schema_tests[] = {
    {"it is strict JSON", it_is_strict_json},
    {"the file of it is what the program prints", the_file_of_it_is_what_the_program_prints},
    {"every field is in it with its help", every_field_is_in_it_with_its_help},
    {"samples are valid", samples_are_valid},
    {"resumes of the tests are valid", resumes_of_the_tests_are_valid},
    {"what is wrong is not valid", what_is_wrong_is_not_valid},
    CU_TEST_INFO_NULL,
};
