#include "import/markup.h"

#include "base/arena.h"
#include "import/html_guard.h"

#include <glib.h>
#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <string.h>

/* A tree while the parser goes through it. */
struct builder {
	struct nb_arena *arena;
	xmlParserCtxtPtr parser;
	struct nb_markup *top;  /* the element that is open */
	struct nb_markup *last; /* of its children, or NULL */
	GPtrArray *open;        /* struct nb_markup *: the last child of each
				   element around top */
	GString *text;          /* not in the tree yet */
	uint32_t text_line;
	uint32_t n, deepest;
	enum nb_markup_fault fault;
};

static void
stop(struct builder *b, enum nb_markup_fault fault)
{
	b->fault = fault;
	xmlStopParser(b->parser);
}

static uint32_t
line_of(const struct builder *b)
{
	return b->parser->input == NULL ? 1 : (uint32_t)b->parser->input->line;
}

static struct nb_markup *
add(struct builder *b, enum nb_markup_kind kind, uint32_t line)
{
	struct nb_markup *node = nb_new(b->arena, struct nb_markup);

	node->kind = kind;
	node->line = line;
	node->serial = b->n++;
	node->parent = b->top;
	if (b->last == NULL)
		b->top->child = node;
	else
		b->last->next = node;
	b->last = node;
	return node;
}

static void
flush_text(struct builder *b)
{
	if (b->text->len == 0)
		return;
	add(b, NB_MARKUP_TEXT, b->text_line)->text = nb_arena_str(
	    b->arena, (struct nb_str){ b->text->str, b->text->len });
	g_string_truncate(b->text, 0);
}

static void
on_text(void *data, const xmlChar *text, int n)
{
	struct builder *b = data;
	uint32_t line = line_of(b);

	for (int i = 0; i < n; i++)
		line -= text[i] == '\n' && line > 1;
	if (b->text->len == 0)
		b->text_line = line;
	g_string_append_len(b->text, (const char *)text, n);
}

static void
on_comment(void *data, const xmlChar *text)
{
	struct builder *b = data;

	flush_text(b);
	if (text[0] != '\0')
		add(b, NB_MARKUP_COMMENT, line_of(b))->text =
		    nb_arena_str(b->arena, nb_str_z((const char *)text));
}

static struct nb_markup *
open_element(struct builder *b)
{
	struct nb_markup *e;

	flush_text(b);
	e = add(b, NB_MARKUP_ELEMENT, line_of(b));
	g_ptr_array_add(b->open, b->last);
	b->top = e;
	b->last = NULL;
	if (b->open->len > b->deepest)
		stop(b, NB_MARKUP_DEEP);
	else if (b->n > NB_MARKUP_MOST)
		stop(b, NB_MARKUP_CROWDED);
	return e;
}

static void
close_element(struct builder *b)
{
	flush_text(b);
	if (b->open->len == 0)
		return;
	b->last = g_ptr_array_steal_index(b->open, b->open->len - 1);
	b->top = (struct nb_markup *)b->last->parent;
}

static void
on_html_start(void *data, const xmlChar *name, const xmlChar **atts)
{
	struct builder *b = data;
	struct nb_markup *e = open_element(b);
	struct nb_markup_attr *attr;
	uint32_t n = 0;

	e->name = nb_arena_str(b->arena, nb_str_z((const char *)name));
	while (atts != NULL && atts[n * 2] != NULL)
		n++;
	attr = nb_new_n(b->arena, struct nb_markup_attr, n);
	for (uint32_t i = 0; i < n; i++) {
		const char *value = (const char *)atts[i * 2 + 1];

		attr[i].name =
		    nb_arena_str(b->arena, nb_str_z((const char *)atts[i * 2]));
		attr[i].value =
		    nb_arena_str(b->arena, nb_str_z(value ? value : ""));
	}
	e->attr = attr;
	e->n_attrs = n;
}

