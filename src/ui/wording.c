#include "ui/wording.h"

#include <string.h>

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

void wording_add_inside(StrBuf *out, const char *text)
{
    for (size_t i = 0; text[i]; i++) {
        bool begins_word = i == 0 || text[i - 1] == ' ';
        bool is_word = text[i + 1] >= 'a' && text[i + 1] <= 'z'; /* not "URL" */
        strbuf_add_char(out, begins_word && is_word ? lower(text[i]) : text[i]);
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
