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

/* The two files of a dictionary. */
typedef struct {
    StrBuf rules, words;
} Files;

static void files_done(Files *files)
{
    strbuf_done(&files->rules);
    strbuf_done(&files->words);
}

/* The library does not tell when a file is missing. */
static bool find_files(const char *const *folders, const char *name, Files *files)
{
    for (; *folders; folders++) {
        *files = (Files){.rules = {0}};
        strbuf_addf(&files->rules, "%s/%s.aff", *folders, name);
        strbuf_addf(&files->words, "%s/%s.dic", *folders, name);
        if (access(strbuf_text(&files->rules), R_OK) == 0 &&
            access(strbuf_text(&files->words), R_OK) == 0) {
            return true;
        }
        files_done(files);
    }
    return false;
}

void dictionaries_find(Dictionaries *dictionaries, const char *const *folders)
{
    Files files;
    dictionaries->folders = folders ? folders : usual_folders;
    for (size_t i = 0; i < DICTIONARIES && !dictionaries->are_found; i++) {
        dictionaries->are_found = find_files(dictionaries->folders, names[i], &files);
        if (dictionaries->are_found) {
            files_done(&files);
        }
    }
}

static void open_one(Dictionaries *dictionaries, const char *name)
{
    Files files;
    if (!find_files(dictionaries->folders, name, &files)) {
        return;
    }
    Hunhandle *handle =
        dictionaries->library.create(strbuf_text(&files.rules), strbuf_text(&files.words));
    files_done(&files);
    if (handle) {
        dictionaries->items[dictionaries->count++] = handle;
    }
}

void dictionaries_open(Dictionaries *dictionaries)
{
    if (dictionaries->are_open || !dictionaries->are_found) {
        return;
    }
    dictionaries->are_open = true;
    bool is_loaded = load(&dictionaries->library);
    for (size_t i = 0; is_loaded && i < DICTIONARIES; i++) {
        open_one(dictionaries, names[i]);
    }
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
void dictionaries_find(Dictionaries *dictionaries, const char *const *folders)
{
    dictionaries->folders = folders;
}

void dictionaries_open(Dictionaries *dictionaries)
{
    (void)dictionaries;
}

void dictionaries_done(Dictionaries *dictionaries)
{
    (void)dictionaries;
}

bool dictionaries_have(const Dictionaries *dictionaries, const char *word)
{
    (void)dictionaries;
    (void)word;
    return false;
}
#endif
