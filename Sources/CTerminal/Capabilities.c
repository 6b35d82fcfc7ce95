// What terminfo says of the terminal. <term.h> defines macros by such names as "columns": it is included only here.
#include <string.h>

#include "Shared.h"

#include <curses.h>
#include <term.h>

static const char *capability(const char *name) {
  const char *value = tigetstr(name);
  return value == NULL || value == (char *)-1 ? "" : value;
}

bool kiseki_can_move_cursor(const char *type, int output) {
  int error = 0;
  if (setupterm(type, output, &error) != OK) return false;
  bool can = capability("cup")[0] != '\0';
  del_curterm(cur_term);
  return can;
}

bool kiseki_is_ansi(void) { return strncmp(capability("cup"), "\033[", 2) == 0; }

bool kiseki_type_is_ansi(const char *type, int output) {
  int error = 0;
  if (setupterm(type, output, &error) != OK) return false;
  bool is_ansi = kiseki_is_ansi();
  del_curterm(cur_term);
  return is_ansi;
}

size_t kiseki_terminal_key_bytes(const char *name, uint8_t *bytes, size_t capacity) {
  const char *value = capability(name);
  size_t count = strlen(value);
  if (count > capacity) return 0;
  memcpy(bytes, value, count);
  return count;
}

// Appends a capability without its delays ($<5>), which only terminals of glass and iron need.
static size_t append(char *bytes, size_t capacity, size_t count, const char *value) {
  for (; *value != '\0' && count < capacity; value++) {
    const char *end = value[0] == '$' && value[1] == '<' ? strchr(value, '>') : NULL;
    if (end != NULL) {
      value = end;
    } else {
      bytes[count++] = *value;
    }
  }
  return count;
}

size_t kiseki_leaving_bytes(char *bytes, size_t capacity) {
  const char *leave = capability("rmcup");
  const char *parts[] = {
      kiseki_is_ansi() ? "\033[?2004l" : "", capability("rmkx"), capability("sgr0"), capability("op"),
      capability("cnorm"), leave, leave[0] == '\0' ? "\r\n" : "\r",
  };
  size_t count = 0;
  for (size_t index = 0; index < sizeof parts / sizeof *parts; index++) {
    count = append(bytes, capacity, count, parts[index]);
  }
  return count;
}
