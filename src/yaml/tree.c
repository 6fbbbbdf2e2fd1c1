#include "bulletproof/yaml/tree.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/utf8.h"
#include "yaml/decode.h"
#include "yaml/keys.h"
#include "yaml/problem.h"
#include "yaml/scan.h"

/* A collection that is still open. */
typedef struct {
    YamlNode *node;  /* borrowed from the tree */
    YamlItem *items; /* owned until the collection ends */
    size_t count, capacity;
    YamlNode *key; /* waits for its value */
} Frame;

typedef struct {
    YamlTree *tree;
    yaml_parser_t parser;
    Decoded decoded;
    StrView source;   /* what libyaml reads */
    size_t character; /* libyaml counts characters … */
    size_t byte;      /* … and this is where the same one stands in the source */
    size_t placed;    /* byte of the original that `place` tells */
    DiagPlace place;
    Frame stack[YAML_MAX_DEPTH];
    size_t depth;
    unsigned documents;
    bool is_ended;
} Builder;

/* --- Places ----------------------------------------------------------------------------------- */

/* Lines end in LF, CRLF or CR, as editors count them. */
DiagPlace yaml_place_from(StrView text, DiagPlace place, size_t from, size_t offset)
{
    for (size_t at = from; at < offset && at < text.length; at++) {
        char byte = text.data[at];
        bool is_crlf = byte == '\r' && at + 1 < text.length && text.data[at + 1] == '\n';
        if (byte == '\n' || (byte == '\r' && !is_crlf)) {
            place = (DiagPlace){place.line + 1, 1};
        } else if (((unsigned char)byte & 0xC0) != 0x80) {
            place.column++;
        }
    }
    return place;
}

DiagPlace yaml_place(StrView text, size_t offset)
{
    size_t start = scan_has_bom(text) ? BOM_BYTES : 0;
    return yaml_place_from(text, (DiagPlace){1, 1}, start, offset);
}

static bool is_continuation(StrView text, size_t offset)
{
    return offset < text.length && ((unsigned char)text.data[offset] & 0xC0) == 0x80;
}

/* Byte of the source for libyaml's character number. Marks come nearly in order, so walking from
 * the last one is short. */
static size_t source_byte(Builder *builder, size_t character)
{
    StrView text = builder->source;
    while (builder->character < character && builder->byte < text.length) {
        builder->byte++;
        while (is_continuation(text, builder->byte)) {
            builder->byte++;
        }
        builder->character++;
    }
    while (builder->character > character) {
        builder->byte--;
        while (is_continuation(text, builder->byte)) {
            builder->byte--;
        }
        builder->character--;
    }
    return builder->byte;
}

static size_t original_byte(Builder *builder, yaml_mark_t mark)
{
    return decoded_origin(&builder->decoded, source_byte(builder, mark.index));
}

/* A mark after the last character: what the decoding left out behind it stays outside. */
static size_t original_end(Builder *builder, yaml_mark_t mark, size_t start)
{
    size_t end = source_byte(builder, mark.index);
    size_t mapped = end > 0 ? decoded_origin(&builder->decoded, end - 1) + 1 : 0;
    return mapped > start ? mapped : start;
}

static DiagPlace place_of(Builder *builder, size_t offset)
{
    if (offset < builder->placed) {
        return yaml_place(builder->tree->text, offset);
    }
    builder->place = yaml_place_from(builder->tree->text, builder->place, builder->placed, offset);
    builder->placed = offset;
    return builder->place;
}

/* --- Nodes ------------------------------------------------------------------------------------ */

static YamlNode *node_add(Builder *builder, YamlKind kind, const yaml_event_t *event)
{
    YamlTree *tree = builder->tree;
    YamlNode *node = arena_alloc(&tree->arena, sizeof(*node));
    node->kind = kind;
    node->start = original_byte(builder, event->start_mark);
    node->end = original_end(builder, event->end_mark, node->start);
    node->place = place_of(builder, node->start);
    tree->nodes = vector_grow(tree->nodes, tree->count, &tree->capacity, sizeof(*tree->nodes));
    node->index = (uint32_t)tree->count;
    tree->nodes[tree->count++] = node;
    return node;
}

/* libyaml lets a block text end where the next token begins; here it ends with its last line,
 * unless the blank lines belong to it (|+). */
static size_t block_text_end(StrView text, size_t start, size_t end)
{
    StrView span = view_slice(text, start, end);
    size_t header = view_find(span, '\n');
    if (memchr(span.data, '+', header)) {
        return end;
    }
    size_t last = view_trim(span).length;
    size_t line_end = view_find(view_slice(span, last, span.length), '\n');
    return last + line_end < span.length ? start + last + line_end + 1 : end;
}

