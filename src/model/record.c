#include "model/record.h"

/* A longer step is told by what is added to it: nobody looks for so long a word. */
enum { TYPED_MOST_BYTES = 512 };

static void add_number(StrBuf *log, size_t number)
{
    strbuf_addf(log, "%zu ", number);
}

static void add_text(StrBuf *log, StrView text)
{
    strbuf_addf(log, "%zu:", text.length);
    strbuf_add_view(log, text);
    strbuf_add_char(log, ' ');
}

static void add_path(StrBuf *log, const Node *node)
{
    node_add_path(log, node);
    strbuf_add_char(log, ' ');
}

/* Its texts, then its children; what is empty is left out. */
static void add_content(StrBuf *log, const Node *node)
{
    size_t count, filled = 0;
    const FieldInfo *fields = kind_fields(node->kind, &count);
    for (size_t i = 0; i < count; i++) {
        filled += node_has(node, fields[i].field);
    }
    add_number(log, filled);
    for (size_t i = 0; i < count; i++) {
        if (node_has(node, fields[i].field)) {
            strbuf_addf(log, "%s ", field_key(fields[i].field));
            add_text(log, node_view(node, fields[i].field));
        }
    }
    add_number(log, node->count);
    for (size_t i = 0; i < node->count; i++) {
        strbuf_addf(log, "%s ", kind_info(node->children[i]->kind)->key);
        add_content(log, node->children[i]);
    }
}

static void begin(StrBuf *log, RecordVerb verb, const Node *node)
{
    strbuf_addf(log, "%c ", verb);
    add_path(log, node);
}

static void end(StrBuf *log)
{
    strbuf_add_char(log, '\n');
}

static void add_splice(StrBuf *log, RecordVerb verb, const Edit *edit)
{
    begin(log, verb, edit->node);
    strbuf_addf(log, "%s ", field_key(edit->field));
    add_number(log, edit->offset);
    add_number(log, edit->length);
    add_text(log, strbuf_view(&edit->other));
    end(log);
}

static void add_child(StrBuf *log, const Edit *edit)
{
    if (edit->item) {
        begin(log, RECORD_INSERT, edit->node);
        add_number(log, edit->index);
        add_content(log, edit->item);
    } else {
        begin(log, RECORD_REMOVE, edit->node->children[edit->index]);
    }
    end(log);
}

static void add_move(StrBuf *log, const Edit *edit)
{
    begin(log, RECORD_MOVE, edit->node);
    add_path(log, edit->list);
    add_number(log, edit->index);
    end(log);
}

void record_edit(StrBuf *log, const Edit *edit)
{
    switch (edit->kind) {
    case EDIT_SPLICE:
        add_splice(log, RECORD_SPLICE, edit);
        break;
    case EDIT_CHILD:
        add_child(log, edit);
        break;
    case EDIT_MOVE:
        add_move(log, edit);
        break;
    }
}

void record_join(StrBuf *log, const Edit *open, const Edit *splice)
{
    if (splice->length > 0 || open->length > TYPED_MOST_BYTES) {
        add_splice(log, RECORD_JOIN, splice);
        return;
    }
    StrView text = node_view(open->node, open->field);
    begin(log, RECORD_TYPED, open->node);
    strbuf_addf(log, "%s ", field_key(open->field));
    add_number(log, open->offset);
    add_text(log, view_slice(text, open->offset, open->offset + open->length));
    end(log);
}

void record_verb(StrBuf *log, RecordVerb verb)
{
    strbuf_addf(log, "%c\n", verb);
}
