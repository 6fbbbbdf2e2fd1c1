/* From the resume to blocks: which lines an entry of each kind has. The order of parts follows
 * what parsers of resumes look for: the title in bold, then the employer, apart from the place. */
#include <math.h>
#include <string.h>

#include "bulletproof/model/period.h"
#include "bulletproof/text/fold.h"
#include "layout/block.h"

/* Which fields of a kind stand where. FIELD_COUNT: none. */
typedef struct {
    NodeKind kind;
    FieldId title;
    FieldId beside; /* after the title, on the same line */
    FieldId below;  /* the second line */
    FieldId place;  /* at the right of the second line */
    FieldId start, end;
    bool has_open_end; /* no end means that it goes on */
} EntryForm;

#define NONE FIELD_COUNT

/* clang-format off */
static const EntryForm entry_forms[] = {
    /* kind            title              beside           below               place           from, to */
    {NODE_WORK,        FIELD_POSITION,    NONE,            FIELD_NAME,         FIELD_LOCATION, FIELD_START_DATE,   FIELD_END_DATE, true},
    {NODE_VOLUNTEER,   FIELD_POSITION,    NONE,            FIELD_ORGANIZATION, NONE,           FIELD_START_DATE,   FIELD_END_DATE, true},
    {NODE_PROJECT,     FIELD_NAME,        NONE,            FIELD_DESCRIPTION,  FIELD_ENTITY,   FIELD_START_DATE,   FIELD_END_DATE, true},
    {NODE_EDUCATION,   FIELD_INSTITUTION, NONE,            NONE,               FIELD_SCORE,    FIELD_START_DATE,   FIELD_END_DATE, true},
    {NODE_CERTIFICATE, FIELD_NAME,        FIELD_ISSUER,    NONE,               NONE,           FIELD_DATE,         NONE, false},
    {NODE_AWARD,       FIELD_TITLE,       FIELD_AWARDER,   NONE,               NONE,           FIELD_DATE,         NONE, false},
    {NODE_PUBLICATION, FIELD_NAME,        FIELD_PUBLISHER, NONE,               NONE,           FIELD_RELEASE_DATE, NONE, false},
    {NODE_REFERENCE,   FIELD_NAME,        NONE,            NONE,               NONE,           NONE,               NONE, false},
};
/* clang-format on */

static const EntryForm *form_of(NodeKind kind)
{
    for (size_t i = 0; i < sizeof(entry_forms) / sizeof(entry_forms[0]); i++) {
        if (entry_forms[i].kind == kind) {
            return &entry_forms[i];
        }
    }
    return NULL;
}

static StrView field_of(const Node *entry, FieldId field)
{
    return field == NONE ? view_of("") : view_trim(node_view(entry, field));
}

/* --- Dates ----------------------------------------------------------------- */

static ContentSpan muted_span(const Blocks *blocks, StrView text)
{
    const Theme *theme = blocks->input->theme;
    return (ContentSpan){.text = text, .size = theme->size, .color = theme->muted_color};
}

/* "Mar 2021 – Present"; without text when no date is there. */
static ContentSpan period_span(const Blocks *blocks, const EntryForm *form, const Node *entry)
{
    const Theme *theme = blocks->input->theme;
    PeriodStyle style = {theme->dates, theme->language, theme->open_end, form->has_open_end};
    StrBuf out = {0};
    PeriodEnds *ends = arena_alloc(blocks->arena, sizeof(*ends));
    *ends = period_add_ends(&out, field_of(entry, form->start), field_of(entry, form->end), &style);
    ContentSpan span = muted_span(blocks, blocks_keep(blocks, &out));
    span.dates = ends;
    return span;
}

/* --- Parts of an entry ----------------------------------------------------- */

static void add_list(ContentBlock *block, const Blocks *blocks, const Node *list)
{
    StrBuf out = {0};
    for (size_t i = 0; i < node_count(list); i++) {
        StrView item = field_of(node_child(list, i), FIELD_TEXT);
        if (item.length > 0) {
            strbuf_addf(&out, "%s%.*s", out.length > 0 ? ", " : "", VIEW_ARG(item));
        }
    }
    block_add(block, blocks, FONT_REGULAR, blocks_keep(blocks, &out));
}

/* Gives every span of the block the entry's address, where there is one. */
static void link_block(ContentBlock *block, const Node *entry)
{
    const char *url = node_text(entry, FIELD_URL);
    for (size_t i = 0; url[0] && i < block->span_count; i++) {
        block->spans[i].link = url;
    }
}

