/* Runs the suites, each in a child process, so that a crash is one failed suite and no suite
 * can lean on another. Prints TAP (https://testanything.org), one line a test case. */
#include <CUnit/CUnit.h>
#include <CUnit/TestRun.h>
#include <locale.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "suites.h"

static CU_SuiteInfo suites[] = {
#define X(name) {.pName = #name, .pTests = name##_tests},
    SUITES(X)
#undef X
        CU_SUITE_INFO_NULL,
};

const char *source_path(const char *relative)
{
    static char path[4096];
    const char *folder = getenv("srcdir");
    snprintf(path, sizeof(path), "%s/%s", folder ? folder : ".", relative);
    return path;
}

static unsigned count_tests(const CU_SuiteInfo *suite)
{
    unsigned count = 0;
    while (suite->pTests[count].pName) {
        count++;
    }
    return count;
}

static void print_failures(const CU_pFailureRecord first)
{
    for (CU_pFailureRecord failure = first; failure; failure = failure->pNext) {
        printf("# %s:%u: %s\n", failure->strFileName, failure->uiLineNumber,
               failure->strCondition ? failure->strCondition : "");
    }
}

/* The number of the case being reported; each child starts at its suite's first. */
static unsigned case_number;

static void report_case(const CU_pTest test, const CU_pSuite suite,
                        const CU_pFailureRecord failures)
{
    print_failures(failures);
    printf("%s %u - %s: %s\n", failures ? "not ok" : "ok", ++case_number, suite->pName,
           test->pName);
    fflush(stdout);
}

/* In the child: runs one suite and tells by its exit status whether all went well. */
static int run_suite(const CU_SuiteInfo *suite)
{
    CU_SuiteInfo only[] = {*suite, CU_SUITE_INFO_NULL};
    if (CU_initialize_registry() != CUE_SUCCESS || CU_register_suites(only) != CUE_SUCCESS) {
        printf("# %s: %s\n", suite->pName, CU_get_error_msg());
        return EXIT_FAILURE;
    }
    CU_set_test_complete_handler(report_case);
    CU_run_all_tests();
    bool is_good = CU_get_number_of_failure_records() == 0 && CU_get_error() == CUE_SUCCESS;
    CU_cleanup_registry();
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}

static bool run_in_child(const CU_SuiteInfo *suite)
{
    fflush(stdout);
    pid_t child = fork();
    if (child == 0) {
        int status = run_suite(suite);
        fflush(stdout);
        exit(status);
    }
    int status = 0;
    if (child < 0 || waitpid(child, &status, 0) != child) {
        perror("fork");
        return false;
    }
    if (WIFSIGNALED(status)) {
        printf("# %s: killed by signal %d\n", suite->pName, WTERMSIG(status));
    }
    return WIFEXITED(status) && WEXITSTATUS(status) == EXIT_SUCCESS;
}

/* Arguments name the suites to run; none: all of them. */
static bool is_wanted(const char *name, int count, char *names[])
{
    for (int i = 1; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return count < 2;
}

int main(int count, char *names[])
{
    if (!setlocale(LC_CTYPE, "C.UTF-8")) { /* for wcwidth() */
        fputs("the locale C.UTF-8 is missing\n", stderr);
        return EXIT_FAILURE;
    }
    unsigned failed = 0;
    for (const CU_SuiteInfo *suite = suites; suite->pName; suite++) {
        if (!is_wanted(suite->pName, count, names)) {
            continue;
        }
        failed += !run_in_child(suite);
        case_number += count_tests(suite);
    }
    printf("1..%u\n", case_number);
    return failed ? EXIT_FAILURE : EXIT_SUCCESS;
}
