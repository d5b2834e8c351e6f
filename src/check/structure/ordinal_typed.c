/*
 * S08 ordinal-typed - a heading or a task begins with an ordinal typed by
 * hand; the program numbers them.
 */
#include "check/rule.h"
#include "model/number.h"

static const struct nb_code code = {
	.id = "S08",
	.name = "ordinal-typed",
	.severity = NB_WARNING,
	.title = "标题里手写了序号",
	.basis = "GB/T 9704—2012 7.3.3",
	.help = "删去手写的序号，由程序按层次编排",
	.why =
	    "序号由程序按“一、”“（一）”“1."
	    "”“（1）”逐层编排，增删章节时不会错号、"
	    "重号。手写的序号会照样印出来，变成“一、一、……”。“12345热线”“3.0版”"
	    "不是序号，不报。\n"
	    "误：标题: 一、加强组织领导\n"
	    "正：标题: 加强组织领导",
	.fixable = true,
};

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	const struct nb_prose *prose = p->is.prose;
	struct nb_diag *g;
	size_t n;

	if (p->is.role != NB_PROSE_HEADING && p->is.role != NB_PROSE_ITEM)
		return;
	n = nb_number_typed(prose->text);
	if (n == 0)
		return;
	g = nb_diag_add(ck->diags, &code, nb_prose_span(prose, 0, n),
	    "标题里手写了序号“" NB_FMT "”，程序会自动编号",
	    NB_ARG(nb_str_trim(nb_str_sub(prose->text, 0, n))));
	if (nb_prose_is_verbatim(prose, 0, n))
		g->fix = NB_S("");
}

const struct nb_rule nb_rule_ordinal_typed = { .code = &code, .passage = look };
