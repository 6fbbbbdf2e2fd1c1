#include "app/folders.h"

#include <stddef.h>
#include <stdlib.h>
#include <sys/stat.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/strbuf.h"

/* A relative path in the variable is to be ignored, says the specification. */
static char *folder(const char *variable, const char *below_home)
{
    StrBuf path = {0};
    const char *base = getenv(variable), *home = getenv("HOME");
    if (base && base[0] == '/') {
        strbuf_addf(&path, "%s/bulletproof", base);
    } else if (home && home[0] == '/') {
        strbuf_addf(&path, "%s/%s/bulletproof", home, below_home);
    } else {
        return NULL;
    }
    return strbuf_steal(&path);
}

char *folder_home(void)
{
    const char *home = getenv("HOME");
    return home && home[0] == '/' ? xstrdup(home) : NULL;
}

char *folder_config(void)
{
    return folder("XDG_CONFIG_HOME", ".config");
}

static char *within_config(const char *name)
{
    char *config = folder_config();
    if (!config) {
        return NULL;
    }
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%s", config, name);
    free(config);
    return strbuf_steal(&path);
}

char *folder_themes(void)
{
    return within_config("themes");
}

char *folder_rules(void)
{
    return within_config("rules");
}

char *folder_state(void)
{
    return folder("XDG_STATE_HOME", ".local/state");
}

char *folder_data(void)
{
    return folder("XDG_DATA_HOME", ".local/share");
}

void folder_make(const char *path)
{
    char *folder = xstrdup(path);
    for (char *at = folder + 1; *at; at++) {
        if (*at == '/') {
            *at = '\0';
            mkdir(folder, 0700);
            *at = '/';
        }
    }
    mkdir(folder, 0700);
    free(folder);
}
