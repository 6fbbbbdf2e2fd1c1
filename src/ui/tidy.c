#include "ui/tidy.h"

#include "bulletproof/model/date.h"

bool tidy_field(Document *doc, NodeId id, FieldId field)
{
    const Node *node = field == FIELD_COUNT ? NULL : document_find(doc, id);
    const FieldInfo *info = node ? kind_field(node_kind(node), field) : NULL;
    if (!info || info->type != FIELD_TYPE_DATE) {
        return false;
    }
    Date date;
    StrView text = node_view(node, field);
    bool is_open_end = field == FIELD_END_DATE && date_is_open_end(text);
    if (!is_open_end && (date_parse_iso(text, &date) || !date_parse_free(text, &date))) {
        return false;
    }
    StrBuf tidy = {0};
    if (!is_open_end) {
        date_add(&tidy, date, DATE_FORM_ISO);
    }
    bool is_done = document_set(doc, id, field, strbuf_view(&tidy));
    strbuf_done(&tidy);
    return is_done;
}
