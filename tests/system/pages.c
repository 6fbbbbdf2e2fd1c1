/* Writes the pages that other programs are to read back: each resume in each built-in theme, as
 * FOLDER/RESUME-THEME.pdf, and beside it the words in the order of the page, a line each.
 *   pages FOLDER KIND THEME RESUME...     KIND is plain or archive; THEME is a name or "all" */
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/export/resume_pdf.h"
#include "bulletproof/store/store.h"

typedef struct {
    const char *folder, *kind, *theme_name;
    const Node *root;
    const char *path; /* of the resume */
} Job;

enum { RESUME_LIMIT = 1 << 20 };

/* What stands between the last slash and the last point. */
static StrView stem_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    StrView name = view_of(slash ? slash + 1 : path);
    const char *point = strrchr(name.data, '.');
    return view_slice(name, 0, point ? (size_t)(point - name.data) : name.length);
}

static bool write_beside(const Job *job, const char *suffix, StrView text)
{
    StrBuf path = {0};
    StrView stem = stem_of(job->path);
    strbuf_addf(&path, "%s/%.*s-%s.%s", job->folder, VIEW_ARG(stem), job->theme_name, suffix);
    bool is_written = file_write(strbuf_text(&path), text, NULL, NULL, NULL);
    strbuf_done(&path);
    return is_written;
}

/* One word a line. */
static void split_words(StrBuf *text)
{
    size_t length = 0;
    for (size_t i = 0; i < text->length; i++) {
        char byte = strchr(" \n", text->data[i]) ? '\n' : text->data[i];
        if (byte != '\n' || (length > 0 && text->data[length - 1] != '\n')) {
            text->data[length++] = byte;
        }
    }
    strbuf_truncate(text, length);
}

static bool write_words(const Job *job, const Theme *theme, Fonts *fonts)
{
    Arena arena = {0};
    StrBuf words = {0};
    LayoutInput input = {.root = job->root, .theme = theme, .fonts = fonts};
    layout_add_reading(&words, layout_build(&input, &arena));
    split_words(&words);
    bool is_written = write_beside(job, "words", strbuf_view(&words));
    strbuf_done(&words);
    arena_done(&arena);
    return is_written;
}

/* Some pages have a date and some have none. */
static bool write_pages(const Job *job)
{
    static const Date no_date = {0};
    Theme theme;
    StrBuf pdf = {0};
    ExportReport report;
    Diag diag = {0};
    bool is_written = theme_find(&theme, job->theme_name, NULL, &diag);
    Fonts *fonts = fonts_open(&(FontRequest){.family = theme.font});
    ResumePdf input = {.root = job->root,
                       .theme = &theme,
                       .fonts = fonts,
                       .date = strcmp(theme.font, "Carlito") == 0 ? (Date){2025, 11, 25} : no_date,
                       .is_archival = strcmp(job->kind, "archive") == 0};
    is_written = is_written && resume_pdf(&input, &pdf, &report, &diag) &&
                 write_beside(job, "pdf", strbuf_view(&pdf)) && write_words(job, &theme, fonts);
    if (!is_written || report.note[0]) {
        printf("# %s in %s: %s\n", job->path, job->theme_name,
               is_written ? report.note : diag.text);
    }
    strbuf_done(&pdf);
    fonts_free(fonts);
    theme_done(&theme);
    return is_written;
}

static bool write_themes(Job job)
{
    if (strcmp(job.theme_name, "all") != 0) {
        return write_pages(&job);
    }
    StrBuf names = {0};
    theme_add_names(&names, NULL);
    bool is_good = names.length > 0;
    StrView rest = strbuf_view(&names), name;
    while (is_good && view_next_line(&rest, &name)) {
        char word[64];
        snprintf(word, sizeof(word), "%.*s", VIEW_ARG(name));
        job.theme_name = word;
        is_good = write_pages(&job);
    }
    strbuf_done(&names);
    return is_good;
}

static bool write_resume(Job job)
{
    StrBuf text = {0};
    Diag diag = {0};
    Store *store = file_read(job.path, RESUME_LIMIT, &text, NULL, &diag)
                       ? store_read(strbuf_view(&text), NULL, NULL, &diag)
                       : NULL;
    strbuf_done(&text);
    if (!store) {
        printf("# %s: %s\n", job.path, diag.text);
        return false;
    }
    Node *root = store_take_root(store);
    job.root = root;
    bool is_good = write_themes(job);
    node_free(root);
    store_free(store);
    return is_good;
}

int main(int count, char *arguments[])
{
    if (count < 5 || !setlocale(LC_CTYPE, "C.UTF-8")) {
        fputs("usage: pages FOLDER plain|archive THEME|all RESUME...\n", stderr);
        return 2;
    }
    for (int i = 4; i < count; i++) {
        if (!write_resume((Job){.folder = arguments[1],
                                .kind = arguments[2],
                                .theme_name = arguments[3],
                                .path = arguments[i]})) {
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}
