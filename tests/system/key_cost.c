/* What a key costs a line that is slow, as TAP: in a terminal of its own the editor answers each
 * key with one write of few bytes, asks the terminal nothing, and sleeps when nobody types. */
#include "config.h" /* posix_openpt() and its like are extensions */

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "in_terminal.h"

enum {
    START_MILLISECONDS = 20000,
    KEY_MILLISECONDS = 3000,
    QUIET_MILLISECONDS = 40,  /* without output: a key has been answered */
    BEGUN_MILLISECONDS = 400, /* likewise: the start is over */
    REST_MILLISECONDS = 1500, /* for what is done when keys rest, on a busy machine too */
    SLEEP_MILLISECONDS = 1000,
    TRIES = 5,          /* of a busy machine, to be done with what is done when keys rest */
    ROOM_AHEAD = 65536, /* of the journal, where the file system gives room */
};

static char program[4096], file[64], journal[96];

typedef struct {
    pid_t process;
    int terminal;
    size_t bytes;     /* that have come so far */
    bool has_queried; /* the terminal was asked something */
} Session;

/* --- a program in a terminal ----------------------------------------------------- */

static bool write_resume(void)
{
    FILE *out = fopen(file, "w");
    return out &&
           fputs(
               "basics:\n  name: Maya Lindqvist\nwork:\n  - name: Northwind\n    highlights:\n"
               "      - Cut p95 latency of the booking API from 900 ms to 210 ms with one query.\n"
               "      - Moved invoice mail from the request path to RabbitMQ workers.\n",
               out) >= 0 &&
           fclose(out) == 0;
}

/* With a resume that nobody has touched. */
static bool begin(Session *session)
{
    unlink(journal);
    if (!write_resume()) {
        return false;
    }
    *session = (Session){.process = 0};
    session->process = in_terminal_begin(&session->terminal, "xterm-256color", program, file);
    return session->process > 0;
}

/* What a terminal answers: its attributes, its state, its colours. */
static bool is_query(const char *bytes)
{
    static const char *const queries[] = {"\033[c",    "\033[>c",   "\033[6n",  "\033[5n",
                                          "\033]10;?", "\033]11;?", "\033[>0q", "\033[?u"};
    for (size_t i = 0; i < sizeof(queries) / sizeof(queries[0]); i++) {
        if (strstr(bytes, queries[i])) {
            return true;
        }
    }
    return false;
}

/* Takes what comes, until nothing has come for so long. */
static void listen_to(Session *session, int first_limit, int quiet)
{
    char bytes[4096];
    int limit = first_limit;
    struct pollfd input = {.fd = session->terminal, .events = POLLIN};
    while (poll(&input, 1, limit) > 0) {
        ssize_t count = read(session->terminal, bytes, sizeof(bytes) - 1);
        if (count <= 0) {
            return;
        }
        bytes[count] = '\0';
        session->has_queried = session->has_queried || is_query(bytes);
        session->bytes += (size_t)count;
        limit = quiet;
    }
}

static void finish(const Session *session)
{
    kill(session->process, SIGKILL);
    waitpid(session->process, NULL, 0);
    close(session->terminal);
}

/* The number behind `key` in a file of the process in /proc; -1: it cannot be read. */
static long number_in(const Session *session, const char *name, const char *key)
{
    char path[64], line[256];
    long number = -1;
    snprintf(path, sizeof(path), "/proc/%ld/%s", (long)session->process, name);
    FILE *in = fopen(path, "r");
    while (in && fgets(line, sizeof(line), in)) {
        if (strncmp(line, key, strlen(key)) == 0) {
            number = strtol(line + strlen(key), NULL, 10);
        }
    }
    if (in) {
        fclose(in);
    }
    return number;
}

/* --- what keys cost -------------------------------------------------------------------- */

typedef struct {
    const char *name;
    const char *before;      /* keys that go there */
    const char *const *keys; /* that are measured, one after the other; ends with NULL */
    size_t most_bytes;       /* for the costliest of them */
} Case;

/* Without room ahead the journal takes a write of its own. */
static bool has_room_ahead(void)
{
    struct stat status;
    return stat(journal, &status) == 0 && status.st_size >= ROOM_AHEAD;
}

static bool is_key_cheap(Session *session, const Case *one, size_t index)
{
    size_t bytes = session->bytes;
    long writes = number_in(session, "io", "syscw:");
    const char *key = one->keys[index];
    if (write(session->terminal, key, strlen(key)) < 0) {
        return false;
    }
    listen_to(session, KEY_MILLISECONDS, QUIET_MILLISECONDS);
    writes = number_in(session, "io", "syscw:") - writes;
    bytes = session->bytes - bytes;
    bool is_cheap = writes == 1 && bytes > 0 && bytes <= one->most_bytes;
    if (!is_cheap) {
        printf("# %s, key %zu: %ld writes, %zu bytes\n", one->name, index + 1, writes, bytes);
    }
    return is_cheap;
}

/* On a machine that stalls, what is done when keys rest may fall between two of them. */
static bool are_most_cheap(Session *session, const Case *one)
{
    size_t count = 0, dear = 0;
    for (; one->keys[count]; count++) {
        dear += !is_key_cheap(session, one, count);
    }
    return dear * 3 <= count;
}

