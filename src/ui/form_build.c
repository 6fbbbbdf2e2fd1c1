#include "ui/form_build.h"

#include "bulletproof/model/level.h"
#include "bulletproof/model/theme.h"
#include "bulletproof/text/grapheme.h"
#include "ui/entry_lines.h"
#include "ui/section.h"

enum {
    LABEL_COLUMNS = 18,      /* "Job description" and blanks */
    NARROW_COLUMNS = 36,     /* below this a label stands above its field */
    FLOW_LABEL_COLUMNS = 24, /* at most this much for the name of a group */
    COLUMNS_BETWEEN = 2,
    ALL_FIELDS = FIELD_COUNT,
};

static int label_columns(const Pen *pen)
{
    return pen->form->view.columns < NARROW_COLUMNS ? 0 : LABEL_COLUMNS;
}

static void put_label(Pen *pen, const char *label)
{
    int columns = label_columns(pen);
    Band band = columns ? (Band){0, columns - 1} : pen_full(pen);
    pen_put(pen, band, ROLE_LABEL, view_of(label));
    pen->row += columns ? 0 : 1;
}

/* What an empty field stands for. */
static const char *stands_for(const FieldInfo *info)
{
    bool is_setting = info->kind == NODE_SETTINGS;
    bool is_level = is_setting && info->field == FIELD_LEVEL;
    bool is_theme = is_setting && info->field == FIELD_THEME;
    return info->field == FIELD_END_DATE ? "now"
           : is_level                    ? level_name(LEVEL_MID)
           : is_theme                    ? THEME_STANDARD
           : info->field == FIELD_PAGES  ? "as many as it takes"
                                         : "";
}

static void add_field(Pen *pen, const Node *node, const FieldInfo *info)
{
    int left = label_columns(pen);
    Band band = {left, pen->form->view.columns - left};
    int spot = pen_add_spot(pen, node_id(node), info->field);
    put_label(pen, info->label);
    if (!node_has(node, info->field)) {
        pen_put(pen, band, ROLE_DIM, view_of(stands_for(info)));
    }
    pen_wrap_spot(pen, band, ROLE_TEXT, spot, node_view(node, info->field));
}

/* The fields [first, last) of its kind. */
static void add_fields(Pen *pen, const Node *node, size_t first, size_t last)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(node), &count);
    for (size_t i = first; i < count && i < last; i++) {
        bool has_section = fields[i].kind == NODE_BASICS && fields[i].field == FIELD_SUMMARY;
        bool is_quiet = fields[i].field == FIELD_OFF_PAGE && !node_has(node, FIELD_OFF_PAGE);
        if (!has_section && !is_quiet) {
            add_field(pen, node, &fields[i]);
        }
    }
}

/* --- an entry while nobody writes in its fields ----------------------------- */

static void add_dates(Pen *pen, const Node *entry, int *columns_left)
{
    StrBuf dates = {0};
    entry_add_dates(&dates, entry);
    int columns = text_columns(strbuf_view(&dates));
    if (columns > 0 && columns * 2 < pen->form->view.columns) {
        const char *kept = arena_copy(&pen->form->arena, strbuf_view(&dates));
        Band band = {pen->form->view.columns - columns, columns};
        pen_put(pen, band, ROLE_DIM, view_of(kept));
        *columns_left -= columns + COLUMNS_BETWEEN;
    }
    strbuf_done(&dates);
}

/* An untitled entry shows in parentheses what belongs there. */
static void add_title(Pen *pen, const Node *entry, FieldId field, Band band)
{
    int spot = form_find_spot(pen->form, node_id(entry), field);
    if (!node_has(entry, field)) {
        const char *label = kind_field(node_kind(entry), field)->label;
        pen_put(pen, band, ROLE_DIM, view_of(arena_format(&pen->form->arena, "(%s)", label)));
    }
    pen_put_spot(pen, band, ROLE_HEADING, spot, node_view(entry, field));
}

static void add_subtitles(Pen *pen, const Node *entry, const EntryLines *lines)
{
    int column = 0, end = pen->form->view.columns;
    for (int i = 0; i < ENTRY_SUBTITLES; i++) {
        FieldId field = lines->subtitles[i];
        if (field == FIELD_COUNT || !node_has(entry, field) || column >= end) {
            continue;
        }
        if (column > 0) {
            pen_put(pen, (Band){column - COLUMNS_BETWEEN, 1}, ROLE_TEXT, view_of(","));
        }
        StrView text = node_view(entry, field);
        int spot = form_find_spot(pen->form, node_id(entry), field);
        pen_put_spot(pen, (Band){column, end - column}, ROLE_TEXT, spot, text);
        column += text_columns(text) + COLUMNS_BETWEEN;
    }
    pen->row += column > 0 ? 1 : 0;
}

static void add_prose(Pen *pen, const Node *entry, FieldId field)
{
    if (field != FIELD_COUNT && node_has(entry, field)) {
        int spot = form_find_spot(pen->form, node_id(entry), field);
        pen_wrap_spot(pen, pen_full(pen), ROLE_TEXT, spot, node_view(entry, field));
    }
}

static void add_spots(Pen *pen, const Node *entry)
{
    size_t count;
    const FieldInfo *fields = kind_fields(node_kind(entry), &count);
    for (size_t i = 0; i < count; i++) {
        pen_add_spot(pen, node_id(entry), fields[i].field);
    }
}

static void add_folded(Pen *pen, const Node *entry)
{
    const EntryLines *lines = entry_lines(node_kind(entry));
    int columns = pen->form->view.columns;
    add_spots(pen, entry);
    add_dates(pen, entry, &columns);
    add_title(pen, entry, lines->title, (Band){0, columns});
    pen->row++;
    add_subtitles(pen, entry, lines);
    add_prose(pen, entry, lines->prose);
}

