#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"
#include "outline.h"
#include "rounds.h"
#include "walk.h"

/* The files of tests/data/jsonresume and the tree each one is. */
static const struct {
    const char *file, *tree;
} corpus[] = {
    {"complete.json", "complete.tree"},
    {"complete.yaml", "complete.tree"},
    {"empty.json", "empty.tree"},
    {"empty.yaml", "empty.tree"},
    {"minimal.json", "minimal.tree"},
    {"minimal.yaml", "minimal.tree"},
    {"old_names.json", "old_names.tree"},
    {"unknown_keys.json", "unknown_keys.tree"},
    {"unknown_keys.yaml", "unknown_keys.tree"},
    {"foreign.json", "foreign.tree"},
    {"foreign.yaml", "foreign.tree"},
    {"unicode.json", "unicode.tree"},
    {"unicode.yaml", "unicode.tree"},
    {"nothing.json", "nothing.tree"},
    {"nothing.yaml", "nothing.tree"},
    {"scalars.json", "scalars.tree"},
    {"scalars.yaml", "scalars.tree"},
    {"settings.json", "settings.tree"},
    {"settings.yaml", "settings.tree"},
    {"variants.json", "variants.tree"},
    {"variants.yaml", "variants.tree"},
    {"hidden.yaml", "hidden.tree"},
    {"walkthrough.yaml", "walkthrough.tree"},
    {"layout_crlf.yaml", "settings.tree"},
    {"layout_free.yaml", "settings.tree"},
    {"layout_mark.json", "settings.tree"},
    {"layout_one_line.json", "settings.tree"},
    {"layout_tabs.json", "settings.tree"},
};

enum { CORPUS_FILES = sizeof(corpus) / sizeof(corpus[0]), FILE_LIMIT = 1 << 20 };

/* Fails the test when the file of the corpus cannot be read. */
static StrBuf source(const char *name)
{
    char relative[100];
    snprintf(relative, sizeof(relative), "tests/data/jsonresume/%s", name);
    StrBuf text = {0};
    CU_ASSERT_FATAL(file_read(source_path(relative), FILE_LIMIT, &text, NULL, NULL));
    return text;
}

/* A resume read from a copy of a file, which may be saved. */
typedef struct {
    Store *store;
    Node *root; /* owned; NULL when a document has it */
    Diag said;  /* by the last save */
    char folder[64], path[128], copy[129];
} Resume;

