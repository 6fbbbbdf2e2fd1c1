/* How to fetch a file to the machine one sits at, in a session over SSH. */
#ifndef APP_FETCH_H
#define APP_FETCH_H

#include <stdbool.h>

#include "bulletproof/base/strbuf.h"

/* Appends "scp USER@HOST:PATH .", to be run there, quoted as shells want it. `connection` is what
 * SSH_CONNECTION holds: the other end's address and port, then this one's. False when it does not.
 */
bool fetch_add_line(StrBuf *out, const char *connection, const char *user, const char *path);

#endif
