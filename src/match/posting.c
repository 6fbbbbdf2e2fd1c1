#include "posting.h"

#include <string.h>

enum {
    LONGEST_PHRASE = 6,   /* words */
    LONGEST_KEY = 64,     /* bytes; longer ones are no phrases */
    MOST_MENTIONS = 4096, /* a text that names more is no vacancy; some passes are quadratic */
};

typedef struct {
    char text[LONGEST_KEY];
    size_t length;
} Key;

/* Appends a token's word, parted by a blank; false when the key is full. */
static bool key_add(Key *key, StrView lower)
{
    size_t blank = key->length > 0 ? 1 : 0;
    if (key->length + blank + lower.length >= LONGEST_KEY) {
        return false;
    }
    if (blank > 0) {
        key->text[key->length++] = ' ';
    }
    memcpy(key->text + key->length, lower.data, lower.length);
    key->length += lower.length;
    key->text[key->length] = '\0';
    return true;
}

/* The first entry whose key is not before `key`: what begins with "key " follows at once, since
 * a blank sorts before all that a key can hold. */
static size_t word_position(const char *key)
{
    size_t first = 0, last = job_words_count;
    while (first < last) {
        size_t middle = first + (last - first) / 2;
        if (strcmp(job_words[middle].key, key) < 0) {
            first = middle + 1;
        } else {
            last = middle;
        }
    }
    return first;
}

static bool starts_longer(size_t position, const Key *key)
{
    return position < job_words_count &&
           strncmp(job_words[position].key, key->text, key->length) == 0 &&
           job_words[position].key[key->length] == ' ';
}

typedef struct {
    const JobWord *word;       /* NULL: unknown */
    const LexiconEntry *entry; /* NULL: unknown */
    bool may_go_on;
} Found;

static Found look_up(const Key *key)
{
    Found found = {0};
    size_t position = word_position(key->text);
    if (position < job_words_count && strcmp(job_words[position].key, key->text) == 0) {
        found.word = &job_words[position++];
    }
    found.entry = lexicon_find(view_make(key->text, key->length));
    found.may_go_on = starts_longer(position, key);
    return found;
}

static bool is_capitalised_name(const LexiconEntry *entry)
{
    return entry && (entry->tags & WORD(CAPITAL)) != 0;
}

/* The technology that a phrase names, if any; terms of job descriptions go first. */
static const Technology *technology_of(const Found *found)
{
    if (found->word && found->word->term > 0) {
        return &job_terms[found->word->term - 1];
    }
    if (!found->entry || found->entry->technology == 0) {
        return NULL;
    }
    return lexicon_technology(found->entry->technology);
}

/* By its canonical name, whatever its spelling in the text. */
static bool is_ignored_name(const char *name)
{
    Key key = {0};
    size_t length = strlen(name);
    if (length >= LONGEST_KEY) {
        return false;
    }
    for (size_t i = 0; i < length; i++) {
        char byte = name[i];
        bool parts = byte == '-' || byte == '/';
        key.text[i] = byte >= 'A' && byte <= 'Z' ? (char)(byte + ('a' - 'A')) : parts ? ' ' : byte;
    }
    size_t position = word_position(key.text);
    return position < job_words_count && strcmp(job_words[position].key, key.text) == 0 &&
           (job_words[position].classes & SAYS_IGNORE) != 0;
}

typedef struct {
    Mention mention;
    uint32_t says;
    uint8_t says_count;
} Longest;

static void take_longer(Longest *longest, const Found *found, size_t count)
{
    const Technology *technology = technology_of(found);
    if (technology) {
        bool is_word = count == 1;
        longest->mention = (Mention){
            .technology = technology,
            .count = count,
            .is_ordinary = is_word && (is_capitalised_name(found->entry) ||
                                       (found->word && (found->word->classes & SAYS_ORDINARY))),
        };
    }
    if (found->word && found->word->classes != 0) {
        longest->says = found->word->classes;
        longest->says_count = (uint8_t)count;
    }
}

/* "rest assured" in small letters is no product. */
static bool is_everyday_start(const Posting *posting, size_t index)
{
    return (posting->word_says[index] & SAYS_ORDINARY) != 0 &&
           !posting->tokens.items[index].is_capital;
}

static bool begins_name(const LexiconEntry *entry)
{
    return entry && (entry->forms & FORM_PHRASE_START) != 0;
}

/* "JWTs": capitals and a small s. */
static bool is_plural_of_capitals(StrView word)
{
    bool is_capitals = word.length > 2 && word.data[word.length - 1] == 's';
    for (size_t i = 0; is_capitals && i + 1 < word.length; i++) {
        is_capitals = word.data[i] >= 'A' && word.data[i] <= 'Z';
    }
    return is_capitals;
}

/* What the data know of one word; of "JWTs" what they know of "JWT". */
static Found look_up_word(const JobTokens *tokens, const JobToken *token, const Key *key)
{
    Found found = look_up(key);
    if (technology_of(&found) ||
        !is_plural_of_capitals(view_slice(tokens->text, token->start, token->end))) {
        return found;
    }
    Key single = {0};
    key_add(&single, view_slice(token->lower, 0, token->lower.length - 1));
    Found of_one = look_up(&single);
    return technology_of(&of_one) ? of_one : found;
}

