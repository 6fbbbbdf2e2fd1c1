#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/layout/layout.h"
#include "bulletproof/model/document.h"
#include "bulletproof/text/grapheme.h"
#include "sample.h"

/* A resume under construction and what it is laid out with: fonts that are the same everywhere. */
typedef struct {
    Node *root;
    Theme theme;
    Fonts *fonts;
    Arena arena;
} Page;

static Page page_new(void)
{
    Page page = {.root = node_new(NODE_RESUME), .fonts = fonts_open_builtin()};
    theme_init(&page.theme);
    return page;
}

static void page_free(Page *page)
{
    node_free(page->root);
    theme_done(&page->theme);
    fonts_free(page->fonts);
    arena_done(&page->arena);
}

static const Layout *page_lay_out(Page *page)
{
    LayoutInput input = {.root = page->root, .theme = &page->theme, .fonts = page->fonts};
    return layout_build(&input, &page->arena);
}

static Node *add_item(Page *page, NodeKind list, NodeKind item)
{
    return node_append(node_part_mutable(page->root, list), node_new(item));
}

static void add_text(Node *entry, NodeKind list, NodeKind item, const char *text)
{
    Node *node = node_append(node_part_mutable(entry, list), node_new(item));
    node_set(node, FIELD_TEXT, view_of(text));
}

static void add_basics(Page *page)
{
    Node *basics = node_part_mutable(page->root, NODE_BASICS);
    node_set(basics, FIELD_NAME, view_of("Noor Haddad"));
    node_set(basics, FIELD_LABEL, view_of("Back-End Developer"));
    node_set(basics, FIELD_EMAIL, view_of("noor@example.com"));
    node_set(basics, FIELD_URL, view_of("https://noor.example.com/"));
    node_set(node_part_mutable(basics, NODE_LOCATION), FIELD_CITY, view_of("Porto"));
}

static Node *add_position(Page *page, const char *title, size_t bullets)
{
    Node *work = add_item(page, NODE_WORKS, NODE_WORK);
    node_set(work, FIELD_POSITION, view_of(title));
    node_set(work, FIELD_NAME, view_of("Harbour Lines"));
    node_set(work, FIELD_LOCATION, view_of("Porto"));
    node_set(work, FIELD_START_DATE, view_of("2021-03"));
    for (size_t i = 0; i < bullets; i++) {
        add_text(work, NODE_HIGHLIGHTS, NODE_BULLET,
                 "Moved berth notices out of the booking request into a queue with capped retries, "
                 "so that a slow mail server no longer holds up a ship that is waiting for its "
                 "place.");
    }
    return work;
}

static bool reads(const Layout *layout, const char *expected)
{
    StrBuf text = {0};
    layout_add_reading(&text, layout);
    bool is_equal = strcmp(strbuf_text(&text), expected) == 0;
    if (!is_equal) {
        printf("# expected:\n%s# actual:\n%s", expected, strbuf_text(&text));
    }
    strbuf_done(&text);
    return is_equal;
}

static void page_reads_in_order(void)
{
    Page page = page_new();
    add_basics(&page);
    Node *skill = add_item(&page, NODE_SKILLS, NODE_SKILL);
    node_set(skill, FIELD_NAME, view_of("Data"));
    add_text(skill, NODE_KEYWORDS, NODE_KEYWORD, "PostgreSQL");
    add_text(skill, NODE_KEYWORDS, NODE_KEYWORD, "Redis");
    Node *work = add_position(&page, "Back-End Developer", 0);
    add_text(work, NODE_HIGHLIGHTS, NODE_BULLET, "Shown.");
    add_text(work, NODE_HIGHLIGHTS, NODE_BULLET, "Left out.");
    Node *list = node_part_mutable(work, NODE_HIGHLIGHTS);
    Node *hidden = node_new(NODE_BULLET);
    node_set(hidden, FIELD_TEXT, view_of("Hidden."));
    node_set(hidden, FIELD_HIDDEN, view_of("true"));
    node_append(list, hidden);
    Node *language = add_item(&page, NODE_LANGUAGES, NODE_LANGUAGE);
    node_set(language, FIELD_LANGUAGE, view_of("Portuguese"));
    node_set(language, FIELD_FLUENCY, view_of("native"));
    CU_ASSERT_TRUE(reads(page_lay_out(&page), "Noor Haddad\n"
                                              "Back-End Developer\n"
                                              "noor@example.com | Porto | noor.example.com\n"
                                              "SKILLS\n"
                                              "• Data: PostgreSQL, Redis\n"
                                              "EXPERIENCE\n"
                                              "Back-End Developer  Mar 2021 – Present\n"
                                              "Harbour Lines  Porto\n"
                                              "• Shown.\n"
                                              "• Left out.\n"
                                              "SPOKEN LANGUAGES\n"
                                              "Portuguese (native)\n"));
    page_free(&page);
}

