/* Taking a word into the user's own, so that it is right from now on. */
#include <string.h>

#include "ui/command_list.h"
#include "ui/editor_state.h"

/* The one about the word at the cursor, else the first. */
static const Finding *nearest_spelling(const Finding *findings, size_t count, Place cursor)
{
    const Finding *first = NULL;
    for (size_t i = 0; i < count; i++) {
        const Finding *finding = &findings[i];
        bool is_spelling = strcmp(finding->rule->code, "spelling") == 0 && !finding->is_waived;
        bool is_elsewhere =
            finding->node != 0 && (finding->node != cursor.node || finding->field != cursor.field);
        if (!is_spelling || is_elsewhere) {
            continue;
        }
        if (finding->start <= cursor.offset && cursor.offset <= finding->end) {
            return finding;
        }
        first = first ? first : finding;
    }
    return first;
}

/* Of the text in hand: as it is judged now, else as the resume was. */
static const Finding *spelling_in_hand(const Editor *editor)
{
    const Judgement *judgement = &editor->judgement;
    Place cursor = editor->state.cursor;
    if (editor_is_judged(editor) && judgement->bullet) {
        return nearest_spelling(judgement->bullet->findings, judgement->bullet->finding_count,
                                cursor);
    }
    if (editor_is_judged(editor) && judgement->summary) {
        return nearest_spelling(judgement->summary->findings, judgement->summary->finding_count,
                                cursor);
    }
    const ResumeReport *resume = judgement->resume;
    return resume ? nearest_spelling(resume->findings, resume->finding_count, cursor) : NULL;
}

bool command_add_word(Editor *editor)
{
    const Finding *finding = spelling_in_hand(editor);
    const Node *node = editor_node(editor);
    if (!finding || !node) {
        editor_say(
            editor, ROLE_MESSAGE,
            "No word here is in question. " KEY_OF("next-finding") " goes to the next finding.");
        return false;
    }
    StrView text = node_view(node, editor->state.cursor.field);
    StrView word = view_slice(text, finding->start, finding->end);
    StrBuf argument = {0};
    strbuf_add_view(&argument, word);
    editor_request(editor, REQUEST_ADD_WORD, strbuf_text(&argument));
    strbuf_done(&argument);
    return true;
}
