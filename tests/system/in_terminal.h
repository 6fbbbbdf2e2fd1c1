/* A program in a terminal of 80 columns and 24 rows, for tests and benchmarks that count what it
 * does there. */
#ifndef TESTS_IN_TERMINAL_H
#define TESTS_IN_TERMINAL_H

#include <sys/types.h>

/* Opens a terminal, `*terminal`, and begins `program` with `file` in it; a program without a slash
 * is looked for in PATH. Its process, whose status is 127 when it cannot be begun, or -1. */
pid_t in_terminal_begin(int *terminal, const char *kind, const char *program, const char *file);

#endif
