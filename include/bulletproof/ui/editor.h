/* The editor: what is in hand, what a key does to it, and how that looks. Knows no terminal, no
 * file and no clock: what needs those it requests from the one who runs it. */
#ifndef BULLETPROOF_UI_EDITOR_H
#define BULLETPROOF_UI_EDITOR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "bulletproof/check/check.h"
#include "bulletproof/check/evidence.h"
#include "bulletproof/model/document.h"
#include "bulletproof/ui/command.h"
#include "bulletproof/ui/key.h"
#include "bulletproof/ui/pointer.h"
#include "bulletproof/ui/role.h"
#include "bulletproof/ui/surface.h"

/* Where the cursor is. */
typedef struct {
    NodeId node;   /* 0: nowhere */
    FieldId field; /* FIELD_COUNT: at a list, where its next item would be */
    size_t offset; /* bytes, at the border of two graphemes */
} Place;

/* What the checker says, for the screen. The reports' memory is the caller's. */
typedef struct {
    const ResumeReport *resume;   /* NULL: not checked yet */
    Place about;                  /* the text that the two below judge, as it is now */
    const BulletReport *bullet;   /* NULL: no bullet in hand */
    const SummaryReport *summary; /* NULL: no summary in hand */
} Judgement;

typedef enum {
    REQUEST_NONE,
    REQUEST_SAVE,
    REQUEST_SAVE_OVER,     /* what others wrote meanwhile is lost */
    REQUEST_SAVE_AND_QUIT, /* leaves only when it was saved */
    REQUEST_RELOAD,        /* what is not saved is lost */
    REQUEST_MERGE,         /* what is here with what others wrote */
    REQUEST_RECOVER,       /* edits of a run that did not end well */
    REQUEST_KEEP_APART,    /* what is not saved, in a file of its own */
    REQUEST_READ_ONLY,     /* a file that another process has: look at it … */
    REQUEST_TAKE_OVER,     /* … end that process, and have its edits … */
    REQUEST_EDIT_TOO,      /* … or edit beside it */
    REQUEST_DISCARD,       /* the edits of that run, never to be seen again */
    REQUEST_EXPORT,        /* argument: the format's name; empty: the PDF */
    REQUEST_EXPORT_OVER,   /* the same, over a file that is not ours */
    REQUEST_OPEN,          /* argument: the file */
    REQUEST_IMPORT,        /* argument: the file; empty: asks for its name */
    REQUEST_NEW,
    REQUEST_GUIDED, /* a new resume, by the walkthrough */
    REQUEST_FINISH, /* saves and writes the PDF */
    REQUEST_SAMPLE, /* argument: junior, mid or senior */
    REQUEST_THEME,  /* argument: its name; empty: asks which */
    REQUEST_START,  /* the start screen */
    REQUEST_HELP,
    REQUEST_DIFFERENCES, /* what is not saved, or what the question is about */
    REQUEST_FAULTS,      /* of the file */
    REQUEST_QUIT,        /* asks when something is not saved */
    REQUEST_LEAVE,       /* without asking */
    REQUEST_SUSPEND,
    REQUEST_REPAINT,
    REQUEST_ADD_WORD,   /* argument: the word that is right */
    REQUEST_OUTSIDE,    /* the text in hand in the editor that the environment names */
    REQUEST_FETCH,      /* how to fetch the PDF over SSH */
    REQUEST_EVIDENCE,   /* skills against bullets: answered by editor_show_evidence */
    REQUEST_JOB,        /* the job description: answered by editor_show_job */
    REQUEST_KEEP_JOB,   /* argument: the text of one, to be kept beside the resume */
    REQUEST_JOBS,       /* the saved ones: answered by editor_show_jobs */
    REQUEST_TAKE_JOB,   /* argument: its name; the resume or the variant names it from now on */
    REQUEST_READ_JOB,   /* argument: the path of one, to be compared and kept */
    REQUEST_RENAME_JOB, /* argument: the old and the new name, a line each */
    REQUEST_REMOVE_JOB, /* argument: its name */
    REQUEST_ORDER,      /* what the vacancy asks for first: answered by editor_offer_order … */
    REQUEST_ORDER_NOW,  /* … and when the user has said so by editor_order_now */
    REQUEST_COPY,       /* argument: clean text for other programs */
} RequestKind;

typedef struct {
    RequestKind kind;
    StrView argument; /* borrowed until the next call that changes the editor */
} Request;

/* Owned by the caller. Shows nothing until editor_show. */
Editor *editor_new(void);
void editor_free(Editor *editor);

/* Keys other than the defaults, copied. With `has_letters` letters are commands until `i` writes,
 * as keymap_add_vi has bound them. */
