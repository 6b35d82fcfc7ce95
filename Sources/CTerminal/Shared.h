// What the parts of CTerminal say to each other.
#ifndef KISEKI_CTERMINAL_SHARED_H
#define KISEKI_CTERMINAL_SHARED_H

#include <signal.h>
#include <termios.h>

#include "CTerminal.h"

// Widths.c

// The width of ambiguous characters from now on. To be set before ncurses starts.
void kiseki_widths_set_ambiguous(bool is_wide);

// Locale.c

// Makes the C library, and with it ncurses, write UTF-8. Returns false where that would be wrong or cannot be.
bool kiseki_locale_use_utf8(void);

// Capabilities.c

// Whether terminfo knows a type of terminal (NULL for what TERM says), and a way to move its cursor.
bool kiseki_can_move_cursor(const char *type, int output);

// Whether terminals of a type (NULL for what TERM says) understand the sequences of ECMA-48.
bool kiseki_type_is_ansi(const char *type, int output);

// Whether the terminal that was started understands the sequences of ECMA-48, and so passes over modes that it does
// not know.
bool kiseki_is_ansi(void);

// The bytes that bring the terminal that was started back from the alternate screen. Returns their number.
size_t kiseki_leaving_bytes(char *bytes, size_t capacity);

// Restore.c

// Remembers how to give the terminal behind a descriptor back: its settings, and the bytes to send it.
void kiseki_restore_remember(int output, const struct termios *settings, const char *bytes, size_t count);

// Whether the terminal is ours at the moment, and so has to be given back.
void kiseki_restore_set_needed(bool is_needed);

// Whether the terminal behind a descriptor listens to us, and not to the shell that we run behind or to another job.
// A terminal without job control always does.
bool kiseki_is_in_foreground(int descriptor);

// From now on gives the terminal back at exit and before a crash is dealt with as it would have been.
void kiseki_restore_at_exit_and_crash(void);

// Screen.c

// The descriptor that input is read from; -1 before the start.
int kiseki_terminal_input(void);

// Signals.c

// Whether a signal has come since it was taken or forgotten last.
bool kiseki_signals_has_come(int flag);

// Forgets a signal that has come.
void kiseki_signals_forget(int flag);

// Whether SIGTSTP is one of the channel's signals, or does what it did before the program.
void kiseki_signals_catch_stop(bool is_caught);

#endif
