#include "bulletproof/model/theme.h"

#include <stdlib.h>
#include <string.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/base/strbuf.h"
#include "bulletproof/yaml/config.h"
#include "bulletproof/yaml/tree.h"

#define COUNT_OF(items) (sizeof(items) / sizeof((items)[0]))

typedef struct {
    char *section, *heading; /* owned */
} SectionRow;

/* A theme as its file has it: colours and sections are still words. */
typedef struct {
    Theme values;
    char *text_color, *name_color, *heading_color, *muted_color, *rule_color; /* owned */
    SectionRow *sections;                                                     /* owned */
    size_t section_count;
} ThemeFile;

/* The names of themes are those of a section's list in the file; the summary has none. */
static const struct {
    const char *name;
    NodeKind kind;
    const char *heading; /* words that parsers of resumes look for */
} known_sections[] = {
    {"summary", NODE_BASICS, "Summary"},
    {"skills", NODE_SKILLS, "Skills"},
    {"work", NODE_WORKS, "Experience"},
    {"projects", NODE_PROJECTS, "Projects"},
    {"education", NODE_EDUCATIONS, "Education"},
    {"certificates", NODE_CERTIFICATES, "Certifications"},
    {"volunteer", NODE_VOLUNTEERS, "Volunteering"},
    {"awards", NODE_AWARDS, "Awards"},
    {"publications", NODE_PUBLICATIONS, "Publications"},
    {"languages", NODE_LANGUAGES, "Spoken languages"},
    {"interests", NODE_INTERESTS, "Interests"},
    {"references", NODE_REFERENCES, "References"},
};

static const char *const paper_words[] = {"A4", "Letter", NULL};
static const char *const date_words[] = {"Mar 2021", "March 2021", "03/2021", "2021-03", NULL};
/* In the order of DateLanguage; the tests compare them. */
static const char *const language_words[] = {"en", "de", "es", "fr", "it",
                                             "nl", "pl", "pt", "sv", NULL};
static const char *const place_words[] = {"right", "below", NULL};

static const YamlField section_fields[] = {
    {.key = "section", .type = YAML_TEXT, .offset = offsetof(SectionRow, section)},
    {.key = "heading", .type = YAML_TEXT, .offset = offsetof(SectionRow, heading)},
};
static const YamlRecord section_record = {section_fields, COUNT_OF(section_fields),
                                          sizeof(SectionRow)};

#define NUMBER(name, member, least, most) \
    { \
        .key = name, .type = YAML_NUMBER, .offset = offsetof(ThemeFile, values.member), \
        .minimum = least, .maximum = most \
    }
#define CHOICE(name, member, list) \
    { \
        .key = name, .type = YAML_CHOICE, .offset = offsetof(ThemeFile, values.member), \
        .words = list \
    }
#define TEXT(name, member) \
    { \
        .key = name, .type = YAML_TEXT, .offset = offsetof(ThemeFile, member) \
    }

/* clang-format off */
/* Bounds keep the page readable and its headings in one piece for parsers. */
static const YamlField theme_fields[] = {
    TEXT("description", values.description),
    TEXT("font", values.font),
    CHOICE("paper", paper, paper_words),
    NUMBER("margin-x", margin_x, 28, 120),
    NUMBER("margin-y", margin_y, 28, 120),
    NUMBER("size", size, 8, 14),
    NUMBER("leading", leading, 1.1, 1.8),
    NUMBER("name-size", name_size, 12, 40),
    NUMBER("headline-size", headline_size, 8, 20),
    NUMBER("heading-size", heading_size, 8, 20),
    NUMBER("contact-size", contact_size, 8, 14),
    NUMBER("heading-tracking", heading_tracking, 0, 0.08),
    {.key = "capital-headings", .type = YAML_FLAG,
     .offset = offsetof(ThemeFile, values.has_capital_headings)},
    NUMBER("rule", rule_thickness, 0, 3),
    NUMBER("section-gap", section_gap, 0, 40),
    NUMBER("entry-gap", entry_gap, 0, 30),
    NUMBER("bullet-gap", bullet_gap, 0, 12),
    NUMBER("bullet-indent", bullet_indent, 6, 30),
    TEXT("text-color", text_color),
    TEXT("name-color", name_color),
    TEXT("heading-color", heading_color),
    TEXT("muted-color", muted_color),
    TEXT("rule-color", rule_color),
    CHOICE("dates", dates, date_words),
    CHOICE("dates-place", dates_place, place_words),
    CHOICE("language", language, language_words),
    TEXT("open-end", values.open_end),
    {.key = "sections", .type = YAML_RECORDS, .offset = offsetof(ThemeFile, sections),
     .count_offset = offsetof(ThemeFile, section_count), .record = &section_record},
};
/* clang-format on */

