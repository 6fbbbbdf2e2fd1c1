/* The inside of the editor: what is in hand, and what is derived from it. */
#ifndef UI_EDITOR_STATE_H
#define UI_EDITOR_STATE_H

#include "bulletproof/base/strbuf.h"
#include "bulletproof/ui/editor.h"
#include "ui/form.h"
#include "ui/frame.h"
#include "ui/job_sheet.h"
#include "ui/prompt.h"
#include "ui/search.h"
#include "ui/section.h"
#include "ui/walk.h"

typedef enum {
    PANE_OUTLINE,
    PANE_FORM,
    PANE_WALK, /* the guided walkthrough, over all panes */
} Pane;

typedef enum {
    OVERLAY_NONE,
    OVERLAY_HELP,
    OVERLAY_EXPLANATION,
    OVERLAY_DIFFERENCES,
    OVERLAY_READING, /* the pages as a parser reads them */
    OVERLAY_MAP,     /* the pages as they fall on paper */
} Overlay;

typedef struct {
    char *label;         /* owned */
    RequestKind request; /* of choosing it; REQUEST_NONE only closes the question */
    char *argument;      /* owned */
} Choice;

enum { QUESTION_MOST_CHOICES = 8 };

typedef struct {
    bool is_open;
    char *title, *detail; /* owned */
    StrBuf lines;         /* below the detail, as far as there is room */
    Choice choices[QUESTION_MOST_CHOICES];
    size_t count, selected;
} Question;

/* Where one was, to go back there. */
typedef struct {
    Pane pane;
    size_t section;
    NodeId entry;
    Place cursor;
    int form_top;
} View;

typedef struct {
    StrBuf needle, replacement; /* used last */
    TextMatch shown;            /* in hand */
    size_t index, count;        /* of it among all; count 0: none is in hand */
    size_t replaced;            /* so far */
    View origin;
} Search;

/* All that the user can change without changing the document. */
typedef struct {
    Pane pane;
    size_t section;
    NodeId entry; /* on which the outline's bar stands; 0: on the section itself */
    Place cursor;
    Place waived_at;   /* where a finding was waived: Enter goes back there from the reason */
    NodeId new_waiver; /* made for it; goes again when it is left without a reason */
    uint64_t waiver_revision;  /* of the document when it was made */
    int goal_column;           /* of going up and down, in the form; -1: where the cursor is */
    int form_top, outline_top; /* rows scrolled away */
    bool is_outline_folded;
    bool is_plain;   /* for screen readers: linear, states in words */
    bool has_reader; /* beside the panes: the page as a parser reads it, not as it falls on paper */
    char *variant;   /* owned; the name of the one that is looked at; NULL: the whole resume */
    Walk walk;       /* the question in hand, of the pane for it */
    size_t walk_choice;
    bool has_letter_commands; /* in texts, with vi-style keys */
    Overlay overlay;
    int overlay_top;
    size_t help_topic; /* 0: the keys */
    StrBuf help_query; /* what the help is searched for */
    Question question;
    Prompt prompt; /* over everything else */
    char *subject; /* owned; what the line is about: is renamed or tagged; NULL: nothing */
    NodeId tagged; /* the list of tags that is edited */
    Search search;
    StrBuf message;
    Role message_role;
} UiState;

struct Editor {
    Document *document; /* borrowed */
    UiState state;
    Judgement judgement;   /* reports borrowed */
    EvidenceList evidence; /* borrowed; as it was when it was asked for */
    JobSheet job;          /* compared while it is looked at */
    StrBuf saved_jobs;     /* a line each: its name, a tab, how it begins */
    Form form;             /* derived: the section in hand */
    int rows, columns;
    Keymap keymap;
    bool has_vi_keys;
    StrBuf killed; /* what was cut last */
    Node *copied;  /* owned; the item that was copied or cut last; NULL: none */
    StrBuf draft;  /* derived: the bullet that the walkthrough composes */
    RequestKind request;
    StrBuf request_argument;
    StrView argument;   /* of the command that runs; borrowed for that long */
    bool is_escaped;    /* the next key is with Alt */
    bool keeps_goal;    /* the command that runs goes up or down */
    char *file, *pages; /* owned; NULL where not known */
    StrBuf reading;     /* of the pages; empty where not known */
    StrBuf map;         /* the same on paper */
    StrBuf side_map;    /* the same, as wide as the column for it */
    StrBuf differences; /* a title and lines, for their overlay */
};

Frame editor_frame(const Editor *editor);
Context editor_context(const Editor *editor);
/* Where the keys go when no line is typed. */
Context editor_context_below(const Editor *editor);
/* The same without the help or the reason of a finding. */
Context editor_context_of_panes(const Editor *editor);
/* Letters are commands where the keys go now. */
bool editor_takes_letters(const Editor *editor);
Section editor_section(const Editor *editor);
const Node *editor_section_node(const Editor *editor);
/* The node under the cursor; NULL where it stands nowhere. */
const Node *editor_node(const Editor *editor);
/* Brings form and scrolling up to date with document and cursor. */
void editor_settle(Editor *editor);
/* Builds the form for the document and the cursor as they are now. */
void editor_update_form(Editor *editor);
void editor_request(Editor *editor, RequestKind request, const char *argument);
/* The cursor goes to the first place of the section in hand. */
void editor_go_to_section(Editor *editor, size_t section);
/* Whether the judgement is about the text under the cursor as it is now. */
bool editor_is_judged(const Editor *editor);

/* Copies a sentence with the keys in place of KEY_OF, and what foreign text is in it printable. */
void editor_add_sentence(StrBuf *out, const Editor *editor, StrView text);

void question_close(Question *question);

bool editor_is_walking(const Editor *editor);
/* Brings the question in hand up to date with the document. */
void walk_settle(Editor *editor);
/* The bullet says what its answers say by now. */
void walk_keep(Editor *editor);
/* Chooses the answer that is pointed at; the one that is chosen is taken. */
void walk_press(Editor *editor, Pointer pointer);
/* A letter in an answer, or the number of a choice; false when the field would grow too long. */
bool walk_type(Editor *editor, StrView letter);

#endif
