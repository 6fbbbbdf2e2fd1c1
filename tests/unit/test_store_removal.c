/* What a removed item may take along: its own lines and the comments right above it, nothing of
 * its neighbours. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"

/* Every line that is not blank says its number somewhere: "@1" and on. */
/* clang-format off */
static const char *const files[] = {
    "# head @1\n"
    "\n"
    "work: # @2\n"
    "  # first @3\n"
    "  - name: A @4\n"
    "    odd: [x, y] # @5\n"
    "    # bullets @6\n"
    "    highlights: # @7\n"
    "      # one @8\n"
    "      - One @9\n"
    "        # under one @10\n"
    "\n"
    "      # two @11\n"
    "      - >- # @12\n"
    "        Two @13\n"
    "        lines @14\n"
    "\n"
    "      - Three @15\n"
    "    # tail of A @16\n"
    "    odd2: {b: c} # @17\n"
    "\n"
    "  # second @18\n"
    "  - company: B @19\n"
    "    highlights:  # @20\n"
    "    - 'Four @21'\n"
    "    - Five # @22\n"
    "    odd3: z # @23\n"
    "  # end of work @24\n"
    "\n"
    "# skills @25\n"
    "skills: # @26\n"
    "- keywords: # @27\n"
    "  - a @28\n"
    "  # b @29\n"
    "  - b @30\n"
    "  name: X @31\n"
    "- name: Y @32\n"
    "  # no one's @33\n"
    "odd4: # @34\n"
    "  odd5: 1 # @35\n",
    "basics: # @1\n"
    "  profiles: # @2\n"
    "  - network: N @3\n"
    "    odd: |\n"
    "      # no comment @4\n"
    "  # between @5\n"
    "  -\n"
    "    network: M @6\n"
    "  name: A # @7\n"
    "education: # @8\n"
    "-   institution: I @9\n"
    "    courses: # @10\n"
    "    -   One @11\n"
    "    -   Two @12\n"
    "    x-mine: y # @13\n"
    "\n"
    "-   institution: J # @14\n",
};
/* clang-format on */

typedef struct {
    StrView text; /* of one line */
    size_t start; /* byte in the file */
} Line;

static Line line_at(StrView file, size_t start)
{
    size_t length = view_find(view_slice(file, start, file.length), '\n');
    return (Line){view_slice(file, start, start + length), start};
}

static size_t indent_of(Line line)
{
    size_t indent = 0;
    while (indent < line.text.length && line.text.data[indent] == ' ') {
        indent++;
    }
    return indent;
}

static bool is_comment_or_blank(Line line)
{
    size_t indent = indent_of(line);
    return indent == line.text.length || line.text.data[indent] == '#';
}

static size_t start_of_line(StrView file, unsigned number)
{
    size_t start = 0;
    for (unsigned line = 1; line < number; line++) {
        start += line_at(file, start).text.length + 1;
    }
    return start;
}

static bool is_lone_dash(Line line)
{
    return view_is(view_trim(line.text), "-");
}

/* Where comments and blank lines above byte `start` begin, and a dash with a line of its own. */
static size_t above(StrView file, size_t start)
{
    while (start > 0) {
        size_t before = start - 1;
        while (before > 0 && file.data[before - 1] != '\n') {
            before--;
        }
        Line line = line_at(file, before);
        if (!is_comment_or_blank(line) && !is_lone_dash(line)) {
            break;
        }
        start = before;
    }
    return start;
}

/* Behind the last line that is indented deeper than the dash, and comments under it. */
static size_t below(StrView file, size_t start, size_t dash)
{
    size_t at = start + line_at(file, start).text.length + 1;
    while (at < file.length) {
        Line line = line_at(file, at);
        if (!is_comment_or_blank(line) && indent_of(line) <= dash) {
            break;
        }
        at += line.text.length + 1;
    }
    return at;
}

/* The first marker of [start, end) that `after` lacks; "" when there is none. */
static const char *find_lost(StrView file, size_t start, size_t end, const char *after)
{
    static char marker[16];
    for (size_t at = start; at < end; at++) {
        if (file.data[at] != '@') {
            continue;
        }
        size_t length = 1;
        while (at + length < end && strchr("0123456789", file.data[at + length])) {
            length++;
        }
        snprintf(marker, sizeof(marker), "%.*s", (int)length, file.data + at);
        const char *found = strstr(after, marker);
        while (found && strchr("0123456789", found[length]) && found[length] != '\0') {
            found = strstr(found + 1, marker);
        }
        if (!found) {
            return marker;
        }
    }
    return "";
}

static const char *find_taken(StrView file, DiagPlace place, const char *after)
{
    size_t line = start_of_line(file, place.line);
    size_t dash = indent_of(line_at(file, line));
    const char *lost = find_lost(file, 0, above(file, line), after);
    return lost[0] ? lost : find_lost(file, below(file, line, dash), file.length, after);
}

static bool is_item(const Node *node)
{
    const Node *parent = node_parent(node);
    return parent && kind_info(node_kind(parent))->shape == SHAPE_LIST;
}

/* Removes a list item and looks at what is left. */
static bool remove_item(StrView file, Store *store, Document *doc, const Node *item)
{
    DiagPlace place = store_place(store, item, FIELD_COUNT, 0);
    StrBuf after = {0};
    document_remove(doc, node_id(item));
    bool is_saved = store_compose(store, document_root(doc), &after, NULL);
    const char *lost = find_taken(file, place, strbuf_text(&after));
    if (lost[0]) {
        printf("# the item of line %u took %s along\n%s\n", place.line, lost, strbuf_text(&after));
    }
    strbuf_done(&after);
    return is_saved && !lost[0];
}

typedef struct {
    unsigned removed, failed;
} Tally;

/* Removes node number `number` of a file as it was read; false when there are not so many. */
static bool try_node(StrView file, size_t number, Tally *tally)
{
    Store *store = store_read(file, NULL, NULL, NULL);
    CU_ASSERT_PTR_NOT_NULL_FATAL(store);
    Document *doc = document_new(store_take_root(store));
    const Node *node = document_root(doc);
    while (node && number-- > 0) {
        node = node_next(node, document_root(doc));
    }
    if (node && is_item(node)) {
        tally->removed++;
        tally->failed += !remove_item(file, store, doc, node);
    }
    document_free(doc);
    store_free(store);
    return node != NULL;
}

static void a_removed_item_takes_nothing_of_its_neighbours(void)
{
    Tally tally = {0};
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        for (size_t number = 0; try_node(view_of(files[i]), number, &tally); number++) {
        }
    }
    CU_ASSERT_EQUAL(tally.failed, 0);
    CU_ASSERT_EQUAL(tally.removed, 17);
}

CU_TestInfo store_removal_tests[] = {
    {"a removed item takes nothing of its neighbours",
     a_removed_item_takes_nothing_of_its_neighbours},
    CU_TEST_INFO_NULL,
};
