#include "store/import_section.h"

#include "bulletproof/text/fold.h"

/* --- Titles ----------------------------------------------------------------------------------- */

/* The first row whose word begins a word of the title. */
static const struct {
    const char *word;
    SectionMeaning meaning;
} title_words[] = {
    {"programming", SECTION_SKILLS},
    {"skill", SECTION_SKILLS},
    {"technolog", SECTION_SKILLS},
    {"technical", SECTION_SKILLS},
    {"tools", SECTION_SKILLS},
    {"expertise", SECTION_SKILLS},
    {"competenc", SECTION_SKILLS},
    {"volunt", SECTION_VOLUNTEER},
    {"project", SECTION_PROJECTS},
    {"open source", SECTION_PROJECTS},
    {"experience", SECTION_WORK},
    {"employment", SECTION_WORK},
    {"work", SECTION_WORK},
    {"career", SECTION_WORK},
    {"education", SECTION_EDUCATION},
    {"studies", SECTION_EDUCATION},
    {"certif", SECTION_CERTIFICATES},
    {"licen", SECTION_CERTIFICATES},
    {"award", SECTION_AWARDS},
    {"honor", SECTION_AWARDS},
    {"honour", SECTION_AWARDS},
    {"prize", SECTION_AWARDS},
    {"publication", SECTION_PUBLICATIONS},
    {"papers", SECTION_PUBLICATIONS},
    {"language", SECTION_LANGUAGES},
    {"interest", SECTION_INTERESTS},
    {"hobb", SECTION_INTERESTS},
    {"reference", SECTION_REFERENCES},
    {"summary", SECTION_SUMMARY},
    {"profile", SECTION_SUMMARY},
    {"about", SECTION_SUMMARY},
    {"objective", SECTION_SUMMARY},
};

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z');
}

static bool has_word(StrView title, const char *word)
{
    size_t start, end;
    for (size_t from = 0; text_find_folded(title, view_of(word), from, &start, &end); from = end) {
        if (start == 0 || !is_letter(title.data[start - 1])) {
            return true;
        }
    }
    return false;
}

SectionMeaning section_meaning(StrView title)
{
    for (size_t i = 0; i < sizeof(title_words) / sizeof(title_words[0]); i++) {
        if (has_word(title, title_words[i].word)) {
            return title_words[i].meaning;
        }
    }
    return SECTION_OTHER;
}

/* --- Types ------------------------------------------------------------------------------------ */

EntryType entry_type(const YamlNode *entry)
{
    static const struct {
        const char *key;
        EntryType type;
    } marks[] = {
        {"company", ENTRY_EXPERIENCE},    {"position", ENTRY_EXPERIENCE},
        {"institution", ENTRY_EDUCATION}, {"area", ENTRY_EDUCATION},
        {"degree", ENTRY_EDUCATION},      {"title", ENTRY_PUBLICATION},
        {"authors", ENTRY_PUBLICATION},   {"label", ENTRY_ONE_LINE},
        {"details", ENTRY_ONE_LINE},      {"bullet", ENTRY_LINE},
        {"number", ENTRY_LINE},           {"reversed_number", ENTRY_LINE},
        {"name", ENTRY_NORMAL},
    };
    if (entry->kind == YAML_SCALAR && !yaml_is_null(entry)) {
        return ENTRY_LINE;
    }
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (yaml_find(entry, marks[i].key)) {
            return marks[i].type;
        }
    }
    return ENTRY_UNKNOWN;
}

/* --- Entries ---------------------------------------------------------------------------------- */

#define KEPT "x-rendercv"

/* clang-format off */
#define PERIOD                                            \
    {"date",       "startDate", import_when, NULL, NULL}, \
    {"start_date", "startDate", import_day,  NULL, NULL}, \
    {"end_date",   "endDate",   import_end,  NULL, NULL}

/* An entry that is one text, as a text or under the key of its type. */
#define ONE_TEXT(to, how)                    \
    {"",                to, how, NULL, NULL}, \
    {"bullet",          to, how, NULL, NULL}, \
    {"number",          to, how, NULL, NULL}, \
    {"reversed_number", to, how, NULL, NULL}

#define ONE_LINE(to_label, to_details, how)          \
    {"label",   to_label,   import_line, NULL, NULL}, \
    {"name",    to_label,   import_line, NULL, NULL}, \
    {"details", to_details, how,         NULL, NULL}

static const ImportRule work_rules[] = {
    {"company",    "name",       import_line,  NULL, "url"},
    {"name",       "name",       import_line,  NULL, "url"},
    {"position",   "position",   import_line,  NULL, NULL},
    {"location",   "location",   import_line,  NULL, NULL},
    {"url",        "url",        import_line,  NULL, NULL},
    PERIOD,
    {"summary",    "summary",    import_line,  NULL, NULL},
    {"highlights", "highlights", import_texts, NULL, NULL},
};

