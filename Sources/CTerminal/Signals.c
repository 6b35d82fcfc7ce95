// A handler only sets a flag and writes a byte to a pipe, so that whoever waits for input wakes. The flags say what
// came: a full pipe loses no signal.
#define _GNU_SOURCE
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "Shared.h"

static const struct {
  int signal;
  int flag;
} channelled[] = {
    {SIGWINCH, KISEKI_WINDOW_CHANGED}, {SIGTERM, KISEKI_TERMINATE}, {SIGINT, KISEKI_TERMINATE},
    {SIGQUIT, KISEKI_TERMINATE},       {SIGHUP, KISEKI_HANG_UP},    {SIGTSTP, KISEKI_STOP},
    {SIGCONT, KISEKI_CONTINUED},
};
enum { CHANNELLED = sizeof channelled / sizeof *channelled };

static volatile sig_atomic_t has_come[CHANNELLED];
static int pipe_ends[2] = {-1, -1};
// Of SIGTSTP. Where nobody would let us go on after a stop, it is to ignore it.
static struct sigaction earlier_stop;

static void handle(int signal) {
  int error = errno;
  for (int index = 0; index < CHANNELLED; index++) {
    if (channelled[index].signal == signal) has_come[index] = 1;
  }
  ssize_t written = write(pipe_ends[1], "!", 1);
  (void)written;
  errno = error;
}

// Unlike SIG_IGN, a handler is not inherited by the programs we run.
static void handle_by_nothing(int signal) { (void)signal; }

static void catch(int signal, void (*handler)(int)) {
  struct sigaction action = {.sa_handler = handler, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

int kiseki_signals_install(void) {
  if (pipe_ends[0] >= 0) return pipe_ends[0];
  if (pipe2(pipe_ends, O_CLOEXEC | O_NONBLOCK) != 0) return -1;
  sigaction(SIGTSTP, NULL, &earlier_stop);
  for (int index = 0; index < CHANNELLED; index++) catch(channelled[index].signal, handle);
  catch(SIGPIPE, handle_by_nothing);
  catch(SIGXFSZ, handle_by_nothing);
  return pipe_ends[0];
}

int kiseki_signals_take(void) {
  char bytes[256];
  while (read(pipe_ends[0], bytes, sizeof bytes) == (ssize_t)sizeof bytes) continue;
  int flags = 0;
  for (int index = 0; index < CHANNELLED; index++) {
    if (!has_come[index]) continue;
    has_come[index] = 0;
    flags |= channelled[index].flag;
  }
  return flags;
}

bool kiseki_signals_has_come(int flag) {
  for (int index = 0; index < CHANNELLED; index++) {
    if (channelled[index].flag == flag && has_come[index]) return true;
  }
  return false;
}

void kiseki_signals_forget(int flag) {
  for (int index = 0; index < CHANNELLED; index++) {
    if (channelled[index].flag == flag) has_come[index] = 0;
  }
}

void kiseki_signals_catch_stop(bool is_caught) {
  if (is_caught) {
    catch(SIGTSTP, handle);
  } else {
    sigaction(SIGTSTP, &earlier_stop, NULL);
  }
}
