/*
 * style/traditional.c - the words of a template in 繁体: those that are
 * printed, and those that titles are read by.
 */
#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "style/codes.h"
#include "style/entry.h"
#include "style/template_read.h"

#include <string.h>

static const struct {
	enum nb_unit unit;
	size_t offset;
} values[] = {
#define V(path, unit, field) \
	{ NB_UNIT_##unit, offsetof(struct nb_template, field) },
#include "style/template.def"
#undef V
};

struct nb_str
nb_fold(struct nb_arena *a, const struct nb_node *list, struct nb_str s)
{
	char *made = nb_new_n(a, char, s.n + 1);
	size_t n = 0;

	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		struct nb_str c;

		nb_utf8_next(s, &at);
		c = nb_str_sub(s, begin, at - begin);
		for (uint32_t i = 0; i < list->list.n; i++) {
			const struct nb_str pair =
			    nb_entry_value(list->list.item[i]);

			if (nb_str_starts(pair, c)) {
				c = nb_str_from(pair, c.n);
				break;
			}
		}
		memcpy(made + n, c.p, c.n);
		n += c.n;
	}
	return (struct nb_str){ made, n };
}

struct nb_words
nb_fold_words(struct nb_arena *a, const struct nb_node *list,
    const struct nb_words *words)
{
	struct nb_str *word = nb_new_n(a, struct nb_str, words->n);

	for (uint32_t i = 0; i < words->n; i++)
		word[i] = nb_fold(a, list, words->word[i]);
	return (struct nb_words){ .word = word, .n = words->n };
}

const struct nb_node *
nb_fold_wrong(const struct nb_node *list)
{
	if (list->kind != NB_NODE_LIST)
		return list;
	for (uint32_t i = 0; i < list->list.n; i++) {
		const struct nb_str pair = nb_entry_value(list->list.item[i]);

		if (nb_str_chars(pair) != 2 || pair.n != 6)
			return list->list.item[i];
	}
	return NULL;
}

bool
nb_template_fold(struct nb_arena *a, struct nb_template *t, struct nb_diags *d)
{
	const struct nb_node *list = nb_entry_find(t->tree, "繁体");
	const struct nb_node *wrong =
	    list == NULL ? t->tree : nb_fold_wrong(list);
	struct nb_template *made = nb_new(a, struct nb_template);

	if (wrong != NULL) {
		nb_diag_add(d, &nb_code_L30, wrong->span,
		    "模板的“繁体”每项应是两个字：简体、繁体");
		return false;
	}
	*made = *t;
	for (size_t i = 0; i < NB_COUNT(values); i++) {
		void *field = (char *)made + values[i].offset;

		if (values[i].unit == NB_UNIT_TEXT)
			*(struct nb_str *)field =
			    nb_fold(a, list, *(struct nb_str *)field);
		else if (values[i].unit == NB_UNIT_WORDS)
			*(struct nb_words *)field =
			    nb_fold_words(a, list, field);
	}
	t->traditional = made;
	return true;
}

const struct nb_template *
nb_template_in(const struct nb_template *t, enum nb_script script)
{
	return script == NB_SCRIPT_TRADITIONAL ? t->traditional : t;
}
