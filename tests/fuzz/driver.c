/* Runs a fuzz target over files, or over standard input as AFL gives it. */
#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "fuzz.h"

enum { MOST_BYTES = 16 * 1024 * 1024 };

static void run(const StrBuf *text)
{
    StrView view = strbuf_view(text);
    LLVMFuzzerTestOneInput((const uint8_t *)view.data, view.length);
}

static bool run_file(const char *path)
{
    StrBuf text = {0};
    Diag diag = {0};
    bool is_read = file_read(path, MOST_BYTES, &text, NULL, &diag);
    if (is_read) {
        run(&text);
    } else {
        fprintf(stderr, "%s: %s\n", path, diag.text);
    }
    strbuf_done(&text);
    return is_read;
}

static bool run_standard_input(void)
{
    StrBuf text = {0};
    bool is_read = file_read_stream(STDIN_FILENO, MOST_BYTES, &text, NULL);
    if (is_read) {
        run(&text);
    }
    strbuf_done(&text);
    return is_read;
}

int main(int count, char **arguments)
{
    bool is_good = count > 1 || run_standard_input();
    for (int i = 1; i < count; i++) {
        is_good &= run_file(arguments[i]);
    }
    return is_good ? EXIT_SUCCESS : EXIT_FAILURE;
}
