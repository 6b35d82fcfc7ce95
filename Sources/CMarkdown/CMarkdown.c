#include "CMarkdown.h"

#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm.h>
#include <ctype.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

struct kiseki_markdown {
  cmark_node *root;
  cmark_iter *steps;
  cmark_llist *extensions;
};

static const char *const extension_names[] = {"table", "strikethrough"};
enum { EXTENSION_COUNT = sizeof extension_names / sizeof *extension_names };

// The library keeps its list of extensions without a lock.
static pthread_once_t registration = PTHREAD_ONCE_INIT;

// While it reads a text with extensions, the library changes tables of signs that all its parsers share.
static pthread_mutex_t reading = PTHREAD_MUTEX_INITIALIZER;

static cmark_parser *new_parser(void) {
  pthread_once(&registration, cmark_gfm_core_extensions_ensure_registered);
  cmark_parser *parser = cmark_parser_new(CMARK_OPT_FOOTNOTES | CMARK_OPT_STRIKETHROUGH_DOUBLE_TILDE);
  for (int index = 0; index < EXTENSION_COUNT; index++) {
    cmark_syntax_extension *extension = cmark_find_syntax_extension(extension_names[index]);
    if (extension) cmark_parser_attach_syntax_extension(parser, extension);
  }
  return parser;
}

// A copy of the text without the mark; NULL where the text has none.
static char *without(const char *text, const char *mark) {
  if (!text || !strstr(text, mark)) return NULL;
  size_t mark_length = strlen(mark);
  char *result = malloc(strlen(text) + 1);
  if (!result) return NULL;
  char *end = result;
  for (const char *found; (found = strstr(text, mark)); text = found + mark_length) {
    memcpy(end, text, (size_t)(found - text));
    end += found - text;
  }
  strcpy(end, text);
  return result;
}

typedef const char *getter(cmark_node *);
typedef int setter(cmark_node *, const char *);

static void clean(cmark_node *node, getter *get, setter *set, const char *mark) {
  char *cleaned = without(get(node), mark);
  if (!cleaned) return;
  set(node, cleaned);
  free(cleaned);
}

static void remove_mark(cmark_node *root, const char *mark) {
  cmark_iter *steps = cmark_iter_new(root);
  while (cmark_iter_next(steps) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(steps);
    switch (cmark_node_get_type(node)) {
      case CMARK_NODE_TEXT:
      case CMARK_NODE_CODE:
      case CMARK_NODE_HTML_BLOCK:
      case CMARK_NODE_HTML_INLINE:
        clean(node, cmark_node_get_literal, cmark_node_set_literal, mark);
        break;
      case CMARK_NODE_CODE_BLOCK:
        clean(node, cmark_node_get_literal, cmark_node_set_literal, mark);
        clean(node, cmark_node_get_fence_info, cmark_node_set_fence_info, mark);
        break;
      case CMARK_NODE_LINK:
      case CMARK_NODE_IMAGE:
        clean(node, cmark_node_get_url, cmark_node_set_url, mark);
        clean(node, cmark_node_get_title, cmark_node_set_title, mark);
        break;
      default:
        break;
    }
  }
  cmark_iter_free(steps);
}

// Whether a tag is "<br>", in any of its spellings.
static bool breaks_line(const char *tag) {
  if (!tag || strncasecmp(tag, "<br", 3) != 0) return false;
  tag += 3;
  while (*tag == ' ' || *tag == '/') tag++;
  return *tag == '>';
}

// Behind the tag, or the comment, or all of an element that no reader sees; NULL where it does not end.
static const char *end_of_tag(const char *tag) {
  static const char *const hidden[] = {"script", "style"};
  if (strncmp(tag, "<!--", 4) == 0) {
    const char *end = strstr(tag + 4, "-->");
    return end ? end + 3 : NULL;
  }
  const char *end = strchr(tag, '>');
  for (int index = 0; end && index < 2; index++) {
    size_t length = strlen(hidden[index]);
    if (strncasecmp(tag + 1, hidden[index], length) != 0) continue;
    for (end = strstr(end, "</"); end && strncasecmp(end + 2, hidden[index], length) != 0;) end = strstr(end + 2, "</");
    if (end) end = strchr(end, '>');
  }
  return end ? end + 1 : NULL;
}

static bool begins_tag(const char *html) {
  return *html == '<' && (isalpha((unsigned char)html[1]) || (html[1] && strchr("/!?", html[1])));
}

