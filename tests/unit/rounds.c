#include "rounds.h"

#include <stdlib.h>
#include <string.h>

unsigned rounds(unsigned few, unsigned many)
{
    const char *wanted = getenv("BULLETPROOF_LONG");
    return wanted && strcmp(wanted, "1") == 0 ? many : few;
}
