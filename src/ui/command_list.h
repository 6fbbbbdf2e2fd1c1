/* The table of commands; one row makes the command, its keys, its line in the help, its place in
 * the tests. Every row has a key of Esc and a letter, for terminals that keep the others. A row
 * without label or help does not compile. */
#ifndef UI_COMMAND_LIST_H
#define UI_COMMAND_LIST_H

#include "bulletproof/ui/command.h"

/* X(handler, name, keys, contexts, label in the footer, help); by group, as the help shows them. */
/* clang-format off */
#define COMMANDS_OF_FILE(X) \
    X(save,         "save",         "C-s M-s",   ANY, "Save",   "Save the resume to its file") \
    X(export_pdf,   "export-pdf",   "C-p M-p",   ANY, "PDF",    "Write the PDF beside the file, at once") \
    X(quit,         "quit",         "C-q M-q",   ANY, "Quit",   "Leave; asks when something is not saved") \
    X(start,        "start",        "F12 M-Q",   ANY, "Start",  "The start screen: last file, new, samples") \
    X(open,         "open",         "F3 M-y",    ANY, "Open",   "Open the file that is named; without a name, the start screen") \
    X(differences,  "differences",  "M-#",        ANY, "Differences", "What is not saved yet, old and new") \
    X(theme,        "theme",        "M-:",       ANY, "Theme",  "Choose how the page looks; with a name, that theme") \
    X(variant,      "variant",      "M-@",       ANY, "Variant", "Choose the variant to look at and to write, or make one; with a name, that one") \
    X(import,       "import",       "M-<",       ANY, "Import", "Make a resume of a file of JSON Resume or RenderCV") \
    X(export,       "export",       "M->",       ANY, "Export", "Choose a format to write; with a name, that one") \
    X(fetch,        "fetch",        "M-%",       PANES, "Fetch", "Over SSH: the line that fetches the PDF to where you sit") \
    X(suspend,      "suspend",      "M-z",       ANY, "Suspend", "Back to the shell; fg returns") \
    X(repaint,      "repaint",      "C-l M-l",   ANY, "Repaint", "Draw the screen anew")

#define COMMANDS_OF_HELP(X) \
    X(help,         "help",         "F1 M-h",    ANY, "Help",   "The keys that work here, and the guide") \
    X(palette,      "palette",      "C-g F10 M-P", ANY, "Find", "Find what to do, or where to go, by a few letters") \
    X(next_finding, "next-finding", "F8 M-n",    PANES | READING, "Next", "Go to the next finding") \
    X(previous_finding, "previous-finding", "F9 M-N", PANES | READING, "Previous", "Go to the finding before") \
    X(explain,      "explain",      "F7 M-e",    PANES | READING, "Explain", "Why the finding matters, with an example") \
    X(waive,        "waive",        "F6 M-m",    PANES | READING, "Waive", "Leave the finding alone, and say why") \
    X(add_word,     "add-word",     "F5 M-S",    PANES | READING, "Add word", "The word in question is right: keep it among your own") \
    X(file_faults,  "file-faults",  "M-!",       PANES | READING, "File", "What is in the file and cannot be shown here, by line") \
    X(evidence,     "evidence",     "M-M",       PANES | READING | PROMPT, "Evidence", "Skills and the bullets that show them; what is only listed, only shown")  \
    X(job,          "job",          "M-&",       PANES | READING | PROMPT, "Vacancy", "What a vacancy asks for, and what the resume says of it") \
    X(jobs,         "jobs",         "M-*",       PANES | READING | PROMPT, "Vacancies", "Choose among the saved vacancies; paste another, or read it from a file") \
    X(order_for_job, "order-for-job", "M-+",     PANES, "Order", "What the vacancy asks for comes first: groups of skills, bullets of each entry")

