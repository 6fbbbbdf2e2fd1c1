#include "bulletproof/base/embedded.h"

#include <stdlib.h>
#include <string.h>

#include "embedded_table.h"

static int compare_name(const void *name, const void *file)
{
    const EmbeddedFile *candidate = file;
    return strcmp(name, candidate->name);
}

const EmbeddedFile *embedded_find(const char *name)
{
    return bsearch(name, embedded_table, embedded_table_count, sizeof(embedded_table[0]),
                   compare_name);
}

const EmbeddedFile *embedded_files(size_t *count)
{
    *count = embedded_table_count;
    return embedded_table;
}
