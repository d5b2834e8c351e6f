#include "source/parse.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/codes.h"
#include "source/repair.h"
#include "source/scalar.h"
#include "source/tree.h"

#include <glib.h>
#include <string.h>
#include <yaml.h>

/* libyaml counts characters, so a place is found by walking from the last. */
struct cursor {
	struct nb_str bytes;
	size_t index; /* [char] */
	size_t at;    /* [byte] */
};

struct builder {
	struct nb_arena *arena;
	struct nb_diags *diags;
	const struct nb_mended *mended;
	struct cursor cursor;
	uint32_t n_documents;
	struct nb_tree tree;
};

static bool
is_continuation(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

static uint32_t
seek(struct cursor *c, size_t index)
{
	const char *p = c->bytes.p;

	while (c->index < index && c->at < c->bytes.n) {
		c->at++;
		while (c->at < c->bytes.n && is_continuation(p[c->at]))
			c->at++;
		c->index++;
	}
	while (c->index > index && c->at > 0) {
		c->at--;
		while (c->at > 0 && is_continuation(p[c->at]))
			c->at--;
		c->index--;
	}
	return (uint32_t)c->at;
}

static struct nb_stop
stop_of(const yaml_parser_t *p, struct cursor *c)
{
	struct nb_stop stop = { .problem = p->problem, .context = p->context };

	if (stop.problem == NULL)
		stop.problem = "";
	if (p->error == YAML_READER_ERROR) {
		stop.at = (uint32_t)MIN(p->problem_offset, c->bytes.n);
		stop.context_at = stop.at;
		return stop;
	}
	stop.context_at =
	    seek(c, (p->context ? p->context_mark : p->problem_mark).index);
	stop.at = seek(c, p->problem_mark.index);
	return stop;
}

static bool
open_parser(yaml_parser_t *p, struct nb_str bytes)
{
	if (!yaml_parser_initialize(p))
		nb_out_of_memory();
	yaml_parser_set_encoding(p, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(
	    p, (const unsigned char *)bytes.p, bytes.n);
	return true;
}

struct nb_stop
nb_parse_stop(const struct nb_mended *m)
{
	struct cursor cursor = { .bytes = m->bytes };
	struct nb_stop stop = { 0 };
	uint32_t depth = 0;
	yaml_parser_t p;
	bool more = open_parser(&p, m->bytes);

	while (more) {
		yaml_event_t event;

		if (!yaml_parser_parse(&p, &event)) {
			stop = stop_of(&p, &cursor);
			break;
		}
		depth += event.type == YAML_MAPPING_START_EVENT ||
		    event.type == YAML_SEQUENCE_START_EVENT;
		depth -= event.type == YAML_MAPPING_END_EVENT ||
		    event.type == YAML_SEQUENCE_END_EVENT;
		more = event.type != YAML_STREAM_END_EVENT &&
		    depth <= NB_DEPTH_MAX;
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&p);
	return stop;
}

static struct nb_span
span_of(const struct builder *b, uint32_t begin, uint32_t end)
{
	struct nb_span span = { b->mended->text,
		nb_mended_begin(b->mended, begin),
		nb_mended_end(b->mended, end) };

	if (span.end < span.begin)
		span.end = span.begin;
	return span;
}

/* Behind the character at a place of the copy. */
static uint32_t
next_char(const struct builder *b, uint32_t at)
{
	size_t next = at;

	if (at < b->mended->bytes.n)
		nb_utf8_next(b->mended->bytes, &next);
	return (uint32_t)next;
}

/* A place to show, where the event itself takes no room. */
static struct nb_span
visible(struct builder *b, const yaml_event_t *e)
{
	const uint32_t begin = seek(&b->cursor, e->start_mark.index);
	const uint32_t end = seek(&b->cursor, e->end_mark.index);

	return span_of(b, begin, MAX(end, next_char(b, begin)));
}

/* From & or ! to the blank behind it. */
static struct nb_span
property_span(const struct builder *b, uint32_t begin)
{
	const struct nb_str bytes = b->mended->bytes;
	uint32_t end = begin;

	while (end < bytes.n && strchr(" \t\n,]}", bytes.p[end]) == NULL)
		end++;
	return span_of(b, begin, end);
}

/* Steps over &anchor and !tag, which are reported, to the value itself. */
static uint32_t
skip_properties(struct builder *b, uint32_t at)
{
	const struct nb_str bytes = b->mended->bytes;

	while (at < bytes.n && (bytes.p[at] == '&' || bytes.p[at] == '!')) {
		const struct nb_span span = property_span(b, at);

		if (bytes.p[at] == '&')
			nb_diag_add(b->diags, &nb_code_Y14, span,
			    "这里有锚点“" NB_FMT "”，已略过",
			    NB_ARG(nb_span_str(span)));
		else
			nb_diag_add(b->diags, &nb_code_Y15, span,
			    "这里有类型标记“" NB_FMT "”，已略过",
			    NB_ARG(nb_span_str(span)));
		while (at < bytes.n && strchr(" \t\n,]}", bytes.p[at]) == NULL)
			at++;
		while (at < bytes.n && strchr(" \t\n", bytes.p[at]) != NULL)
			at++;
	}
	return at;
}

/* Nothing is written: the place is the key's, or the dash of the item. */
static struct nb_span
absent_span(const struct builder *b, uint32_t at)
{
	const struct nb_span *key = nb_tree_key(&b->tree);
	const struct nb_str bytes = b->mended->bytes;

	if (key != NULL)
		return *key;
	if (at > 0 && bytes.p[at - 1] == '-')
		return span_of(b, at - 1, at);
	return span_of(b, at, at + (at < bytes.n && bytes.p[at] == ':'));
}

static enum nb_scalar_style
style_of(yaml_scalar_style_t style)
{
	switch (style) {
	case YAML_SINGLE_QUOTED_SCALAR_STYLE:
	case YAML_DOUBLE_QUOTED_SCALAR_STYLE:
		return NB_STYLE_QUOTED;
	case YAML_LITERAL_SCALAR_STYLE:
		return NB_STYLE_LITERAL;
	case YAML_FOLDED_SCALAR_STYLE:
		return NB_STYLE_FOLDED;
	case YAML_ANY_SCALAR_STYLE:
	case YAML_PLAIN_SCALAR_STYLE:
		return NB_STYLE_PLAIN;
	}
	NB_UNREACHABLE();
}

/* As the user wrote it, whatever the mended copy says. */
static enum nb_scalar_style
style_in_file(const struct builder *b, uint32_t at, enum nb_scalar_style style)
{
	const struct nb_str bytes = b->mended->text->bytes;

	if (at >= bytes.n)
		return style;
	if (style == NB_STYLE_LITERAL && bytes.p[at] == '>')
		return NB_STYLE_FOLDED;
	if (style == NB_STYLE_QUOTED && bytes.p[at] != '"' &&
	    bytes.p[at] != '\'')
		return NB_STYLE_PLAIN;
	return style;
}

/* A block scalar's place is its text, without | and trailing empty lines. */
static struct nb_span
block_span(const struct nb_node *node)
{
	const struct nb_seg *seg = node->scalar.seg;
	const uint32_t n = node->scalar.n_seg;

	if (n == 0)
		return node->span;
	return (struct nb_span){ node->span.text, seg[0].src,
		seg[n - 1].src + seg[n - 1].n };
}

static void
add_scalar(struct builder *b, const yaml_event_t *e)
{
	const uint32_t start = seek(&b->cursor, e->start_mark.index);
	const struct nb_str value = { (const char *)e->data.scalar.value,
		e->data.scalar.length };
	const struct nb_str copy = nb_arena_str(b->arena, value);
	struct nb_scalar_in in = { .style = style_of(e->data.scalar.style),
		.value = (char *)copy.p,
		.n = (uint32_t)copy.n };
	struct nb_node *node;
	bool folded;

	in.begin = skip_properties(b, start);
	in.end = MAX(seek(&b->cursor, e->end_mark.index), in.begin);
	if (in.style == NB_STYLE_PLAIN && in.n == 0) {
		nb_tree_put_empty(&b->tree, absent_span(b, in.begin));
		return;
	}
	node = nb_new(b->arena, struct nb_node);
	node->span = span_of(b, in.begin, in.end);
	folded = nb_scalar_read(b->arena, b->mended, &in, node);
	if (in.style == NB_STYLE_LITERAL)
		node->span = block_span(node);
	if ((folded || in.style == NB_STYLE_FOLDED) && b->tree.depth > 0)
		nb_diag_add(b->diags, &nb_code_Y07, node->span,
		    folded ? "文字分成了几行，却没有用“|”"
			   : "“>”会把换行变成空格");
	node->scalar.style = style_in_file(
	    b, nb_mended_begin(b->mended, in.begin), node->scalar.style);
	nb_tree_put(&b->tree, node);
}

static bool
open_branch(struct builder *b, const yaml_event_t *e, enum nb_node_kind kind)
{
	const uint32_t start = seek(&b->cursor, e->start_mark.index);
	const uint32_t begin = skip_properties(b, start);

	return nb_tree_open(
	    &b->tree, kind, span_of(b, begin, next_char(b, begin)));
}

/* A flow collection ends behind its bracket, a block one with its content. */
static void
close_branch(struct builder *b, const yaml_event_t *e)
{
	const uint32_t begin = seek(&b->cursor, e->start_mark.index);
	const uint32_t end = seek(&b->cursor, e->end_mark.index);

	nb_tree_close(
	    &b->tree, end > begin ? nb_mended_end(b->mended, end) : 0);
}

static void
add_alias(struct builder *b, const yaml_event_t *e)
{
	const struct nb_span span = visible(b, e);

	nb_diag_add(b->diags, &nb_code_Y14, span,
	    "这里引用了别处的内容“" NB_FMT "”，当作空白",
	    NB_ARG(nb_span_str(span)));
	nb_tree_put_empty(&b->tree, span);
}

/* false: nothing more is read. */
static bool
take(struct builder *b, const yaml_event_t *e)
{
	switch (e->type) {
	case YAML_SCALAR_EVENT:
		add_scalar(b, e);
		return true;
	case YAML_ALIAS_EVENT:
		add_alias(b, e);
		return true;
	case YAML_MAPPING_START_EVENT:
		return open_branch(b, e, NB_NODE_MAP);
	case YAML_SEQUENCE_START_EVENT:
		return open_branch(b, e, NB_NODE_LIST);
	case YAML_MAPPING_END_EVENT:
	case YAML_SEQUENCE_END_EVENT:
		close_branch(b, e);
		return true;
	case YAML_DOCUMENT_START_EVENT:
		if (b->n_documents++ == 0)
			return true;
		nb_diag_add(b->diags, &nb_code_Y17, visible(b, e),
		    "文件从这里起是另一份内容，没有读");
		return false;
	case YAML_STREAM_END_EVENT:
		return false;
	case YAML_NO_EVENT:
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return true;
	}
	NB_UNREACHABLE();
}

const struct nb_node *
nb_parse(struct nb_arena *a, const struct nb_mended *m, struct nb_diags *d,
    struct nb_stop *stop)
{
	struct builder b = { .arena = a,
		.diags = d,
		.mended = m,
		.cursor = { .bytes = m->bytes } };
	yaml_parser_t p;
	bool more = open_parser(&p, m->bytes);

	nb_tree_init(&b.tree, a, d);
	*stop = (struct nb_stop){ 0 };
	while (more) {
		yaml_event_t event;

		if (!yaml_parser_parse(&p, &event)) {
			*stop = stop_of(&p, &b.cursor);
			break;
		}
		more = take(&b, &event);
		yaml_event_delete(&event);
	}
	yaml_parser_delete(&p);
	return nb_tree_finish(&b.tree, m->text);
}
