/* Editing: in the terminal, or driven by a script. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/app.h"
#include "app/cli.h"
#include "app/folders.h"
#include "app/script.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"

enum { EDIT_SCRIPT, EDIT_RULES, EDIT_PLAIN };

enum { SCRIPT_MAX_BYTES = 1024 * 1024 };

static const CliOption options[] = {
    [EDIT_SCRIPT] = {"script", 0, "SCRIPT", NULL, "drive the editor by the lines of SCRIPT"},
    [EDIT_RULES] = {"rules", 0, "FOLDER", NULL, "rules of your own from there, or off"},
    [EDIT_PLAIN] = {"plain", 0, NULL, NULL, "for screen readers: linear, states in words"},
    {0},
};

static bool open_operand(const CliCall *call, App *app, Diag *diag)
{
    return call->operand_count == 0 || app_open(app, call->operands[0], diag);
}

/* --- by a script -------------------------------------------------------------- */

static CliStatus run_script(App *app, const ScriptSource *source)
{
    Diag diag = {0};
    Script *script = script_new(source);
    bool is_good = app_loop(app, script_front_end(script), &diag);
    if (!is_good) {
        diag.place.line = script_line(script);
    } else {
        is_good = script_result(script, &diag);
    }
    script_free(script);
    CliStatus printed = cli_print(strbuf_view(source->out));
    /* A screen that differs is something found, all else is wrong input. */
    CliStatus failed = diag.kind == DIAG_CHANGED ? CLI_FOUND : CLI_USAGE;
    return is_good ? printed : cli_fail(failed, &diag, source->path);
}

static bool read_script(const char *path, StrBuf *text, Diag *diag)
{
    return strcmp(path, "-") == 0 ? file_read_stream(STDIN_FILENO, SCRIPT_MAX_BYTES, text, diag)
                                  : file_read(path, SCRIPT_MAX_BYTES, text, NULL, diag);
}

static CliStatus edit_by_script(const CliCall *call)
{
    const char *path = call->values[EDIT_SCRIPT];
    StrBuf text = {0}, out = {0};
    Diag diag = {0};
    AppOptions app_options = {
        .today = cli_today(), .rule_folder = call->values[EDIT_RULES], .has_builtin_fonts = true};
    App *app = app_new(&app_options);
    CliStatus status;
    if (call->values[EDIT_PLAIN]) {
        app_set_plain(app);
    }
    if (!read_script(path, &text, &diag)) {
        status = cli_fail(CLI_USAGE, &diag, path);
    } else if (!open_operand(call, app, &diag)) {
        status = cli_fail(CLI_USAGE, &diag, call->operands[0]);
    } else {
        const char *update = getenv("UPDATE_GOLDEN");
        ScriptSource source = {.path = path,
                               .text = strbuf_view(&text),
                               .out = &out,
                               .as_ascii = call->host->as_ascii,
                               .as_mono = call->host->as_mono,
                               .is_updating = update && strcmp(update, "1") == 0};
        status = run_script(app, &source);
    }
    app_free(app);
    strbuf_done(&text);
    strbuf_done(&out);
    return status;
}

/* --- in the terminal ------------------------------------------------------------ */

/* Owned by the caller; NULL: none are wanted, or there is no home. */
static char *rules_of(const CliCall *call)
{
    const char *named = call->values[EDIT_RULES];
    if (named) {
        return strcmp(named, "off") == 0 ? NULL : xstrdup(named);
    }
    return folder_rules();
}

/* True when the editor was shown. */
static bool show(const CliCall *call, App *app, bool is_guided, Diag *diag)
{
    if (!is_guided && call->values[EDIT_PLAIN]) {
        app_set_plain(app);
    }
    if (is_guided) {
        app_guide(app);
    }
    return call->host->edit(app, call->colour, diag);
}

/* The terminal may be there still: told to end, not hung up. */
static void tell_unsaved(const App *app)
{
    const char *file = app_unsaved_file(app);
    if (file) {
        fprintf(stderr,
                "bulletproof: ended before the edits were saved; open %s again to have them back\n",
                file);
    }
}

CliStatus cli_edit_in_terminal(const CliCall *call, bool is_guided)
{
    Diag diag = {0};
    char *state_folder = folder_state(), *data_folder = folder_data();
    char *theme_folder = folder_themes(), *rule_folder = rules_of(call);
    AppOptions app_options = {.today = cli_today(),
                              .connection = getenv("SSH_CONNECTION"),
                              .state_folder = state_folder,
                              .data_folder = data_folder,
                              .theme_folder = theme_folder,
                              .rule_folder = rule_folder,
                              .has_journal = true,
                              .has_workers = true,
                              .has_spelling = true};
    App *app = app_new(&app_options);
    free(state_folder);
    free(data_folder);
    free(theme_folder);
    free(rule_folder);
    CliStatus status = CLI_DONE;
    if (!open_operand(call, app, &diag)) {
        status = cli_fail(CLI_USAGE, &diag, call->operands[0]);
    } else if (!show(call, app, is_guided, &diag)) {
        status = cli_fail(CLI_USAGE, &diag, NULL);
        if (diag.kind == DIAG_USAGE) {
            cli_refuse(call->command, "what needs no terminal: export, check, explain, new "
                                      "and --script");
        }
    }
    tell_unsaved(app);
    app_free(app);
    return status;
}

static CliStatus run(const CliCall *call)
{
    return call->values[EDIT_SCRIPT] ? edit_by_script(call) : cli_edit_in_terminal(call, false);
}

const CliCommand cli_edit = {
    .name = "",
    .operands = "[FILE]",
    .least = 0,
    .most = 1,
    .summary = "edit a resume",
    .details = "Edits a resume for back-end developers in the terminal. A FILE that is not there\n"
               "yet starts an empty resume; without FILE there is a choice of what to begin with.",
    .examples = "bulletproof resume.yaml\n"
                "bulletproof --script=tour.script resume.yaml\n",
    .options = options,
    .run = run,
};
