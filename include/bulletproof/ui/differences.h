/* What differs between two trees, in lines for the screen. */
#ifndef BULLETPROOF_UI_DIFFERENCES_H
#define BULLETPROOF_UI_DIFFERENCES_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/model/compare.h"

/* Appends, for each difference, a line that says where, then the old text behind "- " and the new
 * one behind "+ ". Lines of prose are joined by blanks. */
void differences_describe(StrBuf *out, const DifferenceList *list);

#endif
