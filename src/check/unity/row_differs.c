/*
 * C07 row-differs - a row of the task table says nearly, but not quite, what
 * the prose says.
 *
 * Each clause of a row that the prose does not have word for word is set
 * beside the clause most like it (kin.h).  What stands in quotation marks,
 * and filler words, may differ.  Other figures in the same words are an error.
 * Not asked of a report: its rows promise, its prose tells what came of it.
 */
#include "check/rule.h"

#include "base/clip.h"
#include "check/kin.h"
#include "check/task_rows.h"

#include <glib.h>

enum { ALIKE = 75 }; /* [percent] */

static const struct nb_code code = {
	.id = "C07",
	.name = "row-differs",
	.severity = NB_NOTE,
	.title = "任务表与正文表述不一",
	.basis = "公文写作惯例：附表与正文一致",
	.help = "核对哪一处是定稿的说法，把另一处改成一样",
	.why =
	    "任务表是照正文分解出来的，说法差了几个字，责任单位就有两套标准；"
	    "数字不同更说不清以哪个为准，所以算错误。"
	    "引号里的项目有增减、多一个“达”字不算。\n"
	    "误：正文“群众满意率80%以上”，任务表“群众满意度85%以上”\n"
	    "正：两处都写“群众满意率80%以上”",
};

/* A clause without what may differ: its digits and its other letters. */
struct gist {
	GString *letters, *digits;
};

static struct gist
gist_new(void)
{
	return (struct gist){ g_string_new(NULL), g_string_new(NULL) };
}

static void
gist_free(struct gist *g)
{
	g_string_free(g->letters, TRUE);
	g_string_free(g->digits, TRUE);
}

static bool
skip_filler(const struct nb_words *filler, struct nb_str s, size_t *at)
{
	for (uint32_t i = 0; i < filler->n; i++)
		if (nb_str_skip(s, at, filler->word[i]))
			return true;
	return false;
}

/* Numbers are kept apart by a blank. */
static void
take_gist(struct gist *g, const struct nb_words *filler, struct nb_str s)
{
	bool quoted = false, in_number = false;

	g_string_truncate(g->letters, 0);
	g_string_truncate(g->digits, 0);
	for (size_t at = 0; at < s.n;) {
		uint32_t c;
		bool number;

		if (skip_filler(filler, s, &at))
			continue;
		c = nb_utf8_next(s, &at);
		quoted = c == U'“' || (quoted && c != U'”');
		number = nb_is_digit(c) || (c == '.' && in_number);
		if (quoted)
			continue;
		if (number)
			g_string_append_unichar(g->digits, c);
		else if (in_number)
			g_string_append_c(g->digits, ' ');
		if (!number && (nb_is_han(c) || nb_is_latin(c) || c == '%'))
			g_string_append_unichar(g->letters, c);
		in_number = number;
	}
	g_string_append_c(g->digits, ' ');
}

struct reader {
	const struct nb_check *ck;
	const GArray *prose; /* of struct nb_clause */
	struct nb_kin *kin;
	struct gist row, other;
};

static void
report(const struct reader *r, const struct nb_clause *row,
    const struct nb_clause *other)
{
	const bool same_words =
	    g_string_equal(r->row.letters, r->other.letters);
	struct nb_diag *g;

	if (same_words && g_string_equal(r->row.digits, r->other.digits))
		return;
	g = nb_diag_add(r->ck->diags, &code,
	    nb_prose_span(row->prose, row->begin, row->end),
	    "任务表第%u行与正文%s不一：正文是“" NB_FMT "”", row->row,
	    same_words ? "数字" : "表述",
	    NB_ARG(nb_clip(r->ck->arena, other->text)));
	if (same_words)
		nb_diag_set_severity(r->ck->diags, g, NB_ERROR);
}

static void
look(struct reader *r, const struct nb_clause *row)
{
	const struct nb_words *filler = &r->ck->outline->wording.filler;
	const struct nb_kin_match m = nb_kin_find(r->kin, row->text);
	const struct nb_clause *other;

	if (m.inside || m.likeness < ALIKE)
		return;
	other = &g_array_index(r->prose, struct nb_clause, m.index);
	take_gist(&r->row, filler, row->text);
	take_gist(&r->other, filler, other->text);
	report(r, row, other);
}

static void
compare(const struct nb_check *ck)
{
	g_autoptr(GArray) rows = nb_row_clauses(ck);
	g_autoptr(GArray) prose = nb_section_clauses(ck);
	struct reader r = {
		.ck = ck,
		.prose = prose,
		.kin = nb_kin_new(),
		.row = gist_new(),
		.other = gist_new(),
	};

	for (guint i = 0; i < prose->len; i++)
		nb_kin_add(
		    r.kin, g_array_index(prose, struct nb_clause, i).text);
	for (guint i = 0; i < rows->len; i++)
		look(&r, &g_array_index(rows, struct nb_clause, i));
	gist_free(&r.row);
	gist_free(&r.other);
	nb_kin_free(r.kin);
}

static void
run(const struct nb_check *ck)
{
	if (ck->report->task_table != NULL &&
	    ck->report->kind != NB_KIND_REPORT)
		compare(ck);
}

const struct nb_rule nb_rule_row_differs = { .code = &code, .run = run };