static void dates_stand_as_the_theme_wants(void)
{
    static const struct {
        const char *start, *end, *expected;
    } cases[] = {
        {"2021-03", "2022-11-30", "Mar 2021 – Nov 2022"},
        {"2021", "", "2021 – Present"},
        {"2021-03", "2021-03", "Mar 2021"},
        {"2021-03", "present", "Mar 2021 – Present"},
        {"", "2022-11", "Nov 2022"},
        {"spring 2021", "2022", "spring 2021 – 2022"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Page page = page_new();
        Node *work = add_item(&page, NODE_WORKS, NODE_WORK);
        node_set(work, FIELD_POSITION, view_of("Developer"));
        node_set(work, FIELD_START_DATE, view_of(cases[i].start));
        node_set(work, FIELD_END_DATE, view_of(cases[i].end));
        const LayoutLine *line = &page_lay_out(&page)->pages[0].lines[1];
        CU_ASSERT_EQUAL_FATAL(line->run_count, 2);
        CU_ASSERT_STRING_EQUAL(line->runs[1].text, cases[i].expected);
        page_free(&page);
    }
}

/* Every run of every page between the margins, lines going down. */
static void expect_inside(const Layout *layout, const Theme *theme)
{
    for (size_t p = 0; p < layout->page_count; p++) {
        double above = theme->margin_y;
        for (size_t i = 0; i < layout->pages[p].line_count; i++) {
            const LayoutLine *line = &layout->pages[p].lines[i];
            CU_ASSERT(line->baseline > above);
            above = line->baseline;
            for (size_t r = 0; r < line->run_count; r++) {
                const LayoutRun *run = &line->runs[r];
                CU_ASSERT(run->x >= theme->margin_x - 0.01);
                CU_ASSERT(run->x + run->width <= layout->page_width - theme->margin_x + 0.5);
            }
        }
        CU_ASSERT(layout->pages[p].bottom <= layout->page_height - theme->margin_y + 0.01);
    }
}

static void pages_break_where_readers_follow(void)
{
    for (size_t bullets = 1; bullets < 40; bullets++) {
        Page page = page_new();
        add_basics(&page);
        add_position(&page, "First", bullets);
        add_position(&page, "Second", 7);
        add_position(&page, "Third", 7);
        const Layout *layout = page_lay_out(&page);
        expect_inside(layout, &page.theme);
        for (size_t p = 0; p + 1 < layout->page_count; p++) {
            const LayoutPage *this = &layout->pages[p];
            CU_ASSERT_EQUAL(this->lines[this->line_count - 1].kind, BLOCK_BULLET);
            CU_ASSERT_FALSE(this->lines[this->line_count - 1].goes_on);
            CU_ASSERT_EQUAL(layout->pages[p + 1].lines[0].kind, BLOCK_BULLET);
        }
        page_free(&page);
    }
}

/* Of every width of the column, no line ends between a number and its unit, or before a dash. */
static void numbers_keep_their_units(void)
{
    static const char text[] =
        "Cut p95 from 900 ms to 210 ms — for £1.2 million of 1,000 GB (40 %), "
        "in 6 weeks, 30 days – and 2 hours.";
    static const char *const ends[] = {"900", "210", "£1.2", "1,000", "(40", "6", "30", "2"};
    static const char *const starts[] = {"—", "–"};
    for (double margin = 28; margin < 250; margin += 3) {
        Page page = page_new();
        page.theme.margin_x = margin;
        node_set(node_part_mutable(page.root, NODE_BASICS), FIELD_SUMMARY, view_of(text));
        const LayoutPage *first = &page_lay_out(&page)->pages[0];
        for (size_t line = 1; line < first->line_count; line++) {
            StrView shown = view_of(first->lines[line].runs[0].text);
            for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
                size_t length = strlen(ends[i]);
                CU_ASSERT(!view_ends_with(shown, ends[i]) ||
                          (shown.length > length && shown.data[shown.length - length - 1] != ' '));
            }
            CU_ASSERT(!view_starts_with(shown, starts[0]) && !view_starts_with(shown, starts[1]));
        }
        page_free(&page);
    }
}

