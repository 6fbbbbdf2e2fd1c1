#include "ui/help.h"

#include "bulletproof/base/utf8.h"
#include "bulletproof/text/fold.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/ui/guide.h"
#include "ui/command_list.h"

enum {
    KEYS_COLUMNS = 24,
    KEYS_LEAST_COLUMNS = 60, /* narrower pages have the help below the keys */
    ITEM_INDENT = 2,
    QUERY_MAX_BYTES = 60,
};

/* A page under construction, and the words that every part of it must hold. */
typedef struct {
    PageText *page;
    StrView query;
    const Keymap *keymap; /* borrowed */
    Context here;         /* where the keys go when the help is closed */
} Help;

static void add(const Help *help, Role role, StrView text)
{
    page_text_add(help->page, (PageStyle){.role = role}, text);
}

static void add_gap(const Help *help)
{
    bool has_gap =
        help->page->count == 0 || help->page->rows[help->page->count - 1].text.length == 0;
    if (!has_gap) {
        add(help, ROLE_TEXT, view_of(""));
    }
}

/* Whether the text holds each word of the query. */
static bool matches(const Help *help, StrView text)
{
    StrView rest = help->query;
    while (rest.length > 0) {
        size_t length = view_find(rest, ' '), start, end;
        StrView word = view_slice(rest, 0, length);
        if (word.length > 0 && !text_find_folded(text, word, 0, &start, &end)) {
            return false;
        }
        rest = view_slice(rest, length + 1, rest.length);
    }
    return true;
}

/* --- keys ------------------------------------------------------------------------------- */

static void add_keys(StrBuf *out, const Help *help, const Command *command)
{
    enum { MOST_KEYS = 8 };
    Key keys[MOST_KEYS];
    size_t count = keymap_keys_of(help->keymap, command, keys, MOST_KEYS);
    for (size_t i = 0; i < count; i++) {
        strbuf_add(out, i > 0 ? "  " : "");
        key_add_short(out, keys[i]);
    }
}

static void add_command(const Help *help, const Command *command)
{
    StrBuf line = {0};
    bool is_narrow = help->page->columns < KEYS_LEAST_COLUMNS;
    add_keys(&line, help, command);
    int columns = text_columns(strbuf_view(&line));
    int gap = columns < KEYS_COLUMNS && !is_narrow ? KEYS_COLUMNS - columns : 2;
    strbuf_add_repeated(&line, ' ', (size_t)gap);
    PageStyle style = {.role = ROLE_TEXT,
                       .head_role = ROLE_KEY,
                       .head_bytes = line.length,
                       .indent = is_narrow ? ITEM_INDENT : KEYS_COLUMNS};
    strbuf_add(&line, command->help);
    page_text_add(help->page, style, strbuf_view(&line));
    strbuf_done(&line);
}

static bool is_wanted(const Help *help, const Command *command, bool is_here)
{
    bool works_here = (command->contexts & help->here) != 0;
    StrBuf text = {0};
    strbuf_addf(&text, "%s %s %s", command->name, command->label, command->help);
    bool is_found = works_here == is_here && matches(help, strbuf_view(&text));
    strbuf_done(&text);
    return is_found;
}

/* The commands of a group that work here (or do not), below its title. */
static void add_group(const Help *help, const CommandGroup *group, bool is_here)
{
    bool has_title = false;
    for (size_t i = 0; i < group->count; i++) {
        if (!is_wanted(help, &group->commands[i], is_here)) {
            continue;
        }
        if (!has_title) {
            add_gap(help);
            StrBuf title = {0};
            strbuf_addf(&title, "%s%s", group->title, is_here ? "" : " · elsewhere");
            add(help, is_here ? ROLE_HEADING : ROLE_LABEL, strbuf_view(&title));
            strbuf_done(&title);
            has_title = true;
        }
        add_command(help, &group->commands[i]);
    }
}

static void add_commands(const Help *help)
{
    size_t count;
    const CommandGroup *groups = command_groups(&count);
    for (size_t i = 0; i < count; i++) {
        add_group(help, &groups[i], true);
    }
    for (size_t i = 0; i < count; i++) {
        add_group(help, &groups[i], false);
    }
}

/* --- topics ---------------------------------------------------------------------------------- */

/* The lines of a block as one; wrapping is the page's. */
static void join_lines(StrBuf *out, StrView lines)
{
    StrView line;
    while (view_next_line(&lines, &line)) {
        strbuf_add(out, out->length > 0 ? " " : "");
        strbuf_add_view(out, view_trim(line));
    }
}

static void add_block(const Help *help, GuideBlockKind kind, StrView text)
{
    static const PageStyle styles[] = {
        [GUIDE_PARAGRAPH] = {.role = ROLE_TEXT},
        [GUIDE_HEADING] = {.role = ROLE_LABEL},
        [GUIDE_ITEM] = {.role = ROLE_TEXT, .head_role = ROLE_DIM, .indent = ITEM_INDENT},
    };
    PageStyle style = styles[kind];
    StrBuf line = {0};
    strbuf_add(&line, kind == GUIDE_ITEM ? "• " : "");
    style.head_bytes = line.length;
    strbuf_add_view(&line, text);
    page_text_add(help->page, style, strbuf_view(&line));
    strbuf_done(&line);
}

