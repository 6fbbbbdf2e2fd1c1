#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cli_options.h"
#include "app/complete.h"
#include "bulletproof/base/memory.h"

static void every_placeholder_of_help_is_known(void)
{
    for (const CliCommand *const *next = cli_commands(); *next; next++) {
        StrView operands = view_of((*next)->operands), placeholder;
        bool is_endless;
        while (complete_next_operand(&operands, &placeholder, &is_endless)) {
            if (!complete_knows(placeholder)) {
                printf("# %s: %.*s\n", (*next)->name, VIEW_ARG(placeholder));
            }
            CU_ASSERT_TRUE(complete_knows(placeholder));
        }
        for (const CliOption *option = (*next)->options; option->name; option++) {
            StrView value = view_of(option->value);
            bool is_optional = cli_value_is_optional(option);
            value = is_optional ? view_slice(value, 1, value.length - 1) : value;
            if (option->value && !complete_knows(value)) {
                printf("# %s --%s: %s\n", (*next)->name, option->name, option->value);
            }
            CU_ASSERT_TRUE(!option->value || complete_knows(value));
        }
    }
    CU_ASSERT_FALSE(complete_knows(view_of("GRUE")));
}

static void operands_are_taken_one_by_one(void)
{
    static const struct {
        const char *operands, *placeholders;
    } cases[] = {
        {"FILE|-", "FILE;"},
        {"[FILE]", "FILE;"},
        {"FILE|- ...", "FILE...;"},
        {"FILE|- [NAME [OTHER]]", "FILE;NAME;OTHER;"},
        {"SHELL [WORD ...]", "SHELL;WORD...;"},
        {"", ""},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrView rest = view_of(cases[i].operands), placeholder;
        StrBuf told = {0};
        bool is_endless;
        while (complete_next_operand(&rest, &placeholder, &is_endless)) {
            strbuf_addf(&told, "%.*s%s;", VIEW_ARG(placeholder), is_endless ? "..." : "");
        }
        CU_ASSERT_STRING_EQUAL(strbuf_text(&told), cases[i].placeholders);
        strbuf_done(&told);
    }
}

enum { MOST_WORDS = 8 };

/* Completes the last word of a line; an empty one after a blank at its end. */
static CompleteKind complete_line(StrBuf *out, const char *line)
{
    char *copy = xstrdup(line), *words[MOST_WORDS];
    int count = 0;
    for (char *word = copy; word; count++) {
        char *blank = strchr(word, ' ');
        words[count] = word;
        if (blank) {
            *blank = '\0';
        }
        word = blank ? blank + 1 : NULL;
    }
    CompleteKind kind = complete_words(out, count, words);
    free(copy);
    return kind;
}

static void a_line_is_completed(void)
{
    static const struct {
        const char *line;
        CompleteKind kind;
        const char *first; /* of the candidates; "": there are none */
    } cases[] = {
        {"che", COMPLETE_FILES, "check"},
        {"check ch", COMPLETE_FILES, ""},
        {"-q che", COMPLETE_FILES, "check"},
        {"--color never che", COMPLETE_FILES, "check"},
        {"--color n", COMPLETE_NOTHING, "never"},
        {"--col", COMPLETE_NOTHING, "--color"},
        {"check --fail-on=w", COMPLETE_NOTHING, "--fail-on=warning"},
        {"check --fail-on w", COMPLETE_NOTHING, "warning"},
        {"check --fail w", COMPLETE_NOTHING, "warning"},
        {"check -j ", COMPLETE_FILES, ""},
        {"check -- --f", COMPLETE_FILES, ""},
        {"check --files-from ", COMPLETE_FILES, ""},
        {"check --rules ", COMPLETE_FOLDERS, ""},
        {"check --rules=", COMPLETE_FOLDERS, ""},
        {"check --no-such=x", COMPLETE_NOTHING, ""},
        {"explain no-re", COMPLETE_NOTHING, "no-result"},
        {"explain no-result ", COMPLETE_NOTHING, ""},
        {"guide bul", COMPLETE_NOTHING, "bullets"},
        {"export --theme com", COMPLETE_FILES, "compact"},
        {"export -o ", COMPLETE_FILES, ""},
        {"export -qo ", COMPLETE_FILES, ""},
        {"export x.yaml ", COMPLETE_NOTHING, ""},
        {"check a.yaml b.yaml ", COMPLETE_FILES, ""},
        {"match --job ", COMPLETE_FILES, ""},
        {"-", COMPLETE_NOTHING, "--script"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        StrBuf out = {0};
        CompleteKind kind = complete_line(&out, cases[i].line);
        StrView lines = strbuf_view(&out), first = {0};
        view_next_line(&lines, &first);
        first = view_slice(first, 0, view_find(first, '\t'));
        bool is_right = kind == cases[i].kind && view_is(first, cases[i].first);
        if (!is_right) {
            printf("# %s: %d %.*s\n", cases[i].line, kind, VIEW_ARG(first));
        }
        CU_ASSERT_TRUE(is_right);
        strbuf_done(&out);
    }
}

CU_TestInfo complete_tests[] = {
    {"every placeholder of help is known", every_placeholder_of_help_is_known},
    {"operands are taken one by one", operands_are_taken_one_by_one},
    {"a line is completed", a_line_is_completed},
    CU_TEST_INFO_NULL,
};
