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

static size_t earlier_with(const ResumePass *pass, size_t index, const Token *opener)
{
    size_t count = 0;
    for (size_t i = 0; i < index; i++) {
        const Token *other = opener_of(&pass->bullets[i]);
        count += other && view_equal(other->lower, opener->lower) ? 1 : 0;
    }
    return count;
}

void resume_check_style(ResumePass *pass)
{
    size_t most = most_uses(pass);
    for (size_t i = 0; i < pass->bullet_count; i++) {
        const Token *opener = opener_of(&pass->bullets[i]);
        if (opener && earlier_with(pass, i, opener) >= most) {
            Spot spot = {pass->bullets[i].node, FIELD_TEXT, opener->start, opener->end};
            resume_report(pass, "opener-repeated", spot,
                          arena_format(pass->arena, "\"%.*s\" opens several bullets already",
                                       VIEW_ARG(opener->lower)));
        }
    }
}
