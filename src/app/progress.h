/* Telling on standard error how far long work has come. */
#ifndef APP_PROGRESS_H
#define APP_PROGRESS_H

#include <stdbool.h>
#include <stddef.h>
#include <time.h>

typedef struct {
    bool is_wanted, is_shown;
    size_t total; /* 0: not known */
    struct timespec start, told;
} Progress;

/* Wanted where someone sees it, and sees nothing else: standard error is a terminal, standard
 * output is none. Nothing is told in the first second. */
void progress_start(Progress *progress, size_t total);
void progress_tell(Progress *progress, size_t done);
/* Leaves an empty line for what is told otherwise. */
void progress_clear(Progress *progress);

/* "bulletproof: 1200 of 10000 checked, about 40 s left", or what of it is known. */
int progress_text(char *out, size_t bytes, const Progress *progress, size_t done, double seconds);

#endif
