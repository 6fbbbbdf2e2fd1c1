/* What takes too long for a key to wait: pages, and words that only a dictionary knows. A worker
 * does it with all that the program knows; what it loads, as HarfBuzz and 22 MB of dictionaries,
 * goes with it. Scripts and tests, which want the same at every run, wait for it. */
#include "app/app_inside.h"

bool app_has_work(const App *app)
{
    bool has_pages = app_are_pages_stale(app);
    if (worker_file(&app->worker) >= 0) {
        return has_pages && app->task == APP_TASK_PAGES && !app_are_pages_of(app, &app->asked_of);
    }
    return has_pages || speller_has_questions(app->extras.speller);
}

/* --- the tasks -------------------------------------------------------------------------- */

static void measure(void *context, StrBuf *answer)
{
    app_measure_pages(context, answer);
}

static void look_up(void *context, StrBuf *answer)
{
    const App *app = context;
    speller_answer(app->extras.speller, answer);
}

/* A word was taken for right until now. */
static void take_words(App *app, StrView answer)
{
    if (speller_take(app->extras.speller, answer)) {
        app->has_report = false;
    }
}

static void take(App *app, StrView answer)
{
    if (app->task == APP_TASK_WORDS) {
        take_words(app, answer);
    } else if (app_are_pages_of(app, &app->asked_of)) {
        app_take_pages(app, answer);
    }
}

/* Not to be asked again: without dictionaries every word is right, and pages have no size. */
static void give_up(App *app)
{
    if (app->task == APP_TASK_WORDS) {
        speller_give_up(app->extras.speller);
    } else if (app_are_pages_of(app, &app->asked_of)) {
        app_take_pages(app, view_of(""));
    }
}

/* --- beside, or at once ------------------------------------------------------------------- */

static void work_at_once(App *app, WorkerTask *task)
{
    StrBuf answer = {0};
    task(app, &answer);
    take(app, strbuf_view(&answer));
    strbuf_done(&answer);
}

void app_begin_work(App *app)
{
    if (!app_has_work(app)) {
        return;
    }
    worker_stop(&app->worker); /* it measures what is there no more */
    app->task = app_are_pages_stale(app) ? APP_TASK_PAGES : APP_TASK_WORDS;
    app->asked_of = app_pages_in_hand(app);
    WorkerTask *task = app->task == APP_TASK_PAGES ? measure : look_up;
    if (!app->options.has_workers || !worker_start(&app->worker, task, app)) {
        work_at_once(app, task);
    }
}

void app_take_answer(App *app)
{
    switch (worker_read(&app->worker)) {
    case WORKER_BUSY:
        return;
    case WORKER_DONE:
        take(app, strbuf_view(&app->worker.answer));
        break;
    case WORKER_FAILED:
        give_up(app);
        break;
    }
    strbuf_done(&app->worker.answer);
    if (!app_are_pages_stale(app)) { /* keys rest still: what else there is need not wait */
        app_begin_work(app);
    }
}
