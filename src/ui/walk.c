#include "ui/walk.h"

#include "ui/tidy.h"
#include "ui/walk_parts.h"

/* clang-format off */
#define X(id, name, stage, answer, kind, field) \
    {name, WALK_STAGE_##stage, WALK_ANSWER_##answer, NODE_##kind, FIELD_##field},
static const WalkStepInfo steps[] = {WALK_STEPS(X)};
#undef X

#define X(id, label) label,
static const char *const stages[] = {WALK_STAGES(X)};
#undef X
/* clang-format on */

const WalkStepInfo *walk_step_info(WalkStep step)
{
    return &steps[step];
}

const char *walk_stage_label(WalkStage stage)
{
    return stages[stage];
}

static const Node *settings_of(const Document *doc)
{
    return node_settings(document_root(doc));
}

const Node *walk_node(const Document *doc)
{
    return node_part(settings_of(doc), NODE_WALKTHROUGH);
}

NodeId walk_piece_before(const Document *doc, const Node *entry)
{
    static const NodeKind lists[] = {NODE_VOLUNTEERS, NODE_PROJECTS, NODE_WORKS};
    bool is_before = entry == NULL;
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        const Node *list = node_part(document_root(doc), lists[i]);
        bool is_here = entry && node_parent(entry) == list;
        size_t count = is_here ? node_index(entry) : node_count(list);
        is_before = is_before || is_here;
        if (is_before && count > 0) {
            return node_id(node_child(list, count - 1));
        }
    }
    return 0;
}

bool walk_is_composing(WalkStep step)
{
    return steps[step].kind == NODE_WALKTHROUGH && steps[step].stage == WALK_STAGE_BULLETS;
}

/* --- the question in the file: "means work[0].highlights[1]", "skills database" --------------- */

/* Takes "work" or "[3]" off `path`; the child of `node` that it names, or NULL. */
static const Node *take_child(const Node *node, StrView *path)
{
    if (view_starts_with(*path, "[")) {
        size_t close = view_find(*path, ']'), index = 0;
        for (size_t i = 1; i < close && i < 8; i++) {
            index = index * 10 + (size_t)(unsigned char)(path->data[i] - '0');
        }
        *path = view_slice(*path, close + 1, path->length);
        return index < node_count(node) ? node_child(node, index) : NULL;
    }
    *path = view_slice(*path, view_starts_with(*path, ".") ? 1 : 0, path->length);
    size_t end = 0;
    while (end < path->length && path->data[end] != '.' && path->data[end] != '[') {
        end++;
    }
    StrView key = view_slice(*path, 0, end);
    *path = view_slice(*path, end, path->length);
    for (size_t i = 0; i < node_count(node); i++) {
        if (view_is(key, kind_info(node_kind(node_child(node, i)))->key)) {
            return node_child(node, i);
        }
    }
    return NULL;
}

static const Node *node_of_path(const Document *doc, StrView path)
{
    const Node *node = path.length > 0 ? document_root(doc) : NULL;
    while (node && path.length > 0) {
        node = take_child(node, &path);
    }
    return node;
}

static TechnologyCategory capability_of(StrView name)
{
    int capability = 0;
    while (capability < TECHNOLOGY_CATEGORY_COUNT &&
           !view_is(name, walk_capability_name((TechnologyCategory)capability))) {
        capability++;
    }
    return (TechnologyCategory)capability;
}

/* The kind of node that a question is about; NODE_RESUME: none is needed. */
static NodeKind kind_about(WalkStep step)
{
    NodeKind kind = steps[step].kind;
    bool is_fixed = kind == NODE_SETTINGS || kind == NODE_BASICS || kind == NODE_LOCATION;
    if (walk_is_composing(step)) {
        return NODE_BULLET;
    }
    return is_fixed || kind == NODE_WALKTHROUGH ? NODE_RESUME : kind;
}

/* A question about something that is gone gives way to the choice of its stage. */
static void repair(const Document *doc, Walk *walk)
{
    NodeKind kind = kind_about(walk->step);
    const Node *about = document_find(doc, walk->about);
    bool is_lost = kind != NODE_RESUME && (!about || node_kind(about) != kind);
    if (is_lost) {
        bool is_study = steps[walk->step].stage == WALK_STAGE_EDUCATION;
        *walk = (Walk){.step = is_study ? WALK_STUDIES : WALK_PIECE,
                       .about = walk_piece_before(doc, NULL)};
    } else if (walk->step == WALK_MORE && !about) {
        walk->step = WALK_PIECE;
    } else if (walk->step == WALK_SKILLS && walk->capability == TECHNOLOGY_CATEGORY_COUNT) {
        walk->capability = TECHNOLOGY_LANGUAGE;
    }
}

bool walk_read(const Document *doc, Walk *walk)
{
    StrView text = node_view(walk_node(doc), FIELD_STEP);
    StrView name = view_slice(text, 0, view_find(text, ' '));
    StrView rest = view_trim(view_slice(text, name.length, text.length));
    for (int step = 0; step < WALK_STEP_COUNT; step++) {
        if (view_is(name, steps[step].name)) {
            *walk = (Walk){.step = (WalkStep)step, .capability = capability_of(rest)};
            const Node *about = step == WALK_SKILLS ? NULL : node_of_path(doc, rest);
            walk->about = about ? node_id(about) : 0;
            repair(doc, walk);
            return true;
        }
    }
    return false;
}

