#include "app/cli_input.h"

#include <string.h>
#include <unistd.h>

#include "bulletproof/base/file.h"

enum { RESUME_LIMIT = 1024 * 1024 }; /* bytes */

static Store *read_stream(Diag *diag)
{
    StrBuf text = {0};
    Store *store = NULL;
    if (file_read_stream(STDIN_FILENO, RESUME_LIMIT, &text, diag)) {
        store = store_read(strbuf_view(&text), NULL, NULL, diag);
    }
    strbuf_done(&text);
    return store;
}

/* What does not exist is a new resume to the editor, but nothing to a command. */
static Store *read_file(const char *path, Diag *diag)
{
    Store *store = store_open(path, diag);
    if (store && !store_exists(store)) {
        store_free(store);
        diag_fail(diag, DIAG_IO, "there is no such file");
        return NULL;
    }
    return store;
}

bool cli_resume_open(CliResume *resume, const char *name)
{
    Diag diag = {0};
    *resume = (CliResume){.name = name};
    resume->store = strcmp(name, "-") == 0 ? read_stream(&diag) : read_file(name, &diag);
    if (!resume->store) {
        cli_fail(CLI_USAGE, &diag, name);
        return false;
    }
    resume->document = document_new(store_take_root(resume->store));
    return true;
}

void cli_resume_close(CliResume *resume)
{
    document_free(resume->document);
    store_free(resume->store);
    *resume = (CliResume){0};
}
