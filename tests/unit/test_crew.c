#include "suites.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "app/crew.h"
#include "app/line_reader.h"
#include "app/progress.h"

/* Work whose items are numbers, counted down; the result is the number squared. */
typedef struct {
    size_t count, given, most_held; /* held: given and not taken */
    size_t taken, stop_after;
    size_t crash_at; /* this item ends its process; 0: none does */
    StrBuf out;
} Squares;

static CrewNext next(void *context, StrBuf *item)
{
    Squares *squares = context;
    if (squares->given == squares->count) {
        return CREW_END;
    }
    strbuf_addf(item, "%zu", ++squares->given);
    size_t held = squares->given - squares->taken;
    squares->most_held = held > squares->most_held ? held : squares->most_held;
    return CREW_ITEM;
}

static void fill(void *context)
{
    (void)context;
}

/* The first of each four takes longest: the others must wait for it. */
static void work(void *context, StrView item, size_t number, CrewResult *result)
{
    const Squares *squares = context;
    size_t value = (size_t)strtoul(item.data, NULL, 10);
    if (value == squares->crash_at) {
        signal(SIGABRT, SIG_DFL);
        abort();
    }
    usleep(number % 4 == 0 ? 4000 : 100);
    strbuf_addf(&result->out, "%zu ", value * value);
    if (value % 7 == 0) {
        strbuf_add(&result->errors, "seven ");
    }
    result->status = (int)value;
}

static void lose(void *context, StrView item, size_t number, CrewResult *result)
{
    (void)context;
    strbuf_addf(&result->out, "lost-%.*s-%zu ", VIEW_ARG(item), number);
    result->status = (int)number + 1;
}

static bool take(void *context, const CrewResult *result)
{
    Squares *squares = context;
    CU_ASSERT_EQUAL((size_t)result->status, squares->taken + 1);
    strbuf_add_view(&squares->out, strbuf_view(&result->out));
    strbuf_add_view(&squares->out, strbuf_view(&result->errors));
    return ++squares->taken != squares->stop_after;
}

static bool flush(void *context)
{
    (void)context;
    return true;
}

static void run(Squares *squares, unsigned jobs)
{
    CrewWork crew = {squares, -1, next, fill, work, lose, take, flush};
    CU_ASSERT_EQUAL(crew_run(&crew, jobs), 0);
}

static void results_come_in_order(void)
{
    static const unsigned jobs[] = {1, 2, 5};
    for (size_t i = 0; i < sizeof(jobs) / sizeof(jobs[0]); i++) {
        Squares squares = {.count = 40};
        StrBuf expected = {0};
        for (size_t value = 1; value <= squares.count; value++) {
            strbuf_addf(&expected, "%zu %s", value * value, value % 7 == 0 ? "seven " : "");
        }
        run(&squares, jobs[i]);
        CU_ASSERT_EQUAL(squares.taken, squares.count);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&squares.out), strbuf_text(&expected));
        strbuf_done(&expected);
        strbuf_done(&squares.out);
    }
}

static void what_is_held_is_bounded(void)
{
    Squares squares = {.count = 300};
    run(&squares, 3);
    CU_ASSERT(squares.most_held > 1);
    CU_ASSERT(squares.most_held <= 3 * 8 + 1);
    strbuf_done(&squares.out);
}

static void a_process_that_dies_costs_its_item_only(void)
{
    Squares squares = {.count = 12, .crash_at = 5};
    run(&squares, 2);
    CU_ASSERT_STRING_EQUAL(strbuf_text(&squares.out),
                           "1 4 9 16 lost-5-4 36 49 seven 64 81 100 121 144 ");
    strbuf_done(&squares.out);
}

static void what_is_not_wanted_is_not_taken(void)
{
    static const unsigned jobs[] = {1, 3};
    for (size_t i = 0; i < sizeof(jobs) / sizeof(jobs[0]); i++) {
        Squares squares = {.count = 1000, .stop_after = 3};
        run(&squares, jobs[i]);
        CU_ASSERT_STRING_EQUAL(strbuf_text(&squares.out), "1 4 9 ");
        strbuf_done(&squares.out);
    }
}

