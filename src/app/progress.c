#include "app/progress.h"

#include <stdio.h>
#include <unistd.h>

enum { LINE_COLUMNS = 60 };

#define FIRST_SECONDS   1.0
#define BETWEEN_SECONDS 0.2

static double seconds_between(struct timespec from, struct timespec to)
{
    return (double)(to.tv_sec - from.tv_sec) + (double)(to.tv_nsec - from.tv_nsec) / 1e9;
}

void progress_start(Progress *progress, size_t total)
{
    *progress =
        (Progress){.is_wanted = isatty(STDERR_FILENO) && !isatty(STDOUT_FILENO), .total = total};
    clock_gettime(CLOCK_MONOTONIC, &progress->start);
    progress->told = progress->start;
}

int progress_text(char *out, size_t bytes, const Progress *progress, size_t done, double seconds)
{
    if (progress->total == 0 || done == 0 || done > progress->total) {
        return snprintf(out, bytes, "bulletproof: %zu checked", done);
    }
    double left = seconds / (double)done * (double)(progress->total - done);
    return snprintf(out, bytes, "bulletproof: %zu of %zu checked, about %.0f s left", done,
                    progress->total, left);
}

void progress_tell(Progress *progress, size_t done)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    double seconds = seconds_between(progress->start, now);
    bool is_due =
        seconds >= FIRST_SECONDS && seconds_between(progress->told, now) >= BETWEEN_SECONDS;
    if (!progress->is_wanted || !is_due) {
        return;
    }
    char text[128];
    progress_text(text, sizeof(text), progress, done, seconds);
    fprintf(stderr, "\r%-*s\r", LINE_COLUMNS, text); /* what is told next writes over it */
    progress->told = now;
    progress->is_shown = true;
}

void progress_clear(Progress *progress)
{
    if (progress->is_shown) {
        fprintf(stderr, "\r%*s\r", LINE_COLUMNS, "");
        progress->is_shown = false;
    }
}
