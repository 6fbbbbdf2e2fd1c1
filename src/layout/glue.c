/* What a line's end may not part. */
#include "layout/block.h"

/* Units as people write them apart from their number; a multiplier is one, too. */
static const char *const units[] = {
    "%",      "‰",       "ms",     "s",       "min",     "mins",    "h",        "hrs",      "µs",
    "ns",     "B",       "kB",     "KB",      "MB",      "GB",      "TB",       "PB",       "KiB",
    "MiB",    "GiB",     "TiB",    "kbit",    "Mbit",    "Gbit",    "Gbit/s",   "Mbit/s",   "Hz",
    "kHz",    "MHz",     "GHz",    "rps",     "RPS",     "QPS",     "req/s",    "requests", "k",
    "K",      "m",       "M",      "bn",      "million", "billion", "thousand", "x",        "€",
    "EUR",    "USD",     "GBP",    "dB",      "km",      "kg",      "kW",       "kWh",      "GWh",
    "second", "seconds", "minute", "minutes", "hour",    "hours",   "day",      "days",     "week",
    "weeks",  "month",   "months", "year",    "years",   "a.m.",    "p.m.",     "am",       "pm",
};

static bool is_blank_at(StrView text, size_t at)
{
    return text.data[at] == ' ' || text.data[at] == '\n';
}

/* The word that ends before the blanks that end at `at`. */
static StrView word_before(StrView text, size_t at)
{
    size_t end = at;
    while (end > 0 && is_blank_at(text, end - 1)) {
        end--;
    }
    size_t start = end;
    while (start > 0 && !is_blank_at(text, start - 1)) {
        start--;
    }
    return view_slice(text, start, end);
}

static StrView word_after(StrView text, size_t at)
{
    size_t end = at;
    while (end < text.length && !is_blank_at(text, end)) {
        end++;
    }
    return view_slice(text, at, end);
}

/* "7", "1,000", "99.96", "£1.2", "40–60", "<50". */
static bool is_number(StrView word)
{
    bool has_digit = false;
    for (size_t i = 0; i < word.length; i++) {
        char byte = word.data[i];
        bool is_letter = (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
        has_digit = has_digit || (byte >= '0' && byte <= '9');
        if (is_letter) {
            return false;
        }
    }
    return has_digit;
}

/* Without the mark of a sentence that may stand behind it. */
static StrView bare_word(StrView word)
{
    static const char marks[] = ".,;:)";
    for (size_t i = 0; marks[i] && word.length > 1; i++) {
        if (word.data[word.length - 1] == marks[i]) {
            return view_slice(word, 0, word.length - 1);
        }
    }
    return word;
}

static bool is_unit(StrView word)
{
    StrView bare = bare_word(word);
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (view_is(word, units[i]) || view_is(bare, units[i])) {
            return true;
        }
    }
    return false;
}

static bool is_dash(StrView word)
{
    return view_is(word, "–") || view_is(word, "—");
}

bool glue_holds(StrView text, size_t at)
{
    StrView after = word_after(text, at);
    return is_dash(after) || (is_unit(after) && is_number(word_before(text, at)));
}
