#include "app/complete.h"

#include <stdlib.h>
#include <string.h>

#include "app/cli_input.h"
#include "app/cli_options.h"
#include "app/extras.h"
#include "app/folders.h"
#include "bulletproof/model/variant.h"
#include "bulletproof/ui/guide.h"

/* --- Lines ------------------------------------------------------------------------------ */

/* Where candidates go: those that begin like the word in hand. `lead` is what of the word stands
 * before the value: "--format=". */
typedef struct {
    StrBuf *out;
    StrView lead, typed;
} Answer;

static void add_candidate(Answer *answer, StrView word, const char *meaning)
{
    StrView start = view_slice(word, 0, answer->typed.length);
    if (word.length == 0 || !view_equal(start, answer->typed)) {
        return;
    }
    strbuf_add_view(answer->out, answer->lead);
    strbuf_add_view(answer->out, word);
    if (meaning) {
        strbuf_addf(answer->out, "\t%s", meaning);
    }
    strbuf_add_char(answer->out, '\n');
}

static void add_choices(Answer *answer, const char *choices)
{
    StrView rest = view_of(choices);
    while (rest.length > 0) {
        size_t end = view_find(rest, '|');
        add_candidate(answer, view_slice(rest, 0, end), NULL);
        rest = view_slice(rest, end + 1, rest.length);
    }
}

/* --- What there is by name --------------------------------------------------------------- */

/* The word in hand, and what the words before it have said. */
typedef struct {
    const CliCommand *command;
    const CliOption *option; /* whose value the word is; NULL: none */
    int operands;            /* before it */
    const char *first;       /* of them; NULL: none */
    bool has_options;        /* a word with a dash is one */
} Place;

typedef CompleteKind AddNames(Answer *answer, const Place *place);

static CompleteKind add_nothing(Answer *answer, const Place *place)
{
    (void)answer;
    (void)place;
    return COMPLETE_NOTHING;
}

static CompleteKind add_files(Answer *answer, const Place *place)
{
    (void)answer;
    (void)place;
    return COMPLETE_FILES;
}

static CompleteKind add_folders(Answer *answer, const Place *place)
{
    (void)answer;
    (void)place;
    return COMPLETE_FOLDERS;
}

static CompleteKind add_codes(Answer *answer, const Place *place)
{
    char *folder = folder_rules();
    Extras extras;
    size_t count;
    const Rule *const *rules = check_rules(&count);
    (void)place;
    extras_open(&extras, &(ExtrasFolders){NULL, folder});
    for (size_t i = 0; i < count; i++) {
        add_candidate(answer, view_of(rules[i]->code), rules[i]->message);
    }
    for (size_t i = 0; i < rule_pack_count(extras.pack); i++) {
        const Rule *rule = rule_pack_rule(extras.pack, i);
        add_candidate(answer, view_of(rule->code), rule->message);
    }
    extras_close(&extras);
    free(folder);
    return COMPLETE_NOTHING;
}

static CompleteKind add_topics(Answer *answer, const Place *place)
{
    (void)place;
    for (size_t i = 0; i < guide_count(); i++) {
        GuideTopic topic = guide_topic(i);
        StrBuf title = {0};
        strbuf_add_view(&title, topic.title);
        add_candidate(answer, view_of(topic.name), strbuf_text(&title));
        strbuf_done(&title);
    }
    return COMPLETE_NOTHING;
}

/* A theme may be the path of a file, too. */
static CompleteKind add_themes(Answer *answer, const Place *place)
{
    StrBuf names = {0};
    char *folder = folder_themes();
    (void)place;
    theme_add_names(&names, folder);
    StrView rest = strbuf_view(&names), name;
    while (view_next_line(&rest, &name)) {
        add_candidate(answer, name, NULL);
    }
    strbuf_done(&names);
    free(folder);
    return COMPLETE_FILES;
}

