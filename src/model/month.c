#include "model/month.h"

#include <stdbool.h>
#include <string.h>
#include <strings.h>

static const struct {
    const char *name;
    int days;
} months[] = {
    {"January", 31},   {"February", 28}, {"March", 31},    {"April", 30},
    {"May", 31},       {"June", 30},     {"July", 31},     {"August", 31},
    {"September", 30}, {"October", 31},  {"November", 30}, {"December", 31},
};

enum { MONTHS = sizeof(months) / sizeof(months[0]), FEBRUARY = 2, SHORTEST_NAME = 3 };

int month_of(StrView word)
{
    for (int i = 0; word.length >= SHORTEST_NAME && i < MONTHS; i++) {
        if (word.length <= strlen(months[i].name) &&
            strncasecmp(word.data, months[i].name, word.length) == 0) {
            return i + 1;
        }
    }
    return 0;
}

int month_days(int year, int month)
{
    bool is_leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return months[month - 1].days + (month == FEBRUARY && is_leap);
}