static void
on_html_end(void *data, const xmlChar *name)
{
	(void)name;
	close_element(data);
}

/* The names of WordprocessingML, both editions of it, are plain. */
static struct nb_str
xml_name(struct nb_arena *a, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri)
{
	const char *space = uri == NULL ? "" : (const char *)uri;

	if (prefix == NULL ||
	    g_str_has_suffix(space, "/wordprocessingml/2006/main") ||
	    g_str_has_suffix(space, "/wordprocessingml/main"))
		return nb_arena_str(a, nb_str_z((const char *)local));
	return nb_arena_printf(a, "%s:%s", prefix, local);
}

static void
on_xml_start(void *data, const xmlChar *local, const xmlChar *prefix,
    const xmlChar *uri, int n_spaces, const xmlChar **spaces, int n,
    int n_defaulted, const xmlChar **atts)
{
	struct builder *b = data;
	struct nb_markup *e = open_element(b);
	struct nb_markup_attr *attr =
	    nb_new_n(b->arena, struct nb_markup_attr, (size_t)n);

	(void)n_spaces;
	(void)spaces;
	(void)n_defaulted;
	e->name = xml_name(b->arena, local, prefix, uri);
	for (int i = 0; i < n; i++, atts += 5) {
		const char *value = (const char *)atts[3];
		const size_t length = (size_t)((const char *)atts[4] - value);

		attr[i].name = xml_name(b->arena, atts[0], atts[1], atts[2]);
		attr[i].value =
		    nb_arena_str(b->arena, (struct nb_str){ value, length });
	}
	e->attr = attr;
	e->n_attrs = (uint32_t)n;
}

static void
on_xml_end(
    void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri)
{
	(void)local;
	(void)prefix;
	(void)uri;
	close_element(data);
}

static void
on_xml_dtd(void *data, const xmlChar *name, const xmlChar *external,
    const xmlChar *system)
{
	(void)name;
	(void)external;
	(void)system;
	stop(data, NB_MARKUP_ENTITIES);
}

static void
start(struct builder *b, struct nb_arena *a, xmlParserCtxtPtr parser,
    uint32_t deepest)
{
	xmlSAXHandler *sax = parser->sax;

	*b = (struct builder){
		.arena = a, .parser = parser, .deepest = deepest
	};
	b->top = nb_new(a, struct nb_markup);
	b->open = g_ptr_array_new();
	b->text = g_string_new(NULL);
	b->n = 1;
	memset(sax, 0, sizeof(*sax));
	sax->initialized = XML_SAX2_MAGIC;
	sax->characters = sax->ignorableWhitespace = sax->cdataBlock = on_text;
	sax->comment = on_comment;
	parser->userData = b;
}

static enum nb_markup_fault
finish(struct builder *b, struct nb_markup_tree *ret)
{
	flush_text(b);
	while (b->top->parent != NULL)
		close_element(b);
	*ret = (struct nb_markup_tree){ b->top, b->n };
	g_ptr_array_unref(b->open);
	g_string_free(b->text, TRUE);
	return b->fault;
}

/* “<!DOCTYPE html [<!ENTITY …”: libxml2 would not expand it in HTML, but who
 * writes it wants that. */
static bool
defines_entities(struct nb_str s)
{
	const size_t open = nb_str_find(s, NB_S("<!DOCTYPE"), 0);
	const size_t inner = nb_str_find(s, NB_S("["), open);
	const size_t end = nb_str_find(s, NB_S(">"), open);

	return open != SIZE_MAX && inner < end &&
	    nb_str_find(s, NB_S("<!ENTITY"), inner) != SIZE_MAX;
}

/* Between “<![” and “]>”: “if …”, “endif”. */
static bool
is_condition(struct nb_str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (!g_ascii_isprint(s.p[i]) || s.p[i] == '<')
			return false;
	return nb_str_starts(s, NB_S("if ")) || nb_str_eq(s, NB_S("endif"));
}

