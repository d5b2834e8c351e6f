#include "conform/conform.h"

#include "base/arena.h"
#include "conform/measures.h"
#include "source/node.h"
#include "style/entry.h"

#include <glib.h>

static const struct measure {
	const char *path, *title;
	nb_measure_fn *take;
} measures[] = {
#define NB_MEASURE(name, path, title) { path, title, nb_measure_##name },
#include "conform/measures.def"
#undef NB_MEASURE
};

static const struct {
	const char *word, *name;
} verdicts[] = {
	[NB_VERDICT_GOOD] = { "合格", "good" },
	[NB_VERDICT_BAD] = { "不合格", "bad" },
	[NB_VERDICT_HOUSE] = { "按本单位样式", "house" },
	[NB_VERDICT_HAND] = { "人工核对", "hand" },
	[NB_VERDICT_ABSENT] = { "不涉及", "absent" },
};

const char *
nb_verdict_word(enum nb_verdict verdict)
{
	return verdicts[verdict].word;
}

const char *
nb_verdict_name(enum nb_verdict verdict)
{
	return verdicts[verdict].name;
}

struct nb_str
nb_conform_measured(struct nb_arena *a, const struct nb_conform_row *row)
{
	if (row->house.n == 0)
		return row->measured;
	return nb_arena_printf(a, NB_FMT "%s本单位：" NB_FMT,
	    NB_ARG(row->measured), row->measured.n > 0 ? "；" : "",
	    NB_ARG(row->house));
}

struct nb_str
nb_conform_counts(struct nb_arena *a, const struct nb_conform *sheet)
{
	struct nb_str s = nb_arena_printf(a, "共 %u 条：", sheet->n);

	for (size_t i = 0; i < NB_VERDICTS; i++)
		s = nb_arena_printf(a, NB_FMT "%s%s %u", NB_ARG(s),
		    i > 0 ? "，" : "", verdicts[i].word, sheet->count[i]);
	return s;
}

static enum nb_verdict
verdict_of(enum nb_reading_state state)
{
	switch (state) {
	case NB_READING_NONE:
		return NB_VERDICT_ABSENT;
	case NB_READING_GOOD:
		return NB_VERDICT_GOOD;
	case NB_READING_BAD:
		return NB_VERDICT_BAD;
	case NB_READING_HAND:
		return NB_VERDICT_HAND;
	}
	NB_UNREACHABLE();
}

/* The making of one sheet. */
struct sheet {
	struct nb_arena *arena;
	const struct nb_survey *survey;
	const struct nb_template *t;        /* of these pages */
	const struct nb_template *standard; /* the same, or what it is laid
					       over */
	GArray *row;                        /* of struct nb_conform_row */
	GPtrArray *told; /* of struct measure: that show a departure */
};

/* What a template asks under a path, and how exactly. */
static struct nb_asked
asked_of(const struct sheet *s, const struct nb_template *t, const char *path)
{
	const struct nb_node *entry = nb_entry_find(t->tree, path);
	const struct nb_node *tolerance = nb_node_get(entry, NB_S("容差"));
	struct nb_asked ask = { s->arena, t, entry, nb_entry_value(entry), 0 };
	struct nb_str text;
	nb_len length;

	if (tolerance != NULL)
		ask.value = nb_arena_printf(s->arena, NB_FMT "±" NB_FMT,
		    NB_ARG(ask.value), NB_ARG(nb_entry_value(tolerance)));
	else
		tolerance = nb_entry_find(t->tree, "核对/容差");
	text = nb_entry_value(tolerance);
	if (!nb_entry_length(text, t->cell, &ask.tolerance))
		ask.tolerance = 0;
	if (nb_str_ends(ask.value, NB_S("字")) &&
	    nb_entry_length(ask.value, t->cell, &length) && length > t->cell)
		ask.tolerance *= length / t->cell; /* each may be so far off */
	return ask;
}

static void
add_row(struct sheet *s, const struct nb_conform_row *row)
{
	g_array_append_vals(s->row, row, 1);
}

