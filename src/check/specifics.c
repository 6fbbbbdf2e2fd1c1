/* Claims of some kind that say nothing without their particular. */
#include "judgement.h"
#include "topic.h"

typedef struct {
    const char *code;
    const char *claims;      /* what the bullet is about */
    const char *particulars; /* one of these is wanted */
} Specific;

static const Specific specifics[] = {
    {"no-signal", "monitoring observability alerting",
     "latency histogram metric queue-depth error-rate trace tracing span log lag slo saturation p9 "
     "counter correlation burn request-id probe synthetic alert dashboard"},
    {"test-kind", "tests test testing unit-test automated-test",
     "integration contract property load end-to-end e2e mutation snapshot regression smoke pact "
     "testcontainer component fuzz parameterised golden characterisation soak stress unit "
     "acceptance performance api-test coverage k6 gatling playwright cypress"},
    {"migration-safety", "migrated migration migrate",
     "dual backfill checksum downtime rollback canary compat shadow flag strangler parallel "
     "rehears "
     "batch expand blue cutover reversib row-count without zero no copy replic verif validat"},
    {"security-control", "security secured hardened secure",
     "oauth jwt permission role token encrypt rotat throttl rate-limit mfa audit row-level sign "
     "csp "
     "csrf allowlist scan key secret vault policy mtls hash session mime least sanitis validat"},
    {"async-reason", "asynchronous async asynchronously",
     "so which no without reduc cut free stop prevent letting latency timeout retry retries p9 "
     "dead-letter instead longer"},
};

static bool is_wanted(const Specific *specific, const Sentence *sentence)
{
    return topic_is_about(sentence, specific->claims) &&
           !topic_is_about(sentence, specific->particulars);
}

/* "by 40%" with nothing that was measured. */
static bool has_bare_percentage(const Judgement *judgement)
{
    const Sentence *sentence = judgement->sentence;
    for (size_t i = 0; i < sentence->tokens.count && !judgement->has_metric; i++) {
        const Token *token = sentence_token(sentence, i);
        if (token->kind == TOKEN_NUMBER && token->number == NUMBER_PERCENT) {
            return true;
        }
    }
    return false;
}

void specifics_judge(Judgement *judgement)
{
    bool is_bare = judgement->has_action && !judgement->has_result && !judgement->has_metric &&
                   judgement->mechanisms < 2;
    for (size_t i = 0; is_bare && i < sizeof(specifics) / sizeof(specifics[0]); i++) {
        if (is_wanted(&specifics[i], judgement->sentence)) {
            judgement_fault(judgement, specifics[i].code, 0, 0);
        }
    }
    if (has_bare_percentage(judgement)) {
        judgement_fault(judgement, "percent-of-what", 0, 0);
    }
}
