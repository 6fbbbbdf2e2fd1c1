#include "app/crew_wire.h"

#include <errno.h>
#include <unistd.h>

typedef struct {
    size_t number, length;
} ItemHead;

typedef struct {
    size_t out_length, errors_length;
    int status;
} ResultHead;

static bool send_bytes(int descriptor, const void *bytes, size_t length)
{
    const char *rest = bytes;
    while (length > 0) {
        ssize_t sent = write(descriptor, rest, length);
        if (sent < 0 && errno != EINTR) {
            return false;
        }
        rest += sent > 0 ? sent : 0;
        length -= sent > 0 ? (size_t)sent : 0;
    }
    return true;
}

static bool receive_bytes(int descriptor, void *bytes, size_t length)
{
    char *rest = bytes;
    while (length > 0) {
        ssize_t got = read(descriptor, rest, length);
        if (got == 0 || (got < 0 && errno != EINTR)) {
            return false;
        }
        rest += got > 0 ? got : 0;
        length -= got > 0 ? (size_t)got : 0;
    }
    return true;
}

static bool receive_text(int descriptor, StrBuf *text, size_t length)
{
    strbuf_clear(text);
    strbuf_add_repeated(text, '\0', length);
    return length == 0 || receive_bytes(descriptor, text->data, length);
}

bool wire_send_item(int descriptor, StrView item, size_t number)
{
    ItemHead head = {number, item.length};
    return send_bytes(descriptor, &head, sizeof(head)) &&
           send_bytes(descriptor, item.data, item.length);
}

bool wire_receive_item(int descriptor, StrBuf *item, size_t *number)
{
    ItemHead head;
    if (!receive_bytes(descriptor, &head, sizeof(head))) {
        return false;
    }
    *number = head.number;
    return receive_text(descriptor, item, head.length);
}

bool wire_send_result(int descriptor, const CrewResult *result)
{
    ResultHead head = {
        .out_length = result->out.length,
        .errors_length = result->errors.length,
        .status = result->status,
    };
    return send_bytes(descriptor, &head, sizeof(head)) &&
           send_bytes(descriptor, result->out.data, result->out.length) &&
           send_bytes(descriptor, result->errors.data, result->errors.length);
}

bool wire_receive_result(int descriptor, CrewResult *result)
{
    ResultHead head;
    if (!receive_bytes(descriptor, &head, sizeof(head))) {
        return false;
    }
    result->status = head.status;
    return receive_text(descriptor, &result->out, head.out_length) &&
           receive_text(descriptor, &result->errors, head.errors_length);
}
