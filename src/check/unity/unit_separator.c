/*
 * C05 unit-separator - the units of 牵头 or 责任 are parted by another mark
 * than 、, or one of them is named twice.  One finding for a list.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/units.h"

static const struct nb_code code = {
	.id = "C05",
	.name = "unit-separator",
	.severity = NB_WARNING,
	.title = "责任单位之间用顿号，不重复",
	.basis = "GB/T 15834—2011 4.5：并列词语之间用顿号",
	.help = "单位之间一律用“、”，同一家只写一次",
	.why =
	    "“牵头”“责任”里是并列的单位名称，中间用顿号；用了逗号，程序和读的人"
	    "都可能把它当成两句话。同一家写两次，多半是抄错了别家。"
	    "主送机关按规定可以用逗号，不查。\n"
	    "误：责任: 司法所，党政办公室\n"
	    "正：责任: 司法所、党政办公室",
	.fixable = true,
};

/* One list under way; its first fault makes the finding. */
struct reader {
	const struct nb_check *ck;
	const struct nb_prose *list;
	struct nb_diag *finding; /* or NULL */
	bool grouped; /* “牵头：甲；配合：乙” is more than marks can mend */
};

/* What to write at text[begin, end): the finding's own place comes first. */
static void
mend(struct reader *r, struct nb_diag *g, size_t begin, size_t end,
    struct nb_str with)
{
	const struct nb_span span = nb_prose_span(r->list, begin, end);

	if (r->grouped || !nb_prose_is_verbatim(r->list, begin, end))
		return;
	if (r->finding == NULL)
		g->fix = with;
	else if (r->finding->fix.p != NULL)
		nb_diag_add_edit(r->ck->diags, r->finding, span, with);
}

/* What parts two units, text[begin, end), is not 、. */
static void
wrong_mark(struct reader *r, size_t begin, size_t end)
{
	struct nb_diag *g = r->finding;

	if (g == NULL)
		g = nb_diag_add(r->ck->diags, &code,
		    nb_prose_span(r->list, begin, end),
		    "责任单位之间用顿号，不用“" NB_FMT "”",
		    NB_ARG(nb_str_trim(
			nb_str_sub(r->list->text, begin, end - begin))));
	mend(r, g, begin, end, NB_S("、"));
	r->finding = g;
}

/* The unit is named before; text[begin, its end) is to go. */
static void
named_twice(struct reader *r, size_t begin, const struct nb_unit *unit)
{
	struct nb_diag *g = r->finding;

	if (g == NULL)
		g = nb_diag_add(r->ck->diags, &code,
		    nb_prose_span(r->list, begin, unit->end),
		    "责任单位“" NB_FMT "”重复", NB_ARG(unit->name));
	mend(r, g, begin, unit->end, NB_S(""));
	r->finding = g;
}

static void
look(void *to, const struct nb_prose *list)
{
	const struct nb_check *ck = to;
	struct reader r = { .ck = ck, .list = list };
	GHashTable *seen = nb_str_table();
	struct nb_unit unit, *copy;
	uint32_t mark = 0; /* in front of the unit … */
	size_t from = 0;   /* … and where that begins */

	r.grouped = nb_str_has(list->text, NB_S("："));
	for (size_t at = 0; nb_unit_next(list->text, &at, &unit);) {
		if (g_hash_table_contains(seen, &unit.name)) {
			named_twice(&r, from, &unit);
		} else if (unit.name.n > 0) {
			if (mark != 0 && mark != U'、')
				wrong_mark(&r, from, unit.begin);
			copy = nb_new(ck->arena, struct nb_unit);
			*copy = unit;
			g_hash_table_add(seen, &copy->name);
		}
		mark = unit.mark;
		from = unit.end;
	}
	g_hash_table_destroy(seen);
}

static void
run(const struct nb_check *ck)
{
	nb_units_walk(ck, look, (void *)ck);
}

const struct nb_rule nb_rule_unit_separator = { .code = &code, .run = run };
