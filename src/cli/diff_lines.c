/*
 * “+” is new, “-” deleted, “~” changed, “>” moved.
 */
#include "cli/diff_telling.h"

#include "base/arena.h"
#include "base/clip.h"
#include "cli/wrap.h"
#include "diag/render.h"
#include "model/due.h"

enum {
	INDENT = 4,
	DEEPER = 6, /* [cell] */
	SHORT = 44,
	SHORTER = 24 /* what is told as “甲 → 乙” [char] */
};

static const char *
colour_of(char sign)
{
	switch (sign) {
	case '+':
		return "\033[32m";
	case '-':
		return "\033[31m";
	case '>':
		return "\033[36m";
	}
	return "\033[33m";
}

/* “  + 甲”, wrapped; what is deleted and inserted in it in colour. */
static void
write_line(struct nb_telling *t, char sign, unsigned indent, struct nb_str s)
{
	const bool colour = t->look->colour;
	g_autoptr(GString) wrapped = g_string_new(NULL);
	struct nb_str lines;

	g_string_append_printf(t->out, "%*s%s%c%s ", (int)indent - 2, "",
	    colour ? colour_of(sign) : "", sign, colour ? "\033[0m" : "");
	nb_wrap(wrapped, s, indent, t->look->width);
	lines = (struct nb_str){ wrapped->str, wrapped->len };
	if (colour)
		nb_diff_colour(t->out, lines);
	else
		g_string_append_len(t->out, lines.p, (gssize)lines.n);
	g_string_append_c(t->out, '\n');
}

/* A copy fit for a terminal, on one line. */
struct nb_str
nb_telling_clean(struct nb_telling *t, struct nb_str s)
{
	g_autoptr(GString) text = g_string_new(NULL);

	nb_render_text(text, s);
	return nb_arena_str(t->arena, (struct nb_str){ text->str, text->len });
}

/* “2024年6月底 → 2024年9月底，推后” */
static const char *
due_change(const struct nb_diff *d, const struct nb_diff_text *x)
{
	struct nb_date from, to;
	int by;

	if (!nb_str_eq(x->name, NB_S("时限")) ||
	    nb_due_read(x->old, d->old.report->year, &from) != NB_DUE_DATE ||
	    nb_due_read(x->now, d->now.report->year, &to) != NB_DUE_DATE)
		return "";
	by = nb_date_cmp(&to, &from);
	return by > 0 ? "，推后" : by < 0 ? "，提前" : "";
}

static struct nb_str
figure_of(const struct nb_diff_text *x)
{
	return x->n == 2 ? x->edit[1].figure : NB_S("");
}

/* “5次 → 6次，增加1次，20%”, or the text with its changes marked. */
static struct nb_str
value_text(struct nb_telling *t, const struct nb_diff_text *x)
{
	const size_t chars = nb_str_chars(x->old) + nb_str_chars(x->now);
	const struct nb_str figure = figure_of(x);

	if (x->old.n == 0 || x->now.n == 0)
		return nb_telling_clean(t, x->old.n == 0 ? x->now : x->old);
	if (chars > (nb_diff_is_replaced(x) ? SHORT : SHORTER))
		return nb_arena_printf(t->arena, NB_FMT "%s",
		    NB_ARG(nb_diff_marked(t->arena, t->d, x)),
		    due_change(t->d, x));
	return nb_arena_printf(t->arena, NB_FMT " → " NB_FMT "%s" NB_FMT "%s",
	    NB_ARG(nb_telling_clean(t, x->old)),
	    NB_ARG(nb_telling_clean(t, x->now)), figure.n > 0 ? "，" : "",
	    NB_ARG(figure), due_change(t->d, x));
}

char
nb_telling_sign(const struct nb_diff_text *x)
{
	return x->gone || (x->now.n == 0 && x->old.n > 0) ? '-'
	    : x->old.n == 0                               ? '+'
							  : '~';
}

/* “时限：…” */
static void
write_field(struct nb_telling *t, const struct nb_diff_text *x, unsigned indent)
{
	write_line(t, nb_telling_sign(x), indent,
	    nb_arena_printf(t->arena, NB_FMT "：" NB_FMT, NB_ARG(x->name),
		NB_ARG(value_text(t, x))));
}

