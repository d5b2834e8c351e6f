#include "source/tree.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/codes.h"

#include <glib.h>
#include <stdlib.h>
#include <string.h>

void
nb_tree_init(struct nb_tree *t, struct nb_arena *a, struct nb_diags *d)
{
	*t = (struct nb_tree){ .arena = a, .diags = d };
	t->pairs = g_array_new(FALSE, FALSE, sizeof(struct nb_pair));
	t->items = g_array_new(FALSE, FALSE, sizeof(const struct nb_node *));
}

bool
nb_tree_open(struct nb_tree *t, enum nb_node_kind kind, struct nb_span span)
{
	const GArray *to = kind == NB_NODE_MAP ? t->pairs : t->items;

	if (t->depth == NB_DEPTH_MAX) {
		nb_diag_add(t->diags, &nb_code_Y16, span,
		    "内容套得太深，超过 %d 层，从这里起没有读", NB_DEPTH_MAX);
		return false;
	}
	t->branch[t->depth++] =
	    (struct nb_branch){ .kind = kind, .span = span, .base = to->len };
	return true;
}

const struct nb_span *
nb_tree_key(const struct nb_tree *t)
{
	const struct nb_branch *b;

	if (t->depth == 0)
		return NULL;
	b = &t->branch[t->depth - 1];
	return b->has_key ? &b->pair.key_span : NULL;
}

/* An unfit key is reported, and its value will be dropped. */
static bool
take_key(struct nb_tree *t, struct nb_pair *pair, const struct nb_node *node)
{
	pair->key_span = node->span;
	if (node->kind != NB_NODE_SCALAR) {
		nb_diag_add(t->diags, &nb_code_Y19, node->span,
		    "键只能是文字，这里是一组内容，连同它的值已略过");
		return false;
	}
	pair->key = node->scalar.value;
	if (pair->key.n == 0) {
		nb_diag_add(t->diags, &nb_code_Y19, node->span,
		    "冒号前面没有键，这一项已略过");
		return false;
	}
	if (nb_str_eq(pair->key, NB_S("<<"))) {
		nb_diag_add(t->diags, &nb_code_Y18, node->span,
		    "这里用了合并键“<<”，这一项已略过");
		return false;
	}
	return true;
}

void
nb_tree_put(struct nb_tree *t, const struct nb_node *node)
{
	struct nb_branch *b;

	if (t->depth == 0) {
		t->root = node;
		return;
	}
	b = &t->branch[t->depth - 1];
	b->span.end = MAX(b->span.end, node->span.end);
	if (b->kind == NB_NODE_LIST) {
		g_array_append_val(t->items, node);
	} else if (!b->has_key) {
		b->drop = !take_key(t, &b->pair, node);
		b->has_key = true;
	} else {
		b->pair.value = node;
		if (!b->drop)
			g_array_append_val(t->pairs, b->pair);
		b->has_key = false;
	}
}

void
nb_tree_put_empty(struct nb_tree *t, struct nb_span span)
{
	struct nb_node *node = nb_new(t->arena, struct nb_node);

	node->kind = NB_NODE_SCALAR;
	node->span = span;
	node->scalar.value = NB_S("");
	nb_tree_put(t, node);
}

struct order {
	const struct nb_pair *pair;
	uint32_t i;
};

static int
compare_keys(const void *pa, const void *pb)
{
	const struct order *a = pa, *b = pb;
	const int order = nb_str_cmp(a->pair->key, b->pair->key);

	return order != 0 ? order : (a->i > b->i) - (a->i < b->i);
}

/* Reports every key that was there before and takes it out.  Returns n. */
static uint32_t
drop_repeated(struct nb_tree *t, struct nb_pair *pair, uint32_t n)
{
	g_autofree struct order *order = g_new(struct order, n);
	uint32_t first = 0, kept = 0;

	for (uint32_t i = 0; i < n; i++)
		order[i] = (struct order){ &pair[i], i };
	if (n > 1)
		qsort(order, n, sizeof(*order), compare_keys);
	for (uint32_t i = 1; i < n; i++) {
		struct nb_pair *one = &pair[order[i].i];
		const struct nb_span was = order[first].pair->key_span;

		if (!nb_str_eq(one->key, order[first].pair->key)) {
			first = i;
			continue;
		}
		nb_diag_add(t->diags, &nb_code_Y13, one->key_span,
		    "键“" NB_FMT "”重复，第 %u 行已经有了，以前一个为准",
		    NB_ARG(one->key), nb_text_pos(was.text, was.begin).line);
		one->value = NULL;
	}
	for (uint32_t i = 0; i < n; i++)
		if (pair[i].value != NULL)
			pair[kept++] = pair[i];
	return kept;
}

void
nb_tree_close(struct nb_tree *t, uint32_t end)
{
	const struct nb_branch *b = &t->branch[--t->depth];
	GArray *from = b->kind == NB_NODE_MAP ? t->pairs : t->items;
	const uint32_t n = from->len - b->base;
	const size_t size = g_array_get_element_size(from);
	struct nb_node *node = nb_new(t->arena, struct nb_node);
	void *all = nb_arena_alloc_n(t->arena, n, size);

	if (n > 0)
		memcpy(all, from->data + b->base * size, n * size);
	g_array_set_size(from, b->base);
	node->kind = b->kind;
	node->span = b->span;
	node->span.end = MAX(node->span.end, end);
	if (b->kind == NB_NODE_MAP) {
		node->map.pair = all;
		node->map.n = drop_repeated(t, all, n);
	} else {
		node->list.item = all;
		node->list.n = n;
	}
	nb_tree_put(t, node);
}

const struct nb_node *
nb_tree_finish(struct nb_tree *t, const struct nb_text *text)
{
	while (t->depth > 0) {
		const struct nb_span *key = nb_tree_key(t);

		if (key != NULL)
			nb_tree_put_empty(t, *key);
		nb_tree_close(t, 0);
	}
	if (t->root == NULL) {
		struct nb_node *node = nb_new(t->arena, struct nb_node);

		node->kind = NB_NODE_MAP;
		node->span.text = text;
		t->root = node;
	}
	g_array_unref(t->pairs);
	g_array_unref(t->items);
	return t->root;
}