/* --- an entry and what is in it --------------------------------------------- */

static void add_string_list(Pen *pen, const Node *list)
{
    const Node *entry = node_parent(list);
    bool is_quiet = node_kind(list) == NODE_MARKS; /* until it has something */
    bool is_wanted = node_count(list) > 0 || (pen_is_in_hand(pen, node_id(entry)) && !is_quiet);
    if (node_kind(list) == NODE_HIGHLIGHTS) {
        pen_gap(pen);
        form_add_bullets(pen, list);
    } else if (is_wanted) {
        put_label(pen, kind_info(node_kind(list))->label);
        form_add_flow(pen, list, label_columns(pen));
    }
}

static void add_entries(Pen *pen, const Node *list);

static void add_child(Pen *pen, const Node *child)
{
    const KindInfo *info = kind_info(node_kind(child));
    if (info->shape == SHAPE_MAPPING) {
        add_fields(pen, child, 0, ALL_FIELDS);
    } else if (kind_info(info->item)->shape == SHAPE_TEXT) {
        add_string_list(pen, child);
    } else {
        pen_gap(pen);
        pen_put(pen, pen_full(pen), ROLE_LABEL, view_of(info->label));
        pen->row++;
        add_entries(pen, child);
    }
}

static void add_children(Pen *pen, const Node *node)
{
    for (size_t i = 0; i < node_count(node); i++) {
        add_child(pen, node_child(node, i));
    }
}

/* The name of a group, its items beside it. */
static void add_group(Pen *pen, const Node *entry)
{
    const EntryLines *lines = entry_lines(node_kind(entry));
    int name_columns = pen->name_columns;
    bool is_narrow = pen->form->view.columns < NARROW_COLUMNS;
    add_spots(pen, entry);
    add_title(pen, entry, lines->title, (Band){0, is_narrow ? name_columns * 2 : name_columns});
    pen->row += is_narrow ? 1 : 0;
    form_add_flow(pen, node_part(entry, NODE_KEYWORDS),
                  is_narrow ? COLUMNS_BETWEEN : name_columns + COLUMNS_BETWEEN);
}

static int widest_name(const Pen *pen, const Node *list)
{
    int limit = pen->form->view.columns / 3;
    limit = limit < FLOW_LABEL_COLUMNS ? limit : FLOW_LABEL_COLUMNS;
    int widest = limit / 2;
    for (size_t i = 0; i < node_count(list); i++) {
        int columns = text_columns(node_view(node_child(list, i), FIELD_NAME));
        widest = columns > widest ? columns : widest;
    }
    return widest < limit ? widest : limit;
}

/* Items are what one writes next to the name of a group; what else it has comes behind them. */
static void add_open(Pen *pen, const Node *entry)
{
    bool is_group = entry_is_flow(node_kind(entry));
    size_t before = is_group ? 1 : ALL_FIELDS;
    pen_gap(pen);
    add_fields(pen, entry, 0, before);
    add_children(pen, entry);
    add_fields(pen, entry, before, ALL_FIELDS);
    if (is_group) {
        pen_gap(pen);
    }
}

static void add_entry(Pen *pen, const Node *entry)
{
    if (pen->form->view.node == node_id(entry)) {
        add_open(pen, entry);
    } else if (entry_is_flow(node_kind(entry))) {
        add_group(pen, entry);
    } else {
        pen_gap(pen);
        add_folded(pen, entry);
        add_children(pen, entry);
    }
}

static void add_entries(Pen *pen, const Node *list)
{
    pen->name_columns =
        entry_is_flow(kind_info(node_kind(list))->item) ? widest_name(pen, list) : 0;
    for (size_t i = 0; i < node_count(list); i++) {
        add_entry(pen, node_child(list, i));
    }
    pen_gap(pen);
    form_add_list_end(pen, list, 0);
}

/* --- sections ---------------------------------------------------------------- */

static void add_summary(Pen *pen, const Node *basics)
{
    const FormView *view = &pen->form->view;
    int spot = pen_add_spot(pen, node_id(basics), FIELD_SUMMARY);
    pen_wrap_spot(pen, pen_full(pen), ROLE_TEXT, spot, node_view(basics, FIELD_SUMMARY));
    /* the meter alone fills a row: its names are words */
    for (int i = 0; view->feedback_rows > 0 && i < view->feedback_rows + 1; i++) {
        pen_reserve(pen, pen_full(pen), PIECE_FEEDBACK, node_id(basics));
        pen->row++;
    }
}

/* What the walkthrough keeps for itself is not for editing. */
static void add_settings(Pen *pen, const Node *meta)
{
    const Node *settings = node_part(meta, NODE_SETTINGS);
    add_child(pen, settings);
    for (size_t i = 0; i < node_count(settings); i++) {
        if (node_kind(node_child(settings, i)) != NODE_WALKTHROUGH) {
            add_child(pen, node_child(settings, i));
        }
    }
    pen_gap(pen);
    add_fields(pen, meta, 0, ALL_FIELDS);
    add_fields(pen, node_parent(meta), 0, ALL_FIELDS);
}

void form_build(Form *form)
{
    Pen pen = {.form = form};
    Section section = section_at(form->view.section);
    const Node *node = section_node(&section, document_root(form->view.document));
    switch (section.shape) {
    case SECTION_CONTACT:
        add_fields(&pen, node, 0, ALL_FIELDS);
        add_children(&pen, node);
        break;
    case SECTION_SUMMARY:
        add_summary(&pen, node);
        break;
    case SECTION_LIST:
        add_entries(&pen, node);
        break;
    case SECTION_SETTINGS:
        add_settings(&pen, node);
        break;
    }
}
