#include "check/dictionary.h"

#include <unistd.h>

#ifdef HAVE_CONFIG_H
#include <config.h>
#endif
#ifdef HAVE_HUNSPELL
#include <hunspell.h>
#endif

#include "bulletproof/base/strbuf.h"

#ifdef HAVE_HUNSPELL
static const char *const usual_folders[] = {"/usr/share/hunspell", "/usr/share/myspell",
                                            "/usr/share/myspell/dicts", NULL};

static const char *const names[DICTIONARIES] = {"en_US", "en_GB"};

/* The library does not tell when a file is missing. */
static Hunhandle *open_at(const char *folder, const char *name)
{
    StrBuf rules = {0}, words = {0};
    strbuf_addf(&rules, "%s/%s.aff", folder, name);
    strbuf_addf(&words, "%s/%s.dic", folder, name);
    bool is_there =
        access(strbuf_text(&rules), R_OK) == 0 && access(strbuf_text(&words), R_OK) == 0;
    Hunhandle *handle = is_there ? Hunspell_create(strbuf_text(&rules), strbuf_text(&words)) : NULL;
    strbuf_done(&rules);
    strbuf_done(&words);
    return handle;
}

bool dictionaries_open_next(Dictionaries *dictionaries, const char *const *folders)
{
    if (dictionaries->tried == DICTIONARIES) {
        return false;
    }
    const char *name = names[dictionaries->tried++];
    Hunhandle *handle = NULL;
    for (folders = folders ? folders : usual_folders; *folders && !handle; folders++) {
        handle = open_at(*folders, name);
    }
    if (handle) {
        dictionaries->items[dictionaries->count++] = handle;
    }
    return dictionaries->tried < DICTIONARIES;
}

void dictionaries_done(Dictionaries *dictionaries)
{
    for (size_t i = 0; i < dictionaries->count; i++) {
        Hunspell_destroy(dictionaries->items[i]);
    }
    *dictionaries = (Dictionaries){.count = 0};
}

bool dictionaries_have(const Dictionaries *dictionaries, const char *word)
{
    for (size_t i = 0; i < dictionaries->count; i++) {
        if (Hunspell_spell(dictionaries->items[i], word) != 0) {
            return true;
        }
    }
    return false;
}
#else
bool dictionaries_open_next(Dictionaries *dictionaries, const char *const *folders)
{
    (void)folders;
    dictionaries->tried = DICTIONARIES;
    return false;
}

void dictionaries_done(Dictionaries *dictionaries)
{
    dictionaries->tried = 0;
}

bool dictionaries_have(const Dictionaries *dictionaries, const char *word)
{
    (void)dictionaries;
    (void)word;
    return false;
}
#endif
