/* A run of `check`: items in, by name or by line; results out, in their order. */
#include "app/cli_check_run.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/folders.h"
#include "bulletproof/check/spelling.h"

enum { OUTPUT_PIECE = 64 * 1024 };

/* An item is a StrBuf's, which ends with a NUL. */
static const char *name_of(StrView item)
{
    return item.length > 0 ? item.data : "";
}

/* --- What comes in ---------------------------------------------------------------------- */

/* In a list "-" is a file like others. */
static CrewNext next_listed(CheckRun *run, StrBuf *item)
{
    CrewNext next;
    do {
        strbuf_clear(item);
        next = line_reader_next(&run->reader, item);
    } while (next == CREW_ITEM && item->length == 0);
    if (next == CREW_ITEM && view_is(strbuf_view(item), "-")) {
        strbuf_splice(item, 0, 0, view_of("./"));
    }
    return next;
}

static CrewNext next(void *context, StrBuf *item)
{
    CheckRun *run = context;
    if (run->items != CHECK_FILES) {
        return line_reader_next(&run->reader, item);
    }
    if (run->next_operand < run->call->operand_count) {
        strbuf_add(item, run->call->operands[run->next_operand++]);
        return CREW_ITEM;
    }
    return run->call->values[CHECK_FILES_FROM] ? next_listed(run, item) : CREW_END;
}

static void fill(void *context)
{
    CheckRun *run = context;
    line_reader_fill(&run->reader);
}

static void work(void *context, StrView item, size_t number, CrewResult *result)
{
    CheckRun *run = context;
    if (run->items == CHECK_FILES) {
        check_file_work(run, name_of(item), number, result);
    } else {
        check_line_work(run, item, number, result);
    }
}

static void lose(void *context, StrView item, size_t number, CrewResult *result)
{
    const CheckRun *run = context;
    Diag diag = {0};
    diag_fail(&diag, DIAG_LIMIT, "the program broke off while it judged this: please report it");
    if (run->items == CHECK_FILES) {
        check_file_fail(run, name_of(item), &diag, result);
    } else {
        check_line_fail(run, (unsigned)number + 1, &diag, result);
    }
}

/* --- What goes out ---------------------------------------------------------------------- */

static void worsen(CheckRun *run, CliStatus status)
{
    run->status = status > run->status ? status : run->status;
}

static bool flush(void *context)
{
    CheckRun *run = context;
    if (run->out.length > 0) {
        worsen(run, cli_report(run->call, strbuf_view(&run->out)));
        strbuf_clear(&run->out);
    }
    return run->status != CLI_NOT_WRITTEN;
}

/* The artifact is in the first line, the results are behind it. */
static void add_to_log(CheckRun *run, StrView text)
{
    size_t end = view_find(text, '\n');
    StrView artifact = view_slice(text, 0, end), results = view_slice(text, end + 1, text.length);
    strbuf_add(&run->artifacts, run->artifacts.length > 0 ? "," : "");
    strbuf_add_view(&run->artifacts, artifact);
    if (results.length > 0) {
        strbuf_add(&run->out, run->has_results ? "," : "");
        strbuf_add_view(&run->out, results);
        run->has_results = true;
    }
}

static bool take(void *context, const CrewResult *result)
{
    CheckRun *run = context;
    worsen(run, (CliStatus)result->status);
    if (run->format == CHECK_AS_SARIF) {
        add_to_log(run, strbuf_view(&result->out));
    } else {
        strbuf_add_view(&run->out, strbuf_view(&result->out));
    }
    bool is_due = result->errors.length > 0 || run->out.length >= OUTPUT_PIECE;
    bool is_good = !is_due || flush(run);
    if (result->errors.length > 0) {
        progress_clear(&run->progress);
        fputs(strbuf_text(&result->errors), stderr);
    }
    progress_tell(&run->progress, ++run->count);
    return is_good;
}

/* --- The run ------------------------------------------------------------------------------ */

static Severity threshold(const CliCall *call)
{
    const char *wanted = call->values[CHECK_FAIL_ON];
    for (int severity = SEVERITY_ADVICE; wanted && severity < SEVERITY_ERROR; severity++) {
        if (strcmp(wanted, severity_name((Severity)severity)) == 0) {
            return (Severity)severity;
        }
    }
    return SEVERITY_ERROR;
}