static void add_title(const Help *help, StrView title, bool *has_title)
{
    if (!*has_title) {
        add_gap(help);
        add(help, ROLE_HEADING, title);
        *has_title = true;
    }
}

/* The blocks that hold the words; without words, all. */
static void add_topic(const Help *help, GuideTopic topic)
{
    StrView rest = topic.text, lines;
    GuideBlockKind kind, before = GUIDE_HEADING;
    bool has_title = false, is_search = help->query.length > 0;
    while (guide_next_block(&rest, &kind, &lines)) {
        StrBuf text = {0};
        join_lines(&text, lines);
        if (matches(help, strbuf_view(&text))) {
            add_title(help, topic.title, &has_title);
            bool is_joined = kind == GUIDE_ITEM && (before == GUIDE_ITEM || is_search);
            if (!is_joined && !is_search) {
                add_gap(help);
            }
            add_block(help, kind, strbuf_view(&text));
            before = kind;
        }
        strbuf_done(&text);
    }
}

/* --- the page ----------------------------------------------------------------------------------
 */

static void add_search(const Help *help)
{
    StrBuf line = {0};
    strbuf_addf(&line, "Search: %.*s▏", VIEW_ARG(help->query));
    add(help, ROLE_KEY, strbuf_view(&line));
    strbuf_done(&line);
    int before = (int)help->page->count;
    for (size_t i = 0; i < guide_count(); i++) {
        add_topic(help, guide_topic(i));
    }
    add_commands(help);
    if ((int)help->page->count == before) {
        add(help, ROLE_DIM,
            view_of("Nothing in the guide has these words. Backspace takes one back."));
    }
}

/* "Help 3 of 11 · Left and Right turn the topics, typing searches them" */
static void add_place(const Help *help, size_t topic)
{
    StrBuf line = {0};
    strbuf_addf(&line, "Help %zu of %zu", topic + 1, guide_count() + 1);
    PageStyle style = {.role = ROLE_DIM, .head_role = ROLE_LABEL, .head_bytes = line.length};
    if (help->page->columns >= KEYS_LEAST_COLUMNS) {
        strbuf_add(&line, " · Left and Right turn the topics, typing searches them");
    }
    page_text_add(help->page, style, strbuf_view(&line));
    strbuf_done(&line);
}

void help_write(PageText *page, const Editor *editor)
{
    size_t topic = editor->state.help_topic;
    Help help = {page, strbuf_view(&editor->state.help_query), &editor->keymap,
                 editor_context_of_panes(editor)};
    if (help.query.length > 0) {
        add_search(&help);
        return;
    }
    add_place(&help, topic);
    if (topic > 0) {
        add_topic(&help, guide_topic(topic - 1));
        return;
    }
    add(&help, ROLE_DIM,
        view_of("^X is Ctrl and X, M-x is Alt and X or Esc, then X. Esc closes this."));
    add_commands(&help);
}

/* --- turning and searching -----------------------------------------------------------------------
 */

bool help_clear_search(Editor *editor)
{
    bool was_searching = editor->state.help_query.length > 0;
    strbuf_clear(&editor->state.help_query);
    editor->state.overlay_top = 0;
    return was_searching;
}

bool help_turn_to(Editor *editor, StrView name)
{
    size_t topic = name.length > 0 ? guide_find(name) + 1 : 0;
    if (topic > guide_count()) {
        return false;
    }
    help_clear_search(editor);
    editor->state.help_topic = topic;
    return true;
}

void help_turn(Editor *editor, int step)
{
    size_t count = guide_count() + 1;
    help_clear_search(editor);
    editor->state.help_topic = (editor->state.help_topic + count + (size_t)step) % count;
}

static void erase_last(StrBuf *query)
{
    strbuf_truncate(query, grapheme_previous(strbuf_view(query), query->length));
}

bool help_take_key(Editor *editor, Key key)
{
    UiState *state = &editor->state;
    bool is_search = state->help_query.length > 0;
    bool is_erase = key_equal(key, (Key){KEYSYM_BACKSPACE, 0});
    bool is_letter = key_is_text(key) && (key.code != ' ' || is_search);
    if (state->overlay != OVERLAY_HELP || !(is_letter || (is_erase && is_search))) {
        return false;
    }
    char bytes[UTF8_MAX_BYTES];
    if (is_erase) {
        erase_last(&state->help_query);
    } else if (state->help_query.length < QUERY_MAX_BYTES) {
        strbuf_add_bytes(&state->help_query, bytes, utf8_encode(key.code, bytes));
    }
    state->overlay_top = 0;
    return true;
}
