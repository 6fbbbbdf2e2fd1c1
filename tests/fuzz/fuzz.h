/* What the fuzz targets share. A target is a file with LLVMFuzzerTestOneInput: libFuzzer and AFL
 * drive it, and so does driver.c over the inputs that are kept. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/base/strbuf.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Input that is used up byte by byte. */
typedef struct {
    StrView rest;
} FuzzInput;

/* 0 when nothing is left. */
unsigned fuzz_byte(FuzzInput *input);
/* From 0 to count - 1; 0 when `count` is 0. */
size_t fuzz_choice(FuzzInput *input, size_t count);
/* The bytes behind a byte that tells how many there are. Borrowed. */
StrView fuzz_text(FuzzInput *input);

/* Ends the program, which is what a fuzzer looks for, when something does not hold. */
void fuzz_expect(bool holds, const char *what, StrView detail);

#endif
