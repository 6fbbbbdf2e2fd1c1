/* Where the user's own things are, by the XDG base directories
 * (https://specifications.freedesktop.org/basedir-spec/). */
#ifndef APP_FOLDERS_H
#define APP_FOLDERS_H

/* Owned by the caller; NULL when there is none. */
char *folder_home(void);
/* Settings, themes and rules of the user. Owned by the caller; NULL when there is no home. */
char *folder_config(void);
/* The themes of the user, within it. Owned by the caller; NULL likewise. */
char *folder_themes(void);
/* The rules of the user, within it. Owned by the caller; NULL likewise. */
char *folder_rules(void);
/* What the program remembers: the last file, journals. Owned by the caller; NULL likewise. */
char *folder_state(void);
/* What the user keeps for the program: words of their own. Owned by the caller; NULL likewise. */
char *folder_data(void);

/* Makes a folder and those above it, for the user alone. */
void folder_make(const char *path);

#endif
