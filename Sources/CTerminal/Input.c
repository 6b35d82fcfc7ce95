// Input does not go through ncurses: its reader loses characters whose bytes come apart and everything near a broken
// one, and gives unknown sequences out as text. The bytes are read here as they are.
#include <errno.h>
#include <poll.h>
#include <unistd.h>

#include "Shared.h"

static bool has_input(int input, short *events) {
  struct pollfd waiting = {.fd = input, .events = POLLIN};
  int count;
  do count = poll(&waiting, 1, 0);
  while (count < 0 && errno == EINTR);
  *events = waiting.revents;
  return count > 0;
}

// What comes while another job has the terminal is meant for that. Reading it would stop us as well, but in the middle
// of the read, which would then go on by lines, in the mode that the shell has left.
// Returns false where nobody would let us go on, and so nothing has stopped us: then reading tells that.
static bool has_stopped_for_input(void) {
  kill(0, SIGTTIN);
  return kiseki_is_in_foreground(kiseki_terminal_input());
}

kiseki_read_result kiseki_terminal_read(uint8_t *bytes, size_t capacity, size_t *count) {
  *count = 0;
  short events = 0;
  int input = kiseki_terminal_input();
  if (!has_input(input, &events)) return KISEKI_READ_NOTHING;
  if ((events & POLLIN) == 0) return KISEKI_READ_GONE;
  if (!kiseki_is_in_foreground(input) && has_stopped_for_input()) return KISEKI_READ_NOTHING;
  ssize_t got;
  do got = read(input, bytes, capacity);
  while (got < 0 && errno == EINTR);
  if (got < 0 && errno == EAGAIN) return KISEKI_READ_NOTHING;
  if (got <= 0) return KISEKI_READ_GONE;
  *count = (size_t)got;
  return KISEKI_READ_SOME;
}