static void write_step(Document *doc, Walk walk)
{
    StrBuf text = {0};
    const Node *about = document_find(doc, walk.about);
    strbuf_add(&text, steps[walk.step].name);
    if (walk.step == WALK_SKILLS) {
        strbuf_addf(&text, " %s", walk_capability_name(walk.capability));
    } else if (about) {
        strbuf_add(&text, " ");
        node_add_path(&text, about);
    }
    document_set(doc, node_id(walk_node(doc)), FIELD_STEP, strbuf_view(&text));
    strbuf_done(&text);
}

/* --- answers ------------------------------------------------------------------------------ */

Place walk_answer(const Document *doc, Walk walk)
{
    const WalkStepInfo *info = &steps[walk.step];
    const Node *root = document_root(doc), *node = document_find(doc, walk.about);
    if (info->answer == WALK_ANSWER_CHOICE) {
        return (Place){0, FIELD_COUNT, 0};
    }
    if (info->kind == NODE_WALKTHROUGH) {
        node = walk_node(doc);
    } else if (info->kind == NODE_BASICS) {
        node = node_part(root, NODE_BASICS);
    } else if (info->kind == NODE_LOCATION) {
        node = node_part(node_part(root, NODE_BASICS), NODE_LOCATION);
    }
    return (Place){node_id(node), info->field, node_view(node, info->field).length};
}

const Node *walk_bullet(const Document *doc, Walk walk)
{
    bool has_bullet = walk_is_composing(walk.step) || walk.step == WALK_BULLET;
    return has_bullet ? document_find(doc, walk.about) : NULL;
}

static void tidy_answer(Document *doc, Walk walk)
{
    Place place = walk_answer(doc, walk);
    tidy_field(doc, place.node, place.field);
}

static void commit_bullet(Document *doc, Walk walk)
{
    StrBuf bullet = {0};
    walk_compose(&bullet, walk_node(doc));
    document_set(doc, walk.about, FIELD_TEXT, strbuf_view(&bullet));
    strbuf_done(&bullet);
}

void walk_commit(Document *doc, Walk walk)
{
    NodeId node = node_id(walk_node(doc));
    if (walk_is_composing(walk.step)) {
        commit_bullet(doc, walk);
    } else if (walk.step == WALK_SKILLS) {
        StrBuf list = {0}; /* the field changes while its list is stored */
        strbuf_add(&list, node_text(walk_node(doc), FIELD_ANSWER));
        walk_store_skills(doc, walk.capability, strbuf_view(&list));
        strbuf_done(&list);
        document_set(doc, node, FIELD_ANSWER, view_of(""));
    } else {
        tidy_answer(doc, walk);
    }
}

static void prepare(Document *doc, Walk walk)
{
    StrBuf text = {0};
    const Node *basics = node_part(document_root(doc), NODE_BASICS);
    if (walk.step == WALK_SKILLS) {
        walk_list_skills(&text, doc, walk.capability);
        document_set(doc, node_id(walk_node(doc)), FIELD_ANSWER, strbuf_view(&text));
    } else if (walk.step == WALK_SUMMARY && !node_has(basics, FIELD_SUMMARY)) {
        walk_compose_summary(&text, document_root(doc));
        document_set(doc, node_id(basics), FIELD_SUMMARY, strbuf_view(&text));
    }
    strbuf_done(&text);
}

void walk_enter(Document *doc, Walk walk)
{
    document_begin(doc);
    write_step(doc, walk);
    prepare(doc, walk);
    document_end(doc);
}

/* Entries that were begun and of which nothing was told. */
static void remove_blank_entries(Document *doc)
{
    static const NodeKind lists[] = {NODE_WORKS, NODE_PROJECTS, NODE_VOLUNTEERS, NODE_EDUCATIONS,
                                     NODE_CERTIFICATES};
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        const Node *list = node_part(document_root(doc), lists[i]);
        for (size_t index = node_count(list); index > 0; index--) {
            const Node *entry = node_child(list, index - 1);
            if (node_is_blank(entry)) {
                document_remove(doc, node_id(entry));
            }
        }
    }
}

void walk_finish(Document *doc)
{

    const Node *node = walk_node(doc);
    size_t count;
    const FieldInfo *fields = kind_fields(NODE_WALKTHROUGH, &count);
    document_begin(doc);
    remove_blank_entries(doc);
    for (size_t i = 0; i < count; i++) {
        document_set(doc, node_id(node), fields[i].field, view_of(""));
    }
    document_end(doc);
}

Walk walk_first_open(const Document *doc)
{
    for (int step = 0; step < WALK_PIECE; step++) {
        Walk walk = {.step = (WalkStep)step};
        const WalkStepInfo *info = &steps[step];
        Place place = walk_answer(doc, walk);
        const Node *node =
            info->answer == WALK_ANSWER_CHOICE ? settings_of(doc) : document_find(doc, place.node);
        if (!node_has(node, info->field)) {
            return walk;
        }
    }
    return (Walk){.step = WALK_PIECE, .about = walk_piece_before(doc, NULL)};
}
