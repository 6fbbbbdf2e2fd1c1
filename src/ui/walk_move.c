/* From one question of the walkthrough to the next and back. */
#include "ui/walk_parts.h"

static const Node *about_of(const Document *doc, Walk walk)
{
    return document_find(doc, walk.about);
}

static Walk at(WalkStep step, const Node *about)
{
    return (Walk){.step = step, .about = about ? node_id(about) : 0};
}

static const Node *sibling(const Node *node, int step)
{
    const Node *list = node_parent(node);
    size_t index = node_index(node);
    if (step < 0) {
        return index > 0 ? node_child(list, index - 1) : NULL;
    }
    return index + 1 < node_count(list) ? node_child(list, index + 1) : NULL;
}

/* --- steps of one entry --------------------------------------------------------------- */

static bool is_of_entry(WalkStep step)
{
    NodeKind kind = walk_step_info(step)->kind;
    return kind == NODE_WORK || kind == NODE_VOLUNTEER || kind == NODE_PROJECT ||
           kind == NODE_EDUCATION || kind == NODE_CERTIFICATE;
}

/* The first (direction 1) or last (-1) step that asks about entries of `kind`. */
static WalkStep edge_step(NodeKind kind, int direction)
{
    int step = direction > 0 ? 0 : WALK_STEP_COUNT - 1;
    while (walk_step_info((WalkStep)step)->kind != kind) {
        step += direction;
    }
    return (WalkStep)step;
}

static bool is_edge(WalkStep step, int direction)
{
    return edge_step(walk_step_info(step)->kind, -direction) == step;
}

static const Node *bullets_of(const Node *entry)
{
    return node_part(entry, NODE_HIGHLIGHTS);
}

static void forget_parts(Document *doc)
{
    static const FieldId parts[] = {FIELD_DID, FIELD_TARGET, FIELD_MEANS, FIELD_CHANGE};
    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        document_set(doc, node_id(walk_node(doc)), parts[i], view_of(""));
    }
}

/* --- bullets --------------------------------------------------------------------------- */

static Walk new_bullet(Document *doc, const Node *entry)
{
    const Node *bullets = bullets_of(entry);
    forget_parts(doc);
    NodeId id = document_insert(doc, node_id(bullets), node_count(bullets), node_new(NODE_BULLET));
    return (Walk){.step = WALK_DID, .about = id};
}

/* The bullets that an entry has are gone through; the first of a new one is composed. */
static Walk first_bullet(Document *doc, const Node *entry)
{
    const Node *bullets = bullets_of(entry);
    forget_parts(doc);
    return node_count(bullets) > 0 ? at(WALK_BULLET, node_child(bullets, 0))
                                   : new_bullet(doc, entry);
}

static Walk before_bullet(const Node *bullet)
{
    const Node *entry = node_parent(node_parent(bullet));
    const Node *before = sibling(bullet, -1);
    return before ? at(WALK_BULLET, before) : at(edge_step(node_kind(entry), -1), entry);
}

static Walk after_bullet(Document *doc, const Node *bullet)
{
    const Node *entry = node_parent(node_parent(bullet));
    const Node *after = sibling(bullet, 1);
    forget_parts(doc);
    if (node_is_blank(bullet)) {
        document_remove(doc, node_id(bullet));
    }
    return after ? at(WALK_BULLET, after) : at(WALK_MORE, entry);
}

static Walk back_in_bullet(Document *doc, Walk walk)
{
    const Node *bullet = about_of(doc, walk);
    if (walk.step == WALK_BULLET && walk_is_composed(walk_node(doc), bullet)) {
        return at(WALK_CHANGE, bullet);
    }
    if (walk.step != WALK_BULLET && walk.step != WALK_DID) {
        return at((WalkStep)(walk.step - 1), bullet);
    }
    Walk before = before_bullet(bullet);
    forget_parts(doc);
    if (node_is_blank(bullet)) {
        document_remove(doc, node_id(bullet));
    }
    return before;
}

/* --- choices ----------------------------------------------------------------------------- */

static Walk new_entry(Document *doc, NodeKind list_kind, const char *type)
{
    const Node *list = node_part(document_root(doc), list_kind);
    NodeKind kind = kind_info(list_kind)->item;
    Node *entry = node_new(kind);
    if (type[0]) {
        node_set(entry, FIELD_TYPE, view_of(type));
    }
    NodeId id = document_insert(doc, node_id(list), node_count(list), entry);
    return (Walk){.step = edge_step(kind, 1), .about = id};
}

