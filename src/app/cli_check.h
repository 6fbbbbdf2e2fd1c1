/* The rows of the options of `check`, for both things it can do. */
#ifndef APP_CLI_CHECK_H
#define APP_CLI_CHECK_H

#include "app/cli.h"
#include "app/cli_extras.h"
#include "bulletproof/base/arena.h"
#include "bulletproof/check/check.h"

enum {
    CHECK_FORMAT,
    CHECK_FAIL_ON,
    CHECK_LINES,
    CHECK_LEVEL,
    CHECK_ROLE,
    CHECK_SPELLING,
    CHECK_RULES,
    CHECK_JOBS,
    CHECK_FILES_FROM,
    CHECK_NULL,
};

typedef enum {
    CHECK_AS_TEXT,
    CHECK_AS_JSON,
    CHECK_AS_SARIF,
} CheckFormat;

CheckFormat cli_check_format(const CliCall *call);
/* Dictionaries, words and rules of the user's own, or says why not; close with extras_close. */
bool cli_check_open_extras(const CliCall *call, Extras *extras);
/* One line as compilers write it: "FILE:LINE:COLUMN: severity: message [code]". */
void cli_check_add_line(StrBuf *out, const char *file, DiagPlace place, const Finding *finding,
                        bool has_colour);

/* Judges what the call names, in so many processes. */
CliStatus cli_check_run(const CliCall *call, unsigned jobs);

#endif