/* --- Lines ---------------------------------------------------------------------------------- */

/* All lines of a text that comes through a pipe in pieces, with bars between. */
static void read_lines(StrBuf *out, const char *text, size_t piece, char end)
{
    int ends[2];
    LineReader reader = {.end = end, .limit = 8};
    StrBuf line = {0};
    size_t length = strlen(text), sent = 0;
    CU_ASSERT_EQUAL_FATAL(pipe(ends), 0);
    reader.descriptor = ends[0];
    for (CrewNext got; (got = line_reader_next(&reader, &line)) != CREW_END;) {
        if (got == CREW_ITEM) {
            strbuf_addf(out, "%s|", strbuf_text(&line));
            strbuf_clear(&line);
            continue;
        }
        size_t count = length - sent < piece ? length - sent : piece;
        if (count == 0) {
            close(ends[1]);
        } else {
            CU_ASSERT_EQUAL(write(ends[1], text + sent, count), (ssize_t)count);
        }
        sent += count;
        line_reader_fill(&reader);
    }
    close(ends[0]);
    strbuf_done(&line);
    line_reader_done(&reader);
}

static void lines_are_the_same_in_any_pieces(void)
{
    static const struct {
        const char *text, *lines;
    } cases[] = {
        {"", ""},
        {"one", "one|"},
        {"one\n", "one|"},
        {"one\r\ntwo\n\nthree", "one|two||three|"},
        {"\n\n", "||"},
        {"12345678\n", "12345678|"},
        {"1234567890\nnext\n", "123456789|next|"},
        {"12345678901234567890123456789012345678901234567890", "123456789|"},
        {"12345678901234567890123\nnext", "123456789|next|"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        for (size_t piece = 1; piece < 64; piece = piece * 2 + 1) {
            StrBuf lines = {0};
            read_lines(&lines, cases[i].text, piece, '\n');
            if (strcmp(strbuf_text(&lines), cases[i].lines) != 0) {
                printf("# case %zu in pieces of %zu: %s\n", i, piece, strbuf_text(&lines));
            }
            CU_ASSERT_STRING_EQUAL(strbuf_text(&lines), cases[i].lines);
            strbuf_done(&lines);
        }
    }
}

static void another_byte_may_end_a_line(void)
{
    StrBuf lines = {0};
    read_lines(&lines, "a\nb\r;c", 2, ';');
    CU_ASSERT_STRING_EQUAL(strbuf_text(&lines), "a\nb\r|c|");
    strbuf_done(&lines);
}

static void progress_tells_what_is_left(void)
{
    static const struct {
        size_t total, done;
        double seconds;
        const char *text;
    } cases[] = {
        {0, 1200, 3, "bulletproof: 1200 checked"},
        {10000, 1200, 6, "bulletproof: 1200 of 10000 checked, about 44 s left"},
        {10000, 10000, 50, "bulletproof: 10000 of 10000 checked, about 0 s left"},
        {10, 0, 2, "bulletproof: 0 checked"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        char text[128];
        Progress progress = {.total = cases[i].total};
        progress_text(text, sizeof(text), &progress, cases[i].done, cases[i].seconds);
        CU_ASSERT_STRING_EQUAL(text, cases[i].text);
    }
}

CU_TestInfo crew_tests[] = {
    {"results come in order", results_come_in_order},
    {"what is held is bounded", what_is_held_is_bounded},
    {"a process that dies costs its item only", a_process_that_dies_costs_its_item_only},
    {"what is not wanted is not taken", what_is_not_wanted_is_not_taken},
    {"lines are the same in any pieces", lines_are_the_same_in_any_pieces},
    {"another byte may end a line", another_byte_may_end_a_line},
    {"progress tells what is left", progress_tells_what_is_left},
    CU_TEST_INFO_NULL,
};
