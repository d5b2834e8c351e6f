/*
 * N21 figure-contradicted - a figure typed in prose, or in a table, beside the
 * very name of a 指标 is not its value.
 *
 * Prose: as statement.h reads it; where that is not sure, or stands behind a
 * figure of something else that it may come from (检查28次，处罚12件), only a
 * figure near the 指标's.  A figure that is a part of the 指标's
 * formula is not compared, nor a rate behind figures that it may be taken of.
 * Table: the first cell of a row is the name, the column is that of this or
 * last year.
 */
#include "base/arena.h"
#include "base/str_table.h"
#include "check/reckon.h"
#include "check/rule.h"
#include "check/statement.h"
#include "model/arith.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "N21",
	.name = "figure-contradicted",
	.severity = NB_WARNING,
	.title = "正文或表里的数与同名的指标不符",
	.basis = "《统计法》关于统计资料真实、准确的要求",
	.help = "核对哪个数对；正文改写成“{名称}”，数就只在“指标”里写一遍",
	.why =
	    "同一件事在“指标”里是312件，正文里写成321件，读的人不知道信哪个。"
	    "只在一句话从头说全年总数、名称一字不差时才比；某个社区、某个专项、"
	    "往年的数不算。\n"
	    "误：指标 行政处罚: 312件　正文 全年办理行政处罚321件\n"
	    "正：全年办理行政处罚{行政处罚}",
};

enum { LEAST_TO_SLIP = 20, NEAR = 10 /* a tenth */ };

struct finder {
	const struct nb_check *ck;
	const struct nb_number_words *words;
	GHashTable *by_name;                  /* in the script of the words */
	const struct nb_reckoning **reckoned; /* by index of 指标, or NULL */
};

static const struct nb_indicator *
find(const struct finder *f, struct nb_str name)
{
	return g_hash_table_lookup(f->by_name, &name);
}

/* The 指标 that is spoken of, or NULL: the longest name goes first. */
static const struct nb_indicator *
find_said(const struct finder *f, struct nb_str said)
{
	do {
		struct nb_str name = said;

		do {
			const struct nb_indicator *in = find(f, name);

			if (in != NULL)
				return in;
		} while (nb_cut_joint(f->words, &name));
	} while (nb_cut_deed(f->words, &said));
	return NULL;
}

/* Whether the figure is one of those that the 指标 is made of. */
static bool
is_part(const struct finder *f, const struct nb_indicator *in,
    const struct nb_quantity *q)
{
	const struct nb_reckoning *r =
	    f->reckoned[in - f->ck->report->indicator];

	for (uint32_t i = 0;
	     r != NULL && r->state == NB_RECKONED && i < r->formula.n; i++)
		if (nb_same_check(&r->number[i], q) == NB_HOLDS)
			return true;
	return false;
}

static bool
contradicts(const struct nb_prose *written, const struct nb_quantity *q)
{
	struct nb_quantity value;

	return nb_quantity_read(written->text, &value) && value.unit.n > 0 &&
	    nb_same_check(&value, q) == NB_FAILS;
}

/*
 * The number of cases in a part is seldom so near that of all: it is a slip.
 * Of a small number, a rate or a mean nobody can tell.
 */
static bool
is_slip(const struct finder *f, const struct nb_prose *written,
    const struct nb_quantity *q)
{
	const struct nb_quantity least = { .number = { LEAST_TO_SLIP, 0 } };
	struct nb_quantity value;
	unsigned places;
	int64_t x, y, one;

	if (!nb_words_have(&f->words->counted, q->unit) ||
	    !nb_quantity_read(written->text, &value))
		return false;
	places = MAX(nb_quantity_places(q, 0), nb_quantity_places(&value, 0));
	return nb_quantity_scale(q, 0, places, &x) &&
	    nb_quantity_scale(&value, 0, places, &y) &&
	    nb_quantity_scale(&least, 0, places, &one) && y >= one &&
	    ABS(x - y) <= y / NEAR;
}

static void
report(const struct finder *f, const struct nb_indicator *in,
    const struct nb_prose *written, const char *which, struct nb_span span,
    struct nb_str here)
{
	const struct nb_prose *value = &in->value;
	struct nb_diags *d = f->ck->diags;
	struct nb_diag *g = nb_diag_add(d, &code, span,
	    "“" NB_FMT "”%s这里写“" NB_FMT "”，第%u行的指标是" NB_FMT,
	    NB_ARG(in->name), which, NB_ARG(here),
	    nb_text_pos(in->span.text, in->span.begin).line,
	    NB_ARG(written->text));

	if (written == value)
		g->hint = nb_arena_printf(d->arena,
		    "核对哪个数对；这里改写成“{" NB_FMT
		    "}”，数就只在“指标”里写一遍",
		    NB_ARG(in->name));
}

