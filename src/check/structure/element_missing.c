/*
 * S04 element-missing - an element the document cannot do without.
 *
 * 年度, 机关 and 章节 are errors; a report without 成文日期 is a warning, for
 * a page of a website often shows none; 主送 is only asked of a report that
 * is sent.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "model/empty.h"

static const struct nb_code code = {
	.id = "S04",
	.name = "element-missing",
	.severity = NB_ERROR,
	.title = "缺必填要素",
	.basis = "GB/T 9704—2012 7.3.2、7.3.5",
	.help = "在文件开头补上这个键",
	.why = "年度、机关、章节缺了就不成其为报告。成文日期是公文生效的标志，"
	       "年度报告"
	       "没有写的给出警告。向社会公开的报告可以不写主送机关；写了版头、"
	       "文号或"
	       "签发人的是要报送的，没有主送只作提示。\n"
	       "误：机关: 柳溪街道办事处（没有成文日期）\n"
	       "正：再加一行 成文日期: 2025-02-26",
};

/* Its line is there, and waits. */
static struct nb_diag *
unfilled(const struct nb_check *ck, struct nb_span span, const char *name)
{
	const struct nb_key *key =
	    nb_key_find(&nb_object_report, nb_str_z(name));
	struct nb_diag *g =
	    nb_diag_add(ck->diags, &code, span, "“%s”还没有填", name);

	if (key->example != NULL)
		g->hint = nb_arena_printf(ck->diags->arena,
		    "填在冒号后面，如 %s: %s", name, key->example);
	return g;
}

/* What the missing line looks like. */
static struct nb_str
hint(const struct nb_check *ck, const char *name)
{
	const struct nb_key *key =
	    nb_key_find(&nb_object_report, nb_str_z(name));

	if (key->example == NULL)
		return nb_arena_printf(ck->diags->arena,
		    "写一行“%s:”，下面每一章写成“- 标题: …”和“正文: |”", name);
	return nb_arena_printf(ck->diags->arena,
	    "在文件开头写一行“%s: %s”，换成自己的内容", name, key->example);
}

/* A key that was written and not understood is not missing. */
static void
missing(const struct nb_check *ck, enum nb_severity severity, const char *key)
{
	const struct nb_span empty = nb_empty_find(ck->report, key);
	struct nb_diag *g;

	if (nb_key_is_faulty(&nb_object_report, ck->report->faults, key))
		return;
	if (empty.text != NULL) {
		g = unfilled(ck, empty, key);
	} else {
		g = nb_diag_add(
		    ck->diags, &code, ck->report->span, "缺必填要素：%s", key);
		g->hint = hint(ck, key);
	}
	nb_diag_set_severity(ck->diags, g, severity);
}

/* Whether the report carries what only a document that is sent has. */
static bool
is_sent(const struct nb_report *r)
{
	return r->head != NULL || r->doc_number.text.n > 0;
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *r = ck->report;

	if (r->year == 0)
		missing(ck, NB_ERROR, "年度");
	if (r->organ.text.n == 0)
		missing(ck, NB_ERROR, "机关");
	if (r->n_sections == 0)
		missing(ck, NB_ERROR, "章节");
	if (r->kind != NB_KIND_REPORT)
		return;
	if (r->issued.year == 0)
		missing(ck, NB_WARNING, "成文日期");
	if (r->addressee.text.n == 0 && is_sent(r))
		missing(ck, NB_NOTE, "主送");
}

const struct nb_rule nb_rule_element_missing = { .code = &code, .run = run };
