#include "suites.h"

#include <stdio.h>
#include <string.h>

#include "bulletproof/model/field_table.h"
#include "bulletproof/model/kind.h"

/* JSON Resume 1.0.0, section by section: what a file may say must have a place in the tree. */
static void every_field_of_json_resume_has_a_row(void)
{
    static const struct {
        NodeKind kind;
        const char *keys; /* blank-separated */
    } cases[] = {
        {NODE_RESUME, "$schema"},
        {NODE_BASICS, "name label image email phone url summary"},
        {NODE_LOCATION, "address postalCode city countryCode region"},
        {NODE_PROFILE, "network username url"},
        {NODE_WORK, "name location description position url startDate endDate summary"},
        {NODE_VOLUNTEER, "organization position url startDate endDate summary"},
        {NODE_EDUCATION, "institution url area studyType startDate endDate score"},
        {NODE_AWARD, "title date awarder summary"},
        {NODE_CERTIFICATE, "name date url issuer"},
        {NODE_PUBLICATION, "name publisher releaseDate url summary"},
        {NODE_SKILL, "name level"},
        {NODE_LANGUAGE, "language fluency"},
        {NODE_INTEREST, "name"},
        {NODE_REFERENCE, "name reference"},
        {NODE_PROJECT, "name description startDate endDate url entity type"},
        {NODE_META, "canonical version lastModified"},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        size_t count, found = 0, wanted = 1, own = 0;
        const FieldInfo *fields = kind_fields(cases[i].kind, &count);
        char padded[200];
        snprintf(padded, sizeof(padded), " %s ", cases[i].keys);
        for (const char *at = cases[i].keys; *at; at++) {
            wanted += *at == ' ';
        }
        for (size_t row = 0; row < count; row++) {
            char key[40];
            snprintf(key, sizeof(key), " %s ", field_key(fields[row].field));
            bool is_own = strncmp(key, " x-", 3) == 0;
            found += strstr(padded, key) != NULL;
            own += is_own;
        }
        CU_ASSERT_EQUAL(found, wanted);
        CU_ASSERT_EQUAL(count, wanted + own);
    }
}

static void old_names_lead_to_the_new_fields(void)
{
    static const struct {
        NodeKind kind;
        FieldId field;
        const char *old_key;
    } cases[] = {
        {NODE_WORK, FIELD_NAME, "company"},   {NODE_WORK, FIELD_URL, "website"},
        {NODE_BASICS, FIELD_URL, "website"},  {NODE_BASICS, FIELD_IMAGE, "picture"},
        {NODE_BASICS, FIELD_SUMMARY, "bio"},  {NODE_VOLUNTEER, FIELD_URL, "website"},
        {NODE_EDUCATION, FIELD_SCORE, "gpa"}, {NODE_PUBLICATION, FIELD_URL, "website"},
        {NODE_WORK, FIELD_POSITION, NULL},
    };
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const FieldInfo *info = kind_field(cases[i].kind, cases[i].field);
        CU_ASSERT_PTR_NOT_NULL_FATAL(info);
        if (cases[i].old_key) {
            CU_ASSERT_PTR_NOT_NULL_FATAL(info->old_key);
            CU_ASSERT_STRING_EQUAL(info->old_key, cases[i].old_key);
        } else {
            CU_ASSERT_PTR_NULL(info->old_key);
        }
    }
}

static void every_row_belongs_to_its_kind_once(void)
{
    for (NodeKind kind = 0; kind < NODE_KIND_COUNT; kind++) {
        size_t count;
        const FieldInfo *fields = kind_fields(kind, &count);
        CU_ASSERT_EQUAL(count == 0, kind_info(kind)->shape == SHAPE_LIST);
        for (size_t i = 0; i < count; i++) {
            CU_ASSERT_EQUAL(fields[i].kind, kind);
            CU_ASSERT_PTR_EQUAL(kind_field(kind, fields[i].field), &fields[i]);
        }
    }
}

/* A name of the file may not be both a field and a child of one kind, now or in 0.x. */
static void keys_of_a_mapping_are_unique(void)
{
    for (NodeKind kind = 0; kind < NODE_KIND_COUNT; kind++) {
        size_t count, parts;
        const FieldInfo *fields = kind_fields(kind, &count);
        const NodeKind *part = kind_children(kind, &parts);
        for (size_t i = 0; i < count * parts; i++) {
            const FieldInfo *field = &fields[i / parts];
            const char *key = kind_info(part[i % parts])->key;
            CU_ASSERT_STRING_NOT_EQUAL(field_key(field->field), key);
            CU_ASSERT(!field->old_key || strcmp(field->old_key, key) != 0);
        }
        for (size_t i = 0; i < count * count; i++) {
            const char *old_key = fields[i / count].old_key;
            CU_ASSERT(!old_key || strcmp(old_key, field_key(fields[i % count].field)) != 0);
        }
    }
}

/* kind_children hands out a run of the table: the rows of one parent must stand together. */
static void every_fixed_child_is_found_once(void)
{
    size_t total = 0;
    for (NodeKind kind = 0; kind < NODE_KIND_COUNT; kind++) {
        size_t count;
        const NodeKind *parts = kind_children(kind, &count);
        total += count;
        for (size_t i = 0; i < count; i++) {
            CU_ASSERT_NOT_EQUAL(kind_info(parts[i])->shape, SHAPE_TEXT);
            CU_ASSERT(kind_info(parts[i])->key[0] != '\0');
        }
    }
#define X(parent, child) +1
    CU_ASSERT_EQUAL(total, 0 NODE_CHILDREN(X));
#undef X
}

static void labels_are_words_for_people(void)
{
    CU_ASSERT_STRING_EQUAL(kind_field(NODE_WORK, FIELD_NAME)->label, "Employer");
    CU_ASSERT_STRING_EQUAL(kind_field(NODE_SKILL, FIELD_NAME)->label, "Capability");
    CU_ASSERT_STRING_EQUAL(kind_field(NODE_BULLET, FIELD_TEXT)->label, "Bullet");
    CU_ASSERT_PTR_NULL(kind_field(NODE_BULLET, FIELD_NAME));
}

CU_TestInfo kind_tests[] = {
    {"every field of JSON Resume has a row", every_field_of_json_resume_has_a_row},
    {"old names lead to the new fields", old_names_lead_to_the_new_fields},
    {"every row belongs to its kind once", every_row_belongs_to_its_kind_once},
    {"keys of a mapping are unique", keys_of_a_mapping_are_unique},
    {"every fixed child is found once", every_fixed_child_is_found_once},
    {"labels are words for people", labels_are_words_for_people},
    CU_TEST_INFO_NULL,
};
