/* What leaves the editor for a while: a text for another editor, the PDF for another machine. */
#include <errno.h>
#include <pwd.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "app/fetch.h"
#include "app/outside.h"
#include "bulletproof/text/clean.h"

/* --- the user's own editor --------------------------------------------------------- */

/* Wrapped lines of a bullet become one again: the field says whether it takes line ends. */
static void take_text(App *app, Place place, StrView foreign)
{
    const Node *node = document_find(app->document, place.node);
    bool is_prose = kind_field(node_kind(node), place.field)->type == FIELD_TYPE_PROSE;
    StrBuf clean = {0};
    text_clean(&clean, foreign, is_prose ? CLEAN_PROSE : CLEAN_LINE);
    StrView text = view_trim(strbuf_view(&clean));
    if (view_equal(text, node_view(node, place.field))) {
        editor_say(app->editor, ROLE_MESSAGE, "The text is as it was.");
    } else if (document_set(app->document, place.node, place.field, text)) {
        editor_go(app->editor, place);
        editor_say(
            app->editor, ROLE_MESSAGE,
            "The text is the one you wrote there. " KEY_OF("undo") " brings the old one back.");
    } else {
        editor_say(app->editor, ROLE_ERROR, "Not taken: a field holds at most %d KiB.",
                   FIELD_MAX_BYTES / 1024);
    }
    strbuf_done(&clean);
}

void app_edit_outside(App *app)
{
    Place place = editor_place(app->editor);
    const Node *node = document_find(app->document, place.node);
    if (!node || place.field == FIELD_COUNT || !app->front->lend) {
        editor_say(app->editor, ROLE_MESSAGE, "There is no terminal to lend to another editor.");
        return;
    }
    StrBuf text = {0};
    Diag diag = {0};
    strbuf_add_view(&text, node_view(node, place.field));
    document_seal(app->document);
    if (outside_edit(app->front, &text, &diag)) {
        take_text(app, place, strbuf_view(&text));
    } else {
        editor_say(app->editor, ROLE_ERROR, "The text is as it was: %s.", diag.text);
    }
    strbuf_done(&text);
}

/* --- over SSH ------------------------------------------------------------------------ */

static const char *user_name(void)
{
    const struct passwd *user = getpwuid(geteuid());
    return user ? user->pw_name : "";
}

static void offer_line(App *app, const char *path)
{
    StrBuf line = {0};
    if (fetch_add_line(&line, app->connection, user_name(), path)) {
        editor_ask(app->editor,
                   "On the machine where you sit, this fetches the PDF:", strbuf_text(&line));
        editor_offer(app->editor, "Copy the line to the clipboard of your terminal", REQUEST_COPY,
                     strbuf_text(&line));
        editor_offer(app->editor, "Go on writing", REQUEST_NONE, NULL);
    }
    strbuf_done(&line);
}

void app_fetch(App *app)
{
    char *pdf = app_export_path(app, &export_formats[FORMAT_PDF]);
    char *path = pdf ? realpath(pdf, NULL) : NULL;
    if (!path) {
        editor_say(app->editor, ROLE_MESSAGE,
                   "There is no PDF yet: " KEY_OF("export-pdf") " writes it.");
    } else if (!app->connection) {
        editor_say(app->editor, ROLE_MESSAGE, "It is on this machine: %s", path);
    } else {
        offer_line(app, path);
    }
    free(path);
    free(pdf);
}
