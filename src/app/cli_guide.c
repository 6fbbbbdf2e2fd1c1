#include "app/cli.h"

#include "bulletproof/base/json.h"
#include "bulletproof/base/nearest.h"
#include "bulletproof/text/wrap.h"
#include "bulletproof/ui/guide.h"

enum { LINE_COLUMNS = 78, NAME_COLUMNS = 12, ITEM_INDENT = 2 };

enum { GUIDE_FORMAT };

static const CliOption options[] = {
    [GUIDE_FORMAT] = {"format", 0, "FORMAT", "text|json", "for people, or JSON, a topic a line"},
    {0},
};

/* The text of a topic where one was asked for, in the marks that the guide is written in. */
static void add_json(StrBuf *out, GuideTopic topic, bool has_text)
{
    strbuf_add_char(out, '{');
    json_add_member(out, "topic", view_of(topic.name));
    strbuf_add_char(out, ',');
    json_add_member(out, "title", topic.title);
    if (has_text) {
        strbuf_add_char(out, ',');
        json_add_member(out, "text", view_trim(topic.text));
    }
    strbuf_add(out, "}\n");
}

static void add_list(StrBuf *out, bool is_json)
{
    for (size_t i = 0; i < guide_count(); i++) {
        GuideTopic topic = guide_topic(i);
        if (is_json) {
            add_json(out, topic, false);
        } else {
            strbuf_addf(out, "%-*s %.*s\n", NAME_COLUMNS, topic.name, VIEW_ARG(topic.title));
        }
    }
}

/* The lines of a block, wrapped anew; those after the first stand under the text of an item. */
static void add_block(StrBuf *out, GuideBlockKind kind, StrView lines)
{
    StrBuf text = {0};
    StrView line;
    while (view_next_line(&lines, &line)) {
        strbuf_add(&text, text.length > 0 ? " " : "");
        strbuf_add_view(&text, view_trim(line));
    }
    size_t indent = kind == GUIDE_ITEM ? ITEM_INDENT : 0;
    WrapLines rows = {0};
    wrap_text(strbuf_view(&text), LINE_COLUMNS - (int)indent, &rows);
    for (size_t i = 0; i < rows.count; i++) {
        strbuf_add(out, kind != GUIDE_ITEM ? "" : i == 0 ? "- " : "  ");
        strbuf_add_view(
            out, view_trim(view_slice(strbuf_view(&text), rows.items[i].start, rows.items[i].end)));
        strbuf_add_char(out, '\n');
    }
    wrap_done(&rows);
    strbuf_done(&text);
}

static void add_topic(StrBuf *out, GuideTopic topic)
{
    StrView rest = topic.text, lines;
    GuideBlockKind kind, before = GUIDE_HEADING;
    strbuf_addf(out, "%.*s\n", VIEW_ARG(topic.title));
    while (guide_next_block(&rest, &kind, &lines)) {
        bool is_joined = kind == GUIDE_ITEM && before == GUIDE_ITEM;
        strbuf_add(out, is_joined ? "" : "\n");
        add_block(out, kind, lines);
        before = kind;
    }
}

static CliStatus refuse_topic(const CliCall *call)
{
    Nearest nearest = nearest_to(view_of(call->operands[0]));
    for (size_t i = 0; i < guide_count(); i++) {
        nearest_try(&nearest, view_of(guide_topic(i).name));
    }
    return cli_refuse(call->command, "no such topic: \"%s\"%s \"bulletproof guide\" lists all",
                      call->operands[0], nearest.name.length ? nearest_question(&nearest) : ";");
}

static CliStatus run(const CliCall *call)
{
    StrBuf out = {0};
    bool is_json = cli_is_value(call, GUIDE_FORMAT, "json"), is_list = call->operand_count == 0;
    size_t index = is_list ? 0 : guide_find(view_of(call->operands[0]));
    if (index == guide_count()) {
        return refuse_topic(call);
    }
    if (is_list) {
        add_list(&out, is_json);
    } else if (is_json) {
        add_json(&out, guide_topic(index), true);
    } else {
        add_topic(&out, guide_topic(index));
    }
    CliStatus status = cli_report(call, strbuf_view(&out));
    strbuf_done(&out);
    return status;
}

const CliCommand cli_guide = {
    .name = "guide",
    .operands = "[TOPIC]",
    .least = 0,
    .most = 1,
    .summary = "tell what makes a resume strong; without a topic, list them",
    .details =
        "Prints a topic of the guide, which F1 shows in the editor. Without TOPIC it lists all.",
    .examples = "bulletproof guide bullets\n"
                "bulletproof guide evidence | less\n",
    .options = options,
    .run = run,
};
