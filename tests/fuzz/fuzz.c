#include "fuzz.h"

#include <stdio.h>
#include <stdlib.h>

unsigned fuzz_byte(FuzzInput *input)
{
    if (input->rest.length == 0) {
        return 0;
    }
    unsigned byte = (unsigned char)input->rest.data[0];
    input->rest = view_slice(input->rest, 1, input->rest.length);
    return byte;
}

size_t fuzz_choice(FuzzInput *input, size_t count)
{
    return count > 0 ? fuzz_byte(input) % count : 0;
}

StrView fuzz_text(FuzzInput *input)
{
    size_t length = fuzz_byte(input);
    StrView text = view_slice(input->rest, 0, length);
    input->rest = view_slice(input->rest, text.length, input->rest.length);
    return text;
}

void fuzz_expect(bool holds, const char *what, StrView detail)
{
    if (!holds) {
        fprintf(stderr, "%s:\n%.*s\n", what, (int)detail.length, detail.data);
        abort();
    }
}