#define COMMANDS_OF_PANES(X) \
    X(go_to,        "go-to",        "M-; F11",   PANES | PROMPT, "Go to", "Go to a section or an entry by a few letters of its name") \
    X(next_pane,    "next-pane",    "Tab M-o",   PANES, "Panes", "To the next pane") \
    X(previous_pane, "previous-pane", "S-Tab M-i", PANES, "Panes", "To the pane before") \
    X(fold_outline, "fold-outline", "F4 M-t",    PANES, "Fold",  "Hide or show the list of sections") \
    X(plain,        "plain",        "M-_",       ANY, "Plain", "For screen readers: one part below the other, states in words; again: back") \
    X(outline_up,   "outline-up",   "Up M-K", OUTLINE, "Up", "One row up in the list of sections") \
    X(outline_down, "outline-down", "Down M-J",  OUTLINE, "Down", "One row down in the list of sections") \
    X(outline_first, "outline-first", "Home PageUp M-g", OUTLINE, "First", "To the first section") \
    X(outline_last, "outline-last", "End PageDown M-G", OUTLINE, "Last", "To the last section") \
    X(outline_enter, "outline-enter", "Enter Right M-j M-L", OUTLINE, "Write", "Write in this section") \
    X(pages,        "pages",        "M-?",       PANES | READING, "Pages", "The pages as a parser reads them; again: as they fall on paper") \
    X(page_beside,  "page-beside", "M-|",        PANES, "Beside", "Beside the text in a wide window: the page on paper, or as a parser reads it")

#define COMMANDS_OF_CURSOR(X) \
    X(left,         "left",         "Left M-H",  FIELD | WALK, "Left",  "One character left, across fields") \
    X(right,        "right",        "Right M-L", FIELD | WALK, "Right", "One character right, across fields") \
    X(up,           "up",           "Up M-K",    FIELD, "Up",    "One row up") \
    X(down,         "down",         "Down M-J",  FIELD, "Down",  "One row down") \
    X(word_left,    "word-left",    "C-Left M-b", FIELD | WALK, "Word left", "To the start of the word") \
    X(word_right,   "word-right",   "C-Right M-f", FIELD | WALK, "Word right", "To the next word") \
    X(line_start,   "line-start",   "Home C-a M-a", FIELD | WALK, "Line start", "To the start of the row") \
    X(line_end,     "line-end",     "End C-e M-A", FIELD | WALK, "Line end", "To the end of the row") \
    X(page_up,      "page-up",      "PageUp M-v", FIELD, "Page up", "One screen up") \
    X(page_down,    "page-down",    "PageDown M-V", FIELD, "Page down", "One screen down") \
    X(entry_before, "entry-before", "C-Up M-w",  FIELD, "Entry above", "To the entry above") \
    X(entry_after,  "entry-after",  "C-Down M-W", FIELD, "Entry below", "To the entry below") \
    X(section_start, "section-start", "C-Home M-g", FIELD, "Top", "To the first field of the section") \
    X(section_end,  "section-end",  "C-End M-G", FIELD, "Bottom", "To the last place of the section")

#define COMMANDS_OF_SEARCH(X) \
    X(search,       "search",       "C-f M-/",   PANES | PROMPT, "Search", "Search for words in the whole resume; again: the next match") \
    X(search_next,  "search-next",  "M-.",       PANES, "Next match", "To the next match of what was searched for") \
    X(search_previous, "search-previous", "M-,", PANES, "Match before", "To the match before") \
    X(replace,      "replace",      "M-R",       PANES | PROMPT, "Replace", "Replace words in the whole resume, one by one or all") \
    X(replace_this, "replace-this", "y Enter M-j", REPLACE, "This", "Replace this match and go to the next one") \
    X(replace_skip, "replace-skip", "n Down Tab M-J", REPLACE, "Skip", "Leave this match and go to the next one") \
    X(replace_rest, "replace-rest", "a M-a",     REPLACE, "All", "Replace this match and all below, as one step of undo")

#define COMMANDS_OF_TEXT(X) \
    X(enter,        "enter",        "Enter M-j", FIELD, "Split", "Split the bullet or add one; next field; new line in prose") \
    X(backspace,    "backspace",    "Backspace C-h M-B", FIELD | WALK, "Erase", "Erase to the left; at the start of a bullet, join it with the one before") \
    X(delete,       "delete",       "Delete C-d M-F", FIELD | WALK, "Delete", "Erase to the right; at the end of a bullet, join the next one") \
    X(kill_word_left, "kill-word-left", "C-w M-Backspace M-D", FIELD | WALK, "Cut word", "Cut the word to the left") \
    X(kill_word_right, "kill-word-right", "C-Delete M-d", FIELD | WALK, "Cut word", "Cut the word to the right") \
    X(kill_line,    "kill-line",    "C-k M-k",   FIELD | WALK, "Cut line", "Cut to the end of the line") \
    X(insert_killed, "insert-killed", "C-u M-c", FIELD | WALK, "Put back", "Insert what was cut last") \
    X(edit_outside, "edit-outside", "M-$",       FIELD, "Editor", "Write this text in the editor that $VISUAL or $EDITOR names") \
    X(undo,         "undo",         "C-z M-u",   PANES | WALK, "Undo",  "Undo the last change") \
    X(redo,         "redo",         "C-y M-r",   PANES | WALK, "Redo",  "Make the change again")

