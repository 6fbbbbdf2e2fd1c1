/* The proof: whether the page has what the resume has. Looks at the finished boxes alone, so that a
 * fault of the layout cannot hide itself. */
#ifndef BULLETPROOF_EXPORT_PROOF_H
#define BULLETPROOF_EXPORT_PROOF_H

#include "bulletproof/layout/layout.h"

typedef enum {
    PROOF_TEXT_IS_LOST,   /* a text of the resume is not on the page */
    PROOF_IS_OFF_MARGINS, /* something stands outside the margins */
    PROOF_NO_CONTACT,     /* a simple parser finds no e-mail address on the first page */
    PROOF_FAULT_COUNT
} ProofFault;

typedef struct {
    bool faults[PROOF_FAULT_COUNT];
    const Node *node; /* whose text is lost first; else NULL. Borrowed */
    FieldId field;
    size_t lost_count; /* fields */
} Proof;

Proof proof_read(const LayoutInput *input, const Layout *layout);
bool proof_is_good(const Proof *proof);
/* Appends a sentence, without its point, for each fault; nothing for a good page. */
void proof_describe(StrBuf *out, const Proof *proof);

/* Appends a sentence about headings of the theme that parsers do not know, such as "Profile" for
 * the summary; nothing when they know all. A page with such headings is no worse to read. */
void proof_add_heading_advice(StrBuf *out, const Theme *theme);

#endif
