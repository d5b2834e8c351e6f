/*
 * C03 unit-variant - one unit has a short and a full name among 牵头 and 责任.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "base/str_table.h"
#include "check/units.h"

static const struct nb_code code = {
	.id = "C03",
	.name = "unit-variant",
	.severity = NB_WARNING,
	.title = "单位名称两种写法",
	.basis = "公文写作惯例：同一单位全篇用同一个名称",
	.help = "全篇用同一种写法，简称就都用简称，全称就都用全称",
	.why =
	    "同一家单位时而用简称、时而用全称，按单位汇总任务时就会算成两家。"
	    "只比“牵头”“责任”里的单位，“区委”和“区委办”是两家，不算。\n"
	    "误：一条写“责任: 区政府办”，另一条写“责任: 区政府办公室”\n"
	    "正：两条都写“责任: 区政府办”",
};

/* A name and where it first stands. */
struct name {
	struct nb_str text;
	const struct nb_prose *prose;
	size_t begin, end; /* [byte] */
	unsigned n;
};

struct survey {
	const struct nb_check *ck;
	GHashTable *by_text; /* of struct name, by its nb_str */
	GPtrArray *name;     /* the same, as they were found */
};

static void
collect(void *to, const struct nb_prose *list)
{
	struct survey *s = to;
	const struct nb_str text = nb_check_plain(s->ck, list->text);
	struct nb_unit unit;

	for (size_t at = 0; nb_unit_next(text, &at, &unit);) {
		struct name *name = g_hash_table_lookup(s->by_text, &unit.name);

		if (name == NULL) {
			name = nb_new(s->ck->arena, struct name);
			*name = (struct name){ unit.name, list, unit.begin,
				unit.end, 0 };
			g_hash_table_insert(s->by_text, &name->text, name);
			g_ptr_array_add(s->name, name);
		}
		name->n++;
	}
}

/* The rarer of the two is reported. */
static void
report(const struct nb_check *ck, const struct name *a, const struct name *b)
{
	const struct name *odd = a->n < b->n ? a : b;
	const struct name *usual = odd == a ? b : a;

	nb_diag_add(ck->diags, &code,
	    nb_prose_span(odd->prose, odd->begin, odd->end),
	    "单位名称两种写法：“" NB_FMT "”%u处，“" NB_FMT "”%u处",
	    NB_ARG(usual->text), usual->n, NB_ARG(odd->text), odd->n);
}

/* Looks for the name without a tail that makes it full: 办 and 办公室. */
static void
look(const struct survey *s, const struct name *full)
{
	const struct nb_words *tail = &s->ck->outline->wording.unit_tail;

	for (uint32_t i = 0; i < tail->n; i++) {
		struct nb_str brief = full->text;
		const struct name *other;

		if (!nb_str_ends(full->text, tail->word[i]))
			continue;
		brief.n -= tail->word[i].n;
		other = g_hash_table_lookup(s->by_text, &brief);
		if (other != NULL && brief.n > 0)
			report(s->ck, full, other);
	}
}

static void
run(const struct nb_check *ck)
{
	struct survey s = {
		.ck = ck,
		.by_text = nb_str_table(),
		.name = g_ptr_array_new(),
	};

	nb_units_walk(ck, collect, &s);
	for (guint i = 0; i < s.name->len; i++)
		look(&s, s.name->pdata[i]);
	g_hash_table_destroy(s.by_text);
	g_ptr_array_unref(s.name);
}

const struct nb_rule nb_rule_unit_variant = { .code = &code, .run = run };
