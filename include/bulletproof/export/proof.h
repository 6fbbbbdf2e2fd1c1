/* The proof: whether the page has what the resume has. Looks at the finished boxes alone, so that a
 * fault of the layout cannot hide itself. */
#ifndef BULLETPROOF_EXPORT_PROOF_H
#define BULLETPROOF_EXPORT_PROOF_H

#include "bulletproof/layout/layout.h"

typedef enum {
    PROOF_GOOD,
    PROOF_TEXT_IS_LOST,   /* a text of the resume is not on the page */
    PROOF_IS_OFF_MARGINS, /* something stands outside the margins */
    PROOF_NO_CONTACT,     /* a simple parser finds no e-mail address on the first page */
} ProofFault;

typedef struct {
    ProofFault fault; /* the first one that was found */
    NodeId node;      /* whose text is lost; else 0 */
    FieldId field;
    size_t lost_count; /* fields */
} Proof;

Proof proof_read(const LayoutInput *input, const Layout *layout);
/* One line about the fault, "" for a good page. Borrowed for the life of the program. */
const char *proof_message(ProofFault fault);

#endif
