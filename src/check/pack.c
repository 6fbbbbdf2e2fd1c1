#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "check/pack_inside.h"
#include "check/sentence.h"

RulePack *rule_pack_new(void)
{
    RulePack *pack = xalloc(sizeof(*pack));
    pack->words = own_words_new();
    return pack;
}

void rule_pack_free(RulePack *pack)
{
    if (!pack) {
        return;
    }
    own_words_free(pack->words);
    strbuf_done(&pack->lines);
    arena_done(&pack->arena);
    free(pack->rules);
    free(pack->off);
    free(pack);
}

StrView rule_pack_words(const RulePack *pack)
{
    return strbuf_view(&pack->lines);
}

size_t rule_pack_count(const RulePack *pack)
{
    return pack ? pack->rule_count : 0;
}

const Rule *rule_pack_rule(const RulePack *pack, size_t index)
{
    return &pack->rules[index]->rule;
}

const Rule *rule_pack_find(const RulePack *pack, const char *code)
{
    for (size_t i = 0; i < rule_pack_count(pack); i++) {
        if (strcmp(pack->rules[i]->rule.code, code) == 0) {
            return &pack->rules[i]->rule;
        }
    }
    return check_rule(code);
}

bool rule_pack_is_off(const RulePack *pack, const char *code)
{
    for (size_t i = 0; pack && i < pack->off_count; i++) {
        if (strcmp(pack->off[i], code) == 0) {
            return true;
        }
    }
    return false;
}

const OwnWords *extras_words(const CheckExtras *extras)
{
    return extras && extras->pack ? extras->pack->words : NULL;
}

/* --- looking for phrases --------------------------------------------------------------- */

static char lower(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (char)(byte | 0x20) : byte;
}

static bool is_of_word(char byte)
{
    char small = lower(byte);
    return (small >= 'a' && small <= 'z') || (byte >= '0' && byte <= '9') || byte == '_' ||
           (unsigned char)byte >= 0x80;
}

/* A blank stands for a hyphen and a line end as well: what is joined is one phrase. */
static bool is_same(char wanted, char byte)
{
    return wanted == ' ' ? byte == ' ' || byte == '-' || byte == '\n'
                         : lower(wanted) == lower(byte);
}

/* Length of `phrase` where it begins at `start` and stands as whole words; 0 when it does not. */
static size_t phrase_at(StrView text, size_t start, const char *phrase)
{
    size_t length = strlen(phrase);
    if (start + length > text.length ||
        (start > 0 && is_of_word(phrase[0]) && is_of_word(text.data[start - 1]))) {
        return 0;
    }
    for (size_t i = 0; i < length; i++) {
        if (!is_same(phrase[i], text.data[start + i])) {
            return 0;
        }
    }
    size_t end = start + length;
    bool is_cut = end < text.length && is_of_word(phrase[length - 1]) && is_of_word(text.data[end]);
    return is_cut ? 0 : length;
}

static bool next_phrase(const PackRule *rule, StrView text, size_t *offset, PackSpan *span)
{
    for (; *offset < text.length; ++*offset) {
        size_t longest = 0;
        for (size_t i = 0; i < rule->phrase_count; i++) {
            size_t length = phrase_at(text, *offset, rule->phrases[i]);
            longest = length > longest ? length : longest;
        }
        if (longest > 0) {
            *span = (PackSpan){*offset, *offset + longest};
            *offset += longest;
            return true;
        }
    }
    return false;
}

/* Too many is told at the first one too many; too few of the whole text. */
static bool find_occurrences(const PackRule *rule, StrView text, PackSpan *span)
{
    PackSpan found;
    size_t offset = 0;
    int count = 0;
    while (next_phrase(rule, text, &offset, &found)) {
        count++;
        if (rule->most > 0 && count > rule->most) {
            *span = found;
            return true;
        }
    }
    *span = (PackSpan){0, text.length};
    return count < rule->least;
}

bool pack_next_fault(const PackRule *rule, StrView text, size_t *offset, PackSpan *span)
{
    if (rule->kind != PACK_OCCURRENCE) {
        return next_phrase(rule, text, offset, span);
    }
    bool is_first = *offset == 0;
    *offset = text.length + 1;
    return is_first && find_occurrences(rule, text, span);
}

bool pack_is_about(const PackRule *rule, bool is_summary)
{
    return rule->text == PACK_IN_BOTH || (rule->text == PACK_IN_SUMMARY) == is_summary;
}
