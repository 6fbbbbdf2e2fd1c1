/* Edits that are not saved when the terminal goes away: kept in a file of their own, so that the
 * resume itself is only ever written when its owner says so. */
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "bulletproof/base/file.h"

static char *rescue_path(const char *path)
{
    StrBuf out = {0};
    strbuf_addf(&out, "%s.unsaved", path);
    return strbuf_steal(&out);
}

void app_rescue(const App *app)
{
    if (!app->store || !store_path(app->store) || !document_is_modified(app->document)) {
        return;
    }
    StrBuf text = {0};
    char *path = rescue_path(store_path(app->store));
    store_render(document_root(app->document), store_format(app->store), &text);
    mode_t before = umask(S_IRWXG | S_IRWXO); /* a resume may be private: never wider than that */
    file_write(path, strbuf_view(&text), NULL, NULL, NULL);
    umask(before);
    free(path);
    strbuf_done(&text);
}

void app_tell_rescued(const App *app)
{
    char *path = rescue_path(store_path(app->store));
    if (access(path, F_OK) == 0) {
        editor_say(app->editor, ROLE_WARNING, "Edits that were not saved are in %s.", path);
    }
    free(path);
}
