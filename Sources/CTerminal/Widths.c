// The process's own wcwidth and iswprint. ncurses asks the C library by these names, and a program's definitions come
// before the library's: so ncurses counts the same columns as the layout does, whatever the library thinks.
#include <stdbool.h>
#include <stdint.h>
#include <wchar.h>
#include <wctype.h>

#include "CICU.h"
#include "Shared.h"

static bool ambiguous_is_wide = false;

void kiseki_widths_set_ambiguous(bool is_wide) { ambiguous_is_wide = is_wide; }

int wcwidth(wchar_t character) {
  return character == 0 ? 0 : kiseki_scalar_columns((uint32_t)character, ambiguous_is_wide);
}

int iswprint(wint_t character) { return kiseki_scalar_columns((uint32_t)character, ambiguous_is_wide) >= 0; }
