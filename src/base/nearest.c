#include "bulletproof/base/nearest.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "bulletproof/base/strbuf.h"

/* The rows of the table of distances that are still needed: this one and the two above. */
typedef struct {
    size_t rows[3][NEAREST_MOST_BYTES + 1];
} Table;

static bool is_same(char a, char b)
{
    return tolower((unsigned char)a) == tolower((unsigned char)b);
}

static size_t least(size_t a, size_t b)
{
    return a < b ? a : b;
}

/* The cell for the first `i` bytes of `a` and the first `j` of `b`. */
static size_t cell(const Table *table, StrView a, StrView b, size_t i, size_t j)
{
    const size_t *above = table->rows[(i + 2) % 3], *here = table->rows[i % 3];
    bool is_kept = is_same(a.data[i - 1], b.data[j - 1]);
    size_t slips = least(above[j - 1] + (is_kept ? 0 : 1), least(above[j], here[j - 1]) + 1);
    bool is_turned = i > 1 && j > 1 && is_same(a.data[i - 1], b.data[j - 2]) &&
                     is_same(a.data[i - 2], b.data[j - 1]);
    return is_turned ? least(slips, table->rows[(i + 1) % 3][j - 2] + 1) : slips;
}

size_t slips_between(StrView a, StrView b)
{
    Table table;
    for (size_t j = 0; j <= b.length; j++) {
        table.rows[0][j] = j;
    }
    for (size_t i = 1; i <= a.length; i++) {
        table.rows[i % 3][0] = i;
        for (size_t j = 1; j <= b.length; j++) {
            table.rows[i % 3][j] = cell(&table, a, b, i, j);
        }
    }
    return table.rows[a.length % 3][b.length];
}

Nearest nearest_to(StrView typed)
{
    return (Nearest){.typed = typed, .name = view_of("")};
}

/* One slip in three letters: what has more is another word. The beginning of a name is near it,
 * however long the rest. */
void nearest_try(Nearest *nearest, StrView name)
{
    StrView typed = nearest->typed;
    if (typed.length < 2 || typed.length > NEAREST_MOST_BYTES || name.length > NEAREST_MOST_BYTES) {
        return;
    }
    bool is_start = view_equal(view_slice(name, 0, typed.length), typed);
    size_t slips = is_start ? 1 : slips_between(typed, name);
    bool is_near = slips <= (typed.length + 2) / 3 && slips < name.length;
    if (is_near && (nearest->name.length == 0 || slips < nearest->slips)) {
        nearest->name = name;
        nearest->slips = slips;
    }
}

void nearest_try_choices(Nearest *nearest, const char *choices)
{
    StrView rest = view_of(choices);
    while (rest.length > 0) {
        size_t end = view_find(rest, '|');
        nearest_try(nearest, view_slice(rest, 0, end));
        rest = view_slice(rest, end + 1, rest.length);
    }
}

const char *nearest_question(Nearest *nearest)
{
    nearest->question[0] = '\0';
    if (nearest->name.length > 0) {
        snprintf(nearest->question, sizeof(nearest->question), "; did you mean \"%.*s\"?",
                 VIEW_ARG(nearest->name));
    }
    return nearest->question;
}
