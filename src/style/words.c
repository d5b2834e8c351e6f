#include "style/words.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"

#include <glib.h>

/*
 * The words of a list by their first characters, so that a text is not
 * searched for one word after the other: chains of those whose first
 * characters are the same modulo the size of the table.
 */
struct nb_words_index {
	uint32_t size;         /* of the table, a power of two */
	const uint16_t *first; /* 1 + index of a word; 0: none */
	const uint16_t *next;  /* of a word: 1 + index of the next; 0: none */
};

enum { FEW = 12 }; /* fewer words are looked for one after the other */

/*
 * NULL for few words and for very many, and for a list with an empty one, which
 * stands in any text.
 */
static const struct nb_words_index *
index_words(struct nb_arena *a, const struct nb_str *word, uint32_t n)
{
	struct nb_words_index *index;
	uint16_t *first, *next;

	if (n < FEW || n >= UINT16_MAX)
		return NULL;
	index = nb_new(a, struct nb_words_index);
	index->size = 1;
	while (index->size < 4 * n)
		index->size *= 2;
	index->first = first = nb_new_n(a, uint16_t, index->size);
	index->next = next = nb_new_n(a, uint16_t, n);
	for (uint32_t i = n; i-- > 0;) {
		uint16_t *chain = &first[nb_str_first(word[i]) % index->size];

		if (word[i].n == 0)
			return NULL;
		next[i] = *chain;
		*chain = (uint16_t)(i + 1);
	}
	return index;
}

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

#define MARK NB_S("、")
#define LINE_END NB_S("\n")

struct nb_words
nb_words_split(struct nb_arena *a, struct nb_str s)
{
	const size_t most = nb_str_count(s, MARK) + nb_str_count(s, LINE_END);
	struct nb_str *word = nb_new_n(a, struct nb_str, most + 1);
	uint32_t n = 0;

	for (size_t at = 0; at < s.n;) {
		const size_t line = MIN(nb_str_find(s, LINE_END, at), s.n);
		const size_t end = MIN(nb_str_find(s, MARK, at), line);

		if (end > at)
			word[n++] = nb_str_sub(s, at, end - at);
		at = end + (end == line ? LINE_END : MARK).n;
	}
	return (struct nb_words){ .word = word, .n = n };
}

/* The items of a list. */
static struct nb_words
read_list(const struct nb_words_file *f, const struct nb_node *node)
{
	struct nb_str *word = nb_new_n(f->arena, struct nb_str, node->list.n);

	for (uint32_t i = 0; i < node->list.n; i++) {
		const struct nb_node *item = node->list.item[i];

		if (item->kind == NB_NODE_SCALAR && item->scalar.value.n > 0)
			word[i] = item->scalar.value;
		else
			nb_words_misshapen(f, item->span, "一个词");
	}
	return (struct nb_words){ .word = word, .n = node->list.n };
}

struct nb_words
nb_words_read(const struct nb_words_file *f, const struct nb_node *node)
{
	struct nb_words w = { 0 };

	if (node->kind == NB_NODE_LIST)
		w = read_list(f, node);
	else if (node->kind == NB_NODE_SCALAR)
		w = nb_words_split(f->arena, node->scalar.value);
	if (w.n == 0 && node->kind != NB_NODE_LIST)
		nb_words_misshapen(f, node->span, "一列词，如 [调解, 信访]");
	w.index = index_words(f->arena, w.word, w.n);
	return w;
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

/* Whether one of the words of a chain stands in s, at its begin. */
static bool
chain_starts(const struct nb_words *w, uint32_t chain, struct nb_str s)
{
	for (uint32_t i = chain; i != 0; i = w->index->next[i - 1])
		if (nb_str_starts(s, w->word[i - 1]))
			return true;
	return false;
}

static bool
indexed_in(const struct nb_words *w, struct nb_str s)
{
	const uint16_t *first = w->index->first;
	const uint32_t mask = w->index->size - 1;

	for (size_t at = 0; at < s.n;) {
		const size_t here = at;
		const uint32_t chain = first[nb_utf8_next(s, &at) & mask];

		if (chain != 0 && chain_starts(w, chain, nb_str_from(s, here)))
			return true;
	}
	return false;
}

bool
nb_words_in(const struct nb_words *w, struct nb_str s)
{
	if (w->index != NULL)
		return indexed_in(w, s);
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

static size_t
indexed_starting(const struct nb_words *w, struct nb_str s)
{
	const struct nb_words_index *index = w->index;
	size_t longest = 0;

	for (uint32_t i = index->first[nb_str_first(s) % index->size]; i != 0;
	     i = index->next[i - 1])
		if (w->word[i - 1].n > longest &&
		    nb_str_starts(s, w->word[i - 1]))
			longest = w->word[i - 1].n;
	return longest;
}

size_t
nb_words_starting(const struct nb_words *w, struct nb_str s)
{
	size_t longest = 0;

	if (w->index != NULL)
		return indexed_starting(w, s);
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
