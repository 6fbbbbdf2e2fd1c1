/* What a resume is made of: two tables, kinds and fields, from which the form, the file schema,
 * the checker, the exporters and the manual derive. Names are those of JSON Resume 1.0.0
 * (https://jsonresume.org/schema). Knows nothing of documents or files. */
#ifndef BULLETPROOF_MODEL_KIND_H
#define BULLETPROOF_MODEL_KIND_H

#include <stdbool.h>
#include <stddef.h>

/* The tree mirrors the file:
 *
 *   RESUME ─┬─ BASICS ─┬─ LOCATION
 *           │          └─ PROFILES ── PROFILE …
 *           ├─ WORKS ── WORK … ── HIGHLIGHTS ── BULLET …
 *           ├─ SKILLS ── SKILL … ── KEYWORDS ── KEYWORD …
 *           └─ META ── SETTINGS ─┬─ WAIVERS ── WAIVER …
 *                               └─ VARIANTS ── VARIANT …
 *
 * A mapping has fields and always all of its fixed children, a list has items of one kind, a
 * text is an item that the file writes as a plain string. */
typedef enum {
    SHAPE_MAPPING,
    SHAPE_LIST,
    SHAPE_TEXT,
} NodeShape;

/* One row a kind.
 *   id            key in its parent   shape    label (one of them; lists: all)   item of a list */
/* clang-format off */
#define NODE_KINDS(X) \
    X(RESUME,       "",             MAPPING, "Resume",        RESUME)      \
    X(BASICS,       "basics",       MAPPING, "Contact",       RESUME)      \
    X(LOCATION,     "location",     MAPPING, "Location",      RESUME)      \
    X(PROFILES,     "profiles",     LIST,    "Profiles",      PROFILE)     \
    X(PROFILE,      "",             MAPPING, "Profile",       RESUME)      \
    X(SKILLS,       "skills",       LIST,    "Skills",        SKILL)       \
    X(SKILL,        "",             MAPPING, "Capability",    RESUME)      \
    X(WORKS,        "work",         LIST,    "Experience",    WORK)        \
    X(WORK,         "",             MAPPING, "Position",      RESUME)      \
    X(PROJECTS,     "projects",     LIST,    "Projects",      PROJECT)     \
    X(PROJECT,      "",             MAPPING, "Project",       RESUME)      \
    X(EDUCATIONS,   "education",    LIST,    "Education",     EDUCATION)   \
    X(EDUCATION,    "",             MAPPING, "Education",     RESUME)      \
    X(CERTIFICATES, "certificates", LIST,    "Certificates",  CERTIFICATE) \
    X(CERTIFICATE,  "",             MAPPING, "Certificate",   RESUME)      \
    X(VOLUNTEERS,   "volunteer",    LIST,    "Volunteering",  VOLUNTEER)   \
    X(VOLUNTEER,    "",             MAPPING, "Volunteering",  RESUME)      \
    X(AWARDS,       "awards",       LIST,    "Awards",        AWARD)       \
    X(AWARD,        "",             MAPPING, "Award",         RESUME)      \
    X(PUBLICATIONS, "publications", LIST,    "Publications",  PUBLICATION) \
    X(PUBLICATION,  "",             MAPPING, "Publication",   RESUME)      \
    X(LANGUAGES,    "languages",    LIST,    "Languages",     LANGUAGE)    \
    X(LANGUAGE,     "",             MAPPING, "Language",      RESUME)      \
    X(INTERESTS,    "interests",    LIST,    "Interests",     INTEREST)    \
    X(INTEREST,     "",             MAPPING, "Interest",      RESUME)      \
    X(REFERENCES,   "references",   LIST,    "References",    REFERENCE)   \
    X(REFERENCE,    "",             MAPPING, "Reference",     RESUME)      \
    X(META,         "meta",         MAPPING, "About the file", RESUME)     \
    X(SETTINGS,     "bulletproof",  MAPPING, "Settings",      RESUME)      \
    X(HIGHLIGHTS,   "highlights",   LIST,    "Bullets",       BULLET)      \
    X(BULLET,       "",             TEXT,    "Bullet",        RESUME)      \
    X(KEYWORDS,     "keywords",     LIST,    "Keywords",      KEYWORD)     \
    X(KEYWORD,      "",             TEXT,    "Keyword",       RESUME)      \
    X(COURSES,      "courses",      LIST,    "Courses",       COURSE)      \
    X(COURSE,       "",             TEXT,    "Course",        RESUME)      \
    X(ROLES,        "roles",        LIST,    "Roles",         ROLE)        \
    X(ROLE,         "",             TEXT,    "Role",          RESUME)      \
    X(TAGS,         "tags",         LIST,    "Tags",          TAG)         \
    X(TAG,          "",             TEXT,    "Tag",           RESUME)      \
    X(MARKS,        "x-tags",       LIST,    "Tags",          TAG)         \
    X(VARIANTS,     "variants",     LIST,    "Variants",      VARIANT)     \
    X(VARIANT,      "",             MAPPING, "Variant",       RESUME)      \
    X(ORDER,        "order",        LIST,    "Order",         SECTION)     \
    X(SECTION,      "",             TEXT,    "Section",       RESUME)      \
    X(WAIVERS,      "waivers",      LIST,    "Waivers",       WAIVER)      \
    X(WAIVER,       "",             MAPPING, "Waiver",        RESUME)      \
    X(WALKTHROUGH,  "walkthrough",  MAPPING, "Walkthrough",   RESUME)
