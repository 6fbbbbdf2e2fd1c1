#include "token.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/utf8.h"
#include "number.h"

bool token_has(const Token *token, WordTags any)
{
    return (token->tags & any) != 0;
}

bool token_is_mark(const Token *token, char mark)
{
    return token->kind == TOKEN_MARK && token->mark == mark;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_capital(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_small(char byte)
{
    return byte >= 'a' && byte <= 'z';
}

/* Letters of other scripts count as letters; general punctuation and signs do not. */
static bool is_letter_at(StrView text, size_t offset, size_t *bytes)
{
    char byte = text.data[offset];
    *bytes = 1;
    if ((unsigned char)byte < 0x80) {
        return is_capital(byte) || is_small(byte) || byte == '_';
    }
    uint32_t code_point = utf8_decode(text, offset, bytes);
    return code_point == 0xB5 ||
           (code_point >= 0xC0 && code_point < 0x2000 && code_point != 0xD7 && code_point != 0xF7);
}

static char byte_at(StrView text, size_t offset)
{
    return offset < text.length ? text.data[offset] : '\0';
}

/* The typographic apostrophe, three bytes long. */
static bool is_curly(StrView text, size_t offset)
{
    return lexicon_apostrophe(text, offset) > 1;
}

/* A dot or an ampersand inside a name: "node.js", "R&D"; an apostrophe: "couldn't". */
static bool is_inner(StrView text, size_t offset)
{
    char byte = text.data[offset];
    size_t bytes;
    if (offset + 1 >= text.length || !is_letter_at(text, offset + 1, &bytes)) {
        return false;
    }
    return byte == '.' || byte == '\'' || (byte == '&' && is_capital(text.data[offset + 1]));
}

static size_t word_end(StrView text, size_t offset)
{
    size_t bytes;
    while (offset < text.length) {
        if (is_letter_at(text, offset, &bytes) || is_digit(text.data[offset])) {
            offset += bytes;
        } else if (is_inner(text, offset)) {
            offset++;
        } else if (is_curly(text, offset) && offset + 3 < text.length &&
                   is_letter_at(text, offset + 3, &bytes)) {
            offset += 3;
        } else {
            break;
        }
    }
    if (byte_at(text, offset) == '#' ||
        (byte_at(text, offset) == '+' && offset > 0 && byte_at(text, offset + 1) == '+')) {
        offset += byte_at(text, offset) == '#' ? 1 : 2;
    }
    return offset;
}

static size_t owner_suffix(StrView word)
{
    return view_ends_with(word, "'s") ? 2 : view_ends_with(word, "\xE2\x80\x99s") ? 4 : 0;
}

static void mark_shape(Token *token, StrView word)
{
    size_t capitals = 0, small = 0, inner = 0;
    for (size_t i = 0; i < word.length; i++) {
        capitals += is_capital(word.data[i]);
        small += is_small(word.data[i]);
        inner += i > 0 && (is_capital(word.data[i]) || is_digit(word.data[i]));
    }
    token->is_capital = word.length > 0 && is_capital(word.data[0]);
    token->is_acronym = capitals >= 2 && small <= (word.data[word.length - 1] == 's');
    token->is_mixed = inner > 0 && small > 0 && !token->is_acronym;
}

static size_t read_word(Tokens *tokens, size_t offset, Arena *arena)
{
    StrView text = tokens->text;
    size_t end = word_end(text, byte_at(text, offset) == '.' ? offset + 1 : offset);
    Token *token = &tokens->items[tokens->count++];
    StrView word = view_slice(text, offset, end);
    size_t suffix = owner_suffix(word);
    word.length -= suffix;
    *token = (Token){.start = offset, .end = offset + word.length, .is_owner = suffix > 0};
    mark_shape(token, word);
    token->lower = lexicon_lower(word, arena);
    /* "the tenants' portal" */
    size_t mark = lexicon_apostrophe(text, end);
    if (mark > 0 && view_ends_with(word, "s") && byte_at(text, end + mark) == ' ') {
        token->is_owner = true;
        return end + mark;
    }
    return end;
}

static char mark_of(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
        char mark;
    } marks[] = {
        {0x2010, 0x2015, '-'}, {0x2018, 0x201F, '"'}, {0x2192, 0x2192, '>'},
        {0x2212, 0x2212, '-'}, {0x2248, 0x2248, '~'},
    };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (code_point >= marks[i].first && code_point <= marks[i].last) {
            return marks[i].mark;
        }
    }
    return code_point < 0x80 ? (char)code_point : '?';
}

