#include "bulletproof/store/journal.h"

#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/base/memory.h"
#include "store/journal_record.h"
#include "store/mapped_file.h"

/* More is not read again, so more is not written: enough for the keys of many days. */
enum { JOURNAL_MOST_BYTES = 64 * 1024 * 1024 };

struct Journal {
    char *path; /* owned */
    int descriptor;
    MappedFile mapped;
    off_t end;        /* where the next record goes: behind the last whole one */
    bool has_base;    /* the file's text is in it */
    bool is_trimmed;  /* nothing stands behind `end` */
    bool is_broken;   /* it could not be cleared, or others have cut it: it says what is not so */
    bool is_recorded; /* its folder is flushed: the file will be there after a power cut */
};

void journal_content_done(JournalContent *content)
{
    strbuf_done(&content->base);
    strbuf_done(&content->edits);
    free(content->damaged);
    *content = (JournalContent){0};
}

/* --- where it is ---------------------------------------------------------------- */

/* The path from the root with links followed, also of a file that is not there yet. Owned by the
 * caller. */
static char *whole_path(const char *file)
{
    char *whole = realpath(file, NULL);
    const char *slash = strrchr(file, '/');
    if (whole) {
        return whole;
    }
    StrBuf path = {0};
    char *folder = slash ? xstrndup(file, (size_t)(slash - file) + 1) : xstrdup(".");
    whole = realpath(folder, NULL);
    strbuf_addf(&path, "%s/%s", whole ? whole : folder, slash ? slash + 1 : file);
    free(whole);
    free(folder);
    return strbuf_steal(&path);
}

static char *path_beside(const char *whole)
{
    StrBuf path = {0};
    const char *name = strrchr(whole, '/') + 1;
    strbuf_add_bytes(&path, whole, (size_t)(name - whole));
    strbuf_addf(&path, ".%s.bulletproof-journal", name);
    return strbuf_steal(&path);
}

static char *path_in(const char *folder, const char *whole)
{
    StrBuf path = {0};
    strbuf_addf(&path, "%s/%016llx.bulletproof-journal", folder,
                (unsigned long long)bytes_hash(whole, strlen(whole)));
    return strbuf_steal(&path);
}

/* --- opening ----------------------------------------------------------------------- */

static void read_holder(int descriptor, Holder *holder)
{
    JournalContent content = {0};
    char head[JOURNAL_HEAD_BYTES];
    ssize_t length = pread(descriptor, head, sizeof(head), 0);
    if (length > 0) {
        journal_parse(view_make(head, (size_t)length), &content);
    }
    *holder = content.holder;
    journal_content_done(&content);
}

/* Where the file system has no locks, the head tells. */
static bool is_locked_by_other(int descriptor)
{
    Holder holder;
    if (flock(descriptor, LOCK_EX | LOCK_NB) == 0) {
        return false;
    }
    if (errno == EWOULDBLOCK) {
        return true;
    }
    read_holder(descriptor, &holder);
    return holder.process != (long)getpid() && holder_is_here(&holder);
}

static bool is_at(int descriptor, const char *path)
{
    struct stat here, there;
    return fstat(descriptor, &here) == 0 && lstat(path, &there) == 0 &&
           here.st_dev == there.st_dev && here.st_ino == there.st_ino;
}

/* One's own file under one name, which nobody else reads. What another user has put there, or a
 * link to something else, must not get what is private. */
static bool is_private(int descriptor)
{
    struct stat status;
    return fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode) &&
           status.st_uid == geteuid() && status.st_nlink == 1 && fchmod(descriptor, 0600) == 0;
}

static int open_private(const char *path)
{
    int flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, descriptor;
    do {
        descriptor = open(path, flags, 0600);
    } while (descriptor < 0 && errno == EINTR);
    if (descriptor >= 0 && !is_private(descriptor)) {
        close(descriptor);
        return -1;
    }
    return descriptor;
}

/* Opened and locked. The one who had it may have removed it between the two; then another is
 * made. -1 when it cannot be opened; `is_held` when only the lock could not be had. */
static int open_locked(const char *path, bool *is_held)
{
    for (int attempt = 0; attempt < 10; attempt++) {
        int descriptor = open_private(path);
        if (descriptor < 0) {
            return -1;
        }
        *is_held = is_locked_by_other(descriptor);
        if (*is_held || is_at(descriptor, path)) {
            return descriptor;
        }
        close(descriptor);
    }
    return -1;
}

