/* Addresses as a document may link to them. */
#ifndef EXPORT_LINK_H
#define EXPORT_LINK_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"

/* Appends the address as a URI (RFC 3986): with a scheme, in ASCII. False, with nothing appended,
 * for none, for one that is longer than browsers take, and for what is neither of the web nor mail
 * nor telephone: a resume may come from anyone, and its links run nothing. */
bool link_add(StrBuf *out, const char *address);

#endif
