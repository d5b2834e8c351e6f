/*
 * T10 bracket-unpaired - a bracket or quotation mark without its partner in
 * the same paragraph.
 */
#include "base/beside.h"
#include "check/rule.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "T10",
	.name = "bracket-unpaired",
	.severity = NB_ERROR,
	.title = "括号、引号、书名号不成对",
	.basis = "GB/T 15834—2011 4.8、4.9、4.15",
	.help = "补上另一半，或者删去多余的一半",
	.why =
	    "括号、引号、书名号成对使用，少了一半，引用的话或文件名到哪里为止就"
	    "不清楚，往往还是漏字、串行的痕迹。每段单独配对，英文里的撇号不算。"
	    "\n"
	    "误：根据《法治政府建设实施纲要（2021—2025年》\n"
	    "正：根据《法治政府建设实施纲要（2021—2025年）》",
};

static const struct pair {
	uint32_t open, close;
	const char *name;
} pairs[] = {
	{ U'（', U'）', "圆括号" },
	{ U'《', U'》', "书名号" },
	{ U'“', U'”', "双引号" },
	{ U'‘', U'’', "单引号" },
	{ U'〔', U'〕', "六角括号" },
	{ U'【', U'】', "方头括号" },
	{ U'〈', U'〉', "单书名号" },
	{ U'[', U']', "方括号" },
};

/* An opening mark that waits for its partner. */
struct waiting {
	const struct pair *pair;
	size_t at, end; /* [byte] */
};

struct reader {
	const struct nb_check *ck;
	const struct nb_prose *prose;
	GArray *stack; /* of struct waiting */
	unsigned n_waiting[NB_COUNT(pairs)];
};

static unsigned *
waiting_for(struct reader *r, const struct pair *pair)
{
	return &r->n_waiting[pair - pairs];
}

static const struct pair *
find_pair(uint32_t c, bool *ret_opens)
{
	for (size_t i = 0; i < NB_COUNT(pairs); i++) {
		*ret_opens = c == pairs[i].open;
		if (*ret_opens || c == pairs[i].close)
			return &pairs[i];
	}
	return NULL;
}

static void
report(const struct reader *r, size_t at, size_t end, const struct pair *pair,
    const char *half)
{
	nb_diag_add(r->ck->diags, &code, nb_prose_span(r->prose, at, end),
	    "%s不成对，只有%s半边", pair->name, half);
}

static void
open_mark(struct reader *r, const struct pair *pair, size_t at, size_t end)
{
	const struct waiting w = { pair, at, end };

	g_array_append_val(r->stack, w);
	++*waiting_for(r, pair);
}

/* Reports the waiting marks from index on and forgets them. */
static void
give_up(struct reader *r, guint from)
{
	for (guint i = from; i < r->stack->len; i++) {
		const struct waiting *w =
		    &g_array_index(r->stack, struct waiting, i);

		report(r, w->at, w->end, w->pair, "左");
		--*waiting_for(r, w->pair);
	}
	g_array_set_size(r->stack, from);
}

static void
close_mark(struct reader *r, const struct pair *pair, size_t at, size_t end)
{
	guint i = r->stack->len;

	if (*waiting_for(r, pair) == 0) {
		report(r, at, end, pair, "右");
		return;
	}
	while (g_array_index(r->stack, struct waiting, i - 1).pair != pair)
		i--;
	give_up(r, i);
	g_array_set_size(r->stack, i - 1);
	--*waiting_for(r, pair);
}

/* don’t, workers’: a mark behind a Latin letter with no ‘ open. */
static bool
is_apostrophe(struct reader *r, const struct pair *pair, uint32_t c, size_t at,
    size_t end)
{
	const struct nb_str s = r->prose->text;
	const uint32_t before = nb_str_last(nb_str_sub(s, 0, at));
	const uint32_t after = nb_str_first(nb_str_from(s, end));

	if (c != U'’' || !(nb_is_latin(before) || nb_is_digit(before)))
		return false;
	return nb_is_latin(after) || *waiting_for(r, pair) == 0;
}

/* “1）” and “a）” at the start of a clause: half a bracket on purpose. */
static bool
is_enumerator(const struct reader *r, uint32_t c, size_t at)
{
	const struct nb_str s = r->prose->text;
	uint32_t before = 0;
	size_t n = 0;

	if (c != U'）' || r->stack->len > 0)
		return false;
	while (at > 0) {
		before = nb_utf8_prev(s, &at);
		if (!nb_is_digit(before) && !nb_is_latin(before))
			break;
		n++;
		before = 0;
	}
	return n >= 1 && n <= 2 &&
	    (before == 0 || before == U'。' || before == U'；' ||
		before == U'：' || before == U'，' || nb_is_blank(before));
}

static void
read_prose(const struct nb_check *ck, const struct nb_passage *passage)
{
	g_autoptr(GArray) stack =
	    g_array_new(FALSE, FALSE, sizeof(struct waiting));
	const struct nb_prose *p = passage->is.prose;
	struct reader r = { .ck = ck, .prose = p, .stack = stack };

	for (size_t at = 0; (at = nb_skip_han(p->text, at)) < p->text.n;) {
		const size_t start = at;
		const uint32_t c = nb_utf8_next(p->text, &at);
		bool opens;
		const struct pair *pair = find_pair(c, &opens);

		if (pair == NULL || is_apostrophe(&r, pair, c, start, at) ||
		    is_enumerator(&r, c, start))
			continue;
		if (opens)
			open_mark(&r, pair, start, at);
		else
			close_mark(&r, pair, start, at);
	}
	give_up(&r, 0);
}

const struct nb_rule nb_rule_bracket_unpaired = { &code,
	.passage = read_prose };
