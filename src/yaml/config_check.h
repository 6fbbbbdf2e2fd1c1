/* Whether a tree fits a table of fields, told by line before libcyaml reads it. */
#ifndef YAML_CONFIG_CHECK_H
#define YAML_CONFIG_CHECK_H

#include "bulletproof/yaml/record.h"
#include "bulletproof/yaml/tree.h"

bool config_check(const YamlTree *tree, const YamlRecord *record, Diag *diag);

#endif
