/* Agreement with labelled sentences: the tables of tests/check, one a line under a header. */
#include "suites.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/file.h"
#include "bulletproof/check/check.h"

enum { COLUMNS_MOST = 12, FILE_BYTES_MOST = 1 << 20, COMPONENTS = 5 };

typedef struct {
    StrView cells[COLUMNS_MOST];
    size_t count;
} Row;

static Row split_row(StrView line)
{
    Row row = {0};
    for (bool goes_on = true; goes_on && row.count < COLUMNS_MOST;) {
        size_t length = view_find(line, '\t');
        row.cells[row.count++] = view_slice(line, 0, length);
        goes_on = length < line.length;
        line = view_slice(line, length + 1, line.length);
    }
    return row;
}

typedef struct {
    size_t rows, agreed, swapped; /* swapped: strong for weak or weak for strong */
    size_t hits[COMPONENTS], extra[COMPONENTS], missed[COMPONENTS];
} Score;

static void score_verdict(Score *score, const char *found, StrView wanted)
{
    bool is_far = (found[0] == 'w' && view_is(wanted, "strong")) ||
                  (found[0] == 's' && view_is(wanted, "weak"));
    score->rows++;
    score->agreed += view_is(wanted, found);
    score->swapped += is_far;
}

/* id level tense text verdict action scope technique result metric faults note */
static void score_bullet(Score *score, const Row *row, Arena *arena)
{
    BulletInput input = {.text = row->cells[3], .is_current = view_is(row->cells[2], "current")};
    CU_ASSERT(level_parse(row->cells[1], &input.level));
    BulletReport report = check_bullet(&input, arena);
    score_verdict(score, verdict_name(report.verdict), row->cells[4]);
    const bool found[COMPONENTS] = {report.has_action, report.has_scope, report.has_technique,
                                    report.has_result, report.has_metric};
    for (int i = 0; i < COMPONENTS; i++) {
        bool is_wanted = view_is(row->cells[5 + i], "1");
        score->hits[i] += found[i] && is_wanted;
        score->extra[i] += found[i] && !is_wanted;
        score->missed[i] += !found[i] && is_wanted;
    }
}

/* id split level text verdict faults */
static void score_summary(Score *score, const Row *row, Arena *arena)
{
    Level level = LEVEL_MID;
    CU_ASSERT(level_parse(row->cells[2], &level));
    SummaryInput input = {.text = row->cells[3], .level = level};
    SummaryReport report = check_summary(&input, arena);
    score_verdict(score, verdict_name(report.verdict), row->cells[4]);
}

static Score score_file(const char *name, void (*score_row)(Score *, const Row *, Arena *))
{
    Score score = {0};
    StrBuf text = {0};
    Diag diag = {0};
    CU_ASSERT_FATAL(file_read(source_path(name), FILE_BYTES_MOST, &text, NULL, &diag));
    StrView rest = strbuf_view(&text), line;
    Arena arena = {0};
    view_next_line(&rest, &line);
    while (view_next_line(&rest, &line)) {
        Row row = split_row(line);
        score_row(&score, &row, &arena);
        arena_reset(&arena);
    }
    arena_done(&arena);
    strbuf_done(&text);
    return score;
}

static size_t percent(size_t part, size_t whole)
{
    return whole ? part * 100 / whole : 0;
}

static void bullets_are_judged_as_people_judge_them(void)
{
    static const struct {
        const char *file;
        size_t verdicts, components; /* percent, at least */
    } cases[] = {
        {"tests/check/bullets.tsv", 97, 96}, {"tests/check/own.tsv", 96, 95},
        {"tests/check/own2.tsv", 95, 94},    {"tests/check/own3.tsv", 95, 94},
        {"tests/check/own4.tsv", 95, 94},    {"tests/check/own5.tsv", 93, 94},
        {"tests/check/own6.tsv", 95, 94},    {"tests/check/own7.tsv", 91, 94},
        {"tests/check/own8.tsv", 95, 94},    {"tests/check/own9.tsv", 97, 97},
        {"tests/check/own10.tsv", 98, 96},   {"tests/check/own11.tsv", 98, 96},
        {"tests/check/own12.tsv", 96, 94},   {"tests/check/own13.tsv", 98, 96},
        {"tests/check/own14.tsv", 95, 94},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        Score score = score_file(cases[i].file, score_bullet);
        printf("# %s: %zu of %zu verdicts\n", cases[i].file, score.agreed, score.rows);
        CU_ASSERT(percent(score.agreed, score.rows) >= cases[i].verdicts);
        CU_ASSERT(score.swapped * 50 <= score.rows);
        for (int k = 0; k < COMPONENTS; k++) {
            size_t whole = 2 * score.hits[k] + score.extra[k] + score.missed[k];
            CU_ASSERT(percent(2 * score.hits[k], whole) >= cases[i].components);
        }
    }
}

static void summaries_are_judged_as_people_judge_them(void)
{
    static const char *const files[] = {"tests/check/summaries.tsv", "tests/check/summaries2.tsv"};
    for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
        Score score = score_file(files[i], score_summary);
        CU_ASSERT(percent(score.agreed, score.rows) >= 96);
        CU_ASSERT_EQUAL(score.swapped, 0);
    }
}

CU_TestInfo agreement_tests[] = {
    {"bullets are judged as people judge them", bullets_are_judged_as_people_judge_them},
    {"summaries are judged as people judge them", summaries_are_judged_as_people_judge_them},
    CU_TEST_INFO_NULL,
};
