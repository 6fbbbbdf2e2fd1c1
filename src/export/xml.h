/* Text in XML and HTML: the one place that escapes it. */
#ifndef EXPORT_XML_H
#define EXPORT_XML_H

#include "bulletproof/base/strbuf.h"

/* Appends text that stands between elements; what XML 1.0 has no place for is U+FFFD. */
void xml_add_text(StrBuf *out, StrView text);
/* Appends ` name="value"`. */
void xml_add_attribute(StrBuf *out, const char *name, StrView value);

#endif
