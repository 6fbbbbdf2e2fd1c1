#include "bulletproof/model/level.h"

#include <string.h>
#include <strings.h>

static const char *const names[] = {
    [LEVEL_JUNIOR] = "junior",
    [LEVEL_MID] = "mid",
    [LEVEL_SENIOR] = "senior",
};

bool level_parse(StrView word, Level *level)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (word.length == strlen(names[i]) && strncasecmp(word.data, names[i], word.length) == 0) {
            *level = (Level)i;
            return true;
        }
    }
    return false;
}

const char *level_name(Level level)
{
    return names[level];
}

Level level_of(const Node *root)
{
    Level level = LEVEL_MID;
    const Node *meta = node_part(root, NODE_META);
    const Node *settings = meta ? node_part(meta, NODE_SETTINGS) : NULL;
    if (settings) {
        level_parse(node_view(settings, FIELD_LEVEL), &level);
    }
    return level;
}
