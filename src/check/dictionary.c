#include "check/dictionary.h"

#include <unistd.h>

#ifdef HAVE_CONFIG_H
#include <config.h>
#endif
#ifdef HAVE_HUNSPELL
#include <hunspell.h>
#endif

#include "bulletproof/base/library.h"
#include "bulletproof/base/strbuf.h"

#ifdef HAVE_HUNSPELL
static bool load(Hunspell *library)
{
    /* A type that is not that of the library's header does not compile. */
    __typeof__(Hunspell_create) **create = &library->create;
    __typeof__(Hunspell_destroy) **destroy = &library->destroy;
    __typeof__(Hunspell_spell) **spell = &library->spell;
    const LibraryCall calls[] = {
        {"Hunspell_create", create}, {"Hunspell_destroy", destroy}, {"Hunspell_spell", spell}};
    return library_load(HUNSPELL_LIBRARY, calls, sizeof(calls) / sizeof(calls[0]));
}

static const char *const usual_folders[] = {"/usr/share/hunspell", "/usr/share/myspell",
                                            "/usr/share/myspell/dicts", NULL};

static const char *const names[DICTIONARIES] = {"en_US", "en_GB"};

/* The library does not tell when a file is missing. */
static Hunhandle *open_at(Hunspell *library, const char *folder, const char *name)
{
    StrBuf rules = {0}, words = {0};
    strbuf_addf(&rules, "%s/%s.aff", folder, name);
    strbuf_addf(&words, "%s/%s.dic", folder, name);
    bool is_there =
        access(strbuf_text(&rules), R_OK) == 0 && access(strbuf_text(&words), R_OK) == 0;
    is_there = is_there && load(library);
    Hunhandle *handle = is_there ? library->create(strbuf_text(&rules), strbuf_text(&words)) : NULL;
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
        handle = open_at(&dictionaries->library, *folders, name);
    }
    if (handle) {
        dictionaries->items[dictionaries->count++] = handle;
    }
    return dictionaries->tried < DICTIONARIES;
}

void dictionaries_done(Dictionaries *dictionaries)
{
    for (size_t i = 0; i < dictionaries->count; i++) {
        dictionaries->library.destroy(dictionaries->items[i]);
    }
    *dictionaries = (Dictionaries){.count = 0};
}

bool dictionaries_have(const Dictionaries *dictionaries, const char *word)
{
    for (size_t i = 0; i < dictionaries->count; i++) {
        if (dictionaries->library.spell(dictionaries->items[i], word) != 0) {
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
