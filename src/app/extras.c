#include "app/extras.h"

#include "bulletproof/base/file.h"

enum { WORDS_LIMIT = 1024 * 1024 }; /* bytes */

/* No words of one's own is the usual case; what cannot be read is advice that is not given. */
static void add_own_words(Speller *speller, const char *data_folder)
{
    StrBuf path = {0}, lines = {0};
    strbuf_addf(&path, "%s/words", data_folder);
    if (file_read(strbuf_text(&path), WORDS_LIMIT, &lines, NULL, NULL)) {
        speller_add_words(speller, strbuf_view(&lines));
    }
    strbuf_done(&path);
    strbuf_done(&lines);
}

void extras_open(Extras *extras, const char *data_folder)
{
    *extras = (Extras){.speller = speller_new()};
    if (data_folder) {
        add_own_words(extras->speller, data_folder);
    }
    extras->values.speller = extras->speller;
}

bool extras_load_next(Extras *extras)
{
    return speller_load_next(extras->speller, NULL);
}

void extras_load(Extras *extras)
{
    while (extras_load_next(extras)) {
    }
}

void extras_close(Extras *extras)
{
    speller_free(extras->speller);
    *extras = (Extras){.speller = NULL};
}
