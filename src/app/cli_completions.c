/* What shells complete: scripts for them, and the answers that the scripts ask for. */
#include <string.h>

#include "app/cli_input.h"
#include "app/complete.h"
#include "bulletproof/base/embedded.h"
#include "bulletproof/base/nearest.h"

static const CliOption options[] = {{0}};

static const struct {
    const char *shell, *file;
} scripts[] = {
    {"bash", "completions/bulletproof.bash"},
    {"fish", "completions/bulletproof.fish"},
    {"zsh", "completions/_bulletproof"},
};

enum { SCRIPT_COUNT = sizeof(scripts) / sizeof(scripts[0]) };

/* The first line says what besides the lines that follow the word may be. */
static CliStatus answer(int count, char *words[])
{
    static const char *const kinds[] = {
        [COMPLETE_NOTHING] = "nothing\n",
        [COMPLETE_FILES] = "files\n",
        [COMPLETE_FOLDERS] = "folders\n",
    };
    StrBuf lines = {0}, out = {0};
    CompleteKind kind = complete_words(&lines, count, words);
    strbuf_add(&out, kinds[kind]);
    strbuf_add_view(&out, strbuf_view(&lines));
    CliStatus status = cli_print(strbuf_view(&out));
    strbuf_done(&lines);
    strbuf_done(&out);
    return status;
}

static CliStatus run(const CliCall *call)
{
    const char *shell = call->operands[0];
    Nearest nearest = nearest_to(view_of(shell));
    if (strcmp(shell, "words") == 0 && call->operand_count > 1) {
        return answer(call->operand_count - 1, call->operands + 1);
    }
    if (call->operand_count > 1) {
        return cli_refuse(call->command, "one too many: \"%s\"", call->operands[1]);
    }
    for (size_t i = 0; i < SCRIPT_COUNT; i++) {
        if (strcmp(shell, scripts[i].shell) == 0) {
            return cli_print(embedded_find(scripts[i].file)->text);
        }
        nearest_try(&nearest, view_of(scripts[i].shell));
    }
    return cli_refuse(call->command, "there are scripts for bash, fish and zsh, not for \"%s\"%s",
                      shell, nearest_question(&nearest));
}

const CliCommand cli_completions = {
    .name = "completions",
    .operands = "SHELL [WORD ...]",
    .least = 1,
    .most = 10000,
    .summary = "print what makes a shell complete commands",
    .details =
        "Prints the script that makes SHELL (bash, fish or zsh) complete commands, options, their\n"
        "values, codes, topics, themes, variants and files. Where the program was installed as a\n"
        "package it is there already. The script asks \"bulletproof completions words -- WORD "
        "...\"\n"
        "what the last WORD may become, so it need not be made anew when rules or themes of your\n"
        "own come.",
    .examples = "source <(bulletproof completions bash)\n"
                "bulletproof completions fish >~/.config/fish/completions/bulletproof.fish\n"
                "bulletproof completions zsh >~/.zfunc/_bulletproof\n",
    .options = options,
    .run = run,
};
