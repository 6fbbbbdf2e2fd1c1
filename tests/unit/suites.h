/* The suites of the unit tests: one row each, `NAME_tests` in test_NAME.c. */
#ifndef TESTS_UNIT_SUITES_H
#define TESTS_UNIT_SUITES_H

#include <CUnit/CUnit.h>

#define SUITES(X) \
    X(ascii) \
    X(clean) \
    X(command) \
    X(cuts) \
    X(compare) \
    X(complete) \
    X(crew) \
    X(content) \
    X(damage) \
    X(date) \
    X(decode) \
    X(bullet) \
    X(slots) \
    X(rules) \
    X(agreement) \
    X(diag) \
    X(evidence) \
    X(fetch) \
    X(file) \
    X(import) \
    X(journal) \
    X(journal_space) \
    X(library) \
    X(json) \
    X(json_schema) \
    X(jsonresume) \
    X(job) \
    X(job_folder) \
    X(app_job) \
    X(match) \
    X(item_copy) \
    X(key) \
    X(burst) \
    X(monkey) \
    X(nearest) \
    X(document) \
    X(kind) \
    X(node) \
    X(fold) \
    X(font) \
    X(form) \
    X(format) \
    X(web_form) \
    X(markup) \
    X(fuzzy) \
    X(job_rows) \
    X(palette) \
    X(grapheme) \
    X(guide) \
    X(layout_golden) \
    X(pack) \
    X(pdf) \
    X(proof) \
    X(samples) \
    X(sarif) \
    X(script) \
    X(search) \
    X(settings) \
    X(store_load) \
    X(store_patch) \
    X(store_removal) \
    X(store_save) \
    X(store_walk) \
    X(spelling) \
    X(strbuf) \
    X(stronger) \
    X(surface) \
    X(walk) \
    X(walkthrough) \
    X(text_area) \
    X(text_fuzz) \
    X(layout) \
    X(recovery) \
    X(replay) \
    X(resume) \
    X(theme) \
    X(utf8) \
    X(variant) \
    X(outside) \
    X(own_keys) \
    X(waiver) \
    X(verb) \
    X(word) \
    X(work) \
    X(worker) \
    X(words) \
    X(wrap) \
    X(yaml_config) \
    X(yaml_tree)

#define X(name) extern CU_TestInfo name##_tests[];
SUITES(X)
#undef X

/* A source folder's file, such as "samples/mid.yaml". Borrowed until the next call. */
const char *source_path(const char *relative);

#endif
