/* Comments of a YAML file that is imported. Their places are gone in the new file, so they go
 * together to its head. */
#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/text/clean.h"
#include "store/import_rule.h"

typedef struct {
    size_t start, end;
} Span;

static int compare_spans(const void *left, const void *right)
{
    const Span *a = left, *b = right;
    return (a->start > b->start) - (a->start < b->start);
}

/* The bytes of all texts and keys, in order. Owned by the caller. */
static Span *find_texts(const YamlTree *tree, size_t *count)
{
    Span *spans = xalloc(tree->count * sizeof(*spans));
    *count = 0;
    for (size_t i = 1; i < tree->count; i++) {
        const YamlNode *node = tree->nodes[i];
        if (node->kind == YAML_SCALAR && node->end > node->start) {
            spans[(*count)++] = (Span){node->start, node->end};
        }
    }
    qsort(spans, *count, sizeof(*spans), compare_spans);
    return spans;
}

static bool begins_comment(StrView text, size_t at)
{
    bool is_first = at == 0 || (at == 3 && view_starts_with(text, "\xEF\xBB\xBF"));
    return text.data[at] == '#' &&
           (is_first || view_trim(view_slice(text, at - 1, at)).length == 0);
}

static bool is_modeline(StrView comment)
{
    return view_starts_with(view_trim(view_slice(comment, 1, comment.length)),
                            "yaml-language-server:");
}

/* Rows tell of nodes; a comment is none, so one is made for its place. */
static void tell(Importer *importer, size_t at, ImportFate fate, const char *note)
{
    const YamlNode here = {
        .kind = YAML_SCALAR, .index = 0, .place = yaml_place(importer->tree.text, at)};
    strbuf_clear(&importer->path);
    strbuf_add(&importer->path, "#");
    import_tell(importer, &here, fate, NULL, note);
    strbuf_clear(&importer->path);
}

static void keep(StrBuf *out, StrView comment)
{
    StrBuf line = {0};
    text_clean(&line, comment, CLEAN_LINE);
    strbuf_addf(out, "%s\n", strbuf_text(&line));
    strbuf_done(&line);
}

static size_t end_of_line(StrView text, size_t at)
{
    return at + view_find(view_slice(text, at, text.length), '\n');
}

/* How many comments there are of each sort, and where the first one is. */
typedef struct {
    size_t kept, first_kept;
    size_t modelines, first_modeline;
} Found;

static void take(Found *found, StrView comment, size_t at, StrBuf *out)
{
    if (is_modeline(comment)) {
        found->first_modeline = found->modelines++ == 0 ? at : found->first_modeline;
    } else {
        found->first_kept = found->kept++ == 0 ? at : found->first_kept;
        keep(out, comment);
    }
}

static void find(const YamlTree *tree, Found *found, StrBuf *out)
{
    size_t count, span = 0;
    StrView text = tree->text;
    Span *spans = find_texts(tree, &count);
    for (size_t at = 0; at < text.length; at++) {
        while (span < count && spans[span].end <= at) {
            span++;
        }
        if (span < count && spans[span].start <= at) {
            at = spans[span].end - 1;
        } else if (begins_comment(text, at)) {
            size_t end = end_of_line(text, at);
            take(found, view_slice(text, at, end), at, out);
            at = end;
        }
    }
    free(spans);
}

void import_comments(Importer *importer, StrBuf *out)
{
    Found found = {0};
    if (importer->tree.is_json) {
        return;
    }
    find(&importer->tree, &found, out);
    if (found.modelines > 0) {
        tell(importer, found.first_modeline, IMPORT_CHANGED,
             "names the schema of the other form: not taken");
    }
    if (found.kept > 0) {
        tell(importer, found.first_kept, IMPORT_KEPT, "the comments stand at the head of the file");
    }
}