static double line_end(const LayoutLine *line)
{
    const LayoutRun *last = &line->runs[line->run_count - 1];
    return last->x + last->width;
}

/* Not one way alone under five others. */
static void contact_lines_are_of_like_length(void)
{
    Page page = page_new();
    node_free(page.root);
    page.root = sample_load("samples/senior.yaml");
    const LayoutPage *first = &page_lay_out(&page)->pages[0];
    double ends[4] = {0};
    size_t count = 0;
    for (size_t i = 0; i < first->line_count && count < 4; i++) {
        if (first->lines[i].kind == BLOCK_CONTACT) {
            ends[count++] = line_end(&first->lines[i]) - page.theme.margin_x;
        }
    }
    CU_ASSERT_EQUAL_FATAL(count, 2);
    CU_ASSERT(ends[1] > 0.6 * ends[0] && ends[0] > 0.6 * ends[1]);
    page_free(&page);
}

/* A project that just misses the first page comes back to it. */
static void what_just_misses_a_page_comes_back(void)
{
    Page page = page_new();
    node_free(page.root);
    page.root = sample_load("samples/mid.yaml");
    const Layout *layout = page_lay_out(&page);
    CU_ASSERT_EQUAL_FATAL(layout->page_count, 2);
    double left = layout->page_height - page.theme.margin_y - layout->pages[0].bottom;
    CU_ASSERT(left < 0.08 * layout->page_height);
    page_free(&page);
}

/* What stands at the end of a page is full enough, whatever begins the next. */
static void pages_are_filled(void)
{
    for (size_t bullets = 12; bullets < 24; bullets++) {
        Page page = page_new();
        add_basics(&page);
        add_position(&page, "First", bullets);
        for (int i = 0; i < 6; i++) {
            add_position(&page, "Short", 1);
        }
        const Layout *layout = page_lay_out(&page);
        double room = layout->page_height - 2 * page.theme.margin_y;
        for (size_t p = 0; p + 1 < layout->page_count; p++) {
            double left = layout->page_height - page.theme.margin_y - layout->pages[p].bottom;
            CU_ASSERT(left < 0.13 * room);
        }
        page_free(&page);
    }
}

static void hostile_texts_stay_on_the_page(void)
{
    static const char *const texts[] = {
        "x",
        "https://example.com/"
        "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"
        "bbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbbb"
        "b",
        "two\nlines\n\nand four",
        "日本語のとても長い文章が改行の位置を持たないまま続いていくと行はどこかで折り返されなければ"
        "ならない。"
        "日本語のとても長い文章が改行の位置を持たないまま続いていくと行はどこかで折り返されなければ"
        "ならない。",
    };
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        Page page = page_new();
        node_set(node_part_mutable(page.root, NODE_BASICS), FIELD_SUMMARY, view_of(texts[i]));
        Node *work = add_position(&page, texts[i], 2);
        node_set(work, FIELD_LOCATION, view_of("A place"));
        add_text(work, NODE_HIGHLIGHTS, NODE_BULLET, texts[i]);
        expect_inside(page_lay_out(&page), &page.theme);
        page_free(&page);
    }
}

