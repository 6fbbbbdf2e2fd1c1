#include "ui/text_area.h"

#include "bulletproof/text/clean.h"
#include "bulletproof/text/grapheme.h"
#include "bulletproof/text/word.h"

StrView text_area_view(const Document *doc, Place place)
{
    const Node *node = document_find(doc, place.node);
    return node && place.field != FIELD_COUNT ? node_view(node, place.field) : view_of("");
}

bool text_area_is_prose(const Document *doc, Place place)
{
    const Node *node = document_find(doc, place.node);
    const FieldInfo *info = node ? kind_field(node_kind(node), place.field) : NULL;
    return info && info->type == FIELD_TYPE_PROSE;
}

/* --- moving ------------------------------------------------------------------ */

static bool move_to(Place *place, size_t offset)
{
    bool has_moved = place->offset != offset;
    place->offset = offset;
    return has_moved;
}

bool text_area_left(const Document *doc, Place *place)
{
    return move_to(place, grapheme_previous(text_area_view(doc, *place), place->offset));
}

bool text_area_right(const Document *doc, Place *place)
{
    return move_to(place, grapheme_next(text_area_view(doc, *place), place->offset));
}

bool text_area_word_left(const Document *doc, Place *place)
{
    return move_to(place, word_previous(text_area_view(doc, *place), place->offset));
}

bool text_area_word_right(const Document *doc, Place *place)
{
    return move_to(place, word_next(text_area_view(doc, *place), place->offset));
}

/* --- inserting ---------------------------------------------------------------- */

/* Where `offset` of a text comes to stand when the text before it is cleaned by itself. */
static size_t cleaned_length(StrView text, CleanKind kind)
{
    StrBuf cleaned = {0};
    text_clean(&cleaned, text, kind);
    size_t length = cleaned.length;
    strbuf_done(&cleaned);
    return length;
}

/* What is typed may join the grapheme before or after it (an accent, half a flag), so these are
 * made whole together. */
static bool insert_joined(Document *doc, Place *place, StrView foreign, CleanKind kind)
{
    StrView text = text_area_view(doc, *place);
    size_t start = grapheme_previous(text, place->offset);
    size_t end = grapheme_next(text, place->offset);
    StrBuf joined = {0}, cleaned = {0};
    strbuf_add_view(&joined, view_slice(text, start, place->offset));
    strbuf_add_view(&joined, foreign);
    size_t head = cleaned_length(strbuf_view(&joined), kind);
    strbuf_add_view(&joined, view_slice(text, place->offset, end));
    text_clean(&cleaned, strbuf_view(&joined), kind);
    bool is_done = document_splice(doc, (TextRange){place->node, place->field, start, end - start},
                                   strbuf_view(&cleaned));
    place->offset = is_done ? start + head : place->offset;
    strbuf_done(&joined);
    strbuf_done(&cleaned);
    return is_done;
}

/* The cursor never stands inside a grapheme. */
static void stand_between_graphemes(const Document *doc, Place *place)
{
    StrView text = text_area_view(doc, *place);
    if (place->offset == 0) {
        return;
    }
    if (place->offset >= text.length) {
        place->offset = text.length;
        return;
    }
    size_t start = grapheme_previous(text, place->offset);
    size_t end = grapheme_next(text, start);
    place->offset = end > place->offset ? end : place->offset;
}

/* Whether the bytes around stay as they are when `cleaned` comes between them. */
static bool stands_alone(StrView text, size_t offset, StrView cleaned, CleanKind kind)
{
    StrBuf around = {0};
    strbuf_add_view(&around, view_slice(text, grapheme_previous(text, offset), offset));
    strbuf_add_view(&around, cleaned);
    strbuf_add_view(&around, view_slice(text, offset, grapheme_next(text, offset)));
    bool is_clean = text_is_clean(strbuf_view(&around), kind);
    strbuf_done(&around);
    return is_clean;
}

bool text_area_insert(Document *doc, Place *place, StrView foreign)
{
    CleanKind kind = text_area_is_prose(doc, *place) ? CLEAN_PROSE : CLEAN_LINE;
    StrBuf cleaned = {0};
    text_clean(&cleaned, foreign, kind);
    StrView insert = strbuf_view(&cleaned);
    bool is_done = true;
    if (insert.length == 0) {
        /* nothing of it can be in a text */
    } else if (stands_alone(text_area_view(doc, *place), place->offset, insert, kind)) {
        is_done =
            document_splice(doc, (TextRange){place->node, place->field, place->offset, 0}, insert);
        place->offset += is_done ? insert.length : 0;
    } else {
        is_done = insert_joined(doc, place, insert, kind);
    }
    strbuf_done(&cleaned);
    stand_between_graphemes(doc, place);
    return is_done;
}

/* --- erasing ------------------------------------------------------------------ */

static bool erase(Document *doc, Place *place, size_t start, size_t end)
{
    if (start >= end ||
        !document_splice(doc, (TextRange){place->node, place->field, start, end - start},
                         view_of(""))) {
        return false;
    }
    place->offset = start;
    stand_between_graphemes(doc, place);
    return true;
}

static bool kill(Document *doc, Place *place, size_t end, StrBuf *killed)
{
    size_t start = place->offset < end ? place->offset : end;
    end = place->offset < end ? end : place->offset;
    if (start < end) {
        strbuf_clear(killed);
        strbuf_add_view(killed, view_slice(text_area_view(doc, *place), start, end));
    }
    return erase(doc, place, start, end);
}

bool text_area_erase_left(Document *doc, Place *place)
{
    size_t start = grapheme_previous(text_area_view(doc, *place), place->offset);
    return erase(doc, place, start, place->offset);
}

bool text_area_erase_right(Document *doc, Place *place)
{
    size_t end = grapheme_next(text_area_view(doc, *place), place->offset);
    return erase(doc, place, place->offset, end);
}

bool text_area_kill_word_left(Document *doc, Place *place, StrBuf *killed)
{
    return kill(doc, place, word_previous(text_area_view(doc, *place), place->offset), killed);
}

bool text_area_kill_word_right(Document *doc, Place *place, StrBuf *killed)
{
    return kill(doc, place, word_next(text_area_view(doc, *place), place->offset), killed);
}

bool text_area_kill_line(Document *doc, Place *place, StrBuf *killed)
{
    StrView text = text_area_view(doc, *place);
    size_t start = place->offset;
    size_t length = view_find(view_slice(text, start, text.length), '\n');
    bool is_at_line_end = length == 0 && start < text.length;
    return kill(doc, place, start + (is_at_line_end ? 1 : length), killed);
}
