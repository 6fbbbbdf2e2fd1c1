/* Reading the job description that a command names. */
#ifndef APP_CLI_JOB_H
#define APP_CLI_JOB_H

#include "app/cli.h"
#include "bulletproof/match/job.h"

/* Reads the file `name` ("-": standard input) into `text`, cleaned: what job_read() takes. On
 * failure tells why. */
bool cli_job_open(StrBuf *text, const char *name);

#endif
