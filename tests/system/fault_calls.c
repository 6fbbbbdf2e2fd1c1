#include "fault_calls.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <sys/xattr.h>
#include <unistd.h>

enum { MOST_CALLS = 1024 };

/* One save at a time is watched; the linker leaves no other place for this. */
static struct {
    bool is_armed, has_struck;
    FaultWay way;
    unsigned at, count;
    const char *names[MOST_CALLS];
} watch;

void fault_arm(const FaultWay *way, unsigned at)
{
    memset(&watch, 0, sizeof(watch));
    watch.way = *way;
    watch.at = at;
    watch.is_armed = true;
}

unsigned fault_disarm(void)
{
    watch.is_armed = false;
    return watch.count;
}

const char *fault_call_name(unsigned at)
{
    return at > 0 && at <= watch.count ? watch.names[at - 1] : "";
}

unsigned fault_call_find(const char *name, unsigned after)
{
    for (unsigned at = after + 1; at <= watch.count; at++) {
        if (strcmp(fault_call_name(at), name) == 0) {
            return at;
        }
    }
    return 0;
}

bool fault_has_struck(void)
{
    return watch.has_struck;
}

static bool is_at(FaultKind kind)
{
    return watch.is_armed && watch.count == watch.at && watch.way.kind == kind;
}

static bool must_fail(void)
{
    bool is_lasting = watch.is_armed && watch.way.kind == FAULT_LASTING && watch.count > watch.at;
    return is_lasting || is_at(FAULT_ERROR) || is_at(FAULT_LASTING);
}

/* Counts the call; false, with errno, when it is to fail instead of being made. */
static bool enter(const char *name)
{
    if (watch.is_armed && watch.count < MOST_CALLS) {
        watch.names[watch.count++] = name;
    }
    if (is_at(FAULT_KILL_BEFORE)) {
        raise(SIGKILL);
    }
    if (!must_fail()) {
        return true;
    }
    watch.has_struck = true;
    errno = watch.way.error;
    return false;
}

static void leave(void)
{
    if (is_at(FAULT_KILL_AFTER)) {
        raise(SIGKILL);
    }
}

/* How much of `length` bytes a read or write does. */
static size_t share(size_t length)
{
    if (!is_at(FAULT_SHORT) || length < 2) {
        return length;
    }
    watch.has_struck = true;
    return length / 2;
}

/* clang-format off */
#define WRAP(type, name, parameters, arguments, failure) \
    type __real_##name parameters; \
    type __wrap_##name parameters; \
    type __wrap_##name parameters \
    { \
        if (!enter(#name)) { \
            return failure; \
        } \
        type result = __real_##name arguments; \
        leave(); \
        return result; \
    }

WRAP(int, fchmod, (int descriptor, mode_t mode), (descriptor, mode), -1)
WRAP(int, fchown, (int descriptor, uid_t user, gid_t group), (descriptor, user, group), -1)
WRAP(int, ftruncate, (int descriptor, off_t length), (descriptor, length), -1)
WRAP(int, fstat, (int descriptor, struct stat *status), (descriptor, status), -1)
WRAP(int, stat, (const char *path, struct stat *status), (path, status), -1)
WRAP(int, access, (const char *path, int mode), (path, mode), -1)
WRAP(int, unlink, (const char *path), (path), -1)
WRAP(int, rename, (const char *from, const char *to), (from, to), -1)
WRAP(int, flock, (int descriptor, int operation), (descriptor, operation), -1)
WRAP(char *, realpath, (const char *path, char *resolved), (path, resolved), NULL)
WRAP(ssize_t, readlink, (const char *path, char *out, size_t size), (path, out, size), -1)
WRAP(ssize_t, listxattr, (const char *path, char *list, size_t size), (path, list, size), -1)
WRAP(ssize_t, getxattr, (const char *path, const char *name, void *value, size_t size),
     (path, name, value, size), -1)
WRAP(int, fsetxattr,
     (int descriptor, const char *name, const void *value, size_t size, int flags),
     (descriptor, name, value, size, flags), -1)
WRAP(ssize_t, read, (int descriptor, void *out, size_t length),
     (descriptor, out, share(length)), -1)
WRAP(ssize_t, write, (int descriptor, const void *data, size_t length),
     (descriptor, data, share(length)), -1)
/* clang-format on */

/* No test cuts the power: what a flush takes is saved. */
int __wrap_fsync(int descriptor);
int __wrap_fsync(int descriptor)
{
    bool is_good = enter("fsync");
    leave();
    return is_good && descriptor >= 0 ? 0 : -1;
}

/* The descriptor is gone even when closing it fails. */
int __real_close(int descriptor);
int __wrap_close(int descriptor);
int __wrap_close(int descriptor)
{
    bool is_good = enter("close");
    int error = errno;
    int result = __real_close(descriptor);
    leave();
    errno = is_good ? errno : error;
    return is_good ? result : -1;
}

int __real_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...);
int __wrap_open(const char *path, int flags, ...)
{
    va_list list;
    va_start(list, flags);
    mode_t mode = flags & O_CREAT ? va_arg(list, mode_t) : 0;
    va_end(list);
    if (!enter("open")) {
        return -1;
    }
    int result = __real_open(path, flags, mode);
    leave();
    return result;
}

/* Every use here takes a number. */
int __real_fcntl(int descriptor, int command, ...);
int __wrap_fcntl(int descriptor, int command, ...);
int __wrap_fcntl(int descriptor, int command, ...)
{
    va_list list;
    va_start(list, command);
    int argument = va_arg(list, int);
    va_end(list);
    if (!enter("fcntl")) {
        return -1;
    }
    int result = __real_fcntl(descriptor, command, argument);
    leave();
    return result;
}
