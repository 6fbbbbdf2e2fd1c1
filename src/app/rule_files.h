/* The files of a user's own rules. */
#ifndef APP_RULE_FILES_H
#define APP_RULE_FILES_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/check/pack.h"

/* Adds the rules of all NAME.yaml of the folder, by name. What is wrong is a line of `faults`; the
 * rest of the rules still works. A folder that is not there has none. */
void rule_files_read(RulePack *pack, const char *folder, StrBuf *faults);

#endif
