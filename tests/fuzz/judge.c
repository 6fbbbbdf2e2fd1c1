/* Any bytes, cleaned, as a bullet, a summary and a job description: what is told of them lies
 * within them. */
#include "bulletproof/base/arena.h"
#include "bulletproof/base/utf8.h"
#include "bulletproof/check/check.h"
#include "bulletproof/match/job.h"
#include "bulletproof/text/clean.h"
#include "fuzz.h"

static bool is_boundary(StrView text, size_t offset)
{
    return offset <= text.length &&
           (offset == text.length || ((unsigned char)text.data[offset] & 0xC0) != 0x80);
}

static void expect_range(StrView text, size_t start, size_t end)
{
    fuzz_expect(start <= end && is_boundary(text, start) && is_boundary(text, end),
                "a range is not of the text", text);
}

static void expect_inside(StrView text, StrView part)
{
    bool is_inside = part.length == 0 ||
                     (part.data >= text.data && part.data + part.length <= text.data + text.length);
    fuzz_expect(is_inside, "a part is not of the text", text);
}

static void expect_findings(StrView text, const Finding *findings, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        expect_range(text, findings[i].start, findings[i].end);
        fuzz_expect(findings[i].message[0] != '\0', "a finding says nothing", text);
    }
}

static void judge_bullet(StrView text, Arena *arena)
{
    const BulletInput input = {.text = text, .level = LEVEL_MID};
    BulletReport report = check_bullet(&input, arena);
    size_t last = 0;
    for (size_t i = 0; i < report.span_count; i++) {
        expect_range(text, report.spans[i].start, report.spans[i].end);
        fuzz_expect(report.spans[i].start >= last, "spans overlap", text);
        last = report.spans[i].end;
    }
    expect_findings(text, report.findings, report.finding_count);
}

static void judge_summary(StrView text, Arena *arena)
{
    const SummaryInput input = {.text = text, .level = LEVEL_MID};
    SummaryReport report = check_summary(&input, arena);
    expect_findings(text, report.findings, report.finding_count);
}

static void read_job(StrView text, Arena *arena)
{
    Job job = job_read(text, arena);
    for (size_t i = 0; i < job.term_count; i++) {
        expect_inside(text, job.terms[i].spelling);
        expect_inside(text, job.terms[i].sentence);
    }
    for (size_t i = 0; i < job.fact_count; i++) {
        expect_inside(text, job.facts[i].text);
    }
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    Arena arena = {0};
    StrBuf clean = {0};
    text_clean(&clean, view_make((const char *)data, size), CLEAN_PROSE);
    judge_bullet(strbuf_view(&clean), &arena);
    judge_summary(strbuf_view(&clean), &arena);
    read_job(strbuf_view(&clean), &arena);
    arena_done(&arena);
    strbuf_done(&clean);
    return 0;
}
