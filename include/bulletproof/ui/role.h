/* What a cell means. The terminal decides what that looks like; no role is told by colour alone. */
#ifndef BULLETPROOF_UI_ROLE_H
#define BULLETPROOF_UI_ROLE_H

/*   id           letter in a dump   meaning */
/* clang-format off */
#define ROLES(X) \
    X(TEXT,        '.')  /* what the user wrote */                   \
    X(DIM,         'd')  /* help, hints, what is not in hand */       \
    X(LABEL,       'l')  /* names of fields and panes */              \
    X(HEADING,     'h')  /* titles of entries */                      \
    X(RULE,        'r')  /* lines between parts */                    \
    X(FOCUS,       'f')  /* the row of a list that is in hand */      \
    X(KEY,         'k')  /* the name of a key */                      \
    X(ACTION,      'A')  /* words that fill the slot action */        \
    X(SCOPE,       'S')                                              \
    X(TECHNIQUE,   'T')                                              \
    X(RESULT,      'R')                                              \
    X(STRONG,      '+')  /* a verdict */                             \
    X(FAIR,        '=')                                              \
    X(WEAK,        '-')                                              \
    X(MARKED,      'm')  /* words that a finding is about */          \
    X(ERROR,       'E')                                              \
    X(WARNING,     'W')                                              \
    X(ADVICE,      'a')                                              \
    X(MESSAGE,     '!')  /* what the program says */                  \
    X(SELECTION,   's')
/* clang-format on */

typedef enum {
#define X(id, letter) ROLE_##id,
    ROLES(X)
#undef X
        ROLE_COUNT
} Role;

#endif
