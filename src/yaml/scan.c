#include "yaml/scan.h"

#include <string.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/yaml/tree.h"

bool scan_has_bom(StrView text)
{
    return view_starts_with(text, "\xEF\xBB\xBF");
}

size_t scan_skip_blanks(StrView text)
{
    size_t at = scan_has_bom(text) ? BOM_BYTES : 0;
    while (at < text.length && memchr(" \t\r\n", text.data[at], 4)) {
        at++;
    }
    return at;
}

/* Source: YAML 1.2, section 5.1, less what JSON demands. */
static bool is_refused(uint32_t code_point, bool is_json)
{
    if (code_point < 0x20) {
        return code_point != '\t' && code_point != '\n' && code_point != '\r';
    }
    if (is_json) {
        return false;
    }
    return code_point == 0x7F || (code_point > 0x7F && code_point < 0xA0 && code_point != 0x85) ||
           code_point == 0xFEFF || code_point == 0xFFFE || code_point == 0xFFFF;
}

static bool is_broken(StrView text, size_t at, uint32_t code_point, size_t bytes)
{
    return code_point == UTF8_REPLACEMENT && bytes == 1 && (unsigned char)text.data[at] >= 0x80;
}

bool scan_text(StrView text, bool is_json, Diag *diag)
{
    if (text.length > YAML_MAX_BYTES) {
        return diag_fail(diag, DIAG_LIMIT, "larger than 1 MiB: no resume needs that much");
    }
    if (view_starts_with(text, "\xFF\xFE") || view_starts_with(text, "\xFE\xFF")) {
        return diag_fail_at(diag, DIAG_SYNTAX, (DiagPlace){1, 1},
                            "this is UTF-16: save the file as UTF-8");
    }
    size_t bytes;
    for (size_t at = scan_has_bom(text) ? BOM_BYTES : 0; at < text.length; at += bytes) {
        uint32_t code_point = utf8_decode(text, at, &bytes);
        if (is_broken(text, at, code_point, bytes)) {
            return diag_fail_at(diag, DIAG_SYNTAX, yaml_place(text, at),
                                "byte 0x%02X is not UTF-8: save the file as UTF-8",
                                (unsigned)(unsigned char)text.data[at]);
        }
        if (is_refused(code_point, is_json)) {
            return diag_fail_at(diag, DIAG_SYNTAX, yaml_place(text, at),
                                "control character U+%04X: delete it", (unsigned)code_point);
        }
    }
    return true;
}
