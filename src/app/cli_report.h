/* A resume of a run of `check`, read and judged, and the forms its report can take. */
#ifndef APP_CLI_REPORT_H
#define APP_CLI_REPORT_H

#include "app/cli_input.h"
#include "bulletproof/base/arena.h"
#include "bulletproof/check/check.h"

typedef struct {
    CliResume resume;
    ResumeReport report;
    Arena arena; /* of the report */
} CheckedFile;

/* The files that could be read, in the order of the command line. */
typedef struct {
    CheckedFile *files; /* owned */
    size_t count;
    bool is_whole;             /* none was left out */
    const CheckExtras *extras; /* borrowed: whose rules there are besides the built-in ones */
} CheckedRun;

/* NULL: about the file as a whole. */
const Node *checked_node(const CheckedFile *file, const Finding *finding);
/* Code points before byte `offset` of the text that the finding is about. */
size_t checked_characters(const CheckedFile *file, const Finding *finding, size_t offset);
/* Where that byte stands in the file; what the file does not have is at its beginning. */
DiagPlace checked_place(const CheckedFile *file, const Finding *finding, size_t offset);
/* "work[0].highlights[2]", "basics.summary"; nothing for no node. */
void checked_add_path(StrBuf *out, const Node *node, FieldId field);

/* One object a file, a line each: {"file":…,"findings":[…],"bullets":[…]}. */
void report_add_json(StrBuf *out, const CheckedRun *run);
/* One log of one run, by the Static Analysis Results Interchange Format 2.1.0 of OASIS. */
void report_add_sarif(StrBuf *out, const CheckedRun *run);

#endif