/* clang-format on */

typedef enum {
#define X(id, key, shape, label, item) NODE_##id,
    NODE_KINDS(X)
#undef X
        NODE_KIND_COUNT
} NodeKind;

/* The fixed children of each mapping, in the order in which a new file has them. A text kind may
 * have some too: what belongs to one bullet is kept by the file in its entry. */
/* clang-format off */
#define NODE_CHILDREN(X) \
    X(RESUME, BASICS)       \
    X(RESUME, SKILLS)       \
    X(RESUME, WORKS)        \
    X(RESUME, PROJECTS)     \
    X(RESUME, EDUCATIONS)   \
    X(RESUME, CERTIFICATES) \
    X(RESUME, VOLUNTEERS)   \
    X(RESUME, AWARDS)       \
    X(RESUME, PUBLICATIONS) \
    X(RESUME, LANGUAGES)    \
    X(RESUME, INTERESTS)    \
    X(RESUME, REFERENCES)   \
    X(RESUME, META)         \
    X(BASICS, LOCATION)     \
    X(BASICS, PROFILES)     \
    X(SKILL, KEYWORDS)      \
    X(SKILL, MARKS)         \
    X(WORK, HIGHLIGHTS)     \
    X(WORK, MARKS)          \
    X(PROJECT, HIGHLIGHTS)  \
    X(PROJECT, KEYWORDS)    \
    X(PROJECT, ROLES)       \
    X(PROJECT, MARKS)       \
    X(EDUCATION, COURSES)   \
    X(EDUCATION, MARKS)     \
    X(CERTIFICATE, MARKS)   \
    X(VOLUNTEER, HIGHLIGHTS) \
    X(VOLUNTEER, MARKS)     \
    X(INTEREST, KEYWORDS)   \
    X(META, SETTINGS)       \
    X(SETTINGS, ORDER)      \
    X(SETTINGS, WAIVERS)    \
    X(SETTINGS, VARIANTS)   \
    X(SETTINGS, WALKTHROUGH) \
    X(VARIANT, TAGS)        \
    X(VARIANT, ORDER)       \
    X(BULLET, TAGS)         \
    X(BULLET, WAIVERS)
/* clang-format on */

/* A field is known by its key: the same name means the same thing in every kind.
 *   id             key in the file */
