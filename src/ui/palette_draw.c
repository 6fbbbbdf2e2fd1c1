/* How the palette looks: the line typed, then what answers to it, a row each. */
#include "bulletproof/text/grapheme.h"
#include "ui/palette.h"
#include "ui/prompt_draw.h"

enum {
    MARK_COLUMNS = 2,
    KEYS_COLUMNS = 14,
    FEW_KEYS_COLUMNS = 6,
    NAME_COLUMNS = 19,
    COLUMNS_FOR_LABEL = 40,
    COLUMNS_FOR_NAMES = 96,
    BETWEEN = 2,
    MOST_KEYS = 8,
};

static void draw_line(const Editor *editor, Strip strip, size_t hits, Surface *surface)
{
    bool is_wide = strip.columns >= COLUMNS_FOR_LABEL;
    bool is_palette = editor->state.prompt.kind == PROMPT_PALETTE;
    StrBuf count = {0};
    strbuf_addf(&count, "%zu", hits);
    prompt_draw(&editor->state.prompt,
                !is_wide     ? "> "
                : is_palette ? "What to do: "
                             : "Where to go: ",
                strbuf_text(&count), strip, surface);
    strbuf_done(&count);
}

/* As many of the command's keys as fit. */
static void add_keys(StrBuf *out, const Editor *editor, const Command *command, int columns)
{
    Key keys[MOST_KEYS];
    size_t count = keymap_keys_of(&editor->keymap, command, keys, MOST_KEYS);
    for (size_t i = 0; i < count; i++) {
        size_t before = out->length;
        strbuf_add(out, i > 0 ? " " : "");
        key_add_short(out, keys[i]);
        if (text_columns(strbuf_view(out)) > columns) {
            strbuf_truncate(out, before);
            return;
        }
    }
}

/* Words to the left, one or two where there is little room; name and keys to the right. */
static void draw_command(const Editor *editor, const Hit *hit, Strip strip, Surface *surface)
{
    StrBuf keys = {0};
    bool has_name = strip.columns >= COLUMNS_FOR_NAMES;
    int keys_columns = strip.columns >= COLUMNS_FOR_LABEL ? KEYS_COLUMNS : FEW_KEYS_COLUMNS;
    int keys_column = strip.column + strip.columns - keys_columns;
    int name_column = keys_column - (has_name ? NAME_COLUMNS : 0);
    add_keys(&keys, editor, hit->command, keys_columns);
    surface_put(surface, (Strip){strip.row, keys_column, keys_columns}, ROLE_KEY,
                strbuf_view(&keys));
    if (has_name) {
        surface_put(surface, (Strip){strip.row, name_column, NAME_COLUMNS - 1}, ROLE_DIM,
                    view_of(hit->command->name));
    }
    StrBuf words = {0};
    if (strip.columns < COLUMNS_FOR_LABEL) {
        strbuf_add(&words, hit->command->label);
    } else {
        palette_add_words(&words, editor, hit);
    }
    surface_put_cut(surface,
                    (Strip){strip.row, strip.column, name_column - strip.column - BETWEEN + 1},
                    ROLE_TEXT, strbuf_view(&words));
    strbuf_done(&keys);
    strbuf_done(&words);
}

static void draw_hit(const Editor *editor, const Hit *hit, Strip strip, Surface *surface)
{
    Strip inside = {strip.row, strip.column + MARK_COLUMNS, strip.columns - MARK_COLUMNS};
    if (hit->command) {
        draw_command(editor, hit, inside, surface);
        return;
    }
    StrBuf words = {0};
    palette_add_words(&words, editor, hit);
    surface_put_cut(surface, inside, hit->entry ? ROLE_TEXT : ROLE_HEADING, strbuf_view(&words));
    strbuf_done(&words);
}

void palette_draw(const Editor *editor, Area area, Surface *surface)
{
    HitList hits = {0};
    palette_find(editor, &hits);
    draw_line(editor, (Strip){area.row, area.column, area.columns}, hits.count, surface);
    int rows = area.rows - 1, selected = (int)editor->state.prompt.selected;
    int top = (int)prompt_top((size_t)selected, rows);
    for (int i = 0; i < rows && top + i < (int)hits.count; i++) {
        Area line = {area.row + 1 + i, area.column, 1, area.columns};
        draw_hit(editor, &hits.items[top + i], (Strip){line.row, line.column, line.columns},
                 surface);
        if (top + i == selected) {
            prompt_mark_row(editor, line, surface);
        }
    }
    if (hits.count == 0) {
        surface_put_cut(surface, (Strip){area.row + 1, area.column, area.columns}, ROLE_DIM,
                        view_of("Nothing answers to that: Backspace takes letters back."));
    }
    hit_list_done(&hits);
}
