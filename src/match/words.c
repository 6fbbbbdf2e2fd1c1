#include "words.h"

#include <stdint.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/lexicon/lexicon.h"

/* A line between these lengths, without a mark at its end, was wrapped by hand, unless the next
 * one has a colon near its start. Bytes. */
enum { WRAPPED_LINE = 55, LONGEST_LINE = 100, LONGEST_OPENING = 50 };

typedef struct {
    JobTokens *tokens;
    Arena *arena;
    size_t offset;
    size_t line;
    char join; /* what the next word is joined by */
} Reader;

bool job_token_is(const JobToken *token, const char *word)
{
    return token->mark == '\0' && view_is(token->lower, word);
}

bool job_token_ends_sentence(const JobToken *token)
{
    char mark = token->mark;
    return mark == '.' || mark == '!' || mark == '?' || mark == '\n';
}

static char byte_at(StrView text, size_t offset)
{
    return offset < text.length ? text.data[offset] : '\0';
}

static bool is_upper(char byte)
{
    return byte >= 'A' && byte <= 'Z';
}

static bool is_alphanumeric(char byte)
{
    return is_upper(byte) || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9') ||
           byte == '_';
}

/* Letters of other scripts are letters, general punctuation and signs are not. */
static size_t letter_at(StrView text, size_t offset)
{
    size_t bytes = 1;
    if (offset >= text.length) {
        return 0;
    }
    if ((unsigned char)text.data[offset] < 0x80) {
        return is_alphanumeric(text.data[offset]) ? 1 : 0;
    }
    uint32_t letter = utf8_decode(text, offset, &bytes);
    return letter >= 0xC0 && letter != 0xD7 && letter != 0xF7 && letter < 0x2000 ? bytes : 0;
}

/* What may stand inside a word: "node.js", "2.0", "R&D", "don't". 0: nothing such. */
static size_t inner_at(StrView text, size_t offset)
{
    size_t bytes = lexicon_apostrophe(text, offset);
    char byte = byte_at(text, offset);
    if (byte == '.' || (byte == '&' && is_upper(byte_at(text, offset + 1)))) {
        bytes = 1;
    }
    return bytes > 0 && letter_at(text, offset + bytes) > 0 ? bytes : 0;
}

/* The signs of "C#", "F#" and "C++"; a plus after a number is none. */
static size_t signs_at(StrView text, size_t offset)
{
    char byte = byte_at(text, offset);
    if (byte == '#') {
        return 1;
    }
    return byte == '+' && byte_at(text, offset + 1) == '+' ? 2 : 0;
}

static size_t word_end(StrView text, size_t offset)
{
    size_t bytes;
    while ((bytes = letter_at(text, offset)) > 0 || (bytes = inner_at(text, offset)) > 0) {
        offset += bytes;
    }
    return offset + signs_at(text, offset);
}

static bool has_small(StrView word)
{
    for (size_t i = 0; i < word.length; i++) {
        if (word.data[i] >= 'a' && word.data[i] <= 'z') {
            return true;
        }
    }
    return false;
}

static JobToken *add(Reader *reader, size_t bytes)
{
    JobToken *token = &reader->tokens->items[reader->tokens->count++];
    *token =
        (JobToken){.start = reader->offset, .end = reader->offset + bytes, .line = reader->line};
    reader->offset += bytes;
    return token;
}

static void add_word(Reader *reader)
{
    StrView text = reader->tokens->text;
    size_t first = byte_at(text, reader->offset) == '.' ? 1 : 0;
    size_t end = word_end(text, reader->offset + first);
    JobToken *token = add(reader, end - reader->offset);
    StrView word = view_slice(text, token->start, token->end);
    StrView lower = lexicon_lower(word, reader->arena);
    if (view_ends_with(lower, "'s")) {
        token->is_owner = true;
        word.length = utf8_previous(word, word.length - 1); /* the apostrophe has a byte or three */
        token->end = token->start + word.length;
        lower.length -= 2;
    }
    token->lower = lower;
    token->is_capital = is_upper(word.data[first < word.length ? first : 0]);
    token->is_upper = token->is_capital && !has_small(word);
    token->join = reader->join;
    reader->join = ' ';
}

