#include "term/locale.h"

#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/term/term.h"

static bool is_utf8(void)
{
    return strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
}

/* The variables that decide, in the order of POSIX. Borrowed; NULL when none is set. */
static const char *wanted_locale(void)
{
    static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
    for (size_t i = 0; i < sizeof(variables) / sizeof(variables[0]); i++) {
        const char *value = getenv(variables[i]);
        if (value && *value) {
            return value;
        }
    }
    return NULL;
}

void term_set_locale(void)
{
    if (!setlocale(LC_CTYPE, "") || !is_utf8()) {
        setlocale(LC_CTYPE, "C.UTF-8");
    }
}

/* A locale forwarded by ssh is often not installed here: its name tells what the terminal shows.
 * No locale at all is what bare machines have, and their terminals show UTF-8. */
bool locale_shows_utf8(void)
{
    const char *name = wanted_locale();
    if (!name) {
        return true;
    }
    return strstr(name, "UTF-8") || strstr(name, "utf8") || strstr(name, "UTF8") ||
           strstr(name, "utf-8");
}
