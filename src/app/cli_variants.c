#include "app/cli_input.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/model/variant.h"

static const CliOption options[] = {{0}};

static void add_tags(StrBuf *out, const Node *variant)
{
    const Node *tags = node_part(variant, NODE_TAGS);
    for (size_t i = 0; i < node_count(tags); i++) {
        strbuf_add(out, i > 0 ? ", " : "");
        utf8_add_printable(out, node_view(node_child(tags, i), FIELD_TEXT));
    }
    strbuf_add(out, node_count(tags) == 0 ? "everything" : "");
}

static void add_list(StrBuf *out, const Node *root)
{
    const Node *list = variant_list(root);
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *variant = node_child(list, i);
        utf8_add_printable(out, node_view(variant, FIELD_NAME));
        strbuf_add(out, ": ");
        add_tags(out, variant);
        strbuf_add_char(out, '\n');
    }
}

/* The names after the file: none lists, one is compared with the whole, two with each other. */
static CliStatus report(const CliCall *call, const CliResume *resume)
{
    const Node *root = document_root(resume->document), *variants[2] = {NULL, NULL};
    int names = call->operand_count - 1;
    for (int i = 0; i < names; i++) {
        variants[i] = cli_variant_find(call->command, resume, call->operands[i + 1]);
        if (!variants[i]) {
            return CLI_USAGE;
        }
    }
    StrBuf out = {0};
    size_t differences = 0;
    if (names == 0) {
        add_list(&out, root);
    } else {
        bool is_alone = names == 1;
        differences = variant_add_difference(&out, root, is_alone ? NULL : variants[0],
                                             is_alone ? variants[0] : variants[1]);
    }
    CliStatus status = cli_report(call, strbuf_view(&out));
    strbuf_done(&out);
    return status == CLI_DONE && differences > 0 ? CLI_FOUND : status;
}

static CliStatus run(const CliCall *call)
{
    CliResume resume;
    if (!cli_resume_open(&resume, call->operands[0])) {
        return CLI_USAGE;
    }
    CliStatus status = report(call, &resume);
    cli_resume_close(&resume);
    return status;
}

const CliCommand cli_variants = {
    .name = "variants",
    .operands = "FILE|- [NAME [OTHER]]",
    .least = 1,
    .most = 3,
    .summary = "list a resume's variants, or tell how they differ",
    .details =
        "Without a NAME it lists the variants with the tags they take. With one it tells what\n"
        "the variant has otherwise than the whole resume, with two what OTHER has otherwise than\n"
        "NAME: + comes in, - goes out, ~ is replaced. The status is 1 when they differ.",
    .examples = "bulletproof variants resume.yaml\n"
                "bulletproof variants resume.yaml payments platform\n",
    .options = options,
    .run = run,
};
