#include "style/value.h"

#include "model/keys.h"
#include "source/node.h"

#include <glib.h>

uint32_t
nb_value_count(const struct nb_words_file *f, const struct nb_node *node,
    uint32_t least, uint32_t most, const char *want)
{
	const struct nb_str s = nb_node_text(node);
	uint32_t n = 0;
	size_t i;

	for (i = 0; i < s.n && nb_is_digit((unsigned char)s.p[i]); i++)
		if (n <= most)
			n = n * 10 + (uint32_t)(s.p[i] - '0');
	if (s.n > 0 && i == s.n && n >= least && n <= most)
		return n;
	nb_words_misshapen(f, node->span, want);
	return 0;
}

/* “街道”“乡镇”或“区县”. */
static void
misshapen(const struct nb_words_file *f, const struct nb_node *node,
    const struct nb_choice *choice)
{
	g_autoptr(GString) want = g_string_new(NULL);

	for (; choice->word != NULL; choice++)
		g_string_append_printf(want, "%s“%s”",
		    want->len > 0 && choice[1].word == NULL ? "或" : "",
		    choice->word);
	nb_words_misshapen(f, node->span, want->str);
}

const struct nb_choice *
nb_value_choice(const struct nb_words_file *f, const struct nb_node *node,
    const struct nb_choice *choice)
{
	const struct nb_choice *found =
	    nb_choice_find(choice, nb_node_text(node));

	if (found == NULL)
		misshapen(f, node, choice);
	return found;
}

uint32_t
nb_value_choices(const struct nb_words_file *f, const struct nb_node *node,
    const struct nb_choice *choice)
{
	const bool is_list = node->kind == NB_NODE_LIST;
	const uint32_t n = is_list ? node->list.n : 1;
	uint32_t set = 0;

	for (uint32_t i = 0; i < n; i++) {
		const struct nb_choice *found = nb_value_choice(
		    f, is_list ? node->list.item[i] : node, choice);

		if (found != NULL)
			set |= UINT32_C(1) << found->value;
	}
	return set;
}

bool
nb_value_flag(const struct nb_words_file *f, const struct nb_node *node)
{
	static const struct nb_choice choice[] = { { "是", true },
		{ "否", false }, { NULL, 0 } };
	const struct nb_choice *found = nb_value_choice(f, node, choice);

	return found != NULL && found->value;
}