/* A folder of the resume's own, in which a save may leave a copy. */
static void make_folder(Resume *resume, const char *name)
{
    snprintf(resume->folder, sizeof(resume->folder), "/tmp/bulletproof-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(resume->folder));
    snprintf(resume->path, sizeof(resume->path), "%s/%s", resume->folder, name);
    snprintf(resume->copy, sizeof(resume->copy), "%s~", resume->path);
}

static Store *read_as(const char *name, StrView text, const char *path)
{
    Diag diag = {0};
    Store *store = store_read(text, path, NULL, &diag);
    if (!store) {
        printf("# %s:%u:%u: %s\n", name, diag.place.line, diag.place.column, diag.text);
    }
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    return store;
}

static Resume resume_open(const char *name)
{
    Resume resume = {0};
    Diag diag = {0};
    StrBuf text = source(name);
    make_folder(&resume, name);
    CU_ASSERT_FATAL(file_write(resume.path, strbuf_view(&text), NULL, NULL, &diag));
    strbuf_done(&text);
    resume.store = store_open(resume.path, &diag);
    if (!resume.store) {
        printf("# %s:%u:%u: %s\n", name, diag.place.line, diag.place.column, diag.text);
    }
    CU_ASSERT_PTR_NOT_NULL_FATAL(resume.store);
    resume.root = store_take_root(resume.store);
    return resume;
}

static void resume_close(Resume *resume)
{
    node_free(resume->root);
    store_free(resume->store);
    unlink(resume->path);
    unlink(resume->copy);
    rmdir(resume->folder);
}

static bool resume_save(Resume *resume, const Node *root)
{
    bool is_saved = store_save(resume->store, &(StoreTarget){0}, root, &resume->said);
    if (!is_saved) {
        printf("# %s: not saved: %s\n", resume->path, resume->said.text);
    }
    return is_saved;
}

/* Whether the file that was saved is the tree `root`. */
static bool is_on_disk(const Resume *resume, const Node *root)
{
    Diag diag = {0};
    Store *again = store_open(resume->path, &diag);
    if (!again) {
        printf("# %s:%u: %s\n", resume->path, diag.place.line, diag.text);
        return false;
    }
    Node *reread = store_take_root(again);
    StrBuf found = {0}, expected = {0};
    outline_add(&found, reread);
    outline_add(&expected, root);
    bool is_same = outline_is_same(resume->path, strbuf_view(&found), strbuf_view(&expected)) &&
                   node_equal(reread, root);
    strbuf_done(&found);
    strbuf_done(&expected);
    node_free(reread);
    store_free(again);
    return is_same;
}

static void every_file_opens_and_shows_every_field(void)
{
    for (size_t i = 0; i < CORPUS_FILES; i++) {
        Resume resume = resume_open(corpus[i].file);
        StrBuf expected = source(corpus[i].tree), found = {0};
        outline_add(&found, resume.root);
        CU_ASSERT(outline_is_same(corpus[i].file, strbuf_view(&found), strbuf_view(&expected)));
        strbuf_done(&found);
        strbuf_done(&expected);
        resume_close(&resume);
    }
}

static bool uses(const Node *root, const FieldInfo *info)
{
    for (const Node *node = root; node; node = node_next(node, root)) {
        if (node_kind(node) == info->kind && node_has(node, info->field)) {
            return true;
        }
    }
    return false;
}

/* The two complete files would not be complete if the table had a field that none of them uses.
 * What is the program's own is in variants.yaml, hidden.yaml and walkthrough.yaml. */
static void the_corpus_uses_every_field_there_is(void)
{
    Resume complete = resume_open("complete.json");
    Resume settings = resume_open("variants.yaml");
    Resume walked = resume_open("walkthrough.yaml");
    Resume hidden = resume_open("hidden.yaml");
    for (NodeKind kind = 0; kind < NODE_KIND_COUNT; kind++) {
        size_t count;
        const FieldInfo *fields = kind_fields(kind, &count);
        for (size_t i = 0; i < count; i++) {
            bool is_used = uses(complete.root, &fields[i]) || uses(settings.root, &fields[i]) ||
                           uses(walked.root, &fields[i]) || uses(hidden.root, &fields[i]);
            if (!is_used) {
                printf("# %s.%s\n", kind_info(kind)->name, field_key(fields[i].field));
            }
            CU_ASSERT(is_used);
        }
    }
    resume_close(&complete);
    resume_close(&settings);
    resume_close(&walked);
    resume_close(&hidden);
}

static StrBuf on_disk(const char *path)
{
    StrBuf text = {0};
    file_read(path, FILE_LIMIT, &text, NULL, NULL);
    return text;
}

/* Whether the save left `text` in the file, or else said what goes and kept a copy of it all. */
static void expect_kept(const Resume *resume, StrView before, const char *text)
{
    StrBuf after = on_disk(resume->path), copy = on_disk(resume->copy);
    bool is_kept = strstr(strbuf_text(&after), text) != NULL;
    bool is_copied = resume->said.kind == DIAG_LOSS && view_equal(strbuf_view(&copy), before);
    strbuf_done(&after);
    strbuf_done(&copy);
    if (!is_kept && !is_copied) {
        printf("# %s lost %s\n", resume->path, text);
    }
    CU_ASSERT(is_kept || is_copied);
}

static void a_save_reopens_equal(void)
{
    for (size_t i = 0; i < CORPUS_FILES; i++) {
        Resume resume = resume_open(corpus[i].file);
        CU_ASSERT(resume_save(&resume, resume.root));
        CU_ASSERT(is_on_disk(&resume, resume.root));
        resume_close(&resume);
    }
}

static void comments_and_foreign_keys_are_not_lost_in_silence(void)
{
    static const struct {
        const char *file, *text;
    } cases[] = {
        {"complete.yaml", "# The resume of complete.json"},
        {"complete.yaml", "# the first day was a Tuesday"},
        {"empty.yaml", "# Nothing yet."},
        {"unknown_keys.yaml", "# the strongest first"},
        {"layout_free.yaml", "# Keys in another order"},
        {"foreign.yaml", "theme: elegant"},
        {"foreign.yaml", "ask about the pension"},
        {"foreign.json", "elegant"},
        {"foreign.json", "pension"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Resume resume = resume_open(cases[i].file);
        StrBuf before = source(cases[i].file);
        Node *basics = node_part_mutable(resume.root, NODE_BASICS);
        node_set(basics, FIELD_PHONE, view_of("020 7946 0001"));
        CU_ASSERT(resume_save(&resume, resume.root));
        expect_kept(&resume, strbuf_view(&before), cases[i].text);
        strbuf_done(&before);
        resume_close(&resume);
    }
}

/* Whether a new file of `root` in `format` is the same resume. */
static bool is_rendered_whole(const char *name, const Node *root, StoreFormat format)
{
    StrBuf text = {0}, found = {0}, expected = {0};
    store_render(root, format, &text);
    Store *store = read_as(name, strbuf_view(&text), NULL);
    Node *again = store_take_root(store);
    outline_add(&found, again);
    outline_add(&expected, root);
    bool is_same = outline_is_same(name, strbuf_view(&found), strbuf_view(&expected)) &&
                   node_equal(again, root);
    node_free(again);
    store_free(store);
    strbuf_done(&found);
    strbuf_done(&expected);
    strbuf_done(&text);
    return is_same;
}

/* Both formats can say all that a resume has. */
static void a_new_file_in_either_format_is_the_same_resume(void)
{
    for (size_t i = 0; i < CORPUS_FILES; i++) {
        Resume resume = resume_open(corpus[i].file);
        CU_ASSERT(is_rendered_whole(corpus[i].file, resume.root, STORE_YAML));
        CU_ASSERT(is_rendered_whole(corpus[i].file, resume.root, STORE_JSON));
        resume_close(&resume);
    }
}

/* An item that was just added has no text yet, and may be all there is. */
static void an_empty_item_is_kept_in_any_list(void)
{
    Document *doc = document_new(NULL);
    const Node *root = document_root(doc);
    for (const Node *list = root; list; list = node_next(list, root)) {
        const KindInfo *info = kind_info(node_kind(list));
        if (info->shape == SHAPE_LIST) {
            document_insert(doc, node_id(list), 0, node_new(info->item));
            CU_ASSERT(is_rendered_whole(info->key, root, STORE_YAML));
            CU_ASSERT(is_rendered_whole(info->key, root, STORE_JSON));
            document_undo(doc, NULL);
        }
    }
    document_free(doc);
}

/* What the program does not know, in either format, and a change beside it. */
static void unknown_keys_survive_a_change(void)
{
    static const char *const kept[] = {
        "pronouns", "she/her", "timezone",   "verified", "team",    "Cas",        "remote", "1.5e3",
        "notes",    "hours",   "thesis",     "prize",    "expires", "authors",    "years",  "since",
        "vos@",     "stars",   "dikewatch.", "elegant",  "colour",  "x-tracking", "Acme",   "Chess",
    };
    static const char *const files[] = {"unknown_keys.json", "unknown_keys.yaml"};
    for (size_t i = 0; i < 2; i++) {
        Resume resume = resume_open(files[i]);
        StrBuf before = source(files[i]);
        Node *basics = node_part_mutable(resume.root, NODE_BASICS);
        node_set(basics, FIELD_NAME, view_of("Noor de Haas"));
        node_set(basics, FIELD_EMAIL, view_of("noor@haas.example"));
        CU_ASSERT(resume_save(&resume, resume.root));
        CU_ASSERT(is_on_disk(&resume, resume.root));
        for (size_t word = 0; word < sizeof(kept) / sizeof(kept[0]); word++) {
            expect_kept(&resume, strbuf_view(&before), kept[word]);
        }
        strbuf_done(&before);
        resume_close(&resume);
    }
}

enum { FEW_WALKS = 2, MANY_WALKS = 24, WALK_STEPS = 40, SAVES_A_WALK = 3 };

/* Edits at random, saving now and then to the same file; false when a save or a reload fails. */
static bool walk_and_save(const char *name, unsigned seed)
{
    Resume resume = resume_open(name);
    Document *doc = document_new(resume.root);
    resume.root = NULL;
    Dice dice = dice_new(seed);
    unsigned depth = 0;
    bool is_good = true;
    for (int i = 0; i < SAVES_A_WALK * WALK_STEPS && is_good; i++) {
        walk_step(doc, &dice, &depth);
        if (i % WALK_STEPS == WALK_STEPS - 1) {
            is_good =
                resume_save(&resume, document_root(doc)) && is_on_disk(&resume, document_root(doc));
        }
    }
    if (!is_good) {
        printf("# %s, seed %u\n", name, seed);
    }
    document_free(doc);
    resume_close(&resume);
    return is_good;
}

static void what_random_edits_leave_is_saved_and_reopens_equal(void)
{
    for (size_t i = 0; i < CORPUS_FILES; i++) {
        for (unsigned seed = 0; seed < rounds(FEW_WALKS, MANY_WALKS); seed++) {
            CU_ASSERT_FATAL(walk_and_save(corpus[i].file, (unsigned)i * MANY_WALKS + seed));
        }
    }
}

CU_TestInfo jsonresume_tests[] = {
    {"every file opens and shows every field", every_file_opens_and_shows_every_field},
    {"the corpus uses every field there is", the_corpus_uses_every_field_there_is},
    {"a save reopens equal", a_save_reopens_equal},
    {"comments and foreign keys are not lost in silence",
     comments_and_foreign_keys_are_not_lost_in_silence},
    {"a new file in either format is the same resume",
     a_new_file_in_either_format_is_the_same_resume},
    {"an empty item is kept in any list", an_empty_item_is_kept_in_any_list},
    {"unknown keys survive a change", unknown_keys_survive_a_change},
    {"what random edits leave is saved and reopens equal",
     what_random_edits_leave_is_saved_and_reopens_equal},
    CU_TEST_INFO_NULL,
};
