/*
 * T09 list-mark-mixed - 、 and ， between parts of one list.
 */
#include "check/near.h"
#include "check/piece.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T09",
	.name = "list-mark-mixed",
	.severity = NB_WARNING,
	.title = "并列成分顿号、逗号混用",
	.basis = "GB/T 15834—2011 4.5",
	.help = "同一层次的并列成分一律用顿号",
	.why = "一串并列的词，前面用顿号，最后一个却用了逗号，读起来像是换了一"
	       "层意思。\n"
	       "误：发动社会组织、群众团体，志愿团体等参与\n"
	       "正：发动社会组织、群众团体、志愿团体等参与",

};

enum { WORD = 8 }; /* characters of a part of a list, at most */

/* What the parts of such a list end with. */
static const char *const kinds[] = { "单位", "团体", "组织", "机构", "部门",
	"街道", "社区", "企业", "公司", "清单", "经费", "名录" };

/* What a part of a list has not: then it is a clause. */
static const char *const verbs[] = { "了", "的", "是", "有", "在", "完善",
	"建立", "健全", "落实", "推进", "加强", "开展", "制定", "公布", "走访",
	"联系", "指导", "督促", "深入", "服务", "引导", "要求" };

static bool
is_kind(struct nb_str word)
{
	for (size_t i = 0; i < NB_COUNT(kinds); i++)
		if (nb_str_ends(word, nb_str_z(kinds[i])))
			return nb_str_chars(word) <= WORD;
	return false;
}

static bool
has_verb(struct nb_str word)
{
	if (nb_str_starts(word, NB_S("组织")))
		return true;
	for (size_t i = 0; i < NB_COUNT(verbs); i++)
		if (nb_str_has(word, nb_str_z(verbs[i])))
			return true;
	return false;
}

/* Where the word before a place begins: behind 、 or a clause's end. */
static struct nb_str
word_before(struct nb_str s, size_t at, uint32_t *ret_mark)
{
	size_t begin = at;

	*ret_mark = 0;
	for (unsigned n = 0; n <= WORD && begin > 0; n++) {
		size_t here = begin;

		*ret_mark = nb_utf8_prev(s, &here);
		if (!nb_is_han(*ret_mark))
			break;
		begin = here;
	}
	return nb_str_sub(s, begin, at - begin);
}

/* The word from a place on that ends a list of its kind; or empty. */
static struct nb_str
word_after(struct nb_str s, size_t begin)
{
	size_t at = begin;

	for (unsigned n = 0; n <= WORD && at < s.n; n++) {
		const struct nb_str word = nb_str_sub(s, begin, at - begin);

		if (word.n > 0 && is_kind(word) &&
		    nb_mark_in(U"等中、的。", nb_char_after(s, at)))
			return word;
		if (!nb_is_han(nb_utf8_next(s, &at)))
			break;
	}
	return NB_S("");
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	const struct nb_str s = p->text, comma = NB_S("，");

	for (size_t at = nb_str_find(s, comma, 0); at != SIZE_MAX;
	     at = nb_str_find(s, comma, at + comma.n)) {
		uint32_t mark;
		const struct nb_str x = word_before(s, at, &mark);
		struct nb_str y;

		if (mark != U'、' || !is_kind(x))
			continue;
		y = word_after(s, at + comma.n);
		if (y.n == 0 || has_verb(y))
			continue;
		nb_diag_add(ck->diags, &code,
		    nb_prose_span(prose, at, at + comma.n),
		    "并列成分顿号、逗号混用：“" NB_FMT "，" NB_FMT "”",
		    NB_ARG(x), NB_ARG(y));
	}
}

const struct nb_rule nb_rule_list_mark_mixed = { .code = &code,
	.passage = look };
