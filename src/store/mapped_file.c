#include "config.h" /* fallocate() is an extension */

#include "store/mapped_file.h"

#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <stdint.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>

enum {
    LEAST_STEP = 64 * 1024, /* so much more is reserved, or as much as there is … */
    MOST_STEP = 1024 * 1024,
};

/* --- room ------------------------------------------------------------------------ */

void mapped_file_release(MappedFile *file)
{
    if (file->memory) {
        munmap(file->memory, file->bytes);
    }
    file->memory = NULL;
    file->bytes = 0;
}

/* 0, or what went wrong. The blocks are on the disk then: a store cannot find it full. */
static int reserve(int descriptor, size_t bytes)
{
    int result;
    do {
        result = fallocate(descriptor, 0, 0, (off_t)bytes);
    } while (result != 0 && errno == EINTR);
    return result == 0 ? 0 : errno;
}

static size_t roomy_size(const MappedFile *file, size_t needed)
{
    size_t step = file->bytes < LEAST_STEP ? LEAST_STEP : file->bytes;
    step = step > MOST_STEP ? MOST_STEP : step;
    size_t size = needed + step - needed % LEAST_STEP;
    return size < file->most_bytes ? size : file->most_bytes;
}

/* With little left on the disk, what is needed must do. */
static MappedResult grow(MappedFile *file, int descriptor, size_t needed)
{
    size_t size = roomy_size(file, needed);
    int problem = reserve(descriptor, size);
    if (problem == ENOSPC || problem == EDQUOT || problem == EFBIG) {
        size = needed;
        problem = reserve(descriptor, size);
    }
    if (problem != 0) {
        bool is_full = problem == ENOSPC || problem == EDQUOT || problem == EFBIG;
        file->is_refused = !is_full;
        return is_full ? MAPPED_FAILED : MAPPED_REFUSED;
    }
    mapped_file_release(file);
    void *memory = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, descriptor, 0);
    if (memory == MAP_FAILED) {
        file->is_refused = true;
        return MAPPED_REFUSED;
    }
    file->memory = memory;
    file->bytes = size;
    return MAPPED_WRITTEN;
}

/* --- stores ----------------------------------------------------------------------- */

/* Where a store goes on that the system could not carry out. */
static sigjmp_buf way_out;

static void take_way_out(int number)
{
    (void)number;
    siglongjmp(way_out, 1);
}

/* A page that is gone, as its file was cut in this moment or its disk has failed, is told by
 * SIGBUS. */
static bool store(char *to, StrView bytes)
{
    volatile bool is_stored = false;
    struct sigaction guard = {.sa_handler = take_way_out, .sa_flags = SA_NODEFER}, before;
    sigemptyset(&guard.sa_mask);
    sigaction(SIGBUS, &guard, &before);
    if (sigsetjmp(way_out, 0) == 0) {
        memcpy(to, bytes.data, bytes.length);
        is_stored = true;
    }
    sigaction(SIGBUS, &before, NULL);
    return is_stored;
}

/* What is stored behind the end of a file that was cut within a page would be lost in silence. */
static bool is_whole(const MappedFile *file, int descriptor)
{
    struct stat status;
    return fstat(descriptor, &status) == 0 && status.st_size >= (off_t)file->bytes;
}

MappedResult mapped_file_write(MappedFile *file, int descriptor, size_t start, StrView bytes)
{
    size_t needed = start + bytes.length;
    if (file->is_refused) {
        return MAPPED_REFUSED;
    }
    if (file->memory && !is_whole(file, descriptor)) {
        return MAPPED_FAILED;
    }
    if (needed > file->bytes) {
        MappedResult result = grow(file, descriptor, needed);
        if (result != MAPPED_WRITTEN) {
            return result;
        }
    }
    return store(file->memory + start, bytes) ? MAPPED_WRITTEN : MAPPED_FAILED;
}
