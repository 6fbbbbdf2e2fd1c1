#include "strict_json.h"

#include <ctype.h>
#include <stddef.h>
#include <string.h>

/* Each takes what it is about off the front; NULL when it is not there. */
static const char *take_value(const char *at);

static const char *skip_blanks(const char *at)
{
    return at ? at + strspn(at, " \t\r\n") : NULL;
}

static const char *take_char(const char *at, char wanted)
{
    return at && *at == wanted ? at + 1 : NULL;
}

static const char *take_escape(const char *at)
{
    if (*at != 'u') {
        return *at && strchr("\"\\/bfnrt", *at) ? at + 1 : NULL;
    }
    for (int i = 1; i <= 4; i++) {
        if (!isxdigit((unsigned char)at[i])) {
            return NULL;
        }
    }
    return at + 5;
}

static const char *take_string(const char *at)
{
    at = take_char(at, '"');
    while (at && *at != '"') {
        if ((unsigned char)*at < 0x20) {
            return NULL;
        }
        at = *at == '\\' ? take_escape(at + 1) : at + 1;
    }
    return at ? at + 1 : NULL;
}

static const char *take_digits(const char *at)
{
    size_t count = at ? strspn(at, "0123456789") : 0;
    return count > 0 ? at + count : NULL;
}

static const char *take_number(const char *at)
{
    at += *at == '-';
    at = *at == '0' ? at + 1 : take_digits(at);
    if (at && *at == '.') {
        at = take_digits(at + 1);
    }
    if (at && (*at == 'e' || *at == 'E')) {
        at += at[1] == '+' || at[1] == '-' ? 2 : 1;
        at = take_digits(at);
    }
    return at;
}

static const char *take_word(const char *at)
{
    static const char *const words[] = {"true", "false", "null"};
    for (size_t i = 0; i < 3; i++) {
        if (strncmp(at, words[i], strlen(words[i])) == 0) {
            return at + strlen(words[i]);
        }
    }
    return NULL;
}

static const char *take_item(const char *at, bool is_object)
{
    if (is_object) {
        at = skip_blanks(take_string(skip_blanks(at)));
        at = take_char(at, ':');
    }
    return at ? skip_blanks(take_value(skip_blanks(at))) : NULL;
}

static const char *take_collection(const char *at, bool is_object)
{
    char closing = is_object ? '}' : ']';
    at = skip_blanks(at + 1);
    if (*at == closing) {
        return at + 1;
    }
    at = take_item(at, is_object);
    while (at && *at == ',') {
        at = take_item(at + 1, is_object);
    }
    return take_char(at, closing);
}

static const char *take_value(const char *at)
{
    switch (*at) {
    case '{':
    case '[':
        return take_collection(at, *at == '{');
    case '"':
        return take_string(at);
    case 't':
    case 'f':
    case 'n':
        return take_word(at);
    default:
        return take_number(at);
    }
}

bool json_is_strict(const char *text)
{
    const char *end = skip_blanks(take_value(skip_blanks(text)));
    return end && *end == '\0';
}
