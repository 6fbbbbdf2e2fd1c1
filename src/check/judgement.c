#include "judgement.h"

#include <string.h>

void judgement_span(Judgement *judgement, Slot slot, size_t first, size_t end)
{
    const Tokens *tokens = &judgement->sentence->tokens;
    if (judgement->span_count >= JUDGEMENT_SPANS || first >= end || end > tokens->count) {
        return;
    }
    judgement->spans[judgement->span_count++] =
        (SlotSpan){tokens->items[first].start, tokens->items[end - 1].end, slot};
}

void judgement_fault(Judgement *judgement, const char *code, size_t first, size_t end)
{
    const Tokens *tokens = &judgement->sentence->tokens;
    if (judgement->fault_count >= JUDGEMENT_FAULTS) {
        return;
    }
    Fault fault = {.code = code, .end = tokens->text.length};
    end = end > tokens->count ? tokens->count : end;
    if (first < end) {
        fault.start = tokens->items[first].start;
        fault.end = tokens->items[end - 1].end;
    }
    judgement->faults[judgement->fault_count++] = fault;
}

bool judgement_has_fault(const Judgement *judgement, const char *code)
{
    for (size_t i = 0; i < judgement->fault_count; i++) {
        if (strcmp(judgement->faults[i].code, code) == 0) {
            return true;
        }
    }
    return false;
}
