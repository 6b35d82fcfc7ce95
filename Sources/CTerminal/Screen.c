// The screen, by ncurses. ncurses finds out what has to be sent; here stands only what it cannot know.
#define _GNU_SOURCE
#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "Shared.h"

// More than the largest displays show in the smallest letters.
enum { MOST_COLUMNS = 2048, MOST_ROWS = 512 };
// What a terminal has that does not know its size.
enum { USUAL_COLUMNS = 80, USUAL_ROWS = 24 };

static struct {
  SCREEN *screen;
  FILE *input;
  FILE *output;
  bool has_color;
  // Whether the terminal is ours at the moment.
  bool is_entered;
  // Whether ncurses thinks so.
  bool is_drawn_by_curses;
} terminal;

static struct {
  attr_t attributes;
  short pair;
} styles[KISEKI_STYLES];

// ---- Size

static bool ask_size(int output, struct winsize *size) {
  return ioctl(output, TIOCGWINSZ, size) == 0 && size->ws_col > 0 && size->ws_row > 0
      && size->ws_col <= MOST_COLUMNS && size->ws_row <= MOST_ROWS;
}

static int clamped(int value, int most, int usual) {
  return value <= 0 ? usual : value < most ? value : most;
}

kiseki_size kiseki_terminal_resize(void) {
  struct winsize asked = {0};
  ioctl(fileno(terminal.output), TIOCGWINSZ, &asked);
  kiseki_size size = {
      .columns = clamped(asked.ws_col, MOST_COLUMNS, USUAL_COLUMNS),
      .rows = clamped(asked.ws_row, MOST_ROWS, USUAL_ROWS),
  };
  if (size.columns != COLS || size.rows != LINES) {
    resize_term(size.rows, size.columns);
    erase();
    kiseki_terminal_forget();
  }
  return size;
}

// ---- Starting and leaving

static void write_all(const char *bytes) {
  for (size_t left = strlen(bytes); left > 0;) {
    ssize_t count = write(fileno(terminal.output), bytes, left);
    if (count < 0 && errno != EINTR && errno != EAGAIN) return;
    if (count > 0) {
      bytes += count;
      left -= (size_t)count;
    }
  }
}

static void set_paste_marked(bool is_marked) {
  if (kiseki_is_ansi()) write_all(is_marked ? "\033[?2004h" : "\033[?2004l");
}

static FILE *duplicate(int descriptor, const char *mode) {
  int copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 3);
  FILE *file = copy < 0 ? NULL : fdopen(copy, mode);
  if (file == NULL && copy >= 0) close(copy);
  return file;
}

static void forget_earlier_screen(void) {
  kiseki_terminal_leave();
  if (terminal.screen != NULL) delscreen(terminal.screen);
  if (terminal.input != NULL) fclose(terminal.input);
  if (terminal.output != NULL) fclose(terminal.output);
  terminal.screen = NULL;
  terminal.input = NULL;
  terminal.output = NULL;
}

static bool open_screen(const kiseki_terminal_options *options) {
  forget_earlier_screen();
  terminal.input = duplicate(options->input, "r");
  terminal.output = duplicate(options->output, "w");
  if (terminal.input == NULL || terminal.output == NULL) return false;
  struct winsize size;
  use_env(FALSE);
  use_tioctl(ask_size(options->output, &size));
  terminal.screen = newterm(options->type, terminal.output, terminal.input);
  return terminal.screen != NULL;
}

static void set_modes(bool uses_color) {
  raw();
  noecho();
  nonl();
  keypad(stdscr, TRUE);
  // Draws whole frames, also while input is waiting.
  typeahead(-1);
  // Shifts nothing inside a row: terminals do not agree on what that does to wide characters.
  idcok(stdscr, FALSE);
  terminal.has_color = uses_color && has_colors() && start_color() == OK && use_default_colors() == OK;
}

kiseki_start_result kiseki_terminal_start(const kiseki_terminal_options *options) {
  struct termios settings;
  if (!isatty(options->input) || !isatty(options->output)) return KISEKI_NOT_A_TERMINAL;
  if (tcgetattr(options->output, &settings) != 0) return KISEKI_NOT_A_TERMINAL;
  if (!kiseki_locale_use_utf8()) return KISEKI_NO_UTF8_LOCALE;
  if (!kiseki_can_move_cursor(options->type, options->output)) return KISEKI_UNKNOWN_TERMINAL;
  if (kiseki_signals_install() < 0) return KISEKI_NO_RESOURCES;
  kiseki_widths_set_ambiguous(options->ambiguous_is_wide);
  if (!open_screen(options)) {
    tcsetattr(options->output, TCSADRAIN, &settings);
    return KISEKI_NO_RESOURCES;
  }
  char leaving[512];
  size_t count = kiseki_leaving_bytes(leaving, sizeof leaving);
  kiseki_restore_remember(fileno(terminal.output), &settings, leaving, count);
  kiseki_restore_at_exit_and_crash();
  kiseki_restore_set_needed(true);
  set_modes(options->uses_color);
  kiseki_terminal_enter();
  return KISEKI_STARTED;
}

