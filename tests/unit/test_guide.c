#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/base/embedded.h"
#include "bulletproof/ui/guide.h"

static void every_file_of_the_guide_is_a_topic(void)
{
    size_t count, topics = 0;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++) {
        StrView name = view_of(files[i].name);
        if (view_starts_with(name, "guide/") && view_ends_with(name, ".md")) {
            StrView topic = view_slice(name, strlen("guide/"), name.length - strlen(".md"));
            CU_ASSERT(guide_find(topic) < guide_count());
            topics++;
        }
    }
    CU_ASSERT_EQUAL(topics, guide_count());
    CU_ASSERT_EQUAL(guide_find(view_of("no such topic")), guide_count());
}

static void every_topic_has_a_title_and_something_to_say(void)
{
    for (size_t i = 0; i < guide_count(); i++) {
        GuideTopic topic = guide_topic(i);
        StrView rest = topic.text, lines;
        GuideBlockKind kind;
        size_t blocks = 0;
        while (guide_next_block(&rest, &kind, &lines)) {
            CU_ASSERT(lines.length > 0);
            blocks++;
        }
        if (topic.title.length == 0 || blocks < 4 || rest.length > 1) {
            printf("# %s: %zu blocks\n", topic.name, blocks);
        }
        CU_ASSERT(topic.title.length > 0 && blocks >= 4 && rest.length <= 1);
    }
}

static void a_text_falls_into_blocks(void)
{
    static const struct {
        GuideBlockKind kind;
        const char *lines;
    } blocks[] = {
        {GUIDE_PARAGRAPH, "One\ntwo"},  {GUIDE_HEADING, "Head"}, {GUIDE_PARAGRAPH, "right below"},
        {GUIDE_ITEM, "a\n  more of a"}, {GUIDE_ITEM, "b"},       {GUIDE_PARAGRAPH, "end - of it"},
    };
    StrView rest = view_of("\n\nOne\ntwo\n\n## Head\nright below\n- a\n  more of a\n- b\n\n"
                           "end - of it");
    StrView lines;
    GuideBlockKind kind;
    for (size_t i = 0; i < sizeof(blocks) / sizeof(blocks[0]); i++) {
        CU_ASSERT_FATAL(guide_next_block(&rest, &kind, &lines));
        CU_ASSERT_EQUAL(kind, blocks[i].kind);
        CU_ASSERT(view_is(lines, blocks[i].lines));
    }
    CU_ASSERT_FALSE(guide_next_block(&rest, &kind, &lines));
}

CU_TestInfo guide_tests[] = {
    {"every file of the guide is a topic", every_file_of_the_guide_is_a_topic},
    {"every topic has a title and something to say", every_topic_has_a_title_and_something_to_say},
    {"a text falls into blocks", a_text_falls_into_blocks},
    CU_TEST_INFO_NULL,
};