/* Figures in running text, but for those that 指标 has told. */
static void
write_figures(struct nb_telling *t, const struct nb_diff_change *c)
{
	for (uint32_t i = 0; i < c->n; i++)
		for (uint32_t k = 1; k < c->text[i].n; k++) {
			const struct nb_diff_edit *e = &c->text[i].edit[k];
			struct nb_str line =
			    nb_arena_printf(t->arena, NB_FMT " → " NB_FMT,
				NB_ARG(e[-1].old), NB_ARG(e->now));

			if (e->figure.n == 0 ||
			    g_hash_table_contains(t->figure, line.p))
				continue;
			line = nb_arena_printf(t->arena, NB_FMT "，" NB_FMT,
			    NB_ARG(line), NB_ARG(e->figure));
			g_string_append_printf(t->out, "%*s", (int)DEEPER, "");
			nb_wrap(t->out, line, DEEPER, t->look->width);
			g_string_append_c(t->out, '\n');
		}
}

static bool
is_titled(const struct nb_diff_row *row)
{
	return row->kind == NB_DIFF_METADATA || row->kind == NB_DIFF_HEADING ||
	    row->kind == NB_DIFF_PROBLEMS || row->kind == NB_DIFF_NEXT ||
	    row->kind == NB_DIFF_LAST || row->kind == NB_DIFF_TASK_TABLE;
}

/* What a row that has several fields is called by in its line. */
static struct nb_str
row_name(struct nb_telling *t, const struct nb_diff_row *row)
{
	const struct nb_str main = nb_telling_clean(t, nb_diff_main(row));

	switch (row->kind) {
	case NB_DIFF_HEADING:
	case NB_DIFF_PROBLEMS:
	case NB_DIFF_NEXT:
	case NB_DIFF_LAST:
		return NB_S("标题");
	case NB_DIFF_TABLE:
	case NB_DIFF_CHART:
	case NB_DIFF_TASK_TABLE:
		return nb_diff_title(t->arena, row);
	case NB_DIFF_CELLS:
		return nb_arena_printf(
		    t->arena, "第%u行“" NB_FMT "”", row->number, NB_ARG(main));
	case NB_DIFF_INDICATOR:
		return main;
	case NB_DIFF_PROBLEM:
	case NB_DIFF_NEXT_TASK:
	case NB_DIFF_LAST_TASK:
	case NB_DIFF_TASK_GROUP:
	case NB_DIFF_TASK_ROW:
		return nb_arena_printf(
		    t->arena, "%u. " NB_FMT, row->number, NB_ARG(main));
	case NB_DIFF_METADATA:
	case NB_DIFF_NOTICE:
	case NB_DIFF_LEAD:
	case NB_DIFF_PARAGRAPH:
	case NB_DIFF_CLOSING:
	case NB_DIFF_KINDS:
		return main;
	}
	NB_UNREACHABLE();
}

/* “甲 | 乙 | 丙” of a row of a table, “甲；时限：乙” of others. */
static struct nb_str
whole_row(struct nb_telling *t, const struct nb_diff_row *row)
{
	const bool cells = row->kind == NB_DIFF_CELLS;
	g_autoptr(GString) s = g_string_new(NULL);

	nb_render_text(s, nb_diff_main(row));
	for (uint32_t i = 1; i < row->n; i++) {
		const struct nb_diff_field *f = &row->field[i];

		if (nb_str_eq(f->name, NB_S("层次")))
			continue;
		g_string_append(s, cells ? " | " : "；");
		if (!cells)
			g_string_append_printf(s, NB_FMT "：", NB_ARG(f->name));
		nb_render_text(s, f->text);
	}
	return nb_arena_str(t->arena, (struct nb_str){ s->str, s->len });
}

/* A heading that is new, or gone; what stands under it follows. */
static void
write_whole_heading(
    struct nb_telling *t, const struct nb_diff_row *row, bool gone)
{
	const char *what = row->kind == NB_DIFF_HEADING ? "整章" : "整个部分";

	if (row->over == NB_DIFF_NONE)
		write_line(t, gone ? '-' : '+', INDENT,
		    nb_arena_printf(
			t->arena, "%s%s", what, gone ? "删去" : "新增"));
	else
		write_line(t, gone ? '-' : '+', INDENT,
		    nb_arena_printf(t->arena, NB_FMT NB_FMT, NB_ARG(row->mark),
			NB_ARG(whole_row(t, row))));
}

