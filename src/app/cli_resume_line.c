/* A line that is a resume as JSON, judged: the filter that other engines run. */
#include <stdlib.h>

#include "app/cli_check_run.h"
#include "bulletproof/base/json.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/yaml/tree.h"

/* What a line says: the resume, and by which name it is known to who sent it. */
typedef struct {
    StrView text;  /* borrowed from the line, or from `without_id` */
    size_t before; /* bytes of the line before it */
    StrBuf id;     /* as JSON; empty: none */
    StrBuf without_id;
} ResumeLine;

static void resume_line_done(ResumeLine *line)
{
    strbuf_done(&line->id);
    strbuf_done(&line->without_id);
}

/* --- Reading ------------------------------------------------------------------------------ */

/* Numbers and words come back as they are, all else as a text. */
static void take_id(ResumeLine *line, const YamlNode *id)
{
    bool is_bare =
        id->style == YAML_STYLE_PLAIN && id->text.length > 0 &&
        (json_is_number(id->text) || view_is(id->text, "true") || view_is(id->text, "false"));
    if (is_bare) {
        strbuf_add_view(&line->id, id->text);
    } else if (!yaml_is_null(id)) {
        json_add_string(&line->id, id->text);
    }
}

/* The id is no field of a resume. Blanks in its place keep what stands behind it where it is. */
static void blank_id(ResumeLine *line, StrView text, const YamlItem *id)
{
    size_t end = id->value->end, start = id->start;
    size_t comma = end + view_find(view_slice(text, end, text.length), ',');
    if (comma < text.length) {
        end = comma + 1;
    } else {
        while (start > 0 && text.data[start - 1] != ',' && text.data[start - 1] != '{') {
            start--;
        }
        start -= start > 0 && text.data[start - 1] == ',' ? 1 : 0;
    }
    strbuf_add_view(&line->without_id, view_slice(text, 0, start));
    strbuf_add_repeated(&line->without_id, ' ', utf8_count(view_slice(text, start, end)));
    strbuf_add_view(&line->without_id, view_slice(text, end, text.length));
    line->text = strbuf_view(&line->without_id);
}

static void take_members(ResumeLine *line, StrView text, const YamlNode *root)
{
    const YamlItem *id = yaml_find(root, "id"), *resume = yaml_find(root, "resume");
    if (id && id->value->kind == YAML_SCALAR) {
        take_id(line, id->value);
    }
    if (resume && resume->value->kind == YAML_MAPPING) {
        line->before = resume->value->start;
        line->text = view_slice(text, resume->value->start, resume->value->end);
    } else if (id) {
        blank_id(line, text, id);
    }
}

static bool read_line(ResumeLine *line, StrView text, Diag *diag)
{
    YamlTree tree = {0};
    line->text = text;
    bool is_read = yaml_tree_read(&tree, text, diag);
    if (is_read && (!tree.root || tree.root->kind != YAML_MAPPING || !tree.is_json)) {
        is_read = diag_fail(diag, DIAG_SYNTAX, "is no resume: a line is one as a JSON object");
    } else if (is_read) {
        take_members(line, text, tree.root);
    }
    yaml_tree_done(&tree);
    return is_read;
}

/* --- Telling -------------------------------------------------------------------------------- */

static void begin_object(const CheckRun *run, const ResumeLine *line, unsigned number, StrBuf *out)
{
    if (run->format != CHECK_AS_JSON) {
        return;
    }
    strbuf_addf(out, "{\"line\":%u,", number);
    if (line->id.length > 0) {
        strbuf_addf(out, "\"id\":%s,", strbuf_text(&line->id));
    }
}

static void tell_fault(const CheckRun *run, unsigned number, Diag *diag, CrewResult *result)
{
    diag->place.line = 0; /* the object has the number */
    if (run->format == CHECK_AS_JSON) {
        report_add_json_error(&result->out, diag);
        strbuf_add(&result->out, "}\n");
        return;
    }
    diag->place.line = number;
    char *text = diag_describe(diag, run->name);
    strbuf_addf(&result->errors, "bulletproof: %s\n", text);
    free(text);
}

void check_line_fail(const CheckRun *run, unsigned number, const Diag *diag, CrewResult *result)
{
    ResumeLine line = {.before = 0};
    Diag copy = *diag;
    begin_object(run, &line, number, &result->out);
    tell_fault(run, number, &copy, result);
}

static void tell(const CheckRun *run, const CheckedFile *file, StrBuf *out)
{
    if (run->format == CHECK_AS_JSON) {
        report_add_json_members(out, file);
        strbuf_add(out, "}\n");
    } else {
        report_add_lines(out, file, run->has_colour);
    }
}

void check_resume_line(const CheckRun *run, StrView text, unsigned number, CrewResult *result)
{
    ResumeLine line = {.before = 0};
    Diag diag = {0};
    CheckedFile file = {.resume = {.name = run->name}, .line = number - 1};
    bool is_read = read_line(&line, text, &diag);
    file.column = (unsigned)utf8_count(view_slice(text, 0, line.before));
    file.resume.store = is_read ? store_read(line.text, NULL, NULL, &diag) : NULL;
    begin_object(run, &line, number, &result->out);
    if (file.resume.store) {
        file.resume.document = document_new(store_take_root(file.resume.store));
        checked_judge(&file, &run->settings);
        tell(run, &file, &result->out);
    } else {
        diag.place.column += diag.place.column > 0 ? file.column : 0;
        tell_fault(run, number, &diag, result);
    }
    checked_done(&file);
    resume_line_done(&line);
}
