#include "app/cli_extras.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app/folders.h"

static bool is_folder(const char *path)
{
    struct stat status;
    return stat(path, &status) == 0 && S_ISDIR(status.st_mode);
}

static void tell_faults(StrView lines)
{
    StrView line;
    while (view_next_line(&lines, &line)) {
        fprintf(stderr, "bulletproof: %.*s\n", VIEW_ARG(line));
    }
}

bool cli_open_extras(Extras *extras, const char *named)
{
    bool is_off = named && strcmp(named, "off") == 0;
    char *data = folder_data(), *rules = named ? NULL : folder_rules();
    ExtrasFolders folders = {data, is_off ? NULL : named ? named : rules};
    extras_open(extras, &folders);
    tell_faults(strbuf_view(&extras->faults));
    free(data);
    free(rules);
    if (named && !is_off && !is_folder(named)) {
        Diag diag = {0};
        diag_fail(&diag, DIAG_IO, "there is no such folder of rules");
        cli_fail(CLI_USAGE, &diag, named);
        return false;
    }
    return true;
}