static size_t read_mark(Tokens *tokens, size_t offset)
{
    size_t bytes;
    uint32_t code_point = utf8_decode(tokens->text, offset, &bytes);
    tokens->items[tokens->count++] = (Token){
        .start = offset, .end = offset + bytes, .kind = TOKEN_MARK, .mark = mark_of(code_point)};
    return offset + bytes;
}

/* "5xx" is a word, and so is what follows the sign in "$5xx". */
static size_t read_number(Tokens *tokens, size_t offset, Arena *arena)
{
    Token *token = &tokens->items[tokens->count];
    *token = (Token){.start = offset, .kind = TOKEN_NUMBER};
    size_t end = number_read(tokens->text, offset, token);
    if (end == offset) {
        bool has_sign = !is_digit(tokens->text.data[offset]);
        return has_sign ? read_mark(tokens, offset) : read_word(tokens, offset, arena);
    }
    token->end = end;
    token->lower = lexicon_lower(view_slice(tokens->text, offset, end), arena);
    tokens->count++;
    return end;
}

static bool is_number_start(StrView text, size_t offset)
{
    char byte = text.data[offset];
    if (byte == '$' || byte == '~') {
        return is_digit(byte_at(text, offset + 1));
    }
    return is_digit(byte) || number_is_sign(text, offset);
}

static bool is_word_start(StrView text, size_t offset)
{
    size_t bytes;
    if (is_letter_at(text, offset, &bytes)) {
        return true;
    }
    return text.data[offset] == '.' && offset + 1 < text.length &&
           is_capital(text.data[offset + 1]) &&
           (offset == 0 || text.data[offset - 1] == ' ' || text.data[offset - 1] == '/');
}

/* A hyphen or slash between two words joins them; it is no token of its own. */
static bool is_joint(StrView text, size_t offset)
{
    if (offset == 0 || offset + 1 >= text.length || text.data[offset - 1] == ' ') {
        return false;
    }
    size_t bytes;
    return (text.data[offset] == '-' || text.data[offset] == '/') &&
           (is_letter_at(text, offset + 1, &bytes) || is_digit(text.data[offset + 1]) ||
            is_word_start(text, offset + 1));
}

/* Room for one token more. A token is large: room for one a byte would be touched for nothing. */
static void make_room(Tokens *tokens, Arena *arena)
{
    enum { BYTES_A_TOKEN = 4, LEAST_TOKENS = 8 };
    if (tokens->count < tokens->capacity) {
        return;
    }
    size_t guess = tokens->text.length / BYTES_A_TOKEN + LEAST_TOKENS;
    size_t capacity = tokens->capacity ? 2 * tokens->capacity : guess;
    Token *items = arena_alloc(arena, capacity * sizeof(*items));
    if (tokens->count > 0) {
        memcpy(items, tokens->items, tokens->count * sizeof(*items));
    }
    tokens->items = items;
    tokens->capacity = capacity;
}

static void split_text(Tokens *tokens, Arena *arena)
{
    StrView text = tokens->text;
    bool is_joined = false, is_slashed = false;
    for (size_t offset = 0; offset < text.length;) {
        size_t before = tokens->count;
        if (text.data[offset] == ' ' || text.data[offset] == '\n') {
            offset++;
            is_joined = is_slashed = false;
            continue;
        }
        if (is_joint(text, offset) && before > 0 && tokens->items[before - 1].end == offset) {
            is_slashed = text.data[offset] == '/';
            is_joined = true;
            offset++;
            continue;
        }
        make_room(tokens, arena);
        if (is_number_start(text, offset)) {
            offset = read_number(tokens, offset, arena);
        } else if (is_word_start(text, offset)) {
            offset = read_word(tokens, offset, arena);
        } else {
            offset = read_mark(tokens, offset);
        }
        tokens->items[before].is_joined = is_joined;
        tokens->items[before].is_slashed = is_slashed;
        is_joined = is_slashed = false;
    }
}

static void take_entry(Token *token, const LexiconEntry *entry)
{
    token->is_known = true;
    token->tags = entry->tags;
    token->forms = entry->forms;
    token->technology = entry->technology;
}

enum { PHRASE_WORDS = 5, PHRASE_BYTES = 64 };