static const YamlRecord theme_record = {theme_fields, COUNT_OF(theme_fields), sizeof(ThemeFile)};

static void add_section(Theme *theme, NodeKind kind, const char *heading)
{
    theme->sections[theme->section_count++] = (ThemeSection){kind, xstrdup(heading)};
}

static void add_known_sections(Theme *theme)
{
    for (size_t i = 0; i < COUNT_OF(known_sections); i++) {
        add_section(theme, known_sections[i].kind, known_sections[i].heading);
    }
}

static Theme standard_values(void)
{
    return (Theme){
        .font = xstrdup("Carlito"),
        .margin_x = 57,
        .margin_y = 51,
        .size = 10.3,
        .leading = 1.32,
        .name_size = 24,
        .headline_size = 12,
        .heading_size = 10.6,
        .contact_size = 9.8,
        .heading_tracking = 0.06,
        .has_capital_headings = true,
        .rule_thickness = 0.6,
        .section_gap = 12,
        .entry_gap = 7,
        .bullet_gap = 1.6,
        .bullet_indent = 12,
        .text_color = {26, 26, 26},
        .name_color = {18, 56, 94},
        .heading_color = {18, 56, 94},
        .muted_color = {92, 92, 92},
        .rule_color = {150, 165, 180},
    };
}

void theme_init(Theme *theme)
{
    *theme = standard_values();
    theme->open_end = xstrdup(date_language_open_end(theme->language));
    add_known_sections(theme);
}

void theme_done(Theme *theme)
{
    free(theme->description);
    free(theme->font);
    free(theme->open_end);
    for (size_t i = 0; i < theme->section_count; i++) {
        free(theme->sections[i].heading);
    }
    *theme = (Theme){.font = NULL};
}

static int hex_digit(char letter)
{
    static const char digits[] = "0123456789abcdef";
    const char *found = letter ? strchr(digits, letter | 0x20) : NULL;
    return found ? (int)(found - digits) : -1;
}

/* "#rrggbb". */
static bool parse_color(const char *text, ThemeColor *color)
{
    int digits[6];
    if (text[0] != '#' || strlen(text) != 7) {
        return false;
    }
    for (size_t i = 0; i < COUNT_OF(digits); i++) {
        digits[i] = hex_digit(text[i + 1]);
        if (digits[i] < 0) {
            return false;
        }
    }
    *color = (ThemeColor){
        .red = (unsigned char)(digits[0] * 16 + digits[1]),
        .green = (unsigned char)(digits[2] * 16 + digits[3]),
        .blue = (unsigned char)(digits[4] * 16 + digits[5]),
    };
    return true;
}

/* Where the value of a key, or the value of a key in item `index` of it, stands in the text. */
static DiagPlace place_of(StrView text, const char *key, size_t index, const char *inner_key)
{
    YamlTree tree = {0};
    DiagPlace place = {0, 0};
    if (yaml_tree_read(&tree, text, NULL)) {
        const YamlItem *item = yaml_find(tree.root, key);
        if (item && inner_key && index < item->value->count) {
            place = item->value->items[index].value->place;
            item = yaml_find(item->value->items[index].value, inner_key);
        }
        place = item ? item->value->place : place;
    }
    yaml_tree_done(&tree);
    return place;
}