static void
look_at_prose(const struct finder *f, const struct nb_passage *p)
{
	struct nb_statements s = nb_statements_of(f->ck, p);
	struct nb_statement said;
	bool known = false; /* what was told before in the sentence */

	while (nb_statement_next(&s, &said)) {
		const struct nb_indicator *in = find_said(f, said.said);
		const bool sure = said.sure && (said.first || known);

		known = in != NULL;
		if (in == NULL || !contradicts(&in->value, &said.q) ||
		    is_part(f, in, &said.q) ||
		    (!said.first && nb_str_eq(said.q.unit, NB_S("%"))) ||
		    (!sure && !is_slip(f, &in->value, &said.q)))
			continue;
		report(f, in, &in->value, "",
		    nb_prose_span(p->is.prose, said.number, said.end),
		    nb_str_sub(p->is.prose->text, said.number,
			said.end - said.number));
	}
}

/* “行政处罚（件）” without what its figures count. */
static struct nb_str
without_bracket(struct nb_str s)
{
	const size_t full = nb_str_find(s, NB_S("（"), 0);
	const size_t half = nb_str_find(s, NB_S("("), 0);

	s.n = MIN(s.n, MIN(full, half));
	return nb_str_trim(s);
}

/* Whether the column is headed 2024年, 2024年度 or 2024. */
static bool
is_year(struct nb_str header, int year)
{
	size_t at = 0;
	int n;

	if (!nb_year_read(header, &at, &n) || n != year)
		return false;
	nb_str_skip(header, &at, NB_S("年"));
	nb_str_skip(header, &at, NB_S("度"));
	return at == header.n;
}

/* What of a 指标 a column holds, or NULL: something else. */
static const struct nb_prose *
column_of(const struct finder *f, const struct nb_table *t, uint32_t k,
    const struct nb_indicator *in, const char **ret_which)
{
	const int year = f->ck->report->year;
	struct nb_str header;

	*ret_which = "";
	if (t->column.n == 0)
		return &in->value;
	header = without_bracket(nb_check_plain(f->ck, t->column.name[k].text));
	if (is_year(header, year) ||
	    nb_words_have(&f->words->this_column, header))
		return &in->value;
	*ret_which = "的上年数";
	if (is_year(header, year - 1) ||
	    nb_words_have(&f->words->last_column, header))
		return &in->last;
	return NULL;
}

static void
look_at_row(
    const struct finder *f, const struct nb_table *t, const struct nb_row *row)
{
	const struct nb_indicator *in = find(
	    f, without_bracket(nb_check_plain(f->ck, row->cell[0].text.text)));

	for (uint32_t k = 1; in != NULL && k < row->n; k++) {
		const struct nb_prose *cell = &row->cell[k].text;
		const char *which;
		const struct nb_prose *written = column_of(f, t, k, in, &which);
		struct nb_quantity q;

		if (written != NULL && nb_quantity_read(cell->text, &q) &&
		    contradicts(written, &q))
			report(f, in, written, which, nb_prose_all(cell),
			    cell->text);
	}
}

/* Every row has a cell for each column, none of them larger. */
static bool
is_plain(const struct nb_table *t)
{
	const uint32_t n = t->column.n > 0 ? t->column.n : 2;

	for (uint32_t i = 0; i < t->n_rows; i++) {
		if (t->row[i].n != n)
			return false;
		for (uint32_t k = 0; k < n; k++)
			if (t->row[i].cell[k].rows != 1 ||
			    t->row[i].cell[k].cols != 1)
				return false;
	}
	return n > 1;
}

static void
look_at_section(const struct finder *f, const struct nb_section *s)
{
	const struct nb_table *t = s->table;

	if (t == NULL || !is_plain(t) ||
	    nb_is_partial(f->ck, nb_check_plain(f->ck, s->title.text)) ||
	    nb_is_partial(f->ck, nb_check_plain(f->ck, t->title.text)))
		return;
	for (uint32_t i = 0; i < t->n_rows; i++)
		look_at_row(f, t, &t->row[i]);
}

/* The 指标 by name, of two with one name the first; keys in the arena. */
static GHashTable *
index_names(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	struct nb_str *name =
	    nb_new_n(ck->arena, struct nb_str, r->n_indicators);
	GHashTable *by_name = nb_str_table();

	for (uint32_t i = r->n_indicators; i-- > 0;) {
		name[i] = nb_check_plain(ck, r->indicator[i].name);
		g_hash_table_replace(
		    by_name, &name[i], (void *)&r->indicator[i]);
	}
	return by_name;
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	struct finder f = { .ck = ck, .words = ck->outline->number };
	const struct nb_reckoning *all = ck->reckonings.reckoning;

	if (r->kind != NB_KIND_REPORT || r->n_indicators == 0)
		return;
	f.reckoned =
	    nb_new_n(ck->arena, const struct nb_reckoning *, r->n_indicators);
	for (uint32_t i = 0; i < ck->reckonings.n; i++)
		f.reckoned[all[i].of - r->indicator] = &all[i];
	f.by_name = index_names(ck);
	for (uint32_t i = 0; i < ck->passages.n; i++)
		look_at_prose(&f, &ck->passages.passage[i]);
	for (uint32_t i = 0; i < ck->headings.n; i++)
		look_at_section(&f, ck->headings.heading[i].section);
	g_hash_table_destroy(f.by_name);
}

const struct nb_rule nb_rule_figure_contradicted = { .code = &code,
	.run = run };
