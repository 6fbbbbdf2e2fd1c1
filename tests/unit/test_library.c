#include <CUnit/CUnit.h>
#include <string.h>

#include "bulletproof/base/library.h"
#include "suites.h"

typedef size_t Length(const char *text);

static void what_is_asked_for_can_be_called(void)
{
    Length *length = NULL;
    const LibraryCall calls[] = {{"strlen", &length}};
    CU_ASSERT_TRUE(library_load("libc.so.6", calls, 1));
    CU_ASSERT_PTR_NOT_NULL_FATAL(length);
    CU_ASSERT_EQUAL(length("four"), 4);
}

static void what_is_not_there_is_told(void)
{
    Length *length = NULL;
    const LibraryCall known[] = {{"strlen", &length}};
    const LibraryCall unknown[] = {{"strlen", &length}, {"no_such_function", &length}};
    CU_ASSERT_FALSE(library_load("libnosuch.so.1", known, 1));
    CU_ASSERT_FALSE(library_load("libc.so.6", unknown, 2));
}

CU_TestInfo library_tests[] = {
    {"what is asked for can be called", what_is_asked_for_can_be_called},
    {"what is not there is told", what_is_not_there_is_told},
    CU_TEST_INFO_NULL,
};
