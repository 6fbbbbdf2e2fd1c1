/* Runs a command and prints what it and its processes took: seconds, seconds of processors, and the
 * largest of them in KiB. Its output goes to /dev/null. */
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

static double seconds_now(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double seconds_of(struct timeval time)
{
    return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

_Noreturn static void run(char *command[])
{
    int nowhere = open("/dev/null", O_WRONLY);
    dup2(nowhere, STDOUT_FILENO);
    dup2(nowhere, STDERR_FILENO);
    execvp(command[0], command);
    _exit(127);
}

int main(int count, char *arguments[])
{
    int status;
    struct rusage usage;
    if (count < 2) {
        fputs("usage: usage COMMAND [ARGUMENT ...]\n", stderr);
        return 2;
    }
    double start = seconds_now();
    pid_t process = fork();
    if (process == 0) {
        run(arguments + 1);
    }
    if (process < 0 || wait4(process, &status, 0, &usage) < 0 || !WIFEXITED(status) ||
        WEXITSTATUS(status) > 1) {
        fprintf(stderr, "%s did not run\n", arguments[1]);
        return EXIT_FAILURE;
    }
    printf("%.4f %.4f %ld\n", seconds_now() - start,
           seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime), usage.ru_maxrss);
    return EXIT_SUCCESS;
}
