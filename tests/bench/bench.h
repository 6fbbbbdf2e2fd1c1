/* Benchmarks: what is measured, and what it is measured against in the same run. Times differ from
 * machine to machine; the ratio to the peer is what may be compared. */
#ifndef TESTS_BENCH_BENCH_H
#define TESTS_BENCH_BENCH_H

#include <stddef.h>

#include "bulletproof/base/strview.h"
#include "bulletproof/font/font.h"
#include "bulletproof/model/node.h"
#include "bulletproof/model/theme.h"

/* What a case works on: made once, before the clock starts. */
typedef struct {
    StrView bullets;     /* sixty bullets, one a line; plain English with some other letters */
    size_t bullet_count; /* lines of `bullets` */
    StrView field;       /* a field as large as one may be, the same bullets again and again */
    StrView file;        /* a resume with these bullets, as YAML */
    const Node *root;    /* the same as a tree */
    Fonts *fonts;        /* the built-in ones: the same on every machine */
    const Theme *theme;
} BenchInput;

/* One measured call. What it returns is kept, so that no compiler leaves the work out. */
typedef size_t BenchRun(const BenchInput *input);

typedef struct {
    const char *name; /* NULL ends a table */
    const char *unit; /* what the time is told for, such as "bullet" */
    size_t count;     /* units in one run; 0: the bullets of the input */
    BenchRun *run;
    const char *peer_name; /* NULL when there is nothing to measure against */
    BenchRun *peer;
} BenchCase;

/* The tables: one row each, `NAME_benches` in bench_NAME.c. */
#define BENCHES(X) \
    X(job) \
    X(text) \
    X(resume)

#define X(name) extern const BenchCase name##_benches[];
BENCHES(X)
#undef X

#endif
