/*
 * S16 organ-mismatch - the title names the organ by another name than the
 * signature does.
 *
 * What stands before the year or a word such as 关于 is the head of the title.
 * It may hold the full name, or the name without the divisions above it, or
 * no organ at all.  An everyday name (街办) is always wrong; a head that ends
 * like an organ's name and is none of this organ's is another organ.
 */
#include "check/rule.h"

#include "base/arena.h"

static const struct nb_code code = {
	.id = "S16",
	.name = "organ-mismatch",
	.severity = NB_WARNING,
	.title = "标题、署名与机关名称不一致",
	.basis = "GB/T 9704—2012 7.3.1、7.3.5：使用机关全称或者规范化简称",
	.help = "标题里写机关全称，或者去掉上级区划的名称，也可以不写机关",
	.why = "标题和署名说的是同一个机关，名称要对得上。“街办”“镇府”“区府”是"
	       "口头的"
	       "叫法，不是规范化简称；标题里是别的机关，多半是套用别处的文件没"
	       "有改。"
	       "标题里不写机关，只写地名，不报。\n"
	       "误：机关: 大冶市金湖街道办事处　标题: 金湖街办2023年……\n"
	       "正：机关: 大冶市金湖街道办事处　标题: 金湖街道办事处2023年……",
	.fixable = true,
};

/* The title up to the year, a blank number or a stop word. */
static struct nb_str
head_of(struct nb_str title, const struct nb_words *stop)
{
	size_t end = title.n;

	for (uint32_t i = 0; i < stop->n; i++) {
		const size_t hit = nb_str_find(title, stop->word[i], 0);

		if (hit < end)
			end = hit;
	}
	for (size_t i = 0; i < end; i++)
		if (nb_is_digit((unsigned char)title.p[i]))
			end = i;
	return nb_str_trim(nb_str_sub(title, 0, end));
}

/* A second organ may stand in front: “中共某街道工委 某街道办事处”. */
static bool
may_precede(struct nb_str before, const struct nb_organ_words *words)
{
	return before.n == 0 || nb_is_blank(nb_str_last(before)) ||
	    nb_str_last(before) == U'、' ||
	    nb_words_ending(&words->ending, before);
}

/*
 * Whether head names the organ by the part of its name that starts at tail.
 */
static bool
holds_tail(
    struct nb_str head, struct nb_str tail, const struct nb_organ_words *words)
{
	const size_t hit = nb_str_find(head, tail, 0);

	return hit != SIZE_MAX && may_precede(nb_str_sub(head, 0, hit), words);
}

/* Whether some tail of the organ's name behind a division stands in head. */
static bool
names_organ(
    struct nb_str head, struct nb_str organ, const struct nb_organ_words *words)
{
	if (nb_str_has(head, organ) || nb_str_has(organ, head))
		return true;
	for (uint32_t i = 0; i < words->division.n; i++) {
		const struct nb_str division = words->division.word[i];
		size_t at = nb_str_find(organ, division, 1);

		for (; at != SIZE_MAX;
		     at = nb_str_find(organ, division, at + 1)) {
			const struct nb_str tail =
			    nb_str_from(organ, at + division.n);

			if (tail.n > 0 && holds_tail(head, tail, words))
				return true;
		}
	}
	return false;
}

/* An everyday name in head that is not the start of the formal one. */
static const struct nb_colloquial *
find_colloquial(
    struct nb_str head, const struct nb_organ_words *words, size_t *ret_at)
{
	for (uint32_t i = 0; i < words->n_colloquial; i++) {
		const struct nb_colloquial *c = &words->colloquial[i];

		*ret_at = nb_str_find(head, c->name, 0);
		if (*ret_at != SIZE_MAX &&
		    !nb_str_starts(nb_str_from(head, *ret_at), c->formal))
			return c;
	}
	return NULL;
}

/* What the title should say instead: the same with the formal name. */
static struct nb_str
formal_name(const struct nb_check *ck, struct nb_str head, struct nb_str organ,
    const struct nb_colloquial *c, size_t at)
{
	const struct nb_str formal = nb_arena_printf(ck->diags->arena,
	    NB_FMT NB_FMT, NB_ARG(nb_str_sub(head, 0, at)), NB_ARG(c->formal));

	/* The lists are Simplified; a Traditional report gets its own words. */
	if (ck->report->script == NB_SCRIPT_SIMPLIFIED &&
	    names_organ(formal, organ, &ck->outline->organ))
		return formal;
	return ck->report->organ.text;
}

static void
report_colloquial(
    const struct nb_check *ck, size_t begin, size_t end, struct nb_str formal)
{
	const struct nb_prose *title = &ck->report->title;
	struct nb_diag *g;

	g = nb_diag_add(ck->diags, &code, nb_prose_span(title, begin, end),
	    "标题、署名与机关名称不一致：“" NB_FMT "”应为“" NB_FMT "”",
	    NB_ARG(nb_str_sub(title->text, begin, end - begin)),
	    NB_ARG(formal));
	if (nb_prose_is_verbatim(title, begin, end))
		g->fix = formal;
}

static void
report_other(const struct nb_check *ck, size_t begin, size_t end)
{
	const struct nb_prose *title = &ck->report->title;

	nb_diag_add(ck->diags, &code, nb_prose_span(title, begin, end),
	    "标题、署名与机关名称不一致：标题是“" NB_FMT "”，机关是“" NB_FMT
	    "”",
	    NB_ARG(nb_str_sub(title->text, begin, end - begin)),
	    NB_ARG(ck->report->organ.text));
}

static void
run(const struct nb_check *ck)
{
	const struct nb_organ_words *words = &ck->outline->organ;
	const struct nb_str title = nb_check_plain(ck, ck->report->title.text);
	const struct nb_str organ = nb_check_plain(ck, ck->report->organ.text);
	const struct nb_str head = head_of(title, &words->stop);
	const size_t begin = (size_t)(head.p - title.p);
	const struct nb_colloquial *c;
	size_t at;

	if (!ck->report->title_given || organ.n == 0 || head.n == 0 ||
	    names_organ(head, organ, words))
		return;
	c = find_colloquial(head, words, &at);
	if (c != NULL)
		report_colloquial(ck, begin, begin + at + c->name.n,
		    formal_name(ck, head, organ, c, at));
	else if (nb_words_ending(&words->ending, head))
		report_other(ck, begin, begin + head.n);
}

const struct nb_rule nb_rule_organ_mismatch = { .code = &code, .run = run };
