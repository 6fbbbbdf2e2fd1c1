/* A reader of XML that forgives nothing: what a document says, when it is well-formed. */
#ifndef TESTS_UNIT_STRICT_XML_H
#define TESTS_UNIT_STRICT_XML_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"

/* Appends the text of the elements, a break or a tab as a blank. False, with the place printed,
 * when elements are not closed in their order, an attribute has no quotes, a reference is not
 * known. */
bool strict_xml_read(StrView document, StrBuf *text);

#endif
