/* The inside of the application: what it owns. */
#ifndef APP_APP_INSIDE_H
#define APP_APP_INSIDE_H

#include "app/app.h"
#include "app/cuts.h"
#include "app/extras.h"
#include "bulletproof/base/arena.h"
#include "bulletproof/base/worker.h"
#include "bulletproof/check/check.h"
#include "bulletproof/export/format.h"
#include "bulletproof/font/font.h"
#include "bulletproof/model/document.h"
#include "bulletproof/model/theme.h"
#include "bulletproof/store/journal.h"
#include "bulletproof/store/store.h"
#include "bulletproof/ui/editor.h"

/* The journal of the file in hand, and what it held when the file was opened. */
typedef struct {
    Journal *file;        /* owned; NULL: none is written */
    StrBuf log;           /* edits that are not in it yet */
    size_t told_bytes;    /* of the log, when the user was told last that it cannot be written */
    JournalContent found; /* of a run that did not end well, until its user has chosen */
    bool is_undecided;    /* there is something found */
    bool is_unflushed;
    bool is_kept;           /* when the file is left: nobody has said that the edits may go */
    int64_t unflushed_from; /* milliseconds of the monotonic clock */
} JournalState;

/* What pages are measured of. */
typedef struct {
    uint64_t revision; /* of the document, + 1; 0: of none */
    NodeId variant;    /* 0: the whole resume */
    int columns;       /* of the map beside the panes */
} PagesOf;

typedef enum { APP_TASK_PAGES, APP_TASK_WORDS } AppTask;

/* Milliseconds of the monotonic clock. */
int64_t clock_milliseconds(void);

struct App {
    AppOptions options;
    char *state_folder; /* owned; NULL: the last file is not kept */
    char *unremembered; /* owned; the last file, which is not kept yet; NULL: it is */
    char *theme_folder; /* owned; NULL: built-in themes only */
    char *connection;   /* owned; NULL: the user sits at this machine */
    char *data_folder;  /* owned; NULL: no words of the user's own */
    Extras extras;
    Editor *editor;     /* owned */
    Document *document; /* owned */
    Store *store;       /* owned; NULL: no file yet */
    JournalState journal;
    bool is_read_only;    /* another process has the file */
    bool is_change_told;  /* that others have written the file */
    bool is_change_asked; /* a question about it was the last one */
    bool is_leaving;
    int64_t shown_at;  /* milliseconds of the monotonic clock */
    bool is_unpainted; /* the first screen is still to come, and waits for no judgement */
    FrontEnd *front;   /* borrowed, while the loop runs */

    /* What is derived from the document, each with the revision that it was made for. */
    Arena report_arena, live_arena, pages_arena, shown_arena, evidence_arena;
    ResumeReport report;
    ResumeReport shown; /* the report, and what the pages add to it; in `shown_arena` */
    BulletReport bullet;
    SummaryReport summary;
    char *followed_job;  /* owned; the name of the job description that was read; NULL: none was */
    StrBuf unkept_job;   /* a text that is not beside the resume yet */
    bool is_job_refused; /* it could not be written there */
    char *kept_variant;  /* owned; the name that is remembered for the next run */
    uint64_t report_revision;
    PagesOf pages_of;        /* what the editor tells of */
    Place report_place;      /* of the cursor, when the report was made */
    Place typed_place;       /* of the cursor, after the edit that made `typed_revision` */
    uint64_t typed_revision; /* another one than this was typed since */
    bool has_report;

    /* What is done beside, one thing at a time. */
    Worker worker;
    AppTask task;     /* of the worker, or the last one */
    PagesOf asked_of; /* what it began with */

    Fonts *fonts; /* owned; opened when first needed */
    Theme theme;  /* of the fonts */
    char *theme_name;
    bool is_theme_ordered; /* by the settings of the resume, which may have changed since */
    StrBuf theme_fault;    /* that was told; empty: none */
    Cuts cuts;             /* in `pages_arena`: what is too much for the pages there should be */
};

/* Takes another resume in hand, with its store (may be NULL). */
void app_show(App *app, Store *store, Node *root);
/* Makes the resume equal to `target` in one step of undo, and goes there. */
void app_become(App *app, const Node *target);
/* Brings the judgement up to date; what costs a visible delay is left for app_settle_later. */
void app_settle(App *app);
/* True while something waits for a moment without keys. */
bool app_has_later(const App *app);
void app_settle_later(App *app);
/* The part of it that is about what the checker says of the whole resume. */
void app_settle_report(App *app);

/* The file was changed by others: says so once, asks, takes in what they wrote. */
void app_notice_change(App *app);
void app_ask_about_change(App *app);
void app_merge_change(App *app);
/* Shows what is not saved, or what a question is about. */
void app_show_differences(App *app);
/* Writes the unsaved resume to a file of its own, with the name that it adds to `name`. */
bool app_keep_apart(const App *app, Store *store, const Node *root, StrBuf *name, Diag *diag);

/* Shows the faults of the file as it was read or saved last. */
void app_list_faults(App *app);

