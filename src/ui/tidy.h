/* What is put right when the cursor leaves a field. */
#ifndef UI_TIDY_H
#define UI_TIDY_H

#include <stdbool.h>

#include "bulletproof/model/document.h"

/* A date typed freely becomes the file's form: "Mar 2021" 2021-03, "now" no end date. What is no
 * date stays as it is. True when the text was changed. */
bool tidy_field(Document *doc, NodeId node, FieldId field);

#endif
