#include "bulletproof/model/page_settings.h"

#include "bulletproof/model/theme.h"

bool page_count_parse(StrView word, size_t *pages)
{
    if (word.length != 1 || word.data[0] < '1' || word.data[0] > '9') {
        return false;
    }
    *pages = (size_t)(word.data[0] - '0');
    return true;
}

PageSettings page_settings_of(const Node *root)
{
    const Node *node = node_settings(root);
    PageSettings settings = {
        .theme = node_has(node, FIELD_THEME) ? node_text(node, FIELD_THEME) : THEME_STANDARD,
        .is_archival = view_is(node_view(node, FIELD_PDF), PDF_ARCHIVE),
    };
    page_count_parse(node_view(node, FIELD_PAGES), &settings.most_pages);
    StrView changed = node_view(node_part(root, NODE_META), FIELD_LAST_MODIFIED);
    date_parse_iso(view_slice(changed, 0, view_find(changed, 'T')), &settings.date);
    return settings;
}
