/* Every system call of a save fails once, in every way, and is where the program is killed: the
 * file must be whole, old or new, and what was called saved must be there. Prints TAP. */
#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/store/store.h"
#include "fault_calls.h"
#include "rounds.h"

static const char old_text[] = "# by hand\n"
                               "basics:\n"
                               "    name: Ada # hers\n"
                               "    odd: kept\n";
static const char new_text[] = "# by hand\n"
                               "basics:\n"
                               "    name: Ada Example # hers\n"
                               "    odd: kept\n";

typedef enum {
    PLACE_FILE,
    PLACE_NEW,
    PLACE_SYMBOLIC_LINK,
    PLACE_HARD_LINK,
} PlaceKind;

typedef struct {
    const char *name;
    PlaceKind kind;
    const char *path;   /* what is opened and saved */
    const char *before; /* NULL: no such file */
    const char *after;
} Place;

static const Place places[] = {
    {"a file", PLACE_FILE, "a.yaml", old_text, new_text},
    {"a new file", PLACE_NEW, "a.yaml", NULL, "basics:\n  name: Ada Example\n"},
    {"a symbolic link", PLACE_SYMBOLIC_LINK, "link", old_text, new_text},
    {"a file that loses something", PLACE_FILE, "a.yaml", "basics: [1]\n",
     "basics:\n  name: Ada Example\n"},
    {"a file with a second name", PLACE_HARD_LINK, "a.yaml", old_text, new_text},
};

static const FaultWay ways[] = {
    {"EIO", FAULT_ERROR, EIO},
    {"ENOSPC", FAULT_ERROR, ENOSPC},
    {"EPERM", FAULT_ERROR, EPERM},
    {"EINTR", FAULT_ERROR, EINTR},
    {"half of it", FAULT_SHORT, 0},
    {"ENOSPC from there on", FAULT_LASTING, ENOSPC},
    {"killed before", FAULT_KILL_BEFORE, 0},
    {"killed after", FAULT_KILL_AFTER, 0},
    /* in long runs */
    {"EDQUOT", FAULT_ERROR, EDQUOT},
    {"EROFS", FAULT_ERROR, EROFS},
    {"EMFILE", FAULT_ERROR, EMFILE},
    {"EIO from there on", FAULT_LASTING, EIO},
};

enum {
    PLACE_COUNT = sizeof(places) / sizeof(places[0]),
    WAY_COUNT = sizeof(ways) / sizeof(ways[0]),
    FEW_WAYS = 8,
};

/* --- the folder ------------------------------------------------------------------ */

static void clear_folder(void)
{
    DIR *folder = opendir(".");
    for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
        unlink(entry->d_name);
    }
    closedir(folder);
}

static void set_up(const Place *place)
{
    clear_folder();
    if (place->before) {
        int descriptor = open("a.yaml", O_WRONLY | O_CREAT | O_TRUNC, 0640);
        ssize_t length = (ssize_t)strlen(place->before);
        if (write(descriptor, place->before, (size_t)length) != length) {
            abort();
        }
        close(descriptor);
    }
    if ((place->kind == PLACE_SYMBOLIC_LINK && symlink("a.yaml", "link") != 0) ||
        (place->kind == PLACE_HARD_LINK && link("a.yaml", "b.yaml") != 0)) {
        abort();
    }
}

static bool holds(const char *path, const char *text)
{
    StrBuf found = {0};
    bool is_there = file_read(path, sizeof(old_text) * 2, &found, NULL, NULL);
    bool is_same = is_there && text && strcmp(strbuf_text(&found), text) == 0;
    strbuf_done(&found);
    return text ? is_same : !is_there;
}

/* A name in the folder that begins so, "" when there is none. Borrowed until the next call. */
static const char *find_name(const char *prefix)
{
    static char name[256];
    DIR *folder = opendir(".");
    name[0] = '\0';
    for (struct dirent *entry; folder && (entry = readdir(folder)) != NULL;) {
        if (strncmp(entry->d_name, prefix, strlen(prefix)) == 0) {
            snprintf(name, sizeof(name), "%s", entry->d_name);
        }
    }
    closedir(folder);
    return name;
}

