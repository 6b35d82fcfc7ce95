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

kiseki_read_result kiseki_terminal_read(uint8_t *bytes, size_t capacity, size_t *count) {
  *count = 0;
  short events = 0;
  int input = kiseki_terminal_input();
  if (!has_input(input, &events)) return KISEKI_READ_NOTHING;
  if ((events & POLLIN) == 0) return KISEKI_READ_GONE;
  ssize_t got;
  do got = read(input, bytes, capacity);
  while (got < 0 && errno == EINTR);
  if (got < 0 && errno == EAGAIN) return KISEKI_READ_NOTHING;
  if (got <= 0) return KISEKI_READ_GONE;
  *count = (size_t)got;
  return KISEKI_READ_SOME;
}
