/* The saved job descriptions of a resume: plain texts in the folder NAME.jobs beside NAME.yaml,
 * which nobody else may read. Knows no editor. */
#ifndef APP_JOB_FOLDER_H
#define APP_JOB_FOLDER_H

#include <stdbool.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strbuf.h"

/* Makes what a file or a stream holds fit for job_read(): decoded and cleaned. False, with the
 * reason, for what is no text. */
bool job_text_take(StrBuf *text, StrView foreign, Diag *diag);
/* The same of the file `path`. */
bool job_file_read(const char *path, StrBuf *text, Diag *diag);

/* All of these take the path of the resume; `name` is that of the file, without ".txt". A name
 * that leaves the folder is refused: a resume from elsewhere reads no other files. */
bool job_folder_read(const char *resume, const char *name, StrBuf *text, Diag *diag);
/* Keeps the text as the first of job-1, job-2 … that is free, which is added to `name`. */
bool job_folder_add(const char *resume, StrView text, StrBuf *name, Diag *diag);
/* Never over another one. */
bool job_folder_rename(const char *resume, const char *name, const char *new_name, Diag *diag);
bool job_folder_remove(const char *resume, const char *name, Diag *diag);
/* Adds a line for each, by name: the name, a tab, how the text begins. */
void job_folder_list(const char *resume, StrBuf *lines);

#endif
