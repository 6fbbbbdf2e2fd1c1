#include "check/claim_lines.h"

#include "bulletproof/base/embedded.h"

StrView claim_lines(void)
{
    return embedded_find("rules/claims.txt")->text;
}

bool claim_next_line(StrView *rest, ClaimLine *line)
{
    StrView text;
    while (view_next_line(rest, &text)) {
        size_t bar = view_find(text, '|');
        if (text.length == 0 || text.data[0] == '#' || bar == text.length) {
            continue;
        }
        StrView left = view_trim(view_slice(text, 0, bar));
        size_t blank = view_find(left, ' ');
        *line =
            (ClaimLine){view_slice(left, 0, blank), view_trim(view_slice(left, blank, left.length)),
                        view_trim(view_slice(text, bar + 1, text.length))};
        return true;
    }
    return false;
}

bool claim_next_phrase(StrView *head, StrView *phrase)
{
    if (head->length == 0) {
        return false;
    }
    size_t end = view_find(*head, ';');
    *phrase = view_trim(view_slice(*head, 0, end));
    *head = view_slice(*head, end + 1, head->length);
    return true;
}
