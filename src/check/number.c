#include "number.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/utf8.h"

typedef struct {
    const char *suffix;
    NumberKind kind;
    double factor;
} Suffix;

/* Written directly after the digits. "m" is millions after a currency, else minutes. */
static const Suffix suffixes[] = {
    {"%", NUMBER_PERCENT, 1},
    {"x", NUMBER_TIMES, 1},
    {"k", NUMBER_COUNT, 1e3},
    {"K", NUMBER_COUNT, 1e3},
    {"M", NUMBER_COUNT, 1e6},
    {"m", NUMBER_COUNT, 1e6},
    {"bn", NUMBER_COUNT, 1e9},
    {"B", NUMBER_COUNT, 1e9},
    {"mn", NUMBER_COUNT, 1e6},
    {"ms", NUMBER_DURATION, 1e-3},
    {"s", NUMBER_DURATION, 1},
    {"sec", NUMBER_DURATION, 1},
    {"secs", NUMBER_DURATION, 1},
    {"us", NUMBER_DURATION, 1e-6},
    {"\xC2\xB5s", NUMBER_DURATION, 1e-6},
    {"ns", NUMBER_DURATION, 1e-9},
    {"min", NUMBER_DURATION, 60},
    {"mins", NUMBER_DURATION, 60},
    {"h", NUMBER_DURATION, 3600},
    {"hr", NUMBER_DURATION, 3600},
    {"hrs", NUMBER_DURATION, 3600},
    {"d", NUMBER_DURATION, 86400},
    {"KB", NUMBER_BYTES, 1},
    {"kB", NUMBER_BYTES, 1},
    {"MB", NUMBER_BYTES, 1},
    {"GB", NUMBER_BYTES, 1},
    {"TB", NUMBER_BYTES, 1},
    {"PB", NUMBER_BYTES, 1},
    {"GiB", NUMBER_BYTES, 1},
    {"TiB", NUMBER_BYTES, 1},
    {"MiB", NUMBER_BYTES, 1},
    {"rps", NUMBER_RATE, 1},
    {"qps", NUMBER_RATE, 1},
    {"tps", NUMBER_RATE, 1},
    {"st", NUMBER_ORDINAL, 1},
    {"nd", NUMBER_ORDINAL, 1},
    {"rd", NUMBER_ORDINAL, 1},
    {"th", NUMBER_ORDINAL, 1},
    {"krps", NUMBER_RATE, 1e3},
    {"kB/s", NUMBER_RATE, 1},
    {"pp", NUMBER_PERCENT, 1},
};

static bool is_digit_at(StrView text, size_t offset)
{
    return offset < text.length && text.data[offset] >= '0' && text.data[offset] <= '9';
}

static bool is_letter_at(StrView text, size_t offset)
{
    char byte = offset < text.length ? (char)(text.data[offset] | 0x20) : '\0';
    return byte >= 'a' && byte <= 'z';
}

/* The pound, euro, yen and rupee signs, the fractions and the sign for "about". */
static size_t sign_bytes(StrView text, size_t offset, NumberKind *kind)
{
    size_t bytes;
    uint32_t sign = utf8_decode(text, offset, &bytes);
    *kind = NUMBER_COUNT;
    if (sign == '$' || sign == 0xA3 || sign == 0xA5 || sign == 0x20AC || sign == 0x20B9) {
        *kind = NUMBER_MONEY;
        return bytes;
    }
    return sign == '~' || sign == 0x2248 ? bytes : 0;
}

static bool is_fraction(StrView text, size_t offset)
{
    size_t bytes;
    uint32_t sign = utf8_decode(text, offset, &bytes);
    return (sign >= 0xBC && sign <= 0xBE) || (sign >= 0x2150 && sign <= 0x215E);
}

bool number_is_sign(StrView text, size_t offset)
{
    NumberKind kind;
    size_t bytes = sign_bytes(text, offset, &kind);
    while (bytes > 0 && offset + bytes < text.length && text.data[offset + bytes] == ' ') {
        bytes++;
    }
    return is_fraction(text, offset) || (bytes > 0 && is_digit_at(text, offset + bytes));
}