// What a reader sees of HTML: a new text, its lines without white space around them; NULL where there is no memory.
static char *without_tags(const char *html) {
  char *text = malloc(strlen(html) + 1);
  if (!text) return NULL;
  char *end = text;
  bool has_tags = true;
  while (*html) {
    const char *behind = has_tags && begins_tag(html) ? end_of_tag(html) : html;
    if (!behind) has_tags = false;
    if (!behind || behind == html) *end++ = *html++;
    else {
      if (breaks_line(html)) *end++ = '\n';
      html = behind;
    }
  }
  *end = 0;
  return text;
}

static void append(cmark_node *paragraph, cmark_node_type type, const char *literal) {
  cmark_node *node = cmark_node_new(type);
  if (literal) cmark_node_set_literal(node, literal);
  if (!cmark_node_append_child(paragraph, node)) cmark_node_free(node);
}

// A paragraph of what a reader sees of a block of HTML; NULL for nothing.
static cmark_node *paragraph_of(cmark_node *block) {
  char *text = without_tags(cmark_node_get_literal(block));
  if (!text) return NULL;
  cmark_node *paragraph = NULL;
  char *rest = text;
  for (char *line; (line = strsep(&rest, "\n"));) {
    line += strspn(line, " \t\r");
    size_t length = strlen(line);
    while (length > 0 && strchr(" \t\r", line[length - 1])) length--;
    line[length] = 0;
    if (length == 0) continue;
    if (paragraph) append(paragraph, CMARK_NODE_SOFTBREAK, NULL);
    else paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    append(paragraph, CMARK_NODE_TEXT, line);
  }
  free(text);
  return paragraph;
}

void kiseki_markdown_drop_tags(kiseki_markdown *document) {
  cmark_iter *steps = cmark_iter_new(document->root);
  for (cmark_event_type event; (event = cmark_iter_next(steps)) != CMARK_EVENT_DONE;) {
    cmark_node *node = cmark_iter_get_node(steps);
    cmark_node *told = NULL;
    if (cmark_node_get_type(node) == CMARK_NODE_HTML_BLOCK) told = paragraph_of(node);
    else if (cmark_node_get_type(node) != CMARK_NODE_HTML_INLINE) continue;
    else if (breaks_line(cmark_node_get_literal(node))) told = cmark_node_new(CMARK_NODE_LINEBREAK);
    if (told && !cmark_node_insert_before(node, told)) cmark_node_free(told);
    cmark_node_free(node);
  }
  cmark_iter_free(steps);
  cmark_iter_free(document->steps);
  document->steps = cmark_iter_new(document->root);
}

kiseki_markdown *kiseki_markdown_read(const char *text, size_t length, const char *mark) {
  kiseki_markdown *document = calloc(1, sizeof *document);
  if (!document) return NULL;
  cmark_parser *parser = new_parser();
  pthread_mutex_lock(&reading);
  cmark_parser_feed(parser, text, length);
  document->root = cmark_parser_finish(parser);
  pthread_mutex_unlock(&reading);
  document->extensions = cmark_llist_append(
      cmark_get_default_mem_allocator(), NULL, cmark_find_syntax_extension(extension_names[0]));
  cmark_llist_append(
      cmark_get_default_mem_allocator(), document->extensions, cmark_find_syntax_extension(extension_names[1]));
  cmark_parser_free(parser);
  cmark_consolidate_text_nodes(document->root);
  if (mark) remove_mark(document->root, mark);
  document->steps = cmark_iter_new(document->root);
  return document;
}

void kiseki_markdown_release(kiseki_markdown *document) {
  if (!document) return;
  cmark_iter_free(document->steps);
  cmark_node_free(document->root);
  cmark_llist_free(cmark_get_default_mem_allocator(), document->extensions);
  free(document);
}