static bool take_colors(ThemeFile *file, StrView text, Diag *diag)
{
    Theme *values = &file->values;
    const struct {
        const char *key, *word;
        ThemeColor *color;
    } rows[] = {
        {"text-color", file->text_color, &values->text_color},
        {"name-color", file->name_color, &values->name_color},
        {"heading-color", file->heading_color, &values->heading_color},
        {"muted-color", file->muted_color, &values->muted_color},
        {"rule-color", file->rule_color, &values->rule_color},
    };
    for (size_t i = 0; i < COUNT_OF(rows); i++) {
        if (rows[i].word && !parse_color(rows[i].word, rows[i].color)) {
            return diag_fail_at(diag, DIAG_RANGE, place_of(text, rows[i].key, 0, NULL),
                                "\"%s\" needs a colour like \"#12385e\" in quotes, not \"%s\"",
                                rows[i].key, rows[i].word);
        }
    }
    return true;
}

static bool find_section(const char *name, size_t *index)
{
    for (size_t i = 0; name && i < COUNT_OF(known_sections); i++) {
        if (strcmp(known_sections[i].name, name) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

static bool fail_section(StrView text, size_t row, const char *name, Diag *diag)
{
    StrBuf known = {0};
    for (size_t i = 0; i < COUNT_OF(known_sections); i++) {
        strbuf_addf(&known, "%s%s", i > 0 ? ", " : "", known_sections[i].name);
    }
    diag_fail_at(diag, DIAG_RANGE, place_of(text, "sections", row, "section"),
                 "unknown section \"%s\": there are %s", name ? name : "", strbuf_text(&known));
    strbuf_done(&known);
    return false;
}

static bool has_section(const Theme *theme, NodeKind kind)
{
    for (size_t i = 0; i < theme->section_count; i++) {
        if (theme->sections[i].kind == kind) {
            return true;
        }
    }
    return false;
}

/* The sections in the file's order; those it leaves out follow, so that none is lost on paper. */
static bool take_sections(ThemeFile *file, StrView text, Diag *diag)
{
    Theme *values = &file->values;
    for (size_t row = 0; row < file->section_count; row++) {
        const SectionRow *section = &file->sections[row];
        size_t known;
        if (!find_section(section->section, &known)) {
            return fail_section(text, row, section->section, diag);
        }
        if (has_section(values, known_sections[known].kind)) {
            return diag_fail_at(diag, DIAG_RANGE, place_of(text, "sections", row, "section"),
                                "the section \"%s\" stands here twice; remove one",
                                section->section);
        }
        add_section(values, known_sections[known].kind,
                    section->heading ? section->heading : known_sections[known].heading);
    }
    for (size_t i = 0; i < COUNT_OF(known_sections); i++) {
        if (!has_section(values, known_sections[i].kind)) {
            add_section(values, known_sections[i].kind, known_sections[i].heading);
        }
    }
    return true;
}

bool theme_read(Theme *theme, StrView text, Diag *diag)
{
    ThemeFile file = {.values = standard_values()};
    bool is_good = yaml_config_load(text, &theme_record, &file, diag) &&
                   take_colors(&file, text, diag) && take_sections(&file, text, diag);
    if (is_good) {
        if (!file.values.open_end) {
            file.values.open_end = xstrdup(date_language_open_end(file.values.language));
        }
        *theme = file.values;
        file.values = (Theme){.font = NULL};
    } else {
        theme_init(theme);
    }
    for (size_t i = 0; i < file.values.section_count; i++) {
        free(file.values.sections[i].heading);
    }
    yaml_record_done(&theme_record, &file);
    return is_good;
}

double paper_width(Paper paper)
{
    return paper == PAPER_A4 ? 595.28 : 612; /* ISO 216: 210 mm; 8.5 inches */
}

double paper_height(Paper paper)
{
    return paper == PAPER_A4 ? 841.89 : 792; /* ISO 216: 297 mm; 11 inches */
}
