/* The head of the page: name, headline, and one paragraph of ways to reach the person. */
#include <string.h>

#include "bulletproof/text/fold.h"
#include "layout/block.h"

static void compose_styled(Blocks *blocks, BlockKind kind, const Node *basics, ContentSpan span)
{
    if (span.text.length > 0) {
        ContentBlock *block = blocks_add(blocks, kind, node_id(basics));
        block_add_span(block, blocks, span);
        block->keeps_next = true;
    }
}

/* An item of the contact line, after a bar when it is not the first. */
static void add_item(ContentBlock *block, const Blocks *blocks, StrView text, const char *link)
{
    const Theme *theme = blocks->input->theme;
    if (text.length == 0) {
        return;
    }
    ContentSpan span = {.size = theme->contact_size, .color = theme->muted_color};
    if (block->span_count > 0) {
        span.text = view_of(" | ");
        block_add_span(block, blocks, span);
    }
    span.text = text;
    span.link = link;
    block_add_span(block, blocks, span);
}

static void add_place(ContentBlock *block, const Blocks *blocks, const Node *location)
{
    static const FieldId fields[] = {FIELD_ADDRESS, FIELD_POSTAL_CODE, FIELD_CITY, FIELD_REGION,
                                     FIELD_COUNTRY_CODE};
    StrBuf place = {0};
    for (size_t i = 0; i < sizeof(fields) / sizeof(fields[0]); i++) {
        StrView text = view_trim(node_view(location, fields[i]));
        if (text.length > 0) {
            strbuf_addf(&place, "%s%.*s", place.length > 0 ? ", " : "", VIEW_ARG(text));
        }
    }
    add_item(block, blocks, blocks_keep(blocks, &place), NULL);
}

/* Its address, with the network's name in front where the address does not tell it. */
static void add_profile(ContentBlock *block, const Blocks *blocks, const Node *profile)
{
    StrView network = view_trim(node_view(profile, FIELD_NETWORK));
    StrView url = view_trim(node_view(profile, FIELD_URL));
    StrView user = view_trim(node_view(profile, FIELD_USERNAME));
    StrView shown = url.length > 0 ? address_shown(url) : user;
    size_t start, end;
    StrBuf text = {0};
    if (network.length > 0 && !text_find_folded(shown, network, 0, &start, &end)) {
        strbuf_addf(&text, "%.*s%s", VIEW_ARG(network), shown.length > 0 ? ": " : "");
    }
    strbuf_add_view(&text, shown);
    const char *link = url.length > 0 ? arena_copy(blocks->arena, url) : NULL;
    add_item(block, blocks, blocks_keep(blocks, &text), link);
}

static void compose_ways(Blocks *blocks, const Node *basics)
{
    ContentBlock *block = blocks_add(blocks, BLOCK_CONTACT, node_id(basics));
    block->breaks_at_bars = true;
    block->gap_before = blocks->input->theme->bullet_gap;
    StrView email = view_trim(node_view(basics, FIELD_EMAIL));
    StrView url = view_trim(node_view(basics, FIELD_URL));
    add_item(block, blocks, email, arena_format(blocks->arena, "mailto:%.*s", VIEW_ARG(email)));
    add_item(block, blocks, view_trim(node_view(basics, FIELD_PHONE)), NULL);
    add_place(block, blocks, node_part(basics, NODE_LOCATION));
    add_item(block, blocks, address_shown(url), arena_copy(blocks->arena, url));
    const Node *profiles = node_part(basics, NODE_PROFILES);
    for (size_t i = 0; i < node_count(profiles); i++) {
        add_profile(block, blocks, node_child(profiles, i));
    }
    blocks_drop_empty(blocks);
}

void compose_contact(Blocks *blocks, const Node *basics)
{
    const Theme *theme = blocks->input->theme;
    compose_styled(blocks, BLOCK_NAME, basics,
                   (ContentSpan){.text = view_trim(node_view(basics, FIELD_NAME)),
                                 .style = FONT_BOLD,
                                 .size = theme->name_size,
                                 .color = theme->name_color});
    compose_styled(blocks, BLOCK_HEADLINE, basics,
                   (ContentSpan){.text = view_trim(node_view(basics, FIELD_LABEL)),
                                 .size = theme->headline_size,
                                 .color = theme->text_color});
    compose_ways(blocks, basics);
}
