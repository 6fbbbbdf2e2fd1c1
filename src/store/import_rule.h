/* The inside of an import: tables that say where each key of another form goes, and what takes
 * values there. Each value gets a row of the account; what no rule takes is kept. */
#ifndef STORE_IMPORT_RULE_H
#define STORE_IMPORT_RULE_H

#include "bulletproof/store/import.h"
#include "store/import_text.h"
#include "store/import_value.h"

typedef struct Importer Importer;
typedef struct ImportMap ImportMap;
typedef struct ImportRule ImportRule;

/* One value on its way: `value`, under rule->from of `mapping`, goes to `target`. */
typedef struct {
    const ImportRule *rule;
    const ImportMap *map;
    const YamlNode *mapping; /* NULL for an item that is a text */
    const YamlNode *value;
    ImportValue *target; /* a mapping */
} ImportStep;

/* How a value is taken. False, with nothing done, when it does not fit: another rule may take it,
 * or it is kept. */
typedef bool ImportHow(Importer *importer, const ImportStep *step);

struct ImportRule {
    const char *from; /* key of the other form; "": the item itself, a text */
    const char *to;   /* below the target: "location.city" */
    ImportHow *how;
    const ImportMap *map; /* of what stands below */
    const char *also;     /* another key that `how` needs: see there */
};

/* What may stand in a mapping of the other form. The first rule that fits takes a value. */
struct ImportMap {
    const ImportRule *rules;
    size_t count;
    const char *keep; /* key below the target for what no rule takes; NULL: its own place */
};

#define IMPORT_MAP(table, keep) \
    { \
        table, sizeof(table) / sizeof((table)[0]), keep \
    }

struct Importer {
    Import *import;
    YamlTree tree;
    bool *is_told; /* owned; by index of a YAML node: a row tells of it */
    StrBuf path;   /* of the value in hand */
    ImportValue *root;
    StrView title;     /* of the section in hand */
    bool has_markdown; /* texts are Markdown */
    bool is_shared;    /* several entries go to one target, and may have the same keys */
};

/* Adds a row and marks the node, and what is below it, as told. `to` may be NULL; `note`
 * lives as long as the program. */
void import_tell(Importer *importer, const YamlNode *node, ImportFate fate, const ImportValue *to,
                 const char *note);
/* Nothing is there to be told. */
void import_tell_nothing(Importer *importer, const YamlNode *node);
bool import_is_told(const Importer *importer, const YamlNode *node);

/* A key or an index more on the path; cut back with strbuf_truncate. Returns the old length. */
size_t import_path_enter(Importer *importer, const YamlItem *item, size_t index);

/* Takes a whole mapping; keeps what no rule takes. */
void import_mapping(Importer *importer, const ImportMap *map, const YamlNode *mapping,
                    ImportValue *target);
/* Takes an item of a list that is a text by the rule with no key. */
bool import_text_item(Importer *importer, const ImportMap *map, const YamlNode *text,
                      ImportValue *target);
/* Keeps a value as it stands under `key` of `place`, or says why it stayed behind. */
void import_keep(Importer *importer, const YamlNode *value, ImportValue *place, StrView key,
                 const char *note);
/* Puts a text under a path that has none yet; NULL when there is one. Cleaned; borrowed. */
ImportValue *import_put_text(Importer *importer, ImportValue *target, const char *path,
                             StrView text);
/* A text fit for the resume; lives as long as the import. */
StrView import_clean(Importer *importer, StrView text);
/* A text without Markdown where the form has it, as it is elsewhere. */
void import_plain_text(const Importer *importer, const YamlNode *scalar, PlainText *out);
/* "its Markdown went" and the like; "" when nothing changed. */
const char *import_plain_note(const PlainText *plain);

/* How values are taken. */
ImportHow import_line,     /* a text; its link goes to `also` */
    import_more_prose,     /* the same, after what is there */
    import_choice,         /* a flag or a word, as it stands */
    import_day,            /* a date */
    import_end,            /* a date, or a word for none yet */
    import_when,           /* a date or two in one text, for `startDate` and `endDate` */
    import_part,           /* a mapping */
    import_items,          /* a list of mappings */
    import_texts,          /* a list of texts */
    import_item,           /* a text that becomes an item of a list */
    import_split,          /* a text that lists items */
    import_lines,          /* a text with one item a line */
    import_first,          /* the first of a list or of a mapping of texts; the rest is kept */
    import_joined,         /* a text and that under `also`, with a blank between */
    import_members,        /* a mapping of names and texts: items with `network` and `username` */
    import_schema_address, /* the address of the form's own schema */
    import_addresses,      /* the first address; the rest become profiles */
    import_user,           /* a name on a network, and its address */
    import_names,          /* authors, for whom a publication has no field */
    import_more_lines,     /* a list of texts, after what is there */
    import_doi,            /* an identifier that doi.org knows */
    import_study,          /* bullets of an education: grades and courses */
    import_labelled_skill; /* "Languages: Go, C" */

/* The tables of the forms. */
void import_json_resume(Importer *importer);
void import_rendercv(Importer *importer);
/* Keeps the comments of a YAML file at the head of the new one. */
void import_comments(Importer *importer, StrBuf *out);

#endif
