/*
 * A list with a level for each depth of headings; depths that are counted
 * through have lists of their own, since not all programs can keep a level from
 * beginning anew.  We count as Word will; where the report's number is another,
 * a w:num begins there with it.
 */
#include "output/docx/number.h"

#include "base/arena.h"
#include "model/number.h"

#define WORD "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* The common list, its w:num; those of a depth by itself; those that begin
 * with some number. */
enum { LEVELS = 9, COMMON = 0, NUM = 1, OWN_NUM, START_NUM = OWN_NUM + LEVELS };

struct level {
	struct nb_str mark;
	const struct nb_text_style *style;
	bool through; /* never begins anew: a list of its own */
	unsigned count;
};

/* A w:num that begins a level with a number. */
struct start {
	unsigned level, number;
};

struct nb_ooxml_numbers {
	struct level level[LEVELS];
	GArray *start; /* of struct start; the first w:num has none */
};

static void
note_level(const struct nb_ooxml *x, struct nb_ooxml_numbers *n,
    const struct nb_ms_block *heading, unsigned depth)
{
	struct level *level;

	if (depth > LEVELS)
		return;
	level = &n->level[depth - 1];
	level->mark = heading->mark;
	level->style = &nb_template_heading(x->t, heading->mark, depth)->text;
	level->through = nb_str_eq(heading->mark, x->m->through);
}

struct nb_ooxml_numbers *
nb_ooxml_numbers_new(const struct nb_ooxml *x)
{
	struct nb_ooxml_numbers *n = nb_new(x->arena, struct nb_ooxml_numbers);
	unsigned title = 0;

	n->start = g_array_new(FALSE, TRUE, sizeof(struct start));
	for (unsigned i = 0; i < NB_HEADING_LEVELS; i++) {
		n->level[i].mark = x->t->heading[i].mark;
		n->level[i].style = &x->t->heading[i].text;
	}
	for (uint32_t i = 0; i < x->m->n; i++) {
		const struct nb_ms_block *b = &x->m->block[i];

		if (b->kind == NB_MS_TITLE)
			title = b->level;
		else if (b->kind == NB_MS_HEADING)
			note_level(x, n, b, b->level - title);
	}
	return n;
}

void
nb_ooxml_numbers_free(struct nb_ooxml_numbers *n)
{
	g_array_unref(n->start);
}

struct nb_ooxml_number
nb_ooxml_number_of(const struct nb_ooxml_numbers *n, unsigned depth)
{
	const unsigned at = depth - 1;

	return n->level[at].through
	    ? (struct nb_ooxml_number){ OWN_NUM + at, 0 }
	    : (struct nb_ooxml_number){ NUM, at };
}

struct nb_ooxml_number
nb_ooxml_number(struct nb_ooxml_numbers *n, const struct nb_ms_block *heading,
    unsigned depth)
{
	const struct start start = { depth - 1, heading->number };
	struct nb_ooxml_number ret = { 0 };
	bool follows;

	if (depth > LEVELS || heading->mark.n == 0)
		return ret;
	ret = nb_ooxml_number_of(n, depth);
	follows = !nb_number_is_pattern(heading->mark) ||
	    n->level[depth - 1].count + 1 == heading->number;
	n->level[depth - 1].count = heading->number;
	for (unsigned i = depth; i < LEVELS; i++)
		if (!n->level[i].through)
			n->level[i].count = 0;
	if (follows)
		return ret;
	g_array_append_val(n->start, start);
	ret.num = START_NUM + n->start->len - 1;
	return ret;
}

/* “（一）” is “（%2）”; a mark without a number is itself. */
static char *
pattern_of(struct nb_str mark, unsigned level, const char **format)
{
	const size_t han = nb_str_find(mark, NB_S("一"), 0);
	const size_t arabic = nb_str_find(mark, NB_S("1"), 0);
	const size_t at = MIN(han, arabic);
	const size_t n = han < arabic ? NB_S("一").n : 1;

	*format = "none";
	if (at == SIZE_MAX)
		return g_strndup(mark.p, mark.n);
	*format = han < arabic ? "chineseCounting" : "decimal";
	return g_strdup_printf(NB_FMT "%%%u" NB_FMT,
	    NB_ARG(nb_str_sub(mark, 0, at)), level + 1,
	    NB_ARG(nb_str_from(mark, at + n)));
}