/* A row that is new, or gone: a paragraph's sentences may be elsewhere. */
void
nb_telling_whole(struct nb_telling *t, const struct nb_diff_change *c)
{
	const bool gone = c->now == NB_DIFF_NONE;
	const struct nb_diff_row *row =
	    gone ? &t->d->old.row[c->old] : &t->d->now.row[c->now];
	bool linked = false;

	if (is_titled(row)) {
		write_whole_heading(t, row, gone);
		return;
	}
	for (uint32_t i = 0; c->n == 1 && i < c->text[0].n; i++)
		linked |= c->text[0].edit[i].row != NB_DIFF_NONE;
	write_line(t, gone ? '-' : '+', INDENT,
	    linked ? nb_diff_marked(t->arena, t->d, &c->text[0])
		   : whole_row(t, row));
}

void
nb_telling_moved(struct nb_telling *t, const struct nb_diff_change *c)
{
	const struct nb_diff_row *row = &t->d->now.row[c->now];
	const struct nb_str from = nb_diff_place(t->arena, &t->d->old, c->old);

	if (row->kind == NB_DIFF_HEADING && row->over == NB_DIFF_NONE)
		write_line(t, '>', INDENT,
		    nb_arena_printf(t->arena, "整章移动，" NB_FMT,
			NB_ARG(
			    nb_diff_neighbour(t->arena, &t->d->old, c->old))));
	else
		write_line(t, '>', INDENT,
		    nb_arena_printf(t->arena, "移自" NB_FMT "：" NB_FMT,
			NB_ARG(from),
			NB_ARG(nb_clip(t->arena,
			    nb_telling_clean(t, nb_diff_main(row))))));
}

/* Nothing in it differs but 字形. */
static bool
is_kept(const struct nb_diff_text *x)
{
	for (uint32_t i = 0; i < x->n; i++)
		if (x->edit[i].op != NB_DIFF_KEEP)
			return false;
	return x->n > 0;
}

/* Told on one line: “合法性审核：39件 → 47件，增加8件；算式：…”. */
static bool
is_short(const struct nb_diff_row *row)
{
	return row->kind == NB_DIFF_INDICATOR || row->kind == NB_DIFF_CELLS;
}

/* “上年：〔＋5次〕” */
static struct nb_str
inline_field(struct nb_telling *t, const struct nb_diff_text *x)
{
	const bool whole = x->old.n > 0 && x->now.n > 0;

	return nb_arena_printf(t->arena, NB_FMT "：" NB_FMT, NB_ARG(x->name),
	    NB_ARG(
		whole ? value_text(t, x) : nb_diff_marked(t->arena, t->d, x)));
}

static void
write_short(struct nb_telling *t, const struct nb_diff_row *row,
    const struct nb_diff_change *c)
{
	const struct nb_str name = row_name(t, row);
	g_autoptr(GString) line = g_string_new_len(name.p, (gssize)name.n);

	for (uint32_t i = 0; i < c->n; i++) {
		const struct nb_diff_text *x = &c->text[i];
		const bool value = nb_str_eq(x->name, NB_S("值"));

		if (is_kept(x))
			continue;
		g_string_append(line, value ? "：" : i > 0 ? "；" : "，");
		g_string_append_printf(line, NB_FMT,
		    NB_ARG(value ? value_text(t, x) : inline_field(t, x)));
	}
	write_line(t, '~', INDENT, (struct nb_str){ line->str, line->len });
}

/* A task, a problem: its own words, then what is said of it. */
static void
write_long(struct nb_telling *t, const struct nb_diff_row *row,
    const struct nb_diff_change *c)
{
	const struct nb_diff_text *first = &c->text[0];
	const bool own =
	    row->n > 0 && nb_str_eq(first->name, row->field[0].name);

	if (own)
		write_line(t, '~', INDENT,
		    nb_arena_printf(t->arena, "%u. " NB_FMT, row->number,
			NB_ARG(nb_diff_marked(t->arena, t->d, first))));
	else
		write_line(t, '~', INDENT, row_name(t, row));
	for (uint32_t i = own; i < c->n; i++)
		if (!is_kept(&c->text[i]))
			write_field(t, &c->text[i], DEEPER);
}

void
nb_telling_changed(struct nb_telling *t, const struct nb_diff_change *c)
{
	const struct nb_diff_row *row = &t->d->now.row[c->now];

	if (nb_diff_is_paragraph(row)) {
		write_line(t, '~', INDENT,
		    nb_diff_marked(t->arena, t->d, &c->text[0]));
		write_figures(t, c);
		return;
	}
	if (is_titled(row)) {
		for (uint32_t i = 0; i < c->n; i++)
			if (!is_kept(&c->text[i]))
				write_field(t, &c->text[i], INDENT);
		return;
	}
	if (is_short(row))
		write_short(t, row, c);
	else
		write_long(t, row, c);
}
