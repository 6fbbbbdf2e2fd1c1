#include "ui/page_view.h"

#include <string.h>

#include "bulletproof/text/grapheme.h"
#include "ui/finding_list.h"

static const char *title_of(bool is_map, int columns)
{
    enum { COLUMNS_FOR_SENTENCE = 32 };
    if (columns < COLUMNS_FOR_SENTENCE) {
        return is_map ? "On paper" : "To a parser";
    }
    return is_map ? "The page, as it falls on paper" : "The page, as a parser reads it";
}

static bool is_page_end(StrView row)
{
    return view_starts_with(row, "──");
}

/* --- over all panes ----------------------------------------------------------------- */

/* "1  Mentored four engineers …", a row each. */
static void add_cut(PageText *page, const Editor *editor, const Finding *finding, size_t number)
{
    enum { INDENT = 2 };
    const Node *node = document_find(editor->document, finding->node);
    StrView text = node ? node_view(node, finding->field) : view_of("");
    StrBuf row = {0};
    strbuf_addf(&row, "%2zu  %.*s", number, VIEW_ARG(text));
    size_t bytes = text_fit(strbuf_view(&row), page->columns - 1);
    if (bytes < row.length) {
        strbuf_truncate(&row, bytes);
        strbuf_add(&row, "…");
    }
    page_text_add(page, (PageStyle){.role = ROLE_TEXT, .indent = INDENT}, strbuf_view(&row));
    strbuf_done(&row);
}

/* What would have to go so that the pages are as few as they should be. */
static void add_cuts(PageText *page, const Editor *editor)
{
    size_t count = 0;
    const Finding *cuts = finding_cuts(editor, &count);
    if (count == 0) {
        return;
    }
    StrBuf title = {0};
    strbuf_addf(&title, "%s or hide them. ", editor->pages ? editor->pages : "");
    editor_add_sentence(&title, editor,
                        view_of("The weakest evidence comes first; " KEY_OF(
                            "next-finding") " goes there, " KEY_OF("hide") " hides."));
    page_text_add(page, (PageStyle){.role = ROLE_WARNING}, strbuf_view(&title));
    strbuf_done(&title);
    for (size_t i = 0; i < count; i++) {
        add_cut(page, editor, &cuts[i], i + 1);
    }
    page_text_add(page, (PageStyle){.role = ROLE_TEXT}, view_of(""));
}

void page_view_write(PageText *page, const Editor *editor, bool is_map)
{
    StrView rest = strbuf_view(is_map ? &editor->map : &editor->reading), row;
    add_cuts(page, editor);
    page_text_add(page, (PageStyle){.role = ROLE_LABEL}, view_of(title_of(is_map, page->columns)));
    if (rest.length == 0) {
        page_text_add(page, (PageStyle){.role = ROLE_DIM}, view_of("Measured when keys rest."));
    }
    while (view_next_line(&rest, &row)) {
        page_text_add(
            page, (PageStyle){.role = is_page_end(row) ? ROLE_LABEL : ROLE_TEXT, .indent = 2}, row);
    }
}

/* --- beside the panes ----------------------------------------------------------------- */

enum { LEAST_BYTES = 6 }; /* what is shorter is on many lines */

static StrView text_in_hand(const Editor *editor)
{
    const Node *node = editor_node(editor);
    bool is_text = node && editor->state.cursor.field != FIELD_COUNT;
    StrView text = is_text ? node_view(node, editor->state.cursor.field) : view_of("");
    return text.length < LEAST_BYTES ? view_of("") : text;
}

static bool contains(StrView line, StrView words)
{
    for (size_t i = 0; words.length > 0 && i + words.length <= line.length; i++) {
        if (memcmp(line.data + i, words.data, words.length) == 0) {
            return true;
        }
    }
    return false;
}

/* The words of a line of the map, without the mark before and the dots behind them. */
static StrView words_of(StrView line)
{
    line = view_trim(line);
    size_t mark = view_starts_with(line, "• ") ? strlen("• ") : 0;
    size_t dots = view_ends_with(line, "…") ? strlen("…") : 0;
    return view_slice(line, mark, line.length - dots);
}

/* A line is known by the beginning of its text, or by all that a narrow map has of it. */
static bool begins(StrView line, StrView text)
{
    enum { KNOWN_COLUMNS = 24 };
    StrView words = words_of(line);
    return contains(line, view_slice(text, 0, text_fit(text, KNOWN_COLUMNS))) ||
           (words.length >= LEAST_BYTES && words.length < text.length &&
            view_equal(words, view_slice(text, 0, words.length)));
}

/* The lines of the page, and which of them has the text in hand. */
typedef struct {
    StrView text;
    int count, in_hand; /* in_hand -1: not known */
} Lines;

static Lines lines_of(const Editor *editor, StrView text)
{
    Lines lines = {text, 0, -1};
    StrView rest = text, line, wanted = text_in_hand(editor);
    while (view_next_line(&rest, &line)) {
        lines.in_hand = lines.in_hand < 0 && begins(line, wanted) ? lines.count : lines.in_hand;
        lines.count++;
    }
    return lines;
}

/* The line that is shown first, so that the one in hand has a third of the room above it. */
static int first_shown(const Lines *lines, int rows)
{
    int first = lines->in_hand - rows / 3, most = lines->count - rows;
    first = first < most ? first : most;
    return first > 0 ? first : 0;
}

static Role role_of(StrView line, bool is_in_hand)
{
    return is_in_hand ? ROLE_TEXT : is_page_end(line) ? ROLE_LABEL : ROLE_DIM;
}

/* No more than what can be seen: a page may have a thousand lines. */
static void draw_lines(const Lines *lines, Area area, Surface *surface)
{
    PageText page = {.columns = area.columns};
    int first = first_shown(lines, area.rows);
    StrView rest = lines->text, line;
    for (int i = 0; view_next_line(&rest, &line) && (int)page.count < area.rows; i++) {
        if (i >= first) {
            PageStyle style = {.role = role_of(line, i == lines->in_hand), .indent = 2};
            page_text_add(&page, style, line);
        }
    }
    page_text_draw(&page, area, 0, surface);
    page_text_done(&page);
}

/* The title, and the key that shows the page the other way. */
static void draw_title(const Editor *editor, Strip strip, Surface *surface)
{
    StrBuf name = {0};
    editor_add_sentence(&name, editor, view_of(KEY_OF("page-beside")));
    int columns = text_columns(strbuf_view(&name));
    surface_put(surface, (Strip){strip.row, strip.column + strip.columns - columns, columns},
                ROLE_KEY, strbuf_view(&name));
    strip.columns -= columns + 1;
    surface_put_cut(surface, strip, ROLE_LABEL,
                    view_of(title_of(!editor->state.has_reader, strip.columns)));
    strbuf_done(&name);
}

void page_view_draw_beside(const Editor *editor, Area area, Surface *surface)
{
    bool is_map = !editor->state.has_reader;
    Lines lines = lines_of(editor, strbuf_view(is_map ? &editor->side_map : &editor->reading));
    draw_title(editor, (Strip){area.row, area.column, area.columns}, surface);
    draw_lines(&lines, (Area){area.row + 1, area.column, area.rows - 1, area.columns}, surface);
}
