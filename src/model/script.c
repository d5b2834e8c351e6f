#include "model/script.h"

#include "base/gb2312.h"
#include "source/node.h"

/*
 * In running Traditional text every third hanzi is outside the set.  Rare
 * names are, too, and may be many in a short file, but not many different
 * ones.
 */
enum { LEAST_PERCENT = 1, LEAST_DIFFERENT = 10 };

struct tally {
	uint32_t han, outside;
	uint32_t seen[LEAST_DIFFERENT], n_seen;
};

static void
note_outside(struct tally *t, uint32_t c)
{
	uint32_t i = 0;

	t->outside++;
	while (i < t->n_seen && t->seen[i] != c)
		i++;
	if (i == t->n_seen && i < LEAST_DIFFERENT)
		t->seen[t->n_seen++] = c;
}

static void
count_text(struct tally *t, struct nb_str text)
{
	for (size_t at = 0; at < text.n;) {
		const uint32_t c = nb_utf8_next(text, &at);

		if (!nb_is_han(c) || c == 0x3007)
			continue;
		t->han++;
		if (!nb_gb2312_has(c))
			note_outside(t, c);
	}
}

static void
count_node(struct tally *t, const struct nb_node *node)
{
	switch (node->kind) {
	case NB_NODE_SCALAR:
		count_text(t, node->scalar.value);
		break;
	case NB_NODE_LIST:
		for (uint32_t i = 0; i < node->list.n; i++)
			count_node(t, node->list.item[i]);
		break;
	case NB_NODE_MAP:
		for (uint32_t i = 0; i < node->map.n; i++)
			count_node(t, node->map.pair[i].value);
		break;
	}
}

enum nb_script
nb_script_guess(const struct nb_node *root)
{
	struct tally t = { 0 };

	count_node(&t, root);
	if (t.n_seen < LEAST_DIFFERENT ||
	    (uint64_t)t.outside * 100 <= (uint64_t)t.han * LEAST_PERCENT)
		return NB_SCRIPT_SIMPLIFIED;
	return NB_SCRIPT_TRADITIONAL;
}