/* “<![if x]>” → “<!--f -->”: n bytes are inside. */
static void
cover(char *p, size_t n)
{
	memcpy(p, "<!--", 4);
	memcpy(p + n + 2, "-->", 3);
}

/*
 * “<![if !supportLists]>”, as Word writes it, is a comment in HTML and text
 * to libxml2: a comment of the same length is put in its place.
 */
static struct nb_str
hide_conditions(struct nb_arena *a, struct nb_str bytes)
{
	enum { LONGEST = 200 };
	size_t at = nb_str_find(bytes, NB_S("<!["), 0);
	struct nb_str copy;
	char *p;

	if (at == SIZE_MAX)
		return bytes;
	copy = nb_arena_str(a, bytes);
	p = (char *)copy.p;
	for (; at != SIZE_MAX; at = nb_str_find(copy, NB_S("<!["), at + 1)) {
		const struct nb_str near = nb_str_sub(copy, at + 3, LONGEST);
		const size_t end = nb_str_find(near, NB_S("]>"), 0);

		if (end != SIZE_MAX && is_condition(nb_str_sub(near, 0, end)))
			cover(p + at, end);
	}
	return copy;
}

enum nb_markup_fault
nb_markup_html(
    struct nb_arena *a, struct nb_str bytes, struct nb_markup_tree *ret)
{
	htmlParserCtxtPtr parser;
	struct builder b;

	if (defines_entities(bytes))
		return NB_MARKUP_ENTITIES;
	bytes = nb_html_guard(a, hide_conditions(a, bytes));
	xmlInitParser();
	parser = htmlNewParserCtxt();
	if (parser == NULL)
		nb_out_of_memory();
	start(&b, a, parser, NB_MARKUP_HTML_DEPTH);
	parser->sax->startElement = on_html_start;
	parser->sax->endElement = on_html_end;
	htmlCtxtReadMemory(parser, bytes.p, (int)bytes.n, NULL, "UTF-8",
	    HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC |
		HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING);
	htmlFreeParserCtxt(parser);
	return finish(&b, ret);
}

enum nb_markup_fault
nb_markup_xml(
    struct nb_arena *a, struct nb_str bytes, struct nb_markup_tree *ret)
{
	xmlParserCtxtPtr parser;
	enum nb_markup_fault fault;
	struct builder b;
	bool whole;

	xmlInitParser();
	parser = xmlNewParserCtxt();
	if (parser == NULL)
		nb_out_of_memory();
	start(&b, a, parser, NB_MARKUP_XML_DEPTH);
	parser->sax->startElementNs = on_xml_start;
	parser->sax->endElementNs = on_xml_end;
	parser->sax->internalSubset = on_xml_dtd;
	xmlCtxtReadMemory(parser, bytes.p, (int)bytes.n, NULL, "UTF-8",
	    XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_NOERROR |
		XML_PARSE_NOWARNING);
	whole = parser->wellFormed;
	xmlFreeParserCtxt(parser);
	fault = finish(&b, ret);
	return fault == NB_MARKUP_FINE && !whole ? NB_MARKUP_BROKEN : fault;
}

bool
nb_markup_is(const struct nb_markup *e, const char *name)
{
	return e->kind == NB_MARKUP_ELEMENT &&
	    nb_str_eq(e->name, nb_str_z(name));
}

struct nb_str
nb_markup_attr(const struct nb_markup *e, const char *name)
{
	for (uint32_t i = 0; i < e->n_attrs; i++)
		if (nb_str_eq(e->attr[i].name, nb_str_z(name)))
			return e->attr[i].value;
	return (struct nb_str){ NULL, 0 };
}

const struct nb_markup *
nb_markup_child(const struct nb_markup *e, const char *name)
{
	const struct nb_markup *c = e == NULL ? NULL : e->child;

	while (c != NULL && !nb_markup_is(c, name))
		c = c->next;
	return c;
}