#define COMMANDS_OF_ITEMS(X) \
    X(add_item,     "add-item",     "Insert C-o M-Enter M-I", FIELD, "Add", "Add a bullet or a word below this one") \
    X(add_entry,    "add-entry",    "C-n M-E",   PANES, "New",   "Add an entry: a position, a group of skills, a project") \
    X(copy_item,    "copy-item",    "C-c M-Y",   PANES, "Copy",  "Copy this bullet, word or entry, for here and for other programs") \
    X(copy_field,   "copy-field",   "M-=",       FIELD, "Copy text", "Copy the text of this field alone") \
    X(web_form,     "web-form",     "M-(",       PANES | PROMPT, "Web form", "Field by field for a form on the web: Enter copies one, and goes to the next") \
    X(remove_item,  "remove-item",  "C-x M-x",   FIELD, "Cut",   "Remove this bullet, word or entry; it can be put elsewhere") \
    X(remove_entry, "remove-entry", "C-x Delete M-X", OUTLINE, "Cut", "Remove this entry; it can be put elsewhere") \
    X(put_item,     "put-item",     "C-v M-Z",   PANES, "Put",   "Put what was copied or cut below this one, or into this entry") \
    X(move_up,      "move-up",      "M-Up S-Up C-r M-U", PANES, "Move up", "Move this bullet, word or entry up") \
    X(move_down,    "move-down",    "M-Down S-Down C-t M-T", PANES, "Move down", "Move this bullet, word or entry down") \
    X(tag,          "tag",          "M-'",       PANES, "Tag", "Tags of this bullet, group or entry: variants take what has one of theirs, and what has none") \
    X(hide,         "hide",         "M--",      PANES, "Hide", "Keep this bullet or entry off the page, or put it back there")

#define COMMANDS_OF_WALK(X) \
    X(walkthrough,  "walkthrough",  "F2 M-2",    ANY, "Guide me", "Question by question to a resume; goes on where it was left") \
    X(walk_next,    "walk-next",    "Enter Tab PageDown M-j", WALK, "Next", "Keep the answer and go to the next question") \
    X(walk_back,    "walk-back",    "S-Tab PageUp M-i", WALK, "Back", "Go back to the question before") \
    X(walk_leave,   "walk-leave",   "Esc M-C",   WALK, "Leave",  "Leave the walkthrough; it goes on from here") \
    X(walk_up,      "walk-up",      "Up M-K",    WALK, "Up",     "To the answer or the row above") \
    X(walk_down,    "walk-down",    "Down M-J",  WALK, "Down",   "To the answer or the row below")

#define COMMANDS_OF_READING(X) \
    X(close,        "close",        "Esc M-C",   READING | CONTEXT_CHOICE | PROMPT | REPLACE, "Close", "Close this and go on writing") \
    X(topic_before, "topic-before", "Left S-Tab M-H", READING, "Back", "To the topic of the guide before") \
    X(topic_after,  "topic-after",  "Right Tab M-L", READING, "Topics", "To the next topic of the guide") \
    X(scroll_up,    "scroll-up",    "Up M-K",    READING, "Up",    "One row up") \
    X(scroll_down,  "scroll-down",  "Down Enter M-J", READING, "Down", "One row down") \
    X(scroll_page_up, "scroll-page-up", "PageUp Backspace M-v", READING, "Page up", "One screen up") \
    X(scroll_page_down, "scroll-page-down", "PageDown Space M-V", READING, "More", "One screen down") \
    X(choice_before, "choice-before", "Up Left S-Tab M-K", CHOICE, "Up", "To the answer before") \
    X(choice_after, "choice-after", "Down Right Tab M-J", CHOICE, "Down", "To the next answer") \
    X(choose,       "choose",       "Enter M-j", CHOICE, "Choose", "Take this answer")