/* Writes the text in hand in the user's own editor. */
void app_edit_outside(App *app);
/* Compares the resume with the job description that it, or the variant in hand, names … */
void app_show_job(App *app);
/* … and keeps a new one beside it, under a name that it then has; in memory while that cannot be.
 */
void app_keep_job(App *app, const char *text);
/* Keeps what is in memory, and adds its name to `name`. */
bool app_keep_unkept_job(App *app, StrBuf *name, Diag *diag);
void app_keep_job_at_last(App *app);
/* Whether another one is named than was read last, and reading it. */
bool app_is_job_stale(const App *app);
void app_follow_job(App *app);
/* Shows what the order for the vacancy would move, or asks which vacancy. */
void app_offer_order(App *app);
/* The saved ones: choosing among them, taking one, reading one from elsewhere. */
void app_list_jobs(App *app);
void app_take_job(App *app, const char *name);
void app_read_job(App *app, const char *typed);
/* `names`: the old and the new one, a line each. */
void app_rename_job(App *app, const char *names);
void app_remove_job(App *app, const char *name);
/* Tells how to fetch the PDF over SSH. */
void app_fetch(App *app);
/* Makes a resume of a file of another program, beside it, and opens that. */
void app_import(App *app, const char *path);
/* Offers that where the file that was opened is one. */
void app_offer_import(App *app, const char *path);
/* Does what the editor has asked for. */
void app_take_request(App *app);
/* Offers what there is to begin with. */
void app_start(App *app);
/* Where what is looked at goes in that format. Owned by the caller; NULL: there is no file yet. */
char *app_export_path(const App *app, const ExportFormat *format);
/* Writes the format of that name ("": the PDF) beside the file; asks before something is lost. */
void app_export(App *app, const char *name, bool is_forced);

/* Saves; false, with the reason told, when that failed. */
bool app_save(App *app, bool is_forced);
/* Saves and writes the PDF. */
void app_finish(App *app);
/* "STEM.yaml", or the first of STEM-2.yaml … that is not there yet. Owned by the caller. */
char *app_free_name(const char *stem);
/* What was begun without a file gets a name beside where the program was started. */
bool app_name_file(App *app, Diag *diag);
/* The journal: of the file just opened … */
void app_journal_begin(App *app);
/* … of what an event has changed, written before the next one … */
void app_journal_write(App *app);
/* … on the disk, when keys rest … */
void app_journal_flush(App *app);
/* … as well while keys go on … */
void app_journal_flush_due(App *app);
/* … of no more edits, when they are saved … */
void app_journal_saved(App *app);
/* … and of a file that is left. */
void app_journal_end(App *app);
/* Asks what to do with a file that another process has, and does what the user has chosen. */
void app_held_ask(App *app);
void app_held_take(App *app, RequestKind choice);
/* After an event: says why it changed nothing. */
void app_held_tell(App *app);
/* Takes a journal that is open in hand; NULL: none. */
void app_journal_watch(App *app, Journal *journal);
/* Says that there is none. */
void app_journal_refuse(App *app);
/* Makes the document equal to `target`, and starts the journal anew with that. */
void app_journal_restart(App *app, const Node *target);
/* Asks what to do with edits that were found. */
void app_recovery_offer(App *app);
/* Does what the user has chosen for them. */
void app_recovery_take(App *app, RequestKind choice);

/* The name of the theme that the resume, or the variant that is looked at, names. Borrowed. */
const char *app_wanted_theme(const App *app);
/* Opens the theme that the resume names, and its fonts, as their files are now. On failure the
 * standard theme is open. */
bool app_open_theme(App *app, Diag *diag);
/* Gives the resume the theme of that name; with none asks which. */
void app_choose_theme(App *app, const char *name);
/* The resume on its pages, as the editor tells of them: whether what it tells holds still … */
bool app_are_pages_stale(const App *app);
PagesOf app_pages_in_hand(const App *app);
bool app_are_pages_of(const App *app, const PagesOf *measured);
/* … what there is to tell, for app_take_pages() … */
void app_measure_pages(App *app, StrBuf *answer);
/* … and telling it, of the resume as it is now. Nothing is told of an empty answer. */
void app_take_pages(App *app, StrView answer);

/* Work that a key must not wait for: whether there is any to begin … */
bool app_has_work(const App *app);
/* … beginning it, which does it where there are no workers … */
void app_begin_work(App *app);
/* … and taking what a worker has found out. */
void app_take_answer(App *app);

/* Says so when something is wrong with the user's own rules. */
void app_tell_rules(App *app);
/* Keeps a word of the user's own, here and in their data folder. */
void app_add_word(App *app, const char *word);
/* The name of the file edited last; owned by the caller; NULL when it is not known. */
char *app_last_file(const App *app);
/* Keeps it: the name that is in hand now … */
void app_remember_file(App *app, const char *path);
/* … in the state folder, which waits for the disk: when keys rest, or before the name is asked for.
 */
void app_remember(App *app);
/* The path from the root, also of a file that is not there yet. Owned by the caller. */
char *path_absolute(const char *path);
/* The variant in hand: whether the next run does not know of it, telling it that when keys rest,
 * and taking it in hand again. */
bool app_is_variant_unknown(const App *app);
void app_remember_variant(App *app);
void app_recall_variant(App *app);

#endif
