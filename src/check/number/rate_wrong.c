/*
 * N02 rate-wrong - a rate is not what its figures give: in 指标 with a formula,
 * and in prose where the figures stand in the same sentence.
 *
 * Prose: a clause that holds exactly one figure and one of the words for the
 * numerator gives that, the one with a figure just before it the denominator.
 * Two of either, other units, figures of only some of the cases, or a
 * numerator above the denominator, and the rule gives up.
 */
#include "base/arena.h"
#include "check/figure_scan.h"
#include "check/piece.h"
#include "check/reckon.h"
#include "check/rule.h"
#include "model/arith.h"

/* A longer sentence is a list of something. */
enum { MOST_CLAUSES = 32, MOST_SENTENCE = 3000 }; /* the latter in bytes */

#define CLAUSE_ENDS U"，："

static const struct nb_code code = {
	.id = "N02",
	.name = "rate-wrong",
	.severity = NB_ERROR,
	.title = "比率与分子、分母不符",
	.basis = "《统计法》关于统计资料真实、准确的要求",
	.help = "按分子、分母重算，或者核对是不是拿错了分子、分母",
	.why =
	    "受理71件里的50件，受理率就不是100%"
	    "。算出来的数按所写的位数四舍五入，"
	    "对得上就不报。正文里只在同一句话、分子和分母各自只有一个数时才算，"
	    "拿不准的不报。\n"
	    "误：收到申请71件，受理50件，受理率100%\n"
	    "正：收到申请71件，受理50件，受理率70.42%",
};

/* Of a sentence: the clauses that hold a figure. */
struct clause {
	struct nb_str text;
	unsigned n_figures;
	struct nb_found_figure figure; /* the last of them */
};

struct sentence {
	struct clause clause[MOST_CLAUSES];
	uint32_t n;
};

struct finder {
	const struct nb_check *ck;
	const struct nb_number_words *words;
};

static bool
is_wrong(const struct nb_reckoning *r, struct nb_decimal *ret)
{
	return r->state == NB_RECKONED && r->formula.is_rate &&
	    nb_rate_check(&r->value, &r->number[0], &r->number[1], ret) ==
	    NB_FAILS;
}

/* “50/71=70.42%”, as in 指标 and in prose. */
static struct nb_str
working(const struct nb_check *ck, const struct nb_quantity *part,
    const struct nb_quantity *base, struct nb_decimal rate, struct nb_str unit)
{
	return nb_arena_printf(ck->arena,
	    NB_FMT NB_FMT "/" NB_FMT NB_FMT "=" NB_FMT NB_FMT,
	    NB_ARG(nb_decimal_text(ck->arena, part->number)),
	    NB_ARG(nb_power_word(part->power)),
	    NB_ARG(nb_decimal_text(ck->arena, base->number)),
	    NB_ARG(nb_power_word(base->power)),
	    NB_ARG(nb_decimal_text(ck->arena, rate)), NB_ARG(unit));
}

static void
look_at_indicator(const struct finder *f, const struct nb_reckoning *r)
{
	const struct nb_indicator *in = r->of;
	struct nb_decimal rate;

	if (!is_wrong(r, &rate))
		return;
	nb_diag_add(f->ck->diags, &code, nb_prose_all(&in->value),
	    "“" NB_FMT "”" NB_FMT "，与所报的" NB_FMT "不符", NB_ARG(in->name),
	    NB_ARG(working(
		f->ck, &r->number[0], &r->number[1], rate, r->value.unit)),
	    NB_ARG(in->value.text));
}

/* The same rate has its finding in 指标 already. */
static bool
is_reported(const struct finder *f, struct nb_str name, struct nb_str value)
{
	for (uint32_t i = 0; i < f->ck->reckonings.n; i++) {
		const struct nb_reckoning *r = &f->ck->reckonings.reckoning[i];
		struct nb_decimal rate;

		if (nb_str_eq(r->of->value.text, value) &&
		    nb_str_ends(nb_check_plain(f->ck, r->of->name), name) &&
		    is_wrong(r, &rate))
			return true;
	}
	return false;
}

/* false: too long to be sure of anything. */
static bool
read_sentence(
    const struct nb_number_words *words, struct nb_str s, struct sentence *ret)
{
	struct nb_piece piece;

	ret->n = 0;
	for (size_t at = 0; nb_piece_next(s, CLAUSE_ENDS, &at, &piece);) {
		struct clause c = { .text = piece.text };
		struct nb_found_figure found;

		for (size_t k = 0;
		     nb_figure_next(piece.text, &words->unit, &k, &found);) {
			c.n_figures++;
			c.figure = found;
		}
		if (c.n_figures == 0)
			continue;
		if (ret->n == MOST_CLAUSES)
			return false;
		ret->clause[ret->n++] = c;
	}
	return true;
}

static bool
can_count(const struct finder *f, const struct clause *c)
{
	return c->n_figures == 1 && !c->figure.loose &&
	    nb_words_have(&f->words->counted, c->figure.q.unit) &&
	    !nb_words_in(&f->words->other_sum, c->text);
}

