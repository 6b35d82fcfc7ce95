// Asks the terminal itself how wide it shows a character whose width Unicode leaves open.
#include <poll.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "Shared.h"

// U+25CB at the line's beginning, where the cursor is now, and all of it away again.
static const char question[] = "\r\xE2\x97\x8B\033[6n\r\033[K";

static long now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return time.tv_sec * 1000 + time.tv_nsec / 1000000;
}

static size_t digits(const uint8_t *bytes, size_t count, size_t from, int *number) {
  size_t at = from;
  for (*number = 0; at < count && bytes[at] >= '0' && bytes[at] <= '9'; at++) *number = *number % 1000 * 10 + bytes[at] - '0';
  return at;
}

// Takes the answer, ESC [ row ; column R, out of what has come. Returns the column, 0 if it is not there.
static int take_answer(uint8_t *bytes, size_t *count) {
  for (size_t start = 0; start + 5 < *count; start++) {
    int row = 0, column = 0;
    if (bytes[start] != 033 || bytes[start + 1] != '[') continue;
    size_t at = digits(bytes, *count, start + 2, &row);
    if (row == 0 || at >= *count || bytes[at] != ';') continue;
    at = digits(bytes, *count, at + 1, &column);
    if (column == 0 || at >= *count || bytes[at] != 'R') continue;
    memmove(bytes + start, bytes + at + 1, *count - at - 1);
    *count -= at + 1 - start;
    return column;
  }
  return 0;
}

static int wait_for_answer(int input, int milliseconds, uint8_t *bytes, size_t capacity, size_t *count) {
  long deadline = now() + milliseconds;
  for (long left = milliseconds; left >= 0 && *count < capacity; left = deadline - now()) {
    struct pollfd waiting = {.fd = input, .events = POLLIN};
    if (poll(&waiting, 1, (int)left) <= 0) continue;
    if ((waiting.revents & POLLIN) == 0) return 0;
    ssize_t got = read(input, bytes + *count, capacity - *count);
    if (got <= 0) return 0;
    *count += (size_t)got;
    int column = take_answer(bytes, count);
    if (column > 0) return column;
  }
  return 0;
}

int kiseki_ask_ambiguous_columns(
    int input, int output, const char *type, int milliseconds, uint8_t *typed, size_t capacity, size_t *count) {
  *count = 0;
  struct termios settings;
  if (!isatty(output) || tcgetattr(input, &settings) != 0 || !kiseki_is_in_foreground(output)) return 0;
  if (!kiseki_type_is_ansi(type, output)) return 0;
  struct termios silent = settings;
  silent.c_lflag &= ~(tcflag_t)(ICANON | ECHO);
  silent.c_iflag &= ~(tcflag_t)(ICRNL | IXON);
  silent.c_cc[VMIN] = 0;
  silent.c_cc[VTIME] = 0;
  if (tcsetattr(input, TCSANOW, &silent) != 0) return 0;
  int column = 0;
  if (write(output, question, sizeof question - 1) == (ssize_t)sizeof question - 1) {
    column = wait_for_answer(input, milliseconds, typed, capacity, count);
  }
  tcsetattr(input, TCSANOW, &settings);
  return column == 2 || column == 3 ? column - 1 : 0;
}
