#include "export/link.h"

#include <string.h>
#include <strings.h>

enum { MOST_ADDRESS_BYTES = 2000 };

static bool has_known_scheme(const char *address)
{
    static const char *const schemes[] = {"https://", "http://", "mailto:", "tel:", "ftp://"};
    for (size_t i = 0; i < sizeof(schemes) / sizeof(schemes[0]); i++) {
        if (strncasecmp(address, schemes[i], strlen(schemes[i])) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_plain(char byte)
{
    return byte > ' ' && byte < 0x7F && !strchr("\"<>\\^`{|}", byte);
}

bool link_add(StrBuf *out, const char *address)
{
    bool is_known = address && has_known_scheme(address);
    bool is_other = address && !is_known && strstr(address, "://");
    if (!address || !*address || is_other || strlen(address) > MOST_ADDRESS_BYTES) {
        return false;
    }
    strbuf_add(out, is_known ? "" : "https://");
    for (const char *at = address; *at; at++) {
        if (is_plain(*at)) {
            strbuf_add_char(out, *at);
        } else {
            strbuf_addf(out, "%%%02X", (unsigned char)*at);
        }
    }
    return true;
}