static YamlStyle scalar_style(yaml_scalar_style_t style)
{
    switch (style) {
    case YAML_SINGLE_QUOTED_SCALAR_STYLE:
        return YAML_STYLE_SINGLE;
    case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
        return YAML_STYLE_DOUBLE;
    case YAML_LITERAL_SCALAR_STYLE:
        return YAML_STYLE_LITERAL;
    case YAML_FOLDED_SCALAR_STYLE:
        return YAML_STYLE_FOLDED;
    default:
        return YAML_STYLE_PLAIN;
    }
}

static YamlNode *scalar_add(Builder *builder, const yaml_event_t *event)
{
    YamlNode *node = node_add(builder, YAML_SCALAR, event);
    StrView text = view_make((const char *)event->data.scalar.value, event->data.scalar.length);
    node->style = scalar_style(event->data.scalar.style);
    node->text = view_make(arena_copy(&builder->tree->arena, text), text.length);
    node->has_tag = event->data.scalar.tag;
    node->has_anchor = event->data.scalar.anchor;
    if (node->style == YAML_STYLE_LITERAL || node->style == YAML_STYLE_FOLDED) {
        node->end = block_text_end(builder->tree->text, node->start, node->end);
    }
    return node;
}

static YamlNode *collection_add(Builder *builder, const yaml_event_t *event)
{
    bool is_mapping = event->type == YAML_MAPPING_START_EVENT;
    YamlNode *node = node_add(builder, is_mapping ? YAML_MAPPING : YAML_SEQUENCE, event);
    bool is_flow = is_mapping ? event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE
                              : event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
    node->style = is_flow ? YAML_STYLE_FLOW : YAML_STYLE_BLOCK;
    node->has_tag = is_mapping ? event->data.mapping_start.tag : event->data.sequence_start.tag;
    node->has_anchor =
        is_mapping ? event->data.mapping_start.anchor : event->data.sequence_start.anchor;
    return node;
}

/* First byte from `at` on that is neither blank nor comment; tags and anchors are passed too when
 * they may stand there. */
static size_t skip_to_item(StrView text, size_t at, bool has_properties)
{
    while (at < text.length) {
        char byte = text.data[at];
        if (byte == '#') {
            while (at < text.length && !memchr("\r\n", text.data[at], 2)) {
                at++;
            }
        } else if (has_properties && (byte == '&' || byte == '!')) {
            while (at < text.length && !memchr(" \t\r\n", text.data[at], 4)) {
                at++;
            }
        } else if (memchr(" \t\r\n", byte, 4)) {
            at++;
        } else {
            break;
        }
    }
    return at;
}

static size_t item_start(const Builder *builder, const Frame *frame, const YamlNode *first)
{
    if (frame->node->style == YAML_STYLE_FLOW) {
        return first->start;
    }
    bool is_first = frame->count == 0;
    size_t from = is_first ? frame->node->start : frame->items[frame->count - 1].value->end;
    return skip_to_item(builder->tree->text, from,
                        is_first && (frame->node->has_tag || frame->node->has_anchor));
}

/* Puts a finished key or value where it belongs. */
static void place_node(Builder *builder, YamlNode *node)
{
    if (builder->depth == 0) {
        builder->tree->root = node;
        return;
    }
    Frame *frame = &builder->stack[builder->depth - 1];
    if (frame->node->kind == YAML_MAPPING && !frame->key) {
        frame->key = node;
        return;
    }
    YamlItem item = {.key = frame->key, .value = node};
    item.start = item_start(builder, frame, frame->key ? frame->key : node);
    frame->items = vector_grow(frame->items, frame->count, &frame->capacity, sizeof(*frame->items));
    frame->items[frame->count++] = item;
    frame->key = NULL;
}

static void frame_close(Builder *builder, const yaml_event_t *event)
{
    Frame frame = builder->stack[--builder->depth];
    YamlNode *node = frame.node;
    if (node->style == YAML_STYLE_FLOW || frame.count == 0) {
        node->end = original_end(builder, event->end_mark, node->start);
    } else {
        node->end = frame.items[frame.count - 1].value->end;
    }
    size_t bytes = frame.count * sizeof(*frame.items);
    node->count = frame.count;
    node->items = arena_alloc(&builder->tree->arena, bytes);
    if (bytes > 0) {
        memcpy(node->items, frame.items, bytes);
    }
    free(frame.items);
    if (node->kind == YAML_MAPPING) {
        keys_mark_duplicates(node, &builder->tree->faults);
    }
    place_node(builder, node);
}

/* --- Events ----------------------------------------------------------------------------------- */

static bool open_document(Builder *builder, const yaml_event_t *event, Diag *diag)
{
    if (builder->documents++ > 0) {
        return diag_fail_at(diag, DIAG_SYNTAX,
                            place_of(builder, original_byte(builder, event->start_mark)),
                            "a second document begins here: a file holds one; take the --- away");
    }
    return true;
}

