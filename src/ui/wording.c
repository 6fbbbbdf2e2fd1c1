#include "ui/wording.h"

#include <string.h>

#include "ui/entry_lines.h"
#include "ui/section.h"

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter - 'A' + 'a') : letter;
}

static char upper(char letter)
{
    return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

void wording_add_kind(StrBuf *out, NodeKind kind)
{
    const char *label = kind_info(kind)->label;
    strbuf_add_char(out, lower(label[0]));
    strbuf_add(out, label + 1);
}

static bool is_upper(char letter)
{
    return letter >= 'A' && letter <= 'Z';
}

/* Labels begin with a capital letter, which inside a sentence only "URL" and the like keep. */
static void add_inside(StrBuf *out, const char *text)
{
    for (size_t i = 0; text[i]; i++) {
        bool begins_word = i == 0 || text[i - 1] == ' ';
        bool is_word = text[i + 1] && !is_upper(text[i + 1]);
        strbuf_add_char(out, begins_word && is_word ? lower(text[i]) : text[i]);
    }
}

/* There is one field of a name in an entry, but several bullets. */
static const char *article_of(const Node *node, char first)
{
    if (kind_info(node_kind(node))->shape == SHAPE_MAPPING) {
        return "the ";
    }
    return strchr("AEIO", first) ? "an " : "a ";
}

void wording_add_step(StrBuf *out, const char *label, const Node *node)
{
    size_t verb_bytes = 0;
    while (label[verb_bytes] && !is_upper(label[verb_bytes])) {
        verb_bytes++;
    }
    strbuf_add_bytes(out, label, verb_bytes);
    if (!label[verb_bytes]) {
        return;
    }
    strbuf_add(out, article_of(node, label[verb_bytes]));
    add_inside(out, label + verb_bytes);
    const Node *entry = section_entry(node);
    if (entry && !node_is_blank(entry)) {
        strbuf_addf(out, " of %s", entry_name(entry));
    }
}

void wording_add_list_end(StrBuf *out, const Node *list)
{
    NodeKind item = kind_info(node_kind(list))->item;
    bool is_empty = node_count(list) == 0;
    strbuf_add(out, is_empty ? "Enter adds the first " : "Enter adds another ");
    wording_add_kind(out, item);
}

void wording_add_sentence(StrBuf *out, const char *sentence)
{
    strbuf_add_char(out, upper(sentence[0]));
    strbuf_add(out, sentence[0] ? sentence + 1 : "");
    char last = sentence[0] ? sentence[strlen(sentence) - 1] : '.';
    strbuf_add(out, last == '.' || last == '?' || last == '!' ? "" : ".");
}
