/*
 * T01 half-width-mark - half-width punctuation between Chinese characters:
 * one finding for the whole report, with all places to mend.
 */
#include "base/beside.h"
#include "check/rule.h"

#include <glib.h>
#include <string.h>

static const struct nb_code code = {
	.id = "T01",
	.name = "half-width-mark",
	.severity = NB_WARNING,
	.title = "中文里用了半角标点",
	.basis = "GB/T 15834—2011 5.1",
	.help = "改成全角标点；nianbao fix 可以一次改完",
	.why =
	    "汉字之间的标点占一个字的位置，用全角。半角的逗号、括号多半是从网页"
	    "粘贴来的，排出来忽宽忽窄。时间、网址、编号里的半角标点不算。\n"
	    "误：依法行政,规范执法(试行)\n"
	    "正：依法行政，规范执法（试行）",
	.fixable = true,
};

static const char halves[] = { ',', ':', ';', '?', '!', '(', ')' };

/* Counts of one report, and its finding. */
struct tally {
	const struct nb_check *ck;
	unsigned n[NB_COUNT(halves)], total;
	GArray *place; /* of struct place */
};

struct place {
	struct nb_span span;
	unsigned mark;
};

static bool
is_closing(uint32_t c)
{
	return nb_mark_in(U"”’》〉）】〕", c);
}

static bool
is_opening(uint32_t c)
{
	return nb_mark_in(U"“‘《〈（【〔", c);
}

/* , : ; ? ! after a Chinese phrase and before one. */
static bool
is_half_point(struct nb_str s, size_t at)
{
	const uint32_t before = nb_char_before(s, at);
	const uint32_t after = nb_char_after(s, at + 1);

	if (!nb_is_han(before) && !is_closing(before) && !nb_is_digit(before) &&
	    before != '%' && before != ')')
		return false;
	/* 矛盾?查: a lost character is G02. */
	if (s.p[at] == '?' && nb_is_han(after) && !nb_asks_before(s, at))
		return false;
	return nb_is_han(after) || is_opening(after) ||
	    (after == 0 && !nb_is_digit(before));
}

/* Whether the bracket at [open, close] belongs to Chinese text. */
static bool
is_half_bracket(struct nb_str s, size_t open, size_t close)
{
	const uint32_t before = nb_char_before(s, open);
	const uint32_t after = nb_char_after(s, close + 1);

	if (nb_is_han(before) || nb_is_cjk(before))
		return true;
	if (nb_is_latin(before) || nb_is_digit(before))
		return false;
	return nb_str_han(nb_str_sub(s, open, close - open)) > 0 ||
	    nb_is_han(after);
}

static void
add(struct tally *t, const struct nb_prose *p, size_t at, char half)
{
	struct place place = { nb_prose_span(p, at, at + 1), 0 };

	while (halves[place.mark] != half)
		place.mark++;
	t->n[place.mark]++;
	t->total++;
	if (nb_prose_is_verbatim(p, at, at + 1))
		g_array_append_val(t->place, place);
}

static void
count(struct tally *t, const struct nb_prose *p)
{
	const struct nb_str s = p->text;
	size_t open = SIZE_MAX;

	for (size_t at = 0; (at = nb_skip_han(s, at)) < s.n; at++) {
		if (s.p[at] == '(') {
			open = at;
		} else if (s.p[at] == ')' && open != SIZE_MAX) {
			if (is_half_bracket(s, open, at)) {
				add(t, p, open, '(');
				add(t, p, at, ')');
			}
			open = SIZE_MAX;
		} else if (s.p[at] != '\0' && strchr(",:;?!", s.p[at]) &&
		    is_half_point(s, at)) {
			add(t, p, at, s.p[at]);
		}
	}
}

static void
report(const struct tally *t)
{
	g_autoptr(GString) kinds = g_string_new(NULL);
	struct nb_span first = t->ck->report->span;
	struct nb_diag *g;

	for (size_t i = 0; i < NB_COUNT(halves); i++)
		if (t->n[i] > 0)
			g_string_append_printf(kinds, "%s“%c”%u处",
			    kinds->len > 0 ? "、" : "", halves[i], t->n[i]);
	if (t->place->len > 0)
		first = g_array_index(t->place, struct place, 0).span;
	g = nb_diag_add(t->ck->diags, &code, first,
	    "中文里用了半角标点，共%u处：%s", t->total, kinds->str);
	for (guint i = 0; i < t->place->len; i++) {
		const struct place *p =
		    &g_array_index(t->place, struct place, i);
		const struct nb_str full = nb_full_width_mark(halves[p->mark]);

		if (i == 0)
			g->fix = full;
		else
			nb_diag_add_edit(t->ck->diags, g, p->span, full);
	}
}

static void
run(const struct nb_check *ck)
{
	g_autoptr(GArray) place =
	    g_array_new(FALSE, FALSE, sizeof(struct place));
	struct tally t = { .ck = ck, .place = place };

	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_visit *v = &ck->passages.passage[i].is;

		if (v->role != NB_PROSE_FIGURE && v->role != NB_PROSE_NAME)
			count(&t, v->prose);
	}
	if (t.total > 0)
		report(&t);
}

const struct nb_rule nb_rule_half_width_mark = { .code = &code, .run = run };
