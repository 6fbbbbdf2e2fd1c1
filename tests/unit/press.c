#include "press.h"

#include <CUnit/CUnit.h>

#include "bulletproof/base/strview.h"

void press_keys(Editor *editor, const char *keys)
{
    for (StrView rest = view_of(keys); rest.length > 0; rest = view_trim(rest)) {
        StrView name = view_slice(rest, 0, view_find(rest, ' '));
        Key key;
        CU_ASSERT_FATAL(key_parse(name, &key));
        editor_key(editor, key);
        rest = view_slice(rest, name.length, rest.length);
    }
}
