/* Every allocation of opening and saving a resume fails once, whoever makes it: ours, libyaml's,
 * libcyaml's, the C library's. The program ends by saying so, or says why it cannot go on; the
 * file is whole. Prints TAP. Sanitizers keep memory for themselves: there nothing is tried. */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/model/document.h"
#include "bulletproof/store/store.h"

static const char old_text[] = "# by hand\n"
                               "basics: {name: Ada, odd: [x, {y: z}]}\n"
                               "work:\n"
                               "- name: A # c\n"
                               "  highlights:\n"
                               "  - One\n"
                               "  - >-\n"
                               "    Two\n"
                               "    lines\n"
                               "  x-bulletproof: [{bullet: 1, tags: [x], hidden: true}]\n";
static const char path[] = "a.yaml";

#if defined(__SANITIZE_ADDRESS__) || !defined(__GLIBC__)

static bool can_fail(void)
{
    return false;
}

static void fail_at(unsigned number)
{
    (void)number;
}

static unsigned count_so_far(void)
{
    return 0;
}

#else

extern void *__libc_malloc(size_t bytes);
extern void *__libc_calloc(size_t count, size_t bytes);
extern void *__libc_realloc(void *memory, size_t bytes);

/* The C library asks for these by name, so they can know no one but this file. */
static volatile unsigned countdown, allocations;

static bool must_fail(void)
{
    allocations++;
    if (countdown == 0 || --countdown > 0) {
        return false;
    }
    errno = ENOMEM;
    return true;
}

void *malloc(size_t bytes)
{
    return must_fail() ? NULL : __libc_malloc(bytes);
}

void *calloc(size_t count, size_t bytes)
{
    return must_fail() ? NULL : __libc_calloc(count, bytes);
}

void *realloc(void *memory, size_t bytes)
{
    return must_fail() ? NULL : __libc_realloc(memory, bytes);
}

static bool can_fail(void)
{
    return true;
}

static void fail_at(unsigned number)
{
    allocations = 0;
    countdown = number;
}

static unsigned count_so_far(void)
{
    return allocations;
}

#endif

enum { SAVED, REFUSED };

/* Opens, edits and saves; the reason of a refusal must be there. */
static int open_and_save(void)
{
    Diag diag = {0};
    Store *store = store_open(path, &diag);
    if (!store) {
        return diag.text[0] ? REFUSED : SIGUSR1;
    }
    Document *doc = document_new(store_take_root(store));
    const Node *root = document_root(doc);
    NodeId work = node_id(node_child(node_part(root, NODE_WORKS), 0));
    document_set(doc, node_id(node_part(root, NODE_BASICS)), FIELD_NAME, view_of("Ada: Example"));
    document_set(doc, work, FIELD_POSITION, view_of("Developer"));
    bool is_saved = store_save(store, &(StoreTarget){0}, root, &diag);
    document_free(doc);
    store_free(store);
    return is_saved ? SAVED : diag.text[0] ? REFUSED : SIGUSR1;
}

static bool put_old(void)
{
    return file_write(path, view_of(old_text), NULL, NULL, NULL);
}

static void read_file(StrBuf *out)
{
    strbuf_clear(out);
    file_read(path, sizeof(old_text) * 4, out, NULL, NULL);
}

static bool fail(unsigned number, const char *what, int status)
{
    printf("# allocation %u: %s (status 0x%x)\n", number, what, (unsigned)status);
    return false;
}

static bool try_allocation(unsigned number, const char *new_text)
{
    int status = 0;
    StrBuf found = {0};
    put_old();
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        fail_at(number);
        _exit(open_and_save());
    }
    if (child < 0 || waitpid(child, &status, 0) != child) {
        return fail(number, "no child could be made", status);
    }
    read_file(&found);
    bool is_new = strcmp(strbuf_text(&found), new_text) == 0;
    bool is_old = strcmp(strbuf_text(&found), old_text) == 0;
    bool ended_well = WIFEXITED(status) ? WEXITSTATUS(status) <= REFUSED
                                        : WIFSIGNALED(status) && WTERMSIG(status) == SIGABRT;
    bool is_saved = WIFEXITED(status) && WEXITSTATUS(status) == SAVED;
    strbuf_done(&found);
    file_sweep(path);
    if (!ended_well) {
        return fail(number, "it ended otherwise than it should", status);
    }
    return (is_saved ? is_new : is_new || is_old) || fail(number, "the file is torn", status);
}

/* How many allocations there are when none fails; 0 when that goes wrong. */
static unsigned count_allocations(StrBuf *new_text)
{
    put_old();
    fail_at(0);
    int result = open_and_save();
    unsigned count = count_so_far();
    read_file(new_text);
    return result == SAVED ? count : 0;
}

static int try_all(void)
{
    StrBuf new_text = {0};
    unsigned count = count_allocations(&new_text);
    bool is_good = count > 0;
    for (unsigned number = 1; number <= count; number++) {
        is_good &= try_allocation(number, strbuf_text(&new_text));
    }
    printf("# %u allocations failed in turn\n", count);
    printf("%s 1 - memory that runs out while a resume is opened and saved\n1..1\n",
           is_good ? "ok" : "not ok");
    strbuf_done(&new_text);
    return EXIT_SUCCESS;
}

int main(void)
{
    char folder[] = "/tmp/bulletproof-memory-XXXXXX";
    if (!can_fail()) {
        printf("ok 1 - memory that runs out # SKIP sanitizers keep memory for themselves\n1..1\n");
        return EXIT_SUCCESS;
    }
    if (!mkdtemp(folder) || chdir(folder) != 0 || !freopen("errors", "w", stderr)) {
        return EXIT_FAILURE;
    }
    int status = try_all();
    unlink("errors");
    unlink(path);
    rmdir(folder);
    return status;
}