/* Of the resume that the line names. What cannot be read has none. */
static CompleteKind add_variants(Answer *answer, const Place *place)
{
    CliResume resume = {.name = NULL};
    bool is_file = place->first && strcmp(place->first, "-") != 0;
    if (is_file && cli_resume_read(&resume, place->first, NULL)) {
        const Node *list = variant_list(document_root(resume.document));
        for (size_t i = 0; i < node_count(list); i++) {
            add_candidate(answer, node_view(node_child(list, i), FIELD_NAME), NULL);
        }
    }
    cli_resume_close(&resume);
    return COMPLETE_NOTHING;
}

static CompleteKind add_shells(Answer *answer, const Place *place)
{
    (void)place;
    add_choices(answer, "bash|fish|zsh");
    return COMPLETE_NOTHING;
}

/* What stands for a value in help tells what the value is. */
static const struct {
    const char *placeholder;
    AddNames *add;
} names[] = {
    {"CODE", add_codes},       {"FILE", add_files},     {"FOLDER", add_folders},
    {"FORM", add_nothing},     {"FORMAT", add_nothing}, {"JOB", add_files},
    {"KIND", add_nothing},     {"LEVEL", add_nothing},  {"LIST", add_files},
    {"N", add_nothing},        {"NAME", add_variants},  {"OTHER", add_variants},
    {"OUT", add_files},        {"ROLE", add_nothing},   {"SCRIPT", add_files},
    {"SEVERITY", add_nothing}, {"SHELL", add_shells},   {"THEME", add_themes},
    {"TOPIC", add_topics},     {"WHEN", add_nothing},   {"WHETHER", add_nothing},
    {"WORD", add_nothing},
};

static AddNames *find_names(StrView placeholder)
{
    for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
        if (view_is(placeholder, names[i].placeholder)) {
            return names[i].add;
        }
    }
    return NULL;
}

bool complete_knows(StrView placeholder)
{
    return find_names(placeholder) != NULL;
}

static CompleteKind add_named(Answer *answer, const Place *place, StrView placeholder)
{
    AddNames *add = find_names(placeholder);
    return add ? add(answer, place) : COMPLETE_FILES;
}

/* --- The words before ---------------------------------------------------------------------- */

/* By its name or the beginning of it, up to a "=". */
static const CliOption *find_long(const CliCommand *command, StrView name)
{
    const CliOption *tables[] = {command->options, cli_common_options()};
    const CliOption *found = NULL;
    name = view_slice(name, 0, view_find(name, '='));
    for (size_t i = 0; i < 2; i++) {
        for (const CliOption *option = tables[i]; option->name; option++) {
            bool is_start = view_starts_with(view_of(option->name), "") &&
                            view_equal(view_slice(view_of(option->name), 0, name.length), name);
            if (view_is(name, option->name)) {
                return option;
            }
            found = is_start && !found ? option : found;
        }
    }
    return found;
}

static const CliOption *find_letter(const CliCommand *command, char letter)
{
    const CliOption *tables[] = {command->options, cli_common_options()};
    for (size_t i = 0; i < 2; i++) {
        for (const CliOption *option = tables[i]; option->name; option++) {
            if (option->letter == letter) {
                return option;
            }
        }
    }
    return NULL;
}

static bool wants_value(const CliOption *option)
{
    return option && option->value && !cli_value_is_optional(option);
}

/* The option of a word with a dash whose value is the next word; NULL when it is not. */
static const CliOption *option_waiting(const CliCommand *command, const char *word)
{
    if (word[1] == '-') {
        const CliOption *option = find_long(command, view_of(word + 2));
        return wants_value(option) && !strchr(word, '=') ? option : NULL;
    }
    for (const char *letter = word + 1; *letter; letter++) {
        const CliOption *option = find_letter(command, *letter);
        if (!option || option->value) {
            return wants_value(option) && !letter[1] ? option : NULL;
        }
    }
    return NULL;
}

