/*
 * T23 sequence-broken - 一是 … 三是: a number left out or said twice.
 */
#include "check/piece.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T23",
	.name = "sequence-broken",
	.severity = NB_WARNING,
	.title = "“一是……二是……”序列不连贯",
	.basis = "公文写作惯例",
	.help = "按“一是、二是、三是”顺次改正，或者补上漏写的一项",
	.why = "段内用“一是、二是”列举，断号、重号多半是漏写了一项，或者删改后"
	       "没有重排。从“一是”写起的才查。\n"
	       "误：一是健全制度。三是强化培训。\n"
	       "正：一是健全制度。二是强化培训。",

};

static const char *const han[] = { "一", "二", "三", "四", "五", "六", "七",
	"八", "九", "十", "十一", "十二" };

/* The number of the “N是” at the start of a clause, or 0. */
static unsigned
ordinal_of(struct nb_str clause)
{
	if (!nb_mark_in(U"一二三四五六七八九十", nb_str_first(clause)))
		return 0;
	for (unsigned i = 0; i < NB_COUNT(han); i++) {
		size_t at = 0;

		if (nb_str_skip(clause, &at, nb_str_z(han[i])) &&
		    nb_str_skip(clause, &at, NB_S("是")))
			return i + 1;
	}
	return 0;
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	unsigned last = 0;

	if (!nb_passage_runs(p))
		return;
	for (uint32_t i = 0; i < p->n_clauses; i++) {
		const struct nb_piece *piece = &p->clause[i];
		const struct nb_str clause = nb_str_trim(piece->text);
		const unsigned n = ordinal_of(clause);

		if (n == 0 || (last == 0 && n != 1))
			continue;
		if (n != last + 1 && !(n == 1 && last > 1)) {
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(prose, piece->begin, piece->end),
			    "“%s是”后面是“%s是”", han[last - 1], han[n - 1]);
			return;
		}
		last = n;
	}
}

const struct nb_rule nb_rule_sequence_broken = { .code = &code,
	.passage = look };
