/* Whether a text is JSON by the letter of RFC 8259: a judge of its own, for tests. */
#ifndef TESTS_UNIT_STRICT_JSON_H
#define TESTS_UNIT_STRICT_JSON_H

#include <stdbool.h>

bool json_is_strict(const char *text);

#endif
