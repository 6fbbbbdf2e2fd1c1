/* The name of the file edited last, in the state folder. Losing it costs nothing, so failures are
 * not told. */
#include <errno.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app_inside.h"
#include "app/folders.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

static const char file_name[] = "/last-file";

static char *memory_path(const App *app)
{
    StrBuf path = {0};
    strbuf_addf(&path, "%s%s", app->state_folder, file_name);
    return strbuf_steal(&path);
}

char *app_last_file(const App *app)
{
    if (!app->state_folder) {
        return NULL;
    }
    StrBuf text = {0};
    char *path = memory_path(app);
    bool is_read = file_read(path, PATH_MAX, &text, NULL, NULL);
    free(path);
    StrView name = view_trim(strbuf_view(&text));
    char *last = is_read && name.length > 0 ? xstrndup(name.data, name.length) : NULL;
    strbuf_done(&text);
    /* One that was never saved may have a journal. */
    if (last && access(last, R_OK) != 0 && !journal_exists(last, app->state_folder)) {
        free(last);
        return NULL;
    }
    return last;
}

char *path_absolute(const char *path)
{
    char folder[PATH_MAX];
    if (path[0] == '/' || !getcwd(folder, sizeof(folder))) {
        return xstrdup(path);
    }
    StrBuf out = {0};
    strbuf_addf(&out, "%s/%s", folder, path);
    return strbuf_steal(&out);
}

void app_remember_file(App *app, const char *path)
{
    free(app->unremembered);
    app->unremembered = app->state_folder ? path_absolute(path) : NULL;
}

void app_remember(App *app)
{
    if (!app->unremembered) {
        return;
    }
    folder_make(app->state_folder);
    char *memory = memory_path(app);
    file_write(memory, view_of(app->unremembered), NULL, NULL, NULL);
    free(memory);
    free(app->unremembered);
    app->unremembered = NULL;
}
