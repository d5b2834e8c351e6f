/*
 * N22 fact-twice - one fact of the year is told twice with two numbers.
 *
 * Both are sentences, sure statements (statement.h), that 全年 or the year
 * opens and a full stop or semicolon closes, in the same words, with the same
 * unit.  What ends in a word 泛称 (会议) may be two things; a 指标 is for N21.
 */
#include "base/arena.h"
#include "base/str_table.h"
#include "check/rule.h"
#include "check/statement.h"
#include "model/arith.h"

enum { LEAST_HAN = 6 };

static const struct nb_code code = {
	.id = "N22",
	.name = "fact-twice",
	.severity = NB_WARNING,
	.title = "同一件事两处写的数不同",
	.basis = "《统计法》关于统计资料真实、准确的要求",
	.help = "核对哪个数对；写进“指标”，两处都用花括号引用",
	.why =
	    "前面说全年办理法律援助案件64件，后面说46件，总有一个是错的。只比"
	    "一字不差、单位相同、都说全年的整句；会议、检查之类一年有几种的不比"
	    "。"
	    "\n"
	    "误：全年办理法律援助案件64件。……全年办理法律援助案件46件。\n"
	    "正：全年办理法律援助案件{法律援助}。……全年办理法律援助案件{法律援"
	    "助}。",
};

/* Where a fact was told first. */
struct fact {
	struct nb_str key; /* what is said, and the unit */
	const struct nb_passage *passage;
	struct nb_statement said;
};

static bool
is_specific(const struct nb_number_words *words, struct nb_str said)
{
	return nb_str_han(said) >= LEAST_HAN &&
	    !nb_words_ending(&words->generic, said);
}

static bool
is_indicator(const struct nb_check *ck, struct nb_str said)
{
	for (uint32_t i = 0; i < ck->report->n_indicators; i++)
		if (nb_str_ends(said,
			nb_check_plain(ck, ck->report->indicator[i].name)))
			return true;
	return false;
}

static struct nb_str
written(const struct fact *f)
{
	return nb_str_sub(f->passage->is.prose->text, f->said.number,
	    f->said.end - f->said.number);
}

static void
compare(const struct nb_check *ck, const struct fact *first,
    const struct fact *again)
{
	const struct nb_prose *p = again->passage->is.prose;
	const struct nb_span there = nb_prose_span(
	    first->passage->is.prose, first->said.number, first->said.end);

	if (nb_same_check(&first->said.q, &again->said.q) != NB_FAILS ||
	    is_indicator(ck, again->said.said))
		return;
	nb_diag_add(ck->diags, &code,
	    nb_prose_span(p, again->said.number, again->said.end),
	    "“" NB_FMT "”第%u行写" NB_FMT "，这里写" NB_FMT,
	    NB_ARG(again->said.said), nb_text_pos(there.text, there.begin).line,
	    NB_ARG(written(first)), NB_ARG(written(again)));
}

static void
note(const struct nb_check *ck, GHashTable *told, const struct nb_passage *p,
    const struct nb_statement *said)
{
	const struct nb_number_words *words = ck->outline->number;
	struct fact *fact;
	const struct fact *first;

	if (!said->sure || !said->first || !said->annual || !said->closed)
		return;
	fact = nb_new(ck->arena, struct fact);
	*fact = (struct fact){ .passage = p, .said = *said };
	while (nb_cut_joint(words, &fact->said.said))
		;
	if (!is_specific(words, fact->said.said))
		return;
	fact->key = nb_arena_printf(ck->arena, NB_FMT " " NB_FMT,
	    NB_ARG(fact->said.said), NB_ARG(said->q.unit));
	first = g_hash_table_lookup(told, &fact->key);
	if (first != NULL)
		compare(ck, first, fact);
	else
		g_hash_table_insert(told, &fact->key, fact);
}

static void
run(const struct nb_check *ck)
{
	GHashTable *told;

	if (ck->report->kind != NB_KIND_REPORT)
		return;
	told = nb_str_table();
	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];
		struct nb_statements s = nb_statements_of(ck, p);
		struct nb_statement said;

		while (nb_statement_next(&s, &said))
			note(ck, told, p, &said);
	}
	g_hash_table_destroy(told);
}

const struct nb_rule nb_rule_fact_twice = { .code = &code, .run = run };
