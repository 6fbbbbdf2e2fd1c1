#include "app/cli_job.h"

#include "app/cli_input.h"
#include "app/job_folder.h"
#include "bulletproof/match/job.h"

bool cli_job_open(StrBuf *text, const char *name)
{
    Diag diag = {0};
    StrBuf foreign = {0};
    bool is_read = cli_read(name, JOB_MOST_BYTES, &foreign, &diag);
    if (is_read) {
        is_read = job_text_take(text, strbuf_view(&foreign), &diag);
    }
    if (!is_read) {
        cli_fail(CLI_USAGE, &diag, name);
    }
    strbuf_done(&foreign);
    return is_read;
}
