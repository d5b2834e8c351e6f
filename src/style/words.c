#include "style/words.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"

void
nb_words_misshapen(
    const struct nb_words_file *f, struct nb_span at, const char *want)
{
	nb_diag_add(f->diags, f->value, at, "%s此处应是%s", f->name, want);
}

void
nb_words_unknown(const struct nb_words_file *f, const struct nb_pair *pair)
{
	nb_diag_add(f->diags, f->key, pair->key_span,
	    "%s没有“" NB_FMT "”这个键", f->name, NB_ARG(pair->key));
}

struct nb_words
nb_words_read(const struct nb_words_file *f, const struct nb_node *node)
{
	struct nb_str *word;

	if (node->kind != NB_NODE_LIST) {
		nb_words_misshapen(f, node->span, "一列词，如 [调解, 信访]");
		return (struct nb_words){ 0 };
	}
	word = nb_new_n(f->arena, struct nb_str, node->list.n);
	for (uint32_t i = 0; i < node->list.n; i++) {
		const struct nb_node *item = node->list.item[i];

		if (item->kind == NB_NODE_SCALAR && item->scalar.value.n > 0)
			word[i] = nb_arena_str(f->arena, item->scalar.value);
		else
			nb_words_misshapen(f, item->span, "一个词");
	}
	return (struct nb_words){ word, node->list.n };
}

struct nb_words *
nb_words_member(const struct nb_words_key *table, size_t n, struct nb_str group,
    struct nb_str key, void *into)
{
	for (size_t i = 0; i < n; i++)
		if (nb_str_eq(nb_str_z(table[i].group), group) &&
		    nb_str_eq(nb_str_z(table[i].key), key))
			return (void *)((char *)into + table[i].offset);
	return NULL;
}

/* A map of the table, and what it is read into. */
struct map {
	const struct nb_words_file *file;
	const struct nb_words_key *table;
	size_t n;
	void *into;
};

static bool
is_group(const struct map *m, struct nb_str key)
{
	for (size_t i = 0; i < m->n; i++)
		if (m->table[i].group[0] != '\0' &&
		    nb_str_eq(nb_str_z(m->table[i].group), key))
			return true;
	return false;
}

static void
read_group(const struct map *m, const struct nb_node *node, struct nb_str group)
{
	if (node->kind != NB_NODE_MAP) {
		nb_words_misshapen(m->file, node->span, "若干个键");
		return;
	}
	for (uint32_t i = 0; i < node->map.n; i++) {
		const struct nb_pair *pair = &node->map.pair[i];
		struct nb_words *into =
		    nb_words_member(m->table, m->n, group, pair->key, m->into);

		if (into != NULL)
			*into = nb_words_read(m->file, pair->value);
		else if (group.n == 0 && is_group(m, pair->key))
			read_group(m, pair->value, pair->key);
		else
			nb_words_unknown(m->file, pair);
	}
}

void
nb_words_read_map(const struct nb_words_file *f, const struct nb_node *node,
    const struct nb_words_key *table, size_t n, void *into)
{
	const struct map m = { f, table, n, into };

	read_group(&m, node, NB_S(""));
}

bool
nb_words_in(const struct nb_words *w, struct nb_str s)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (nb_str_has(s, w->word[i]))
			return true;
	return false;
}

bool
nb_words_have(const struct nb_words *w, struct nb_str s)
{
	for (uint32_t i = 0; i < w->n; i++)
		if (nb_str_eq(w->word[i], s))
			return true;
	return false;
}

size_t
nb_words_starting(const struct nb_words *w, struct nb_str s)
{
	size_t longest = 0;

	for (uint32_t i = 0; i < w->n; i++)
		if (w->word[i].n > longest && nb_str_starts(s, w->word[i]))
			longest = w->word[i].n;
	return longest;
}

size_t
nb_words_ending(const struct nb_words *w, struct nb_str s)
{
	size_t longest = 0;

	for (uint32_t i = 0; i < w->n; i++)
		if (w->word[i].n > longest && nb_str_ends(s, w->word[i]))
			longest = w->word[i].n;
	return longest;
}
