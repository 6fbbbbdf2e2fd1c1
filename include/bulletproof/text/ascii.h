/* Stand-ins of ASCII for terminals that show nothing else. */
#ifndef TERM_ASCII_H
#define TERM_ASCII_H

#include <stdint.h>

/* One character for one character, so that columns stay where they are; '?' when nothing is
 * near. */
uint32_t ascii_for(uint32_t code_point);

#endif
