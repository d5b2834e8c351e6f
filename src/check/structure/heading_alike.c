/*
 * S12 heading-alike - two headings say nearly the same.
 *
 * Alike: Dice's coefficient of their pairs of characters is 0.7 or more,
 * without 了, 和 and marks.  Not every two are compared: pairs that are rare in
 * this report come first in each heading, and two headings that are alike must
 * share one of the first few (prefix filter); the heading before is looked up
 * by these.  A heading is compared with MOST others at the most.
 */
#include "check/rule.h"

#include "base/arena.h"

#include <glib.h>
#include <stdlib.h>

static const struct nb_code code = {
	.id = "S12",
	.name = "heading-alike",
	.severity = NB_WARNING,
	.title = "两个标题雷同",
	.basis = "公文写作惯例",
	.help = "两处内容相同就合并，不同就让标题说出各自的要点",
	.why = "标题只差一两个字，读的人分不清两处各写了什么。多半是下级的标题"
	       "照抄了"
	       "上级，或者一章是由另一章复制来的。\n"
	       "误：“三、健全行政决策机制，严格决策程序”下面是“（一）健全了行政"
	       "决策"
	       "机制”\n"
	       "正：“（一）重大决策先评估后上会”",
};

enum {
	ALIKE = 70, /* [%] of Dice */
	MOST = 200, /* headings that one is compared with */
};

/* A heading as a set: its pairs, rare ones first. */
struct entry {
	const struct nb_heading *heading;
	uint32_t *pair; /* ids */
	uint32_t n;
};

struct index {
	struct nb_arena *arena;
	GHashTable *id;     /* pair of characters -> id */
	GArray *frequency;  /* uint32_t, by id */
	GPtrArray *posting; /* GArray of entries' numbers, by id */
	struct entry *entry;
	uint32_t n;
};

static bool
is_left_out(uint32_t c)
{
	return c == U'了' || c == U'和' ||
	    !(nb_is_han(c) || nb_is_digit(c) || nb_is_latin(c));
}

static uint32_t
id_of(struct index *x, uint32_t a, uint32_t b)
{
	const gint64 key = (gint64)a << 32 | b;
	gpointer known;
	gint64 *own;
	const uint32_t none = 0;

	if (g_hash_table_lookup_extended(x->id, &key, NULL, &known))
		return GPOINTER_TO_UINT(known);
	own = nb_new(x->arena, gint64);
	*own = key;
	g_hash_table_insert(x->id, own, GUINT_TO_POINTER(x->frequency->len));
	g_array_append_val(x->frequency, none);
	return x->frequency->len - 1;
}

static int
compare_ids(const void *pa, const void *pb)
{
	const uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;

	return (a > b) - (a < b);
}

/* Sorts ids and drops repetitions. */
static uint32_t
make_set(uint32_t *id, uint32_t n)
{
	uint32_t kept = 0;

	qsort(id, n, sizeof(*id), compare_ids);
	for (uint32_t i = 0; i < n; i++)
		if (kept == 0 || id[kept - 1] != id[i])
			id[kept++] = id[i];
	return kept;
}

static void
add_heading(struct index *x, const struct nb_heading *heading)
{
	struct entry *e = &x->entry[x->n++];
	const struct nb_str s = heading->words;
	uint32_t last = 0;

	e->heading = heading;
	e->pair = nb_new_n(x->arena, uint32_t, s.n);
	for (size_t at = 0; at < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		if (is_left_out(c))
			continue;
		if (last != 0)
			e->pair[e->n++] = id_of(x, last, c);
		last = c;
	}
	e->n = make_set(e->pair, e->n);
	for (uint32_t i = 0; i < e->n; i++)
		g_array_index(x->frequency, uint32_t, e->pair[i])++;
}

static gint
compare_rarity(gconstpointer pa, gconstpointer pb, gpointer data)
{
	const uint32_t *frequency = data;
	const uint32_t a = *(const uint32_t *)pa, b = *(const uint32_t *)pb;

	if (frequency[a] != frequency[b])
		return frequency[a] < frequency[b] ? -1 : 1;
	return (a > b) - (a < b);
}

/* Pairs in common, both in the order of rarity. */
static uint32_t
n_common(const struct index *x, const struct entry *a, const struct entry *b)
{
	uint32_t *frequency = &g_array_index(x->frequency, uint32_t, 0);
	uint32_t n = 0;

	for (uint32_t i = 0, k = 0; i < a->n && k < b->n;) {
		const gint order =
		    compare_rarity(&a->pair[i], &b->pair[k], frequency);

		n += order == 0;
		i += order <= 0;
		k += order >= 0;
	}
	return n;
}

/* So many of the first pairs must meet those of any heading alike. */
static uint32_t
prefix_of(const struct entry *e)
{
	const uint32_t least = (ALIKE * e->n + 199 - ALIKE) / (200 - ALIKE);

	return e->n == 0 ? 0 : e->n - least + 1;
}

/* The heading ahead that is like this one, or NULL. */
static const struct entry *
find_alike(const struct index *x, const struct entry *e)
{
	uint32_t left = MOST;

	for (uint32_t i = 0; i < prefix_of(e); i++) {
		const GArray *ahead = x->posting->pdata[e->pair[i]];

		for (guint k = 0; ahead != NULL && k < ahead->len; k++) {
			const struct entry *other =
			    &x->entry[g_array_index(ahead, uint32_t, k)];

			if (200 * n_common(x, e, other) >=
			    ALIKE * (e->n + other->n))
				return other;
			if (--left == 0)
				return NULL;
		}
	}
	return NULL;
}

static void
post(struct index *x, uint32_t number)
{
	const struct entry *e = &x->entry[number];

	for (uint32_t i = 0; i < prefix_of(e); i++) {
		gpointer *place = &x->posting->pdata[e->pair[i]];

		if (*place == NULL)
			*place = g_array_new(FALSE, FALSE, sizeof(uint32_t));
		g_array_append_val((GArray *)*place, number);
	}
}

static void
compare(const struct nb_check *ck, struct index *x)
{
	uint32_t *frequency = &g_array_index(x->frequency, uint32_t, 0);

	g_ptr_array_set_size(x->posting, (gint)x->frequency->len);
	for (uint32_t i = 0; i < x->n; i++) {
		struct entry *e = &x->entry[i];
		const struct entry *other;

		g_qsort_with_data(e->pair, (gint)e->n, sizeof(*e->pair),
		    compare_rarity, frequency);
		other = find_alike(x, e);
		if (other != NULL)
			nb_diag_add(ck->diags, &code, e->heading->section->span,
			    "标题与“" NB_FMT "”雷同",
			    NB_ARG(other->heading->section->title.text));
		else
			post(x, i);
	}
}

static void
free_posting(gpointer p)
{
	if (p != NULL)
		g_array_unref(p);
}

static void
run(const struct nb_check *ck)
{
	g_autoptr(GHashTable) id =
	    g_hash_table_new(g_int64_hash, g_int64_equal);
	g_autoptr(GArray) frequency =
	    g_array_new(FALSE, FALSE, sizeof(uint32_t));
	g_autoptr(GPtrArray) posting =
	    g_ptr_array_new_with_free_func(free_posting);
	struct index x = { ck->arena, id, frequency, posting,
		nb_new_n(ck->arena, struct entry, ck->headings.n), 0 };

	for (uint32_t i = 0; i < ck->headings.n; i++)
		add_heading(&x, &ck->headings.heading[i]);
	if (frequency->len > 0)
		compare(ck, &x);
}

const struct nb_rule nb_rule_heading_alike = { .code = &code, .run = run };
