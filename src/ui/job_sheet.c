#include "ui/job_sheet.h"

#include "bulletproof/model/variant.h"

static void forget_match(JobSheet *sheet)
{
    sheet->match = (Match){0};
    sheet->is_compared = false;
    arena_reset(&sheet->match_arena);
    node_free(sheet->variant_root);
    sheet->variant_root = NULL;
}

void job_sheet_set(JobSheet *sheet, const char *name, StrView text)
{
    forget_match(sheet);
    arena_reset(&sheet->job_arena);
    strbuf_clear(&sheet->name);
    strbuf_add(&sheet->name, name ? name : "");
    strbuf_clear(&sheet->text);
    strbuf_add_view(&sheet->text, text);
    sheet->job = job_read(strbuf_view(&sheet->text), &sheet->job_arena);
}

/* What the variant leaves out shows nothing. */
void job_sheet_settle(JobSheet *sheet, const Document *document, const Node *variant)
{
    uint64_t revision = document_revision(document);
    NodeId id = variant ? node_id(variant) : 0;
    bool is_same = sheet->is_compared && sheet->revision == revision && sheet->variant == id;
    if (sheet->text.length == 0 || is_same) {
        return;
    }
    forget_match(sheet);
    sheet->variant_root = variant ? variant_make(document_root(document), variant) : NULL;
    const Node *root = variant ? sheet->variant_root : document_root(document);
    sheet->memory = sheet->memory ? sheet->memory : match_memory_new();
    sheet->match = match_compare_again(&sheet->job, root, sheet->memory, &sheet->match_arena);
    sheet->revision = revision;
    sheet->variant = id;
    sheet->is_compared = true;
}

void job_sheet_done(JobSheet *sheet)
{
    node_free(sheet->variant_root);
    match_memory_free(sheet->memory);
    strbuf_done(&sheet->name);
    strbuf_done(&sheet->text);
    arena_done(&sheet->job_arena);
    arena_done(&sheet->match_arena);
    *sheet = (JobSheet){0};
}
