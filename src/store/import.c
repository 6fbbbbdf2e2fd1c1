#include "bulletproof/store/import.h"

#include <stdlib.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/model/kind.h"
#include "bulletproof/store/store.h"
#include "store/import_rule.h"

static const struct {
    const char *name;
    void (*run)(Importer *importer);
} forms[] = {
    [IMPORT_ANY] = {"", NULL},
    [IMPORT_JSON_RESUME] = {"JSON Resume", import_json_resume},
    [IMPORT_RENDERCV] = {"RenderCV", import_rendercv},
};

const char *import_form_name(ImportForm form)
{
    return forms[form].name;
}

const char *import_fate_name(ImportFate fate)
{
    static const char *const names[] = {"mapped", "changed", "kept", "left"};
    return names[fate];
}

/* --- Forms ------------------------------------------------------------------------------------ */

static bool has_any(const YamlNode *root, const char *const *keys)
{
    for (size_t i = 0; keys[i]; i++) {
        if (yaml_find(root, keys[i])) {
            return true;
        }
    }
    return false;
}

static bool has_our_keys(const YamlNode *root)
{
    size_t count;
    const NodeKind *parts = kind_children(NODE_RESUME, &count);
    for (size_t i = 0; i < count; i++) {
        if (yaml_find(root, kind_info(parts[i])->key)) {
            return true;
        }
    }
    return false;
}

static ImportForm form_of(const YamlNode *root)
{
    static const char *const foreign[] = {"cv", "design", "rendercv_settings", "locale_catalog",
                                          NULL};
    static const char *const old[] = {"bio", "hobbies", NULL};
    if (has_our_keys(root) || has_any(root, old)) {
        return IMPORT_JSON_RESUME;
    }
    return has_any(root, foreign) ? IMPORT_RENDERCV : IMPORT_ANY;
}

ImportForm import_recognise(StrView text)
{
    YamlTree tree = {0};
    ImportForm form = IMPORT_ANY;
    if (yaml_tree_read(&tree, text, NULL) && tree.root) {
        form = form_of(tree.root);
    }
    yaml_tree_done(&tree);
    return form;
}

static bool choose_form(Import *import, const YamlNode *root, ImportForm form, Diag *diag)
{
    if (!root || yaml_is_null(root)) {
        return diag_fail(diag, DIAG_SYNTAX, "there is nothing in it to import");
    }
    if (root->kind != YAML_MAPPING) {
        return diag_fail_at(diag, DIAG_SYNTAX, root->place,
                            "this is no resume: JSON Resume begins with a key such as \"basics\", "
                            "RenderCV with \"cv\"");
    }
    import->form = form == IMPORT_ANY ? form_of(root) : form;
    if (import->form == IMPORT_ANY) {
        return diag_fail_at(diag, DIAG_SYNTAX, root->place,
                            "has neither \"basics\" or \"work\", as JSON Resume, nor \"cv\", as "
                            "RenderCV: name the form with --from, or mend the keys");
    }
    return true;
}

/* --- What no rule has told of ----------------------------------------------------------------- */

/* A value that nothing above took or kept has at least a row that says so. */
static void tell_rest(Importer *importer, const YamlNode *node)
{
    bool is_text =
        node->kind == YAML_SCALAR && !yaml_is_null(node) && view_trim(node->text).length > 0;
    if (is_text && !import_is_told(importer, node)) {
        import_tell(importer, node, IMPORT_LEFT, NULL, "there is no place for it");
    }
    for (size_t i = 0; i < node->count; i++) {
        const YamlItem *item = &node->items[i];
        size_t length = importer->path.length;
        if (!item->key || item->key->kind == YAML_SCALAR) {
            import_path_enter(importer, item, i);
        }
        tell_rest(importer, item->value);
        strbuf_truncate(&importer->path, length);
    }
}

/* --- Reading ---------------------------------------------------------------------------------- */

static bool verify(const Import *import, Diag *diag)
{
    Diag problem = {0};
    if (import->text.length > YAML_MAX_BYTES) {
        return diag_fail(diag, DIAG_LIMIT,
                         "the resume would be larger than 1 MiB: import less of it");
    }
    Store *store = store_read(strbuf_view(&import->text), NULL, NULL, &problem);
    bool is_good = store != NULL;
    store_free(store);
    return is_good ||
           diag_fail(diag, problem.kind, "what comes of it cannot be read again: %s", problem.text);
}

static bool run(Importer *importer, ImportForm form, Diag *diag)
{
    Import *import = importer->import;
    if (!choose_form(import, importer->tree.root, form, diag)) {
        return false;
    }
    importer->is_told = xalloc(importer->tree.count * sizeof(*importer->is_told));
    importer->root = import_value_new(&import->arena, YAML_MAPPING);
    forms[import->form].run(importer);
    tell_rest(importer, importer->tree.root);
    import_comments(importer, &import->text);
    import_value_write(&import->text, importer->root);
    return verify(import, diag);
}

bool import_read(Import *import, StrView text, ImportForm form, Diag *diag)
{
    Importer importer = {.import = import};
    bool is_read = yaml_tree_read(&importer.tree, text, diag) && run(&importer, form, diag);
    yaml_tree_done(&importer.tree);
    strbuf_done(&importer.path);
    free(importer.is_told);
    return is_read;
}

void import_done(Import *import)
{
    strbuf_done(&import->text);
    free(import->rows);
    arena_done(&import->arena);
    *import = (Import){0};
}