/* Looks up the phrase of `count` tokens at `first`. */
static const LexiconEntry *find_phrase(const Tokens *tokens, size_t first, size_t count)
{
    char key[PHRASE_BYTES];
    size_t length = 0;
    for (size_t i = first; i < first + count; i++) {
        StrView word = tokens->items[i].lower;
        bool is_broken = tokens->items[i].kind == TOKEN_MARK ||
                         (i + 1 < first + count && tokens->items[i].is_owner);
        if (is_broken || length + word.length + 1 > sizeof(key)) {
            return NULL;
        }
        if (i > first) {
            key[length++] = ' ';
        }
        memcpy(key + length, word.data, word.length);
        length += word.length;
    }
    return own_words_find(tokens->own, view_make(key, length));
}

/* "Cached lookups": at the beginning the participle is the verb, not part of the noun. */
static bool is_lead_verb(const Tokens *tokens, size_t first, const LexiconEntry *phrase)
{
    if (first > 0 || !(phrase->tags & WORD(NOUN))) {
        return false;
    }
    const LexiconEntry *word = own_words_find(tokens->own, tokens->items[first].lower);
    return word && (word->tags & WORD(VERB)) && (word->forms & FORM_PAST);
}

/* "rules out of procedures": "out" belongs to what follows. */
static bool ends_in_preposition(const Tokens *tokens, size_t last, const LexiconEntry *phrase)
{
    /* "the visitor log in Go" is no log-in. */
    if ((phrase->tags & WORD(NOUN)) && token_is(&tokens->items[last], "in") &&
        !tokens->items[last].is_joined && last + 1 < tokens->count &&
        tokens->items[last + 1].is_capital) {
        return true;
    }
    const LexiconEntry *entry = token_is(&tokens->items[last], "out") && last + 1 < tokens->count
                                    ? find_phrase(tokens, last, 2)
                                    : NULL;
    return entry && (entry->tags & WORD(PREPOSITION));
}

/* The longest phrase that begins at `first`; returns how many tokens it takes, 0 for none. */
static size_t longest_phrase(const Tokens *tokens, size_t first, const LexiconEntry **entry)
{
    size_t most = tokens->count - first < PHRASE_WORDS ? tokens->count - first : PHRASE_WORDS;
    for (size_t count = most; count >= 2; count--) {
        *entry = find_phrase(tokens, first, count);
        if (*entry && (*entry)->tags != 0 && !is_lead_verb(tokens, first, *entry) &&
            !ends_in_preposition(tokens, first + count - 1, *entry)) {
            return count;
        }
    }
    return 0;
}

static void merge_phrase(Tokens *tokens, size_t first, size_t count, Arena *arena)
{
    Token *token = &tokens->items[first];
    const Token *last = &tokens->items[first + count - 1];
    size_t length = count - 1;
    for (size_t i = 0; i < count; i++) {
        length += tokens->items[first + i].lower.length;
    }
    char *lower = arena_alloc(arena, length + 1);
    size_t used = 0;
    for (size_t i = 0; i < count; i++) {
        StrView word = tokens->items[first + i].lower;
        memcpy(lower + used, word.data, word.length);
        used += word.length;
        lower[used++] = ' ';
    }
    token->kind = TOKEN_WORD;
    token->is_owner = last->is_owner;
    token->lower = view_make(lower, length);
    token->end = last->end;
}

/* Gives each word what the lexicon knows, and makes one token of each phrase. */
static void look_up(Tokens *tokens, Arena *arena)
{
    size_t kept = 0;
    for (size_t i = 0; i < tokens->count;) {
        Token *token = &tokens->items[i];
        size_t taken = 1;
        const LexiconEntry *entry = NULL;
        if (token->kind != TOKEN_MARK) {
            entry = own_words_find(tokens->own, token->lower);
        }
        if (entry && (entry->forms & FORM_PHRASE_START)) {
            const LexiconEntry *phrase = NULL;
            size_t count = longest_phrase(tokens, i, &phrase);
            if (count > 0) {
                merge_phrase(tokens, i, count, arena);
                taken = count;
                entry = phrase;
            }
        }
        if (entry && (token->kind == TOKEN_WORD || taken > 1) && entry->tags) {
            take_entry(token, entry);
        }
        tokens->items[kept++] = *token;
        i += taken;
    }
    tokens->count = kept;
}

Tokens tokens_read(StrView text, const OwnWords *own, Arena *arena)
{
    Tokens tokens = {.text = text, .own = own};
    make_room(&tokens, arena);
    split_text(&tokens, arena);
    look_up(&tokens, arena);
    numbers_settle(&tokens);
    return tokens;
}
