/* How the bullets sound together. */
#include "check/resume.h"

/* The same verb may open so many bullets before it sounds like a form filled in. */
enum { OPENER_MOST = 3, OPENER_BULLETS = 10 };

/* A long life in work may use a verb more often: once in so many bullets. */
static size_t most_uses(const ResumePass *pass)
{
    size_t most = pass->bullet_count / OPENER_BULLETS;
    return most > OPENER_MOST ? most : OPENER_MOST;
}

static const Token *opener_of(const ShownBullet *bullet)
{
    const Tokens *tokens = &bullet->sentence.tokens;
    return tokens->count > 0 && tokens->items[0].kind == TOKEN_WORD ? &tokens->items[0] : NULL;
}

/* How often a word has opened a bullet so far. */
typedef struct {
    StrView word;
    size_t uses;
} Opener;

/* An open-addressed table: pasted texts make thousands of bullets. */
typedef struct {
    Opener *slots; /* in the arena */
    size_t size;   /* a power of two, more than twice the bullets */
} Openers;

static Openers openers_make(const ResumePass *pass)
{
    Openers openers = {.size = 16};
    while (openers.size < 2 * pass->bullet_count + 1) {
        openers.size *= 2;
    }
    openers.slots = arena_alloc(pass->arena, openers.size * sizeof(*openers.slots));
    return openers;
}

static Opener *openers_find(const Openers *openers, StrView word)
{
    size_t hash = 7;
    for (size_t i = 0; i < word.length; i++) {
        hash = hash * 31 + (unsigned char)word.data[i];
    }
    size_t slot = hash & (openers->size - 1);
    while (openers->slots[slot].uses > 0 && !view_equal(openers->slots[slot].word, word)) {
        slot = (slot + 1) & (openers->size - 1);
    }
    openers->slots[slot].word = word;
    return &openers->slots[slot];
}

void resume_check_style(ResumePass *pass)
{
    size_t most = most_uses(pass);
    Openers openers = openers_make(pass);
    for (size_t i = 0; i < pass->bullet_count; i++) {
        const Token *opener = opener_of(&pass->bullets[i]);
        if (opener && openers_find(&openers, opener->lower)->uses++ >= most) {
            Spot spot = {pass->bullets[i].node, FIELD_TEXT, opener->start, opener->end};
            resume_report(pass, "opener-repeated", spot,
                          arena_format(pass->arena, "\"%.*s\" opens several bullets already",
                                       VIEW_ARG(opener->lower)));
        }
    }
}
