/*
 * cli/list_words.c - one line an entry: 错 → 正（起用年，级别…）说明.
 */
#include "cli/list_words.h"

#include "cli/codes.h"
#include "model/keys.h"

/* Conditions of an entry, in brackets, with commas between them. */
struct remark {
	GString *out;
	bool open;
};

static void
next(struct remark *r)
{
	g_string_append(r->out, r->open ? "，" : "（");
	r->open = true;
}

static void
write_words(GString *out, const struct nb_words *w)
{
	for (uint32_t i = 0; i < w->n; i++)
		g_string_append_printf(
		    out, "%s" NB_FMT, i > 0 ? "、" : "", NB_ARG(w->word[i]));
}

/* Words that stand somewhere in front or behind. */
static void
write_around(GString *out, const struct nb_words *w, const char *before,
    const char *after)
{
	if (w->n == 0)
		return;
	g_string_append(out, before);
	write_words(out, w);
	g_string_append(out, after);
}

static void
write_years(struct remark *r, const struct nb_term *t)
{
	if (t->first_year == 0 && t->last_year == 0)
		return;
	next(r);
	if (t->last_year == 0)
		g_string_append_printf(r->out, "%d年度起", t->first_year);
	else if (t->first_year == 0)
		g_string_append_printf(r->out, "%d年度止", t->last_year);
	else
		g_string_append_printf(
		    r->out, "%d—%d年度", t->first_year, t->last_year);
}

static void
write_day(struct remark *r, int day, const char *what)
{
	if (day == 0)
		return;
	next(r);
	g_string_append_printf(
	    r->out, "%d年%d月%s", day / 10000, day / 100 % 100, what);
}

static void
write_choices(struct remark *r, uint32_t set, const struct nb_choice *choice)
{
	for (uint32_t i = 0; set >> i != 0; i++) {
		if ((set >> i & 1) == 0)
			continue;
		next(r);
		g_string_append(r->out, choice[i].word);
	}
}

static void
write_remark(GString *out, const struct nb_term *t)
{
	struct remark r = { .out = out };

	write_years(&r, t);
	write_day(&r, t->begin, "起有");
	write_day(&r, t->end, "止");
	write_choices(&r, t->level, nb_levels);
	write_choices(&r, t->kind, nb_kinds);
	if (t->graded) {
		next(&r);
		g_string_append(out, nb_severity_word(t->severity));
	}
	if (t->off) {
		next(&r);
		g_string_append(out, "不查");
	}
	if (r.open)
		g_string_append(out, "）");
}

static void
write_term(GString *out, const struct nb_term *t)
{
	g_string_append(out, "  ");
	write_around(out, &t->before, "", "……");
	write_around(out, &t->front, "", "……");
	write_words(out, &t->word);
	write_around(out, &t->back, "……", "");
	write_around(out, &t->tail, "……", "");
	if (t->right.n > 0)
		g_string_append_printf(out, " → " NB_FMT, NB_ARG(t->right));
	write_remark(out, t);
	if (t->note.n > 0 || t->basis.n > 0)
		g_string_append_printf(out, "　" NB_FMT,
		    NB_ARG(t->note.n > 0 ? t->note : t->basis));
	g_string_append_c(out, '\n');
}

static void
write_title(GString *out, const GPtrArray *codes, struct nb_str table)
{
	g_autofree char *id = g_strndup(table.p, table.n);
	const struct nb_code *code = nb_codes_find(codes, id);

	g_string_append_printf(out, "%s%s　%s\n", out->len > 0 ? "\n" : "", id,
	    code != NULL ? code->title : "");
}

void
nb_words_write(GString *out, const struct nb_lexicon *lx)
{
	g_autoptr(GPtrArray) codes = nb_codes_all();

	for (uint32_t i = 0; i < lx->n_tables; i++) {
		write_title(out, codes, lx->table[i]);
		for (uint32_t k = 0; k < lx->n_terms; k++)
			if (nb_str_eq(lx->term[k]->code, lx->table[i]))
				write_term(out, lx->term[k]);
	}
}