static LineOptions line_options(const CliCall *call, const CheckExtras *extras)
{
    LineOptions options = {
        .is_summary = cli_is_value(call, CHECK_LINES, "summary"),
        .level = LEVEL_MID,
        .is_current = cli_is_value(call, CHECK_ROLE, "current"),
        .extras = extras,
    };
    if (call->values[CHECK_LEVEL]) {
        level_parse(view_of(call->values[CHECK_LEVEL]), &options.level);
    }
    return options;
}

static CheckItems items_of(const CliCall *call)
{
    return !call->values[CHECK_LINES]                   ? CHECK_FILES
           : cli_is_value(call, CHECK_LINES, "resume")  ? CHECK_RESUMES
           : cli_is_value(call, CHECK_LINES, "summary") ? CHECK_SUMMARIES
                                                        : CHECK_BULLETS;
}

/* Opens the lines, or the list of names; -1: there is neither. */
static bool open_reader(CheckRun *run)
{
    const char *list = run->call->values[CHECK_FILES_FROM];
    const char *name = run->items == CHECK_FILES ? list : run->name;
    bool has_nul = run->call->values[CHECK_NULL] != NULL;
    run->reader = (LineReader){.descriptor = -1,
                               .end = has_nul ? '\0' : '\n',
                               .limit = run->items == CHECK_FILES ? NAME_LIMIT : LINE_LIMIT};
    if (name && strcmp(name, "-") == 0) {
        run->reader.descriptor = STDIN_FILENO;
    } else if (name) {
        run->reader.descriptor = open(name, O_RDONLY | O_CLOEXEC);
    }
    if (name && run->reader.descriptor < 0) {
        Diag diag = {0};
        diag_fail(&diag, DIAG_IO, "%s", strerror(errno));
        cli_fail(CLI_USAGE, &diag, name);
    }
    return !name || run->reader.descriptor >= 0;
}

static void close_reader(CheckRun *run)
{
    if (run->reader.error) {
        Diag diag = {0};
        const char *list = run->call->values[CHECK_FILES_FROM];
        diag_fail(&diag, DIAG_IO, "%s", strerror(run->reader.error));
        worsen(run, cli_fail(CLI_USAGE, &diag, run->items == CHECK_FILES ? list : run->name));
    }
    if (run->reader.descriptor > STDIN_FILENO) {
        close(run->reader.descriptor);
    }
    line_reader_done(&run->reader);
}

static CliStatus run_items(CheckRun *run, unsigned jobs)
{
    CrewWork crew = {.context = run,
                     .descriptor = run->reader.descriptor,
                     .next = next,
                     .fill = fill,
                     .work = work,
                     .lose = lose,
                     .take = take,
                     .flush = flush};
    bool is_log = run->format == CHECK_AS_SARIF;
    bool is_known = run->items == CHECK_FILES && !run->call->values[CHECK_FILES_FROM];
    progress_start(&run->progress, is_known ? (size_t)run->call->operand_count : 0);
    run->progress.is_wanted = run->progress.is_wanted && !run->call->is_quiet;
    if (is_log) {
        report_begin_sarif(&run->out, run->settings.extras);
    }
    int signal = crew_run(&crew, jobs);
    close_reader(run);
    if (is_log && run->status != CLI_NOT_WRITTEN) {
        bool is_whole = run->status != CLI_USAGE && signal == 0;
        report_end_sarif(&run->out, strbuf_view(&run->artifacts), is_whole);
        flush(run);
    }
    progress_clear(&run->progress);
    return signal ? (CliStatus)(CLI_SIGNALLED + signal) : run->status;
}

static bool open_extras(const CliCall *call, Extras *extras, unsigned jobs)
{
    bool is_open = cli_check_open_extras(call, extras);
    if (is_open && jobs > 1) {
        speller_open(extras->speller);
    }
    return is_open;
}

CliStatus cli_check_run(const CliCall *call, unsigned jobs)
{
    Extras extras = {.speller = NULL};
    char *theme_folder = folder_themes();
    CheckRun run = {
        .call = call,
        .items = items_of(call),
        .format = cli_check_format(call),
        .has_colour = cli_has_colour(call),
        .least = threshold(call),
        .settings = {cli_today(), &extras.values, theme_folder},
        .line_options = line_options(call, &extras.values),
        .name = call->operand_count > 0 ? call->operands[0] : "-",
    };
    CliStatus status = CLI_USAGE;
    if (open_reader(&run)) {
        status = open_extras(call, &extras, jobs) ? run_items(&run, jobs) : CLI_USAGE;
    }
    strbuf_done(&run.out);
    strbuf_done(&run.artifacts);
    arena_done(&run.arena);
    extras_close(&extras);
    free(theme_folder);
    return status;
}
