/* The keys of a mapping: finding one, finding those that stand twice. */
#ifndef YAML_KEYS_H
#define YAML_KEYS_H

#include "bulletproof/yaml/tree.h"

/* Marks the later ones and tells both places. */
void keys_mark_duplicates(YamlNode *mapping, DiagList *faults);

#endif