static const CliCommand *command_named(const char *name)
{
    for (const CliCommand *const *next = cli_commands() + 1; *next; next++) {
        if (strcmp((*next)->name, name) == 0) {
            return *next;
        }
    }
    return NULL;
}

static void pass_operand(Place *place, const char *word)
{
    bool is_first = !*place->command->name && place->operands == 0;
    const CliCommand *command = is_first ? command_named(word) : NULL;
    if (command) {
        place->command = command;
        return;
    }
    place->first = place->operands == 0 ? word : place->first;
    place->operands++;
}

static Place place_of_last(int count, char *words[])
{
    Place place = {.command = cli_commands()[0], .has_options = true};
    for (int i = 0; i + 1 < count; i++) {
        const char *word = words[i];
        if (place.option) {
            place.option = NULL;
        } else if (place.has_options && strcmp(word, "--") == 0) {
            place.has_options = false;
        } else if (place.has_options && word[0] == '-' && word[1]) {
            place.option = option_waiting(place.command, word);
        } else {
            pass_operand(&place, word);
        }
    }
    return place;
}

/* --- The word itself ------------------------------------------------------------------------ */

static CompleteKind add_value(Answer *answer, const Place *place, const CliOption *option)
{
    if (option->choices) {
        add_choices(answer, option->choices);
        return COMPLETE_NOTHING;
    }
    StrView value = view_of(option->value);
    bool is_optional = cli_value_is_optional(option);
    return add_named(answer, place, is_optional ? view_slice(value, 1, value.length - 1) : value);
}

static void add_options(Answer *answer, const CliOption *options)
{
    for (const CliOption *option = options; option->name; option++) {
        StrBuf name = {0};
        strbuf_addf(&name, "--%s", option->name);
        add_candidate(answer, strbuf_view(&name), option->help);
        strbuf_done(&name);
    }
}

bool complete_next_operand(StrView *operands, StrView *placeholder, bool *is_endless)
{
    while (operands->length > 0 && (operands->data[0] == ' ' || operands->data[0] == '[')) {
        *operands = view_slice(*operands, 1, operands->length);
    }
    size_t end = view_find(*operands, ' ');
    StrView word = view_slice(*operands, 0, end);
    *placeholder = view_slice(word, 0, view_find(word, '|'));
    *placeholder = view_slice(*placeholder, 0, view_find(*placeholder, ']'));
    *operands = view_slice(*operands, end + 1, operands->length);
    *is_endless = view_starts_with(*operands, "...");
    *operands = *is_endless ? view_of("") : *operands;
    return placeholder->length > 0;
}

static CompleteKind add_operand(Answer *answer, const Place *place)
{
    StrView operands = view_of(place->command->operands), placeholder;
    bool is_endless = false;
    if (!*place->command->name && place->operands == 0) {
        for (const CliCommand *const *next = cli_commands() + 1; *next; next++) {
            add_candidate(answer, view_of((*next)->name), (*next)->summary);
        }
    }
    for (int i = 0; complete_next_operand(&operands, &placeholder, &is_endless); i++) {
        if (i == place->operands || is_endless) {
            return add_named(answer, place, placeholder);
        }
    }
    return COMPLETE_NOTHING;
}

CompleteKind complete_words(StrBuf *out, int count, char *words[])
{
    Place place = place_of_last(count, words);
    StrView word = view_of(words[count - 1]);
    Answer answer = {out, view_of(""), word};
    if (place.option) {
        return add_value(&answer, &place, place.option);
    }
    if (!place.has_options || !view_starts_with(word, "-")) {
        return add_operand(&answer, &place);
    }
    size_t end = view_find(word, '=');
    const CliOption *option = find_long(place.command, view_slice(word, 2, word.length));
    if (end < word.length && option && option->value) {
        answer =
            (Answer){out, view_slice(word, 0, end + 1), view_slice(word, end + 1, word.length)};
        return add_value(&answer, &place, option);
    }
    add_options(&answer, place.command->options);
    add_options(&answer, cli_common_options());
    return COMPLETE_NOTHING;
}