/* What is at the right of a title that takes two lines must not come between them. */
static void a_long_title_is_read_in_one_piece(void)
{
    static const char title[] = "Developer of the berth, tariff, ledger, customs and pilotage "
                                "services of all nine harbours of the northern coast and its isles";
    Page page = page_new();
    Node *work = add_position(&page, title, 1);
    node_set(work, FIELD_NAME, view_of(title));
    StrBuf reading = {0};
    layout_add_reading(&reading, page_lay_out(&page));
    for (size_t i = 0; i < reading.length; i++) {
        reading.data[i] = reading.data[i] == '\n' ? ' ' : reading.data[i];
    }
    const char *first = strstr(strbuf_text(&reading), title);
    CU_ASSERT_PTR_NOT_NULL_FATAL(first);
    CU_ASSERT_PTR_NOT_NULL(strstr(first + 1, title));
    strbuf_done(&reading);
    page_free(&page);
}

/* An entry under construction: its bullets or dates are there before its title. */
static void entries_without_a_title_are_laid_out(void)
{
    Page page = page_new();
    add_text(add_item(&page, NODE_WORKS, NODE_WORK), NODE_HIGHLIGHTS, NODE_BULLET, "Wrote it");
    node_set(add_item(&page, NODE_WORKS, NODE_WORK), FIELD_START_DATE, view_of("2021-03"));
    StrBuf reading = {0};
    layout_add_reading(&reading, page_lay_out(&page));
    CU_ASSERT_STRING_EQUAL(strbuf_text(&reading), "EXPERIENCE\n• Wrote it\nMar 2021 – Present\n");
    strbuf_done(&reading);
    page_free(&page);
}

/* A resume of some bullets: that many pages when it takes what it likes, and when it may not. */
static void pages_are_tightened_as_far_as_stays_readable(void)
{
    static const struct {
        size_t bullets, most, free_pages, pages;
        bool is_too_long;
    } cases[] = {
        {10, 0, 1, 1, false}, {10, 1, 1, 1, false}, {27, 1, 2, 1, false},
        {60, 1, 3, 3, true},  {60, 2, 3, 2, false}, {60, 9, 3, 3, false},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Page page = page_new();
        add_basics(&page);
        add_position(&page, "Developer", cases[i].bullets);
        LayoutInput input = {.root = page.root, .theme = &page.theme, .fonts = page.fonts};
        CU_ASSERT_EQUAL(layout_build(&input, &page.arena)->page_count, cases[i].free_pages);
        input.most_pages = cases[i].most;
        const Layout *layout = layout_build(&input, &page.arena);
        CU_ASSERT_EQUAL(layout->page_count, cases[i].pages);
        CU_ASSERT_EQUAL(layout->is_too_long, cases[i].is_too_long);
        CU_ASSERT_EQUAL(layout_fits(&input), input.most_pages > 0 && !layout->is_too_long);
        const LayoutPage *last = &layout->pages[layout->page_count - 1];
        CU_ASSERT(last->lines[last->line_count - 1].runs[0].size >= 9);
        page_free(&page);
    }
}

static size_t count_bullets(const Layout *layout)
{
    size_t count = 0;
    for (size_t p = 0; p < layout->page_count; p++) {
        for (size_t i = 0; i < layout->pages[p].line_count; i++) {
            const LayoutLine *line = &layout->pages[p].lines[i];
            count += line->kind == BLOCK_BULLET && line->runs[0].is_label ? 1 : 0;
        }
    }
    return count;
}

/* A document gives its nodes the numbers by which they are known. */
static void bullets_can_be_left_out(void)
{
    Page page = page_new();
    Document *document = document_new(sample_load("samples/mid.yaml"));
    const Node *root = document_root(document);
    NodeId bullets[2];
    size_t found = 0;
    for (const Node *node = root; node && found < 2; node = node_next(node, root)) {
        if (node_kind(node) == NODE_BULLET) {
            bullets[found++] = node_id(node);
        }
    }
    CU_ASSERT_EQUAL_FATAL(found, 2);
    LayoutInput input = {.root = root, .theme = &page.theme, .fonts = page.fonts};
    size_t all = count_bullets(layout_build(&input, &page.arena));
    input.left_out = bullets;
    input.left_out_count = 2;
    CU_ASSERT_EQUAL(all - count_bullets(layout_build(&input, &page.arena)), 2);
    document_free(document);
    page_free(&page);
}

