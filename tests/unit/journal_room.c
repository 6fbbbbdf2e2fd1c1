#include "journal_room.h"

#include <CUnit/CUnit.h>
#include <stdio.h>
#include <stdlib.h>

void journal_room_enter(JournalRoom *room)
{
    snprintf(room->folder, sizeof(room->folder), "/tmp/bulletproof-journal-XXXXXX");
    CU_ASSERT_PTR_NOT_NULL_FATAL(mkdtemp(room->folder));
    snprintf(room->file, sizeof(room->file), "%s/a.yaml", room->folder);
    snprintf(room->beside, sizeof(room->beside), "%s/.a.yaml.bulletproof-journal", room->folder);
}

void journal_room_leave(const JournalRoom *room)
{
    char command[128];
    snprintf(command, sizeof(command), "rm -r %s", room->folder);
    CU_ASSERT_EQUAL(system(command), 0);
}

Journal *journal_room_open(const JournalRoom *room, JournalContent *content)
{
    Journal *journal = NULL;
    *content = (JournalContent){0};
    CU_ASSERT_EQUAL(journal_open(&journal, room->file, NULL, content), JOURNAL_OPENED);
    CU_ASSERT_PTR_NOT_NULL_FATAL(journal);
    return journal;
}

void journal_room_expect(const JournalRoom *room, const char *expected)
{
    JournalContent content;
    Journal *journal = journal_room_open(room, &content);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&content.edits), expected);
    if (expected[0]) {
        CU_ASSERT_STRING_EQUAL(strbuf_text(&content.base), "base: 1\n");
    }
    journal_close(journal, true);
    journal_content_done(&content);
}
