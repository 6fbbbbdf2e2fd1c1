#include "app/cli_job.h"

#include <string.h>
#include <unistd.h>

#include "bulletproof/base/file.h"
#include "bulletproof/match/job.h"
#include "bulletproof/text/clean.h"

bool cli_job_open(StrBuf *text, const char *name)
{
    Diag diag = {0};
    StrBuf foreign = {0};
    bool is_read = strcmp(name, "-") == 0
                       ? file_read_stream(STDIN_FILENO, JOB_MOST_BYTES, &foreign, &diag)
                       : file_read(name, JOB_MOST_BYTES, &foreign, NULL, &diag);
    if (is_read) {
        text_clean(text, strbuf_view(&foreign), CLEAN_PROSE);
    } else {
        cli_fail(CLI_USAGE, &diag, name);
    }
    strbuf_done(&foreign);
    return is_read;
}
