/* The saved job descriptions as rows to choose from. Their files are for the one who runs the
 * editor: what is done with them is requested. */
#ifndef UI_SAVED_JOBS_H
#define UI_SAVED_JOBS_H

#include "ui/editor_state.h"

/* What is done with the one that is chosen. */
bool saved_job_rename(Editor *editor);
bool saved_job_remove(Editor *editor);

#endif
