/* A resume that `check` has read and judged, and the forms its report can take. */
#ifndef APP_CLI_REPORT_H
#define APP_CLI_REPORT_H

#include "app/cli_input.h"
#include "bulletproof/base/arena.h"
#include "bulletproof/check/check.h"

typedef struct {
    CliResume resume;
    ResumeReport report;   /* its findings in the order of the file */
    Arena arena;           /* of the report */
    unsigned line, column; /* lines and code points before it, where it is a piece of a file */
} CheckedFile;

/* How resumes are judged: the same for all of a run. */
typedef struct {
    Date today;
    const CheckExtras *extras; /* borrowed: whose rules there are besides the built-in ones */
    const char *theme_folder;  /* borrowed; NULL: none */
} CheckSettings;

/* Judges the resume, which has been read. */
void checked_judge(CheckedFile *file, const CheckSettings *settings);
void checked_done(CheckedFile *file);

/* NULL: about the file as a whole. */
const Node *checked_node(const CheckedFile *file, const Finding *finding);
/* Code points before byte `offset` of the text that the finding is about. */
size_t checked_characters(const CheckedFile *file, const Finding *finding, size_t offset);
/* Where that byte stands in the file; what the file does not have is at its beginning. */
DiagPlace checked_place(const CheckedFile *file, const Finding *finding, size_t offset);
/* The same for what is wrong with the file itself. */
DiagPlace checked_fault_place(const CheckedFile *file, const Diag *fault);
/* "work[0].highlights[2]", "basics.summary"; nothing for no node. */
void checked_add_path(StrBuf *out, const Node *node, FieldId field);
/* Whether something that is not waived is at least so severe. */
bool checked_reaches(const CheckedFile *file, Severity least);

/* As compilers write: a line each. */
void report_add_lines(StrBuf *out, const CheckedFile *file, bool has_colour);

/* {"file":…,"findings":[…],"bullets":[…]} */
void report_add_json(StrBuf *out, const CheckedFile *file);
/* "findings":[…],"bullets":[…] */
void report_add_json_members(StrBuf *out, const CheckedFile *file);
/* "error":{"line":…,"column":…,"message":…} for what could not be read. */
void report_add_json_error(StrBuf *out, const Diag *diag);

/* One log of one run, by the Static Analysis Results Interchange Format 2.1.0 of OASIS, in pieces:
 * the beginning; with a comma between those that are not empty, the results of each file, which are
 * numbered from 0; the end, with the artifact of each, with commas between. */
void report_begin_sarif(StrBuf *out, const CheckExtras *extras);
void report_add_sarif(StrBuf *out, const CheckedFile *file, size_t number,
                      const CheckExtras *extras);
void report_add_sarif_artifact(StrBuf *out, const char *name);
void report_end_sarif(StrBuf *out, StrView artifacts, bool is_whole);

#endif
