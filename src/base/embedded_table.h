/* The table that src/base/embed.sh writes. */
#ifndef BULLETPROOF_SRC_BASE_EMBEDDED_TABLE_H
#define BULLETPROOF_SRC_BASE_EMBEDDED_TABLE_H

#include "bulletproof/base/embedded.h"

extern const EmbeddedFile embedded_table[];
extern const size_t embedded_table_count;

#endif
