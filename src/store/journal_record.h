/* The bytes of a journal: a head of fixed size, then records, each with its length and checksum.
 *
 *     head      "bulletproof journal 1: …", who has it, blanks up to its size
 *     record    F 1834 0123456789abcdef LF the file's text LF          once, in front
 *     record    E 38 0123456789abcdef LF edits LF                      as many as there are
 *     zeros     room for more, while it is open or after a crash
 *
 * Knows no file. */
#ifndef STORE_JOURNAL_RECORD_H
#define STORE_JOURNAL_RECORD_H

#include "bulletproof/store/journal.h"

enum { JOURNAL_HEAD_BYTES = 512 };

typedef enum {
    JOURNAL_BASE = 'F',
    JOURNAL_EDITS = 'E',
} JournalRecord;

void journal_add_head(StrBuf *out, const Holder *holder);
void journal_add_record(StrBuf *out, JournalRecord record, StrView bytes);

/* Reads a journal's bytes into holder, base and edits. Returns how many of them are good: what
 * comes behind is torn. 0 for what is no journal, or has none of its edits whole. */
size_t journal_parse(StrView bytes, JournalContent *content);

#endif
