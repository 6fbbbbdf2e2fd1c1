/* Text of a shipped example that was left in: whoever sends it claims another's work. */
#include <string.h>

#include "bulletproof/base/embedded.h"
#include "check/resume.h"

/* Shorter lines say nothing that is an example's own. */
enum { LEAST_LINE_BYTES = 40, MOST_WORDS = 80 };

/* So large a share of words in common is nearly the same text. */
enum { SAME_WORDS_PERCENT = 80 };

/* The words of a line by their hashes; each once. A bit of `mask` is set for each. */
typedef struct {
    uint32_t hashes[MOST_WORDS];
    size_t count;
    uint64_t mask;
} WordSet;

static bool is_letter(char byte)
{
    return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || (byte & 0x80) ||
           (byte >= '0' && byte <= '9');
}

static uint64_t mask_bit(uint32_t hash)
{
    return (uint64_t)1 << (hash % 64);
}

static bool set_has(const WordSet *set, uint32_t hash)
{
    for (size_t i = 0; i < set->count; i++) {
        if (set->hashes[i] == hash) {
            return true;
        }
    }
    return false;
}

static void set_add(WordSet *set, uint32_t hash)
{
    if (set->count < MOST_WORDS && !set_has(set, hash)) {
        set->hashes[set->count++] = hash;
        set->mask |= mask_bit(hash);
    }
}

static WordSet words_of(StrView text)
{
    WordSet set = {.count = 0};
    uint32_t hash = 0;
    for (size_t i = 0; i <= text.length; i++) {
        if (i < text.length && is_letter(text.data[i])) {
            hash = (hash ? hash : 2166136261u) ^ ((unsigned char)text.data[i] | 0x20);
            hash *= 16777619u;
        } else if (hash) {
            set_add(&set, hash);
            hash = 0;
        }
    }
    return set;
}

/* Whether `common` words are enough of all the words of both. */
static bool are_enough(const WordSet *a, const WordSet *b, size_t common)
{
    size_t all = a->count + b->count - common;
    return all > 0 && common * 100 >= all * SAME_WORDS_PERCENT;
}

/* At most so many words are in both: each bit of the one mask alone is a word that is not. */
static size_t most_common(const WordSet *a, const WordSet *b)
{
    size_t most = a->count;
    for (uint64_t alone = a->mask & ~b->mask; alone != 0; alone &= alone - 1) {
        most--;
    }
    return most;
}

static bool is_near(const WordSet *a, const WordSet *b)
{
    if (!are_enough(a, b, most_common(a, b))) {
        return false;
    }
    size_t common = 0;
    for (size_t i = 0; i < a->count; i++) {
        common += set_has(b, a->hashes[i]) ? 1 : 0;
    }
    return are_enough(a, b, common);
}

/* What a line of a sample's YAML says: the text of a list item or of the summary. */
static StrView said_in(StrView line)
{
    line = view_trim(line);
    static const char *const marks[] = {"- ", "summary: "};
    for (size_t i = 0; i < sizeof(marks) / sizeof(marks[0]); i++) {
        if (view_starts_with(line, marks[i]) && line.length > LEAST_LINE_BYTES) {
            return view_slice(line, strlen(marks[i]), line.length);
        }
    }
    return view_of("");
}

/* A text of the resume that may be an example's. */
typedef struct {
    Spot spot;
    WordSet words;
    bool is_reported;
} Suspect;

static void compare_line(ResumePass *pass, StrView line, Suspect *suspects, size_t count)
{
    StrView said = said_in(line);
    WordSet words = words_of(said);
    for (size_t i = 0; said.length > 0 && i < count; i++) {
        if (!suspects[i].is_reported && is_near(&words, &suspects[i].words)) {
            suspects[i].is_reported = true;
            resume_report(pass, "sample-text", suspects[i].spot, NULL);
        }
    }
}

static Suspect suspect_of(const Node *node, FieldId field)
{
    return (Suspect){spot_of_field(node, field), words_of(node_view(node, field)), false};
}

static bool is_sample(const EmbeddedFile *file)
{
    return strncmp(file->name, "samples/", 8) == 0;
}

/* Whether the person is still the one whom an example invents. */
static bool is_person_of(StrView sample, StrView name)
{
    for (StrView line; view_next_line(&sample, &line);) {
        line = view_trim(line);
        if (view_starts_with(line, "name: ") &&
            view_equal(view_slice(line, 6, line.length), name)) {
            return true;
        }
    }
    return false;
}

/* While the name is the example's, all of it is: that is told once. */
static bool is_untouched(const ResumePass *pass)
{
    StrView name = node_view(node_part(pass->root, NODE_BASICS), FIELD_NAME);
    size_t count;
    const EmbeddedFile *files = embedded_files(&count);
    for (size_t i = 0; i < count; i++) {
        if (name.length > 0 && is_sample(&files[i]) && is_person_of(files[i].text, name)) {
            return true;
        }
    }
    return false;
}

static void compare_texts(ResumePass *pass)
{
    size_t count = 0, file_count;
    Suspect *suspects = arena_alloc(pass->arena, (pass->bullet_count + 1) * sizeof(*suspects));
    suspects[count++] = suspect_of(node_part(pass->root, NODE_BASICS), FIELD_SUMMARY);
    for (size_t i = 0; i < pass->bullet_count; i++) {
        suspects[count++] = suspect_of(pass->bullets[i].node, FIELD_TEXT);
    }
    const EmbeddedFile *files = embedded_files(&file_count);
    for (size_t i = 0; i < file_count; i++) {
        StrView rest = is_sample(&files[i]) ? files[i].text : view_of("");
        for (StrView line; view_next_line(&rest, &line);) {
            compare_line(pass, line, suspects, count);
        }
    }
}

void resume_check_samples(ResumePass *pass)
{
    if (is_untouched(pass)) {
        const Node *basics = node_part(pass->root, NODE_BASICS);
        resume_report(pass, "sample-text", spot_of_field(basics, FIELD_NAME),
                      "This is still the example: put your own name, then your own work");
    } else {
        compare_texts(pass);
    }
}