/* Reads digits with group commas and a decimal point; counts the dots. */
static size_t read_digits(StrView text, size_t offset, double *value, int *dots)
{
    double scale = 0;
    for (; offset < text.length; offset++) {
        char byte = text.data[offset];
        if (byte == ',' && is_digit_at(text, offset + 1) && is_digit_at(text, offset + 2) &&
            is_digit_at(text, offset + 3)) {
            continue;
        }
        if (byte == '.' && is_digit_at(text, offset + 1)) {
            ++*dots;
            scale = 1;
            continue;
        }
        if (!is_digit_at(text, offset)) {
            break;
        }
        *value = *value * 10 + (byte - '0');
        scale *= 10;
    }
    *value = scale > 1 ? *value / scale : *value;
    return offset;
}

static const Suffix *find_suffix(StrView letters)
{
    for (size_t i = 0; i < sizeof(suffixes) / sizeof(suffixes[0]); i++) {
        if (view_is(letters, suffixes[i].suffix)) {
            return &suffixes[i];
        }
    }
    return NULL;
}

static size_t letters_end(StrView text, size_t offset)
{
    if (offset < text.length && text.data[offset] == '%') {
        return offset + 1;
    }
    while (is_letter_at(text, offset) ||
           (offset < text.length && (unsigned char)text.data[offset] == 0xC2 &&
            offset + 1 < text.length && (unsigned char)text.data[offset + 1] == 0xB5)) {
        offset += is_letter_at(text, offset) ? 1 : 2;
    }
    return offset;
}

/* "3.x" and "1.2.3" are versions. */
static size_t read_version_tail(StrView text, size_t offset, Token *token, int dots)
{
    if (offset + 1 < text.length && text.data[offset] == '.' && text.data[offset + 1] == 'x') {
        token->number = NUMBER_VERSION;
        return offset + 2;
    }
    if (dots > 1) {
        token->number = NUMBER_VERSION;
    }
    return offset;
}

size_t number_read(StrView text, size_t start, Token *token)
{
    size_t offset = start + sign_bytes(text, start, &token->number);
    while (offset < text.length && text.data[offset] == ' ') {
        offset++;
    }
    if (is_fraction(text, offset)) {
        size_t bytes;
        utf8_decode(text, offset, &bytes);
        token->value = 0.5;
        token->number = NUMBER_TIMES;
        return offset + bytes;
    }
    int dots = 0;
    size_t end = read_digits(text, offset, &token->value, &dots);
    size_t tail = letters_end(text, end);
    const Suffix *suffix = find_suffix(view_slice(text, end, tail));
    if (tail > end && !suffix) {
        return start;
    }
    if (suffix) {
        token->value *= suffix->factor;
        token->number = token->number == NUMBER_MONEY ? NUMBER_MONEY : suffix->kind;
        end = tail;
    }
    end = read_version_tail(text, end, token, dots);
    return end < text.length && text.data[end] == '+' ? end + 1 : end;
}

static double magnitude_of(const Token *token)
{
    static const struct {
        const char *word;
        double factor;
    } magnitudes[] = {{"hundred", 1e2}, {"thousand", 1e3},  {"million", 1e6},
                      {"billion", 1e9}, {"trillion", 1e12}, {"m", 1e6},
                      {"bn", 1e9},      {"k", 1e3},         {"dozen", 12}};
    for (size_t i = 0; i < sizeof(magnitudes) / sizeof(magnitudes[0]); i++) {
        if (token_is(token, magnitudes[i].word)) {
            return magnitudes[i].factor;
        }
    }
    return 0;
}