static const ImportRule volunteer_rules[] = {
    {"company",    "organization", import_line,  NULL, "url"},
    {"name",       "organization", import_line,  NULL, "url"},
    {"position",   "position",     import_line,  NULL, NULL},
    {"url",        "url",          import_line,  NULL, NULL},
    PERIOD,
    {"summary",    "summary",      import_line,  NULL, NULL},
    {"highlights", "highlights",   import_texts, NULL, NULL},
};

static const ImportRule project_rules[] = {
    {"name",       "name",        import_line,  NULL, "url"},
    {"url",        "url",         import_line,  NULL, NULL},
    PERIOD,
    {"summary",    "description", import_line,  NULL, NULL},
    {"highlights", "highlights",  import_texts, NULL, NULL},
};

static const ImportRule education_rules[] = {
    {"institution", "institution", import_line,  NULL, "url"},
    {"name",        "institution", import_line,  NULL, "url"},
    {"area",        "area",        import_line,  NULL, NULL},
    {"degree",      "studyType",   import_line,  NULL, NULL},
    {"study_type",  "studyType",   import_line,  NULL, NULL},
    {"url",         "url",         import_line,  NULL, NULL},
    PERIOD,
    {"highlights",  "courses",     import_study, NULL, NULL},
};

static const ImportRule publication_rules[] = {
    {"title",   "name",        import_line,       NULL, "url"},
    {"name",    "name",        import_line,       NULL, "url"},
    {"journal", "publisher",   import_line,       NULL, NULL},
    {"doi",     "url",         import_doi,        NULL, NULL},
    {"url",     "url",         import_line,       NULL, NULL},
    {"date",    "releaseDate", import_day,        NULL, NULL},
    {"authors", "summary",     import_names,      NULL, NULL},
    {"summary", "summary",     import_more_prose, NULL, NULL},
    {"highlights", "summary", import_more_lines, NULL, NULL},
};

static const ImportRule certificate_rules[] = {
    {"name",     "name",   import_line, NULL, "url"},
    {"summary",  "issuer", import_line, NULL, NULL},
    {"url",      "url",    import_line, NULL, NULL},
    {"date",     "date",   import_day,  NULL, NULL},
    {"end_date", "date",   import_day,  NULL, NULL},
};

static const ImportRule award_rules[] = {
    {"name",     "title",   import_line, NULL, NULL},
    {"summary",  "summary", import_line, NULL, NULL},
    {"highlights", "summary", import_more_lines, NULL, NULL},
    {"date",     "date",    import_day,  NULL, NULL},
    {"end_date", "date",    import_day,  NULL, NULL},
};

static const ImportRule skill_rules[] = {
    {"name",       "name",     import_line,  NULL, NULL},
    {"summary",    "keywords", import_split, NULL, NULL},
    {"highlights", "keywords", import_texts, NULL, NULL},
};

static const ImportRule language_rules[] = {
    {"name",    "language", import_line, NULL, NULL},
    {"summary", "fluency",  import_line, NULL, NULL},
};

static const ImportRule interest_rules[] = {
    {"name",       "name",     import_line,  NULL, NULL},
    {"summary",    "keywords", import_split, NULL, NULL},
    {"highlights", "keywords", import_texts, NULL, NULL},
};

static const ImportRule reference_rules[] = {
    {"name",    "name",      import_line, NULL, NULL},
    {"summary", "reference", import_line, NULL, NULL},
    {"highlights", "reference", import_more_lines, NULL, NULL},
};

static const ImportRule skill_line_rules[]       = {ONE_LINE("name",     "keywords",  import_split)};
static const ImportRule language_line_rules[]    = {ONE_LINE("language", "fluency",   import_line)};
static const ImportRule interest_line_rules[]    = {ONE_LINE("name",     "keywords",  import_split)};
static const ImportRule certificate_line_rules[] = {ONE_LINE("name",     "issuer",    import_line)};
static const ImportRule award_line_rules[]       = {ONE_LINE("title",    "awarder",   import_line)};
static const ImportRule reference_line_rules[]   = {ONE_LINE("name",     "reference", import_line)};

static const ImportRule skill_text_rules[]       = {ONE_TEXT("keywords",  import_labelled_skill)};
static const ImportRule language_text_rules[]    = {ONE_TEXT("language",  import_line)};
static const ImportRule interest_text_rules[]    = {ONE_TEXT("name",      import_line)};
static const ImportRule certificate_text_rules[] = {ONE_TEXT("name",      import_line)};
static const ImportRule award_text_rules[]       = {ONE_TEXT("title",     import_line)};
static const ImportRule publication_text_rules[] = {ONE_TEXT("name",      import_line)};
static const ImportRule reference_text_rules[]   = {ONE_TEXT("reference", import_line)};
static const ImportRule summary_text_rules[]     = {ONE_TEXT("summary",   import_more_prose)};
static const ImportRule bullet_rules[]           = {ONE_TEXT("highlights", import_item)};

