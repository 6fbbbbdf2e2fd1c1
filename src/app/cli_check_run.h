/* One run of `check`: what it reads, how it judges, and what has come of it so far. */
#ifndef APP_CLI_CHECK_RUN_H
#define APP_CLI_CHECK_RUN_H

#include "app/cli_check.h"
#include "app/cli_report.h"
#include "app/crew.h"
#include "app/line_reader.h"
#include "app/progress.h"
#include "bulletproof/check/lines.h"

typedef enum { CHECK_FILES, CHECK_BULLETS, CHECK_SUMMARIES, CHECK_RESUMES } CheckItems;

enum {
    LINE_LIMIT = 2 * 1024 * 1024, /* bytes: a resume may be half of it, escapes may double it */
    NAME_LIMIT = 64 * 1024,       /* bytes of a file's name; no system takes so much */
};

typedef struct {
    const CliCall *call; /* borrowed */
    CheckItems items;
    CheckFormat format;
    bool has_colour;
    Severity least; /* from which up a finding is told by the status */
    CheckSettings settings;
    LineOptions line_options;
    const char *name; /* borrowed: of the file that has the lines */
    Arena arena;      /* of the line in hand */

    int next_operand;
    LineReader reader; /* of the lines, or of the names of files */

    StrBuf out;       /* not printed yet */
    StrBuf artifacts; /* of a SARIF log */
    bool has_results; /* in it */
    size_t count;
    CliStatus status;
    Progress progress;
} CheckRun;

/* Judges one item and puts what is to be told into the result, whose status is a CliStatus. */
void check_file_work(const CheckRun *run, const char *name, size_t number, CrewResult *result);
void check_line_work(CheckRun *run, StrView line, size_t number, CrewResult *result);
/* `line` is the resume as JSON, or {"id":…,"resume":{…}}; its number is 1-based. */
void check_resume_line(const CheckRun *run, StrView line, unsigned number, CrewResult *result);
/* Tells, in the format of the run, why an item gave nothing. */
void check_file_fail(const CheckRun *run, const char *name, const Diag *diag, CrewResult *result);
void check_line_fail(const CheckRun *run, unsigned number, const Diag *diag, CrewResult *result);

#endif
