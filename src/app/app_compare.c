/* What differs: the resume in hand from its file, edits that were found from the file, the file
 * from what it was. And what comes of both. */
#include <stdlib.h>
#include <unistd.h>

#include "app/app_compare.h"
#include "bulletproof/ui/differences.h"

void trio_done(Trio *trio)
{
    differences_done(&trio->conflicts);
    document_free(trio->mine);
    node_free(trio->base);
    node_free(trio->theirs);
    node_free(trio->merged);
}

void trio_merge(Trio *trio)
{
    MergeInput input = {trio->base, document_root(trio->mine), trio->theirs};
    trio->merged = resume_merge(&input, &trio->conflicts);
}

Node *app_read_tree(const App *app, StrView text, Diag *diag)
{
    const char *path = app->store ? store_path(app->store) : NULL;
    Store *store = store_read(text, path, NULL, diag);
    Node *root = store ? store_take_root(store) : NULL;
    store_free(store);
    return root;
}

void trio_describe(StrBuf *out, const Trio *trio)
{
    DifferenceList list = {0};
    differences_find(&list, trio->theirs, trio->merged);
    differences_describe(out, &list);
    differences_done(&list);
    if (trio->conflicts.count > 0) {
        strbuf_add(out, "Changed on both sides: there (-) and here (+)\n");
        differences_describe(out, &trio->conflicts);
    }
}

static void show_unsaved(App *app)
{
    StrBuf lines = {0};
    DifferenceList list = {0};
    Node *saved = app->store ? app_read_tree(app, store_text(app->store), NULL) : NULL;
    saved = saved ? saved : node_new(NODE_RESUME);
    differences_find(&list, saved, document_root(app->document));
    differences_describe(&lines, &list);
    if (list.count == 0) {
        editor_say(app->editor, ROLE_MESSAGE, "Nothing differs from what was saved.");
    } else {
        editor_show_differences(app->editor, "Not saved yet: the file's text (-) and yours (+)",
                                strbuf_view(&lines));
    }
    differences_done(&list);
    strbuf_done(&lines);
    node_free(saved);
}

void app_show_differences(App *app)
{
    if (app->journal.is_undecided) {
        app_recovery_show(app);
    } else if (app->is_change_asked && editor_is_asking(app->editor)) {
        app_change_show(app);
    } else {
        show_unsaved(app);
    }
}
