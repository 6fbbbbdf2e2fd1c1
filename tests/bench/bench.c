/* Runs the benchmarks and prints one line each. Arguments are parts of the names of the
 * cases to run; --bullets prints the text they run on. */
#include "bench.h"

#include <locale.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "bulletproof/base/strbuf.h"
#include "bulletproof/store/store.h"

enum { BULLET_COUNT = 60, FIELD_BYTES = 256 * 1024, ROUNDS = 7, ROUND_NANOSECONDS = 20000000 };

static const char *const bullets[] = {
    "Moved invoice mail from the request path to RabbitMQ workers with capped retries, so that a "
    "slow mail server no longer delays checkout.",
    "Cut p95 of the order search from 780 ms to 90 ms by adding a covering index in PostgreSQL.",
    "Designed the idempotency keys of the payments API (£1.2m a day); double charges fell to zero.",
    "Led the zero-downtime move of 6 TB from MySQL to Aurora with dual writes and a checked "
    "backfill.",
    "Responsible for the ledger service.",
    "Replaced a nightly batch with Kafka consumers — stock levels are now at most 5 s old.",
    "Réduced the CI/CD run from 24 to 7 minutes with cached layers and parallel tests.",
};

/* Nobody reads it; writing it is what no compiler may leave out. */
static volatile size_t sink;

static double nanoseconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec * 1e9 + (double)now.tv_nsec;
}

/* Nanoseconds of one call, over as many as fill a round. */
static double time_round(BenchRun *run, const BenchInput *input)
{
    size_t calls = 0;
    double start = nanoseconds_now(), spent;
    do {
        sink = run(input);
        calls++;
        spent = nanoseconds_now() - start;
    } while (spent < ROUND_NANOSECONDS);
    return spent / (double)calls;
}

static double least(double a, double b)
{
    return a < b ? a : b;
}

static void print_time(double nanoseconds, const char *unit)
{
    bool is_long = nanoseconds >= 1e6;
    printf("%9.2f %s/%-8s", nanoseconds / (is_long ? 1e6 : 1e3), is_long ? "ms" : "µs", unit);
}

/* Ours and the peer take turns, so that a busy machine slows both; the best round counts. */
static void run_case(const BenchCase *one, const BenchInput *input)
{
    double ours = 1e18, peer = 1e18;
    for (int round = 0; round < ROUNDS; round++) {
        ours = least(ours, time_round(one->run, input));
        if (one->peer) {
            peer = least(peer, time_round(one->peer, input));
        }
    }
    size_t count = one->count > 0 ? one->count : input->bullet_count;
    printf("%-34s", one->name);
    print_time(ours / (double)count, one->unit);
    if (one->peer) {
        printf("  %5.2f of ", ours / peer);
        print_time(peer / (double)count, one->unit);
        printf(" %s", one->peer_name);
    }
    printf("\n");
    fflush(stdout);
}

static bool is_wanted(const char *name, int count, char *names[])
{
    for (int i = 1; i < count; i++) {
        if (strstr(name, names[i])) {
            return true;
        }
    }
    return count < 2;
}

static void run_table(const BenchCase *table, const BenchInput *input, int count, char *names[])
{
    for (const BenchCase *one = table; one->name; one++) {
        if (is_wanted(one->name, count, names)) {
            run_case(one, input);
        }
    }
}

static void fill_bullets(StrBuf *out)
{
    for (size_t i = 0; i < BULLET_COUNT; i++) {
        strbuf_add(out, bullets[i % (sizeof(bullets) / sizeof(bullets[0]))]);
        strbuf_add_char(out, '\n');
    }
}

/* What stands above the positions: all that the whole-resume rules compare the bullets with. */
static const char head[] =
    "basics:\n  name: Maya Lindqvist\n  email: maya@example.org\n  summary: Back-end developer "
    "with six years on order and payment services in Kotlin and PostgreSQL; ended double charges "
    "and cut search times.\nskills:\n"
    "- name: Languages\n  keywords: [Kotlin, Java, SQL, Go, Python]\n"
    "- name: Data\n  keywords: [PostgreSQL, MySQL, Aurora, Redis, Query plans]\n"
    "- name: Messaging\n  keywords: [RabbitMQ, Kafka, Idempotency, Retries, Outbox]\n"
    "- name: Testing\n  keywords: [JUnit, Contract tests, Testcontainers, Load tests]\n"
    "- name: Operations\n  keywords: [Docker, Kubernetes, Terraform, GitHub Actions]\n"
    "- name: Observability\n  keywords: [Prometheus, Grafana, OpenTelemetry, Structured logs]\n"
    "education:\n- institution: University of Leeds\n  endDate: 2015\nwork:\n";

/* Ten bullets a position. */
static void fill_file(StrBuf *out, StrView lines)
{
    StrView line;
    strbuf_add(out, head);
    for (size_t i = 0; view_next_line(&lines, &line); i++) {
        if (i % 10 == 0) {
            strbuf_addf(out, "- name: Employer %zu\n  position: Back-End Developer\n", i / 10);
            strbuf_addf(out, "  startDate: 20%02zu-01\n  highlights:\n", 25 - i / 10);
        }
        strbuf_addf(out, "  - \"%.*s\"\n", VIEW_ARG(line));
    }
}

static void fill_field(StrBuf *out, StrView lines)
{
    while (out->length + lines.length <= FIELD_BYTES) {
        strbuf_add_view(out, lines);
    }
}

static void run_all(const BenchInput *input, int count, char *names[])
{
#define X(name) run_table(name##_benches, input, count, names);
    BENCHES(X)
#undef X
}

static bool run_with_resume(BenchInput *input, int count, char *names[])
{
    Diag diag;
    Theme theme;
    Store *store = store_read(input->file, NULL, NULL, &diag);
    if (!store) {
        fprintf(stderr, "%s\n", diag.text);
        return false;
    }
    Node *root = store_take_root(store);
    theme_init(&theme);
    input->root = root;
    input->theme = &theme;
    input->fonts = fonts_open_builtin();
    run_all(input, count, names);
    fonts_free(input->fonts);
    theme_done(&theme);
    node_free(root);
    store_free(store);
    return true;
}

/* For measuring other programs on the same text. */
static bool print_bullets(StrView lines)
{
    return fwrite(lines.data, 1, lines.length, stdout) == lines.length;
}

int main(int count, char *names[])
{
    StrBuf lines = {0}, field = {0}, file = {0};
    if (!setlocale(LC_CTYPE, "C.UTF-8")) { /* for wcwidth() */
        fputs("the locale C.UTF-8 is missing\n", stderr);
        return EXIT_FAILURE;
    }
#ifdef __SANITIZE_ADDRESS__
    puts("Built with sanitizers: configure without them for figures that mean something.");
#endif
    fill_bullets(&lines);
    fill_field(&field, strbuf_view(&lines));
    fill_file(&file, strbuf_view(&lines));
    BenchInput input = {
        .bullets = strbuf_view(&lines),
        .bullet_count = BULLET_COUNT,
        .field = strbuf_view(&field),
        .file = strbuf_view(&file),
    };
    bool is_asked = count == 2 && strcmp(names[1], "--bullets") == 0;
    bool is_good = is_asked ? print_bullets(input.bullets) : run_with_resume(&input, count, names);
    strbuf_done(&lines);
    strbuf_done(&field);
    strbuf_done(&file);
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
