/*
 * C01 sentence-repeated - a sentence stands in two items word for word.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/clip.h"
#include "check/sentence.h"

enum { LEAST = 16 }; /* Han characters and digits of a sentence [char] */

static const struct nb_code code = {
	.id = "C01",
	.name = "sentence-repeated",
	.severity = NB_WARNING,
	.title = "两处整句重复",
	.basis = "公文写作惯例：一事一写，不重复",
	.help = "留下更合题的一处，另一处删去，或者改写成那一条自己的内容",
	.why =
	    "同一句话在两条里原样出现，多半是拼接材料时没有删净，读的人"
	    "会以为做了两次，或者没有内容可写。16个字以上的整句才查，"
	    "任务表与正文相同不算。\n"
	    "误：依法决策、规范性文件两章都写“建立重大行政决策合法性审查机制，"
	    "未经审查的不上会”\n"
	    "正：这句只写在依法决策一章",
};

static bool
is_looked_at(const struct nb_passage *p)
{
	const enum nb_part part = p->is.part;

	return (p->is.role == NB_PROSE_BODY || p->is.role == NB_PROSE_ITEM) &&
	    part != NB_PART_LAST_TASKS && part != NB_PART_TASK_TABLE &&
	    part != NB_PART_NOTICE;
}

/* Whether both stand in one item: the same section, or the same list. */
static bool
same_item(const struct nb_passage *a, const struct nb_passage *b)
{
	if (a->is.section != NULL || b->is.section != NULL)
		return a->is.section == b->is.section;
	return a == b;
}

static void
look(const struct nb_check *ck, GHashTable *seen, const struct nb_sentence *s)
{
	const struct nb_sentence *first = g_hash_table_lookup(seen, s);
	struct nb_sentence *copy;
	struct nb_span there;

	if (first == NULL) {
		copy = nb_new(ck->arena, struct nb_sentence);
		*copy = *s;
		g_hash_table_add(seen, copy);
		return;
	}
	if (same_item(first->passage, s->passage))
		return;
	there =
	    nb_prose_span(first->passage->is.prose, first->begin, first->end);
	nb_diag_add(ck->diags, &code,
	    nb_prose_span(s->passage->is.prose, s->begin, s->end),
	    "与第%u行整句重复：“" NB_FMT "”",
	    nb_text_pos(there.text, there.begin).line,
	    NB_ARG(nb_clip(ck->arena, s->text)));
}

static void
run(const struct nb_check *ck)
{
	GHashTable *seen = nb_sentence_set();
	struct nb_sentence s;

	for (uint32_t i = 0; i < ck->passages.n; i++) {
		const struct nb_passage *p = &ck->passages.passage[i];

		for (size_t at = 0;
		     is_looked_at(p) && nb_sentence_next(p, &at, &s);)
			if (s.han >= LEAST)
				look(ck, seen, &s);
	}
	g_hash_table_destroy(seen);
}

const struct nb_rule nb_rule_sentence_repeated = { .code = &code, .run = run };
