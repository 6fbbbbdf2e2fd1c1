/* What runs at a key or at a file: checking, reading, laying out a resume of sixty bullets. The
 * peers do the least that the work must contain: parting words, lines or YAML events. */
#include "bench.h"

#include <stdint.h>
#include <stdlib.h>
#include <unilbrk.h>
#include <uniwbrk.h>
#include <yaml.h>

#include "bulletproof/base/memory.h"
#include "bulletproof/check/check.h"
#include "bulletproof/layout/layout.h"
#include "bulletproof/store/store.h"

static size_t check_bullets(const BenchInput *input)
{
    Arena arena = {0};
    StrView rest = input->bullets, line;
    size_t findings = 0;
    while (view_next_line(&rest, &line)) {
        BulletInput bullet = {.text = line, .level = LEVEL_MID};
        findings += check_bullet(&bullet, &arena).finding_count;
    }
    arena_done(&arena);
    return findings;
}

static size_t part_words(const BenchInput *input)
{
    char *breaks = xalloc(input->bullets.length);
    u8_wordbreaks((const uint8_t *)input->bullets.data, input->bullets.length, breaks);
    size_t last = (size_t)breaks[input->bullets.length - 1];
    free(breaks);
    return last;
}

static size_t check_all(const BenchInput *input)
{
    Arena arena = {0};
    CheckOptions options = {.today = {.year = 2026, .month = 1}};
    size_t findings = check_resume(input->root, &options, &arena).finding_count;
    arena_done(&arena);
    return findings;
}

static size_t read_resume(const BenchInput *input)
{
    Store *store = store_read(input->file, NULL, NULL, NULL);
    Node *root = store ? store_take_root(store) : NULL;
    size_t count = root ? node_count(root) : 0;
    node_free(root);
    store_free(store);
    return count;
}

static size_t read_events(const BenchInput *input)
{
    yaml_parser_t parser;
    yaml_event_t event;
    size_t count = 0;
    bool is_at_end = !yaml_parser_initialize(&parser);
    yaml_parser_set_input_string(&parser, (const unsigned char *)input->file.data,
                                 input->file.length);
    while (!is_at_end && yaml_parser_parse(&parser, &event)) {
        is_at_end = event.type == YAML_STREAM_END_EVENT;
        yaml_event_delete(&event);
        count++;
    }
    yaml_parser_delete(&parser);
    return count;
}

static size_t render_resume(const BenchInput *input)
{
    StrBuf out = {0};
    store_render(input->root, STORE_YAML, &out);
    size_t length = out.length;
    strbuf_done(&out);
    return length;
}

static size_t lay_out(const BenchInput *input)
{
    Arena arena = {0};
    LayoutInput what = {.root = input->root, .theme = input->theme, .fonts = input->fonts};
    size_t pages = layout_build(&what, &arena)->page_count;
    arena_done(&arena);
    return pages;
}

static size_t break_lines(const BenchInput *input)
{
    char *breaks = xalloc(input->bullets.length);
    int columns = u8_width_linebreaks((const uint8_t *)input->bullets.data, input->bullets.length,
                                      90, 0, 0, NULL, "UTF-8", breaks);
    free(breaks);
    return (size_t)columns;
}

const BenchCase resume_benches[] = {
    {"check: bullet", "bullet", 0, check_bullets, "u8_wordbreaks", part_words},
    {"check: whole resume", "resume", 1, check_all, "u8_wordbreaks", part_words},
    {"store: read", "resume", 1, read_resume, "libyaml events", read_events},
    {"store: render", "resume", 1, render_resume, "libyaml events", read_events},
    {"layout: pages", "resume", 1, lay_out, "u8_width_linebreaks", break_lines},
    {0},
};