static ContentBlock *add_bullet(Blocks *blocks, NodeId node)
{
    ContentBlock *block = blocks_add(blocks, BLOCK_BULLET, node);
    block->has_label = true;
    block->indent = blocks->input->theme->bullet_indent;
    block->gap_before = blocks->input->theme->bullet_gap;
    return block;
}

static bool is_left_out(const Blocks *blocks, const Node *bullet)
{
    const LayoutInput *input = blocks->input;
    for (size_t i = 0; i < input->left_out_count; i++) {
        if (input->left_out[i] == node_id(bullet)) {
            return true;
        }
    }
    return node_is_hidden(bullet);
}

static void compose_bullets(Blocks *blocks, const Node *entry)
{
    const Node *list = node_part(entry, NODE_HIGHLIGHTS);
    for (size_t i = 0; list && i < node_count(list); i++) {
        const Node *bullet = node_child(list, i);
        StrView text = field_of(bullet, FIELD_TEXT);
        if (text.length > 0 && !is_left_out(blocks, bullet)) {
            block_add(add_bullet(blocks, node_id(bullet)), blocks, FONT_REGULAR, text);
        }
    }
}

static ContentBlock *add_paragraph(Blocks *blocks, const Node *node)
{
    ContentBlock *block = blocks_add(blocks, BLOCK_PARAGRAPH, node_id(node));
    block->gap_before = blocks->input->theme->bullet_gap;
    return block;
}

static void compose_paragraph(Blocks *blocks, const Node *entry, FieldId field)
{
    StrView text = field_of(entry, field);
    if (text.length > 0) {
        block_add(add_paragraph(blocks, entry), blocks, FONT_REGULAR, text);
    }
}

/* "Kind: library"; the word alone would say nothing. */
static void compose_labelled(Blocks *blocks, const Node *entry, FieldId field, const char *name)
{
    StrView text = field_of(entry, field);
    if (text.length > 0) {
        ContentBlock *block = add_paragraph(blocks, entry);
        block_add_muted(block, blocks, view_of(name));
        block_add(block, blocks, FONT_REGULAR, text);
    }
}

/* "Courses: a, b, c". */
static void compose_list(Blocks *blocks, const Node *entry, NodeKind kind, const char *name)
{
    const Node *list = node_part(entry, kind);
    if (list && !node_is_blank(list)) {
        ContentBlock *block = add_paragraph(blocks, entry);
        block_add_muted(block, blocks, view_of(name));
        add_list(block, blocks, list);
    }
}

/* --- Entries --------------------------------------------------------------- */

/* An entry without a title leads with its second line. */
static FieldId title_of(const EntryForm *form, const Node *entry)
{
    bool is_untitled = field_of(entry, form->title).length == 0;
    return is_untitled && form->below != NONE ? form->below : form->title;
}

/* The address belongs to the employer, where that has a line of its own, else to the title. */
static bool is_link_below(const EntryForm *form)
{
    return form->kind == NODE_WORK || form->kind == NODE_VOLUNTEER;
}

/* Nothing can stand beside a title that is not there. */
static void add_dates(const Blocks *blocks, ContentBlock *title, ContentSpan dates)
{
    if (title->span_count > 0) {
        title->right = dates;
    } else {
        block_add_span(title, blocks, dates);
    }
}

static void compose_title(Blocks *blocks, const EntryForm *form, const Node *entry, double gap)
{
    FieldId title = title_of(form, entry);
    ContentBlock *block = blocks_add(blocks, BLOCK_ENTRY, node_id(entry));
    block->gap_before = gap;
    block->keeps_next = true;
    block_add(block, blocks, FONT_BOLD, field_of(entry, title));
    StrView beside = field_of(entry, form->beside);
    if (beside.length > 0) {
        block_add(block, blocks, FONT_REGULAR, view_of(block->span_count > 0 ? ", " : ""));
        block_add(block, blocks, FONT_REGULAR, beside);
    }
    if (!is_link_below(form) || title == form->below) {
        link_block(block, entry);
    }
    if (blocks->input->theme->dates_place == DATES_RIGHT) {
        add_dates(blocks, block, period_span(blocks, form, entry));
    }
    blocks_drop_empty(blocks);
}

