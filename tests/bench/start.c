/* How soon the editor is there, what a key costs, and what memory it has taken when somebody has
 * typed for a while, beside other editors on the same file in the same run.
 *
 *     start PROGRAM FILE [ROUNDS]
 *
 * Each in a terminal of its own, in turn, so that a busy machine is busy for all. */
#include "config.h" /* posix_openpt() and its like are extensions */

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "../system/in_terminal.h"

enum {
    ROUNDS = 15,
    LETTERS = 60,
    QUIET_MILLISECONDS = 120, /* without output: the start is over */
    START_MILLISECONDS = 10 * 1000,
    KEY_MILLISECONDS = 10,
    REST_MILLISECONDS = 1000, /* for what an editor does when keys rest */
};

/* The first is ours; the keys open a text of it, or let letters be typed. */
static struct {
    const char *name, *keys;
} editors[] = {{NULL, "\033OB\033OB\r"}, {"nano", ""}, {"vim", "i"}};

enum { EDITORS = sizeof(editors) / sizeof(editors[0]) };

typedef struct {
    double first, last; /* milliseconds to the first and to the last byte of the start */
    double answer;      /* milliseconds from a key to the first byte of what it changes */
    double processor;   /* microseconds a key, with what is done when keys rest */
    double writes;      /* calls a key, to the terminal and to files */
    double memory;      /* MiB: the most, of the process and of those it has begun */
} Figures;

typedef struct {
    Figures rounds[ROUNDS];
    int count; /* 0: it is not installed */
} Results;

static double now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (double)time.tv_sec * 1000 + (double)time.tv_nsec / 1e6;
}

/* --- a program in a terminal ------------------------------------------------------------ */

/* Takes what comes until nothing has come for so long; the times of the first and the last byte. */
static bool listen_to(int terminal, int first_limit, int quiet, double times[2])
{
    char bytes[4096];
    bool is_heard = false;
    struct pollfd input = {.fd = terminal, .events = POLLIN};
    while (poll(&input, 1, is_heard ? quiet : first_limit) > 0) {
        double time = now();
        if (read(terminal, bytes, sizeof(bytes)) <= 0) {
            break;
        }
        times[0] = is_heard ? times[0] : time;
        times[1] = time;
        is_heard = true;
    }
    return is_heard;
}

/* The number behind `key` in a file of /proc. */
static long number_in(const char *path, const char *key)
{
    char line[256];
    long number = 0;
    FILE *file = fopen(path, "r");
    while (file && fgets(line, sizeof(line), file)) {
        if (strncmp(line, key, strlen(key)) == 0) {
            number = strtol(line + strlen(key), NULL, 10);
        }
    }
    if (file) {
        fclose(file);
    }
    return number;
}

static long kilobytes_of(long process)
{
    char path[64];
    snprintf(path, sizeof(path), "/proc/%ld/status", process);
    return number_in(path, "VmHWM:");
}

/* A process that another has begun, or 0. */
static long child_of(long process)
{
    char path[64];
    snprintf(path, sizeof(path), "/proc/%ld/task/%ld/children", process, process);
    return number_in(path, "");
}

static double memory_of(pid_t process)
{
    long child = child_of(process);
    return (double)(kilobytes_of(process) + (child > 0 ? kilobytes_of(child) : 0)) / 1024;
}

static double microseconds_of(long process)
{
    char path[64];
    snprintf(path, sizeof(path), "/proc/%ld/schedstat", process);
    return (double)number_in(path, "") / 1000;
}

/* Of the processes that it has begun and that have ended, to a tick of the system's clock. */
static double microseconds_of_ended(long process)
{
    char path[64], line[1024];
    long user = 0, system_time = 0;
    snprintf(path, sizeof(path), "/proc/%ld/stat", process);
    FILE *file = fopen(path, "r");
    size_t length = file ? fread(line, 1, sizeof(line) - 1, file) : 0;
    line[length] = '\0';
    const char *behind_name = strrchr(line, ')');
    if (behind_name) {
        sscanf(behind_name, ") %*c %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %*s %ld %ld", &user,
               &system_time);
    }
    if (file) {
        fclose(file);
    }
    return (double)(user + system_time) * 1e6 / (double)sysconf(_SC_CLK_TCK);
}

static double processor_of(pid_t process)
{
    long child = child_of(process);
    return microseconds_of(process) + (child > 0 ? microseconds_of(child) : 0) +
           microseconds_of_ended(process);
}

static double writes_of(pid_t process)
{
    char path[64];
    snprintf(path, sizeof(path), "/proc/%ld/io", (long)process);
    return (double)number_in(path, "syscw:");
}

/* --- what somebody does there ------------------------------------------------------------- */

/* What a start leaves for later is over then. */
static void go_to_text(int terminal, const char *keys)
{
    double ignored[2];
    if (write(terminal, keys, strlen(keys)) >= 0) {
        listen_to(terminal, REST_MILLISECONDS, REST_MILLISECONDS, ignored);
    }
}

