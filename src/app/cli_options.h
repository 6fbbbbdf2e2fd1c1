/* Taking the options of a call; what is wrong with them is refused with what may have been meant.
 */
#ifndef APP_CLI_OPTIONS_H
#define APP_CLI_OPTIONS_H

#include "app/cli.h"

/* Fills values and operands of `call` from the arguments, whose first is the program's or the
 * command's name. False, with the status to end with, when something was refused. */
bool cli_take_options(CliCall *call, int count, char *arguments[], CliStatus *status);

/* "[N]": whether the value may be left out. */
bool cli_value_is_optional(const CliOption *option);

#endif