/* Reads the phrases that begin at token `index`, the longest last. */
static Longest read_phrases(Posting *posting, size_t index)
{
    Longest longest = {0};
    Key key = {0};
    bool may_go_on = true, starts_name = false;
    for (size_t count = 1; may_go_on && count <= LONGEST_PHRASE; count++) {
        /* The last token is a line end, so this stays inside the text. */
        const JobToken *token = &posting->tokens.items[index + count - 1];
        bool is_parted = token->mark != '\0' || (count > 1 && token->join == '\0');
        if (is_parted || !key_add(&key, token->lower)) {
            break;
        }
        Found found = count == 1 ? look_up_word(&posting->tokens, token, &key) : look_up(&key);
        if (count == 1 && found.word) {
            posting->word_says[index] = found.word->classes;
        }
        if (count == 1 || !is_everyday_start(posting, index)) {
            take_longer(&longest, &found, count);
        }
        /* Of names the lexicon knows only how they begin. */
        starts_name = starts_name || (count == 1 && begins_name(found.entry));
        may_go_on = (found.may_go_on || starts_name) && !token->is_owner;
    }
    return longest;
}

/* Where "unit" in "unit, contract and load tests" finds its head; 0: nowhere. */
static size_t find_test_head(const Posting *posting, size_t index)
{
    for (size_t i = index; i < index + 8 && i < posting->tokens.count; i++) {
        const JobToken *token = &posting->tokens.items[i];
        uint32_t says = posting->word_says[i] | posting->phrase_says[i];
        bool is_list =
            token->mark == ',' || job_token_is(token, "and") || job_token_is(token, "or");
        if (says & SAYS_TEST_HEAD) {
            return i;
        }
        if (!is_list && !(says & SAYS_TEST_KIND) && token->join != '-') {
            return 0;
        }
    }
    return 0;
}

static void add_mention(Posting *posting, size_t index, Mention mention)
{
    mention.first = index;
    mention.is_ignored = is_ignored_name(mention.technology->name);
    posting->mentions[posting->mention_count++] = mention;
    for (size_t i = index; i < index + mention.count; i++) {
        posting->mention_at[i] = (uint16_t)posting->mention_count;
    }
}

/* The kinds of tests that stand apart from their head become names of their own. */
static void find_test_kinds(Posting *posting)
{
    for (size_t i = 0; i < posting->tokens.count; i++) {
        size_t count = posting->phrase_count[i];
        if (!(posting->phrase_says[i] & SAYS_TEST_KIND) || posting->mention_at[i] > 0) {
            continue;
        }
        size_t head = find_test_head(posting, i + count);
        Key key = {0};
        bool is_whole = head > 0;
        for (size_t word = i; is_whole && word < i + count; word++) {
            is_whole = key_add(&key, posting->tokens.items[word].lower);
        }
        if (is_whole && key_add(&key, view_of("tests"))) {
            Found found = look_up(&key);
            const Technology *technology = technology_of(&found);
            if (technology) {
                add_mention(posting, i, (Mention){.technology = technology, .count = count});
            }
        }
    }
}

static void find_phrases(Posting *posting)
{
    size_t next_mention = 0, phrase = 0, next_phrase = 0;
    for (size_t i = 0; i < posting->tokens.count; i++) {
        if (posting->tokens.items[i].mark != '\0') {
            continue;
        }
        Longest longest = read_phrases(posting, i);
        if (longest.mention.technology && i >= next_mention &&
            posting->mention_count < MOST_MENTIONS) {
            add_mention(posting, i, longest.mention);
            next_mention = i + longest.mention.count;
        }
        if (longest.says != 0 && i >= next_phrase) {
            posting->phrase_says[i] = longest.says;
            posting->phrase_count[i] = longest.says_count;
            phrase = i;
            next_phrase = i + longest.says_count;
        } else if (i < next_phrase && (posting->phrase_says[phrase] & SAYS_HEADING_PREFERRED)) {
            /* "would be a plus" is the wording of headings, "a plus" in it that of sentences. */
            posting->phrase_says[phrase] |= longest.says & SAYS_PREFERRED;
        }
    }
}

Posting posting_make(StrView text, Arena *arena)
{
    Posting posting = {.tokens = job_tokens_read(text, arena)};
    size_t count = posting.tokens.count;
    posting.word_says = arena_alloc(arena, count * sizeof(uint32_t));
    posting.phrase_says = arena_alloc(arena, count * sizeof(uint32_t));
    posting.phrase_count = arena_alloc(arena, count);
    posting.mention_at = arena_alloc(arena, count * sizeof(uint16_t));
    posting.mentions = arena_alloc(arena, count * sizeof(Mention));
    find_phrases(&posting);
    find_test_kinds(&posting);
    return posting;
}

Mention *posting_mention(const Posting *posting, size_t index)
{
    bool is_one = index < posting->tokens.count && posting->mention_at[index] > 0;
    return is_one ? &posting->mentions[posting->mention_at[index] - 1] : NULL;
}

bool posting_says(const Posting *posting, size_t index, uint32_t classes)
{
    return index < posting->tokens.count && (posting->word_says[index] & classes) != 0;
}
