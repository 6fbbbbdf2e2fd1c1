/* The program: puts the terminal and the command line together. */
#include "app/cli.h"
#include "bulletproof/term/term.h"

int main(int count, char *arguments[])
{
    static const CliHost host = {0};
    term_set_locale();
    return cli_main(count, arguments, &host);
}
