// The program's edge to the terminal: the only code that sees ncurses, termios and signal handlers. There is one
// terminal in a process, and only one thread may call these functions (the signal functions excepted).
#ifndef KISEKI_CTERMINAL_H
#define KISEKI_CTERMINAL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// ---- Starting and leaving

typedef enum {
  KISEKI_STARTED,
  // Input or output is not a terminal.
  KISEKI_NOT_A_TERMINAL,
  // The terminal's type is not in terminfo, or it cannot move its cursor.
  KISEKI_UNKNOWN_TERMINAL,
  // The locale asks for another encoding than UTF-8, or there is no UTF-8 locale at all.
  KISEKI_NO_UTF8_LOCALE,
  // The system refused what is needed (descriptors, memory).
  KISEKI_NO_RESOURCES,
} kiseki_start_result;

typedef struct {
  int input;
  int output;
  // NULL for what TERM says.
  const char *type;
  // The width that characters of East Asian Width "Ambiguous" have for the process's wcwidth.
  bool ambiguous_is_wide;
  bool uses_color;
} kiseki_terminal_options;

// Asks a terminal that is not taken yet how many columns it gives U+25CB, a character of ambiguous width. Returns 1 or 2;
// 0 where it does not answer within so many milliseconds or is none that could. What is typed meanwhile goes to `typed`.
int kiseki_ask_ambiguous_columns(
    int input, int output, const char *type, int milliseconds, uint8_t *typed, size_t capacity, size_t *count);

// Takes the terminal: raw mode, alternate screen, bracketed paste. Installs the signal channel first if nobody has.
// From then on the terminal is given back as it was when the process exits, crashes or is told to leave.
kiseki_start_result kiseki_terminal_start(const kiseki_terminal_options *options);

// Gives the terminal back as it was. Does nothing if that is done already.
void kiseki_terminal_leave(void);

// Takes the terminal again after `leave`, or after the process was stopped and somebody else had it. Shows what was
// shown last. Does nothing while the process runs in the background.
void kiseki_terminal_enter(void);

// Whether the terminal is ours: not left, nor stopped and then continued in the background.
bool kiseki_terminal_is_entered(void);

// Stops the process and those it runs with, as Ctrl-Z in a shell does; returns when it goes on. Leave first.
void kiseki_terminal_stop_process(void);

// Stops the process and those it runs with until the terminal listens to them, as programs stop that want to write to it
// from the background. Returns at once where it does already, and where nobody would let them go on.
void kiseki_terminal_wait_in_background(void);

// ---- Showing

typedef struct {
  int columns;
  int rows;
} kiseki_size;

// Asks the terminal for its size and takes it over; all rows have to be drawn again if it changed. Never below 1 × 1;
// 80 × 24 where the terminal does not know.
kiseki_size kiseki_terminal_resize(void);

enum { KISEKI_BOLD = 1, KISEKI_FAINT = 2, KISEKI_UNDERLINE = 4, KISEKI_REVERSE = 8 };
enum { KISEKI_STYLES = 64 };

// Says how cells of a style (0 to KISEKI_STYLES - 1) look: any of the flags above, and a foreground from 0 to 7 (the ANSI colours), or -1
// for the terminal's own, which is also what everything gets without colours. A terminal that has no faint text shows
// it in grey, if it has colours.
void kiseki_terminal_define_style(int style, int foreground, int flags);

// Makes a row blank.
void kiseki_terminal_erase_row(int row);

// Puts one cell: a scalar that takes columns and at most four that take none.
void kiseki_terminal_put(int row, int column, const uint32_t *scalars, int count, int style);

// Brings the terminal to what was put, with its cursor at a place, visible.
void kiseki_terminal_show(int row, int column);

// Makes the next `show` send everything, whatever the terminal is thought to show.
void kiseki_terminal_forget(void);

// ---- Input

typedef enum {
  KISEKI_READ_SOME,
  // Nothing has come.
  KISEKI_READ_NOTHING,
  // The terminal is gone: nothing will come any more.
  KISEKI_READ_GONE,
} kiseki_read_result;

// Reads what has come, without waiting.
kiseki_read_result kiseki_terminal_read(uint8_t *bytes, size_t capacity, size_t *count);

// The bytes that the terminal sends for a key by its terminfo name (kcuu1). Returns their number, 0 if it has none or
// they do not fit.
size_t kiseki_terminal_key_bytes(const char *name, uint8_t *bytes, size_t capacity);

// ---- Signals

enum {
  // The window has another size.
  KISEKI_WINDOW_CHANGED = 1,
  // SIGTERM, or SIGINT or SIGQUIT from outside: save and go.
  KISEKI_TERMINATE = 2,
  // The terminal went away.
  KISEKI_HANG_UP = 4,
  // SIGTSTP from outside: leave the terminal and stop.
  KISEKI_STOP = 8,
  // Goes on after a stop that nobody told us of.
  KISEKI_CONTINUED = 16,
};

// Turns the signals above into bytes of a pipe, and makes SIGPIPE and SIGXFSZ mere errors of the calls that cause
// them. Returns the pipe's readable end (the same one however often it is called), or -1 with errno.
int kiseki_signals_install(void);

// The signals that came since the last call, as flags. Empties the pipe.
int kiseki_signals_take(void);

#endif
