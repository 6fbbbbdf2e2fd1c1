#include "bulletproof/ui/guide.h"

#include <stdio.h>

#include "bulletproof/base/embedded.h"

static const char *const names[] = {"start",    "bullets",   "evidence",  "summary",
                                    "skills",   "levels",    "portfolio", "education",
                                    "keywords", "vacancies", "questions"};

enum { TOPIC_COUNT = sizeof(names) / sizeof(names[0]), PATH_BYTES = 64 };

size_t guide_count(void)
{
    return TOPIC_COUNT;
}

GuideTopic guide_topic(size_t index)
{
    char path[PATH_BYTES];
    snprintf(path, sizeof(path), "guide/%s.md", names[index]);
    const EmbeddedFile *file = embedded_find(path);
    StrView rest = file ? file->text : view_of(""), title = view_of("");
    view_next_line(&rest, &title);
    return (GuideTopic){names[index], view_slice(title, 2, title.length), rest};
}

size_t guide_find(StrView name)
{
    size_t index = 0;
    while (index < TOPIC_COUNT && !view_is(name, names[index])) {
        index++;
    }
    return index;
}

/* Where a block begins, other than behind a blank line. */
static bool begins_block(StrView line)
{
    return view_starts_with(line, "## ") || view_starts_with(line, "- ");
}

static void skip_blank_lines(StrView *rest)
{
    StrView ahead = *rest, line;
    while (view_next_line(&ahead, &line) && view_trim(line).length == 0) {
        *rest = ahead;
    }
}

bool guide_next_block(StrView *rest, GuideBlockKind *kind, StrView *lines)
{
    StrView line, ahead;
    skip_blank_lines(rest);
    if (!view_next_line(rest, &line) || view_trim(line).length == 0) {
        return false;
    }
    *kind = view_starts_with(line, "## ")  ? GUIDE_HEADING
            : view_starts_with(line, "- ") ? GUIDE_ITEM
                                           : GUIDE_PARAGRAPH;
    size_t mark = *kind == GUIDE_HEADING ? 3 : *kind == GUIDE_ITEM ? 2 : 0;
    const char *start = line.data + mark;
    ahead = *rest;
    while (*kind != GUIDE_HEADING && view_next_line(&ahead, &line) && view_trim(line).length > 0 &&
           !begins_block(line)) {
        *rest = ahead;
    }
    *lines = view_trim(view_make(start, (size_t)(rest->data - start)));
    return true;
}
