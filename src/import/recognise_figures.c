/*
 * import/recognise_figures.c - figures that the prose tells, offered as 指标.
 * A person chooses: what is taken for a name here is only what stands before
 * the figure.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/words.h"

enum {
	MOST = 40,      /* offers */
	NAME_MOST = 14, /* [char] */
	NAME_LEAST = 3, /* [char] */
};

/* What stands between a name and its figure. */
static const char *const between[] = { "累计", "达到", "共计", "总计", "合计",
	"超过", "不少于", "不低于", "约", "近", "共", "达", "为", "了", "过",
	"已", "各", "有", NULL };

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

/* The hanzi before the figure, without the words between. */
static struct nb_str
name_before(struct nb_str s, size_t at)
{
	struct nb_str name = { s.p, at };
	static const char *const lead[] = { "其中", "共", NULL };
	size_t n = nb_word_ends(between, name), from;
	unsigned number;

	for (; n > 0; n = nb_word_ends(between, name))
		name.n -= n;
	from = name.n;
	for (unsigned i = 0; from > 0 && i < NAME_MOST; i++) {
		size_t before = from;

		if (!nb_is_han(nb_utf8_prev(name, &before)))
			break;
		from = before;
	}
	name = nb_str_from(name, from);
	from = nb_word_starts(lead, name);
	if (from == 0)
		nb_ordinal_inside(name, &from, &number);
	return nb_str_from(name, from);
}

static bool
is_offered(const struct nb_draft_texts *t, struct nb_str name)
{
	for (uint32_t i = 0; i < t->n; i++)
		if (nb_str_starts(t->text[i].text, name))
			return true;
	return false;
}

static void
scan(struct nb_recogniser *r, const struct nb_draft_text *para)
{
	struct nb_draft_texts *to = &r->draft->figure;
	const struct nb_str s = para->text;

	for (size_t at = 0; at < s.n && to->n < MOST;) {
		const size_t n = figure_at(s, at);
		const struct nb_str name =
		    n > 0 ? name_before(s, at) : NB_S("");

		if (nb_str_chars(name) >= NAME_LEAST && !is_offered(to, name))
			nb_texts_add(r->a, to,
			    (struct nb_draft_text){
				nb_arena_printf(r->a, NB_FMT ": " NB_FMT,
				    NB_ARG(name), NB_ARG(nb_str_sub(s, at, n))),
				para->row });
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
