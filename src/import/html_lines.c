/*
 * import/html_lines.c - a page as lines: white space as a browser treats it,
 * blocks and <br> as line ends, generated numbers as labels.
 */
#include "import/html_lines.h"

#include "base/arena.h"
#include "import/log.h"
#include "import/word_number.h"
#include "model/number.h"

#include <glib.h>
#include <string.h>

/* What an element hands down to those in it. */
struct style {
	unsigned level;
	enum nb_raw_align align;
	bool pre; /* line ends count */
};

struct walker {
	const struct nb_html_page *page;
	struct nb_import_log *log;
	struct nb_lines *to;
	GString *text; /* of the line under way */
	uint32_t row;
	bool blank, torn;    /* white space is due; with a line end in it */
	bool gap;            /* an empty line was here */
	struct nb_str label; /* of the next line */
};

static void node(struct walker *w, const struct nb_markup *e, struct style s);
static void walk(struct walker *w, const struct nb_markup *e, struct style s);

static struct nb_str
text_of(const struct walker *w)
{
	return (struct nb_str){ w->text->str, w->text->len };
}

/* Ends the line under way.  Without words in it there is none. */
static bool
flush(struct walker *w, struct style s)
{
	const struct nb_str text = nb_str_trim(text_of(w));
	struct nb_raw_line line = {
		.row = w->row, .level = s.level, .align = s.align, .gap = w->gap
	};

	if (text.n > 0) {
		line.text = nb_arena_str(w->to->arena, text);
		if (nb_number_typed(text) == 0)
			line.label = w->label;
		nb_lines_add(w->to, line);
		w->label = NB_S("");
		w->gap = false;
	}
	g_string_truncate(w->text, 0);
	w->blank = w->torn = false;
	return text.n > 0;
}

/* A line end that the page asks for; a second one leaves a gap. */
static void
end_line(struct walker *w, struct style s)
{
	if (!flush(w, s))
		w->gap = w->to->n > 0;
}

/* Between Han a line end of the source is no space (CSS Text 3, 4.1.3). */
static void
add_char(struct walker *w, uint32_t c, uint32_t row)
{
	const uint32_t last = nb_str_last(text_of(w));

	if (w->text->len == 0)
		w->row = row;
	else if (w->blank && !(w->torn && nb_is_cjk(last) && nb_is_cjk(c)))
		g_string_append_c(w->text, ' ');
	w->blank = w->torn = false;
	g_string_append_unichar(w->text, c);
}

static void
add_text(struct walker *w, const struct nb_markup *t, struct style s)
{
	uint32_t row = t->line;

	for (size_t at = 0; at < t->text.n;) {
		const uint32_t c = nb_utf8_next(t->text, &at);

		if (c == '\n' && s.pre)
			end_line(w, s);
		w->torn |= c == '\n';
		row += c == '\n';
		if (c == ' ' || (c >= '\t' && c <= '\r'))
			w->blank = true;
		else
			add_char(w, c, row);
	}
}

/* A walker of its own for the inside of e, with everything in it in. */
static struct nb_lines
lines_of(struct walker *outer, const struct nb_markup *e)
{
	struct nb_lines lines = { .arena = outer->to->arena };
	struct walker w = *outer;

	w.to = &lines;
	w.text = g_string_new(NULL);
	w.label = NB_S("");
	if (e->kind == NB_MARKUP_ELEMENT)
		walk(&w, e, (struct style){ 0 });
	else
		add_text(&w, e, (struct style){ 0 });
	flush(&w, (struct style){ 0 });
	g_string_free(w.text, TRUE);
	return lines;
}

static void
log_out(struct walker *w, uint32_t row, struct nb_str was,
    const struct nb_html_reason *why)
{
	nb_log_add(w->log,
	    (struct nb_log_entry){ .what = NB_LOG_LEFT_OUT,
		.row = row,
		.was = was,
		.now = NB_S(""),
		.rule = why->rule,
		.why = why->why });
}

/* Code and comments count only when there are Chinese words in them. */
static void
leave_out(struct walker *w, const struct nb_markup *e)
{
	const struct nb_html_reason *why = w->page->out[e->serial];
	const struct nb_lines lines = lines_of(w, e);
	const struct nb_str was = nb_lines_join(&lines);

	if (was.n > 0 &&
	    (nb_html_role(e) != NB_HTML_CODE || nb_str_han(was) > 0))
		log_out(w, e->line, was, why);
}

static void
leave_comment(struct walker *w, const struct nb_markup *e)
{
	static const struct nb_html_reason comment = { "comment",
		"网页源码里的注释，不显示" };

	if (nb_str_han(e->text) > 0)
		log_out(w, e->line, nb_str_trim(e->text), &comment);
}

/* An icon is no picture. */
static void
leave_picture(struct walker *w, const struct nb_markup *e)
{
	static const struct nb_html_reason picture = { "picture",
		"图片没有读入，这是它的说明文字" };
	const struct nb_str alt = nb_str_trim(nb_markup_attr(e, "alt"));

	if (nb_str_han(alt) > 0)
		log_out(w, e->line, alt, &picture);
}

