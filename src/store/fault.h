/* Faults that do not stop the reading: told by line, kept in the file. */
#ifndef STORE_FAULT_H
#define STORE_FAULT_H

#include "bulletproof/base/diag.h"
#include "store/schema.h"

/* What is told of a file at most; faults_tell_more says when that is not all. */
enum { FAULTS_MAX = 200 };

/* Adds what is wrong in a resume's tree, until there are FAULTS_MAX. */
void faults_find(const Schema *schema, const YamlTree *tree, DiagList *faults);
void faults_add(DiagList *faults, DiagPlace place, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* In the order of the file. */
void faults_sort(DiagList *faults);
/* Adds a line, after sorting, when there may be more faults than are told of. */
void faults_tell_more(DiagList *faults);

#endif
