#include "app/extras.h"

#include <stdlib.h>

#include "app/folders.h"
#include "app/rule_files.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

enum { WORDS_LIMIT = 1024 * 1024 }; /* bytes */

/* Owned by the caller. */
static char *words_path(const char *data_folder)
{
    StrBuf path = {0};
    strbuf_addf(&path, "%s/words", data_folder);
    return strbuf_steal(&path);
}

/* No words of one's own is the usual case; what cannot be read is advice that is not given. */
static void take_own_words(Speller *speller, const char *data_folder)
{
    char *path = words_path(data_folder);
    StrBuf lines = {0};
    if (file_read(path, WORDS_LIMIT, &lines, NULL, NULL)) {
        speller_add_words(speller, strbuf_view(&lines));
    }
    free(path);
    strbuf_done(&lines);
}

void extras_open(Extras *extras, const ExtrasFolders *folders)
{
    *extras = (Extras){.speller = speller_new(), .pack = rule_pack_new()};
    if (folders->data) {
        take_own_words(extras->speller, folders->data);
    }
    if (folders->rules) {
        extras->rule_folder = xstrdup(folders->rules);
        rule_files_read(extras->pack, folders->rules, &extras->faults);
        speller_add_words(extras->speller, rule_pack_words(extras->pack));
    }
    extras->values = (CheckExtras){extras->speller, extras->pack};
}

void extras_close(Extras *extras)
{
    speller_free(extras->speller);
    rule_pack_free(extras->pack);
    strbuf_done(&extras->faults);
    free(extras->rule_folder);
    *extras = (Extras){.speller = NULL};
}

static bool append_word(const char *path, StrView word, Diag *diag)
{
    StrBuf lines = {0};
    FileStamp stamp = {.exists = false};
    bool is_known = file_read(path, WORDS_LIMIT, &lines, &stamp, diag) || !stamp.exists;
    if (lines.length > 0 && !view_ends_with(strbuf_view(&lines), "\n")) {
        strbuf_add_char(&lines, '\n');
    }
    strbuf_addf(&lines, "%.*s\n", VIEW_ARG(word));
    bool is_good = is_known && file_write(path, strbuf_view(&lines), &stamp, NULL, diag);
    strbuf_done(&lines);
    return is_good;
}

bool extras_add_word(Extras *extras, const char *data_folder, StrView word, Diag *diag)
{
    speller_add_words(extras->speller, word);
    if (!data_folder) {
        return diag_fail(diag, DIAG_IO, "there is no folder for your data: HOME is not set");
    }
    char *path = words_path(data_folder);
    folder_make(data_folder);
    bool is_good = append_word(path, word, diag);
    free(path);
    return is_good;
}
