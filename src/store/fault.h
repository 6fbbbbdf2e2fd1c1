/* Faults that do not stop the reading: told by line, kept in the file. */
#ifndef STORE_FAULT_H
#define STORE_FAULT_H

#include "bulletproof/base/diag.h"
#include "store/schema.h"

/* Adds what is wrong in a resume's tree, at most a few hundred faults of it. */
void faults_find(const Schema *schema, const YamlTree *tree, DiagList *faults);
void faults_add(DiagList *faults, DiagPlace place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* In the order of the file. */
void faults_sort(DiagList *faults);

#endif
