#include "text/unit.h"

/* clang-format off */
static const char *const units[] = {
    "%", "‰", "°C", "×", "x",
    "ns", "µs", "μs", "us", "ms", "s", "sec", "min", "mins", "h", "hrs",
    "B", "kB", "KB", "MB", "GB", "TB", "PB", "KiB", "MiB", "GiB", "TiB", "PiB", "bit", "bits",
    "kbit", "Mbit", "Gbit", "kbps", "Mbps", "Gbps", "k", "K", "m", "M", "bn",
    "thousand", "million", "billion", "trillion",
    "Hz", "kHz", "MHz", "GHz", "W", "kW", "MW", "kWh", "MWh", "km", "cm", "mm", "kg",
    "rps", "RPS", "qps", "QPS", "tps", "TPS", "rpm", "req", "ops", "IOPS", "vCPU", "vCPUs",
    "pp", "am", "pm", "a.m.", "p.m.",
};
/* clang-format on */

static bool is_digit(char byte)
{
    return byte >= '0' && byte <= '9';
}

/* A unit stands alone or before "/s", a comma, a bracket; not at the head of a longer word. */
static bool ends_a_unit(char byte)
{
    return !is_digit(byte) && !(byte >= 'A' && byte <= 'Z') && !(byte >= 'a' && byte <= 'z') &&
           (unsigned char)byte < 0x80 && byte != '-' && byte != '\'';
}

bool unit_follows_number(StrView text, size_t at)
{
    if (at < 2 || !is_digit(text.data[at - 2]) || text.data[at - 1] != ' ') {
        return false;
    }
    StrView rest = view_slice(text, at, text.length);
    for (size_t i = 0; i < sizeof(units) / sizeof(units[0]); i++) {
        if (rest.length == 0 || units[i][0] != rest.data[0]) {
            continue; /* asked at every blank of every line */
        }
        size_t length = view_of(units[i]).length;
        if (view_starts_with(rest, units[i]) &&
            (length == rest.length || ends_a_unit(rest.data[length]))) {
            return true;
        }
    }
    return false;
}