static void add_study(ContentBlock *block, const Blocks *blocks, const Node *entry)
{
    StrView type = field_of(entry, FIELD_STUDY_TYPE);
    StrView area = field_of(entry, FIELD_AREA);
    bool has_both = type.length > 0 && area.length > 0;
    block_add(block, blocks, FONT_REGULAR, type);
    block_add(block, blocks, FONT_REGULAR, view_of(has_both ? ", " : ""));
    block_add(block, blocks, FONT_REGULAR, area);
}

/* What stands at the right of the second line; of a project its address, where it has one. */
static ContentSpan place_of(const Blocks *blocks, const EntryForm *form, const Node *entry)
{
    ContentSpan span = muted_span(blocks, field_of(entry, form->place));
    if (form->kind == NODE_PROJECT && node_has(entry, FIELD_URL)) {
        span.text = address_shown(field_of(entry, FIELD_URL));
        span.link = node_text(entry, FIELD_URL);
    }
    return span;
}

/* The second line: the employer, or what was studied, and the place at the right. */
static void compose_below(Blocks *blocks, const EntryForm *form, const Node *entry)
{
    ContentBlock *block = blocks_add(blocks, BLOCK_DETAIL, node_id(entry));
    block->keeps_next = true;
    if (form->kind == NODE_EDUCATION) {
        add_study(block, blocks, entry);
    } else if (title_of(form, entry) == form->title) {
        FontStyle style = form->kind == NODE_PROJECT ? FONT_REGULAR : FONT_ITALIC;
        block_add(block, blocks, style, field_of(entry, form->below));
    }
    if (is_link_below(form)) {
        link_block(block, entry);
    }
    if (block->span_count > 0) {
        block->right = place_of(blocks, form, entry);
    } else {
        block_add_span(block, blocks, place_of(blocks, form, entry));
    }
    blocks_drop_empty(blocks);
}

static void compose_dates_below(Blocks *blocks, const EntryForm *form, const Node *entry)
{
    if (blocks->input->theme->dates_place == DATES_BELOW) {
        ContentBlock *block = blocks_add(blocks, BLOCK_DETAIL, node_id(entry));
        block->keeps_next = true;
        block_add_span(block, blocks, period_span(blocks, form, entry));
        blocks_drop_empty(blocks);
    }
}

static void compose_body(Blocks *blocks, const EntryForm *form, const Node *entry)
{
    if (form->below != FIELD_DESCRIPTION) {
        compose_paragraph(blocks, entry, FIELD_DESCRIPTION);
    }
    compose_paragraph(blocks, entry, FIELD_SUMMARY);
    compose_paragraph(blocks, entry, FIELD_REFERENCE);
    if (form->kind == NODE_PROJECT && node_has(entry, FIELD_URL)) {
        compose_labelled(blocks, entry, form->place, "For: ");
    }
    compose_list(blocks, entry, NODE_ROLES, "Role: ");
    compose_labelled(blocks, entry, FIELD_TYPE, "Kind: ");
    compose_bullets(blocks, entry);
    compose_list(blocks, entry, NODE_KEYWORDS, "Technologies: ");
    compose_list(blocks, entry, NODE_COURSES, "Courses: ");
}

static void compose_entry(Blocks *blocks, const Node *entry, double gap)
{
    const EntryForm *form = form_of(node_kind(entry));
    size_t start = blocks->count;
    compose_title(blocks, form, entry, gap);
    compose_below(blocks, form, entry);
    compose_dates_below(blocks, form, entry);
    size_t head_end = blocks->count;
    compose_body(blocks, form, entry);
    if (blocks->count == head_end && head_end > start) {
        blocks->blocks[head_end - 1].keeps_next = false; /* nothing of the entry follows */
    }
}

/* --- Sections without titled entries --------------------------------------- */

/* "Group: a, b, c" as one bullet: the form in which parsers find skills. */
static void compose_group(Blocks *blocks, const Node *group)
{
    StrView level = field_of(group, FIELD_LEVEL);
    const Node *keywords = node_part(group, NODE_KEYWORDS);
    ContentBlock *block = add_bullet(blocks, node_id(group));
    block_add(block, blocks, FONT_BOLD, field_of(group, FIELD_NAME));
    if (level.length > 0) {
        block_add(block, blocks, FONT_REGULAR, view_of(block->span_count > 0 ? " (" : "("));
        block_add(block, blocks, FONT_REGULAR, level);
        block_add(block, blocks, FONT_REGULAR, view_of(")"));
    }
    if (block->span_count > 0 && !node_is_blank(keywords)) {
        block_add(block, blocks, FONT_BOLD, view_of(": "));
    }
    add_list(block, blocks, keywords);
}

