/* Kills the program while someone types, as TAP: by signals, by closing its terminal, at moments
 * by chance. After each the file is as it was, and the next start gives back what was typed.
 * With BULLETPROOF_LONG=1 in the environment many more. */
#include "config.h" /* posix_openpt() and its like are extensions */

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "in_terminal.h"

enum {
    USUAL_KILLS = 12,
    LONG_KILLS = 200,
    MOST_LOST = 10, /* characters */
    TYPED_MOST = 120,
    END_MILLISECONDS = 5000,
    START_MILLISECONDS = 20000,
    SCREEN_BYTES = 1 << 16,
};

static const char before[] = "basics:\n  name: \"\"\n";
static char program[4096], file[64], journal[96];

/* --- chance and time ------------------------------------------------------------ */

static unsigned dice_state = 1;

static unsigned dice(unsigned sides)
{
    dice_state = dice_state * 1103515245u + 12345u;
    return (dice_state >> 16) % sides;
}

/* Milliseconds. */
static long now(void)
{
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static void rest(unsigned microseconds)
{
    nanosleep(&(struct timespec){0, (long)microseconds * 1000}, NULL);
}

/* --- a program in a terminal ----------------------------------------------------- */

typedef struct {
    pid_t process;
    int terminal;
    char seen[SCREEN_BYTES]; /* what it has written */
    size_t length;
} Session;

static bool begin(Session *session)
{
    session->length = 0;
    session->process = in_terminal_begin(&session->terminal, "xterm", program, file);
    return session->process > 0;
}

/* Takes what comes within so much time; false when nothing did. */
static bool listen_for(Session *session, int milliseconds)
{
    struct pollfd input = {.fd = session->terminal, .events = POLLIN};
    if (poll(&input, 1, milliseconds) <= 0) {
        return false;
    }
    if (session->length > SCREEN_BYTES / 2) {
        session->length = 0;
    }
    ssize_t count = read(session->terminal, session->seen + session->length,
                         SCREEN_BYTES - 1 - session->length);
    session->length += count > 0 ? (size_t)count : 0;
    session->seen[session->length] = '\0';
    return count > 0;
}

static bool waits_for(Session *session, const char *text)
{
    long limit = now() + START_MILLISECONDS;
    while (now() < limit) {
        if (listen_for(session, 50) && strstr(session->seen, text)) {
            return true;
        }
    }
    printf("# never saw \"%s\"\n", text);
    return false;
}

static void send_keys(const Session *session, const char *keys)
{
    if (write(session->terminal, keys, strlen(keys)) < 0) {
        printf("# no keys taken: %s\n", strerror(errno));
    }
}

/* True when it has ended in time. What does not is killed, so that nothing is left. */
static bool has_ended(Session *session)
{
    long limit = now() + END_MILLISECONDS;
    while (waitpid(session->process, NULL, WNOHANG) == 0) {
        if (now() > limit) {
            kill(session->process, SIGKILL);
            waitpid(session->process, NULL, 0);
            return false;
        }
        if (session->terminal >= 0) {
            listen_for(session, 2);
        } else {
            rest(1000);
        }
    }
    return true;
}

static void hang_up(Session *session)
{
    if (session->terminal >= 0) {
        close(session->terminal);
        session->terminal = -1;
    }
}

/* --- one kill ---------------------------------------------------------------------- */

typedef struct {
    const char *name;
    int signal; /* 0: the terminal is closed */
} Death;

static const Death deaths[] = {
    {"SIGKILL", SIGKILL},
    {"its terminal closed", 0},
    {"SIGTERM", SIGTERM},
    {"SIGHUP", SIGHUP},
};

static void type_one(const Session *session, char typed[TYPED_MOST + 1], size_t index)
{
    bool is_blank = index % 7 == 3;
    typed[index] = is_blank ? ' ' : (char)(index == 0 ? 'K' : 'a' + (int)dice(26));
    typed[index + 1] = '\0';
    send_keys(session, typed + index);
}

/* Words of small letters, each letter waited for but the last few: nobody types further ahead of
 * the screen than those that may be lost. */
static void type(Session *session, char typed[TYPED_MOST + 1])
{
    size_t count = 10 + dice(TYPED_MOST - 10 - MOST_LOST), ahead = dice(MOST_LOST + 1);
    for (size_t i = 0; i < count; i++) {
        type_one(session, typed, i);
        listen_for(session, 1000);
    }
    while (listen_for(session, 100)) {
    }
    for (size_t i = count; i < count + ahead; i++) {
        type_one(session, typed, i);
    }
    rest(dice(4000));
}

static bool read_text(char out[SCREEN_BYTES])
{
    FILE *in = fopen(file, "r");
    size_t length = in ? fread(out, 1, SCREEN_BYTES - 1, in) : 0;
    out[length] = '\0';
    return in && fclose(in) == 0;
}

static bool write_before(void)
{
    FILE *out = fopen(file, "w");
    return out && fputs(before, out) >= 0 && fclose(out) == 0;
}

/* How many of the characters typed the file's name begins with, or -1. */
static int count_kept(const char *text, const char *typed)
{
    const char *name = strstr(text, "name: ");
    int count = 0;
    if (!name) {
        return -1;
    }
    name += strlen("name: ");
    name += *name == '"' || *name == '\''; /* a blank at its end */
    while (typed[count] && name[count] == typed[count]) {
        count++;
    }
    return strchr("\"'\n", name[count]) ? count : -1;
}

/* The next start offers the edits; taken back and saved, they are in the file. */
static int recover(const char *typed)
{
    static Session session;
    static char text[SCREEN_BYTES];
    if (!begin(&session) || !waits_for(&session, "Recover edits")) {
        return -1;
    }
    send_keys(&session, "r");
    bool is_back = waits_for(&session, "Recovered.");
    send_keys(&session, "\x13");
    is_back = is_back && waits_for(&session, "Saved.");
    send_keys(&session, "\x11");
    is_back = has_ended(&session) && is_back;
    hang_up(&session);
    if (!is_back || access(journal, F_OK) == 0 || !read_text(text)) {
        return -1;
    }
    return count_kept(text, typed);
}

static bool dies_well(const Death *death, char typed[TYPED_MOST + 1])
{
    static Session session;
    static char text[SCREEN_BYTES];
    if (!write_before() || !begin(&session) || !waits_for(&session, "Quit")) {
        return false;
    }
    send_keys(&session, "\t");
    listen_for(&session, 1000);
    type(&session, typed);
    if (death->signal == 0) {
        hang_up(&session);
    } else {
        kill(session.process, death->signal);
    }
    bool is_over = has_ended(&session);
    hang_up(&session);
    if (!is_over) {
        printf("# %s: it was still running\n", death->name);
    }
    return is_over && read_text(text) && strcmp(text, before) == 0;
}

static bool survives(const Death *death, int *most_lost)
{
    char typed[TYPED_MOST + 1] = "";
    if (!dies_well(death, typed)) {
        printf("# %s: the file is another one, or the program stayed\n", death->name);
        return false;
    }
    int kept = recover(typed), lost = (int)strlen(typed) - kept;
    *most_lost = lost > *most_lost ? lost : *most_lost;
    if (kept < 0 || lost > MOST_LOST) {
        printf("# %s: of <%s> %d were kept\n", death->name, typed, kept);
    }
    return kept >= 0 && lost <= MOST_LOST;
}

int main(void)
{
    char folder[] = "/tmp/bulletproof-kills-XXXXXX";
    const char *build = getenv("builddir"), *is_long = getenv("BULLETPROOF_LONG");
    int failed = 0, most_lost = 0;
    int kills = is_long && strcmp(is_long, "1") == 0 ? LONG_KILLS : USUAL_KILLS;
    char *where = realpath(build ? build : ".", NULL);
    if (!where || !mkdtemp(folder) || setenv("HOME", folder, 1) != 0) {
        return 99;
    }
    unsetenv("XDG_STATE_HOME");
    unsetenv("XDG_CONFIG_HOME");
    snprintf(program, sizeof(program), "%s/bulletproof", where);
    snprintf(file, sizeof(file), "%s/a.yaml", folder);
    snprintf(journal, sizeof(journal), "%s/.a.yaml.bulletproof-journal", folder);
    signal(SIGPIPE, SIG_IGN);
    for (int i = 0; i < kills; i++) {
        failed += !survives(&deaths[i % (int)(sizeof(deaths) / sizeof(deaths[0]))], &most_lost);
    }
    printf("%s 1 - killed while typing, the edits are back at the next start\n",
           failed ? "not ok" : "ok");
    printf("# %d kills, %d failed; at most %d characters were lost\n1..1\n", kills, failed,
           most_lost);
    free(where);
    return failed > 0;
}
