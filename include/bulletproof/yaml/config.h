/* Configuration in YAML: themes, rules, settings. Every fault is told by line and column, with
 * what may stand there instead. */
#ifndef BULLETPROOF_YAML_CONFIG_H
#define BULLETPROOF_YAML_CONFIG_H

#include "bulletproof/yaml/record.h"

/*     typedef struct { char *name; double size; } Theme;
 *     static const YamlField fields[] = {
 *         {.key = "name", .type = YAML_TEXT, .offset = offsetof(Theme, name)},
 *         {.key = "size", .type = YAML_NUMBER, .offset = offsetof(Theme, size), .minimum = 6,
 *          .maximum = 24},
 *     };
 *     static const YamlRecord record = {fields, 2, sizeof(Theme)};
 *     Theme theme = {.size = 10};
 *     if (!yaml_config_load(text, &record, &theme, diag)) …
 *     yaml_record_done(&record, &theme);
 *
 * Fills the members of `out` that the text has and leaves the others as they are: defaults stand
 * before the call. Texts that it replaces are freed, so a default text must be allocated. In the
 * structs of a list, what is absent is zero. On failure `out` is untouched. */
bool yaml_config_load(StrView text, const YamlRecord *record, void *out, Diag *diag);

#endif
