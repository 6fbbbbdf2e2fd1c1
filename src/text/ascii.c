#include "term/ascii.h"

#include <stddef.h>
#include <uninorm.h>

static const struct {
    uint32_t first, last;
    char stand_in;
} stand_ins[] = {
    {0x00A0, 0x00A0, ' '},  {0x00AB, 0x00AB, '<'}, /* « */
    {0x00AD, 0x00AD, '-'},  {0x00B0, 0x00B0, 'o'}, /* ° */
    {0x00B5, 0x00B5, 'u'},                         /* µ */
    {0x00B7, 0x00B7, '.'},                         /* · */
    {0x00BB, 0x00BB, '>'},                         /* » */
    {0x00D7, 0x00D7, 'x'},                         /* × */
    {0x00D8, 0x00D8, 'O'},  {0x00DF, 0x00DF, 's'}, /* Ø ß */
    {0x00F8, 0x00F8, 'o'},                         /* ø */
    {0x0110, 0x0110, 'D'},  {0x0111, 0x0111, 'd'}, /* Đ đ */
    {0x0131, 0x0131, 'i'},                         /* ı */
    {0x0141, 0x0141, 'L'},  {0x0142, 0x0142, 'l'}, /* Ł ł */
    {0x2002, 0x200A, ' '},                         /* blanks of other widths */
    {0x2010, 0x2015, '-'},                         /* hyphens and dashes */
    {0x2018, 0x201B, '\''}, {0x201C, 0x201F, '"'}, /* quotes */
    {0x2022, 0x2023, '*'},                         /* • ‣ */
    {0x2026, 0x2026, '.'},                         /* … */
    {0x202F, 0x202F, ' '},  {0x2039, 0x2039, '<'}, /* ‹ */
    {0x203A, 0x203A, '>'},  {0x20AC, 0x20AC, 'E'}, /* › € */
    {0x2190, 0x2190, '<'},  {0x2191, 0x2191, '^'}, /* ← ↑ */
    {0x2192, 0x2192, '>'},  {0x2193, 0x2193, 'v'}, /* → ↓ */
    {0x21D2, 0x21D2, '>'},                         /* ⇒ */
    {0x2212, 0x2212, '-'},                         /* − */
    {0x2248, 0x2248, '~'},                         /* ≈ */
    {0x2264, 0x2264, '<'},  {0x2265, 0x2265, '>'}, /* ≤ ≥ */
    {0x2500, 0x2501, '-'},  {0x2502, 0x2503, '|'}, /* ─ │ */
    {0x2504, 0x2505, '-'},  {0x2506, 0x2507, '|'}, {0x2508, 0x2509, '-'},
    {0x250A, 0x250B, '|'},  {0x250C, 0x254B, '+'}, /* corners and crossings */
    {0x254C, 0x254D, '-'},  {0x254E, 0x254F, '|'}, {0x2550, 0x2550, '='},
    {0x2551, 0x2551, '|'},  {0x2552, 0x2570, '+'}, {0x2580, 0x2588, '#'}, /* blocks */
    {0x2589, 0x2590, '|'},                                                /* ▌ */
    {0x2591, 0x2591, '.'},  {0x2592, 0x2593, '#'},                        /* ░ ▒ ▓ */
    {0x25A0, 0x25A0, '#'},  {0x25A1, 0x25A1, 'o'},                        /* ■ □ */
    {0x25AA, 0x25AB, '*'},  {0x25B2, 0x25B5, '^'},                        /* ▪ ▲ */
    {0x25B6, 0x25B9, '>'},  {0x25BC, 0x25BF, 'v'},                        /* ▸ ▾ */
    {0x25C0, 0x25C3, '<'},  {0x25CB, 0x25CB, 'o'},                        /* ◂ ○ */
    {0x25CF, 0x25CF, '*'},  {0x25E6, 0x25E6, 'o'},                        /* ● ◦ */
    {0x2713, 0x2714, '+'},  {0x2715, 0x2718, 'x'},                        /* ✓ ✗ */
};

/* The letter under its marks: é is e. */
static uint32_t base_letter(uint32_t code_point)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    while (code_point > 0x7E && uc_canonical_decomposition(code_point, parts) > 0) {
        code_point = parts[0];
    }
    return code_point;
}

uint32_t ascii_for(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof(stand_ins) / sizeof(stand_ins[0]); i++) {
        if (code_point >= stand_ins[i].first && code_point <= stand_ins[i].last) {
            return (unsigned char)stand_ins[i].stand_in;
        }
    }
    uint32_t letter = base_letter(code_point);
    return letter <= 0x7E ? letter : '?';
}
