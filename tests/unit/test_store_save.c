#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
#include "bulletproof/yaml/tree.h"

static char folder[] = "/tmp/bulletproof-store-XXXXXX";
static char path[sizeof(folder) + 16];

static void enter_folder(const char *name)
{
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(folder));
    snprintf(path, sizeof(path), "%s/%s", folder, name);
}

static void leave_folder(void)
{
    char copy[sizeof(path) + 1];
    snprintf(copy, sizeof(copy), "%s~", path);
    unlink(path);
    unlink(copy);
    rmdir(folder);
    memcpy(folder + sizeof(folder) - 7, "XXXXXX", 6);
}

static void write_file(const char *text)
{
    CU_ASSERT_TRUE_FATAL(file_write(path, view_of(text), NULL, NULL, NULL));
}

static void expect_file(const char *expected)
{
    StrBuf text = {0};
    CU_ASSERT_TRUE(file_read(path, 1 << 21, &text, NULL, NULL));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&text), expected);
    if (strcmp(strbuf_text(&text), expected) != 0) {
        printf("# expected <%s>\n# got <%s>\n", expected, strbuf_text(&text));
    }
    strbuf_done(&text);
}

static NodeId part_id(const Document *doc, NodeKind kind)
{
    return node_id(node_part(document_root(doc), kind));
}

static void a_new_file_is_written_plainly(void)
{
    static const struct {
        const char *name, *expected;
    } cases[] = {
        {"a.yaml", "basics:\n  name: Zo\xC3\xAB\n  summary: |-\n    One\n    two\n\nskills:\n"
                   "  - name: Data\n"},
        {"a.json", "{\n  \"basics\": {\n    \"name\": \"Zo\xC3\xAB\",\n"
                   "    \"summary\": \"One\\ntwo\"\n  },\n  \"skills\": [\n    {\n"
                   "      \"name\": \"Data\"\n    }\n  ]\n}\n"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        enter_folder(cases[i].name);
        Diag diag = {0};
        Store *store = store_open(path, &diag);
        CU_ASSERT_PTR_NOT_NULL_FATAL(store);
        CU_ASSERT_FALSE(store_exists(store));
        Document *doc = document_new(store_take_root(store));
        document_set(doc, part_id(doc, NODE_BASICS), FIELD_NAME, view_of("Zo\xC3\xAB"));
        document_set(doc, part_id(doc, NODE_BASICS), FIELD_SUMMARY, view_of("One\ntwo"));
        Node *skill = node_new(NODE_SKILL);
        node_set(skill, FIELD_NAME, view_of("Data"));
        document_insert(doc, part_id(doc, NODE_SKILLS), 0, skill);
        CU_ASSERT_TRUE(store_save(store, &(StoreTarget){0}, document_root(doc), &diag));
        CU_ASSERT_EQUAL(diag.kind, DIAG_NONE);
        CU_ASSERT_TRUE(store_exists(store));
        expect_file(cases[i].expected);
        document_free(doc);
        store_free(store);
        leave_folder();
    }
}

static void a_file_changed_by_others_is_not_written_over(void)
{
    enter_folder("a.yaml");
    write_file("basics: {name: A}\n");
    Diag diag = {0};
    Store *store = store_open(path, &diag);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    Node *root = store_take_root(store);
    node_set(node_part_mutable(root, NODE_BASICS), FIELD_NAME, view_of("B"));
    CU_ASSERT_TRUE(store_is_current(store));
    write_file("basics: {name: C}\n");
    CU_ASSERT_FALSE(store_is_current(store));
    CU_ASSERT_FALSE(store_save(store, &(StoreTarget){0}, root, &diag));
    CU_ASSERT_EQUAL(diag.kind, DIAG_CHANGED);
    expect_file("basics: {name: C}\n");
    CU_ASSERT_TRUE(store_save(store, &(StoreTarget){.is_forced = true}, root, &diag));
    CU_ASSERT_TRUE(store_is_current(store));
    CU_ASSERT_TRUE(store_save(store, &(StoreTarget){0}, root, &diag));
    node_free(root);
    store_free(store);
    leave_folder();
}

static void save_needs_a_name_and_spares_other_files(void)
{
    enter_folder("a.yaml");
    Diag diag = {0};
    Store *store = store_read(view_of("basics: {name: A}\n"), NULL, NULL, &diag);
    Node *root = store_take_root(store);
    CU_ASSERT_FALSE(store_save(store, &(StoreTarget){0}, root, &diag));
    CU_ASSERT_EQUAL(diag.kind, DIAG_USAGE);
    write_file("precious\n");
    CU_ASSERT_FALSE(store_save(store, &(StoreTarget){.path = path}, root, &diag));
    CU_ASSERT_EQUAL(diag.kind, DIAG_CHANGED);
    expect_file("precious\n");
    unlink(path);
    CU_ASSERT_TRUE(store_save(store, &(StoreTarget){.path = path}, root, &diag));
    CU_ASSERT_STRING_EQUAL(store_path(store), path);
    node_free(root);
    store_free(store);
    leave_folder();
}

static void what_is_there_and_cannot_be_read_is_no_new_file(void)
{
    enter_folder("a.yaml");
    Diag diag = {0};
    CU_ASSERT_PTR_NULL(store_open(folder, &diag));
    CU_ASSERT_NOT_EQUAL(diag.kind, DIAG_NONE);
    CU_ASSERT_EQUAL_FATAL(mkfifo(path, 0600), 0);
    CU_ASSERT_PTR_NULL(store_open(path, &diag));
    unlink(path);
    write_file("basics: {}\n");
    chmod(path, 0);
    if (access(path, R_OK) != 0) { /* root may read anything */
        CU_ASSERT_PTR_NULL(store_open(path, &diag));
        CU_ASSERT_EQUAL(diag.kind, DIAG_IO);
    }
    leave_folder();
}

static void a_value_of_the_wrong_kind_is_written_over_with_a_copy(void)
{
    static const char before[] = "basics: [1, 2] # c\nwork:\n- name: A\n";
    enter_folder("a.yaml");
    write_file(before);
    Diag diag = {0};
    Store *store = store_open(path, &diag);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    Node *root = store_take_root(store);
    node_set(node_part_mutable(root, NODE_BASICS), FIELD_NAME, view_of("B"));
    CU_ASSERT_TRUE(store_save(store, &(StoreTarget){0}, root, &diag));
    CU_ASSERT_EQUAL(diag.kind, DIAG_LOSS);
    CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, "\"basics\" of line 1"));
    expect_file("basics: # c\n  name: B\nwork:\n- name: A\n");
    strncat(path, "~", sizeof(path) - strlen(path) - 1);
    expect_file(before);
    path[strlen(path) - 1] = '\0';
    node_free(root);
    store_free(store);
    leave_folder();
}

