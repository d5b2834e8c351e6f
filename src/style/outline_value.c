#include "style/outline_value.h"

#include "base/arena.h"
#include "model/keys.h"
#include "source/node.h"
#include "style/value.h"

struct nb_str
nb_outline_text(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	const struct nb_str text = nb_node_text(node);

	if (text.n == 0)
		nb_words_misshapen(&rd->file, node->span, "一段文字");
	return nb_arena_str(rd->file.arena, text);
}

enum nb_need
nb_outline_need(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	static const struct nb_choice needs[] = {
		{ "必写", NB_NEED_MUST },
		{ "应写", NB_NEED_SHOULD },
		{ "另查", NB_NEED_ELSEWHERE },
		{ "可写", NB_NEED_MAY },
		{ NULL, 0 },
	};
	const struct nb_choice *need = nb_value_choice(&rd->file, node, needs);

	return need != NULL ? (enum nb_need)need->value : NB_NEED_MAY;
}

enum nb_outline_key
nb_outline_key(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	static const struct nb_choice keys[] = {
		{ "存在问题", NB_OUTLINE_KEY_PROBLEMS },
		{ "下年任务", NB_OUTLINE_KEY_NEXT },
		{ NULL, 0 },
	};
	const struct nb_choice *key = nb_value_choice(&rd->file, node, keys);

	return key != NULL ? (enum nb_outline_key)key->value
			   : NB_OUTLINE_KEY_NONE;
}

void
nb_outline_colloquial(
    const struct nb_outline_reader *rd, const struct nb_node *node)
{
	struct nb_colloquial *name;

	if (node->kind != NB_NODE_MAP) {
		nb_words_misshapen(&rd->file, node->span,
		    "俗称与正式名称，如 {街办: 街道办事处}");
		return;
	}
	name = nb_new_n(rd->file.arena, struct nb_colloquial, node->map.n);
	for (uint32_t i = 0; i < node->map.n; i++) {
		name[i].name =
		    nb_arena_str(rd->file.arena, node->map.pair[i].key);
		name[i].formal = nb_outline_text(rd, node->map.pair[i].value);
	}
	rd->outline->organ.colloquial = name;
	rd->outline->organ.n_colloquial = node->map.n;
}
