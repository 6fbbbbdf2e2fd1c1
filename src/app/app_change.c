/* The file was changed by another program while it was open: noticed, asked about, merged. */
#include <stdlib.h>
#include <unistd.h>

#include "app/app_compare.h"
#include "bulletproof/ui/differences.h"

static bool is_gone(const App *app)
{
    return access(store_path(app->store), F_OK) != 0;
}

void app_notice_change(App *app)
{
    bool is_watched = app->store && store_exists(app->store) && !app->is_change_told;
    if (!is_watched || store_is_current(app->store)) {
        return;
    }
    app->is_change_told = true;
    editor_say(app->editor, ROLE_WARNING,
               is_gone(app) ? "The file is no longer there; " KEY_OF("save") " writes it anew."
                            : "The file was changed by another program; " KEY_OF(
                                  "save") " asks what to do.");
}

/* The file as it is now; NULL, with the reason told, when it cannot be read. */
static Store *open_theirs(App *app)
{
    Diag diag = {0};
    Store *theirs = store_open(store_path(app->store), &diag);
    if (!theirs) {
        char *text = diag_describe(&diag, store_path(app->store));
        editor_say(app->editor, ROLE_ERROR, "The other text cannot be read: %s", text);
        free(text);
    }
    return theirs;
}

void app_ask_about_change(App *app)
{
    app->is_change_asked = true;
    if (is_gone(app)) {
        editor_ask(app->editor, "The file was changed by another program: it is gone.",
                   "Your edits are kept in the editor.");
        editor_offer(app->editor, "Save: write it anew", REQUEST_SAVE_OVER, NULL);
        editor_offer(app->editor, "Go on writing", REQUEST_NONE, NULL);
        return;
    }
    editor_ask(app->editor, "The file was changed by another program.",
               "What it holds now is not what was read here. Your edits are kept in the editor.");
    editor_offer(app->editor, "Merge: take in what the other program wrote", REQUEST_MERGE, NULL);
    editor_offer(app->editor, "Look at what the other program changed", REQUEST_DIFFERENCES, NULL);
    editor_offer(app->editor, "Keep yours apart, in a file of its own", REQUEST_KEEP_APART, NULL);
    editor_offer(app->editor, "Save over it: what the other program wrote is lost",
                 REQUEST_SAVE_OVER, NULL);
    editor_offer(app->editor, "Read it again: your edits since the last save are lost",
                 REQUEST_RELOAD, NULL);
    editor_offer(app->editor, "Go on writing", REQUEST_NONE, NULL);
}

void app_change_show(App *app)
{
    Store *theirs = open_theirs(app);
    Node *base = app_read_tree(app, store_text(app->store), NULL);
    Node *root = theirs ? store_take_root(theirs) : NULL;
    if (root && base) {
        StrBuf lines = {0};
        DifferenceList list = {0};
        differences_find(&list, base, root);
        differences_describe(&lines, &list);
        editor_show_differences(app->editor,
                                list.count > 0
                                    ? "What the other program changed: before (-), now (+)"
                                    : "Only comments, order of keys or blanks differ.",
                                strbuf_view(&lines));
        differences_done(&list);
        strbuf_done(&lines);
    }
    node_free(root);
    node_free(base);
    store_free(theirs);
}

static void tell_merged(App *app, size_t conflicts)
{
    if (conflicts == 0) {
        editor_say(app->editor, ROLE_MESSAGE,
                   "Merged. " KEY_OF("differences") " shows what is not in the file yet, " KEY_OF(
                       "save") " saves it.");
    } else {
        editor_say(app->editor, ROLE_WARNING,
                   "Merged; %zu text%s changed on both sides: see " KEY_OF(
                       "differences") ", then save with " KEY_OF("save") ".",
                   conflicts, conflicts == 1 ? " was" : "s were");
    }
}

/* The document is another from here on, the one that was read from the file, with one step of undo:
 * only so a save keeps what the other program wrote byte for byte. */
void app_merge_change(App *app)
{
    Store *theirs = open_theirs(app);
    Node *base = app_read_tree(app, store_text(app->store), NULL);
    if (theirs && base) {
        DifferenceList conflicts = {0};
        Node *root = store_take_root(theirs);
        Node *merged =
            resume_merge(&(MergeInput){base, document_root(app->document), root}, &conflicts);
        size_t conflict_count = conflicts.count;
        differences_done(&conflicts);
        app_show(app, theirs, root);
        app_become(app, merged);
        tell_merged(app, conflict_count);
        node_free(merged);
    } else {
        store_free(theirs);
    }
    node_free(base);
}

void app_become(App *app, const Node *target)
{
    EditPlace place;
    app_journal_restart(app, target);
    if (document_last_place(app->document, &place)) {
        editor_go(app->editor, (Place){place.node, place.field, place.offset});
    }
}
