#include "export/zip.h"

#include <string.h>

enum {
    LOCAL_SIGNATURE = 0x04034b50,
    ENTRY_SIGNATURE = 0x02014b50,
    END_SIGNATURE = 0x06054b50,
    VERSION = 10,     /* 1.0: files that are stored */
    FIRST_DAY = 0x21, /* 1 January 1980, as early as there is */
};

static void add_number(StrBuf *out, uint32_t number, int bytes)
{
    for (int i = 0; i < bytes; i++) {
        strbuf_add_char(out, (char)(number >> (8 * i) & 0xFF));
    }
}

/* CRC-32 of ISO 3309, bit by bit: a document is small. */
static uint32_t crc_of(StrView bytes)
{
    static const uint32_t polynomial = 0xEDB88320u;
    uint32_t crc = 0xFFFFFFFFu;
    for (size_t i = 0; i < bytes.length; i++) {
        crc ^= (unsigned char)bytes.data[i];
        for (int bit = 0; bit < 8; bit++) {
            crc = crc & 1 ? crc >> 1 ^ polynomial : crc >> 1;
        }
    }
    return ~crc;
}

/* What the file's own head and its entry in the directory have in common. */
static void add_facts(StrBuf *out, const char *name, StrView bytes)
{
    uint32_t size = (uint32_t)bytes.length;
    add_number(out, VERSION, 2);
    add_number(out, 0, 2); /* flags */
    add_number(out, 0, 2); /* method: stored */
    add_number(out, 0, 2); /* midnight */
    add_number(out, FIRST_DAY, 2);
    add_number(out, crc_of(bytes), 4);
    add_number(out, size, 4); /* stored … */
    add_number(out, size, 4); /* … and whole */
    add_number(out, (uint32_t)strlen(name), 2);
    add_number(out, 0, 2); /* extra fields */
}

void zip_begin(Zip *zip, StrBuf *out)
{
    *zip = (Zip){.out = out, .begin = out->length};
}

void zip_add(Zip *zip, const char *name, StrView bytes)
{
    uint32_t offset = (uint32_t)(zip->out->length - zip->begin);
    add_number(zip->out, LOCAL_SIGNATURE, 4);
    add_facts(zip->out, name, bytes);
    strbuf_add(zip->out, name);
    strbuf_add_view(zip->out, bytes);

    add_number(&zip->directory, ENTRY_SIGNATURE, 4);
    add_number(&zip->directory, VERSION, 2);
    add_facts(&zip->directory, name, bytes);
    add_number(&zip->directory, 0, 2); /* comment */
    add_number(&zip->directory, 0, 2); /* disk */
    add_number(&zip->directory, 0, 2); /* kind of content */
    add_number(&zip->directory, 0, 4); /* attributes */
    add_number(&zip->directory, offset, 4);
    strbuf_add(&zip->directory, name);
    zip->count++;
}

void zip_end(Zip *zip)
{
    uint32_t offset = (uint32_t)(zip->out->length - zip->begin);
    strbuf_add_view(zip->out, strbuf_view(&zip->directory));
    add_number(zip->out, END_SIGNATURE, 4);
    add_number(zip->out, 0, 4); /* disks */
    add_number(zip->out, zip->count, 2);
    add_number(zip->out, zip->count, 2);
    add_number(zip->out, (uint32_t)zip->directory.length, 4);
    add_number(zip->out, offset, 4);
    add_number(zip->out, 0, 2); /* comment */
    strbuf_done(&zip->directory);
}