/* What is too large is not made to fit by writing it anew without its comments. */
static void a_text_that_grows_too_large_is_not_saved(void)
{
    StrBuf before = {0}, text = {0};
    Diag diag = {0};
    strbuf_add(&before, "basics: {name: A}\n# ");
    strbuf_add_repeated(&before, 'c', YAML_MAX_BYTES - before.length - 1);
    strbuf_add(&before, "\n");
    enter_folder("a.yaml");
    write_file(strbuf_text(&before));
    Store *store = store_open(path, &diag);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    Node *root = store_take_root(store);
    node_set(node_part_mutable(root, NODE_BASICS), FIELD_NAME, view_of("Ada"));
    CU_ASSERT_FALSE(store_save(store, &(StoreTarget){0}, root, &diag));
    CU_ASSERT_EQUAL(diag.kind, DIAG_LIMIT);
    CU_ASSERT_PTR_NOT_NULL(strstr(diag.text, "larger than 1 MiB"));
    CU_ASSERT_TRUE(file_read(path, YAML_MAX_BYTES, &text, NULL, NULL));
    CU_ASSERT_TRUE(view_equal(strbuf_view(&text), strbuf_view(&before)));
    node_free(root);
    store_free(store);
    strbuf_done(&before);
    strbuf_done(&text);
    leave_folder();
}

static void old_names_stay_as_they_are(void)
{
    enter_folder("a.yaml");
    write_file("work:\n- company: A # c\n  website: x\n");
    Diag diag = {0};
    Store *store = store_open(path, &diag);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    Document *doc = document_new(store_take_root(store));
    const Node *works = node_part(document_root(doc), NODE_WORKS);
    NodeId work = node_id(node_child(works, 0));
    document_set(doc, work, FIELD_NAME, view_of("B"));
    CU_ASSERT_TRUE(store_save(store, &(StoreTarget){0}, document_root(doc), &diag));
    expect_file("work:\n- company: B # c\n  website: x\n");
    document_set(doc, work, FIELD_POSITION, view_of("P"));
    CU_ASSERT_TRUE(store_save(store, &(StoreTarget){0}, document_root(doc), &diag));
    expect_file("work:\n- position: P\n  company: B # c\n  website: x\n");
    document_undo(doc, NULL);
    document_undo(doc, NULL);
    CU_ASSERT_TRUE(store_save(store, &(StoreTarget){0}, document_root(doc), &diag));
    expect_file("work:\n- company: A # c\n  website: x\n");
    document_free(doc);
    store_free(store);
    leave_folder();
}

CU_TestInfo store_save_tests[] = {
    {"a new file is written plainly", a_new_file_is_written_plainly},
    {"a file changed by others is not written over", a_file_changed_by_others_is_not_written_over},
    {"save needs a name and spares other files", save_needs_a_name_and_spares_other_files},
    {"what is there and cannot be read is no new file",
     what_is_there_and_cannot_be_read_is_no_new_file},
    {"a value of the wrong kind is written over with a copy",
     a_value_of_the_wrong_kind_is_written_over_with_a_copy},
    {"a text that grows too large is not saved", a_text_that_grows_too_large_is_not_saved},
    {"old names stay as they are", old_names_stay_as_they_are},
    CU_TEST_INFO_NULL,
};
