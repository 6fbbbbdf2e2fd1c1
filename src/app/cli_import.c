#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app/cli_input.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/json.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/store/import.h"
#include "bulletproof/yaml/tree.h"

enum { IMPORT_OUTPUT, IMPORT_FROM, IMPORT_FORMAT };

static const CliOption options[] = {
    [IMPORT_OUTPUT] = {"output", 'o', "OUT", NULL, "write to OUT, which must not be there yet"},
    [IMPORT_FROM] = {"from", 0, "FORM", "jsonresume|rendercv",
                     "what FILE is, not what it looks like"},
    [IMPORT_FORMAT] = {"format", 0, "FORMAT", "text|json", "how the list is told (default: text)"},
    {0},
};

/* --- The list ------------------------------------------------------------------------ */

/* One fate after the other, what needs a look last; within each in the order of the file. */
static int compare_rows(const void *left, const void *right)
{
    const ImportRow *a = left, *b = right;
    if (a->fate != b->fate) {
        return a->fate < b->fate ? -1 : 1;
    }
    int lines = (a->place.line > b->place.line) - (a->place.line < b->place.line);
    int columns = (a->place.column > b->place.column) - (a->place.column < b->place.column);
    return lines ? lines : columns;
}

static void add_row(StrBuf *out, const char *name, const ImportRow *row)
{
    utf8_add_printable(out, view_of(name));
    strbuf_addf(out, ":%u:%u: %s %s", row->place.line, row->place.column,
                import_fate_name(row->fate), row->from);
    bool has_moved = *row->to && strcmp(row->from, row->to) != 0;
    strbuf_addf(out, "%s%s", has_moved ? " -> " : "", has_moved ? row->to : "");
    strbuf_addf(out, "%s%s\n", *row->note ? ": " : "", row->note);
}

static void add_form(StrBuf *out, const Import *import)
{
    strbuf_add(out, import_form_name(import->form));
    strbuf_add(out, import->has_old_names ? " 0.x" : "");
}

static void add_list(StrBuf *out, const char *name, const Import *import)
{
    for (size_t i = 0; i < import->count; i++) {
        add_row(out, name, &import->rows[i]);
    }
    utf8_add_printable(out, view_of(name));
    strbuf_add(out, ": ");
    add_form(out, import);
    for (ImportFate fate = 0; fate < IMPORT_FATE_COUNT; fate++) {
        strbuf_addf(out, "%s %zu %s", fate > 0 ? "," : ":", import->counts[fate],
                    import_fate_name(fate));
    }
    strbuf_add_char(out, '\n');
}

static void add_json_row(StrBuf *out, const ImportRow *row)
{
    strbuf_addf(out, "{\"fate\":\"%s\",\"line\":%u,\"column\":%u,", import_fate_name(row->fate),
                row->place.line, row->place.column);
    json_add_member(out, "from", view_of(row->from));
    strbuf_add_char(out, ',');
    json_add_member(out, "to", view_of(row->to));
    strbuf_add_char(out, ',');
    json_add_member(out, "note", view_of(row->note));
    strbuf_add_char(out, '}');
}

static void add_json(StrBuf *out, const char *name, const Import *import)
{
    strbuf_add(out, "{\"file\":");
    json_add_file_name(out, name);
    strbuf_add(out, ",\"form\":\"");
    add_form(out, import);
    strbuf_add_char(out, '"');
    for (ImportFate fate = 0; fate < IMPORT_FATE_COUNT; fate++) {
        strbuf_addf(out, ",\"%s\":%zu", import_fate_name(fate), import->counts[fate]);
    }
    strbuf_add(out, ",\"values\":[");
    for (size_t i = 0; i < import->count; i++) {
        strbuf_add(out, i > 0 ? "," : "");
        add_json_row(out, &import->rows[i]);
    }
    strbuf_add(out, "]}\n");
}

