/*
 * S17 attachment-mismatch - 附件 names the task table by other words than the
 * table's own title.
 *
 * A table that 附件 does not speak of is put behind its names by the program;
 * one that it nearly speaks of would stand there twice.
 */
#include "check/likeness.h"
#include "check/rule.h"

static const struct nb_code code = {
	.id = "S17",
	.name = "attachment-mismatch",
	.severity = NB_ERROR,
	.title = "附件说明与附件不符",
	.basis = "GB/T 9704—2012 7.3.7：附件标题应当与附件说明的表述一致",
	.help =
	    "两处写成一样；“任务表”会自动列入附件说明，也可以从“附件”里删去",
	.why =
	    "正文后面的附件说明和附件本身的标题要一字不差，差一个字就会被当作"
	    "两个文件，程序也会把它列两次。空格、换行的差别不算。\n"
	    "误：附件: [2024年重点任务清单]　任务表的标题: "
	    "2024年重点任务分解表\n"
	    "正：两处都写“2024年重点任务清单”",
};

enum { ALIKE = 50 }; /* [%] of Dice: the same thing is meant */

static bool
means(struct nb_str name, struct nb_str title)
{
	return nb_str_has(title, name) || nb_str_has(name, title) ||
	    nb_likeness(name, title) >= ALIKE;
}

/* The name in 附件 that means the table, or NULL when one says it right. */
static const struct nb_prose *
find_name(const struct nb_names *names, struct nb_str title)
{
	const struct nb_prose *found = NULL;

	for (uint32_t i = 0; i < names->n; i++) {
		const struct nb_prose *name = &names->name[i];

		/* The program's own row is the title itself. */
		if (name->text.p == title.p || name->text.n == 0)
			continue;
		if (nb_str_eq_solid(name->text, title))
			return NULL;
		if (found == NULL && means(name->text, title))
			found = name;
	}
	return found;
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;
	const struct nb_prose *title, *name;

	if (r->task_table == NULL || r->task_table->title.text.n == 0)
		return;
	title = &r->task_table->title;
	name = find_name(&r->attachment, title->text);
	if (name != NULL)
		nb_diag_add(ck->diags, &code, nb_prose_all(name),
		    "附件说明“" NB_FMT "”与任务表的标题“" NB_FMT "”不符",
		    NB_ARG(name->text), NB_ARG(title->text));
}

const struct nb_rule nb_rule_attachment_mismatch = { .code = &code,
	.run = run };
