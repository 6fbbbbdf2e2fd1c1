/* Where the entries of a RenderCV section go, by what its title says and what they are. */
#ifndef STORE_IMPORT_SECTION_H
#define STORE_IMPORT_SECTION_H

#include "store/import_rule.h"

/* What a section's title says it is. */
typedef enum {
    SECTION_OTHER,
    SECTION_SUMMARY,
    SECTION_SKILLS,
    SECTION_WORK,
    SECTION_PROJECTS,
    SECTION_EDUCATION,
    SECTION_CERTIFICATES,
    SECTION_VOLUNTEER,
    SECTION_AWARDS,
    SECTION_PUBLICATIONS,
    SECTION_LANGUAGES,
    SECTION_INTERESTS,
    SECTION_REFERENCES,
} SectionMeaning;

/* The types of entries; those that are one text each count as one. */
typedef enum {
    ENTRY_UNKNOWN,
    ENTRY_LINE, /* a text, "bullet", "number", "reversed_number" */
    ENTRY_ONE_LINE,
    ENTRY_EXPERIENCE,
    ENTRY_EDUCATION,
    ENTRY_NORMAL,
    ENTRY_PUBLICATION,
} EntryType;

/* Where entries of one type go. */
typedef struct {
    SectionMeaning meaning; /* SECTION_OTHER: any */
    EntryType type;
    const char *list;     /* key of the resume; an item a entry */
    const ImportMap *map; /* of one entry */
    bool is_one;          /* all entries of the section make one item, which has the title's name */
} EntryPlace;

SectionMeaning section_meaning(StrView title);
EntryType entry_type(const YamlNode *entry);
/* Never NULL for a known type. */
const EntryPlace *entry_place(SectionMeaning meaning, EntryType type);

#endif
