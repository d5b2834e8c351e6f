/*
 * C14 level-foreign - the organ calls itself what only one of another level
 * does: 我镇 in the report of a street, 我县 in that of a 区.
 *
 * One finding for each word.
 */
#include "check/rule.h"

#include "check/own_names.h"

static const struct nb_code code = {
	.id = "C14",
	.name = "level-foreign",
	.severity = NB_WARNING,
	.title = "自称与机关的级别不符",
	.basis = "公文写作惯例：全篇一个自称",
	.help = "改成本机关的自称；是套用别处报告的，整段核对一遍",
	.why = "街道的报告里写“我镇”，区里的报告里写“我县”，多半是从别处的报告"
	       "抄来没有改。街道说“我区”“我市”是说上级，不报。\n"
	       "误：机关: 青荷区柳溪街道办事处　正文: 我镇开展法治宣传……\n"
	       "正：机关: 青荷区柳溪街道办事处　正文: 我街道开展法治宣传……",
};

static const struct nb_words *
words_of(const struct nb_check *ck)
{
	const struct nb_level_words *w = &ck->outline->wording.level;

	switch (ck->report->level) {
	case NB_LEVEL_STREET:
		return &w->street;
	case NB_LEVEL_TOWN:
		return &w->town;
	case NB_LEVEL_DISTRICT:
		return &w->district;
	case NB_LEVEL_DEPARTMENT:
		return &w->department;
	}
	NB_UNREACHABLE();
}

/* Where the word stands by itself in text, from at on; SIZE_MAX: nowhere. */
static size_t
find(const struct nb_level_words *w, struct nb_str text, struct nb_str word,
    size_t at)
{
	for (at = nb_str_find(text, word, at); at != SIZE_MAX;
	     at = nb_str_find(text, word, at + word.n))
		if (!nb_words_ending(&w->not_behind, nb_str_sub(text, 0, at)) &&
		    !nb_words_starting(
			&w->not_before, nb_str_from(text, at + word.n)))
			return at;
	return SIZE_MAX;
}

static void
look(const struct nb_check *ck, struct nb_str word)
{
	const struct nb_level_words *w = &ck->outline->wording.level;
	struct nb_span span = { 0 };
	unsigned n = 0;

	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];
		size_t at = SIZE_MAX;

		if (nb_passage_runs(p))
			at = find(w, p->text, word, 0);
		for (; at != SIZE_MAX; at = find(w, p->text, word, at + word.n))
			if (n++ == 0)
				span =
				    nb_prose_span(p->is.prose, at, at + word.n);
	}
	if (n > 0)
		nb_diag_add(ck->diags, &code, span,
		    "“" NB_FMT "”不是本机关的自称，共%u处", NB_ARG(word), n);
}

/* A 区 is no 县, and the other way round, where 机关 says which it is. */
static void
look_for_divisions(const struct nb_check *ck)
{
	const struct nb_level_words *w = &ck->outline->wording.level;
	const struct nb_own_names own =
	    nb_own_names_find(ck->arena, ck->report, &ck->outline->organ);
	const bool district = nb_own_names_have(&own, NB_S("区"));
	const bool county = nb_own_names_have(&own, NB_S("县"));

	for (uint32_t i = 0; county && !district && i < w->of_district.n; i++)
		look(ck, w->of_district.word[i]);
	for (uint32_t i = 0; district && !county && i < w->of_county.n; i++)
		look(ck, w->of_county.word[i]);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_words *words = words_of(ck);

	if (ck->report->organ.text.n == 0)
		return;
	for (uint32_t i = 0; i < words->n; i++)
		look(ck, words->word[i]);
	look_for_divisions(ck);
}

const struct nb_rule nb_rule_level_foreign = { .code = &code, .run = run };
