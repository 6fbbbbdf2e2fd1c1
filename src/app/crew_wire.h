/* What a crew and its processes tell each other: over a socket, a head and then bytes. */
#ifndef APP_CREW_WIRE_H
#define APP_CREW_WIRE_H

#include "app/crew.h"

/* All of these are false when the other end is gone. */
bool wire_send_item(int descriptor, StrView item, size_t number);
bool wire_receive_item(int descriptor, StrBuf *item, size_t *number);
bool wire_send_result(int descriptor, const CrewResult *result);
bool wire_receive_result(int descriptor, CrewResult *result);

#endif
