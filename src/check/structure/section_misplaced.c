/*
 * S14 section-misplaced - 存在问题 and 下年任务, written as chapters, do not
 * stand at the end, or not in this order.
 *
 * The keys 存在问题 and 下年任务 are always set last and in order.  Behind the
 * problems only what tells no work may follow: the principals' duty, the tasks
 * and other matters to be reported.
 */
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S14",
	.name = "section-misplaced",
	.severity = NB_WARNING,
	.title = "“存在问题”“下年任务”应在文末且先后有序",
	.basis = "《法治政府建设与责任落实督察工作规定》所列报告内容的次序",
	.help =
	    "改用“存在问题”“下年任务”两个键，程序会排在最后；或者移动这一章",
	.why =
	    "报告先讲做了什么，再讲不足和原因，最后讲下一年打算。把问题夹在工作"
	    "中间，或者先讲打算后讲问题，读的人会找不到。第一责任人履职情况可以"
	    "放在两者之间。\n"
	    "误：三、存在的问题　四、规范执法　五、下一步打算\n"
	    "正：三、规范执法　四、存在的问题　五、下一步打算",
};

static const struct nb_outline_item *
item_of(const struct nb_outline *o, enum nb_outline_key key)
{
	for (uint32_t i = 0; i < o->n_items; i++)
		if (o->item[i].key == key)
			return &o->item[i];
	return NULL;
}

static bool
treats(const struct nb_headings *hs, const struct nb_heading *h,
    const struct nb_outline_item *item)
{
	return item != NULL && nb_heading_cover(hs, h, item) == NB_COVER_STRONG;
}

/* A chapter that tells of the year's work: it treats another item. */
static bool
tells_work(const struct nb_headings *hs, const struct nb_heading *h)
{
	const struct nb_outline *o = hs->outline;

	if (nb_words_in(&o->principal, h->words))
		return false;
	for (uint32_t i = 0; i < o->n_items; i++)
		if (o->item[i].closed && treats(hs, h, &o->item[i]))
			return false;
	for (uint32_t i = 0; i < o->n_items; i++)
		if (o->item[i].need == NB_NEED_MUST &&
		    treats(hs, h, &o->item[i]))
			return true;
	return false;
}

static void
misplaced(const struct nb_check *ck, const struct nb_heading *h,
    const struct nb_outline_item *item, const char *why)
{
	nb_diag_add(ck->diags, &code, h->section->span, "“" NB_FMT "”一章%s",
	    NB_ARG(item->name), why);
}

/* One walk from the last chapter to the first. */
struct walk {
	const struct nb_outline_item *problems, *next;
	bool work; /* a chapter behind tells of work */
	bool asks; /* a chapter behind, or the key, tells of problems */
};

static void
judge(const struct nb_check *ck, const struct nb_heading *h, struct walk *w)
{
	const struct nb_headings *hs = &ck->headings;
	const bool problems = treats(hs, h, w->problems);
	const bool next = treats(hs, h, w->next);

	if ((problems || next) && w->work)
		misplaced(ck, h, problems ? w->problems : w->next,
		    "后面还有讲工作的章，应移到文末");
	else if (next && !problems && w->asks)
		misplaced(ck, h, w->next, "应在讲问题的一章后面");
	w->asks |= problems;
	w->work |= tells_work(hs, h);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	const struct nb_headings *hs = &ck->headings;
	struct walk w = {
		.problems = item_of(ck->outline, NB_OUTLINE_KEY_PROBLEMS),
		.next = item_of(ck->outline, NB_OUTLINE_KEY_NEXT),
		.asks = r->problems != NULL && r->problems->title.text.n > 0,
	};

	if (r->kind != NB_KIND_REPORT)
		return;
	for (uint32_t i = hs->n; i-- > 0;)
		if (hs->heading[i].depth == 1)
			judge(ck, &hs->heading[i], &w);
}

const struct nb_rule nb_rule_section_misplaced = { .code = &code, .run = run };
