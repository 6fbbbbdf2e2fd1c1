#include "yaml/problem.h"

#include <string.h>

enum { FAULTS_MAX = 200 };

typedef struct {
    const char *context; /* part of libyaml's context, "" for any */
    const char *problem; /* part of libyaml's problem */
    bool is_at_context;  /* the user has to look where it began */
    const char *text;
} Wording;

/* clang-format off */
static const Wording wordings[] = {
    {"quoted scalar", "unexpected end of stream", true,
     "this quote is never closed: add the closing quote, or take the opening one away"},
    {"quoted scalar", "document indicator", true,
     "this quote is still open where a line begins with --- or ...: close it before"},
    {"quoted scalar", "unknown escape", false,
     "no such escape after \\: write \\\\ for a backslash, or use single quotes"},
    {"quoted scalar", "hexdecimal", false,
     "hexadecimal digits are missing after \\x or \\u: write the character itself"},
    {"quoted scalar", "Unicode character escape", false,
     "this escape is no character: write the character itself"},
    {"flow sequence", "", true,
     "this [ is never closed, or a comma is missing after it: add ] or the comma"},
    {"flow mapping", "", true,
     "this { is never closed, or a comma is missing after it: add } or the comma"},
    {"simple key", "expected ':'", true,
     "a key needs a colon and a blank after it: write \"key: value\", or indent text that goes on"},
    {"block mapping", "expected key", false,
     "a key should stand here: indent this line like the keys above it, and quote text that has "
     "quotes or brackets at its start"},
    {"block collection", "expected '-'", false,
     "a list item should stand here: begin it with \"- \", or indent the line less or more"},
    {"", "mapping values are not allowed", false,
     "a colon cannot stand here: put quotes around text that has \": \" in it, and check the "
     "indentation"},
    {"", "mapping keys are not allowed", false,
     "a key cannot begin here: put it on a line of its own"},
    {"", "block sequence entries are not allowed", false,
     "a list item cannot begin here: put it on a line of its own, indented like the others"},
    {"", "cannot start any token", false,
     "text cannot begin with this character: put quotes around it (and indent by blanks, not tabs)"},
    {"", "tab character", false, "a tab cannot indent: use blanks"},
    {"block scalar", "", false,
     "after | or > only an indentation digit, + or - and a comment may follow: begin the text on "
     "the next line"},
    {"anchor", "", true, "text cannot begin with &: put quotes around it"},
    {"alias", "", true, "text cannot begin with *: put quotes around it"},
    {"tag", "", true, "text cannot begin with !: put quotes around it"},
    {"", "tag handle", false, "text cannot begin with !: put quotes around it"},
    {"directive", "", true, "text cannot begin with %: put quotes around it"},
    {"", "document start", false,
     "the text goes on after its end: one document is all a file may hold; check the brackets "
     "and the indentation above"},
    {"", "did not find expected node content", false,
     "a value is missing here: write it, or take the comma or the mark before it away"},
};
/* clang-format on */

static bool has_part(const char *text, const char *part)
{
    return part[0] == '\0' || (text && strstr(text, part));
}

Problem problem_of(const yaml_parser_t *parser)
{
    for (size_t i = 0; i < sizeof(wordings) / sizeof(wordings[0]); i++) {
        const Wording *wording = &wordings[i];
        if (has_part(parser->context, wording->context) &&
            has_part(parser->problem, wording->problem)) {
            return (Problem){wording->text, wording->is_at_context && parser->context
                                                ? parser->context_mark
                                                : parser->problem_mark};
        }
    }
    return (Problem){"this is not YAML: check the quotes and the indentation here",
                     parser->problem_mark};
}

void fault_add(DiagList *faults, const Diag *diag)
{
    if (faults->count < FAULTS_MAX) {
        diag_list_add(faults, diag);
    }
}
