/* What was edited since the last save, on disk before the next key is taken. Appended to only;
 * each record has its length and a checksum, so a torn end is seen and left out. The journal is
 * also the lock of its file: it is locked while it is open, and the lock goes with its process,
 * however that ends. Knows no edit: what it keeps are the file's text and bytes. */
#ifndef BULLETPROOF_STORE_JOURNAL_H
#define BULLETPROOF_STORE_JOURNAL_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/store/holder.h"

typedef struct Journal Journal;

typedef enum {
    JOURNAL_OPENED,
    JOURNAL_HELD,    /* another process has it */
    JOURNAL_REFUSED, /* it can be written nowhere */
} JournalResult;

/* What a journal held when it was opened. Start with `JournalContent content = {0};`. */
typedef struct {
    Holder holder; /* who has it now, or who had it last */
    StrBuf base;   /* the file's text that the edits were made on */
    StrBuf edits;  /* empty when all was saved */
    bool is_torn;  /* something follows them that cannot be read */
    char *damaged; /* owned: where a journal that cannot be read was put aside, or NULL */
} JournalContent;

void journal_content_done(JournalContent *content);

/* Opens ".NAME.bulletproof-journal" beside `file`, made with mode 0600 when it is not there, or a
 * file in `folder` (may be NULL) where that cannot be written. Symbolic links of `file` are
 * followed, so that two names of one file have one journal. On JOURNAL_OPENED `journal` is owned
 * by the caller; on JOURNAL_HELD `content` has the holder alone. */
JournalResult journal_open(Journal **journal, const char *file, const char *folder,
                           JournalContent *content);
/* The journal in `folder` alone, for one who edits a file that another process has. */
JournalResult journal_open_apart(Journal **journal, const char *file, const char *folder,
                                 JournalContent *content);
/* Whether there is a journal of `file` in one of the two places. */
bool journal_exists(const char *file, const char *folder);
/* Removes the file unless `is_kept`. `journal` may be NULL. */
void journal_close(Journal *journal, bool is_kept);

/* Writes the edits at once, the first time behind `base`. False when they are not written whole:
 * nothing of them is there then, and they can be tried again. */
bool journal_append(Journal *journal, StrView base, StrView edits);
/* Holds these edits on another base instead, or still the old ones when it fails. */
bool journal_restart(Journal *journal, StrView base, StrView edits);
/* Waits until the disk has it. */
void journal_flush(Journal *journal);
/* Forgets all edits: the file has them. */
void journal_clear(Journal *journal);

#endif