static void write_head(const Journal *journal)
{
    Holder self;
    StrBuf head = {0};
    holder_init(&self);
    journal_add_head(&head, &self);
    /* Who has it is for others to read; the lock itself needs no byte. */
    if (pwrite(journal->descriptor, head.data, head.length, 0) < 0) {
        errno = 0;
    }
    strbuf_done(&head);
}

/* What cannot be read is kept under another name: it may be read by eye. */
static void put_aside(Journal *journal, JournalContent *content)
{
    StrBuf name = {0};
    strbuf_addf(&name, "%s~", journal->path);
    int descriptor = -1;
    bool is_held = false;
    if (rename(journal->path, strbuf_text(&name)) == 0) {
        content->damaged = strbuf_steal(&name);
        descriptor = open_locked(journal->path, &is_held);
    }
    strbuf_done(&name);
    if (descriptor >= 0) {
        close(journal->descriptor);
        journal->descriptor = descriptor;
    }
    journal->is_broken = descriptor < 0;
}

static void take_content(Journal *journal, JournalContent *content)
{
    StrBuf bytes = {0};
    bool is_read = file_read(journal->path, JOURNAL_MOST_BYTES, &bytes, NULL, NULL);
    size_t good = is_read ? journal_parse(strbuf_view(&bytes), content) : 0;
    if (!is_read || (good == 0 && bytes.length >= JOURNAL_HEAD_BYTES)) {
        strbuf_clear(&content->base);
        put_aside(journal, content);
    }
    journal->has_base = content->edits.length > 0;
    journal->end = journal->has_base ? (off_t)good : JOURNAL_HEAD_BYTES;
    strbuf_done(&bytes);
}

/* Another user's journal cannot even be read; it is there while that one edits, or has crashed. */
static bool is_of_other_user(const char *path)
{
    struct stat status;
    return lstat(path, &status) == 0 && S_ISREG(status.st_mode) && status.st_uid != geteuid();
}

/* Takes over `path`. */
static JournalResult open_at(Journal **journal, char *path, JournalContent *content)
{
    bool is_held = false;
    int descriptor = open_locked(path, &is_held);
    if (descriptor < 0 || is_held) {
        if (is_held) {
            read_holder(descriptor, &content->holder);
            close(descriptor);
        }
        is_held = is_held || is_of_other_user(path);
        free(path);
        return is_held ? JOURNAL_HELD : JOURNAL_REFUSED;
    }
    *journal = xalloc(sizeof(**journal));
    **journal = (Journal){
        .path = path, .descriptor = descriptor, .mapped = {.most_bytes = JOURNAL_MOST_BYTES}};
    take_content(*journal, content);
    write_head(*journal);
    return JOURNAL_OPENED;
}

/* Edits of a time when the folder could not be written are in the other place still. */
static JournalResult open_elsewhere(Journal **journal, char *path, JournalContent *content)
{
    Journal *beside = *journal;
    JournalContent other = {0};
    if (access(path, F_OK) != 0 || content->edits.length > 0) {
        free(path);
        return JOURNAL_OPENED;
    }
    JournalResult result = open_at(journal, path, &other);
    if (result == JOURNAL_REFUSED || (result == JOURNAL_OPENED && other.edits.length == 0)) {
        if (result == JOURNAL_OPENED) {
            journal_close(*journal, false);
        }
        *journal = beside;
        journal_content_done(&other);
        return JOURNAL_OPENED;
    }
    journal_close(beside, false);
    journal_content_done(content);
    *content = other;
    return result;
}

JournalResult journal_open(Journal **journal, const char *file, const char *folder,
                           JournalContent *content)
{
    char *whole = whole_path(file);
    *journal = NULL;
    JournalResult result = open_at(journal, path_beside(whole), content);
    if (result == JOURNAL_REFUSED && folder) {
        result = open_at(journal, path_in(folder, whole), content);
    } else if (result == JOURNAL_OPENED && folder) {
        result = open_elsewhere(journal, path_in(folder, whole), content);
    }
    free(whole);
    return result;
}

static bool is_there(char *path)
{
    bool is_found = access(path, F_OK) == 0;
    free(path);
    return is_found;
}

bool journal_exists(const char *file, const char *folder)
{
    char *whole = whole_path(file);
    bool is_found = is_there(path_beside(whole)) || (folder && is_there(path_in(folder, whole)));
    free(whole);
    return is_found;
}

JournalResult journal_open_apart(Journal **journal, const char *file, const char *folder,
                                 JournalContent *content)
{
    char *whole = whole_path(file);
    *journal = NULL;
    JournalResult result = open_at(journal, path_in(folder, whole), content);
    free(whole);
    return result;
}

static bool is_cut(const Journal *journal)
{
    struct stat status;
    return fstat(journal->descriptor, &status) == 0 && status.st_size < journal->end;
}

