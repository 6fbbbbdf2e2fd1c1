/* Plain structs filled from YAML by libcyaml: a table of fields says what may stand in a mapping
 * and where it goes. Knows no meaning; libcyaml's own types stay inside. */
#ifndef BULLETPROOF_YAML_RECORD_H
#define BULLETPROOF_YAML_RECORD_H

#include <stdbool.h>
#include <stddef.h>

#include "bulletproof/base/diag.h"
#include "bulletproof/base/strview.h"

/* The type of the member that a field fills. */
typedef enum {
    YAML_TEXT,    /* char *, owned; NULL when absent */
    YAML_NUMBER,  /* double */
    YAML_INTEGER, /* int */
    YAML_FLAG,    /* bool: true, yes, on, false, no, off */
    YAML_CHOICE,  /* an enum as wide as int: the index of a word */
    YAML_TEXTS,   /* char **, owned, and a size_t */
    YAML_RECORD,  /* a struct in place */
    YAML_RECORDS, /* a pointer to structs, owned, and a size_t */
} YamlType;

typedef struct YamlField YamlField;

/* A struct of `bytes` bytes, filled from a mapping. */
typedef struct {
    const YamlField *fields;
    size_t count;
    size_t bytes;
} YamlRecord;

struct YamlField {
    const char *key;
    YamlType type;
    size_t offset;            /* of the member in its struct */
    size_t count_offset;      /* of the size_t, for TEXTS and RECORDS */
    const YamlRecord *record; /* of RECORD and RECORDS */
    const char *const *words; /* of CHOICE, ended by NULL */
    double minimum, maximum;  /* of NUMBER and INTEGER; both 0: any */
};

/* Where memory comes from: realloc() when `bytes` is above 0 (may return NULL), else free(). */
typedef struct {
    void *(*resize)(void *context, void *memory, size_t bytes);
    void *context;
} YamlMemory;

/* A new struct, zeroed where the text says nothing; unknown keys are passed over. Fails, in
 * libcyaml's words, for what does not fit, and with DIAG_LIMIT when memory is short. `memory` may
 * be NULL. Free the result with yaml_record_free. */
bool yaml_record_load(StrView text, const YamlRecord *record, const YamlMemory *memory, void **out,
                      Diag *diag);
void yaml_record_free(const YamlRecord *record, void *loaded);
/* Frees what the members own and zeroes the struct, which stays the caller's. */
void yaml_record_done(const YamlRecord *record, void *members);

#endif
