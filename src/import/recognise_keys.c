/*
 * import/recognise_keys.c - branches that have keys of their own: 存在问题,
 * 下年任务, 结语, 牵头 and 责任; and the chapter that only contains the others.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/list.h"
#include "import/log.h"
#include "import/progress.h"
#include "import/vocabulary.h"
#include "import/words.h"

enum {
	CONTAINED_LEAST = 2, /* chapters in a container */
	SINGLE_LEAST = 4,    /* run-in headings that tell the usual length */
};

static struct nb_str
plain_title(const struct nb_recogniser *r, const struct nb_branch *b)
{
	return nb_plain(r->a, b->s.title.text);
}

static bool
is_problem(const struct nb_recogniser *r, const struct nb_branch *b)
{
	return nb_words_in(&r->words->chapter.problem, plain_title(r, b));
}

static bool
is_coming(const struct nb_recogniser *r, const struct nb_branch *b)
{
	const struct nb_str s = plain_title(r, b);
	const struct nb_str year =
	    nb_arena_printf(r->a, "%d年", r->draft->last_year + 1);

	return nb_words_in(&r->words->chapter.task, s) &&
	    (nb_words_in(&r->words->chapter.coming, s) ||
		(r->draft->last_year > 0 && nb_str_has(s, year)));
}

/* The innermost last branch. */
static struct nb_branch *
last_leaf(struct nb_branch *b)
{
	while (b->last != NULL)
		b = b->last;
	return b;
}

/* A branch and those below it are numbered as the level above was. */
static void
raise_forms(struct nb_branch *b, enum nb_ordinal_form form)
{
	for (struct nb_branch *c = b->first; c != NULL; c = c->next)
		raise_forms(c, b->form);
	b->form = form;
}

/* Puts the children of a branch in its place. */
static void
lift(struct nb_recogniser *r, struct nb_branch *b, const char *why)
{
	struct nb_branch *p = b->parent, *before = NULL;

	nb_recognise_left_out(
	    r, b->s.title.row, b->s.title.text, "container", why);
	nb_recognise_doubt(
	    r, b->s.title.row, b->s.title.text, "container", why);
	for (struct nb_branch *c = b->first; c != NULL; c = c->next) {
		c->parent = p;
		raise_forms(c, b->form);
	}
	for (struct nb_branch *c = p->first; c != b; c = c->next)
		before = c;
	if (before != NULL)
		before->next = b->first;
	else
		p->first = b->first;
	b->last->next = b->next;
	if (p->last == b)
		p->last = b->last;
	p->n += b->n - 1;
}

/* “主要举措和成效”, and all chapters below it. */
static void
lift_container(struct nb_recogniser *r)
{
	struct nb_branch *b = r->root->first;

	if (b == NULL || b->n < CONTAINED_LEAST || b->s.body.n > 0 ||
	    b->s.table != NULL || b->first->run_in ||
	    nb_words_ending(&r->words->chapter.container, plain_title(r, b)) ==
		0)
		return;
	lift(r, b, "只起总括作用的一章，下面的各条升了一层");
}

/* “存在问题和下一步打算”, the two below it. */
static void
lift_pair(struct nb_recogniser *r)
{
	struct nb_branch *b = r->root->last;

	if (b == NULL || b->n != 2 || b->s.body.n > 0 || !is_problem(r, b) ||
	    !is_problem(r, b->first) || !is_coming(r, b->last))
		return;
	lift(r, b, "问题和打算合成的一章，分成了两章");
}

/* Run-in headings with one paragraph, and all of them. */
static void
count_single(const struct nb_branch *b, unsigned *one, unsigned *all)
{
	for (const struct nb_branch *c = b->first; c != NULL; c = c->next) {
		*all += c->run_in;
		*one += c->run_in && c->s.body.n == 1;
		count_single(c, one, all);
	}
}

/* Is the last paragraph of the last section one about the whole? */
static const char *
why_closing(const struct nb_recogniser *r, const struct nb_branch *leaf)
{
	const struct nb_draft_texts *body = &leaf->s.body;
	const struct nb_draft_text *last =
	    body->n > 0 ? &body->text[body->n - 1] : NULL;
	struct nb_draft_section before = leaf->s;
	unsigned one = 0, all = 0;

	if (body->n < (leaf->run_in ? 2 : 1))
		return NULL;
	if (nb_words_starting(
		&r->words->chapter.closing, nb_plain(r->a, last->text)) > 0)
		return "";
	if (body->n < 2)
		return NULL;
	before.body.n--;
	if (nb_str_has(
		before.body.text[before.body.n - 1].text, NB_S("（牵头单位")) ||
	    nb_str_has(
		before.body.text[before.body.n - 1].text, NB_S("（责任单位")))
		return "";
	count_single(r->root, &one, &all);
	if (body->n == 2 && leaf->run_in && all >= SINGLE_LEAST &&
	    one == all - 1)
		return "最后一条多出的一段，作了结语";
	return NULL;
}