/* --- one try ------------------------------------------------------------------------ */

typedef struct {
    const Place *place;
    const FaultWay *way;
    unsigned at;
    Diag diag;
} Try;

static bool fail(const Try *try, const char *what)
{
    printf("# %s, call %u (%s), %s: %s (said \"%s\")\n", try->place->name, try->at,
           fault_call_name(try->at), try->way->name, what, try->diag.text);
    return false;
}

static Node *edit(Store *store)
{
    Node *root = store_take_root(store);
    node_set(node_part_mutable(root, NODE_BASICS), FIELD_NAME, view_of("Ada Example"));
    return root;
}

static bool save(Try *try, Store *store, const Node *root)
{
    fault_arm(try->way, try->at);
    bool is_saved = store_save(store, &(StoreTarget){0}, root, &try->diag);
    fault_disarm();
    return is_saved;
}

/* Such a call is tried again, whatever it does: nothing to trouble the user with. */
static bool must_be_ridden_out(const Try *try)
{
    static const char *const calls[] = {"open", "read", "write", "fsync", "close"};
    const char *name = fault_call_name(try->at);
    bool is_harmless = try->way->kind == FAULT_SHORT || try->way->error == EINTR;
    for (size_t i = 0; is_harmless && i < sizeof(calls) / sizeof(calls[0]); i++) {
        if (strcmp(name, calls[i]) == 0) {
            return true;
        }
    }
    return false;
}

/* The one case that breaks the old text says where the new one is whole. */
static bool says_where_it_is_whole(const Try *try)
{
    return try->place->kind == PLACE_HARD_LINK && strstr(try->diag.text, "the file is damaged") &&
           holds(find_name(".bulletproof-kept-"), try->place->after);
}

static bool is_failure_true(const Try *try)
{
    const Place *place = try->place;
    bool is_new = strncmp(try->diag.text, "written, but", 12) == 0;
    if (try->diag.text[0] == '\0' || must_be_ridden_out(try)) {
        return fail(try, "not saved, and no good reason");
    }
    if (try->diag.kind == DIAG_CHANGED) {
        return fail(try, "others are blamed for a change");
    }
    if (!holds(place->path, is_new ? place->after : place->before) &&
        !says_where_it_is_whole(try)) {
        return fail(try, "the file is not what the message says");
    }
    return true;
}

static bool is_left_clean(const Try *try)
{
    const Place *place = try->place;
    if (strcmp(fault_call_name(try->at), "unlink") == 0 || try->way->kind == FAULT_LASTING) {
        file_sweep(place->path); /* what could not be removed is when it can be */
    } else if (find_name(".bulletproof-kept-")[0] && !says_where_it_is_whole(try)) {
        return fail(try, "a copy is left behind");
    }
    return find_name(".bulletproof-new-")[0] == '\0' || fail(try, "a draft is left behind");
}

static bool is_linked_still(const Try *try)
{
    struct stat status;
    if (try->place->kind == PLACE_SYMBOLIC_LINK) {
        return (lstat("link", &status) == 0 && S_ISLNK(status.st_mode)) ||
               fail(try, "the link is gone");
    }
    return try->place->kind != PLACE_HARD_LINK || holds("b.yaml", try->place->after) ||
           fail(try, "the second name holds something else");
}

/* Only what is read or written can be cut in half. */
static bool has_struck(const Try *try)
{
    return try->way->kind == FAULT_SHORT || fault_has_struck() ||
           fail(try, "the call was not made this time");
}

/* A call that fails: the message is true, the edits are still there, the next save succeeds. */
static bool try_failure(Try *try)
{
    set_up(try->place);
    Store *store = store_open(try->place->path, &try->diag);
    Node *root = edit(store);
    bool is_saved = save(try, store, root);
    bool is_good = is_saved ? holds(try->place->path, try->place->after) ||
                                  fail(try, "called saved, and is not there")
                            : is_failure_true(try);
    is_good = is_good && has_struck(try) && is_left_clean(try);
    bool is_damaged = !is_saved && says_where_it_is_whole(try);
    Try again = {try->place, &(FaultWay){"tried again", FAULT_NONE, 0}, 0, {0}};
    if (is_good && !is_damaged &&
        !(save(&again, store, root) && holds(try->place->path, try->place->after))) {
        is_good = fail(&again, "the save after a failed one fails");
    }
    is_good = is_good && (is_damaged || is_linked_still(try));
    node_free(root);
    store_free(store);
    return is_good;
}

