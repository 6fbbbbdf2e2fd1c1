/* Any bytes as a theme: refused with a reason, or read into values in their ranges. */
#include "bulletproof/model/theme.h"
#include "fuzz.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Theme theme = {0};
    Diag diag = {0};
    if (!theme_read(&theme, view_make((const char *)data, size), &diag)) {
        fuzz_expect(diag.text[0] != '\0', "no reason is given", view_of(""));
    }
    fuzz_expect(theme.size >= 1 && theme.size <= 72, "a size no page can have", view_of(""));
    fuzz_expect(theme.section_count <= THEME_MAX_SECTIONS, "too many sections", view_of(""));
    theme_done(&theme);
    return 0;
}
