/*
 * P13 mobile-number - the number of somebody's mobile telephone.
 *
 * Eleven digits from 13 on.  Right behind a word such as 手机 they are one
 * wherever they stand.  Else they must stand in running text and before a mark:
 * a count goes before its unit; a round figure, a serial number and a telephone
 * for everybody are none.
 */
#include "base/beside.h"
#include "check/rule.h"

#include "check/long_number.h"

static const struct nb_code code = {
	.id = "P13",
	.name = "mobile-number",
	.severity = NB_ERROR,
	.title = "公开前删去手机号码",
	.basis = "《政府信息公开条例》第十五条；《民法典》第一千零三十四条",
	.help = "删去号码，或者改写单位的固定电话",
	.why = "年度报告要向社会公开，手机号码是个人信息。联系人的手机、当事人"
	       "的电话"
	       "都不写进报告。热线、值班、举报、咨询这样对外公布的电话不报。\n"
	       "误：联系人：赵某，手机号写全11位\n"
	       "正：联系电话：党政办公室固定电话",
};

/* 15000000000: as round as a sum of money. */
static bool
is_round(const struct nb_long_number *n)
{
	return nb_str_ends(nb_str_z(n->digit), NB_S("0000"));
}

/* The eleven digits, or NULL when the number has another shape. */
static const char *
mobile(const struct nb_long_number *n)
{
	static const unsigned plain[] = { 3, 4, 4 }, abroad[] = { 2, 3, 4, 4 };
	const char *digit = n->digit;

	if (n->n == 13 && nb_str_starts(nb_str_z(digit), NB_S("86")) &&
	    (nb_long_number_in_groups(n, abroad, NB_COUNT(abroad)) ||
		(n->n_groups == 2 && n->group[0] == 2)))
		digit += 2;
	else if (n->n != 11 ||
	    !nb_long_number_in_groups(n, plain, NB_COUNT(plain)))
		return NULL;
	return digit[0] == '1' && digit[1] >= '3' ? digit : NULL;
}

/* Whether a word such as 手机 stands right in front: 手机号码：138… */
static bool
is_said(const struct nb_words *phone, struct nb_str clause)
{
	while (clause.n > 0) {
		size_t end = clause.n;

		if (!nb_mark_in(
			U"：:号码是为（( +", nb_utf8_prev(clause, &end)))
			break;
		clause.n = end;
	}
	for (uint32_t i = 0; i < phone->n; i++)
		if (nb_str_ends(clause, phone->word[i]))
			return true;
	return false;
}

static bool
is_private(const struct nb_check *ck, const struct nb_passage *p,
    const struct nb_long_number *n)
{
	const struct nb_digit_words *words = &ck->outline->wording.number;

	if (mobile(n) == NULL || nb_words_in(&words->office, n->about))
		return false;
	return is_said(&words->phone, n->clause) ||
	    (p->is.role != NB_PROSE_CELL && p->is.role != NB_PROSE_FIGURE &&
		!nb_is_han(n->behind) && n->behind != '%' && !is_round(n) &&
		n->before != U'第' && n->before != U'〕' &&
		!nb_words_in(&words->serial, n->clause));
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	struct nb_long_number n;

	for (size_t at = 0; nb_long_number_next(p->text, &at, &n);)
		if (is_private(ck, p, &n))
			nb_diag_add(ck->diags, &code,
			    nb_prose_span(p->is.prose, n.begin, n.end),
			    "公开前删去手机号码“" NB_FMT "”",
			    NB_ARG(
				nb_long_number_masked(ck->arena, mobile(&n))));
}

const struct nb_rule nb_rule_mobile_number = { .code = &code, .passage = look };
