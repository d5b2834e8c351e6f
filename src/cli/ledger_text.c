/*
 * cli/ledger_text.c - a ledger on a terminal: an overview when there are
 * several organs, then each of them.
 */
#include "cli/ledger_show.h"

#include "base/arena.h"
#include "cli/ledger_words.h"
#include "cli/spark.h"
#include "cli/table.h"
#include "cli/wrap.h"
#include "diag/render.h"

enum { YEARS = 5 /* side by side */, STEP = 5, DETAIL = 11 /* [cell] */ };

struct writing {
	GString *out;
	struct nb_arena *arena;
	const struct nb_ledger_form *form;
};

/* A copy fit for a terminal. */
static struct nb_str
clean(const struct writing *w, struct nb_str s)
{
	g_autoptr(GString) text = g_string_new(NULL);

	nb_render_text(text, s);
	return nb_arena_str(w->arena, (struct nb_str){ text->str, text->len });
}

static void
write_wrapped(const struct writing *w, unsigned indent, struct nb_str s)
{
	nb_wrap(w->out, clean(w, s), indent, w->form->width);
	g_string_append_c(w->out, '\n');
}

/* A line of its own at that cell; nothing for nothing. */
static void
write_line(const struct writing *w, unsigned indent, struct nb_str s)
{
	if (s.n == 0)
		return;
	g_string_append_printf(w->out, "%*s", (int)indent, "");
	write_wrapped(w, indent, s);
}

static const char *
colour_of(enum nb_ledger_state state)
{
	if (state <= NB_LEDGER_NOT)
		return "\033[31m";
	return nb_ledger_is_open(state) ? "\033[33m" : "\033[32m";
}

static void
write_state(const struct writing *w, enum nb_ledger_state state)
{
	const char *word = nb_ledger_state_word(state);

	if (w->form->colour)
		g_string_append_printf(
		    w->out, "%s%s\033[0m", colour_of(state), word);
	else
		g_string_append(w->out, word);
}

static void
write_title(const struct writing *w, const char *title, unsigned n)
{
	g_string_append_printf(w->out, "\n%s%s（%u项）%s\n",
	    w->form->colour ? "\033[1m" : "", title, n,
	    w->form->colour ? "\033[0m" : "");
}

/* “2022年  部分完成  疑似（相似72%）  2022.yaml:20（上年任务）” */
static void
write_step(
    const struct writing *w, const struct nb_ledger_promise *p, uint32_t i)
{
	const struct nb_ledger_step *s = &p->step[i];
	const struct nb_ledger_entry *e = s->entry;
	const struct nb_str doubt = nb_ledger_doubt(w->arena, s);
	struct nb_str line = nb_ledger_step_word(w->arena, p, i);

	g_string_append_printf(w->out, "%*s%d  ", STEP, "", s->year);
	if (e != NULL)
		line = nb_arena_printf(w->arena,
		    NB_FMT "%s" NB_FMT "  " NB_FMT "（%s）", NB_ARG(line),
		    doubt.n > 0 ? "  " : "", NB_ARG(doubt),
		    NB_ARG(nb_ledger_place(w->arena, e)),
		    nb_ledger_key_word(e->key));
	write_wrapped(w, DETAIL, line);
	if (e == NULL)
		return;
	if (doubt.n > 0)
		write_line(w, DETAIL,
		    nb_arena_printf(w->arena, "“" NB_FMT "”", NB_ARG(e->text)));
	write_line(w, DETAIL,
	    s->event == NB_LEDGER_PROMISED ? nb_ledger_terms(w->arena, e)
					   : nb_ledger_grounds(w->arena, e));
}

static void
write_promise(
    const struct writing *w, const struct nb_ledger_promise *p, uint32_t number)
{
	const struct nb_str age = nb_ledger_age(w->arena, p);

	g_string_append_printf(w->out, "%3u  ", number);
	write_wrapped(w, STEP, p->step[0].entry->text);
	g_string_append_printf(w->out, "%*s", STEP, "");
	write_state(w, p->state);
	if (age.n > 0)
		g_string_append_printf(w->out, "，" NB_FMT, NB_ARG(age));
	g_string_append_c(w->out, '\n');
	for (uint32_t i = 0; i < p->n; i++)
		write_step(w, p, i);
}

static void
write_promises(const struct writing *w, const struct nb_ledger_organ *o)
{
	for (uint32_t i = 0; i < o->n_promises; i++) {
		if (i == 0 && o->n_open > 0)
			write_title(w, "未了的承诺", o->n_open);
		if (i == o->n_open)
			write_title(w, "已了的承诺", o->n_promises - i);
		write_promise(w, &o->promise[i], i + 1);
	}
}

static const char *
cell_of(const struct writing *w, struct nb_str s)
{
	return clean(w, s).p;
}

static struct nb_str
spark_of(struct nb_arena *a, const struct nb_ledger_figure *f)
{
	struct nb_spark *spark = nb_new_n(a, struct nb_spark, f->n);
	uint32_t n = 0;

	for (uint32_t i = 0; i < f->n; i++)
		if (f->point[i].drawn)
			spark[n++] = (struct nb_spark){ f->point[i].year,
				f->point[i].n };
	return n < 2 ? NB_S("") : nb_spark(a, spark, n);
}