/* Beside a resume on standard output the list goes where errors go. */
static CliStatus tell_list(const CliCall *call, Import *import)
{
    StrBuf out = {0};
    const char *format = call->values[IMPORT_FORMAT];
    if (import->count > 1) {
        qsort(import->rows, import->count, sizeof(*import->rows), compare_rows);
    }
    if (format && strcmp(format, "json") == 0) {
        add_json(&out, call->operands[0], import);
    } else {
        add_list(&out, call->operands[0], import);
    }
    CliStatus status = CLI_DONE;
    const char *output = call->values[IMPORT_OUTPUT];
    if (output && strcmp(output, "-") != 0) {
        status = cli_report(call, strbuf_view(&out));
    } else if (!call->is_quiet) {
        fputs(strbuf_text(&out), stderr);
    }
    strbuf_done(&out);
    return status;
}

/* --- Writing --------------------------------------------------------------------------- */

static CliStatus write_new(const char *path, StrView text)
{
    static const FileStamp none = {.exists = false};
    Diag diag = {0};
    if (file_write(path, text, &none, NULL, &diag)) {
        return CLI_DONE;
    }
    if (diag.kind == DIAG_CHANGED) {
        diag_fail(&diag, DIAG_LOSS, "is there already and stays: name another file with -o");
    }
    return cli_fail(CLI_NOT_WRITTEN, &diag, path);
}

static CliStatus write_out(const CliCall *call, StrView text)
{
    const char *output = call->values[IMPORT_OUTPUT];
    bool is_stream = !output || strcmp(output, "-") == 0;
    return is_stream ? cli_print(text) : write_new(output, text);
}

static ImportForm form_for(const CliCall *call)
{
    const char *from = call->values[IMPORT_FROM];
    if (!from) {
        return IMPORT_ANY;
    }
    return strcmp(from, "rendercv") == 0 ? IMPORT_RENDERCV : IMPORT_JSON_RESUME;
}

static CliStatus import_text(const CliCall *call, StrView text)
{
    Diag diag = {0};
    Import import = {0};
    CliStatus status = CLI_DONE;
    if (!import_read(&import, text, form_for(call), &diag)) {
        status = cli_fail(CLI_USAGE, &diag, call->operands[0]);
    }
    status = status == CLI_DONE ? write_out(call, strbuf_view(&import.text)) : status;
    status = status == CLI_DONE ? tell_list(call, &import) : status;
    bool is_short = status == CLI_DONE && import.counts[IMPORT_LEFT] > 0;
    import_done(&import);
    return is_short ? CLI_FOUND : status;
}

static CliStatus run(const CliCall *call)
{
    Diag diag = {0};
    StrBuf text = {0};
    CliStatus status = cli_read(call->operands[0], YAML_MAX_BYTES, &text, &diag)
                           ? import_text(call, strbuf_view(&text))
                           : cli_fail(CLI_USAGE, &diag, call->operands[0]);
    strbuf_done(&text);
    return status;
}

const CliCommand cli_import = {
    .name = "import",
    .operands = "FILE|-",
    .least = 1,
    .most = 1,
    .summary = "make a resume of JSON Resume or RenderCV",
    .details =
        "Reads JSON Resume (all versions, from 0.0) or RenderCV's YAML, whichever it looks like,\n"
        "and writes a resume: to OUT, or to standard output. Then it lists what became of every\n"
        "value, by line: mapped (as it was), changed (how is told), kept (in the file, not shown\n"
        "on the page), left (not taken along; the status is then 1). FILE stays as it is, and no\n"
        "file is written over. The list goes to standard error when the resume goes to standard\n"
        "output.",
    .examples = "bulletproof import resume.json -o resume.yaml\n"
                "bulletproof import cv.yaml -o resume.yaml --format=json\n"
                "bulletproof import --from=rendercv - <cv.yaml >resume.yaml\n",
    .options = options,
    .run = run,
};
