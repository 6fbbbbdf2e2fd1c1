/* The texts of the walkthrough: guide/walkthrough.txt, in blocks that begin with "[step level]". */
#include "bulletproof/base/embedded.h"
#include "bulletproof/model/level.h"
#include "ui/walk_parts.h"

#include <string.h>

/* The lines below "[name]" up to the next block; empty when there is none. */
static StrView find_block(StrView name)
{
    const EmbeddedFile *file = embedded_find("guide/walkthrough.txt");
    StrView rest = file ? file->text : view_of(""), line;
    const char *start = NULL;
    while (view_next_line(&rest, &line)) {
        bool is_header = view_starts_with(line, "[");
        if (start && is_header) {
            return view_make(start, (size_t)(line.data - start));
        }
        if (is_header && view_equal(view_slice(line, 1, view_find(line, ']')), name)) {
            start = rest.data;
        }
    }
    return start ? view_make(start, (size_t)(rest.data - start)) : view_of("");
}

/* How many bullets stand before the one in hand: each asks about another topic. */
static size_t bullets_before(const Node *root, NodeId bullet)
{
    size_t count = 0;
    for (const Node *node = root; node && node_id(node) != bullet; node = node_next(node, root)) {
        count += node_kind(node) == NODE_BULLET ? 1 : 0;
    }
    return count;
}

static StrView find_formatted(StrBuf *name)
{
    StrView block = find_block(strbuf_view(name));
    strbuf_clear(name);
    return block;
}

/* "[did junior 2]": the topics of a level take turns. */
static StrView find_topic(const Document *doc, Walk walk, const char *level)
{
    enum { TOPICS = 4 };
    StrBuf name = {0};
    size_t topic = bullets_before(document_root(doc), walk.about) % TOPICS + 1;
    strbuf_addf(&name, "%s %s %zu", walk_step_info(walk.step)->name, level, topic);
    StrView block = find_formatted(&name);
    strbuf_done(&name);
    return block;
}

StrView walk_text_block(const Document *doc, Walk walk)
{
    const char *step = walk_step_info(walk.step)->name;
    const char *level = level_name(level_of(document_root(doc)));
    if (walk.step == WALK_DID) {
        return find_topic(doc, walk, level);
    }
    StrBuf name = {0};
    strbuf_addf(&name, "%s %s", step,
                walk.step == WALK_SKILLS ? walk_capability_name(walk.capability) : level);
    StrView block = find_formatted(&name);
    strbuf_add(&name, step);
    block = block.length > 0 ? block : find_formatted(&name);
    strbuf_done(&name);
    return block;
}

StrView walk_text_line(StrView block, const char *key)
{
    StrView line;
    size_t length = strlen(key);
    while (view_next_line(&block, &line)) {
        if (view_starts_with(line, key) && view_slice(line, length, length + 1).length == 1 &&
            line.data[length] == ':') {
            return view_trim(view_slice(line, length + 1, line.length));
        }
    }
    return view_of("");
}

bool walk_text_choice(StrView block, size_t index, StrView *word, StrView *label)
{
    StrView line;
    while (view_next_line(&block, &line)) {
        if (!view_starts_with(line, "choice ") || index-- > 0) {
            continue;
        }
        size_t colon = view_find(line, ':');
        *word = view_trim(view_slice(line, strlen("choice "), colon));
        *label = view_trim(view_slice(line, colon + 1, line.length));
        return true;
    }
    return false;
}