/* clang-format off */
#define FIELD_NAMES(X) \
    X(TEXT,         "")             /* the string itself, of a text kind */ \
    X(SCHEMA,       "$schema")      \
    X(NAME,         "name")         \
    X(LABEL,        "label")        \
    X(IMAGE,        "image")        \
    X(EMAIL,        "email")        \
    X(PHONE,        "phone")        \
    X(URL,          "url")          \
    X(SUMMARY,      "summary")      \
    X(ADDRESS,      "address")      \
    X(POSTAL_CODE,  "postalCode")   \
    X(CITY,         "city")         \
    X(COUNTRY_CODE, "countryCode")  \
    X(REGION,       "region")       \
    X(NETWORK,      "network")      \
    X(USERNAME,     "username")     \
    X(LEVEL,        "level")        \
    X(POSITION,     "position")     \
    X(LOCATION,     "location")     \
    X(DESCRIPTION,  "description")  \
    X(START_DATE,   "startDate")    \
    X(END_DATE,     "endDate")      \
    X(ORGANIZATION, "organization") \
    X(INSTITUTION,  "institution")  \
    X(AREA,         "area")         \
    X(STUDY_TYPE,   "studyType")    \
    X(SCORE,        "score")        \
    X(TITLE,        "title")        \
    X(DATE,         "date")         \
    X(AWARDER,      "awarder")      \
    X(ISSUER,       "issuer")       \
    X(PUBLISHER,    "publisher")    \
    X(RELEASE_DATE, "releaseDate")  \
    X(LANGUAGE,     "language")     \
    X(FLUENCY,      "fluency")      \
    X(REFERENCE,    "reference")    \
    X(ENTITY,       "entity")       \
    X(TYPE,         "type")         \
    X(CANONICAL,    "canonical")    \
    X(VERSION,      "version")      \
    X(LAST_MODIFIED, "lastModified") \
    X(THEME,        "theme")        \
    X(PAGES,        "pages")        \
    X(PDF,          "pdf")          \
    X(JOB,          "job")          \
    X(CODE,         "code")         \
    X(ABOUT,        "about")        \
    X(REASON,       "reason")       \
    X(HIDDEN,       "hidden")       /* "true", or empty */ \
    X(OFF_PAGE,     "x-hidden")     /* of an entry: "true", or empty */ \
    X(STEP,         "step")         \
    X(ANSWER,       "answer")       \
    X(DID,          "did")          \
    X(TARGET,       "target")       \
    X(MEANS,        "means")        \
    X(CHANGE,       "change")
/* clang-format on */

typedef enum {
#define X(id, key) FIELD_##id,
    FIELD_NAMES(X)
#undef X
        FIELD_COUNT
} FieldId;

typedef enum {
    FIELD_TYPE_LINE,  /* one line of text */
    FIELD_TYPE_PROSE, /* may have line ends */
    FIELD_TYPE_DATE,  /* YYYY, YYYY-MM or YYYY-MM-DD */
    FIELD_TYPE_LINK,  /* an address on the web */
    FIELD_TYPE_EMAIL,
    FIELD_TYPE_CHOICE, /* one of a few words */
} FieldType;

typedef struct {
    NodeKind kind;
    FieldId field;
    const char *label; /* in a form */
    FieldType type;
    const char *help;    /* one line: what to write here */
    const char *old_key; /* name in JSON Resume 0.x, or NULL */
} FieldInfo;

typedef struct {
    const char *name; /* "work", for messages */
    const char *key;  /* in its parent; "" for items of a list */
    NodeShape shape;
    const char *label;
    NodeKind item; /* of a list */
} KindInfo;

/* A field holds at most this much. */
enum { FIELD_MAX_BYTES = 256 * 1024 };

const KindInfo *kind_info(NodeKind kind);
/* The fields of `kind`, in the order of forms and new files. */
const FieldInfo *kind_fields(NodeKind kind, size_t *count);
/* NULL when the kind has no such field. */
const FieldInfo *kind_field(NodeKind kind, FieldId field);
/* The fixed children of a mapping. */
const NodeKind *kind_children(NodeKind kind, size_t *count);
const char *field_key(FieldId field);

#endif