static void
take_closing(struct nb_recogniser *r)
{
	struct nb_branch *leaf = last_leaf(r->root);
	struct nb_draft_texts *body = &leaf->s.body;
	const char *why = leaf == r->root ? NULL : why_closing(r, leaf);

	if (why == NULL)
		return;
	if (*why != '\0')
		nb_recognise_doubt(r, body->text[body->n - 1].row,
		    body->text[body->n - 1].text, "closing", why);
	nb_texts_add(r->a, &r->draft->closing, body->text[body->n - 1]);
	body->n--;
}

static void
take_units(struct nb_recogniser *r, struct nb_branch *b)
{
	nb_recognise_units(r, &b->s);
	for (struct nb_branch *c = b->first; c != NULL; c = c->next)
		take_units(r, c);
}

/* Children that fit a list of tasks: no grandchildren. */
static bool
are_tasks(const struct nb_branch *b)
{
	for (const struct nb_branch *c = b->first; c != NULL; c = c->next)
		if (c->first != NULL || c->s.table != NULL)
			return false;
	return b->first != NULL && b->s.body.n <= 1;
}

static struct nb_draft_list *
list_of_children(struct nb_recogniser *r, const struct nb_branch *b)
{
	struct nb_draft_list *list = nb_new(r->a, struct nb_draft_list);

	if (b->s.body.n == 1) {
		list->lead = b->s.body.text[0];
		list->lead.text = nb_list_unmarked(r, list->lead);
	}
	for (const struct nb_branch *c = b->first; c != NULL; c = c->next)
		nb_list_add(r, list,
		    (struct nb_draft_item){
			.text = c->s.title,
			.body = c->s.body,
			.lead_unit = c->s.lead_unit,
			.units = c->s.units,
		    });
	return list;
}

static void
take_tails(struct nb_recogniser *r, struct nb_draft_list *list)
{
	for (uint32_t i = 0; i < list->n; i++)
		if (list->item[i].lead_unit.text.n +
			list->item[i].units.text.n ==
		    0)
			nb_recognise_item_tail(r, &list->item[i]);
}

/* A cause is told in one sentence. */
static bool
is_cause(const struct nb_recogniser *r, struct nb_str text)
{
	const struct nb_str s = nb_plain(r->a, text);

	return nb_words_starting(&r->words->chapter.cause, s) > 0 &&
	    nb_str_count(s, NB_S("。")) <= 1;
}

/* Problems, some or all of them with a cause or a paragraph that explains. */
static bool
are_problems(const struct nb_branch *b)
{
	for (const struct nb_branch *c = b->first; c != NULL; c = c->next)
		if (c->first != NULL || c->s.table != NULL ||
		    c->s.lead_unit.text.n + c->s.units.text.n > 0 ||
		    c->s.body.n > 1)
			return false;
	return b->first != NULL && b->s.body.n <= 1;
}

static struct nb_draft_list *
problems_of_children(struct nb_recogniser *r, const struct nb_branch *b)
{
	struct nb_draft_list *list = list_of_children(r, b);
	bool said = false;

	for (uint32_t i = 0; i < list->n; i++) {
		struct nb_draft_item *item = &list->item[i];
		struct nb_draft_text more;

		if (item->body.n == 0)
			continue;
		more = item->body.text[0];
		item->body.n = 0;
		more.text = nb_list_unmarked(r, more);
		if (is_cause(r, more.text)) {
			item->cause = more;
			continue;
		}
		item->text.text = nb_arena_printf(r->a, NB_FMT "。" NB_FMT,
		    NB_ARG(item->text.text), NB_ARG(more.text));
		if (!said)
			nb_recognise_doubt(r, more.row, more.text, "problems",
			    "展开的话接在问题后面，合成了一条");
		said = true;
	}
	return list;
}

/* The paragraphs of a chapter without headings; how many of them are used. */
static uint32_t
read_paragraphs(struct nb_recogniser *r, const struct nb_branch *b,
    bool problems, struct nb_draft_list *list)
{
	const struct nb_draft_texts *body = &b->s.body;
	const enum nb_list_of of = problems ? NB_LIST_PROBLEMS : NB_LIST_TASKS;
	uint32_t used = nb_list_read(r, of, body->text, body->n, list);

	if (used == 0)
		used = nb_list_read_lines(r, of, body->text, body->n, list);
	if (used == 0 && problems && body->n == 1 &&
	    nb_list_read_clauses(r, body->text, list)) {
		nb_recognise_doubt(r, body->text[0].row, body->text[0].text,
		    "problems", "没有序号，照分号分成了几条");
		used = 1;
	}
	return used;
}

