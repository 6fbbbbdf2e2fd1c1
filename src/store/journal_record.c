#include "store/journal_record.h"

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "bulletproof/base/file.h"

static const char title[] =
    "bulletproof journal 1: edits that are not saved yet; open the resume to have them back\n";

enum {
    HASH_DIGITS = 16,
    LENGTH_MOST_DIGITS = 9,
};

void journal_add_head(StrBuf *out, const Holder *holder)
{
    size_t start = out->length;
    strbuf_add(out, title);
    holder_add(out, holder);
    size_t used = out->length - start;
    strbuf_add_repeated(out, ' ', JOURNAL_HEAD_BYTES - 1 - used);
    strbuf_add_char(out, '\n');
}

static void format_hash(char out[HASH_DIGITS + 1], StrView bytes)
{
    snprintf(out, HASH_DIGITS + 1, "%016" PRIx64, bytes_hash(bytes.data, bytes.length));
}

void journal_add_record(StrBuf *out, JournalRecord record, StrView bytes)
{
    char hash[HASH_DIGITS + 1];
    format_hash(hash, bytes);
    strbuf_addf(out, "%c %zu %s\n", (char)record, bytes.length, hash);
    strbuf_add_view(out, bytes);
    strbuf_add_char(out, '\n');
}

/* Takes "1834 " off the front. */
static bool take_length(StrView *rest, size_t *length)
{
    size_t end = view_find(*rest, ' ');
    *length = 0;
    if (end == 0 || end > LENGTH_MOST_DIGITS || end == rest->length) {
        return false;
    }
    for (size_t i = 0; i < end; i++) {
        if (rest->data[i] < '0' || rest->data[i] > '9') {
            return false;
        }
        *length = *length * 10 + (size_t)(rest->data[i] - '0');
    }
    *rest = view_slice(*rest, end + 1, rest->length);
    return true;
}

/* Takes the next record off the front; false, with `rest` anywhere, when it is not whole. */
static bool take_record(StrView *rest, char *record, StrView *bytes)
{
    char hash[HASH_DIGITS + 1];
    size_t length;
    *record = rest->length > 2 ? rest->data[0] : '\0';
    bool has_kind = rest->length > 2 && rest->data[1] == ' ';
    *rest = view_slice(*rest, 2, rest->length);
    if (!has_kind || !take_length(rest, &length) || rest->length < HASH_DIGITS + 1 + length + 1) {
        return false;
    }
    StrView sum = view_slice(*rest, 0, HASH_DIGITS);
    *bytes = view_slice(*rest, HASH_DIGITS + 1, HASH_DIGITS + 1 + length);
    bool has_ends = rest->data[HASH_DIGITS] == '\n' && bytes->data[length] == '\n';
    *rest = view_slice(*rest, HASH_DIGITS + 1 + length + 1, rest->length);
    format_hash(hash, *bytes);
    return has_ends && view_is(sum, hash);
}

/* Room that was reserved for more. */
static bool is_unused(StrView rest)
{
    for (size_t i = 0; i < rest.length; i++) {
        if (rest.data[i] != '\0') {
            return false;
        }
    }
    return true;
}

size_t journal_parse(StrView bytes, JournalContent *content)
{
    char record;
    StrView text, rest = view_slice(bytes, JOURNAL_HEAD_BYTES, bytes.length);
    if (bytes.length < JOURNAL_HEAD_BYTES || !view_starts_with(bytes, title)) {
        return 0;
    }
    holder_read(&content->holder, view_slice(bytes, sizeof(title) - 1, JOURNAL_HEAD_BYTES));
    if (is_unused(rest)) {
        return JOURNAL_HEAD_BYTES;
    }
    if (!take_record(&rest, &record, &text) || record != JOURNAL_BASE) {
        return 0;
    }
    strbuf_add_view(&content->base, text);
    StrView good = rest;
    while (take_record(&rest, &record, &text) && record == JOURNAL_EDITS) {
        strbuf_add_view(&content->edits, text);
        good = rest;
    }
    content->is_torn = !is_unused(good);
    return content->edits.length > 0 ? bytes.length - good.length : 0;
}