static bool open_collection(Builder *builder, const yaml_event_t *event, Diag *diag)
{
    YamlNode *node = collection_add(builder, event);
    if (builder->depth == YAML_MAX_DEPTH) {
        return diag_fail_at(diag, DIAG_LIMIT, node->place,
                            "nested deeper than %d levels: no resume needs that", YAML_MAX_DEPTH);
    }
    builder->stack[builder->depth++] = (Frame){.node = node};
    return true;
}

static bool take_scalar(Builder *builder, const yaml_event_t *event, Diag *diag)
{
    YamlNode *node = scalar_add(builder, event);
    if (memchr(node->text.data, '\0', node->text.length)) {
        return diag_fail_at(diag, DIAG_SYNTAX, node->place,
                            "this text holds a NUL (\\0 or \\u0000): delete it");
    }
    place_node(builder, node);
    return true;
}

static bool refuse_alias(Builder *builder, const yaml_event_t *event, Diag *diag)
{
    const char *name = (const char *)event->data.alias.anchor;
    return diag_fail_at(
        diag, DIAG_SYNTAX, place_of(builder, original_byte(builder, event->start_mark)),
        "*%.40s repeats what stands elsewhere: write it out, or quote the text", name);
}

static bool take_event(Builder *builder, const yaml_event_t *event, Diag *diag)
{
    switch (event->type) {
    case YAML_DOCUMENT_START_EVENT:
        return open_document(builder, event, diag);
    case YAML_ALIAS_EVENT:
        return refuse_alias(builder, event, diag);
    case YAML_SCALAR_EVENT:
        return take_scalar(builder, event, diag);
    case YAML_SEQUENCE_START_EVENT:
    case YAML_MAPPING_START_EVENT:
        return open_collection(builder, event, diag);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        frame_close(builder, event);
        return true;
    case YAML_STREAM_END_EVENT:
        builder->is_ended = true;
        return true;
    default:
        return true;
    }
}

static bool report_problem(Builder *builder, Diag *diag)
{
    if (builder->parser.error == YAML_MEMORY_ERROR) {
        return diag_fail(diag, DIAG_LIMIT, "not enough memory to read this");
    }
    Problem problem = problem_of(&builder->parser);
    size_t offset = original_byte(builder, problem.mark);
    return diag_fail_at(diag, DIAG_SYNTAX, yaml_place(builder->tree->text, offset), "%s",
                        problem.text);
}

static bool read_events(Builder *builder, Diag *diag)
{
    while (!builder->is_ended) {
        yaml_event_t event;
        if (!yaml_parser_parse(&builder->parser, &event)) {
            return report_problem(builder, diag);
        }
        bool is_good = take_event(builder, &event, diag);
        yaml_event_delete(&event);
        if (!is_good) {
            return false;
        }
    }
    return true;
}

static bool builder_start(Builder *builder, Diag *diag)
{
    if (!yaml_parser_initialize(&builder->parser)) {
        return diag_fail(diag, DIAG_LIMIT, "not enough memory to read this");
    }
    StrView source = builder->source;
    builder->byte = scan_has_bom(source) ? BOM_BYTES : 0;
    builder->place = (DiagPlace){1, 1};
    builder->placed = scan_has_bom(builder->tree->text) ? BOM_BYTES : 0;
    yaml_parser_set_encoding(&builder->parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(&builder->parser,
                                 (const unsigned char *)source.data + builder->byte,
                                 source.length - builder->byte);
    return true;
}

static void builder_done(Builder *builder)
{
    yaml_parser_delete(&builder->parser);
    decoded_done(&builder->decoded);
    while (builder->depth > 0) {
        free(builder->stack[--builder->depth].items);
    }
}

bool yaml_tree_read(YamlTree *tree, StrView text, Diag *diag)
{
    size_t first = scan_skip_blanks(text);
    tree->text = text;
    tree->is_json = first < text.length && (text.data[first] == '{' || text.data[first] == '[');
    tree->nodes = vector_grow(NULL, 0, &tree->capacity, sizeof(*tree->nodes));
    tree->nodes[tree->count++] = NULL;
    if (!scan_text(text, tree->is_json, diag)) {
        return false;
    }
    Builder builder = {.tree = tree, .source = text.length > 0 ? text : view_of("")};
    if (tree->is_json) {
        json_decode(&builder.decoded, text, &tree->faults);
        builder.source = strbuf_view(&builder.decoded.text);
    }
    bool is_good = builder_start(&builder, diag) && read_events(&builder, diag);
    builder_done(&builder);
    return is_good;
}

void yaml_tree_done(YamlTree *tree)
{
    arena_done(&tree->arena);
    free(tree->nodes);
    diag_list_done(&tree->faults);
    *tree = (YamlTree){0};
}
