#include "app/cli.h"
#include "bulletproof/store/json_schema.h"

static const CliOption options[] = {{0}};

static CliStatus run(const CliCall *call)
{
    (void)call;
    StrBuf out = {0};
    json_schema_add(&out);
    CliStatus status = cli_print(strbuf_view(&out));
    strbuf_done(&out);
    return status;
}

const CliCommand cli_schema = {
    .name = "schema",
    .operands = "",
    .least = 0,
    .most = 0,
    .summary = "print the JSON Schema of a resume",
    .details =
        "Prints a JSON Schema (draft-07) with every field and what it is for. Editors complete\n"
        "by it when a resume begins with\n"
        "  # yaml-language-server: $schema=FILE\n"
        "where FILE is the installed copy, resume.schema.json beside the program's data.",
    .examples = "bulletproof schema >resume.schema.json\n",
    .options = options,
    .run = run,
};