void editor_set_keys(Editor *editor, const Keymap *keymap, bool has_letters);

/* For screen readers: one part of the screen below the other, no lines, states in words. */
void editor_set_plain(Editor *editor, bool is_plain);

/* Takes another document in hand, borrowed until the next call or editor_free. */
void editor_show(Editor *editor, Document *document);
/* The name of the file for the header, copied; NULL: none yet. */
void editor_set_file(Editor *editor, const char *name);
/* A few words about the pages for the footer, such as "1 page, 83 % full"; copied. */
void editor_set_pages(Editor *editor, const char *note);
/* The pages as a parser reads them, a line each; copied. Shown where the screen has room. */
void editor_set_reading(Editor *editor, StrView reading);
/* The pages as they fall on paper, EDITOR_MAP_COLUMNS wide, a row a line; copied. */
void editor_set_map(Editor *editor, StrView map);
enum { EDITOR_MAP_COLUMNS = 78 };
/* The columns that there are beside the panes for a map of the pages; 0: none. */
int editor_side_columns(const Editor *editor);
/* A map of that width; copied. */
void editor_set_side_map(Editor *editor, StrView map);
void editor_resize(Editor *editor, int rows, int columns);

void editor_key(Editor *editor, Key key);
/* As editor_key() for each of them, at the cost of one where they are letters for a field. */
void editor_keys(Editor *editor, const Key keys[], size_t count);
/* The first button puts the cursor, chooses a row and, on the row that is chosen, takes it; on the
 * names in the footer it runs commands. The wheel goes up and down in what is in hand. */
void editor_point(Editor *editor, Pointer pointer);
/* What was pasted, as it came. Line ends between bullets make bullets. */
void editor_paste(Editor *editor, StrView foreign);
/* A command's name, with its argument after a blank. False when there is none of that name. */
bool editor_run(Editor *editor, StrView line);
/* What the last key asked for; it is asked for once. */
Request editor_take_request(Editor *editor);

Place editor_place(const Editor *editor);
/* Puts the cursor there, or as near as there is. */
void editor_go(Editor *editor, Place place);
/* The bullet that the walkthrough is composing and what it says by now; 0: none. */
NodeId editor_draft(const Editor *editor, StrView *text);
/* What is shown of the checker from now on; the reports are borrowed until the next call. */
void editor_set_judgement(Editor *editor, const Judgement *judgement);

/* Opens the crossing of skills and bullets; its memory is borrowed until the next call. */
void editor_show_evidence(Editor *editor, const EvidenceList *evidence);

/* Takes a job description in hand, clean prose, copied; an empty one: none. The name is that of its
 * file; NULL: it has none … */
void editor_set_job(Editor *editor, const char *name, StrView text);
/* … and the one it has got. */
void editor_name_job(Editor *editor, const char *name);
/* Opens the comparison with it. */
void editor_show_job(Editor *editor);
/* Asks whether what it asks for shall come first, and shows what that moves. False when there is
 * no job description in hand. */
bool editor_offer_order(Editor *editor);
/* Moves it, in one step of undo. */
void editor_order_now(Editor *editor);

/* Opens the choice among saved job descriptions, a line each: its name, a tab, how it begins.
 * Copied. */
void editor_show_jobs(Editor *editor, StrView lines);

/* The variant that is looked at, in the document; NULL: the whole resume. */
const Node *editor_variant(const Editor *editor);
/* Takes the variant of that name in hand, or with "whole" the whole resume. False when there is
 * none of that name. */
bool editor_take_variant(Editor *editor, const char *name);

/* In a sentence for the user, the key that runs a command now: "press " KEY_OF("save") "."; the
 * command's name when it has none. */
#define KEY_OF(command) "\001" command "\001"

/* One line for the user, shown until the next key. */
void editor_say(Editor *editor, Role role, const char *format, ...)
    __attribute__((format(printf, 3, 4)));
/* Asks: the answers are added with editor_offer. A question takes the place of one before it. */
void editor_ask(Editor *editor, const char *title, const char *detail);
void editor_offer(Editor *editor, const char *label, RequestKind request, const char *argument);
/* Lines between the question and its answers, as many as there is room for; those that begin with
 * "- " and "+ " are old and new texts. */
void editor_add_detail(Editor *editor, StrView lines);
bool editor_is_asking(const Editor *editor);
/* Shows such lines over all, until they are closed; the question stays open below. Copied. */
void editor_show_differences(Editor *editor, const char *title, StrView lines);
/* Takes the question away, unanswered. */
void editor_close_question(Editor *editor);

/* A pure function of the editor's state. The surface's size must be that of editor_resize. */
void editor_draw(const Editor *editor, Surface *surface);

#endif