/* What a choice leads to when it is the name of something new. */
static const struct {
    const char *choice;
    NodeKind list;
    const char *type; /* of a project */
} beginnings[] = {
    {"project", NODE_PROJECTS, ""}, {"course", NODE_PROJECTS, "coursework"},
    {"job", NODE_WORKS, ""},        {"volunteering", NODE_VOLUNTEERS, ""},
    {"study", NODE_EDUCATIONS, ""}, {"certificate", NODE_CERTIFICATES, ""},
};

static bool begin_entry(Document *doc, StrView choice, Walk *next)
{
    for (size_t i = 0; i < sizeof(beginnings) / sizeof(beginnings[0]); i++) {
        if (view_is(choice, beginnings[i].choice)) {
            *next = new_entry(doc, beginnings[i].list, beginnings[i].type);
            return true;
        }
    }
    return false;
}

static Walk ask_skills(const Document *doc, int from, int step, WalkStep otherwise)
{
    TechnologyCategory capability = walk_capability_beside(doc, from, step);
    return capability == TECHNOLOGY_CATEGORY_COUNT
               ? (Walk){.step = otherwise}
               : (Walk){.step = WALK_SKILLS, .capability = capability};
}

static Walk after_studies(Document *doc, StrView choice)
{
    Walk next;
    return begin_entry(doc, choice, &next) ? next : ask_skills(doc, -1, 1, WALK_SUMMARY);
}

static Walk studies_after(const Document *doc)
{
    return (Walk){.step = WALK_STUDIES, .about = walk_piece_before(doc, NULL)};
}

static Walk after_piece(Document *doc, StrView choice)
{
    Walk next;
    return begin_entry(doc, choice, &next) ? next : studies_after(doc);
}

static Walk after_more(Document *doc, Walk walk, StrView choice)
{
    const Node *entry = about_of(doc, walk);
    if (view_is(choice, "bullet")) {
        return new_bullet(doc, entry);
    }
    return view_is(choice, "piece") ? at(WALK_PIECE, entry) : studies_after(doc);
}

/* --- forward -------------------------------------------------------------------------------- */

static Walk after_entry_step(Document *doc, Walk walk)
{
    const Node *entry = about_of(doc, walk);
    if (!is_edge(walk.step, 1)) {
        return at((WalkStep)(walk.step + 1), entry);
    }
    bool is_study = walk_step_info(walk.step)->stage == WALK_STAGE_EDUCATION;
    return is_study ? at(WALK_STUDIES, entry) : first_bullet(doc, entry);
}

static Walk after_part(Document *doc, Walk walk)
{
    const Node *bullet = about_of(doc, walk);
    bool is_skipped = walk.step == WALK_DID && !walk_has_parts(walk_node(doc));
    bool is_done = walk.step == WALK_BULLET || is_skipped;
    return is_done ? after_bullet(doc, bullet) : at((WalkStep)(walk.step + 1), bullet);
}

static Walk step_after(Document *doc, Walk walk, StrView choice)
{
    if (is_of_entry(walk.step)) {
        return after_entry_step(doc, walk);
    }
    if (walk_bullet(doc, walk)) {
        return after_part(doc, walk);
    }
    switch (walk.step) {
    case WALK_LEVEL:
        document_set(doc, node_id(node_settings(document_root(doc))), FIELD_LEVEL, choice);
        return at(WALK_ROLE, NULL);
    case WALK_PAGE:
        return (Walk){.step = WALK_PIECE, .about = walk_piece_before(doc, NULL)};
    case WALK_PIECE:
        return after_piece(doc, choice);
    case WALK_MORE:
        return after_more(doc, walk, choice);
    case WALK_STUDIES:
        return after_studies(doc, choice);
    case WALK_SKILLS:
        return ask_skills(doc, (int)walk.capability, 1, WALK_SUMMARY);
    default:
        return at((WalkStep)(walk.step + 1), NULL);
    }
}

