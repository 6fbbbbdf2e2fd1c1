/* The rules by their codes, and the names of what a report tells. */
#include <stdlib.h>
#include <string.h>

#include "bulletproof/check/check.h"
#include "rule_table.h"

static int compare_code(const void *code, const void *rule)
{
    const Rule *candidate = rule;
    return strcmp(code, candidate->code);
}

const Rule *check_rule(const char *code)
{
    return bsearch(code, rule_table, rule_table_count, sizeof(rule_table[0]), compare_code);
}

const Rule *const *check_rules(size_t *count)
{
    *count = rule_table_count;
    return rule_list;
}

const char *verdict_name(Verdict verdict)
{
    static const char *const names[] = {"weak", "fair", "strong"};
    return names[verdict];
}

const char *severity_name(Severity severity)
{
    static const char *const names[] = {"advice", "warning", "error"};
    return names[severity];
}
