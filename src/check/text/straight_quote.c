/*
 * T26 straight-quote - straight quotation marks around Chinese.
 */
#include "base/arena.h"
#include "base/clip.h"
#include "check/near.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "T26",
	.name = "straight-quote",
	.severity = NB_WARNING,
	.title = "用了直引号",
	.basis = "GB/T 15834—2011 4.8、5.1",
	.help = "改成弯引号“ ”或‘ ’",
	.why = "中文的引号分左右，直引号是英文打字机的写法，排出来左右不分。英"
	       "文句子里的不算。\n"
	       "误：推进\"放管服\"改革\n"
	       "正：推进“放管服”改革",
	.fixable = true,
};

/* Whether Chinese stands at either inner or outer side of the pair. */
static bool
is_chinese(struct nb_str s, size_t open, size_t close)
{
	return nb_is_cjk(nb_char_after(s, open + 1)) ||
	    nb_is_cjk(nb_char_before(s, close)) ||
	    (nb_is_cjk(nb_char_before(s, open)) &&
		nb_is_cjk(nb_char_after(s, close + 1)));
}

static void
report(const struct nb_check *ck, const struct nb_prose *prose, size_t open,
    size_t close, char mark)
{
	const struct nb_str inner =
	    nb_str_sub(prose->text, open + 1, close - open - 1);
	struct nb_diag *g =
	    nb_diag_add(ck->diags, &code, nb_prose_span(prose, open, close + 1),
		"直引号改成弯引号：%c" NB_FMT "%c", mark,
		NB_ARG(nb_clip(ck->arena, inner)), mark);

	nb_offer_fix(g, prose, open, close + 1,
	    nb_arena_printf(ck->arena,
		mark == '"' ? "“" NB_FMT "”" : "‘" NB_FMT "’", NB_ARG(inner)));
}

static void
look_for(const struct nb_check *ck, const struct nb_prose *prose, char mark)
{
	const struct nb_str s = prose->text, m = { &mark, 1 };
	size_t open = nb_str_find(s, m, 0), close;

	while (open != SIZE_MAX) {
		/* 14": inches. */
		if (nb_is_digit(nb_char_before(s, open))) {
			open = nb_str_find(s, m, open + 1);
			continue;
		}
		close = nb_str_find(s, m, open + 1);
		if (close == SIZE_MAX)
			return;
		if (is_chinese(s, open, close))
			report(ck, prose, open, close, mark);
		open = nb_str_find(s, m, close + 1);
	}
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	look_for(ck, p->is.prose, '"');
	look_for(ck, p->is.prose, '\'');
}

const struct nb_rule nb_rule_straight_quote = { .code = &code,
	.passage = look };
