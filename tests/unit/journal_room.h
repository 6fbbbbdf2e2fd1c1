/* For tests of journals: a folder with a file's name and its journal's. */
#ifndef TESTS_UNIT_JOURNAL_ROOM_H
#define TESTS_UNIT_JOURNAL_ROOM_H

#include "bulletproof/store/journal.h"

typedef struct {
    char folder[64], file[96], beside[128];
} JournalRoom;

void journal_room_enter(JournalRoom *room);
void journal_room_leave(const JournalRoom *room);
/* Owned by the caller, as what `content` holds. */
Journal *journal_room_open(const JournalRoom *room, JournalContent *content);
/* The journal holds these edits, on the text "base: 1\n". */
void journal_room_expect(const JournalRoom *room, const char *expected);

#endif