static void add_mark(Reader *reader, char mark, size_t bytes)
{
    add(reader, bytes)->mark = mark;
    reader->join = '\0';
}

static bool is_blank(char byte)
{
    return byte == ' ' || byte == '\t' || byte == '\r';
}

static size_t skip_blanks(StrView text, size_t offset)
{
    while (is_blank(byte_at(text, offset))) {
        offset++;
    }
    return offset;
}

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

static bool is_roman(char byte)
{
    return byte == 'I' || byte == 'V' || byte == 'X' || byte == 'i' || byte == 'v' || byte == 'x';
}

/* The end of "12", "5.1", "M2", "iv" or one letter, or `offset`. */
static size_t number_end(StrView text, size_t offset, bool *is_parted)
{
    size_t at = offset;
    while (is_roman(byte_at(text, at))) {
        at++;
    }
    if (at > offset) {
        return at;
    }
    at += is_alphanumeric(byte_at(text, at)) && !is_digit(byte_at(text, at)) ? 1 : 0;
    size_t digits = at;
    while (is_digit(byte_at(text, at)) ||
           (byte_at(text, at) == '.' && at > digits && is_digit(byte_at(text, at + 1)))) {
        *is_parted = *is_parted || byte_at(text, at) == '.';
        at++;
    }
    return at;
}

/* The bytes of the number or letter that an item of a list begins with, or a heading; 0: none. A
 * blank follows it. "2026. Then" and "3 years" are none. */
static size_t numbering_at(StrView text, size_t offset)
{
    enum { LONGEST_NUMBER = 5 };
    bool is_parted = false;
    size_t first = offset + (byte_at(text, offset) == '(' ? 1 : 0);
    size_t end = number_end(text, first, &is_parted);
    char closer = byte_at(text, end);
    bool is_closed = closer == ')' || (closer == '.' && first == offset);
    bool is_number = end > first && end - first < LONGEST_NUMBER - 1;
    if (!is_number || !(is_closed || (is_parted && first == offset))) {
        return 0;
    }
    end += is_closed ? 1 : 0;
    return is_blank(byte_at(text, end)) ? end - offset : 0;
}

/* Whether the line that ends before the line end at `offset` goes on in the next one. */
static bool goes_on(StrView text, size_t line_start, size_t offset)
{
    StrView line = view_trim(view_slice(text, line_start, offset));
    size_t next = skip_blanks(text, offset + 1);
    char first = byte_at(text, next);
    bool is_row = view_find(line, '|') < line.length; /* of a table */
    if (line.length == 0 || is_row || letter_at(text, next) == 0 || numbering_at(text, next) > 0) {
        return false;
    }
    char last = line.data[line.length - 1];
    bool ends = last == '.' || last == '!' || last == '?' || last == ':' || last == ';';
    bool is_long = line.length >= WRAPPED_LINE && line.length <= LONGEST_LINE;
    StrView opening = view_slice(text, next, next + LONGEST_OPENING);
    opening.length = view_find(opening, '\n');
    ends = ends || view_find(opening, ':') < opening.length;
    return !ends && (is_long || (first >= 'a' && first <= 'z' && (last == ',' || is_long)));
}

