/* The dictionaries of the machine: the only ones who know hunspell. Know no text and no rule. */
#ifndef CHECK_DICTIONARY_H
#define CHECK_DICTIONARY_H

#include <stdbool.h>
#include <stddef.h>

enum { DICTIONARIES = 2 }; /* American, British */

/* What is called of the library, with the types of its header. */
typedef struct {
    struct Hunhandle *(*create)(const char *rules, const char *words);
    void (*destroy)(struct Hunhandle *handle);
    int (*spell)(struct Hunhandle *handle, const char *word);
} Hunspell;

/* Start with `Dictionaries dictionaries = {0};`. */
typedef struct {
    Hunspell library;                      /* filled in when they are opened */
    struct Hunhandle *items[DICTIONARIES]; /* owned; the first `count` */
    size_t count;
    const char *const *folders; /* borrowed; ended by NULL */
    bool are_found;             /* there is one at least */
    bool are_open;
} Dictionaries;

/* Looks whether there is one in `folders`, which stay as they are while the dictionaries are in
 * use. NULL: where Debian has them. Costs no time. */
void dictionaries_find(Dictionaries *dictionaries, const char *const *folders);
/* Opens those that there are, each of the first folder that holds it: 25 ms and 11 MB each. */
void dictionaries_open(Dictionaries *dictionaries);
void dictionaries_done(Dictionaries *dictionaries);

/* Whether any that is open has `word`, in its case: 0.2 to 4 microseconds. */
bool dictionaries_have(const Dictionaries *dictionaries, const char *word);

#endif
