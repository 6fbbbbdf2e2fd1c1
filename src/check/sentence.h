/* The grammar of a bullet: how each word reads where it stands, and the clauses. A bullet has a
 * main clause, and round it the means ("by caching"), the purpose ("to save"), and what came of
 * it (", cutting …", "so that …", "; errors fell"). Knows no slot and no rule. */
#ifndef CHECK_SENTENCE_H
#define CHECK_SENTENCE_H

#include "bulletproof/check/check.h"
#include "reading.h"
#include "token.h"

typedef enum {
    CLAUSE_MAIN,
    CLAUSE_NEXT,      /* another predicate of the same subject: "and archived …" */
    CLAUSE_GERUND,    /* ", cutting …", "while keeping …" */
    CLAUSE_RELATIVE,  /* which, that, who */
    CLAUSE_SO,        /* so, so that */
    CLAUSE_STATEMENT, /* a subject of its own: "; errors fell …" */
    CLAUSE_MEANS,     /* by …ing, using, with, through */
    CLAUSE_PURPOSE,   /* to do, in order to do */
    CLAUSE_WITHOUT,
    CLAUSE_CIRCUMSTANCE, /* when, while, after, until */
} ClauseKind;

typedef struct {
    ClauseKind kind;
    size_t first, end; /* tokens [first, end) */
    size_t verb;       /* its first verb; `end` when there is none */
} Clause;

typedef struct {
    Tokens tokens;
    Reading *readings; /* one a token */
    Clause *clauses;
    size_t clause_count;
    Level level;
    bool is_current;
} Sentence;

/* The words that the user's rules add; NULL when there are none. */
const OwnWords *extras_words(const CheckExtras *extras);

/* `own`: the user's words; NULL: none. */
Sentence sentence_read(StrView text, Level level, bool is_current, const OwnWords *own,
                       Arena *arena);

const Token *sentence_token(const Sentence *sentence, size_t index);
/* The token at or before `index`; beyond the ends an empty mark. */
const Token *sentence_at(const Sentence *sentence, size_t index);
const Token *sentence_before(const Sentence *sentence, size_t index);
/* The clause that token `index` is in. */
const Clause *sentence_clause(const Sentence *sentence, size_t index);
/* Whether the clause of token `index` has a token of one of the classes. */
bool sentence_clause_has(const Sentence *sentence, size_t index, WordTags any);
/* Tokens of the noun phrase that goes on at `index`: modifiers, numbers and nouns in a row.
 * Returns where it ends; `index` when there is none. */
size_t sentence_phrase_end(const Sentence *sentence, size_t index);
/* Where the noun phrase that token `index` belongs to begins. */
size_t sentence_phrase_start(const Sentence *sentence, size_t index);
/* Whether any token of [first, end) has one of the classes. */
bool sentence_any(const Sentence *sentence, size_t first, size_t end, WordTags any);

#endif