static bool is_shown(const Node *entry)
{
    return !node_is_blank(entry) && !node_is_hidden(entry);
}

/* "English (native), Swedish (fluent)". */
static void compose_languages(Blocks *blocks, const Node *list)
{
    StrBuf out = {0};
    for (size_t i = 0; i < node_count(list); i++) {
        StrView name = field_of(node_child(list, i), FIELD_LANGUAGE);
        StrView fluency = field_of(node_child(list, i), FIELD_FLUENCY);
        if (name.length + fluency.length == 0 || !is_shown(node_child(list, i))) {
            continue;
        }
        strbuf_addf(&out, "%s%.*s", out.length > 0 ? ", " : "", VIEW_ARG(name));
        if (fluency.length > 0) {
            strbuf_addf(&out, "%s%.*s)", name.length > 0 ? " (" : "(", VIEW_ARG(fluency));
        }
    }
    block_add(add_paragraph(blocks, list), blocks, FONT_REGULAR, blocks_keep(blocks, &out));
}

static void compose_items(Blocks *blocks, const Node *list)
{
    double gap = 0; /* the first entry stands close to its heading */
    for (size_t i = 0; i < node_count(list); i++) {
        const Node *item = node_child(list, i);
        if (!is_shown(item)) {
            continue;
        }
        if (form_of(node_kind(item))) {
            compose_entry(blocks, item, gap);
        } else {
            compose_group(blocks, item);
        }
        gap = blocks->input->theme->entry_gap;
    }
}

/* --- Sections -------------------------------------------------------------- */

static void compose_heading(Blocks *blocks, const ThemeSection *section, NodeId node)
{
    const Theme *theme = blocks->input->theme;
    StrBuf words = {0};
    if (theme->has_capital_headings) {
        text_upper(&words, view_of(section->heading));
    } else {
        strbuf_add(&words, section->heading);
    }
    ContentBlock *block = blocks_add(blocks, BLOCK_HEADING, node);
    block_add(block, blocks, FONT_BOLD, blocks_keep(blocks, &words));
    for (size_t i = 0; i < block->span_count; i++) {
        block->spans[i].size = theme->heading_size;
        block->spans[i].color = theme->heading_color;
        block->spans[i].tracking = theme->heading_tracking * theme->heading_size;
    }
    block->gap_before = theme->section_gap;
    block->keeps_next = true;
    block->has_rule = theme->rule_thickness > 0;
    blocks_drop_empty(blocks);
}

static bool shows_any(const Node *list)
{
    for (size_t i = 0; i < node_count(list); i++) {
        if (is_shown(node_child(list, i))) {
            return true;
        }
    }
    return false;
}

static void compose_section(Blocks *blocks, const ThemeSection *section)
{
    const Node *node = node_part(blocks->input->root, section->kind);
    bool is_summary = section->kind == NODE_BASICS;
    if (is_summary ? !node_has(node, FIELD_SUMMARY) : !shows_any(node)) {
        return;
    }
    compose_heading(blocks, section, node_id(node));
    size_t first = blocks->count;
    if (is_summary) {
        compose_paragraph(blocks, node, FIELD_SUMMARY);
    } else if (section->kind == NODE_LANGUAGES) {
        compose_languages(blocks, node);
    } else {
        compose_items(blocks, node);
    }
    if (blocks->count > first) {
        blocks->blocks[first].gap_before = 0; /* a heading is as far from whatever follows */
    }
}

/* An entry may have no title, or dates alone: what stands at the right then leads, and a block of
 * nothing leaves its gap to the next. */
static void settle_blocks(Blocks *blocks)
{
    double gap = 0;
    size_t kept = 0;
    for (size_t i = 0; i < blocks->count; i++) {
        ContentBlock block = blocks->blocks[i];
        block.gap_before = fmax(block.gap_before, gap);
        if (block.span_count == 0) {
            block_add_span(&block, blocks, block.right);
            block.right = (ContentSpan){.style = FONT_REGULAR};
        }
        gap = block.span_count == 0 ? block.gap_before : 0;
        if (block.span_count > 0) {
            blocks->blocks[kept++] = block;
        }
    }
    blocks->count = kept;
}

void compose_resume(Blocks *blocks)
{
    const Theme *theme = blocks->input->theme;
    compose_contact(blocks, node_part(blocks->input->root, NODE_BASICS));
    for (size_t i = 0; i < theme->section_count; i++) {
        compose_section(blocks, &theme->sections[i]);
    }
    settle_blocks(blocks);
}