/* What an earlier run or a failed write has left behind the end might be taken for a record. When
 * others have cut what stands before it, no more can be added to that. */
static bool trim(Journal *journal)
{
    if (journal->is_trimmed) {
        return true;
    }
    mapped_file_release(&journal->mapped);
    if (is_cut(journal)) {
        write_head(journal);
        journal->is_broken = journal->has_base;
    }
    journal->is_trimmed = !journal->is_broken && ftruncate(journal->descriptor, journal->end) == 0;
    return journal->is_trimmed;
}

void journal_close(Journal *journal, bool is_kept)
{
    if (!journal) {
        return;
    }
    mapped_file_release(&journal->mapped);
    if (is_kept) {
        journal->is_trimmed = false; /* of the room that was reserved */
        trim(journal);
        journal_flush(journal);
    } else if (is_at(journal->descriptor, journal->path)) {
        unlink(journal->path);
    }
    close(journal->descriptor);
    free(journal->path);
    free(journal);
}

/* --- writing -------------------------------------------------------------------------- */

/* Where memory cannot be the file. */
static bool write_at(const Journal *journal, StrView bytes)
{
    size_t done = 0;
    while (done < bytes.length) {
        ssize_t count = pwrite(journal->descriptor, bytes.data + done, bytes.length - done,
                               journal->end + (off_t)done);
        if (count < 0 && errno != EINTR) {
            return false;
        }
        done += count > 0 ? (size_t)count : 0;
    }
    return true;
}

/* A key that is typed must not cost a write: the record is laid into memory that is the file. */
static bool add_at_end(Journal *journal, StrView bytes)
{
    MappedResult result =
        mapped_file_write(&journal->mapped, journal->descriptor, (size_t)journal->end, bytes);
    return result == MAPPED_WRITTEN || (result == MAPPED_REFUSED && write_at(journal, bytes));
}

bool journal_append(Journal *journal, StrView base, StrView edits)
{
    StrBuf bytes = {0};
    if (!journal->has_base) {
        journal_add_record(&bytes, JOURNAL_BASE, base);
    }
    journal_add_record(&bytes, JOURNAL_EDITS, edits);
    bool is_written = !journal->is_broken &&
                      bytes.length <= (size_t)(JOURNAL_MOST_BYTES - journal->end) &&
                      trim(journal) && add_at_end(journal, strbuf_view(&bytes));
    journal->is_trimmed = is_written;
    if (is_written) {
        journal->end += (off_t)bytes.length;
        journal->has_base = true;
    }
    strbuf_done(&bytes);
    return is_written;
}

/* The new journal takes the place of the old one at once: one of the two is there. */
static bool replace(Journal *journal, const char *name, StrView base, StrView edits)
{
    bool is_held = false;
    Journal next = {.end = JOURNAL_HEAD_BYTES,
                    .is_trimmed = true,
                    .mapped = {.most_bytes = JOURNAL_MOST_BYTES}};
    unlink(name);
    next.descriptor = open_locked(name, &is_held);
    if (next.descriptor < 0) {
        return false;
    }
    write_head(&next);
    bool is_replaced = !is_held && journal_append(&next, base, edits) &&
                       fdatasync(next.descriptor) == 0 && rename(name, journal->path) == 0;
    if (!is_replaced) {
        unlink(name);
        mapped_file_release(&next.mapped);
        close(next.descriptor);
        return false;
    }
    mapped_file_release(&journal->mapped);
    close(journal->descriptor);
    next.path = journal->path;
    *journal = next;
    return true;
}

bool journal_restart(Journal *journal, StrView base, StrView edits)
{
    StrBuf name = {0};
    strbuf_addf(&name, "%s.new", journal->path);
    bool is_replaced = replace(journal, strbuf_text(&name), base, edits);
    strbuf_done(&name);
    return is_replaced;
}

static void flush_folder(const Journal *journal)
{
    char *folder =
        xstrndup(journal->path, (size_t)(strrchr(journal->path, '/') - journal->path) + 1);
    int descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor >= 0) {
        fsync(descriptor);
        close(descriptor);
    }
    free(folder);
}

void journal_flush(Journal *journal)
{
    fdatasync(journal->descriptor);
    if (!journal->is_recorded) {
        flush_folder(journal);
        journal->is_recorded = true;
    }
}

void journal_clear(Journal *journal)
{
    journal->end = JOURNAL_HEAD_BYTES;
    journal->has_base = false;
    journal->is_trimmed = journal->is_broken = false;
    journal->is_broken = !trim(journal);
}
