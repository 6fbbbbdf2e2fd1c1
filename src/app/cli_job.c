#include "app/cli_job.h"

#include "app/cli_input.h"
#include "bulletproof/match/job.h"
#include "bulletproof/text/clean.h"

bool cli_job_open(StrBuf *text, const char *name)
{
    Diag diag = {0};
    StrBuf foreign = {0};
    bool is_read = cli_read(name, JOB_MOST_BYTES, &foreign, &diag);
    if (is_read) {
        text_clean(text, strbuf_view(&foreign), CLEAN_PROSE);
    } else {
        cli_fail(CLI_USAGE, &diag, name);
    }
    strbuf_done(&foreign);
    return is_read;
}