static bool are_keys_cheap(const Case *one)
{
    Session session;
    bool is_cheap = begin(&session);
    if (is_cheap) {
        listen_to(&session, START_MILLISECONDS, BEGUN_MILLISECONDS);
        for (const char *key = one->before; *key && is_cheap; key++) {
            is_cheap = write(session.terminal, key, 1) == 1;
            listen_to(&session, QUIET_MILLISECONDS, QUIET_MILLISECONDS);
        }
        listen_to(&session, BEGUN_MILLISECONDS, BEGUN_MILLISECONDS);
        is_cheap = is_cheap && are_most_cheap(&session, one);
        if (session.has_queried) {
            printf("# %s: the terminal was asked something\n", one->name);
        }
        is_cheap = is_cheap && !session.has_queried;
        finish(&session);
    }
    return is_cheap;
}

static bool sleeps_for_a_while(Session *session)
{
    size_t bytes = session->bytes;
    long wakes = number_in(session, "status", "voluntary_ctxt_switches:");
    listen_to(session, SLEEP_MILLISECONDS, SLEEP_MILLISECONDS);
    wakes = number_in(session, "status", "voluntary_ctxt_switches:") - wakes;
    bool is_asleep = bytes == session->bytes && wakes == 0;
    if (!is_asleep) {
        printf("# %ld wake-ups, %zu bytes\n", wakes, session->bytes - bytes);
    }
    return is_asleep;
}

/* After an edit and what is done when keys rest: no output, and nothing that wakes it. */
static bool sleeps_when_nobody_types(void)
{
    Session session;
    if (!begin(&session)) {
        return false;
    }
    listen_to(&session, START_MILLISECONDS, BEGUN_MILLISECONDS);
    bool is_typed = write(session.terminal, "\tx", 2) == 2;
    listen_to(&session, REST_MILLISECONDS, REST_MILLISECONDS);
    bool is_asleep = false;
    for (int i = 0; i < TRIES && is_typed && !is_asleep; i++) {
        is_asleep = sleeps_for_a_while(&session);
    }
    finish(&session);
    return is_asleep;
}

/* --- all of it -------------------------------------------------------------------------- */

/* Whether what is measured can be read here, and the journal takes no write of its own. */
static bool can_measure(void)
{
    Session session;
    bool can = begin(&session);
    if (can) {
        listen_to(&session, START_MILLISECONDS, BEGUN_MILLISECONDS);
        can = write(session.terminal, "\tx", 2) == 2;
        listen_to(&session, REST_MILLISECONDS, QUIET_MILLISECONDS);
        can = can && number_in(&session, "io", "syscw:") >= 0 && has_room_ahead();
        finish(&session);
    }
    return can;
}

static int try_all(void)
{
    static const char *const letters[] = {"b", "y", " ", "t", "w", "o", ",", " ", "é", "x", NULL};
    static const char *const moves[] = {"\033OD", "\033OD", "\033OB", "\033OA", "\033OD", NULL};
    static const char *const erasing[] = {"\177", "\177", "\177", NULL};
    static const Case cases[] = {
        {"letters of a name", "\t", letters, 120},
        {"letters within a bullet", "\033OB\033OB\033OB\t\033OB\033OB\033OB\033OC\033OC\033OC",
         letters, 160},
        {"moving", "\t\033OF", moves, 1200},
        {"erasing", "\t\033OF", erasing, 60},
        {"letters of the palette", "\007", letters, 2400},
        {"letters of a search", "\006", letters, 2400},
    };
    enum { CASES = sizeof(cases) / sizeof(cases[0]) };
    int failed = 0;
    bool can = can_measure();
    printf("1..%d\n", CASES + 1);
    for (int i = 0; i < CASES; i++) {
        bool is_cheap = !can || are_keys_cheap(&cases[i]);
        failed += !is_cheap;
        printf("%s %d - one small write a key: %s%s\n", is_cheap ? "ok" : "not ok", i + 1,
               cases[i].name, can ? "" : " # SKIP it cannot be counted here");
    }
    bool is_asleep = !can || sleeps_when_nobody_types();
    failed += !is_asleep;
    printf("%s %d - it sleeps when nobody types%s\n", is_asleep ? "ok" : "not ok", CASES + 1,
           can ? "" : " # SKIP it cannot be counted here");
    return failed;
}

int main(void)
{
    char folder[] = "/tmp/bulletproof-keys-XXXXXX", command[128];
    const char *build = getenv("builddir");
    char *where = realpath(build ? build : ".", NULL);
    if (!where || !mkdtemp(folder) || setenv("HOME", folder, 1) != 0) {
        return 99;
    }
    unsetenv("XDG_STATE_HOME");
    unsetenv("XDG_CONFIG_HOME");
    setenv("LC_ALL", "C.UTF-8", 1);
    snprintf(program, sizeof(program), "%s/bulletproof", where);
    snprintf(file, sizeof(file), "%s/a.yaml", folder);
    free(where);
    snprintf(journal, sizeof(journal), "%s/.a.yaml.bulletproof-journal", folder);
    int failed = try_all();
    snprintf(command, sizeof(command), "rm -r %s", folder);
    return system(command) != 0 || failed > 0;
}
