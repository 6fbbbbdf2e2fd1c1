#include "app/cli_input.h"

#include <string.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/model/variant.h"

enum { RESUME_LIMIT = 1024 * 1024 }; /* bytes */

bool cli_read(const char *name, size_t limit, StrBuf *out, Diag *diag)
{
    return strcmp(name, "-") == 0 ? file_read_stream(STDIN_FILENO, limit, out, diag)
                                  : file_read(name, limit, out, NULL, diag);
}

static Store *read_stream(Diag *diag)
{
    StrBuf text = {0};
    Store *store = NULL;
    if (cli_read("-", RESUME_LIMIT, &text, diag)) {
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

bool cli_resume_read(CliResume *resume, const char *name, Diag *diag)
{
    *resume = (CliResume){.name = name};
    resume->store = strcmp(name, "-") == 0 ? read_stream(diag) : read_file(name, diag);
    if (resume->store) {
        resume->document = document_new(store_take_root(resume->store));
    }
    return resume->store != NULL;
}

bool cli_resume_open(CliResume *resume, const char *name)
{
    Diag diag = {0};
    bool is_read = cli_resume_read(resume, name, &diag);
    if (!is_read) {
        cli_fail(CLI_USAGE, &diag, name);
    }
    return is_read;
}

const Node *cli_variant_find(const CliCommand *command, const CliResume *resume, const char *name)
{
    const Node *root = document_root(resume->document);
    const Node *variant = variant_find(root, name), *list = variant_list(root);
    if (variant) {
        return variant;
    }
    StrBuf names = {0};
    for (size_t i = 0; i < node_count(list); i++) {
        strbuf_addf(&names, "%s%s", i > 0 ? ", " : "", node_text(node_child(list, i), FIELD_NAME));
    }
    cli_refuse(command, "%s has no variant \"%s\"; it has %s", resume->name, name,
               names.length > 0 ? strbuf_text(&names) : "none");
    strbuf_done(&names);
    return NULL;
}

void cli_resume_close(CliResume *resume)
{
    document_free(resume->document);
    store_free(resume->store);
    *resume = (CliResume){0};
}
