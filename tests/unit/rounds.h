/* How thorough tests are: a few rounds in every `make check`, many when BULLETPROOF_LONG is 1. */
#ifndef TESTS_UNIT_ROUNDS_H
#define TESTS_UNIT_ROUNDS_H

unsigned rounds(unsigned few, unsigned many);

#endif