/* A table is put somewhere itself, and hands down nothing. */
static enum nb_raw_align
align_of(const struct nb_markup *e, enum nb_raw_align inherited)
{
	const struct nb_str style = nb_html_style(e, "text-align");
	const struct nb_str attr = nb_markup_attr(e, "align");
	const char *said = style.n > 0 ? style.p : attr.n > 0 ? attr.p : "";

	if (nb_html_role(e) == NB_HTML_TABLE)
		return NB_RAW_LEFT;
	if (nb_markup_is(e, "center") ||
	    g_ascii_strncasecmp(said, "center", 6) == 0)
		return NB_RAW_CENTRE;
	if (g_ascii_strncasecmp(said, "right", 5) == 0 ||
	    g_ascii_strncasecmp(said, "end", 3) == 0)
		return NB_RAW_RIGHT;
	return *said != '\0' ? NB_RAW_LEFT : inherited;
}

static struct style
style_of(const struct nb_markup *e, struct style outer)
{
	struct style s = outer;

	s.align = align_of(e, outer.align);
	if (nb_html_level(e) > 0)
		s.level = nb_html_level(e);
	s.pre |= nb_markup_is(e, "pre") ||
	    nb_str_starts(nb_html_style(e, "white-space"), NB_S("pre"));
	return s;
}

static void
block(struct walker *w, const struct nb_markup *e, struct style outer)
{
	const struct style s = style_of(e, outer);

	flush(w, outer);
	walk(w, e, s);
	flush(w, s);
}

static void
para(struct walker *w, const struct nb_markup *e, struct style outer)
{
	uint32_t before;

	flush(w, outer);
	before = w->to->n;
	block(w, e, outer);
	if (w->to->n == before)
		w->gap = before > 0;
}

/* How a list numbers its items: type="I", list-style: cjk-ideographic. */
struct ordinal {
	const char *said, *format, *mark;
};

static const struct ordinal *
ordinal_of(const struct nb_markup *list)
{
	static const struct ordinal known[] = {
		{ "none", "none", "" },
		{ "disc", "bullet", "" },
		{ "circle", "bullet", "" },
		{ "square", "bullet", "" },
		{ "decimal-leading-zero", "decimalZero", "." },
		{ "decimal", "decimal", "." },
		{ "cjk-decimal", "ideographDigital", "、" },
		{ "cjk-ideographic", "chineseCountingThousand", "、" },
		{ "simp-chinese-informal", "chineseCountingThousand", "、" },
		{ "trad-chinese-informal", "chineseCountingThousand", "、" },
		{ "cjk-heavenly-stem", "ideographTraditional", "、" },
		{ "cjk-earthly-branch", "ideographZodiac", "、" },
		{ "lower-alpha", "lowerLetter", "." },
		{ "lower-latin", "lowerLetter", "." },
		{ "upper-alpha", "upperLetter", "." },
		{ "upper-latin", "upperLetter", "." },
		{ "lower-roman", "lowerRoman", "." },
		{ "upper-roman", "upperRoman", "." },
		{ "a", "lowerLetter", "." },
		{ "A", "upperLetter", "." },
		{ "i", "lowerRoman", "." },
		{ "I", "upperRoman", "." },
		{ "1", "decimal", "." },
	};
	const struct nb_str type = nb_html_style(list, "list-style-type"),
			    style = nb_html_style(list, "list-style"),
			    attr = nb_markup_attr(list, "type"),
			    said = type.n > 0 ? type
	    : style.n > 0                     ? style
					      : attr;

	for (size_t i = 0; i < NB_COUNT(known); i++)
		if (nb_str_eq(said, nb_str_z(known[i].said)))
			return &known[i];
	return nb_markup_is(list, "ol") ? &known[NB_COUNT(known) - 1]
					: &known[0];
}

/* A whole number below 10000 in an attribute. */
static unsigned
number_of(const struct nb_markup *e, const char *attr, unsigned absent)
{
	const struct nb_str value = nb_str_trim(nb_markup_attr(e, attr));
	size_t at = 0;
	unsigned n;

	return value.n > 0 && nb_is_digit((unsigned char)value.p[0]) &&
		nb_number_read(value, &at, &n)
	    ? n
	    : absent;
}

static void
list(struct walker *w, const struct nb_markup *e, struct style outer)
{
	const struct style s = style_of(e, outer);
	const struct ordinal *o = ordinal_of(e);
	unsigned n = number_of(e, "start", 1);

	flush(w, outer);
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		struct nb_str number;

		if (nb_html_role(c) != NB_HTML_ITEM ||
		    w->page->out[c->serial] != NULL) {
			node(w, c, s);
			continue;
		}
		flush(w, s);
		n = number_of(c, "value", n);
		number = nb_word_number(w->to->arena, nb_str_z(o->format), n++);
		w->label = number.n == 0
		    ? number
		    : nb_arena_printf(
			  w->to->arena, NB_FMT "%s", NB_ARG(number), o->mark);
		block(w, c, s);
		w->label = NB_S("");
	}
	flush(w, s);
}

enum { SPAN_MAX = 100 };