void walk_resume(Document *doc)
{
    Walk walk;
    if (!walk_read(doc, &walk)) {
        walk_enter(doc, walk_first_open(doc));
        return;
    }
    const Node *bullet = walk_bullet(doc, walk);
    bool is_edited = bullet && walk_is_composing(walk.step) && node_has(bullet, FIELD_TEXT) &&
                     !walk_is_composed(walk_node(doc), bullet);
    document_begin(doc);
    if (is_edited) {
        forget_parts(doc);
        walk.step = WALK_BULLET;
    }
    walk_enter(doc, walk);
    document_end(doc);
}

bool walk_next(Document *doc, StrView choice)

{
    Walk walk;
    if (!walk_read(doc, &walk) || walk.step == WALK_PDF) {
        return false;
    }
    document_begin(doc);
    walk_commit(doc, walk);
    walk_enter(doc, step_after(doc, walk, choice));
    document_end(doc);
    return true;
}

/* --- back ---------------------------------------------------------------------------------------
 */

/* An entry of which nothing was written goes when one goes back over its beginning. */
static Walk before_entry(Document *doc, const Node *entry)
{
    bool is_study = node_kind(entry) == NODE_EDUCATION || node_kind(entry) == NODE_CERTIFICATE;
    const Node *before = sibling(entry, -1);
    Walk walk = at(is_study ? WALK_STUDIES : WALK_PIECE, before);
    if (!before) {
        walk.about = walk_piece_before(doc, is_study ? NULL : entry);
    }
    bool is_untouched =
        node_is_blank(entry) || view_equal(node_view(entry, FIELD_TYPE), view_of("coursework"));
    const Node *bullets = bullets_of(entry);
    if (is_untouched && !node_has(entry, FIELD_NAME) && (!bullets || node_count(bullets) == 0)) {
        document_remove(doc, node_id(entry));
    }
    return walk;
}

static Walk before_more(const Node *entry)
{
    const Node *bullets = bullets_of(entry);
    size_t count = node_count(bullets);
    return count > 0 ? at(WALK_BULLET, node_child(bullets, count - 1))
                     : at(edge_step(node_kind(entry), -1), entry);
}

static Walk before_studies(const Document *doc, const Node *about)
{
    bool is_study =
        about && (node_kind(about) == NODE_EDUCATION || node_kind(about) == NODE_CERTIFICATE);
    return is_study ? at(edge_step(node_kind(about), -1), about)
                    : (Walk){.step = WALK_PIECE, .about = walk_piece_before(doc, NULL)};
}

static Walk last_studies(const Document *doc)
{
    static const NodeKind lists[] = {NODE_CERTIFICATES, NODE_EDUCATIONS};
    for (size_t i = 0; i < sizeof(lists) / sizeof(lists[0]); i++) {
        const Node *list = node_part(document_root(doc), lists[i]);
        if (node_count(list) > 0) {
            return at(WALK_STUDIES, node_child(list, node_count(list) - 1));
        }
    }
    return studies_after(doc);
}

static Walk before_skills(const Document *doc, int from)
{
    Walk before = ask_skills(doc, from, -1, WALK_STUDIES);
    return before.step == WALK_STUDIES ? last_studies(doc) : before;
}

static Walk step_before(Document *doc, Walk walk)
{
    const Node *about = about_of(doc, walk);
    if (is_of_entry(walk.step)) {
        return is_edge(walk.step, -1) ? before_entry(doc, about)
                                      : at((WalkStep)(walk.step - 1), about);
    }
    if (walk_bullet(doc, walk)) {
        return back_in_bullet(doc, walk);
    }
    switch (walk.step) {
    case WALK_PIECE:
        return about && bullets_of(about) ? at(WALK_MORE, about) : at(WALK_PAGE, NULL);
    case WALK_MORE:
        return before_more(about);
    case WALK_STUDIES:
        return before_studies(doc, about);
    case WALK_SKILLS:
        return before_skills(doc, (int)walk.capability);
    case WALK_SUMMARY:
        return before_skills(doc, TECHNOLOGY_CATEGORY_COUNT);
    default:
        return at((WalkStep)(walk.step - 1), NULL);
    }
}

bool walk_back(Document *doc)
{
    Walk walk;
    if (!walk_read(doc, &walk) || walk.step == WALK_LEVEL) {
        return false;
    }
    document_begin(doc);
    walk_commit(doc, walk);
    walk_enter(doc, step_before(doc, walk));
    document_end(doc);
    return true;
}
