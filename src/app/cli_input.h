/* Reading what a command names: a resume, or any text. */
#ifndef APP_CLI_INPUT_H
#define APP_CLI_INPUT_H

#include "app/cli.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"

typedef struct {
    const char *name;   /* borrowed: as the command line has it */
    Store *store;       /* owned */
    Document *document; /* owned */
} CliResume;

/* Reads all of the file `name`, or of standard input where it is "-". */
bool cli_read(const char *name, size_t limit, StrBuf *out, Diag *diag);

/* Reads the resume `name`, which must be there; "-" is standard input. */
bool cli_resume_read(CliResume *resume, const char *name, Diag *diag);
/* The same; on failure tells why. */
bool cli_resume_open(CliResume *resume, const char *name);
/* The variant that the command line names. NULL, told with the names there are, when there is
 * none. */
const Node *cli_variant_find(const CliCommand *command, const CliResume *resume, const char *name);
void cli_resume_close(CliResume *resume);

#endif
