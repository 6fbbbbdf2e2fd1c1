/* What must hold for any text: for the random texts of the unit tests and for a fuzzer's. Each
 * returns what does not hold, or NULL. */
#ifndef TESTS_UNIT_TEXT_PROPERTIES_H
#define TESTS_UNIT_TEXT_PROPERTIES_H

#include "bulletproof/base/strview.h"
#include "dice.h"

/* The dice choose widths, places and lengths. */
typedef const char *TextProperty(StrView text, Dice *dice);

/* For any bytes. */
TextProperty property_cleaned, property_steps;
/* For clean text. */
TextProperty property_clusters, property_wrapped, property_words, property_found;

#endif