static double spelled_value(StrView word)
{
    static const char *const names[] = {"zero",    "one",     "two",       "three",    "four",
                                        "five",    "six",     "seven",     "eight",    "nine",
                                        "ten",     "eleven",  "twelve",    "thirteen", "fourteen",
                                        "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
    static const struct {
        const char *word;
        double value;
    } more[] = {{"twenty", 20},   {"thirty", 30},     {"forty", 40},    {"fifty", 50},
                {"sixty", 60},    {"seventy", 70},    {"eighty", 80},   {"ninety", 90},
                {"hundred", 100}, {"thousand", 1e3},  {"million", 1e6}, {"billion", 1e9},
                {"dozen", 12},    {"half a dozen", 6}};
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (view_is(word, names[i])) {
            return (double)i;
        }
    }
    for (size_t i = 0; i < sizeof(more) / sizeof(more[0]); i++) {
        if (view_is(word, more[i].word)) {
            return more[i].value;
        }
    }
    return 2;
}

/* Seconds of a unit of time; 1 when it is unknown. */
static double seconds_of(StrView unit)
{
    static const struct {
        const char *start;
        double seconds;
    } units[] = {{"ms", 1e-3},        {"milli", 1e-3},   {"us", 1e-6},
                 {"micro", 1e-6},     {"min", 60},       {"h", 3600},
                 {"day", 86400},      {"night", 86400},  {"working", 86400},
                 {"business", 86400}, {"week", 604800},  {"fortnight", 1209600},
                 {"sprint", 1209600}, {"month", 2.6e6},  {"quarter", 7.8e6},
                 {"year", 3.15e7},    {"decade", 3.15e8}};
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (view_starts_with(unit, units[i].start)) {
            return units[i].seconds;
        }
    }
    return 1;
}

/* "150 sprint meetings": one of a kind of meetings, no length of time. */
static bool is_event(const Token *unit)
{
    return token_is(unit, "sprint") || token_is(unit, "season") || token_is(unit, "term") ||
           token_is(unit, "shift");
}

/* What the word after a number makes of it: 12 s, 6 TB, 10k rps, 40 percent, 3 times. */
static bool take_unit(Token *number, const Token *unit)
{
    if (token_is(unit, "percent") || token_is(unit, "per cent") || token_is(unit, "percentage")) {
        number->number = NUMBER_PERCENT;
    } else if (token_has(unit, WORD(RATE))) {
        number->number = NUMBER_RATE;
    } else if (token_has(unit, WORD(UNIT)) && token_has(unit, WORD(SIZE))) {
        number->number = NUMBER_BYTES;
    } else if (token_has(unit, WORD(TIME)) && !token_is(unit, "time") &&
               !token_is(unit, "release cycle") && !(number->value > 1 && is_event(unit))) {
        number->number = token_is(unit, "times") ? NUMBER_TIMES : NUMBER_DURATION;
        number->value *= seconds_of(unit->lower);
    } else {
        return false;
    }
    return true;
}

static void spell_out(Token *token)
{
    if (token->kind == TOKEN_WORD && token_has(token, WORD(NUMBER))) {
        token->kind = TOKEN_NUMBER;
        token->is_spelled = true;
        token->value = spelled_value(token->lower);
    }
}

/* Takes the magnitude and the unit that follow `token`; returns how many tokens they are. */
static size_t take_followers(Token *token, const Token *next, const Token *end)
{
    size_t taken = 0;
    double factor;
    while (next + taken < end && next[taken].kind != TOKEN_MARK &&
           (factor = magnitude_of(&next[taken])) > 0 && taken < 2) {
        token->value *= factor;
        token->end = next[taken].end;
        taken++;
    }
    if (next + taken < end && next[taken].kind == TOKEN_WORD && token->number == NUMBER_COUNT &&
        take_unit(token, &next[taken])) {
        token->is_compound = next[taken].is_joined;
        token->end = next[taken].end;
        taken++;
    }
    return taken;
}

void numbers_settle(Tokens *tokens)
{
    size_t kept = 0;
    const Token *end = tokens->items + tokens->count;
    for (size_t i = 0; i < tokens->count; i++) {
        Token *token = &tokens->items[i];
        spell_out(token);
        size_t taken = 0;
        if (token->kind == TOKEN_NUMBER) {
            token->tags |= WORD(NUMBER);
            taken = take_followers(token, token + 1, end);
        }
        tokens->items[kept++] = *token;
        i += taken;
    }
    tokens->count = kept;
}
