// What the program needs of cmark-gfm, as plain C functions: a Markdown text as the sequence of its nodes, and as HTML.
// CommonMark with GitHub's tables and strikethrough, and footnotes; bare links are not made links here. Nothing is
// shared between two documents.
#ifndef KISEKI_CMARKDOWN_H
#define KISEKI_CMARKDOWN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// A parsed text. Every document that was read is to be released.
typedef struct kiseki_markdown kiseki_markdown;

// Reads UTF-8 text; NULL where there is no memory for it.
//
// Every `mark`, a UTF-8 text of its own, is removed from what the document says: it may be put between the characters
// of a text to change what is read as emphasis. NULL for no such mark.
kiseki_markdown *kiseki_markdown_read(const char *text, size_t length, const char *mark);

void kiseki_markdown_release(kiseki_markdown *document);

typedef enum {
  KISEKI_MARKDOWN_DOCUMENT,
  // Blocks. An HTML block is not told: there is nothing in it for a reader.
  KISEKI_MARKDOWN_PARAGRAPH,
  KISEKI_MARKDOWN_HEADING,
  KISEKI_MARKDOWN_QUOTE,
  KISEKI_MARKDOWN_LIST,
  KISEKI_MARKDOWN_ITEM,
  KISEKI_MARKDOWN_CODE_BLOCK,
  KISEKI_MARKDOWN_RULE,
  KISEKI_MARKDOWN_FOOTNOTE,
  KISEKI_MARKDOWN_TABLE,
  KISEKI_MARKDOWN_TABLE_ROW,
  KISEKI_MARKDOWN_TABLE_CELL,
  // Inlines. HTML is not told here either.
  KISEKI_MARKDOWN_TEXT,
  KISEKI_MARKDOWN_CODE,
  KISEKI_MARKDOWN_SOFT_BREAK,
  KISEKI_MARKDOWN_LINE_BREAK,
  KISEKI_MARKDOWN_EMPHASIS,
  KISEKI_MARKDOWN_STRONG,
  KISEKI_MARKDOWN_STRIKETHROUGH,
  KISEKI_MARKDOWN_LINK,
  KISEKI_MARKDOWN_IMAGE,
  KISEKI_MARKDOWN_FOOTNOTE_REFERENCE,
} kiseki_markdown_kind;

// A step through the document: into a node, or out of one that holds others.
typedef struct {
  kiseki_markdown_kind kind;
  bool is_leaving;
  // Of a heading: 1 to 6. Of a numbered list: its first number; of another list -1.
  int32_t number;
  // Of a list: no blank lines between its items.
  bool is_tight;
  // Of text, code, code blocks and footnote references; NULL for others. Lives as long as the document.
  const char *text;
  // Where a link or an image leads, the language of a code block; NULL for others.
  const char *target;
} kiseki_markdown_step;

// Leaves of the text's HTML what a reader sees of it: the words between the tags, and line breaks. Before the first step.
void kiseki_markdown_drop_tags(kiseki_markdown *document);

// The next step in reading order; false behind the last one.
bool kiseki_markdown_next(kiseki_markdown *document, kiseki_markdown_step *step);

// The document as HTML, to be given back with kiseki_markdown_free_text; NULL where there is no memory for it. Without
// `keeps_html` no HTML of the text is left, and no link that a browser would run.
char *kiseki_markdown_html(kiseki_markdown *document, bool keeps_html);

void kiseki_markdown_free_text(char *text);

#endif