static void
add_measure(struct sheet *s, const struct measure *m)
{
	const struct nb_asked ask = asked_of(s, s->standard, m->path);
	struct nb_reading reading = m->take(s->survey, &ask);
	struct nb_conform_row row = {
		.clause = nb_entry_clause(ask.entry),
		.what = nb_str_z(m->title),
		.asked = reading.asked,
		.measured = reading.measured,
		.verdict = verdict_of(reading.state),
	};

	if (row.verdict == NB_VERDICT_BAD && s->t != s->standard) {
		const struct nb_asked own = asked_of(s, s->t, m->path);

		reading = m->take(s->survey, &own);
		if (reading.state == NB_READING_GOOD) {
			row.verdict = NB_VERDICT_HOUSE;
			row.measured = reading.measured;
			row.house = reading.asked;
		}
	}
	if (row.verdict == NB_VERDICT_HOUSE || row.verdict == NB_VERDICT_BAD)
		g_ptr_array_add(s->told, (gpointer)m);
	add_row(s, &row);
}

/* A typeface is measured as a whole. */
static bool
is_of_typeface(struct nb_str key)
{
	return nb_str_eq(key, NB_S("/角色")) || nb_str_eq(key, NB_S("/字号")) ||
	    nb_str_eq(key, NB_S("/加粗"));
}

/* Whether a row of the sheet shows the departure at this path. */
static bool
is_told(const struct sheet *s, struct nb_str path)
{
	for (guint i = 0; i < s->told->len; i++) {
		const struct measure *m = s->told->pdata[i];
		const struct nb_str whole = nb_str_z(m->path);

		if (nb_str_eq(path, whole) ||
		    (nb_str_starts(path, whole) &&
			is_of_typeface(nb_str_from(path, whole.n))))
			return true;
	}
	return false;
}

/* What the house style changes and no measurement has shown. */
static void
add_departures(struct sheet *s)
{
	for (uint32_t i = 0; i < s->t->n_departures; i++) {
		const struct nb_departure *d = &s->t->departure[i];

		if (is_told(s, d->path))
			continue;
		add_row(s,
		    &(struct nb_conform_row){
			.clause = d->clause,
			.what = d->path,
			.asked = d->base,
			.house = d->own,
			.verdict = NB_VERDICT_HOUSE,
		    });
	}
}

static void
add_by_hand(struct sheet *s)
{
	const struct nb_node *list =
	    nb_node_get(s->standard->tree, NB_S("人工核对"));

	if (list == NULL || list->kind != NB_NODE_LIST)
		return;
	for (uint32_t i = 0; i < list->list.n; i++) {
		const struct nb_node *item = list->list.item[i];

		add_row(s,
		    &(struct nb_conform_row){
			.clause = nb_entry_clause(item),
			.what = nb_entry_name(item),
			.asked = nb_entry_value(item),
			.verdict = NB_VERDICT_HAND,
		    });
	}
}

struct nb_conform
nb_conform_measure(struct nb_arena *a, const struct nb_pages *pages,
    const struct nb_template *t, struct nb_fonts *fonts)
{
	const struct nb_survey survey = nb_survey_new(a, pages, t, fonts);
	struct sheet s = { a, &survey, t, t->base != NULL ? t->base : t,
		g_array_new(FALSE, TRUE, sizeof(struct nb_conform_row)),
		g_ptr_array_new() };
	struct nb_conform sheet = { .template = t->name };
	struct nb_conform_row *row;

	for (size_t i = 0; i < NB_COUNT(measures); i++)
		add_measure(&s, &measures[i]);
	add_departures(&s);
	add_by_hand(&s);
	sheet.n = s.row->len;
	row = nb_new_n(a, struct nb_conform_row, sheet.n);
	for (uint32_t i = 0; i < sheet.n; i++) {
		row[i] = g_array_index(s.row, struct nb_conform_row, i);
		sheet.count[row[i].verdict]++;
	}
	sheet.row = row;
	g_array_unref(s.row);
	g_ptr_array_unref(s.told);
	return sheet;
}