/* The one clause that says it and not except; NULL: none, or several. */
static const struct clause *
only_clause(const struct finder *f, const struct sentence *s,
    const struct nb_words *word, const struct nb_words *except)
{
	const struct clause *found = NULL;

	for (uint32_t i = 0; i < s->n; i++) {
		const struct clause *c = &s->clause[i];

		if (nb_str_eq(c->figure.q.unit, NB_S("%")) ||
		    !nb_words_in(word, c->text) ||
		    (except != NULL && nb_words_in(except, c->text)))
			continue;
		if (found != NULL || !can_count(f, c))
			return NULL;
		found = c;
	}
	return found;
}

/* “其中受理50件” is of them all, “其中投诉受理50件” is not. */
static bool
is_of_some(const struct clause *c, const struct nb_words *word)
{
	const struct nb_str among = NB_S("其中");
	const size_t hit = nb_str_find(c->text, among, 0);

	return hit != SIZE_MAX &&
	    nb_words_starting(word, nb_str_from(c->text, hit + among.n)) == 0;
}

/* Whether the sentence gives what the rate is made of. */
static bool
find_parts(const struct finder *f, const struct sentence *s,
    const struct nb_rate_words *words, const struct clause **ret_part,
    const struct clause **ret_base)
{
	const struct clause *part = only_clause(f, s, &words->part, NULL);
	const struct clause *base =
	    only_clause(f, s, &words->base, &words->part);

	*ret_part = part;
	*ret_base = base;
	return part != NULL && base != NULL && part == base + 1 &&
	    nb_str_eq(part->figure.q.unit, base->figure.q.unit) &&
	    part->figure.q.number.n <= base->figure.q.number.n &&
	    !is_of_some(part, &words->part) && !is_of_some(base, &words->base);
}

/* A word that narrows the rate to some of the cases, or empty. */
static struct nb_str
narrowing(const struct nb_number_words *words, struct nb_str before)
{
	for (uint32_t i = 0; i < words->on_time.n; i++)
		if (nb_str_has(before, words->on_time.word[i]))
			return words->on_time.word[i];
	return NB_S("");
}

static const struct nb_rate_words *
rate_named(const struct nb_number_words *words, struct nb_str upto)
{
	for (uint32_t i = 0; i < words->n_rates; i++)
		if (nb_str_ends(upto, words->rate[i].name))
			return &words->rate[i];
	return NULL;
}

static void
look_at_rate(const struct finder *f, const struct nb_passage *p, size_t begin,
    struct nb_str s, const struct sentence *sentence,
    const struct nb_found_rate *rate)
{
	const struct nb_str upto = nb_str_sub(s, 0, rate->name_end);
	const struct nb_rate_words *words = rate_named(f->words, upto);
	const struct clause *part, *base;
	struct nb_decimal is;
	struct nb_str narrow, said;

	if (words == NULL)
		return;
	narrow = narrowing(f->words, nb_str_from(upto, rate->name));
	said = nb_str_sub(s, rate->number, rate->end - rate->number);
	if (!find_parts(f, sentence, words, &part, &base) ||
	    (narrow.n > 0 && !nb_str_has(part->text, narrow)) ||
	    nb_rate_check(&rate->q, &part->figure.q, &base->figure.q, &is) !=
		NB_FAILS ||
	    is_reported(f, words->name, said))
		return;
	nb_diag_add(f->ck->diags, &code,
	    nb_prose_span(p->is.prose, begin + rate->name_end - words->name.n,
		begin + rate->end),
	    "“" NB_FMT "”" NB_FMT "，与所报的" NB_FMT "不符",
	    NB_ARG(words->name),
	    NB_ARG(working(
		f->ck, &part->figure.q, &base->figure.q, is, rate->q.unit)),
	    NB_ARG(said));
}

static void
look_at_prose(const struct finder *f, const struct nb_passage *p)
{
	struct nb_piece piece;

	for (size_t at = 0;
	     nb_piece_next(p->text, NB_SENTENCE_ENDS, &at, &piece);) {
		struct sentence sentence;
		struct nb_found_rate rate;
		size_t k = 0;

		if (piece.text.n > MOST_SENTENCE ||
		    !nb_rate_next(piece.text, f->words, &k, &rate) ||
		    !read_sentence(f->words, piece.text, &sentence))
			continue;
		do
			look_at_rate(
			    f, p, piece.begin, piece.text, &sentence, &rate);
		while (nb_rate_next(piece.text, f->words, &k, &rate));
	}
}

static void
run(const struct nb_check *ck)
{
	struct finder f = { .ck = ck, .words = ck->outline->number };

	for (uint32_t i = 0; i < ck->reckonings.n; i++)
		look_at_indicator(&f, &ck->reckonings.reckoning[i]);
	for (uint32_t i = 0; i < ck->passages.n; i++)
		if (nb_passage_runs(&ck->passages.passage[i]))
			look_at_prose(&f, &ck->passages.passage[i]);
}

const struct nb_rule nb_rule_rate_wrong = { .code = &code, .run = run };