static void save_and_be_killed(Try *try)
{
    Store *store = store_open(try->place->path, &try->diag);
    Node *root = edit(store);
    _exit(save(try, store, root) ? 0 : 1);
}

/* The next start finds the old or the new text, no drafts, and can save. */
static bool is_whole_after_kill(Try *try)
{
    const Place *place = try->place;
    bool is_whole = holds(place->path, place->before) || holds(place->path, place->after);
    char *kept = file_find_kept(place->path);
    is_whole |= place->kind == PLACE_HARD_LINK && kept && holds(kept, place->after);
    free(kept);
    if (!is_whole) {
        return fail(try, "the file is torn, and no whole text is told of");
    }
    file_sweep(place->path);
    if (find_name(".bulletproof-new-")[0]) {
        return fail(try, "a draft of the dead is left behind");
    }
    return true;
}

static bool try_kill(Try *try)
{
    set_up(try->place);
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        save_and_be_killed(try);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) {
        return fail(try, "no child could be made");
    }
    if (!WIFSIGNALED(status)) {
        return fail(try, "it was not killed");
    }
    return is_whole_after_kill(try);
}

/* --- all of them ---------------------------------------------------------------------- */

static unsigned points, number;

static void report(bool is_good, const char *place, const char *way)
{
    printf("%s %u - a save of %s, each call: %s\n", is_good ? "ok" : "not ok", ++number, place,
           way);
}

/* How many calls a save of `place` makes when nothing goes wrong; their names are kept. */
static unsigned count_calls(const Place *place)
{
    static const FaultWay nothing = {"nothing", FAULT_NONE, 0};
    Try try = {place, &nothing, 0, {0}};
    set_up(place);
    Store *store = store_open(place->path, &try.diag);
    Node *root = edit(store);
    bool is_saved = save(&try, store, root);
    node_free(root);
    store_free(store);
    return is_saved && holds(place->path, place->after) ? fault_disarm() : 0;
}

static void try_way(const Place *place, const FaultWay *way)
{
    unsigned count = count_calls(place);
    bool is_good = count > 0;
    for (unsigned at = 1; at <= count; at++) {
        Try try = {place, way, at, {0}};
        bool is_kill = way->kind == FAULT_KILL_BEFORE || way->kind == FAULT_KILL_AFTER;
        is_good &= is_kill ? try_kill(&try) : try_failure(&try);
        points++;
    }
    report(is_good, place->name, way->name);
}

/* What a power cut leaves: the text is on the disk before it takes its place, and the place is on
 * the disk before the save is called done. */
static void try_order(void)
{
    unsigned count = count_calls(&places[PLACE_FILE]);
    unsigned written = fault_call_find("write", 0);
    unsigned flushed = fault_call_find("fsync", written);
    unsigned renamed = fault_call_find("rename", flushed);
    bool is_good = count > 0 && written && flushed && renamed &&
                   fault_call_find("write", flushed) == 0 && fault_call_find("fsync", renamed);
    printf("%s %u - the text is flushed before it takes its place, the folder after\n",
           is_good ? "ok" : "not ok", ++number);
}

int main(void)
{
    char folder[] = "/tmp/bulletproof-faults-XXXXXX";
    if (!mkdtemp(folder) || chdir(folder) != 0) {
        return EXIT_FAILURE;
    }
    for (size_t place = 0; place < PLACE_COUNT; place++) {
        for (size_t way = 0; way < rounds(FEW_WAYS, WAY_COUNT); way++) {
            try_way(&places[place], &ways[way]);
        }
    }
    try_order();
    clear_folder();
    rmdir(folder);
    printf("# %u points tried\n1..%u\n", points, number);
    return EXIT_SUCCESS;
}
