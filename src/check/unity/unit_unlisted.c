/*
 * C04 unit-unlisted - a unit of 牵头 or 责任 is not among 单位.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/units.h"

static const struct nb_code code = {
	.id = "C04",
	.name = "unit-unlisted",
	.severity = NB_NOTE,
	.title = "责任单位不在名录里",
	.basis = "本文件“单位”一键",
	.help = "照“单位”里的写法改，或者把这家单位添进“单位”",
	.why = "文件里用“单位”列了名录，就是要责任单位的写法与它一致，"
	       "不在里面的多半是写错了字或者用了旧名。没有名录不查，"
	       "“各社区”“有关单位”这样的泛指也不查。\n"
	       "误：单位: [司法所, 党政办公室]　责任: 司法站\n"
	       "正：单位: [司法所, 党政办公室]　责任: 司法所",
};

struct survey {
	const struct nb_check *ck;
	GHashTable *listed; /* the names of 单位 */
};

/* The first name of 单位 that differs in one character; or empty. */
static struct nb_str
nearest(const struct nb_names *listed, struct nb_str name)
{
	for (uint32_t i = 0; i < listed->n; i++)
		if (nb_str_distance(listed->name[i].text, name, 2) == 1)
			return listed->name[i].text;
	return NB_S("");
}

static void
report(const struct nb_check *ck, const struct nb_prose *list,
    const struct nb_unit *unit)
{
	struct nb_diag *g = nb_diag_add(ck->diags, &code,
	    nb_prose_span(list, unit->begin, unit->end),
	    "责任单位“" NB_FMT "”不在“单位”的名录里", NB_ARG(unit->name));
	struct nb_str near;

	if (g == &ck->diags->unlisted)
		return;
	near = nearest(&ck->report->unit, unit->name);
	if (near.n > 0)
		g->hint = nb_arena_printf(ck->diags->arena,
		    "名录里有“" NB_FMT "”，核对是不是它", NB_ARG(near));
}

static void
look(void *to, const struct nb_prose *list)
{
	const struct survey *s = to;
	const struct nb_words *anyone = &s->ck->outline->wording.anyone;
	struct nb_unit unit;

	for (size_t at = 0; nb_unit_next(list->text, &at, &unit);)
		if (unit.name.n > 0 &&
		    !g_hash_table_contains(s->listed, &unit.name) &&
		    !nb_words_in(anyone, nb_check_plain(s->ck, unit.name)))
			report(s->ck, list, &unit);
}

static void
run(const struct nb_check *ck)
{
	const struct nb_names *unit = &ck->report->unit;
	struct survey s = { ck, nb_str_table() };

	for (uint32_t i = 0; i < unit->n; i++)
		g_hash_table_add(s.listed, (void *)&unit->name[i].text);
	if (unit->n > 0)
		nb_units_walk(ck, look, &s);
	g_hash_table_destroy(s.listed);
}

const struct nb_rule nb_rule_unit_unlisted = { .code = &code, .run = run };
