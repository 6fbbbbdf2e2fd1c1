#include "store/synonym.h"

#include <strings.h>

/* Where a word stands for several keys, the one that the place has is meant. */
static const struct {
    const char *word, *key;
} synonyms[] = {
    {"experience", "work"},
    {"employment", "work"},
    {"jobs", "work"},
    {"positions", "work"},
    {"career", "work"},
    {"contact", "basics"},
    {"personal", "basics"},
    {"studies", "education"},
    {"schools", "education"},
    {"technologies", "skills"},
    {"certifications", "certificates"},
    {"volunteering", "volunteer"},
    {"hobbies", "interests"},
    {"bullets", "highlights"},
    {"achievements", "highlights"},
    {"accomplishments", "highlights"},
    {"responsibilities", "highlights"},
    {"duties", "highlights"},
    {"role", "position"},
    {"title", "position"},
    {"title", "label"},
    {"title", "name"},
    {"headline", "label"},
    {"employer", "name"},
    {"organisation", "organization"},
    {"school", "institution"},
    {"university", "institution"},
    {"college", "institution"},
    {"degree", "studyType"},
    {"subject", "area"},
    {"major", "area"},
    {"grade", "score"},
    {"from", "startDate"},
    {"start", "startDate"},
    {"to", "endDate"},
    {"until", "endDate"},
    {"end", "endDate"},
    {"year", "endDate"},
    {"year", "date"},
    {"items", "keywords"},
    {"technologies", "keywords"},
    {"tools", "keywords"},
    {"category", "name"},
    {"mail", "email"},
    {"mobile", "phone"},
    {"telephone", "phone"},
    {"link", "url"},
    {"links", "profiles"},
    {"about", "summary"},
    {"objective", "summary"},
    {"text", "summary"},
    {"level", "fluency"},
};

static bool is_word(StrView text, const char *word)
{
    return text.length == view_of(word).length && strncasecmp(text.data, word, text.length) == 0;
}

static const char *find_name(const char *key, const char *const *names, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (view_is(view_of(names[i]), key)) {
            return names[i];
        }
    }
    return NULL;
}

const char *synonym_find(StrView word, const char *const *names, size_t count)
{
    for (size_t i = 0; i < sizeof(synonyms) / sizeof(synonyms[0]); i++) {
        const char *name =
            is_word(word, synonyms[i].word) ? find_name(synonyms[i].key, names, count) : NULL;
        if (name) {
            return name;
        }
    }
    return NULL;
}