// Whether a step is told; fills in its kind.
static bool told_kind(cmark_node *node, kiseki_markdown_kind *kind) {
  switch (cmark_node_get_type(node)) {
    case CMARK_NODE_DOCUMENT: *kind = KISEKI_MARKDOWN_DOCUMENT; return true;
    case CMARK_NODE_PARAGRAPH: *kind = KISEKI_MARKDOWN_PARAGRAPH; return true;
    case CMARK_NODE_HEADING: *kind = KISEKI_MARKDOWN_HEADING; return true;
    case CMARK_NODE_BLOCK_QUOTE: *kind = KISEKI_MARKDOWN_QUOTE; return true;
    case CMARK_NODE_LIST: *kind = KISEKI_MARKDOWN_LIST; return true;
    case CMARK_NODE_ITEM: *kind = KISEKI_MARKDOWN_ITEM; return true;
    case CMARK_NODE_CODE_BLOCK: *kind = KISEKI_MARKDOWN_CODE_BLOCK; return true;
    case CMARK_NODE_THEMATIC_BREAK: *kind = KISEKI_MARKDOWN_RULE; return true;
    case CMARK_NODE_FOOTNOTE_DEFINITION: *kind = KISEKI_MARKDOWN_FOOTNOTE; return true;
    case CMARK_NODE_TEXT: *kind = KISEKI_MARKDOWN_TEXT; return true;
    case CMARK_NODE_CODE: *kind = KISEKI_MARKDOWN_CODE; return true;
    case CMARK_NODE_SOFTBREAK: *kind = KISEKI_MARKDOWN_SOFT_BREAK; return true;
    case CMARK_NODE_LINEBREAK: *kind = KISEKI_MARKDOWN_LINE_BREAK; return true;
    case CMARK_NODE_EMPH: *kind = KISEKI_MARKDOWN_EMPHASIS; return true;
    case CMARK_NODE_STRONG: *kind = KISEKI_MARKDOWN_STRONG; return true;
    case CMARK_NODE_LINK: *kind = KISEKI_MARKDOWN_LINK; return true;
    case CMARK_NODE_IMAGE: *kind = KISEKI_MARKDOWN_IMAGE; return true;
    case CMARK_NODE_FOOTNOTE_REFERENCE: *kind = KISEKI_MARKDOWN_FOOTNOTE_REFERENCE; return true;
    default: break;
  }
  // Nodes of extensions have numbers of their own in every run.
  const char *name = cmark_node_get_type_string(node);
  if (strcmp(name, "table") == 0) *kind = KISEKI_MARKDOWN_TABLE;
  else if (strcmp(name, "table_row") == 0 || strcmp(name, "table_header") == 0) *kind = KISEKI_MARKDOWN_TABLE_ROW;
  else if (strcmp(name, "table_cell") == 0) *kind = KISEKI_MARKDOWN_TABLE_CELL;
  else if (strcmp(name, "strikethrough") == 0) *kind = KISEKI_MARKDOWN_STRIKETHROUGH;
  else return false;
  return true;
}

static void describe(cmark_node *node, kiseki_markdown_step *step) {
  step->number = -1;
  switch (step->kind) {
    case KISEKI_MARKDOWN_HEADING:
      step->number = cmark_node_get_heading_level(node);
      break;
    case KISEKI_MARKDOWN_LIST:
      if (cmark_node_get_list_type(node) == CMARK_ORDERED_LIST) step->number = cmark_node_get_list_start(node);
      step->is_tight = cmark_node_get_list_tight(node);
      break;
    case KISEKI_MARKDOWN_CODE_BLOCK:
      step->text = cmark_node_get_literal(node);
      step->target = cmark_node_get_fence_info(node);
      break;
    case KISEKI_MARKDOWN_TEXT:
    case KISEKI_MARKDOWN_CODE:
    case KISEKI_MARKDOWN_FOOTNOTE_REFERENCE:
      step->text = cmark_node_get_literal(node);
      break;
    case KISEKI_MARKDOWN_LINK:
    case KISEKI_MARKDOWN_IMAGE:
      step->target = cmark_node_get_url(node);
      break;
    default:
      break;
  }
}

bool kiseki_markdown_next(kiseki_markdown *document, kiseki_markdown_step *step) {
  cmark_event_type event;
  while ((event = cmark_iter_next(document->steps)) != CMARK_EVENT_DONE) {
    cmark_node *node = cmark_iter_get_node(document->steps);
    memset(step, 0, sizeof *step);
    if (!told_kind(node, &step->kind)) continue;
    step->is_leaving = event == CMARK_EVENT_EXIT;
    describe(node, step);
    return true;
  }
  return false;
}

char *kiseki_markdown_html(kiseki_markdown *document, bool keeps_html) {
  int options = keeps_html ? CMARK_OPT_UNSAFE : CMARK_OPT_DEFAULT;
  return cmark_render_html(document->root, options, document->extensions);
}

void kiseki_markdown_free_text(char *text) {
  free(text);
}