#define MAP(name) static const ImportMap name##_map = IMPORT_MAP(name##_rules, KEPT);
MAP(work) MAP(volunteer) MAP(project) MAP(education) MAP(publication) MAP(certificate) MAP(award)
MAP(skill) MAP(language) MAP(interest) MAP(reference)
MAP(skill_line) MAP(language_line) MAP(interest_line) MAP(certificate_line) MAP(award_line)
MAP(reference_line) MAP(skill_text) MAP(language_text) MAP(interest_text) MAP(certificate_text)
MAP(award_text) MAP(publication_text) MAP(reference_text) MAP(summary_text) MAP(bullet)

/* The first row that has the type and the meaning, or SECTION_OTHER for any. */
static const EntryPlace places[] = {
    {SECTION_VOLUNTEER,    ENTRY_EXPERIENCE,  "volunteer",    &volunteer_map,        false},
    {SECTION_OTHER,        ENTRY_EXPERIENCE,  "work",         &work_map,             false},
    {SECTION_OTHER,        ENTRY_EDUCATION,   "education",    &education_map,        false},
    {SECTION_OTHER,        ENTRY_PUBLICATION, "publications", &publication_map,      false},
    {SECTION_WORK,         ENTRY_NORMAL,      "work",         &work_map,             false},
    {SECTION_EDUCATION,    ENTRY_NORMAL,      "education",    &education_map,        false},
    {SECTION_CERTIFICATES, ENTRY_NORMAL,      "certificates", &certificate_map,      false},
    {SECTION_VOLUNTEER,    ENTRY_NORMAL,      "volunteer",    &volunteer_map,        false},
    {SECTION_AWARDS,       ENTRY_NORMAL,      "awards",       &award_map,            false},
    {SECTION_PUBLICATIONS, ENTRY_NORMAL,      "publications", &publication_map,      false},
    {SECTION_SKILLS,       ENTRY_NORMAL,      "skills",       &skill_map,            false},
    {SECTION_LANGUAGES,    ENTRY_NORMAL,      "languages",    &language_map,         false},
    {SECTION_INTERESTS,    ENTRY_NORMAL,      "interests",    &interest_map,         false},
    {SECTION_REFERENCES,   ENTRY_NORMAL,      "references",   &reference_map,        false},
    {SECTION_OTHER,        ENTRY_NORMAL,      "projects",     &project_map,          false},
    {SECTION_LANGUAGES,    ENTRY_ONE_LINE,    "languages",    &language_line_map,    false},
    {SECTION_INTERESTS,    ENTRY_ONE_LINE,    "interests",    &interest_line_map,    false},
    {SECTION_CERTIFICATES, ENTRY_ONE_LINE,    "certificates", &certificate_line_map, false},
    {SECTION_AWARDS,       ENTRY_ONE_LINE,    "awards",       &award_line_map,       false},
    {SECTION_REFERENCES,   ENTRY_ONE_LINE,    "references",   &reference_line_map,   false},
    {SECTION_OTHER,        ENTRY_ONE_LINE,    "skills",       &skill_line_map,       false},
    {SECTION_SUMMARY,      ENTRY_LINE,        "basics",       &summary_text_map,     false},
    {SECTION_SKILLS,       ENTRY_LINE,        "skills",       &skill_text_map,       false},
    {SECTION_LANGUAGES,    ENTRY_LINE,        "languages",    &language_text_map,    false},
    {SECTION_INTERESTS,    ENTRY_LINE,        "interests",    &interest_text_map,    false},
    {SECTION_CERTIFICATES, ENTRY_LINE,        "certificates", &certificate_text_map, false},
    {SECTION_AWARDS,       ENTRY_LINE,        "awards",       &award_text_map,       false},
    {SECTION_PUBLICATIONS, ENTRY_LINE,        "publications", &publication_text_map, false},
    {SECTION_REFERENCES,   ENTRY_LINE,        "references",   &reference_text_map,   false},
    {SECTION_OTHER,        ENTRY_LINE,        "projects",     &bullet_map,           true},
};
/* clang-format on */

const EntryPlace *entry_place(SectionMeaning meaning, EntryType type)
{
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        bool is_meant = places[i].meaning == meaning || places[i].meaning == SECTION_OTHER;
        if (places[i].type == type && is_meant) {
            return &places[i];
        }
    }
    return NULL;
}
