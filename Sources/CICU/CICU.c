#include "CICU.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ubrk.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>

enum { NEWEST_UNICODE = 14 };

static bool is_known(UChar32 character) {
  UVersionInfo age;
  u_charAge(character, age);
  return age[0] > 0 && age[0] <= NEWEST_UNICODE;
}

static bool is_vowel_or_final_jamo(UChar32 character) {
  int32_t type = u_getIntPropertyValue(character, UCHAR_HANGUL_SYLLABLE_TYPE);
  return type == U_HST_VOWEL_JAMO || type == U_HST_TRAILING_JAMO;
}

static bool is_invisible(UChar32 character) {
  return u_hasBinaryProperty(character, UCHAR_DEFAULT_IGNORABLE_CODE_POINT)
      && !u_hasBinaryProperty(character, UCHAR_VARIATION_SELECTOR);
}

static int spacing_columns(UChar32 character, bool ambiguous_is_wide) {
  switch (u_getIntPropertyValue(character, UCHAR_EAST_ASIAN_WIDTH)) {
    case U_EA_WIDE:
    case U_EA_FULLWIDTH:
      return 2;
    case U_EA_AMBIGUOUS:
      return ambiguous_is_wide ? 2 : 1;
    default:
      return 1;
  }
}

int kiseki_scalar_columns(uint32_t scalar, bool ambiguous_is_wide) {
  if (scalar < 0x7F) return scalar < 0x20 ? -1 : 1;
  if (scalar > UCHAR_MAX_VALUE) return -1;
  UChar32 character = (UChar32)scalar;
  if (!is_known(character)) return -1;
  if (is_vowel_or_final_jamo(character)) return 0;
  if (is_invisible(character)) return -1;
  switch (u_charType(character)) {
    case U_UNASSIGNED:
    case U_CONTROL_CHAR:
    case U_FORMAT_CHAR:
    case U_PRIVATE_USE_CHAR:
    case U_SURROGATE:
    case U_LINE_SEPARATOR:
    case U_PARAGRAPH_SEPARATOR:
      return -1;
    case U_NON_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return 0;
    default:
      return spacing_columns(character, ambiguous_is_wide);
  }
}

bool kiseki_scalar_is_wide(uint32_t scalar) {
  return scalar <= UCHAR_MAX_VALUE && spacing_columns((UChar32)scalar, false) == 2;
}

// ICU's dictionary takes time that grows with the square of an unbroken run of kana or ideographs (7 s for 100,000
// of あ), so it gets a text in pieces of at most so many units, ended at a comma, full stop or space where there is one.
enum { LONGEST_PIECE = 500 };

static bool ends_piece(uint16_t unit) {
  return unit == 0x20 || (unit >= 0x3000 && unit <= 0x3002);
}

static int32_t piece_length(kiseki_break_kind kind, const uint16_t *text, int32_t length) {
  if (kind == KISEKI_BREAK_ROW || length <= LONGEST_PIECE) return length;
  for (int32_t end = LONGEST_PIECE; end > LONGEST_PIECE / 2; end--) {
    if (ends_piece(text[end - 1]) && !ends_piece(text[end])) return end;
  }
  return U16_IS_TRAIL(text[LONGEST_PIECE]) ? LONGEST_PIECE - 1 : LONGEST_PIECE;
}

// Marks the breaks inside a piece and that at its end.
static void mark_piece(
    UBreakIterator *breaks, const uint16_t *text, int32_t length, bool *is_break, UErrorCode *status) {
  ubrk_setText(breaks, text, length, status);
  if (U_FAILURE(*status)) return;
  ubrk_first(breaks);
  for (int32_t at = ubrk_next(breaks); at > 0 && at <= length; at = ubrk_next(breaks)) {
    is_break[at] = true;
  }
}

// To open ICU's iterators takes longer than to find the breaks of a line, so each thread keeps its own.
enum { BREAK_KINDS = KISEKI_BREAK_PHRASE + 1 };
static pthread_key_t kept_iterators;
static pthread_once_t iterators_are_kept = PTHREAD_ONCE_INIT;
static bool can_keep_iterators = false;

static void close_iterators(void *iterators) {
  for (int kind = 0; kind < BREAK_KINDS; kind++) ubrk_close(((UBreakIterator **)iterators)[kind]);
  free(iterators);
}

static void keep_iterators(void) {
  can_keep_iterators = pthread_key_create(&kept_iterators, close_iterators) == 0;
}

// The place where a thread keeps its iterator of a kind; NULL where there is no memory.
static UBreakIterator **kept_iterator(kiseki_break_kind kind) {
  pthread_once(&iterators_are_kept, keep_iterators);
  if (!can_keep_iterators) return NULL;
  UBreakIterator **iterators = pthread_getspecific(kept_iterators);
  if (iterators == NULL) {
    iterators = calloc(BREAK_KINDS, sizeof *iterators);
    if (iterators == NULL || pthread_setspecific(kept_iterators, iterators) != 0) {
      free(iterators);
      return NULL;
    }
  }
  return &iterators[kind];
}

static UBreakIterator *iterator(kiseki_break_kind kind, UErrorCode *status) {
  UBreakIterator **kept = kept_iterator(kind);
  if (kept == NULL) *status = U_MEMORY_ALLOCATION_ERROR;
  if (U_FAILURE(*status)) return NULL;
  const char *locale = kind == KISEKI_BREAK_PHRASE ? "ja@lw=phrase" : "ja@lb=strict";
  if (*kept == NULL) *kept = ubrk_open(UBRK_LINE, locale, NULL, 0, status);
  return *kept;
}

bool kiseki_mark_breaks(kiseki_break_kind kind, const uint16_t *text, int32_t length, bool *is_break) {
  memset(is_break, 0, ((size_t)length + 1) * sizeof *is_break);
  UErrorCode status = U_ZERO_ERROR;
  UBreakIterator *breaks = iterator(kind, &status);
  for (int32_t start = 0; start < length && U_SUCCESS(status);) {
    int32_t piece = piece_length(kind, text + start, length - start);
    mark_piece(breaks, text + start, piece, is_break + start, &status);
    start += piece;
  }
  return U_SUCCESS(status);
}

int32_t kiseki_normalize(
    kiseki_normal_form form, const uint16_t *text, int32_t length, uint16_t *result, int32_t capacity) {
  UErrorCode status = U_ZERO_ERROR;
  const UNormalizer2 *normalizer =
      form == KISEKI_FOLDED ? unorm2_getNFKCCasefoldInstance(&status) : unorm2_getNFCInstance(&status);
  if (U_FAILURE(status)) return -1;
  int32_t needed = unorm2_normalize(normalizer, text, length, result, capacity, &status);
  return U_SUCCESS(status) || status == U_BUFFER_OVERFLOW_ERROR ? needed : -1;
}

bool kiseki_is_recommended_emoji(const uint16_t *text, int32_t length) {
  return u_stringHasBinaryProperty(text, length, UCHAR_RGI_EMOJI);
}
