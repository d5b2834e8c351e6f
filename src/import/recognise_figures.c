/*
 * import/recognise_figures.c - figures that the prose tells, offered as 指标.
 * A person chooses: what is taken for a name here is only what stands before
 * the figure.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "base/beside.h"
#include "import/grow.h"
#include "import/words.h"

enum {
	MOST = 40,      /* offers */
	NAME_MOST = 20, /* [char]; a longer one is no key any more */
	NAME_LEAST = 2, /* [char] */
};

/* What stands between a name and its figure. */
static const char *const between[] = { "累计", "达到", "達到", "共计", "总计",
	"合计", "超过", "不少于", "不低于", "全年", "约", "近", "共", "达",
	"達", "为", "為", "了", "过", "已", "各", "有", "均", NULL };

/* What stands before a name and is none of it: of whom, and of when. */
static const char *const lead[] = { "全年", "其中", "本年度", "年度", "今年",
	"当年", "年来", "年内", "年", "我街道", "我区", "我县", "我市", "我镇",
	"我乡", "我局", "全区", "全县", "全市", "全镇", "全乡", "全街道",
	"全局", "共", "累计", "已", "有", "含", NULL };

/* A name that ends or begins so is a part of a sentence. */
static const char *const open_end[] = { "的", "和", "与", "及", "或", "等",
	"对", "将", "把", "在", "于", "从", "向", "后", "前", "由", "按", "每",
	"第", "是", "至", "到", NULL };
static const char *const open_begin[] = { "对", "将", "把", "在", "于", "从",
	"向", "由", "按", "每", "等", "的", "和", "与", "及", "或", "以",
	NULL };

/* Behind a figure that is none of the year: a limit, a term. */
static const char *const limit[] = { "以上", "以下", "以内", "之内", "工作日",
	"月", "小时", "方面", "部门", "单位", NULL };

/* What a clause begins behind. */
static bool
is_clause_mark(uint32_t c)
{
	return c == 0 || nb_is_blank(c) ||
	    nb_mark_in(NB_S("，。；：！？（）,;:!?()"), c);
}

/* Digits, a part behind the point, 万 and what is counted; 0: no figure. */
static size_t
figure_at(struct nb_str s, size_t at)
{
	static const char *const more[] = { "余", "多", "万余", NULL };
	size_t end = at;

	while (end < s.n &&
	    (nb_is_digit((unsigned char)s.p[end]) || s.p[end] == '.'))
		end++;
	if (end == at || s.p[end - 1] == '.')
		return 0;
	end += nb_word_starts(more, nb_str_from(s, end));
	if (nb_word_starts(nb_words_unit, nb_str_from(s, end)) == 0)
		return 0;
	return end + nb_word_starts(nb_words_unit, nb_str_from(s, end)) - at;
}

/* Does another figure end at `at`, as in “受理50件、调解48件”? */
static bool
follows_figure(struct nb_str s, size_t at)
{
	const size_t unit = nb_word_ends(nb_words_unit, nb_str_sub(s, 0, at));

	return unit > 0 &&
	    nb_is_digit((unsigned char)nb_char_before(s, at - unit));
}

/*
 * Where the words begin that end at `end`: at their clause's start, or behind
 * another figure; `end` when they begin in the middle of something else.
 * [byte]
 */
static size_t
name_begin(struct nb_str s, size_t end)
{
	size_t from = end, before;
	uint32_t c;

	while (nb_is_han(nb_char_before(s, from)))
		nb_utf8_prev(s, &from);
	c = nb_char_before(s, from);
	if (is_clause_mark(c))
		return from;
	if (nb_is_digit(c)) {
		const struct nb_str rest = nb_str_sub(s, from, end - from);
		const size_t unit = nb_word_starts(nb_words_unit, rest);

		return unit > 0 || nb_word_starts(lead, rest) > 0 ? from + unit
								  : end;
	}
	before = from;
	return nb_utf8_prev(s, &before) == U'、' && follows_figure(s, before)
	    ? from
	    : end;
}

/* The words before the figure; empty when they are no name.  plain is s by
 * nb_plain. */
static struct nb_str
name_before(struct nb_str s, struct nb_str plain, size_t at)
{
	struct nb_str name;
	unsigned number;
	size_t n = at, from, skip;

	while ((skip = nb_word_ends(between, nb_str_sub(plain, 0, n))) > 0)
		n -= skip;
	from = name_begin(plain, n);
	skip = 0;
	if (nb_ordinal_inside(
		nb_str_sub(plain, from, n - from), &skip, &number))
		from += skip;
	while ((skip = nb_word_starts(
		    lead, nb_str_sub(plain, from, n - from))) > 0)
		from += skip;
	name = nb_str_sub(plain, from, n - from);
	if (nb_word_starts(open_begin, name) > 0 ||
	    nb_word_ends(open_end, name) > 0 ||
	    nb_str_chars(name) < NAME_LEAST || nb_str_chars(name) > NAME_MOST)
		return NB_S("");
	return nb_str_sub(s, from, n - from);
}

static bool
is_offered(struct nb_recogniser *r, struct nb_str name)
{
	const struct nb_draft_texts *t = &r->draft->figure;
	const struct nb_str key =
	    nb_arena_printf(r->a, NB_FMT ": ", NB_ARG(name));

	for (uint32_t i = 0; i < t->n; i++)
		if (nb_str_starts(t->text[i].text, key))
			return true;
	return false;
}

/* The figure of n bytes at `at`. */
static void
offer(struct nb_recogniser *r, const struct nb_draft_text *para,
    struct nb_str plain, size_t at, size_t n)
{
	const struct nb_str s = para->text;
	struct nb_str name;

	if (nb_word_starts(limit, nb_str_from(plain, at + n)) > 0)
		return;
	name = name_before(s, plain, at);
	if (name.n > 0 && !is_offered(r, name))
		nb_texts_add(r->a, &r->draft->figure,
		    (struct nb_draft_text){
			nb_arena_printf(r->a, NB_FMT ": " NB_FMT, NB_ARG(name),
			    NB_ARG(nb_str_sub(s, at, n))),
			para->row });
}

static void
scan(struct nb_recogniser *r, const struct nb_draft_text *para)
{
	const struct nb_str s = nb_plain(r->a, para->text);

	for (size_t at = 0; at < s.n && r->draft->figure.n < MOST;) {
		const size_t n = figure_at(s, at);

		if (n > 0)
			offer(r, para, s, at, n);
		if (n > 0)
			at += n;
		else if (nb_is_digit((unsigned char)s.p[at]))
			while (at < s.n && nb_is_digit((unsigned char)s.p[at]))
				at++;
		else
			nb_utf8_next(s, &at);
	}
}

static void
scan_branch(struct nb_recogniser *r, const struct nb_branch *b)
{
	for (uint32_t i = 0; i < b->s.body.n; i++)
		scan(r, &b->s.body.text[i]);
	for (const struct nb_branch *c = b->first; c != NULL; c = c->next)
		scan_branch(r, c);
}

void
nb_recognise_figures(struct nb_recogniser *r)
{
	if (nb_str_eq(nb_str_z(r->draft->kind), NB_S("年度报告")))
		scan_branch(r, r->root);
}
