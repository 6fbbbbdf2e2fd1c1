#include "ui/job_sheet.h"

void job_sheet_set(JobSheet *sheet, const char *name, StrView text)
{
    sheet->match = (Match){0};
    sheet->is_compared = false;
    arena_reset(&sheet->match_arena);
    arena_reset(&sheet->job_arena);
    strbuf_clear(&sheet->name);
    strbuf_add(&sheet->name, name ? name : "");
    strbuf_clear(&sheet->text);
    strbuf_add_view(&sheet->text, text);
    sheet->job = job_read(strbuf_view(&sheet->text), &sheet->job_arena);
}

void job_sheet_settle(JobSheet *sheet, const Document *document)
{
    uint64_t revision = document_revision(document);
    if (sheet->text.length == 0 || (sheet->is_compared && sheet->revision == revision)) {
        return;
    }
    arena_reset(&sheet->match_arena);
    sheet->match = match_compare(&sheet->job, document_root(document), &sheet->match_arena);
    sheet->revision = revision;
    sheet->is_compared = true;
}

void job_sheet_done(JobSheet *sheet)
{
    strbuf_done(&sheet->name);
    strbuf_done(&sheet->text);
    arena_done(&sheet->job_arena);
    arena_done(&sheet->match_arena);
    *sheet = (JobSheet){0};
}
