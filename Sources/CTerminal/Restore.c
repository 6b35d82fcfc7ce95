// Giving the terminal back where nothing else may run any more: at exit, and in the handler of a crash. Everything that
// is needed stands ready in memory, and only functions that are safe in a signal handler are called.
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "Shared.h"

static struct {
  int output;
  struct termios settings;
  char bytes[512];
  size_t count;
} remembered;

static volatile sig_atomic_t is_needed = 0;

void kiseki_restore_remember(int output, const struct termios *settings, const char *bytes, size_t count) {
  remembered.output = output;
  remembered.settings = *settings;
  remembered.count = count < sizeof remembered.bytes ? count : sizeof remembered.bytes;
  memcpy(remembered.bytes, bytes, remembered.count);
}

void kiseki_restore_set_needed(bool needed) { is_needed = needed; }

bool kiseki_is_in_foreground(int descriptor) {
  pid_t group = tcgetpgrp(descriptor);
  return group < 0 || group == getpgrp();
}

// Not from the background: the terminal's settings are the shell's there, and setting them would stop the process.
static void restore(void) {
  if (!is_needed || !kiseki_is_in_foreground(remembered.output)) return;
  is_needed = 0;
  int error = errno;
  for (size_t sent = 0; sent < remembered.count;) {
    ssize_t count = write(remembered.output, remembered.bytes + sent, remembered.count - sent);
    if (count <= 0 && errno != EINTR) break;
    if (count > 0) sent += (size_t)count;
  }
  tcsetattr(remembered.output, TCSANOW, &remembered.settings);
  errno = error;
}

static const int crash_signals[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { CRASH_SIGNALS = sizeof crash_signals / sizeof *crash_signals };
static struct sigaction earlier_actions[CRASH_SIGNALS];

// Lets whoever had the signal before us (Swift's backtrace) see it on a terminal that is in order, and then lets the
// signal end the process as it would have.
static void handle_crash(int signal, siginfo_t *information, void *context) {
  struct sigaction action = {.sa_handler = SIG_DFL};
  for (int index = 0; index < CRASH_SIGNALS; index++) {
    if (crash_signals[index] == signal) action = earlier_actions[index];
  }
  restore();
  struct sigaction by_default = {.sa_handler = SIG_DFL};
  sigaction(signal, &by_default, NULL);
  if ((action.sa_flags & SA_SIGINFO) != 0) {
    action.sa_sigaction(signal, information, context);
  } else if (action.sa_handler != SIG_DFL && action.sa_handler != SIG_IGN) {
    action.sa_handler(signal);
  }
  raise(signal);
}

// A stack of its own for the handler, because a crash may be that the stack is full.
static void prepare_stack(void) {
  static char stack[64 * 1024];
  stack_t current;
  if (sigaltstack(NULL, &current) != 0 || (current.ss_flags & SS_DISABLE) == 0) return;
  stack_t own = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&own, NULL);
}

void kiseki_restore_at_exit_and_crash(void) {
  static bool is_installed = false;
  if (is_installed) return;
  is_installed = true;
  atexit(restore);
  prepare_stack();
  struct sigaction action = {.sa_sigaction = handle_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
  sigemptyset(&action.sa_mask);
  for (int index = 0; index < CRASH_SIGNALS; index++) {
    sigaction(crash_signals[index], &action, &earlier_actions[index]);
  }
}