/* A table while it is read. */
struct grid {
	struct nb_raw_row *row;
	uint32_t n;
};

static uint32_t
count(const struct nb_markup *e, enum nb_html_role role)
{
	uint32_t n = 0;

	for (const struct nb_markup *c = e->child; c != NULL; c = c->next)
		if (nb_html_role(c) == NB_HTML_ROWS)
			n += count(c, role);
		else
			n += nb_html_role(c) == role;
	return n;
}

static void
take_row(struct walker *w, struct grid *grid, const struct nb_markup *tr,
    struct style s)
{
	struct nb_raw_row *row = &grid->row[grid->n];
	struct nb_raw_cell *cell =
	    nb_new_n(w->to->arena, struct nb_raw_cell, count(tr, NB_HTML_CELL));

	grid->n++;
	row->cell = cell;
	for (const struct nb_markup *c = tr->child; c != NULL; c = c->next) {
		const unsigned rows = number_of(c, "rowspan", 1);
		const unsigned cols = number_of(c, "colspan", 1);
		struct nb_lines lines;

		if (nb_html_role(c) != NB_HTML_CELL ||
		    w->page->out[c->serial] != NULL) {
			node(w, c, s);
			continue;
		}
		lines = lines_of(w, c);
		cell[row->n++] = (struct nb_raw_cell){
			.text = nb_lines_join(&lines),
			.rows = rows == 0 ? UINT32_MAX : rows,
			.cols = CLAMP(cols, 1, SPAN_MAX),
		};
	}
}

/* What is no row stands before the table. */
static void
take_rows(struct walker *w, struct grid *grid, const struct nb_markup *e,
    struct style s)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next) {
		const enum nb_html_role role = nb_html_role(c);
		const bool in = w->page->out[c->serial] == NULL;

		if (in && role == NB_HTML_ROWS)
			take_rows(w, grid, c, s);
		else if (in && role == NB_HTML_ROW)
			take_row(w, grid, c, s);
		else
			node(w, c, s);
	}
}

/* No cell goes on beyond the last row. */
static void
end_spans(const struct grid *grid)
{
	for (uint32_t r = 0; r < grid->n; r++)
		for (uint32_t c = 0; c < grid->row[r].n; c++) {
			struct nb_raw_cell *cell =
			    (struct nb_raw_cell *)&grid->row[r].cell[c];

			cell->rows = MIN(cell->rows, grid->n - r);
		}
}

static void
table(struct walker *w, const struct nb_markup *e, struct style outer)
{
	struct nb_arena *a = w->to->arena;
	struct nb_raw_table *t = nb_new(a, struct nb_raw_table);
	struct grid grid = { 0 };

	flush(w, outer);
	grid.row = nb_new_n(a, struct nb_raw_row, count(e, NB_HTML_ROW));
	take_rows(w, &grid, e, outer);
	flush(w, outer);
	end_spans(&grid);
	t->row = grid.row;
	t->n = grid.n;
	if (t->n == 0)
		return;
	nb_lines_add(w->to,
	    (struct nb_raw_line){ .row = e->line, .gap = w->gap, .table = t });
	w->gap = false;
}

static void
element(struct walker *w, const struct nb_markup *e, struct style s)
{
	switch (nb_html_role(e)) {
	case NB_HTML_INLINE:
		walk(w, e, s);
		return;
	case NB_HTML_PARA:
	case NB_HTML_HEADING:
		para(w, e, s);
		return;
	case NB_HTML_BREAK:
		end_line(w, s);
		return;
	case NB_HTML_LIST:
		list(w, e, s);
		return;
	case NB_HTML_TABLE:
		if (nb_html_is_layout(e))
			block(w, e, s);
		else
			table(w, e, s);
		return;
	case NB_HTML_PICTURE:
		leave_picture(w, e);
		return;
	case NB_HTML_BLOCK:
	case NB_HTML_ITEM:
	case NB_HTML_ROWS:
	case NB_HTML_ROW:
	case NB_HTML_CELL:
	case NB_HTML_NAVIGATION:
	case NB_HTML_CONTROL:
	case NB_HTML_CODE:
	case NB_HTML_HEAD:
		block(w, e, s);
		return;
	}
	NB_UNREACHABLE();
}

static void
node(struct walker *w, const struct nb_markup *e, struct style s)
{
	if (e->kind == NB_MARKUP_COMMENT)
		leave_comment(w, e);
	else if (w->page->out[e->serial] != NULL)
		leave_out(w, e);
	else if (e->kind == NB_MARKUP_TEXT)
		add_text(w, e, s);
	else if (!nb_markup_is(e, "title"))
		element(w, e, s);
}

static void
walk(struct walker *w, const struct nb_markup *e, struct style s)
{
	for (const struct nb_markup *c = e->child; c != NULL; c = c->next)
		node(w, c, s);
}

void
nb_html_lines(const struct nb_html_page *page, struct nb_lines *to,
    struct nb_import_log *log)
{
	struct walker w = {
		.page = page, .log = log, .to = to, .text = g_string_new(NULL)
	};

	block(&w, page->root, (struct style){ 0 });
	g_string_free(w.text, TRUE);
}
