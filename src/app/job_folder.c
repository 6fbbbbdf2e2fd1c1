#include "app/job_folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "app/export_path.h"
#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/match/job.h"
#include "bulletproof/text/clean.h"
#include "bulletproof/text/decode.h"

enum { LONGEST_NAME = 100 /* bytes: leaves room for the suffix everywhere */ };

static const char suffix[] = ".txt";

bool job_text_take(StrBuf *text, StrView foreign, Diag *diag)
{
    StrBuf decoded = {0};
    bool is_text = text_decode(&decoded, foreign, diag);
    if (is_text) {
        text_clean(text, strbuf_view(&decoded), CLEAN_PROSE);
    }
    strbuf_done(&decoded);
    return is_text;
}

bool job_file_read(const char *path, StrBuf *text, Diag *diag)
{
    StrBuf foreign = {0};
    bool is_read = file_read(path, JOB_MOST_BYTES, &foreign, NULL, diag) &&
                   job_text_take(text, strbuf_view(&foreign), diag);
    strbuf_done(&foreign);
    return is_read;
}

/* --- names ------------------------------------------------------------------------------- */

/* "resume.jobs". Owned by the caller. */
static char *folder_of(const char *resume)
{
    return path_with_suffix(resume, ".jobs");
}

/* Owned by the caller. */
static char *path_of(const char *resume, const char *name)
{
    char *folder = folder_of(resume);
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%s%s", folder, name, suffix);
    free(folder);
    return strbuf_steal(&path);
}

static bool is_good_name(const char *name, Diag *diag)
{
    if (name[0] == '\0' || name[0] == '.' || strchr(name, '/')) {
        return diag_fail(diag, DIAG_USAGE,
                         "a saved vacancy has a name without a slash, not beginning with a dot");
    }
    if (strlen(name) > LONGEST_NAME) {
        return diag_fail(diag, DIAG_USAGE, "its name has at most %d bytes", LONGEST_NAME);
    }
    return true;
}

static bool fail_with_system(const char *path, Diag *diag)
{
    return diag_fail(diag, DIAG_IO, "%s: %s", path, strerror(errno));
}

/* --- one of them ------------------------------------------------------------------------- */

bool job_folder_read(const char *resume, const char *name, StrBuf *text, Diag *diag)
{
    if (!is_good_name(name, diag)) {
        return false;
    }
    char *path = path_of(resume, name);
    bool is_read = job_file_read(path, text, diag);
    free(path);
    return is_read;
}

static void find_free_name(const char *resume, StrBuf *name)
{
    bool is_taken = true;
    for (unsigned number = 1; is_taken; number++) {
        strbuf_clear(name);
        strbuf_addf(name, "job-%u", number);
        char *path = path_of(resume, strbuf_text(name));
        is_taken = access(path, F_OK) == 0;
        free(path);
    }
}

/* An application is nobody else's business: 0700 and 0600 whatever the umask lets through. */
static bool write_text(const char *folder, const char *path, StrView text, Diag *diag)
{
    static const FileStamp none = {.exists = false};
    if (mkdir(folder, 0700) != 0 && errno != EEXIST) {
        return fail_with_system(folder, diag);
    }
    mode_t before = umask(0077);
    bool is_written = file_write(path, text, &none, NULL, diag);
    umask(before);
    return is_written;
}

bool job_folder_add(const char *resume, StrView text, StrBuf *name, Diag *diag)
{
    StrBuf free_name = {0};
    find_free_name(resume, &free_name);
    char *folder = folder_of(resume), *path = path_of(resume, strbuf_text(&free_name));
    bool is_written = write_text(folder, path, text, diag);
    if (is_written) {
        strbuf_add_view(name, strbuf_view(&free_name));
    }
    strbuf_done(&free_name);
    free(path);
    free(folder);
    return is_written;
}

bool job_folder_rename(const char *resume, const char *name, const char *new_name, Diag *diag)
{
    if (!is_good_name(name, diag) || !is_good_name(new_name, diag)) {
        return false;
    }
    char *old = path_of(resume, name), *now = path_of(resume, new_name);
    bool is_renamed = false;
    if (access(now, F_OK) == 0) {
        diag_fail(diag, DIAG_USAGE, "there is a job description of that name");
    } else {
        is_renamed = rename(old, now) == 0 || fail_with_system(old, diag);
    }
    free(old);
    free(now);
    return is_renamed;
}

bool job_folder_remove(const char *resume, const char *name, Diag *diag)
{
    if (!is_good_name(name, diag)) {
        return false;
    }
    char *path = path_of(resume, name);
    bool is_removed = unlink(path) == 0 || fail_with_system(path, diag);
    free(path);
    return is_removed;
}

/* --- all of them ------------------------------------------------------------------------- */

static int is_job(const struct dirent *entry)
{
    size_t length = strlen(entry->d_name), tail = sizeof(suffix) - 1;
    return entry->d_name[0] != '.' && length > tail &&
           strcmp(entry->d_name + length - tail, suffix) == 0;
}

/* The first line that says something. */
static void add_opening(StrBuf *lines, StrView text)
{
    enum { SHOWN_BYTES = 200 };
    StrView line = view_of("");
    while (line.length == 0 && view_next_line(&text, &line)) {
        line = view_trim(line);
    }
    StrBuf printable = {0};
    utf8_add_printable(&printable, line);
    size_t end = printable.length < SHOWN_BYTES
                     ? printable.length
                     : utf8_previous(strbuf_view(&printable), SHOWN_BYTES);
    strbuf_add_view(lines, view_slice(strbuf_view(&printable), 0, end));
    strbuf_done(&printable);
}

static void add_line(StrBuf *lines, const char *resume, const char *file)
{
    StrBuf text = {0};
    Diag diag;
    char *name = xstrndup(file, strlen(file) - (sizeof(suffix) - 1));
    bool is_read = job_folder_read(resume, name, &text, &diag);
    utf8_add_printable(lines, view_of(name));
    strbuf_add_char(lines, '\t');
    add_opening(lines, is_read ? strbuf_view(&text) : view_of(diag.text));
    strbuf_add_char(lines, '\n');
    strbuf_done(&text);
    free(name);
}

void job_folder_list(const char *resume, StrBuf *lines)
{
    char *folder = folder_of(resume);
    struct dirent **entries = NULL;
    int count = scandir(folder, &entries, is_job, alphasort);
    for (int i = 0; i < count; i++) {
        add_line(lines, resume, entries[i]->d_name);
        free(entries[i]);
    }
    free(entries);
    free(folder);
}
