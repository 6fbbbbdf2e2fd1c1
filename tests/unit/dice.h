/* Chance for tests: a sequence of its own per seed (xorshift32), the same on every machine. */
#ifndef TESTS_UNIT_DICE_H
#define TESTS_UNIT_DICE_H

#include <stddef.h>
#include <stdint.h>

typedef struct {
    uint32_t state;
} Dice;

Dice dice_new(unsigned seed);
/* From 0 to sides - 1. */
size_t dice_throw(Dice *dice, size_t sides);

#endif
