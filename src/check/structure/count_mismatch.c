/*
 * S11 count-mismatch - a heading counts its parts, and there are more or fewer
 * of them: “四项建设” with three items below.
 *
 * Only a number with a measure word and one of the outline's words behind it
 * counts: “三项制度” and “两法” are names of things, not of parts.
 */
#include "check/rule.h"
#include "model/number.h"

static const struct nb_code code = {
	.id = "S11",
	.name = "count-mismatch",
	.severity = NB_WARNING,
	.title = "标题里说的条数与下面的条数不符",
	.basis = "前后一致",
	.help = "改标题里的数，或者补、删下面的条目",
	.why =
	    "标题说“四项建设”，下面就该是四条。增删了条目而没有改标题，读的人会"
	    "以为漏了一条。“三项制度”“两法衔接”是固定名称，不查。\n"
	    "误：“狠抓四项建设，提升应急能力”下面是三条\n"
	    "正：“狠抓三项建设，提升应急能力”下面是三条",
};

/* The length of the word of w that stands at at, or 0. [byte] */
static size_t
word_at(const struct nb_words *w, struct nb_str s, size_t at)
{
	const struct nb_str rest = nb_str_from(s, at);

	for (uint32_t i = 0; i < w->n; i++)
		if (nb_str_starts(rest, w->word[i]))
			return w->word[i].n;
	return 0;
}

/* Reads “四项建设” at begin: the number, and where the phrase ends. */
static unsigned
read_count(const struct nb_part_words *words, struct nb_str s, size_t begin,
    size_t *ret_end)
{
	unsigned number;
	size_t at = begin, measure, noun;

	if (!nb_number_read(s, &at, &number))
		return 0;
	measure = word_at(&words->measure, s, at);
	noun = measure == 0 ? 0 : word_at(&words->noun, s, at + measure);
	*ret_end = noun == 0 ? at : at + measure + noun;
	return noun == 0 ? 0 : number;
}

static bool
is_ordinal(struct nb_str s, size_t at)
{
	return nb_str_ends(nb_str_sub(s, 0, at), NB_S("第"));
}

static void
report(const struct nb_check *ck, const struct nb_section *section,
    size_t begin, size_t end)
{
	const struct nb_str words =
	    nb_str_sub(section->title.text, begin, end - begin);

	nb_diag_add(ck->diags, &code,
	    nb_prose_span(&section->title, begin, end),
	    "标题称“" NB_FMT "”，下列%u条", NB_ARG(words), section->n_children);
}

static void
look(const struct nb_check *ck, const struct nb_heading *h)
{
	const struct nb_section *section = h->section;
	const struct nb_str s = h->words;
	uint32_t last = 0;

	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		size_t end = 0;
		unsigned n = 0;

		/* Not from within a number: 15项 has no 5项. */
		if (!nb_is_digit(last))
			n = read_count(&ck->outline->part, s, begin, &end);
		last = nb_utf8_next(s, &at);
		if (n == 0)
			continue;
		if (n > 1 && n != section->n_children && !is_ordinal(s, begin))
			report(ck, section, begin, end);
		at = end;
	}
}

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->headings.n; i++)
		if (ck->headings.heading[i].section->n_children > 0)
			look(ck, &ck->headings.heading[i]);
}

const struct nb_rule nb_rule_count_mismatch = { .code = &code, .run = run };
