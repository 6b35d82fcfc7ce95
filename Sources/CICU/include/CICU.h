// What the program needs of ICU, as plain C functions: ICU renames its own with a version suffix by macros, which
// Swift cannot see. Nothing here keeps state between calls.
#ifndef KISEKI_CICU_H
#define KISEKI_CICU_H

#include <stdbool.h>
#include <stdint.h>

// The columns a terminal gives to one Unicode scalar: 0 for a mark that joins what stands before it, 1 or 2 for a
// character, -1 for what must not reach the terminal (controls, format characters, private use, and whatever Unicode 14,
// the level of today's C libraries and terminals, does not know). It is the only width in the program: text is laid
// out by it, and the process's wcwidth is it too (where wcwidth(0) is to be 0, this is -1).
int kiseki_scalar_columns(uint32_t scalar, bool ambiguous_is_wide);

// Whether East Asian Width (UAX 11) makes the scalar wide, assigned or not.
bool kiseki_scalar_is_wide(uint32_t scalar);

typedef enum {
  // Where a row may end: UAX 14 for Japanese with strict kinsoku (small kana and ー never begin a row).
  KISEKI_BREAK_ROW,
  // Between phrases: 文節 by dictionary in Japanese, words elsewhere.
  KISEKI_BREAK_PHRASE,
} kiseki_break_kind;

// Marks the places between the UTF-16 units of a text where it may be broken: is_break[i] becomes true where a break
// may stand before unit i, 0 < i <= length, and false elsewhere. `is_break` has `length` + 1 elements, `length` >= 0.
// Returns false where ICU or its data fails; what is marked until then holds.
bool kiseki_mark_breaks(kiseki_break_kind kind, const uint16_t *text, int32_t length, bool *is_break);

typedef enum {
  // NFC.
  KISEKI_COMPOSED,
  // NFKC with case folded and ignorable characters removed (NFKC_Casefold).
  KISEKI_FOLDED,
} kiseki_normal_form;

// Normalizes UTF-16 text. Returns the length of the result in units, which is more than `capacity` where it did not
// fit (`result` is then of no use, call again with room), or -1 where ICU fails.
int32_t kiseki_normalize(
    kiseki_normal_form form, const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity);

// Whether UTF-16 text as a whole is one emoji that Unicode recommends for interchange (RGI), with the variation selectors
// that it has in full.
bool kiseki_is_recommended_emoji(const uint16_t *text, int32_t length);

#endif
