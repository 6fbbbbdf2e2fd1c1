/* What a job description costs: reading ten kilobytes once, comparing sixty bullets with it, which
 * a key asks for while the comparison is in sight. The peer parts the same text into words. */
#include "bench.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <uniwbrk.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/match/match.h"
#include "bulletproof/model/document.h"

enum { ADVERT_BYTES = 10 * 1024, KEYS = 100 };

static const char part[] =
    "What you bring\n- Five or more years of back-end work in Kotlin or Java, Spring Boot\n"
    "- PostgreSQL beyond the ORM: indexes, locks, query plans; Redis in front of it\n"
    "- Kafka or RabbitMQ, idempotent consumers, retries; REST and gRPC between services\n"
    "- Docker, Kubernetes (we run EKS) and Terraform; alerts through Prometheus and Grafana\n"
    "You can go to market quickly, and the rest of the team reacts calmly when it must.\n\n"
    "Nice to have\n- Go or Rust, OpenTelemetry, contract tests, GitHub Actions\n"
    "- No PHP: the last of it was switched off in May. Fluent English, hybrid, in Leeds.\n\n";

static StrView advert(Arena *arena)
{
    char *text = arena_alloc(arena, ADVERT_BYTES);
    for (size_t at = 0; at < ADVERT_BYTES; at += sizeof(part) - 1) {
        size_t left = ADVERT_BYTES - at, whole = sizeof(part) - 1;
        memcpy(text + at, part, left < whole ? left : whole);
    }
    return view_make(text, ADVERT_BYTES);
}

static size_t read_advert(const BenchInput *input)
{
    Arena arena = {0};
    (void)input;
    size_t terms = job_read(advert(&arena), &arena).term_count;
    arena_done(&arena);
    return terms;
}

static size_t part_advert(const BenchInput *input)
{
    Arena arena = {0};
    (void)input;
    StrView text = advert(&arena);
    char *breaks = xalloc(text.length);
    u8_wordbreaks((const uint8_t *)text.data, text.length, breaks);
    size_t last = (size_t)breaks[text.length - 1];
    free(breaks);
    arena_done(&arena);
    return last;
}

static size_t compare(const BenchInput *input)
{
    Arena arena = {0};
    Job job = job_read(view_of(part), &arena);
    size_t shown = match_compare(&job, input->root, &arena).state_counts[MATCH_SHOWN];
    arena_done(&arena);
    return shown;
}

/* Letters are typed into the first bullet while the comparison is in sight. */
static size_t compare_at_keys(const BenchInput *input)
{
    Arena arena = {0}, job_arena = {0};
    Document *document = document_new(node_copy(input->root));
    MatchMemory *memory = match_memory_new();
    Job job = job_read(view_of(part), &job_arena);
    const Node *work = node_child(node_part(document_root(document), NODE_WORKS), 0);
    NodeId bullet = node_id(node_child(node_part(work, NODE_HIGHLIGHTS), 0));
    size_t shown = 0;
    for (size_t i = 0; i < KEYS; i++) {
        document_splice(document, (TextRange){bullet, FIELD_TEXT, 0, 0}, view_of("a"));
        arena_reset(&arena);
        shown += match_compare_again(&job, document_root(document), memory, &arena)
                     .state_counts[MATCH_SHOWN];
    }
    match_memory_free(memory);
    document_free(document);
    arena_done(&job_arena);
    arena_done(&arena);
    return shown;
}

static size_t part_file(const BenchInput *input)
{
    char *breaks = xalloc(input->bullets.length);
    u8_wordbreaks((const uint8_t *)input->bullets.data, input->bullets.length, breaks);
    size_t last = (size_t)breaks[input->bullets.length - 1];
    free(breaks);
    return last;
}

const BenchCase job_benches[] = {
    {"job: read 10 kB", "text", 1, read_advert, "u8_wordbreaks", part_advert},
    {"job: compare 60 bullets again", "key", KEYS, compare_at_keys, NULL, NULL},
    {"job: compare 60 bullets", "resume", 1, compare, "u8_wordbreaks", part_file},
    {0},
};
