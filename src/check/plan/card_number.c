/*
 * P14 card-number - the number of a bank card (ISO/IEC 7812-1: 16 to 19
 * digits, Luhn).
 *
 * One serial number in ten passes the check by chance.  So cards of China
 * (62, of 16 or 19 digits) are told wherever they stand alone, all others only
 * beside a word such as 账号.
 */
#include "check/rule.h"

#include "check/long_number.h"

static const struct nb_code code = {
	.id = "P14",
	.name = "card-number",
	.severity = NB_ERROR,
	.title = "公开前删去银行卡号",
	.basis = "《政府信息公开条例》第十五条；《个人信息保护法》第二十八条",
	.help = "删去卡号；要说明款项，写金额和用途就够了",
	.why = "年度报告要向社会公开，银行账户是敏感个人信息。校验码对得上、又"
	       "像卡号"
	       "的16至19位号码才报，案号、信用代码、金额不会误报。\n"
	       "误：执行款汇入当事人账户（卡号写全19位）\n"
	       "正：执行款已全部发放到当事人账户",
};

/* From the right, each second digit counts twice, less nine above nine. */
static bool
is_luhn(const struct nb_long_number *n)
{
	unsigned sum = 0;

	for (unsigned i = 0; i < n->n; i++) {
		const unsigned digit = (unsigned)(n->digit[n->n - 1 - i] - '0');

		sum += i % 2 == 0 ? digit : digit * 2 % 10 + digit / 5;
	}
	return sum % 10 == 0;
}

/* All of one length but the last, as on the card. */
static bool
is_in_fours(const struct nb_long_number *n)
{
	for (unsigned i = 0; i + 1 < n->n_groups && n->n_groups > 1; i++)
		if (n->n_groups > NB_LONG_GROUPS || n->group[i] != 4)
			return false;
	return true;
}

static bool
is_card(const struct nb_check *ck, const struct nb_long_number *n)
{
	const struct nb_digit_words *words = &ck->outline->wording.number;
	const bool china = nb_str_starts(nb_str_z(n->digit), NB_S("62")) &&
	    (n->n == 16 || n->n == 19);

	if (n->n < 16 || n->n > 19 || n->digit[n->n - 1] == 'X' ||
	    nb_is_han(n->behind) || !is_in_fours(n) || !is_luhn(n))
		return false;
	return nb_words_in(&words->bank, n->clause) ||
	    (china && n->before != U'第' &&
		!nb_words_in(&words->serial, n->clause));
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	struct nb_long_number n;

	for (size_t at = 0; nb_long_number_next(p->text, &at, &n);)
		if (is_card(ck, &n))
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(p->is.prose, n.begin, n.end),
			    "公开前删去银行卡号“" NB_FMT "”",
			    NB_ARG(nb_long_number_masked(ck->arena, n.digit)));
}

const struct nb_rule nb_rule_card_number = { .code = &code, .passage = look };
