/*
 * import/next_fill.c - {指标} in what was promised: next year it would print
 * next year's figure, so it becomes the one that was meant.
 */
#include "import/next_parts.h"

#include "model/keys.h"
#include "model/prose.h"

static void
fill_scalar(struct nb_carry *c, const struct nb_node *scalar)
{
	const struct nb_prose p =
	    nb_prose_read(c->arena, scalar, c->figures, c->unheard);

	for (uint32_t i = 0; i < p.n_seg; i++) {
		const struct nb_prose_seg *s = &p.seg[i];

		if (s->replaced)
			nb_carry_put(c, s->src, s->src + s->src_n,
			    nb_str_sub(p.text, s->at, s->n));
	}
}

static void
fill_key(struct nb_carry *c, const struct nb_node *item,
    const struct nb_object *object, const char *key)
{
	const struct nb_pair *p = NULL;

	if (nb_key_find(object, nb_str_z(key)) != NULL)
		p = nb_carry_pair(item, object, key);
	if (p != NULL && p->value->kind == NB_NODE_SCALAR)
		fill_scalar(c, p->value);
}

void
nb_next_fill(struct nb_carry *c, const struct nb_node *item,
    const struct nb_object *object)
{
	static const char *const promised[] = { "任务", "内容", "正文", "目标",
		"时限" };

	for (size_t i = 0; i < NB_COUNT(promised); i++)
		fill_key(c, item, object, promised[i]);
}

struct nb_str
nb_next_words(struct nb_carry *c, const struct nb_node *scalar)
{
	return nb_prose_read(c->arena, scalar, c->figures, c->unheard).text;
}