static char mark_of(uint32_t code_point)
{
    static const struct {
        uint32_t first, last;
        char mark;
    } marks[] = {
        {0x2010, 0x2015, '-'},
        {0x2018, 0x201F, '"'},
        {0x2022, 0x2023, '*'},
        {0x2190, 0x21FF, '*'},
        {0x2212, 0x2212, '-'},
        {0x2219, 0x2219, '*'},
        {0x25A0, 0x25FF, '*'},
        {0x00B7, 0x00B7, '*'},
        {0x2717, 0x2718, JOB_MARK_CROSS},
        {0x274C, 0x274E, JOB_MARK_CROSS},
        {0x26D4, 0x26D4, JOB_MARK_CROSS},
        {0x1F6AB, 0x1F6AB, JOB_MARK_CROSS},
        {0x2600, 0x27BF, JOB_MARK_PICTURE},
        {0x2B00, 0x2BFF, JOB_MARK_PICTURE},
        {0x1F000, 0x1FAFF, JOB_MARK_PICTURE},
    };
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (code_point >= marks[i].first && code_point <= marks[i].last) {
            return marks[i].mark;
        }
    }
    return code_point < 0x80 ? (char)code_point : '"';
}

/* A hyphen or a slash between two words joins them; a blank may stand around a slash. */
static bool read_join(Reader *reader, char mark)
{
    StrView text = reader->tokens->text;
    size_t next = reader->offset + 1;
    bool follows = reader->offset > 0 && !is_blank(text.data[reader->offset - 1]);
    if (mark == '/') {
        next = skip_blanks(text, next);
        follows = true;
    }
    bool is_word = letter_at(text, next) > 0 || byte_at(text, next) == '.';
    if (reader->join == '\0' || !follows || !is_word || (mark != '-' && mark != '/')) {
        return false;
    }
    reader->join = mark;
    reader->offset++;
    return true;
}

/* Joins pictures or picks their colour; says nothing. */
static bool is_silent(uint32_t code_point)
{
    return code_point == 0x200D || (code_point >= 0xFE00 && code_point <= 0xFE0F) ||
           code_point == 0x20E3;
}

static void read_mark(Reader *reader)
{
    size_t bytes;
    StrView text = reader->tokens->text;
    uint32_t code_point = utf8_decode(text, reader->offset, &bytes);
    char mark = mark_of(code_point);
    if (is_silent(code_point)) {
        reader->offset += bytes;
        return;
    }
    if (mark == '*' || !read_join(reader, mark)) {
        add_mark(reader, mark, bytes);
    }
}

static void read_line_end(Reader *reader, size_t *line_start)
{
    StrView text = reader->tokens->text;
    if (goes_on(text, *line_start, reader->offset)) {
        reader->offset++;
    } else {
        add_mark(reader, '\n', 1);
    }
    reader->line++;
    *line_start = reader->offset;
}

/* Between two words stands a byte that is no letter at least. */
static size_t most_tokens(StrView text)
{
    size_t others = 0;
    for (size_t i = 0; i < text.length; i++) {
        others += !is_alphanumeric(text.data[i]);
    }
    return 2 * others + 2;
}

static bool begins_line(const Reader *reader, size_t line_start)
{
    return skip_blanks(reader->tokens->text, line_start) == reader->offset;
}

JobTokens job_tokens_read(StrView text, Arena *arena)
{
    JobTokens tokens = {.text = text};
    tokens.items = arena_alloc(arena, most_tokens(text) * sizeof(JobToken));
    Reader reader = {.tokens = &tokens, .arena = arena, .line = 1};
    size_t line_start = 0;
    while (reader.offset < text.length) {
        char byte = text.data[reader.offset];
        bool is_dotted = byte == '.' && letter_at(text, reader.offset + 1) > 0;
        if (byte == '\n') {
            read_line_end(&reader, &line_start);
        } else if (is_blank(byte)) {
            reader.offset++;
        } else if (begins_line(&reader, line_start) && numbering_at(text, reader.offset) > 0) {
            add_mark(&reader, JOB_MARK_NUMBER, numbering_at(text, reader.offset));
        } else if (is_dotted || letter_at(text, reader.offset) > 0) {
            add_word(&reader);
        } else {
            read_mark(&reader);
        }
    }
    add_mark(&reader, '\n', 0);
    return tokens;
}