static void empty_resume_is_one_blank_page(void)
{
    Page page = page_new();
    const Layout *layout = page_lay_out(&page);
    CU_ASSERT_EQUAL(layout->page_count, 1);
    CU_ASSERT_EQUAL(layout->pages[0].line_count, 0);
    CU_ASSERT_EQUAL(layout->fill_percent, 0);
    page_free(&page);
}

static void hidden_entries_stay_off_the_page(void)
{
    Page page = page_new();
    Node *work = add_position(&page, "Tester", 0);
    add_text(work, NODE_HIGHLIGHTS, NODE_BULLET, "Seen by nobody.");
    node_set(work, FIELD_OFF_PAGE, view_of("true"));
    Node *language = add_item(&page, NODE_LANGUAGES, NODE_LANGUAGE);
    node_set(language, FIELD_LANGUAGE, view_of("Latin"));
    node_set(language, FIELD_OFF_PAGE, view_of("true"));
    CU_ASSERT_TRUE(reads(page_lay_out(&page), ""));
    node_set(language, FIELD_OFF_PAGE, view_of(""));
    CU_ASSERT_TRUE(reads(page_lay_out(&page), "SPOKEN LANGUAGES\nLatin\n"));
    page_free(&page);
}

static void a_map_shows_how_far_lines_go(void)
{
    Page page = page_new();
    Node *work = add_position(&page, "Tester", 0);
    add_text(work, NODE_HIGHLIGHTS, NODE_BULLET, "Short.");
    add_text(work, NODE_HIGHLIGHTS, NODE_BULLET,
             "Long enough to go on and on, past the middle of the page, nearly to its margin.");
    StrBuf map = {0};
    layout_add_map(&map, page_lay_out(&page), 60);
    StrView rest = strbuf_view(&map), row, last = view_of("");
    int widest = 0;
    while (view_next_line(&rest, &row)) {
        widest = text_columns(row) > widest ? text_columns(row) : widest;
        last = row;
    }
    CU_ASSERT(widest > 30 && widest <= 60);
    CU_ASSERT(view_starts_with(last, "── page 1 of 1, "));
    CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&map), "• Short.\n"));
    CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&map), "• Long enough to go on and on, past"));
    CU_ASSERT_PTR_NOT_NULL(strstr(strbuf_text(&map), "…\n"));
    strbuf_done(&map);
    page_free(&page);
}

static void missing_characters_are_named_once(void)

{
    Page page = page_new();
    node_set(node_part_mutable(page.root, NODE_BASICS), FIELD_NAME, view_of("Ольга О"));
    const Layout *layout = page_lay_out(&page);
    CU_ASSERT_EQUAL_FATAL(layout->missing_count, 5);
    CU_ASSERT_EQUAL(layout->missing[0], 0x41E);
    page_free(&page);
}

CU_TestInfo layout_tests[] = {
    {"page reads in order", page_reads_in_order},
    {"dates stand as the theme wants", dates_stand_as_the_theme_wants},
    {"pages break where readers follow", pages_break_where_readers_follow},
    {"numbers keep their units", numbers_keep_their_units},
    {"contact lines are of like length", contact_lines_are_of_like_length},
    {"what just misses a page comes back", what_just_misses_a_page_comes_back},
    {"pages are filled", pages_are_filled},
    {"hostile texts stay on the page", hostile_texts_stay_on_the_page},
    {"a long title is read in one piece", a_long_title_is_read_in_one_piece},
    {"entries without a title are laid out", entries_without_a_title_are_laid_out},
    {"pages are tightened as far as stays readable", pages_are_tightened_as_far_as_stays_readable},
    {"bullets can be left out", bullets_can_be_left_out},
    {"empty resume is one blank page", empty_resume_is_one_blank_page},
    {"hidden entries stay off the page", hidden_entries_stay_off_the_page},
    {"a map shows how far lines go", a_map_shows_how_far_lines_go},
    {"missing characters are named once", missing_characters_are_named_once},
    CU_TEST_INFO_NULL,
};
