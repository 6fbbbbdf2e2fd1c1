#include "store/store_inside.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "store/comment.h"
#include "store/patch.h"
#include "store/render.h"

/* One save on its way. */
typedef struct {
    Store *store;
    const char *path;
    const FileStamp *expected; /* NULL: whatever is there */
    const Node *root;
    StrBuf text;        /* owned: what will be written */
    Reading reading;    /* owned: the same, read back */
    StrBuf overwritten; /* owned: values that had to go, one a line */
    StrBuf copy;        /* owned: name of the file that has the old text */
    bool is_plain;      /* written anew as a whole */
} Save;

static RenderStyle plain_style(StoreFormat format)
{
    return (RenderStyle){.step = 2, .dash = 2, .line_end = "\n", .is_json = format == STORE_JSON};
}

void store_render(const Node *root, StoreFormat format, StrBuf *out)
{
    static const WantSource nowhere = {0};
    Arena arena = {0};
    Schema schema;
    schema_init(&schema);
    const RenderStyle style = plain_style(format);
    render_file(out, want_make(&arena, &schema, &nowhere, root), &style);
    schema_done(&schema);
    arena_done(&arena);
}

static void compose(Save *save)
{
    const Store *store = save->store;
    if (!store->reading.tree.root && store->format == STORE_JSON) {
        store_render(save->root, store->format, &save->text);
        return;
    }
    Arena arena = {0};
    const OriginSource origins = {&store->reading, &store->origins};
    const WantSource source = {origins_find, origins_find_record, &origins};
    const Want *want = want_make(&arena, &store->schema, &source, save->root);
    patch_text(&save->text, &store->reading, want, &save->overwritten);
    arena_done(&arena);
}

/* Reads the new text back: what does not say the same is not written. */
static bool verify(Save *save, Diag *diag)
{
    StrBuf copy = {0};
    Diag problem = {0};
    strbuf_add_view(&copy, strbuf_view(&save->text));
    reading_done(&save->reading);
    if (!reading_make(&save->reading, &copy, &save->store->schema, NULL, &problem)) {
        return diag_fail(diag, problem.kind, "the new text could not be read again: %s",
                         problem.text);
    }
    if (!node_equal(save->root, save->reading.root)) {
        return diag_fail(diag, DIAG_LOSS,
                         "the new text would not read back the same, so the old file stays");
    }
    return true;
}

/* A text that patching cannot change rightly is written as a new file would be. One that is too
 * large, or for which memory runs out, is no such text: nothing is given up for it. */
static bool compose_verified(Save *save, Diag *diag)
{
    Diag problem = {0};
    compose(save);
    if (verify(save, &problem)) {
        return true;
    }
    if (problem.kind == DIAG_LIMIT) {
        return diag_fail(diag, DIAG_LIMIT, "%s", problem.text);
    }
    save->is_plain = true;
    strbuf_clear(&save->text);
    store_render(save->root, save->store->format, &save->text);
    return verify(save, diag);
}

/* What goes without having been removed by the user is kept beside the file. */
static bool keep_copy(Save *save, Diag *diag)
{
    if (!save->is_plain && save->overwritten.length == 0) {
        return true;
    }
    Diag problem = {0};
    StrView text = strbuf_view(&save->store->reading.text);
    return file_keep_beside(save->path, text, &save->copy, &problem) ||
           diag_fail(diag, DIAG_IO, "no copy of the old text could be kept: %s", problem.text);
}

static void tell_losses(const Save *save, Diag *diag)
{
    StrBuf comments = {0};
    size_t lost = comments_find_lost(&comments, &save->store->reading.tree, &save->reading.tree);
    if (save->is_plain) {
        diag_fail(diag, DIAG_LOSS,
                  "it was written anew as a whole, so comments and unknown keys are only in %s",
                  strbuf_text(&save->copy));
    } else if (save->overwritten.length > 0) {
        StrView first = view_slice(strbuf_view(&save->overwritten), 0,
                                   view_find(strbuf_view(&save->overwritten), '\n'));
        diag_fail(diag, DIAG_LOSS, "what stood under %.*s is only in %s", VIEW_ARG(first),
                  strbuf_text(&save->copy));
    } else if (lost > 0) {
        diag_fail(diag, DIAG_LOSS, "%zu comment%s went with what was removed or moved: %s", lost,
                  lost == 1 ? "" : "s", strbuf_text(&comments));
    }
    strbuf_done(&comments);
}

/* The text that was written is the store's own from here on. */
static void take_saved(Save *save)
{
    Store *store = save->store;
    origins_renew(&store->origins, save->root, save->reading.root);
    reading_done(&store->reading);
    store->reading = save->reading;
    save->reading = (Reading){0};
    node_free(store_take_root(store));
    if (save->path != store->path) {
        char *path = xstrdup(save->path);
        free(store->path);
        store->path = path;
    }
}

static bool run(Save *save, Diag *diag)
{
    if (save->expected && !file_expect(save->path, save->expected, diag)) {
        return false;
    }
    if (!compose_verified(save, diag) || !keep_copy(save, diag) ||
        !file_write(save->path, strbuf_view(&save->text), save->expected, &save->store->stamp,
                    diag)) {
        return false;
    }
    tell_losses(save, diag);
    take_saved(save);
    return true;
}

static void save_done(Save *save)
{
    strbuf_done(&save->text);
    strbuf_done(&save->overwritten);
    strbuf_done(&save->copy);
    reading_done(&save->reading);
}

bool store_compose(Store *store, const Node *root, StrBuf *out, Diag *diag)
{
    Save save = {.store = store, .path = store->path ? store->path : "", .root = root};
    strbuf_addf(&save.copy, "%s~", save.path); /* where a save would keep it */
    bool is_composed = compose_verified(&save, diag);
    if (is_composed) {
        strbuf_add_view(out, strbuf_view(&save.text));
        tell_losses(&save, diag);
    }
    save_done(&save);
    return is_composed;
}

bool store_save(Store *store, const StoreTarget *target, const Node *root, Diag *diag)
{
    static const FileStamp nothing = {0};
    Diag unused;
    diag = diag ? diag : &unused;
    *diag = (Diag){0};
    bool is_other = target->path && !(store->path && strcmp(target->path, store->path) == 0);
    Save save = {
        .store = store,
        .path = target->path ? target->path : store->path,
        .expected = target->is_forced ? NULL
                    : is_other        ? &nothing
                                      : &store->stamp,
        .root = root,
    };
    if (!save.path) {
        return diag_fail(diag, DIAG_USAGE, "it has no file name yet");
    }
    bool is_saved = run(&save, diag);
    save_done(&save);
    return is_saved;
}
