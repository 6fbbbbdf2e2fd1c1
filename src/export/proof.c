#include "bulletproof/export/proof.h"

#include <string.h>

#include "bulletproof/base/utf8.h"
#include "bulletproof/text/fold.h"

/* Rounding of widths. */
static const double tolerance_points = 0.1;

static bool is_blank(uint32_t code_point)
{
    return code_point == ' ' || code_point == '\n' || code_point == 0xA0;
}

/* Appends the text with one blank for any number of blanks. */
static void add_squeezed(StrBuf *out, StrView text)
{
    for (size_t at = 0, bytes; at < text.length; at += bytes) {
        if (!is_blank(utf8_decode(text, at, &bytes))) {
            strbuf_add_bytes(out, text.data + at, bytes);
        } else if (out->length > 0 && out->data[out->length - 1] != ' ') {
            strbuf_add_char(out, ' ');
        }
    }
}

/* The page as a program reads it that knows nothing of lines. */
static void read_page(StrBuf *out, const LayoutPage *page)
{
    for (size_t i = 0; i < page->line_count; i++) {
        const LayoutLine *line = &page->lines[i];
        for (size_t run = 0; run < line->run_count; run++) {
            if (run > 0 && !line->runs[run].is_joined) {
                add_squeezed(out, view_of(" "));
            }
            add_squeezed(out, view_of(line->runs[run].text));
        }
        if (!line->is_cut) {
            add_squeezed(out, view_of(" "));
        }
    }
}

static bool is_within(const Layout *layout, const LayoutPage *page, const Theme *theme)
{
    double right = layout->page_width - theme->margin_x + tolerance_points;
    double bottom = layout->page_height - theme->margin_y + tolerance_points;
    for (size_t i = 0; i < page->line_count; i++) {
        const LayoutLine *line = &page->lines[i];
        for (size_t run = 0; run < line->run_count; run++) {
            double end = line->runs[run].x + line->runs[run].width - line->runs[run].tracking;
            if (line->runs[run].x < theme->margin_x - tolerance_points || end > right) {
                return false;
            }
        }
        if (line->baseline < theme->margin_y || line->baseline > bottom) {
            return false;
        }
    }
    return true;
}

/* Fields that stand on the page in another form, or on purpose not at all. */
static bool is_printed_as_written(const Node *node, FieldId field)
{
    switch (field) {
    case FIELD_IMAGE:
    case FIELD_SCHEMA:
    case FIELD_URL:
    case FIELD_START_DATE:
    case FIELD_END_DATE:
    case FIELD_DATE:
    case FIELD_RELEASE_DATE:
    case FIELD_HIDDEN:
    case FIELD_OFF_PAGE:
        return false;
    case FIELD_NETWORK:
    case FIELD_USERNAME:
        return !node_has(node, FIELD_URL); /* the address tells them */
    default:
        return true;
    }
}

static bool is_kept_off_the_page(const Node *node)
{
    const Node *bullet = node_above(node, NODE_BULLET);
    return node_above(node, NODE_META) || node_above(node, NODE_MARKS) ||
           (bullet && node != bullet) || node_is_hidden(node);
}

static bool is_on_page(const StrBuf *page, StrView text, StrBuf *scratch)
{
    strbuf_clear(scratch);
    add_squeezed(scratch, view_trim(text));
    return strstr(strbuf_text(page), strbuf_text(scratch)) != NULL;
}

static void find_lost(const Node *node, const StrBuf *page, StrBuf *scratch, Proof *proof)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    for (size_t i = 0; i < count; i++) {
        FieldId field = fields[i].field;
        if (!node_has(node, field) || !is_printed_as_written(node, field) ||
            is_on_page(page, node_view(node, field), scratch)) {
            continue;
        }
        if (proof->lost_count++ == 0) {
            proof->faults[PROOF_TEXT_IS_LOST] = true;
            proof->node = node;
            proof->field = field;
        }
    }
}

