#include "store/store_inside.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "store/render.h"

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

/* Reads the new text and compares it with the resume: what cannot be read back is not written. */
static bool verify(const Store *store, StrView text, const Node *root, Reading *reading, Diag *diag)
{
    StrBuf copy = {0};
    Diag problem = {0};
    strbuf_add_view(&copy, text);
    bool is_read = reading_make(reading, &copy, &store->schema, NULL, &problem);
    if (!is_read) {
        return diag_fail(diag, problem.kind, "not saved: the new text could not be read back (%s)",
                         problem.text);
    }
    if (!node_equal(root, reading->root)) {
        return diag_fail(
            diag, DIAG_LOSS,
            "not saved: the new text would not read back the same; the old file stays");
    }
    return true;
}

/* Until unchanged text is kept as it is: what the old file had and the new one has not. */
static bool keep_copy(const Store *store, const char *path, StrView text, Diag *note)
{
    StrView old = strbuf_view(&store->reading.text);
    if (!store->stamp.exists || view_equal(old, text) ||
        (view_find(old, '#') == old.length && store->reading.faults.count == 0 &&
         !store->reading.has_foreign)) {
        return true;
    }
    StrBuf copy = {0};
    strbuf_addf(&copy, "%s~", path);
    bool is_kept = file_write(strbuf_text(&copy), old, NULL, NULL, note);
    if (is_kept) {
        diag_fail(note, DIAG_LOSS, "comments and unknown keys are not in the new file: see %s",
                  strbuf_text(&copy));
    }
    strbuf_done(&copy);
    return is_kept;
}

static void take_saved(Store *store, const char *path, const Node *root, Reading *reading)
{
    origins_renew(&store->origins, root, reading->root);
    reading_done(&store->reading);
    store->reading = *reading;
    *reading = (Reading){0};
    node_free(store_take_root(store));
    char *kept = xstrdup(path);
    free(store->path);
    store->path = kept;
}

static bool write_text(Store *store, const StoreTarget *target, const char *path, StrView text,
                       Diag *diag)
{
    static const FileStamp nothing = {0};
    const FileStamp *expected = target->path ? &nothing : &store->stamp;
    return keep_copy(store, path, text, diag) &&
           file_write(path, text, target->is_forced ? NULL : expected, &store->stamp, diag);
}

bool store_save(Store *store, const StoreTarget *target, const Node *root, Diag *diag)
{
    Diag unused;
    diag = diag ? diag : &unused;
    *diag = (Diag){0};
    const char *path = target->path ? target->path : store->path;
    if (!path) {
        return diag_fail(diag, DIAG_USAGE, "not saved: it has no file name yet");
    }
    StrBuf text = {0};
    Reading reading = {0};
    store_render(root, store->format, &text);
    bool is_saved = verify(store, strbuf_view(&text), root, &reading, diag) &&
                    write_text(store, target, path, strbuf_view(&text), diag);
    if (is_saved) {
        take_saved(store, path, root, &reading);
    }
    reading_done(&reading);
    strbuf_done(&text);
    return is_saved;
}
