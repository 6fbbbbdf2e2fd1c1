#include "bulletproof/lexicon/own_words.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/arena.h"
#include "bulletproof/base/memory.h"
#include "inflect.h"

enum { PHRASE_BYTES = 64, PHRASE_WORDS = 5 }; /* as the checker looks phrases up */

typedef struct {
    StrView word; /* in the arena */
    LexiconEntry entry;
} OwnEntry;

struct OwnWords {
    Arena arena;
    OwnEntry *entries; /* owned; sorted */
    size_t count, capacity;
};

typedef enum { KIND_VERB, KIND_NOUN, KIND_NAME } WordKind;

static const struct {
    WordKind kind;
    WordTags tags;
} classes[OWN_WORD_CLASS_COUNT] = {
#define X(id, name, kind, tags) [OWN_WORD_##id] = {KIND_##kind, tags},
    OWN_WORD_CLASSES(X)
#undef X
};

OwnWords *own_words_new(void)
{
    return xalloc(sizeof(OwnWords));
}

void own_words_free(OwnWords *words)
{
    if (words) {
        arena_done(&words->arena);
        free(words->entries);
        free(words);
    }
}

static int compare(StrView word, StrView other)
{
    size_t length = word.length < other.length ? word.length : other.length;
    int order = memcmp(word.data, other.data, length);
    return order ? order : (word.length > other.length) - (word.length < other.length);
}

/* Where the word is, or belongs. */
static size_t place_of(const OwnWords *words, StrView word)
{
    size_t low = 0, high = words->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare(word, words->entries[middle].word) > 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static LexiconEntry *find_own(const OwnWords *words, StrView word)
{
    size_t place = place_of(words, word);
    bool is_there = place < words->count && compare(word, words->entries[place].word) == 0;
    return is_there ? &words->entries[place].entry : NULL;
}

const LexiconEntry *own_words_find(const OwnWords *words, StrView lower)
{
    const LexiconEntry *own = words && words->count > 0 ? find_own(words, lower) : NULL;
    return own ? own : lexicon_find(lower);
}

/* The entry of `word`, made from the lexicon's when it is new. */
static LexiconEntry *entry_of(OwnWords *words, StrView word)
{
    LexiconEntry *own = find_own(words, word);
    if (own) {
        return own;
    }
    const LexiconEntry *known = lexicon_find(word);
    size_t place = place_of(words, word);
    words->entries =
        vector_grow(words->entries, words->count, &words->capacity, sizeof(*words->entries));
    memmove(&words->entries[place + 1], &words->entries[place],
            (words->count - place) * sizeof(*words->entries));
    words->count++;
    OwnEntry *made = &words->entries[place];
    made->word = view_make(arena_copy(&words->arena, word), word.length);
    made->entry = known ? *known : (LexiconEntry){.length = (uint8_t)word.length};
    return &made->entry;
}

static void add_form(OwnWords *words, StrView word, WordTags tags, unsigned form)
{
    if (word.length == 0 || word.length >= PHRASE_BYTES) {
        return;
    }
    size_t first = view_find(word, ' ');
    if (first < word.length) {
        entry_of(words, view_slice(word, 0, first))->forms |= FORM_PHRASE_START;
    }
    LexiconEntry *entry = entry_of(words, word);
    entry->tags |= tags;
    entry->forms |= (uint8_t)form;
}

/* As the checker looks words up: lower case, one blank for hyphens, slashes and blanks. */
static size_t make_key(StrView word, char key[PHRASE_BYTES])
{
    size_t length = 0;
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.data[i];
        bool is_blank = byte == ' ' || byte == '-' || byte == '/';
        if (is_blank && (length == 0 || key[length - 1] == ' ')) {
            continue;
        }
        if (length + 1 >= PHRASE_BYTES) {
            return 0;
        }
        key[length++] = is_blank ? ' ' : byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
    }
    return length > 0 && key[length - 1] == ' ' ? length - 1 : length;
}

static bool is_sound(StrView key)
{
    size_t blanks = 0, letters = 0;
    for (size_t i = 0; i < key.length; i++) {
        blanks += key.data[i] == ' ' ? 1 : 0;
        letters += key.data[i] >= 'a' && key.data[i] <= 'z' ? 1 : 0;
        letters += (unsigned char)key.data[i] >= 0x80 ? 1 : 0;
    }
    return letters > 0 && blanks < PHRASE_WORDS;
}

static void add_verb(OwnWords *words, StrView key, WordTags tags)
{
    static const unsigned forms[] = {FORM_THIRD, FORM_PAST, FORM_GERUND};
    add_form(words, key, tags, FORM_BASE);
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        StrBuf form = {0};
        inflect_verb(&form, key, forms[i]);
        add_form(words, strbuf_view(&form), tags, forms[i]);
        strbuf_done(&form);
    }
}

static void add_noun(OwnWords *words, StrView key, WordTags tags)
{
    StrBuf plural = {0};
    inflect_plural(&plural, key);
    add_form(words, key, tags, FORM_SINGULAR);
    add_form(words, strbuf_view(&plural), tags, FORM_PLURAL);
    strbuf_done(&plural);
}

bool own_words_add(OwnWords *words, OwnWordClass class, StrView word)
{
    char letters[PHRASE_BYTES];
    StrView key = view_make(letters, make_key(word, letters));
    if (!is_sound(key)) {
        return false;
    }
    switch (classes[class].kind) {
    case KIND_VERB:
        add_verb(words, key, classes[class].tags);
        break;
    case KIND_NOUN:
        add_noun(words, key, classes[class].tags);
        break;
    case KIND_NAME:
        add_form(words, key, classes[class].tags, 0);
        break;
    }
    return true;
}
