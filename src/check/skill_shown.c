/* Which skills the bullets show. */
#include <string.h>

#include "check/claim_lines.h"
#include "check/skills.h"

/* --- by its own words ------------------------------------------------------------- */

bool bullet_uses(const ShownBullet *bullet, uint16_t technology)
{
    const Tokens *tokens = &bullet->sentence.tokens;
    for (size_t i = 0; i < tokens->count; i++) {
        if (tokens->items[i].technology == technology) {
            return true;
        }
    }
    return false;
}

static bool uses_technology(const ResumePass *pass, uint16_t technology)
{
    for (size_t b = 0; technology && b < pass->bullet_count; b++) {
        if (bullet_uses(&pass->bullets[b], technology)) {
            return true;
        }
    }
    return false;
}

/* Words that tell nothing by themselves: "Structured logs" is shown by "logs", "API design" by
 * "API". */
static bool is_filler(StrView word)
{
    static const char *const fillers[] = {"and",   "of",      "with",    "for",       "in",
                                          "the",   "design",  "testing", "databases", "systems",
                                          "based", "service", "services"};
    for (size_t i = 0; i < sizeof(fillers) / sizeof(fillers[0]); i++) {
        if (view_is(word, fillers[i])) {
            return true;
        }
    }
    return false;
}

/* A word without the ending of its number or tense: enough to meet itself in a bullet. */
static StrView stem_of(StrView word)
{
    static const char *const endings[] = {"ations", "ation", "ings", "ing", "ies",
                                          "ed",     "es",    "s",    "y",   "e"};
    for (size_t i = 0; i < sizeof(endings) / sizeof(endings[0]); i++) {
        size_t length = strlen(endings[i]);
        if (word.length > length + 2 && view_ends_with(word, endings[i])) {
            return view_slice(word, 0, word.length - length);
        }
    }
    return word;
}

/* Appends the stems of the words that count. */
static void add_stems(StrBuf *stems, const Tokens *tokens)
{
    for (size_t i = 0; i < tokens->count; i++) {
        const Token *token = &tokens->items[i];
        if (token->kind == TOKEN_WORD && !is_filler(token->lower)) {
            StrView rest = token->lower;
            while (rest.length > 0) {
                size_t end = view_find(rest, ' ');
                strbuf_add_view(stems, stem_of(view_slice(rest, 0, end)));
                strbuf_add_char(stems, ' ');
                rest = view_slice(rest, end + 1, rest.length);
            }
        }
    }
}

static bool is_shown_by_words(const ResumePass *pass, const Skill *skill)
{
    for (size_t i = 0; i < skill->tokens.count; i++) {
        if (uses_technology(pass, skill->tokens.items[i].technology)) {
            return true;
        }
    }
    StrBuf stems = {0};
    add_stems(&stems, &skill->tokens);
    bool is_found = stems.length == 0 || resume_find_bullet(pass, strbuf_view(&stems));
    strbuf_done(&stems);
    return is_found;
}

/* --- by what is known to stand for it ---------------------------------------------- */

static uint16_t technology_of(StrView phrase)
{
    const LexiconEntry *entry = lexicon_find(phrase);
    return entry ? entry->technology : 0;
}

/* "Java 17" is Java, "English C1" English, "RESTful APIs" REST. */
static bool is_named(const Skill *skill, StrView phrase)
{
    uint16_t technology = technology_of(phrase);
    for (size_t i = 0; technology && i < skill->tokens.count; i++) {
        if (skill->tokens.items[i].technology == technology) {
            return true;
        }
    }
    bool is_first = skill->tokens.count > 0 && view_equal(skill->tokens.items[0].lower, phrase);
    return is_first || view_equal(skill->folded, phrase);
}

static bool holds(StrView text, StrView phrase)
{
    for (size_t i = 0; i + phrase.length <= text.length; i++) {
        if (view_equal(view_slice(text, i, i + phrase.length), phrase)) {
            return true;
        }
    }
    return false;
}

/* A claim may stand among other words, as it is looked for itself. */
static bool is_claimed(const Skill *skill, const ClaimLine *line)
{
    bool is_claim = view_is(line->kind, "claim");
    StrView head = line->head, phrase;
    while (claim_next_phrase(&head, &phrase)) {
        if (is_claim ? holds(skill->folded, phrase) : is_named(skill, phrase)) {
            return true;
        }
    }
    return false;
}

/* A claim without a bullet is told of as such, not twice. */
static bool stands_for(const ResumePass *pass, const ClaimLine *line)
{
    bool needs_evidence = view_is(line->kind, "shows") || view_is(line->kind, "vendor");
    return view_is(line->kind, "claim") || view_is(line->kind, "common") ||
           (needs_evidence && resume_find_bullet(pass, line->stems));
}

static bool is_of_skills(const ClaimLine *line)
{
    return !view_is(line->kind, "level") && !view_is(line->kind, "concern");
}

bool skill_is_shown(const ResumePass *pass, const Skill *skill)
{
    if (is_shown_by_words(pass, skill)) {
        return true;
    }
    StrView rest = claim_lines();
    for (ClaimLine line; claim_next_line(&rest, &line);) {
        if (is_of_skills(&line) && is_claimed(skill, &line) && stands_for(pass, &line)) {
            return true;
        }
    }
    return false;
}

/* --- bullet by bullet ------------------------------------------------------------------ */

bool skill_add_signs(StrBuf *stems, const Skill *skill)
{
    add_stems(stems, &skill->tokens);
    bool needs_none = stems->length == 0;
    StrView rest = claim_lines();
    for (ClaimLine line; claim_next_line(&rest, &line);) {
        if (!is_of_skills(&line) || !is_claimed(skill, &line)) {
            continue;
        }
        bool needs_evidence = view_is(line.kind, "shows") || view_is(line.kind, "vendor");
        needs_none = needs_none || !needs_evidence;
        strbuf_add_view(stems, needs_evidence ? line.stems : view_of(""));
        strbuf_add_char(stems, ' ');
    }
    return needs_none;
}

bool skill_is_shown_by(const ShownBullet *bullet, const Skill *skill, StrView stems)
{
    for (size_t i = 0; i < skill->tokens.count; i++) {
        uint16_t technology = skill->tokens.items[i].technology;
        if (technology && bullet_uses(bullet, technology)) {
            return true;
        }
    }
    return bullet_names(bullet, stems);
}
