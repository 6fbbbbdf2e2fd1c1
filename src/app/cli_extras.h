/* The words and rules of the user's own, for commands that check. */
#ifndef APP_CLI_EXTRAS_H
#define APP_CLI_EXTRAS_H

#include "app/cli.h"
#include "app/extras.h"

/* Opens them, with the rules of the folder `named`: NULL is the usual one, "off" none. What is
 * wrong in them is told, and the rest works. False when `named` is no folder. */
bool cli_open_extras(Extras *extras, const char *named);

#endif