#define COMMANDS_OF_PROMPT(X) \
    X(prompt_take,  "prompt-take",  "Enter M-j", PROMPT, "OK",    "Do what is chosen") \
    X(prompt_before, "prompt-before", "Up S-Tab M-K", PROMPT, "Previous", "To the one before") \
    X(prompt_after, "prompt-after", "Down Tab M-J", PROMPT, "Next", "To the next one") \
    X(prompt_page_up, "prompt-page-up", "PageUp M-v", PROMPT, "Page up", "One screen up") \
    X(prompt_page_down, "prompt-page-down", "PageDown M-V", PROMPT, "More", "One screen down") \
    X(prompt_left,  "prompt-left",  "Left M-H", PROMPT, "Left", "One character left in the line") \
    X(prompt_right, "prompt-right", "Right M-L", PROMPT, "Right", "One character right in the line") \
    X(prompt_start, "prompt-start", "Home C-a M-a", PROMPT, "Start", "To the start of the line") \
    X(prompt_end,   "prompt-end",   "End C-e M-A", PROMPT, "End",  "To the end of the line") \
    X(prompt_erase, "prompt-erase", "Backspace C-h M-B", PROMPT, "Erase", "Erase to the left") \
    X(prompt_delete, "prompt-delete", "Delete C-d M-F", PROMPT, "Delete", "Erase to the right") \
    X(prompt_erase_word, "prompt-erase-word", "C-w M-Backspace M-D", PROMPT, "Erase word", "Erase the word to the left") \
    X(prompt_respell, "prompt-respell", "C-t M-T", PROMPT, "Spell so", "In the comparison with a vacancy: spell what is said in other words as the employer does") \
    X(prompt_differ, "prompt-differ", "C-o M-I", PROMPT, "Compare", "Among variants: what this one has otherwise than the one in hand, in words") \
    X(prompt_edit,  "prompt-edit",  "C-n M-E", PROMPT, "Edit", "Among variants: its headline, summary, theme, order and vacancy") \
    X(prompt_rename, "prompt-rename", "C-r M-U", PROMPT, "Rename", "Give the variant or the saved vacancy that is chosen another name") \
    X(prompt_remove, "prompt-remove", "C-x M-X", PROMPT, "Delete", "Delete the variant or, after a question, the saved vacancy that is chosen") \
    X(prompt_erase_all, "prompt-erase-all", "C-u C-k M-k", PROMPT, "Erase all", "Erase the line")

#define COMMANDS_OF_LETTERS(X) \
    X(letters_command, "letters-command", "M-`", FIELD | COMMAND, "Command", "Letters are commands until i writes again (with vi-keys)") \
    X(write_here,   "write-here",   "i",         COMMAND, "Write", "Letters write again, at the cursor") \
    X(write_behind, "write-behind", "a",         COMMAND, "Write", "Letters write again, behind the cursor") \
    X(write_at_start, "write-at-start", "I",     COMMAND, "Write", "Letters write again, at the start of the row") \
    X(write_at_end, "write-at-end", "A",         COMMAND, "Write", "Letters write again, at the end of the row") \
    X(write_below,  "write-below",  "o",         COMMAND, "Write", "Letters write again, in a new bullet or word below")

#define COMMAND_GROUPS(G) \
    G(FILE,    "File")            \
    G(HELP,    "Help and findings") \
    G(PANES,   "Panes")           \
    G(CURSOR,  "Moving")          \
    G(SEARCH,  "Searching and replacing") \
    G(TEXT,    "Writing")         \
    G(ITEMS,   "Bullets, words, entries") \
    G(WALK,    "The guided walkthrough") \
    G(READING, "Here and in questions") \
    G(PROMPT,  "Finding by a few letters") \
    G(LETTERS, "Letters as commands: vi-keys in config.yaml")
/* clang-format on */

#define X(handler, name, keys, contexts, label, help) bool command_##handler(Editor *editor);
#define G(id, title)                                  COMMANDS_OF_##id(X)
COMMAND_GROUPS(G)
#undef G
#undef X

typedef struct {
    const char *title;
    const Command *commands; /* borrowed */
    size_t count;
} CommandGroup;

const CommandGroup *command_groups(size_t *count);

#endif
