/* Commands that reach outside of the editor: it asks, the application does. */
#include "bulletproof/export/format.h"
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/pane_commands.h"

static bool request(Editor *editor, RequestKind kind)
{
    StrBuf argument = {0};
    strbuf_add_view(&argument, editor->argument);
    editor_request(editor, kind, strbuf_text(&argument));
    strbuf_done(&argument);
    return true;
}

bool command_save(Editor *editor)
{
    return request(editor, REQUEST_SAVE);
}

bool command_export_pdf(Editor *editor)
{
    editor_request(editor, REQUEST_EXPORT, NULL);
    return true;
}

/* "Word: a document for …" */
static void offer_format(Editor *editor, const ExportFormat *format)
{
    StrBuf label = {0};
    strbuf_addf(&label, "%s: %s", format->label, format->help);
    editor_offer(editor, strbuf_text(&label), REQUEST_EXPORT, format->name);
    strbuf_done(&label);
}

bool command_export(Editor *editor)
{
    if (editor->argument.length > 0) {
        return request(editor, REQUEST_EXPORT);
    }
    editor_ask(editor, "In which format?",
               "It is written beside the file. All say the words of the page in its order.");
    for (size_t i = 0; i < FORMAT_COUNT; i++) {
        offer_format(editor, &export_formats[i]);
    }
    return true;
}

bool command_quit(Editor *editor)
{
    return request(editor, REQUEST_QUIT);
}

bool command_start(Editor *editor)
{
    return request(editor, REQUEST_START);
}

bool command_open(Editor *editor)
{
    return request(editor, editor->argument.length > 0 ? REQUEST_OPEN : REQUEST_START);
}

/* Without a name it is asked for. */
bool command_import(Editor *editor)
{
    if (editor->argument.length > 0) {
        return request(editor, REQUEST_IMPORT);
    }
    editor->state.overlay = OVERLAY_NONE;
    prompt_open(&editor->state.prompt, PROMPT_IMPORT);
    return true;
}

bool import_take(Editor *editor)
{
    Prompt *prompt = &editor->state.prompt;
    prompt_close(prompt);
    if (prompt->text.length > 0) {
        editor_request(editor, REQUEST_IMPORT, strbuf_text(&prompt->text));
    }
    return prompt->text.length > 0;
}

bool command_differences(Editor *editor)
{
    if (editor->state.overlay == OVERLAY_DIFFERENCES) {
        editor->state.overlay = OVERLAY_NONE;
        return true;
    }
    return request(editor, REQUEST_DIFFERENCES);
}

bool command_theme(Editor *editor)
{
    return request(editor, REQUEST_THEME);
}

bool command_file_faults(Editor *editor)
{
    if (editor->state.overlay == OVERLAY_DIFFERENCES) {
        editor->state.overlay = OVERLAY_NONE;
        return true;
    }
    return request(editor, REQUEST_FAULTS);
}

bool command_suspend(Editor *editor)
{
    return request(editor, REQUEST_SUSPEND);
}

bool command_repaint(Editor *editor)
{
    return request(editor, REQUEST_REPAINT);
}

bool command_fetch(Editor *editor)
{
    return request(editor, REQUEST_FETCH);
}

bool command_edit_outside(Editor *editor)
{
    if (editor->state.cursor.field == FIELD_COUNT) {
        editor_say(editor, ROLE_MESSAGE, "There is no text here yet.");
        return false;
    }
    return request(editor, REQUEST_OUTSIDE);
}
