// Only LC_CTYPE is set: nothing in the program should sort, format or parse as the environment says.
#include <langinfo.h>
#include <locale.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "Shared.h"

static const char *variable(const char *name) {
  const char *value = getenv(name);
  return value != NULL && value[0] != '\0' ? value : NULL;
}

// The locale's name that holds for characters, as POSIX orders the variables; NULL where none is named.
static const char *wanted_locale(void) {
  const char *name = variable("LC_ALL");
  if (name == NULL) name = variable("LC_CTYPE");
  if (name == NULL) name = variable("LANG");
  return name;
}

static bool is_utf8(const char *codeset) {
  return strncasecmp(codeset, "UTF-8", 5) == 0 || strncasecmp(codeset, "UTF8", 4) == 0;
}

static bool names_another_encoding(const char *locale) {
  const char *point = strchr(locale, '.');
  return point != NULL && !is_utf8(point + 1);
}

static bool use_any_utf8(void) {
  static const char *const names[] = {"C.UTF-8", "en_US.UTF-8"};
  for (size_t index = 0; index < sizeof names / sizeof *names; index++) {
    if (setlocale(LC_CTYPE, names[index]) != NULL && is_utf8(nl_langinfo(CODESET))) return true;
  }
  return false;
}

bool kiseki_locale_use_utf8(void) {
  const char *wanted = wanted_locale();
  // On a machine where nobody has chosen, the terminal is one of today, that is, of UTF-8.
  if (wanted == NULL) return use_any_utf8();
  if (setlocale(LC_CTYPE, "") != NULL) return is_utf8(nl_langinfo(CODESET));
  // Not installed here. The terminal is still what the name says.
  return !names_another_encoding(wanted) && use_any_utf8();
}
