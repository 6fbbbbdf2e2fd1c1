#include "bulletproof/store/holder.h"

#include <ctype.h>
#include <inttypes.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "bulletproof/base/file.h"

enum {
    STAT_MOST_BYTES = 4096,
    STARTED_WORD = 20, /* behind the name in parentheses: field 22 of proc(5) */
};

/* 0 where it cannot be told: no such process, or no /proc. */
static uint64_t start_of(long process)
{
    char path[64];
    StrBuf text = {0};
    uint64_t started = 0;
    snprintf(path, sizeof(path), "/proc/%ld/stat", process);
    if (file_read(path, STAT_MOST_BYTES, &text, NULL, NULL)) {
        const char *word = strrchr(strbuf_text(&text), ')');
        /* One that has ended stands there until its parent asks how: a zombie holds nothing. */
        if (word && (word[1] == ' ' && (word[2] == 'Z' || word[2] == 'X'))) {
            word = NULL;
        }
        for (int i = 0; word && i < STARTED_WORD; i++) {
            word = strchr(word + 1, ' ');
        }
        started = word ? strtoull(word, NULL, 10) : 0;
    }
    strbuf_done(&text);
    return started;
}

static void take_host(char out[HOLDER_HOST_BYTES])
{
    if (gethostname(out, HOLDER_HOST_BYTES - 1) != 0 || out[0] == '\0') {
        snprintf(out, HOLDER_HOST_BYTES, "localhost");
    }
    out[HOLDER_HOST_BYTES - 1] = '\0';
}

void holder_init(Holder *holder)
{
    *holder = (Holder){.process = (long)getpid(), .since = (int64_t)time(NULL)};
    holder->started = start_of(holder->process);
    take_host(holder->host);
}

void holder_add(StrBuf *out, const Holder *holder)
{
    strbuf_addf(out, "host %s\nprocess %ld\nstarted %" PRIu64 "\nsince %" PRId64 "\n", holder->host,
                holder->process, holder->started, holder->since);
}

static bool is_host(StrView name)
{
    for (size_t i = 0; i < name.length; i++) {
        unsigned char byte = (unsigned char)name.data[i];
        if (byte >= 0x80 || (!isalnum(byte) && !strchr("-._", byte))) {
            return false;
        }
    }
    return name.length > 0 && name.length < HOLDER_HOST_BYTES;
}

static void read_line(Holder *holder, StrView line)
{
    char value[HOLDER_HOST_BYTES];
    size_t end = view_find(line, ' ');
    StrView name = view_slice(line, 0, end), rest = view_slice(line, end + 1, line.length);
    snprintf(value, sizeof(value), "%.*s", VIEW_ARG(rest));
    if (view_is(name, "host") && is_host(rest)) {
        memcpy(holder->host, value, sizeof(value));
    } else if (view_is(name, "process")) {
        holder->process = strtol(value, NULL, 10);
    } else if (view_is(name, "started")) {
        holder->started = strtoull(value, NULL, 10);
    } else if (view_is(name, "since")) {
        holder->since = strtoll(value, NULL, 10);
    }
}

void holder_read(Holder *holder, StrView text)
{
    StrView line;
    *holder = (Holder){0};
    while (view_next_line(&text, &line)) {
        read_line(holder, line);
    }
}

bool holder_is_here(const Holder *holder)
{
    char host[HOLDER_HOST_BYTES];
    take_host(host);
    return strcmp(host, holder->host) == 0 && holder->process > 1 && holder->started != 0 &&
           start_of(holder->process) == holder->started;
}

bool holder_end(const Holder *holder)
{
    bool is_other = holder->process != (long)getpid();
    return is_other && holder_is_here(holder) && kill((pid_t)holder->process, SIGTERM) == 0;
}

void holder_describe(StrBuf *out, const Holder *holder)
{
    char when[32] = "";
    time_t since = (time_t)holder->since;
    struct tm local;
    if (holder->host[0] == '\0') {
        strbuf_add(out, "a process of another user");
        return;
    }
    strbuf_addf(out, "process %ld on %s", holder->process, holder->host);
    if (localtime_r(&since, &local) && strftime(when, sizeof(when), "%e %b %H:%M", &local) > 0) {
        strbuf_addf(out, ", since %s", when[0] == ' ' ? when + 1 : when);
    }
}
