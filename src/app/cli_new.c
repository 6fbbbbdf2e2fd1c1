#include "app/cli.h"

#include <unistd.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/base/file.h"

enum { NEW_SAMPLE };

static const CliOption options[] = {
    [NEW_SAMPLE] = {"sample", 0, "LEVEL", "junior|mid|senior", "begin with a complete example"},
    {0},
};

/* What is asked for most, so that the first lines need no looking up. */
static const char skeleton[] = "# A resume for bulletproof, with the field names of JSON Resume.\n"
                               "basics:\n"
                               "  name:\n"
                               "  label: Back-End Developer\n"
                               "  email:\n"
                               "  summary:\n"
                               "skills: []\n"
                               "work: []\n"
                               "education: []\n";

static StrView text_for(const CliCall *call)
{
    if (!call->values[NEW_SAMPLE]) {
        return view_of(skeleton);
    }
    StrBuf name = {0};
    strbuf_addf(&name, "samples/%s.yaml", call->values[NEW_SAMPLE]);
    StrView text = embedded_find(strbuf_text(&name))->text;
    strbuf_done(&name);
    return text;
}

/* With someone at a terminal a new resume is asked for, question by question. */
static bool is_guided(const CliCall *call)
{
    bool is_new = access(call->operands[0], F_OK) != 0;
    return is_new && !call->values[NEW_SAMPLE] && isatty(STDIN_FILENO) && isatty(STDOUT_FILENO);
}

static CliStatus write_new(const CliCall *call)
{
    static const FileStamp none = {.exists = false};
    Diag diag = {0};
    if (file_write(call->operands[0], text_for(call), &none, NULL, &diag)) {
        return CLI_DONE;
    }
    if (diag.kind == DIAG_CHANGED) {
        diag_fail(&diag, DIAG_CHANGED, "exists already, and is left as it is");
    }
    return cli_fail(CLI_NOT_WRITTEN, &diag, call->operands[0]);
}

static CliStatus run(const CliCall *call)
{
    return is_guided(call) ? cli_edit_in_terminal(call, true) : write_new(call);
}

const CliCommand cli_new = {
    .name = "new",
    .operands = "FILE",
    .least = 1,
    .most = 1,
    .summary = "begin a resume, or copy an example",
    .details = "In a terminal, asks for a new resume question by question, to be saved as FILE. "
               "Elsewhere, or\n"
               "with --sample, writes FILE at once. A file that exists is never written over.",
    .examples = "bulletproof new resume.yaml\n"
                "bulletproof new --sample=senior example.yaml\n",
    .options = options,
    .run = run,
};