/* The last chapter as a list; what is left over closes the report. */
static struct nb_draft_list *
list_of(struct nb_recogniser *r, struct nb_branch *b, bool problems)
{
	struct nb_draft_list *list = nb_new(r->a, struct nb_draft_list);
	const bool last = b == r->root->last && r->draft->next == NULL;
	uint32_t used;

	if (b->s.table != NULL)
		return NULL;
	if (problems && are_problems(b)) {
		list = problems_of_children(r, b);
	} else if (!problems && are_tasks(b)) {
		list = list_of_children(r, b);
	} else {
		if (b->first != NULL)
			return NULL;
		used = read_paragraphs(r, b, problems, list);
		if (used == 0 || (used < b->s.body.n && !last))
			return NULL;
		for (; used < b->s.body.n; used++)
			nb_texts_add(
			    r->a, &r->draft->closing, b->s.body.text[used]);
	}
	if (!problems)
		take_tails(r, list);
	list->title = b->s.title;
	nb_branch_remove(b);
	return list;
}

/* The same, and a doubt when the chapter stays one. */
static struct nb_draft_list *
take_list(struct nb_recogniser *r, struct nb_branch *b, bool problems)
{
	const struct nb_draft_text title = b->s.title;
	struct nb_draft_list *list = list_of(r, b, problems);

	if (list == NULL)
		nb_recognise_doubt(r, title.row, title.text, "list",
		    problems ? "没能分成一条条问题，留作一章"
			     : "没能分成一条条任务，留作一章");
	return list;
}

/*
 * Problems that a paragraph tells at the end of the last chapter: “…存在一些
 * 问题和不足：一是…；二是…。”
 */
static struct nb_draft_list *
problems_in_prose(struct nb_recogniser *r)
{
	struct nb_branch *leaf = last_leaf(r->root);
	struct nb_draft_list *list = nb_new(r->a, struct nb_draft_list);
	struct nb_draft_text *last;
	struct nb_str plain;

	if (leaf == r->root || leaf->s.body.n < 2)
		return NULL;
	last = &leaf->s.body.text[leaf->s.body.n - 1];
	plain = nb_plain(r->a, last->text);
	if (!nb_str_has(plain, NB_S("存在")) ||
	    !nb_words_in(&r->words->chapter.lack, plain) ||
	    nb_list_read(r, NB_LIST_PROBLEMS, last, 1, list) == 0)
		return NULL;
	leaf->s.body.n--;
	nb_recognise_doubt(r, last->row, last->text, "problems",
	    "没有标题的一段，作了存在问题");
	return list;
}

/* Whether a chapter says that it tells what became of last year's tasks. */
static bool
is_last_year(const struct nb_recogniser *r, const struct nb_branch *b)
{
	const struct nb_str s = plain_title(r, b);
	const struct nb_str year =
	    nb_arena_printf(r->a, "%d年", r->draft->year - 1);

	return nb_words_in(&r->words->chapter.kept, s) &&
	    !nb_words_in(&r->words->chapter.lack, s) &&
	    (nb_words_in(&r->words->chapter.last, s) ||
		(r->draft->year > 0 && nb_str_has(s, year)));
}

/* The tasks that a chapter lists, by headings or by 一是…二是…; or NULL. */
static struct nb_draft_list *
listed_in(struct nb_recogniser *r, const struct nb_branch *b)
{
	struct nb_draft_list *list = nb_new(r->a, struct nb_draft_list);

	if (are_tasks(b))
		return list_of_children(r, b);
	if (b->first != NULL ||
	    nb_list_read(r, NB_LIST_TASKS, b->s.body.text, b->s.body.n, list) ==
		0)
		return NULL;
	return list;
}

/*
 * 上年任务 is not printed: the chapter stays where it is, and what is listed
 * in it is listed again with its 进展.
 */
static void
take_last_year(struct nb_recogniser *r, const struct nb_branch *b)
{
	struct nb_import_log *log = r->log, unsaid;
	struct nb_draft_list *list;

	nb_log_init(&unsaid, r->a);
	r->log = &unsaid;
	list = listed_in(r, b);
	r->log = log;
	if (list == NULL)
		return;
	r->draft->last = nb_progress_of_list(r, list);
	nb_recognise_doubt(r, b->s.title.row, b->s.title.text, "last-year",
	    "照这一章列出了上年任务，请核对进展");
}

static void
find_last_year(struct nb_recogniser *r, const struct nb_branch *b)
{
	for (const struct nb_branch *c = b->first;
	     c != NULL && r->draft->last == NULL; c = c->next) {
		if (is_last_year(r, c))
			take_last_year(r, c);
		else
			find_last_year(r, c);
	}
}

void
nb_recognise_keys(struct nb_recogniser *r)
{
	struct nb_branch *root = r->root;
	bool report;

	take_closing(r);
	take_units(r, root);
	report = nb_str_eq(nb_str_z(r->draft->kind), NB_S("年度报告"));
	if (!report)
		return;
	lift_container(r);
	lift_pair(r);
	find_last_year(r, root);
	if (root->last != NULL && is_coming(r, root->last) &&
	    !is_problem(r, root->last)) {
		r->draft->next = take_list(r, root->last, false);
		if (r->draft->next == NULL)
			return;
	}
	if (root->last != NULL && is_problem(r, root->last))
		r->draft->problems = take_list(r, root->last, true);
	else if (root->last != NULL)
		r->draft->problems = problems_in_prose(r);
}
