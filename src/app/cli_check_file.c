/* A file of a run of `check`, in the form that is asked for. */
#include <stdlib.h>
#include <sys/stat.h>

#include "app/cli_check_run.h"
#include "bulletproof/base/json.h"

static void add_error_line(StrBuf *errors, const Diag *diag, const char *name)
{
    char *text = diag_describe(diag, name);
    strbuf_addf(errors, "bulletproof: %s\n", text);
    free(text);
}

/* What is to be told stands in the errors; in JSON each file has its object all the same. */
void check_file_fail(const CheckRun *run, const char *name, const Diag *diag, CrewResult *result)
{
    StrBuf *out = &result->out;
    add_error_line(&result->errors, diag, name);
    result->status = CLI_USAGE;
    if (run->format == CHECK_AS_JSON) {
        strbuf_add(out, "{\"file\":");
        json_add_file_name(out, name);
        strbuf_add_char(out, ',');
        report_add_json_error(out, diag);
        strbuf_add(out, "}\n");
    } else if (run->format == CHECK_AS_SARIF) {
        report_add_sarif_artifact(out, name);
        strbuf_add_char(out, '\n');
    }
}

static void add_report(const CheckRun *run, const CheckedFile *file, size_t number, StrBuf *out)
{
    switch (run->format) {
    case CHECK_AS_TEXT:
        report_add_lines(out, file, run->has_colour);
        break;
    case CHECK_AS_JSON:
        report_add_json(out, file);
        break;
    case CHECK_AS_SARIF: /* the artifact in the first line, then the results */
        report_add_sarif_artifact(out, file->resume.name);
        strbuf_add_char(out, '\n');
        report_add_sarif(out, file, number, run->settings.extras);
        break;
    }
}

/* A folder has other files as well: which are resumes its owner knows, and find says it best. */
static bool read_resume(CliResume *resume, const char *name, Diag *diag)
{
    struct stat status;
    bool is_folder = stat(name, &status) == 0 && S_ISDIR(status.st_mode);
    bool is_read = cli_resume_read(resume, name, diag);
    return is_folder ? diag_fail(diag, DIAG_IO,
                                 "is a folder; name its resumes: find %s -name \"*.yaml\" | "
                                 "bulletproof check --files-from=-",
                                 name)
                     : is_read;
}

void check_file_work(const CheckRun *run, const char *name, size_t number, CrewResult *result)
{
    Diag diag = {0};
    CheckedFile file = {.line = 0};
    if (read_resume(&file.resume, name, &diag)) {
        checked_judge(&file, &run->settings);
        add_report(run, &file, number, &result->out);
        result->status = checked_reaches(&file, run->least) ? CLI_FOUND : CLI_DONE;
    } else {
        check_file_fail(run, name, &diag, result);
    }
    checked_done(&file);
}
