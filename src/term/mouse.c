#include "term/mouse.h"

#include <poll.h>
#include <stddef.h>
#include <unistd.h>

enum {
    SILENCE_TIMEOUT = 100, /* milliseconds; a slow line may deliver a report in pieces */
    OLD_OFFSET = 32,       /* of each number in the older form */
    BUTTON_FIRST = 0,
    BUTTON_WHEEL_UP = 64,
    BUTTON_WHEEL_DOWN = 65,
    LARGEST = 9999,
};

/* -1 when no byte comes. */
static int read_byte(void)
{
    unsigned char byte;
    struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
    if (poll(&input, 1, SILENCE_TIMEOUT) <= 0 || read(STDIN_FILENO, &byte, 1) != 1) {
        return -1;
    }
    return byte;
}

/* Places are told from 1. */
static bool decode(int button, int column, int row, Pointer *pointer)
{
    static const struct {
        int button;
        PointerKind kind;
    } kinds[] = {
        {BUTTON_FIRST, POINTER_PRESS},
        {BUTTON_WHEEL_UP, POINTER_WHEEL_UP},
        {BUTTON_WHEEL_DOWN, POINTER_WHEEL_DOWN},
    };
    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        if (kinds[i].button == button && column > 0 && row > 0) {
            *pointer = (Pointer){kinds[i].kind, row - 1, column - 1};
            return true;
        }
    }
    return false;
}

/* Digits up to another byte, which is returned. */
static int read_number(int *number)
{
    int byte = read_byte();
    for (*number = 0; byte >= '0' && byte <= '9' && *number <= LARGEST; byte = read_byte()) {
        *number = *number * 10 + (byte - '0');
    }
    return byte;
}

bool mouse_read(Pointer *pointer)
{
    int numbers[3];
    for (int i = 0; i < 3; i++) {
        int end = read_number(&numbers[i]);
        if (end != (i < 2 ? ';' : 'M')) {
            return false;
        }
    }
    return decode(numbers[0], numbers[1], numbers[2], pointer);
}

bool mouse_read_old(Pointer *pointer)
{
    int numbers[3];
    for (int i = 0; i < 3; i++) {
        numbers[i] = read_byte() - OLD_OFFSET;
    }
    return decode(numbers[0], numbers[1], numbers[2], pointer);
}
