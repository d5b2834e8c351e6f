/*
 * import/next_left.c - what the old year left undone and did not promise again
 * has to be answered in the new one, too.
 */
#include "import/next_parts.h"

#include "model/keys.h"
#include "model/prose.h"
#include "source/write.h"

#include <glib.h>

/* The words of a task, written as a map or bare; empty: none. */
static struct nb_str
words_of(struct nb_carry *c, const struct nb_node *item)
{
	const struct nb_pair *text =
	    nb_carry_pair(item, &nb_object_task, "任务");
	const struct nb_node *words = text != NULL ? text->value : item;

	if (words->kind != NB_NODE_SCALAR)
		return NB_S("");
	return nb_prose_read(c->arena, words, NULL, NULL).text;
}

static bool
is_finished(const struct nb_node *item)
{
	const struct nb_pair *p = nb_carry_pair(item, &nb_object_task, "进展");
	struct nb_str word;

	if (p == NULL || p->value->kind != NB_NODE_SCALAR)
		return false;
	word = nb_str_trim(p->value->scalar.value);
	return nb_str_eq(word, NB_S("完成")) || nb_str_eq(word, NB_S("调整"));
}

static bool
is_in(struct nb_carry *c, const struct nb_node *list, struct nb_str words)
{
	for (uint32_t i = 0; i < list->list.n; i++)
		if (nb_str_eq(words_of(c, list->list.item[i]), words))
			return true;
	return false;
}

/* The column of the dash in front of the item. */
static unsigned
dash_column(const struct nb_carry *c, const struct nb_node *item)
{
	uint32_t at = item->span.begin;

	while (at > 0 && c->text->bytes.p[at] != '-')
		at--;
	return nb_carry_column(c, at);
}

void
nb_next_left(struct nb_carry *c, const struct nb_node *answered,
    const struct nb_node *promised)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const struct nb_node *last;

	if (promised->list.n == 0)
		return;
	for (uint32_t i = 0; i < answered->list.n; i++) {
		const struct nb_node *item = answered->list.item[i];
		const struct nb_str words = words_of(c, item);

		if (words.n == 0 || is_finished(item) ||
		    is_in(c, promised, words))
			continue;
		g_string_append(out, "\n- 任务: ");
		nb_write_value(out, words);
		g_string_append(out, "\n  进展:\n  依据:");
	}
	last = promised->list.item[promised->list.n - 1];
	nb_carry_add_lines(c, last, dash_column(c, last), out->str);
}
