/*
 * check/ledger_organ.c - names sorted from their ends, so that those that end
 * in a short one stand behind it.
 */
#include "check/ledger_organ.h"

#include "base/arena.h"

#include <stdlib.h>

enum { LEAST_CHARS = 3 }; /* of a short name: 金湖镇 */

/* A file on its way into a group. */
struct member {
	const struct nb_ledger_file *file;
	const struct nb_ledger_file *root; /* of the group: its key */
};

/* The last byte counts most. */
static int
compare_ends(struct nb_str a, struct nb_str b)
{
	while (a.n > 0 && b.n > 0) {
		const unsigned char x = (unsigned char)a.p[--a.n];
		const unsigned char y = (unsigned char)b.p[--b.n];

		if (x != y)
			return x < y ? -1 : 1;
	}
	return (a.n > 0) - (b.n > 0);
}

static int
compare_names(const struct nb_ledger_file *a, const struct nb_ledger_file *b)
{
	return nb_str_cmp(a->text->name, b->text->name);
}

static int
compare_keys(const void *pa, const void *pb)
{
	const struct member *a = pa, *b = pb;
	const int order = compare_ends(a->file->key, b->file->key);

	return order != 0 ? order : compare_names(a->file, b->file);
}

/* Whether s is what is left of whole without the names of larger places. */
static bool
is_short_for(struct nb_str s, struct nb_str whole)
{
	const struct nb_str places = NB_S("省市区县州盟旗");
	struct nb_str before;
	uint32_t last;

	if (s.n >= whole.n || !nb_str_ends(whole, s) ||
	    nb_str_chars(s) < LEAST_CHARS)
		return false;
	before = nb_str_sub(whole, 0, whole.n - s.n);
	last = nb_str_last(before);
	for (size_t at = 0; at < places.n;)
		if (nb_utf8_next(places, &at) == last)
			return true;
	return false;
}

static void
add_conflict(GArray *to, const struct nb_ledger_file *file,
    const struct nb_ledger_file *other)
{
	const struct nb_ledger_conflict c = { file, other };

	g_array_append_val(to, c);
}

/*
 * The one group whose key is longer than that of m[at], or its own.  Those
 * behind it have their groups already.
 */
static const struct nb_ledger_file *
find_root(const struct member *m, uint32_t at, uint32_t n, GArray *unclear)
{
	const struct nb_str key = m[at].file->key;
	const struct nb_ledger_file *root = NULL;

	for (uint32_t i = at + 1; i < n && nb_str_ends(m[i].file->key, key);
	     i++) {
		if (nb_str_eq(m[i].file->key, key))
			return m[i].root;
		if (!is_short_for(key, m[i].file->key) || m[i].root == root)
			continue;
		if (root != NULL) {
			add_conflict(unclear, m[at].file, root);
			return m[at].file;
		}
		root = m[i].root;
	}
	return root != NULL ? root : m[at].file;
}

/* 2023.yaml before 2023-旧稿.yaml: a copy has the longer name. */
static int
compare_twins(const struct nb_ledger_file *a, const struct nb_ledger_file *b)
{
	const size_t x = nb_str_chars(a->text->name);
	const size_t y = nb_str_chars(b->text->name);

	if (x != y)
		return x < y ? -1 : 1;
	return compare_names(a, b);
}

static int
compare_members(const void *pa, const void *pb)
{
	const struct member *a = pa, *b = pb;
	const struct nb_ledger_file *x = a->file, *y = b->file;
	int order = nb_str_cmp(a->root->key, b->root->key);

	if (order != 0)
		return order;
	if (x->last_year != y->last_year)
		return x->last_year < y->last_year ? -1 : 1;
	if (x->kind != y->kind)
		return x->kind == NB_KIND_REPORT ? 1
		    : y->kind == NB_KIND_REPORT  ? -1
		    : x->kind < y->kind          ? -1
						 : 1;
	order = x->year - y->year;
	return order != 0 ? order : compare_twins(x, y);
}

static bool
are_twins(const struct member *a, const struct member *b)
{
	return a->root == b->root && a->file->kind == b->file->kind &&
	    a->file->year == b->file->year &&
	    a->file->last_year == b->file->last_year;
}

static void
name_group(struct nb_ledger_group *g, const struct nb_ledger_file *file)
{
	const size_t mine = nb_str_chars(file->organ);
	const size_t best = nb_str_chars(g->name);

	if (g->end == g->begin || mine > best)
		g->name = file->organ;
	g->end++;
}

/* Members are sorted; of twins the first stays. */
static struct nb_ledger_groups
make_groups(
    struct nb_arena *a, const struct member *m, uint32_t n, GArray *twin)
{
	const struct nb_ledger_file **file =
	    nb_new_n(a, const struct nb_ledger_file *, n);
	struct nb_ledger_group *group = nb_new_n(a, struct nb_ledger_group, n);
	struct nb_ledger_groups all = { file, group, 0 };
	uint32_t n_files = 0, last = 0;

	for (uint32_t i = 0; i < n; i++) {
		if (i > 0 && are_twins(&m[last], &m[i])) {
			add_conflict(twin, m[i].file, m[last].file);
			continue;
		}
		if (i == 0 || m[i].root != m[last].root) {
			group[all.n].begin = group[all.n].end = n_files;
			all.n++;
		}
		last = i;
		file[n_files++] = m[i].file;
		name_group(&group[all.n - 1], m[i].file);
	}
	return all;
}

static int
compare_conflicts(const void *pa, const void *pb)
{
	const struct nb_ledger_conflict *a = pa, *b = pb;

	return compare_names(a->file, b->file);
}

static const struct nb_ledger_conflict *
keep(struct nb_arena *a, GArray *conflict, uint32_t *ret_n)
{
	g_array_sort(conflict, compare_conflicts);
	*ret_n = conflict->len;
	return nb_arena_take(a, conflict);
}

struct nb_ledger_groups
nb_ledger_group(struct nb_arena *a, struct nb_ledger_file *const *file,
    uint32_t n, struct nb_ledger *l)
{
	GArray *twin =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_ledger_conflict));
	GArray *unclear =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_ledger_conflict));
	struct member *m = nb_new_n(a, struct member, n);
	struct nb_ledger_groups groups;

	for (uint32_t i = 0; i < n; i++)
		m[i].file = file[i];
	if (n > 1)
		qsort(m, n, sizeof(*m), compare_keys);
	for (uint32_t i = n; i-- > 0;)
		m[i].root = find_root(m, i, n, unclear);
	if (n > 1)
		qsort(m, n, sizeof(*m), compare_members);
	groups = make_groups(a, m, n, twin);
	l->twin = keep(a, twin, &l->n_twins);
	l->unclear = keep(a, unclear, &l->n_unclear);
	return groups;
}