/* The figures in some of the years; behind the last ones change and chart. */
static void
write_block(const struct writing *w, const struct nb_ledger_organ *o,
    const int *year, uint32_t n, bool last)
{
	struct nb_table_row *row =
	    nb_new_n(w->arena, struct nb_table_row, (size_t)o->n_figures + 1);

	row[0].cell[0] = "指标";
	for (uint32_t k = 0; k < n; k++)
		row[0].cell[k + 1] = nb_arena_printf(w->arena, "%d", year[k]).p;
	row[0].cell[n + 1] = last ? "较前次" : NULL;
	row[0].cell[n + 2] = last ? "走势" : NULL;
	for (uint32_t i = 0; i < o->n_figures; i++) {
		const struct nb_ledger_figure *f = &o->figure[i];
		const char **cell = row[i + 1].cell;

		cell[0] = cell_of(w, f->name);
		for (uint32_t k = 0; k < n; k++)
			cell[k + 1] =
			    cell_of(w, nb_ledger_value_in(f, year[k]));
		cell[n + 1] = last ? cell_of(w, nb_ledger_change(f)) : NULL;
		cell[n + 2] = last ? spark_of(w->arena, f).p : NULL;
	}
	nb_table_write(w->out, "  ", row, (size_t)o->n_figures + 1);
}

static void
write_remarks(const struct writing *w, const struct nb_ledger_figure *f)
{
	struct nb_str remark[NB_LEDGER_REMARKS];

	for (uint32_t i = 0; i < f->n; i++) {
		const uint32_t n = nb_ledger_remarks(w->arena, f, i, remark);

		for (uint32_t k = 0; k < n; k++)
			write_line(w, 2,
			    nb_arena_printf(w->arena, NB_FMT "：" NB_FMT,
				NB_ARG(f->name), NB_ARG(remark[k])));
	}
}

static void
write_figures(const struct writing *w, const struct nb_ledger_organ *o)
{
	uint32_t n = 0, i = 0;
	const int *year = nb_ledger_figure_years(w->arena, o, &n);

	if (o->n_figures == 0)
		return;
	write_title(w, "历年指标", o->n_figures);
	for (; i + YEARS < n; i += YEARS)
		write_block(w, o, &year[i], YEARS, false);
	write_block(w, o, &year[i], n - i, n > 1);
	for (i = 0; i < o->n_figures; i++)
		write_remarks(w, &o->figure[i]);
}

static void
write_problems(const struct writing *w, const struct nb_ledger_organ *o)
{
	uint32_t n = 0;

	while (n < o->n_problems && o->problem[n].years > 1)
		n++;
	if (n > 0)
		write_title(w, "反复出现的问题", n);
	for (uint32_t i = 0; i < n; i++) {
		const struct nb_ledger_problem *p = &o->problem[i];
		const struct nb_ledger_entry *e = p->step[p->n - 1].entry;

		g_string_append_printf(w->out, "%3u  ", i + 1);
		write_wrapped(w, STEP, e->text);
		write_line(w, STEP,
		    nb_arena_printf(w->arena, NB_FMT "（" NB_FMT "）  " NB_FMT,
			NB_ARG(nb_ledger_running(w->arena, p)),
			NB_ARG(nb_ledger_years(w->arena, p)),
			NB_ARG(nb_ledger_place(w->arena, e))));
	}
}

static void
write_organ(const struct writing *w, const struct nb_ledger_organ *o)
{
	g_string_append(w->out, "【");
	nb_render_text(w->out, o->name);
	g_string_append(w->out, "】\n");
	write_wrapped(w, 0, nb_ledger_extent(w->arena, o));
	write_wrapped(w, 0, nb_ledger_tally(w->arena, o));
	write_promises(w, o);
	write_figures(w, o);
	write_problems(w, o);
}

/* One row an organ. */
static void
write_overview(const struct writing *w, const struct nb_ledger *l)
{
	struct nb_table_row *row =
	    nb_new_n(w->arena, struct nb_table_row, (size_t)l->n + 1);

	row[0] = (struct nb_table_row){ { "承诺", "未了", "没有交代", "最久",
	    "机关" } };
	for (uint32_t i = 0; i < l->n; i++) {
		const struct nb_ledger_organ *o = &l->organ[i];
		const unsigned oldest = o->n_open > 0 ? o->promise[0].age : 0;

		row[i + 1] = (struct nb_table_row){ {
		    nb_arena_printf(w->arena, "%4u", o->n_promises).p,
		    nb_arena_printf(w->arena, "%4u", o->n_open).p,
		    nb_arena_printf(
			w->arena, "%8u", o->tally[NB_LEDGER_UNANSWERED])
			.p,
		    oldest > 0 ? nb_arena_printf(w->arena, "%u年", oldest).p
			       : "",
		    cell_of(w, o->name),
		} };
	}
	nb_table_write(w->out, "", row, (size_t)l->n + 1);
	g_string_append_c(w->out, '\n');
}

enum nb_status
nb_ledger_text(GString *out, struct nb_arena *a, const struct nb_ledger *l,
    const struct nb_ledger_form *form)
{
	const struct writing w = { out, a, form };

	if (l->n > 1)
		write_overview(&w, l);
	for (uint32_t i = 0; i < l->n; i++) {
		if (i > 0)
			g_string_append_c(out, '\n');
		write_organ(&w, &l->organ[i]);
	}
	return NB_OK;
}