static void
write_pattern(struct nb_xml *to, const struct level *level, unsigned i)
{
	const char *format;
	g_autofree char *text =
	    pattern_of(level->mark, level->through ? 0 : i, &format);

	nb_xml_val(to, "w:numFmt", format);
	if (i < NB_HEADING_LEVELS)
		nb_xml_val(
		    to, "w:pStyle", nb_ooxml_style_id(NB_OFFICE_HEADING + i));
	nb_xml_val(to, "w:suff", "nothing");
	nb_xml_val(to, "w:lvlText", text);
}

static void
write_level(struct nb_xml *to, const struct nb_ooxml *x, unsigned i)
{
	const struct level *level = &x->numbers->level[i];
	const struct nb_ooxml_look look = {
		.indented = true, .first = x->t->indent, .chars = true
	};
	struct nb_text_style style;
	struct nb_ooxml_face face;

	if (level->mark.n == 0)
		return;
	style = *level->style;
	style.size = x->t->body.size;
	face = nb_ooxml_face_of(&x->names, &style);
	nb_xml_open(to, "w:lvl");
	nb_xml_int(to, "w:ilvl", level->through ? 0 : i);
	nb_xml_val_int(to, "w:start", 1);
	write_pattern(to, level, i);
	nb_xml_val(to, "w:lvlJc", "left");
	nb_xml_open(to, "w:pPr");
	nb_ooxml_write_look(to, &x->names, &look);
	nb_xml_close(to);
	nb_xml_open(to, "w:rPr");
	nb_ooxml_write_face(to, &x->names, &face);
	nb_xml_close(to);
	nb_xml_close(to);
}

/* own: the depth, from 0, that the list is of; LEVELS: the common one. */
static void
write_list(struct nb_xml *to, const struct nb_ooxml *x, unsigned own)
{
	nb_xml_open(to, "w:abstractNum");
	nb_xml_int(to, "w:abstractNumId", own < LEVELS ? own + 1 : COMMON);
	nb_xml_val(to, "w:multiLevelType",
	    own < LEVELS ? "singleLevel" : "multilevel");
	for (unsigned i = 0; i < LEVELS; i++)
		if (own < LEVELS ? i == own : !x->numbers->level[i].through)
			write_level(to, x, i);
	nb_xml_close(to);
}

static void
write_num(
    struct nb_xml *to, unsigned id, unsigned list, const struct start *start)
{
	nb_xml_open(to, "w:num");
	nb_xml_int(to, "w:numId", id);
	nb_xml_val_int(to, "w:abstractNumId", list);
	if (start != NULL) {
		nb_xml_open(to, "w:lvlOverride");
		nb_xml_int(to, "w:ilvl", list == COMMON ? start->level : 0);
		nb_xml_val_int(to, "w:startOverride", start->number);
		nb_xml_close(to);
	}
	nb_xml_close(to);
}

static void
write_nums(struct nb_xml *to, const struct nb_ooxml_numbers *n)
{
	write_num(to, NUM, COMMON, NULL);
	for (unsigned i = 0; i < LEVELS; i++)
		if (n->level[i].through)
			write_num(to, OWN_NUM + i, i + 1, NULL);
	for (guint i = 0; i < n->start->len; i++) {
		const struct start *start =
		    &g_array_index(n->start, struct start, i);
		const bool own = n->level[start->level].through;

		write_num(
		    to, START_NUM + i, own ? start->level + 1 : COMMON, start);
	}
}

GString *
nb_ooxml_numbering(const struct nb_ooxml *x)
{
	const struct nb_ooxml_numbers *n = x->numbers;
	struct nb_xml *to = nb_xml_new();

	nb_xml_open(to, "w:numbering");
	nb_xml_attr(to, "xmlns:w", WORD);
	write_list(to, x, LEVELS);
	for (unsigned i = 0; i < LEVELS; i++)
		if (n->level[i].through)
			write_list(to, x, i);
	write_nums(to, n);
	nb_xml_close(to);
	return nb_xml_finish(to);
}