void kiseki_terminal_enter(void) {
  terminal.is_entered = kiseki_is_in_foreground(fileno(terminal.output));
  kiseki_restore_set_needed(terminal.is_entered);
  if (!terminal.is_entered) return;
  if (terminal.is_drawn_by_curses) endwin();
  terminal.is_drawn_by_curses = true;
  kiseki_terminal_resize();
  kiseki_terminal_forget();
  doupdate();
  curs_set(1);
  set_paste_marked(true);
}

void kiseki_terminal_leave(void) {
  if (!terminal.is_entered) return;
  terminal.is_entered = false;
  if (kiseki_is_in_foreground(fileno(terminal.output))) {
    set_paste_marked(false);
    endwin();
    terminal.is_drawn_by_curses = false;
  }
  kiseki_restore_set_needed(false);
}

void kiseki_terminal_stop_process(void) {
  kiseki_signals_catch_stop(false);
  kill(0, SIGTSTP);
  kiseki_signals_catch_stop(true);
  kiseki_signals_forget(KISEKI_CONTINUED);
}

void kiseki_terminal_wait_in_background(void) {
  while (!kiseki_is_in_foreground(fileno(terminal.output))) {
    kiseki_signals_forget(KISEKI_CONTINUED);
    kill(0, SIGTTOU);
    // Nobody has let us go on, and so nothing has stopped us: there is no shell any more that would.
    if (!kiseki_signals_has_come(KISEKI_CONTINUED)) return;
  }
  kiseki_signals_forget(KISEKI_CONTINUED);
}

bool kiseki_terminal_is_entered(void) { return terminal.is_entered; }

int kiseki_terminal_input(void) { return terminal.input == NULL ? -1 : fileno(terminal.input); }

// ---- Showing

static short pair(int foreground) {
  if (!terminal.has_color || foreground < 0 || foreground >= COLORS) return 0;
  short number = (short)(foreground + 1);
  return init_pair(number, (short)foreground, -1) == OK ? number : 0;
}

// Bright black is grey nearly everywhere, but there are palettes of sixteen in which it is the background.
static int grey(void) { return COLORS >= 16 ? COLOR_BLACK + 8 : COLOR_CYAN; }

void kiseki_terminal_define_style(int style, int foreground, int flags) {
  if (style < 0 || style >= KISEKI_STYLES) return;
  bool is_faint_grey = (flags & KISEKI_FAINT) != 0 && (termattrs() & WA_DIM) == 0;
  attr_t attributes = WA_NORMAL;
  if ((flags & KISEKI_BOLD) != 0) attributes |= WA_BOLD;
  if ((flags & KISEKI_FAINT) != 0) attributes |= WA_DIM;
  if ((flags & KISEKI_UNDERLINE) != 0) attributes |= WA_UNDERLINE;
  if ((flags & KISEKI_REVERSE) != 0) attributes |= WA_REVERSE;
  styles[style].attributes = attributes;
  styles[style].pair = pair(is_faint_grey && foreground < 0 ? grey() : foreground);
}

void kiseki_terminal_erase_row(int row) {
  if (move(row, 0) == OK) clrtoeol();
}

void kiseki_terminal_put(int row, int column, const uint32_t *scalars, int count, int style) {
  if (count < 1 || style < 0 || style >= KISEKI_STYLES) return;
  wchar_t text[CCHARW_MAX + 1] = {0};
  for (int index = 0; index < count && index < CCHARW_MAX; index++) text[index] = (wchar_t)scalars[index];
  if (wcwidth(text[0]) < 1) text[0] = L'?', text[1] = 0;
  cchar_t cell;
  // In the last cell of the screen the answer is ERR although the cell is put.
  if (setcchar(&cell, text, styles[style].attributes, styles[style].pair, NULL) == OK) {
    mvadd_wch(row, column, &cell);
  }
}

void kiseki_terminal_show(int row, int column) {
  if (!terminal.is_entered) return;
  move(row, column);
  wnoutrefresh(stdscr);
  doupdate();
}

void kiseki_terminal_forget(void) { clearok(curscr, TRUE); }