/* Types, then rests. Milliseconds from a key to its first byte, in the mean. */
static double type(int terminal)
{
    double times[2], waited = 0;
    for (int i = 0; i < LETTERS; i++) {
        char letter = i % 6 == 5 ? ' ' : (char)('a' + i % 26);
        double sent = now();
        if (write(terminal, &letter, 1) == 1 &&
            listen_to(terminal, REST_MILLISECONDS, KEY_MILLISECONDS, times)) {
            waited += times[0] - sent;
        }
    }
    listen_to(terminal, REST_MILLISECONDS, REST_MILLISECONDS, times);
    return waited / LETTERS;
}

static void measure_keys(int terminal, pid_t process, const char *keys, Figures *figures)
{
    go_to_text(terminal, keys);
    double processor = processor_of(process), writes = writes_of(process);
    figures->answer = type(terminal);
    figures->processor = (processor_of(process) - processor) / LETTERS;
    figures->writes = (writes_of(process) - writes) / LETTERS;
    figures->memory = memory_of(process);
}

static bool measure(const char *program, const char *keys, const char *file, Figures *figures)
{
    double times[2];
    int terminal;
    double start = now();
    pid_t process = in_terminal_begin(&terminal, "xterm-256color", program, file);
    bool is_there = process > 0 &&
                    listen_to(terminal, START_MILLISECONDS, QUIET_MILLISECONDS, times) &&
                    waitpid(process, NULL, WNOHANG) == 0;
    if (is_there) {
        *figures = (Figures){.first = times[0] - start, .last = times[1] - start};
        measure_keys(terminal, process, keys, figures);
        kill(process, SIGKILL);
    }
    close(terminal);
    if (process > 0) {
        waitpid(process, NULL, 0);
    }
    return is_there;
}

/* --- what came of it ---------------------------------------------------------------------- */

static int compare(const void *a, const void *b)
{
    double left = *(const double *)a, right = *(const double *)b;
    return (left > right) - (left < right);
}

/* `offset` is that of the figure. */
static double median(const Results *results, size_t offset)
{
    double values[ROUNDS];
    for (int i = 0; i < results->count; i++) {
        memcpy(&values[i], (const char *)&results->rounds[i] + offset, sizeof(values[i]));
    }
    qsort(values, (size_t)results->count, sizeof(values[0]), compare);
    return values[results->count / 2];
}

static void tell(const Results all[EDITORS])
{
    static const struct {
        const char *name, *unit;
        size_t offset;
    } figures[] = {{"start, first byte", "ms", offsetof(Figures, first)},
                   {"start, last byte", "ms", offsetof(Figures, last)},
                   {"key, first byte", "ms", offsetof(Figures, answer)},
                   {"key, processor", "µs", offsetof(Figures, processor)},
                   {"key, writes", "", offsetof(Figures, writes)},
                   {"memory after typing", "MiB", offsetof(Figures, memory)}};
    for (size_t i = 0; i < sizeof(figures) / sizeof(figures[0]); i++) {
        double ours = median(&all[0], figures[i].offset);
        printf("%-20s %7.1f %-3s", figures[i].name, ours, figures[i].unit);
        for (int other = 1; other < EDITORS; other++) {
            if (all[other].count > 0) {
                double theirs = median(&all[other], figures[i].offset);
                printf("   %s %.1f, %.2f of it", editors[other].name, theirs, ours / theirs);
            }
        }
        putchar('\n');
    }
}

/* A copy a run: an editor that is killed may leave a lock. */
static bool copy_file(const char *from, char to[])
{
    char command[8192];
    int file = mkstemps(to, (int)strlen(".yaml"));
    if (file < 0) {
        return false;
    }
    close(file);
    snprintf(command, sizeof(command), "cp '%s' '%s'", from, to);
    return system(command) == 0;
}

static void forget_file(const char *file)
{
    char journal[64];
    snprintf(journal, sizeof(journal), "/tmp/.%s.bulletproof-journal", strrchr(file, '/') + 1);
    unlink(journal);
    unlink(file);
}

int main(int count, char *arguments[])
{
    static Results all[EDITORS];
    int rounds = count == 4 ? atoi(arguments[3]) : ROUNDS;
    if (count < 3 || rounds < 1 || rounds > ROUNDS) {
        fprintf(stderr, "usage: start PROGRAM FILE [ROUNDS]\n");
        return 2;
    }
    editors[0].name = arguments[1];
    for (int round = 0; round < rounds; round++) {
        for (int editor = 0; editor < EDITORS; editor++) {
            char file[] = "/tmp/start-XXXXXX.yaml";
            Results *results = &all[editor];
            if (copy_file(arguments[2], file) && measure(editors[editor].name, editors[editor].keys,
                                                         file, &results->rounds[results->count])) {
                results->count++;
            }
            forget_file(file);
        }
    }
    if (all[0].count == 0) {
        fprintf(stderr, "start: %s does not start\n", arguments[1]);
        return 1;
    }
    tell(all);
    return 0;
}
