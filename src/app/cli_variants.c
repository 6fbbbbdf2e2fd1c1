#include "app/cli_input.h"
#include "bulletproof/base/json.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/model/variant.h"

enum { VARIANTS_FORMAT };

static const CliOption options[] = {
    [VARIANTS_FORMAT] = {"format", 0, "FORMAT", "text|json", "for people, or JSON, an item a line"},
    {0},
};

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

static void add_json_list(StrBuf *out, const Node *root)
{
    const Node *list = variant_list(root);
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *variant = node_child(list, i), *tags = node_part(variant, NODE_TAGS);
        strbuf_add_char(out, '{');
        json_add_member(out, "name", node_view(variant, FIELD_NAME));
        strbuf_add(out, ",\"tags\":[");
        for (size_t tag = 0; tag < node_count(tags); tag++) {
            strbuf_add(out, tag > 0 ? "," : "");
            json_add_string(out, node_view(node_child(tags, tag), FIELD_TEXT));
        }
        strbuf_add(out, "]}\n");
    }
}

/* A line begins with its sign and a blank. */
static void add_json_differences(StrBuf *out, StrView lines)
{
    StrView line;
    while (view_next_line(&lines, &line)) {
        const char *change = line.data[0] == '+'   ? "added"
                             : line.data[0] == '-' ? "removed"
                                                   : "replaced";
        strbuf_addf(out, "{\"change\":\"%s\",", change);
        json_add_member(out, "text", view_slice(line, 2, line.length));
        strbuf_add(out, "}\n");
    }
}

/* Returns how many there are. */
static size_t add_differences(StrBuf *out, const Node *root, const Node *const variants[2],
                              bool is_json)
{
    StrBuf lines = {0};
    const Node *first = variants[1] ? variants[0] : NULL;
    const Node *second = variants[1] ? variants[1] : variants[0];
    size_t count = variant_add_difference(&lines, root, first, second);
    if (is_json) {
        add_json_differences(out, strbuf_view(&lines));
    } else {
        strbuf_add_view(out, strbuf_view(&lines));
    }
    strbuf_done(&lines);
    return count;
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
    bool is_json = cli_is_value(call, VARIANTS_FORMAT, "json");
    if (names == 0) {
        (is_json ? add_json_list : add_list)(&out, root);
    } else {
        differences = add_differences(&out, root, variants, is_json);
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
