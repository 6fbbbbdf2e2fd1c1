#include "app/cli.h"

static const CliOption options[] = {
    {0},
};

static CliStatus run(const CliCall *call)
{
    return cli_refuse(call->command, "the editor is not built into this program");
}

const CliCommand cli_edit = {
    .name = "",
    .operands = "[FILE]",
    .least = 0,
    .most = 1,
    .summary = "edit a resume",
    .details = "Edits a resume for back-end developers in the terminal.",
    .examples = "bulletproof resume.yaml\n",
    .options = options,
    .run = run,
};
