#include "bulletproof/text/ascii.h"

#include <stdbool.h>
#include <stddef.h>
#include <unictype.h>
#include <uninorm.h>

#include "bulletproof/base/utf8.h"

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
    {0x2026, 0x2026, '~'},                         /* … */
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
    {0x2589, 0x258B, '|'},  {0x258C, 0x258C, '#'}, /* ▌ is no line between columns */
    {0x258D, 0x2590, '|'},  {0x2591, 0x2591, '.'}, {0x2592, 0x2593, '#'}, /* ░ ▒ ▓ */
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

/* --- Whole texts ----------------------------------------------------------- */

/* What takes more than one letter. */
static const struct {
    uint32_t code_point;
    const char *words;
} spellings[] = {
    {0x00A9, "(c)"}, {0x00AE, "(R)"}, {0x00C6, "AE"},  {0x00D0, "D"},        {0x00DE, "Th"},
    {0x00DF, "ss"},  {0x00E6, "ae"},  {0x00F0, "d"},   {0x00FE, "th"},       {0x00A2, "ct"},
    {0x00A3, "GBP"}, {0x00A5, "JPY"}, {0x00AB, "<<"},  {0x00B1, "+/-"},      {0x00BB, ">>"},
    {0x00F7, "/"},   {0x0152, "OE"},  {0x0153, "oe"},  {0x1E9E, "SS"},       {0x2030, "per mille"},
    {0x2044, "/"},   {0x20AC, "EUR"}, {0x20B9, "INR"}, {0x20BD, "RUB"},      {0x20BF, "BTC"},
    {0x2190, "<-"},  {0x2192, "->"},  {0x2194, "<->"}, {0x21D2, "=>"},       {0x2248, "~"},
    {0x2260, "!="},  {0x2264, "<="},  {0x2265, ">="},  {0x221E, "infinity"},
};

static const char *spelling_of(uint32_t code_point)
{
    for (size_t i = 0; i < sizeof(spellings) / sizeof(spellings[0]); i++) {
        if (spellings[i].code_point == code_point) {
            return spellings[i].words;
        }
    }
    return NULL;
}

/* Marks over letters, and what only steers how others are shown. */
static bool is_unseen(uint32_t code_point)
{
    return code_point == 0x00AD ||
           uc_is_general_category_withtable(code_point, UC_CATEGORY_MASK_M | UC_CATEGORY_MASK_Cf);
}

/* The parts of what is made of others for its look: ½, ™, ＡＢ, …; 0 where it is not. */
static int parts_of(uint32_t code_point, ucs4_t *parts)
{
    int tag;
    int count = uc_decomposition(code_point, &tag, parts);
    return count > 0 && tag != UC_DECOMP_CANONICAL ? count : 0;
}

static size_t add_character(StrBuf *out, uint32_t code_point);

static size_t add_parts(StrBuf *out, const ucs4_t *parts, int count)
{
    size_t lost = 0;
    for (int i = 0; i < count; i++) {
        lost += add_character(out, parts[i]);
    }
    return lost;
}

static size_t add_character(StrBuf *out, uint32_t code_point)
{
    ucs4_t parts[UC_DECOMPOSITION_MAX_LENGTH];
    const char *words = spelling_of(code_point);
    int count = code_point > 0x7F && !words ? parts_of(code_point, parts) : 0;
    if (words) {
        strbuf_add(out, words);
    } else if (code_point <= 0x7E) {
        strbuf_add_char(out, (char)code_point);
    } else if (count > 0) {
        return add_parts(out, parts, count);
    } else if (!is_unseen(code_point)) {
        char stand_in = (char)ascii_for(code_point);
        strbuf_add_char(out, stand_in);
        return stand_in == '?';
    }
    return 0;
}

size_t ascii_add(StrBuf *out, StrView text)
{
    size_t lost = 0;
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        lost += add_character(out, utf8_decode(text, at, &bytes));
    }
    return lost;
}
