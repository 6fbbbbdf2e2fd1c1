/* Commands of vi-style keys: letters are commands, or they write. */
#include "ui/command_list.h"
#include "ui/editor_state.h"
#include "ui/text_area.h"

static bool begin_to_write(Editor *editor)
{
    editor->state.has_letter_commands = false;
    return true;
}

bool command_letters_command(Editor *editor)
{
    if (!editor->has_vi_keys) {
        editor_say(editor, ROLE_MESSAGE,
                   "Letters are commands with \"vi-keys: on\" in config.yaml.");
        return false;
    }
    editor->state.has_letter_commands = true;
    return true;
}

bool command_write_here(Editor *editor)
{
    return begin_to_write(editor);
}

bool command_write_behind(Editor *editor)
{
    text_area_right(editor->document, &editor->state.cursor);
    return begin_to_write(editor);
}

bool command_write_at_start(Editor *editor)
{
    command_line_start(editor);
    return begin_to_write(editor);
}

bool command_write_at_end(Editor *editor)
{
    command_line_end(editor);
    return begin_to_write(editor);
}

bool command_write_below(Editor *editor)
{
    begin_to_write(editor);
    return command_add_item(editor);
}