/* As simple parsers look for it: a word with an at sign and a point behind that. */
static bool has_address(StrView page)
{
    size_t at = view_find(page, '@');
    StrView rest = view_slice(page, at, page.length);
    size_t point = view_find(rest, '.');
    return point < view_find(rest, ' ');
}

Proof proof_read(const LayoutInput *input, const Layout *layout)
{
    Proof proof = {.field = FIELD_COUNT};
    StrBuf text = {0}, scratch = {0};
    for (size_t i = 0; i < layout->page_count; i++) {
        read_page(&text, &layout->pages[i]);
        if (!is_within(layout, &layout->pages[i], input->theme)) {
            proof.faults[PROOF_IS_OFF_MARGINS] = true;
        }
        bool wants_address = i == 0 && node_has(node_part(input->root, NODE_BASICS), FIELD_EMAIL);
        if (wants_address && !has_address(strbuf_view(&text))) {
            proof.faults[PROOF_NO_CONTACT] = true;
        }
    }
    for (const Node *node = input->root; node; node = node_next(node, input->root)) {
        if (!is_kept_off_the_page(node)) {
            find_lost(node, &text, &scratch, &proof);
        }
    }
    strbuf_done(&text);
    strbuf_done(&scratch);
    return proof;
}

bool proof_is_good(const Proof *proof)
{
    for (size_t i = 0; i < PROOF_FAULT_COUNT; i++) {
        if (proof->faults[i]) {
            return false;
        }
    }
    return true;
}

static void add_sentence(StrBuf *out, const char *sentence)
{
    strbuf_addf(out, "%s%s", out->length > 0 ? ". " : "", sentence);
}

void proof_describe(StrBuf *out, const Proof *proof)
{
    static const char *const messages[PROOF_FAULT_COUNT] = {
        [PROOF_TEXT_IS_LOST] = "A text of the resume is not on the page, please report this: ",
        [PROOF_IS_OFF_MARGINS] = "Something stands outside the margins: shorten it",
        [PROOF_NO_CONTACT] = "Programs may not find the e-mail address: write it as name@host.org",
    };
    for (size_t i = 0; i < PROOF_FAULT_COUNT; i++) {
        if (proof->faults[i]) {
            add_sentence(out, messages[i]);
        }
        if (proof->faults[i] && i == PROOF_TEXT_IS_LOST) {
            node_add_path(out, proof->node);
            strbuf_addf(out, ".%s", field_key(proof->field));
        }
    }
}

/* --- Headings ------------------------------------------------------------------ */

/* Words by which open parsers know a section. */
static const struct {
    NodeKind kind;
    const char *words[3];
} known_headings[] = {
    {NODE_BASICS, {"Summary", "Objective", NULL}},
    {NODE_SKILLS, {"Skills", "Skill", NULL}},
    {NODE_WORKS, {"Experience", "Employment", NULL}},
    {NODE_PROJECTS, {"Projects", "Project", NULL}},
    {NODE_EDUCATIONS, {"Education", NULL, NULL}},
};

static bool is_known_heading(const ThemeSection *section, const char *const *words)
{
    size_t start, end;
    for (size_t i = 0; words[i]; i++) {
        if (text_find_folded(view_of(section->heading), view_of(words[i]), 0, &start, &end)) {
            return true;
        }
    }
    return false;
}

static void advise(StrBuf *out, const ThemeSection *section)
{
    for (size_t i = 0; i < sizeof(known_headings) / sizeof(known_headings[0]); i++) {
        const char *const *words = known_headings[i].words;
        if (known_headings[i].kind == section->kind && !is_known_heading(section, words)) {
            add_sentence(out, "Parsers that look for \"");
            strbuf_addf(out, "%s\" may miss the heading \"%s\" of the theme", words[0],
                        section->heading);
        }
    }
}

void proof_add_heading_advice(StrBuf *out, const Theme *theme)
{
    for (size_t i = 0; i < theme->section_count; i++) {
        advise(out, &theme->sections[i]);
    }
}
