#include "style/han_words.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"
#include "style/codes.h"
#include "style/words.h"

#include <glib.h>

/* The lists of the file, by the kind of their words. */
struct lists {
	struct nb_words name, title; /* of the file itself */
	struct nb_words word, single, function;
};

static const struct nb_words_key keys[] = {
	NB_WORDS_KEY("", "名称", lists, name),
	NB_WORDS_KEY("", "标题", lists, title),
	NB_WORDS_KEY("", "词", lists, word),
	NB_WORDS_KEY("", "单字", lists, single),
	NB_WORDS_KEY("", "虚字", lists, function),
};

static void
add_words(GArray *all, const struct nb_words *list, enum nb_han_kind kind)
{
	for (uint32_t i = 0; i < list->n; i++) {
		const struct nb_han_word w = { list->word[i], kind };

		if (w.text.n > 0)
			g_array_append_val(all, w);
	}
}

static gint
compare(gconstpointer pa, gconstpointer pb)
{
	const struct nb_han_word *a = pa, *b = pb;
	const int by_text = nb_str_cmp(a->text, b->text);

	return by_text != 0 ? by_text
			    : (a->kind > b->kind) - (a->kind < b->kind);
}

/* Sorted, each text once. */
static void
settle(GArray *all)
{
	struct nb_han_word *w = (void *)all->data;
	guint n = 0;

	g_array_sort(all, compare);
	for (guint i = 0; i < all->len; i++)
		if (n == 0 || !nb_str_eq(w[n - 1].text, w[i].text))
			w[n++] = w[i];
	g_array_set_size(all, n);
}

static const struct nb_han_words *
compile(struct nb_arena *a, GArray *all)
{
	const struct nb_han_word *w = (const void *)all->data;
	struct nb_str *text = nb_new_n(a, struct nb_str, all->len);
	struct nb_han_words *made = nb_new(a, struct nb_han_words);

	for (guint i = 0; i < all->len; i++)
		text[i] = w[i].text;
	made->automaton = nb_automaton_new(a, text, all->len);
	made->n = all->len;
	made->word = nb_arena_copy(a, all);
	return made;
}

const struct nb_han_words *
nb_han_words_load(struct nb_arena *a, const char *path, struct nb_diags *d)
{
	const struct nb_words_file file = { a, d, "词表文件", &nb_code_L50,
		&nb_code_L51 };
	const unsigned errors = d->n[NB_ERROR];
	g_autoptr(GArray) all =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_han_word));
	const struct nb_text *text;
	struct lists lists = { 0 };

	if (nb_source_open(a, path, d, &text) != NB_OK)
		return NULL;
	nb_words_read_map(&file, nb_source_yaml_own(a, text, d), keys,
	    NB_COUNT(keys), &lists);
	add_words(all, &lists.word, NB_HAN_WORD);
	add_words(all, &lists.single, NB_HAN_SINGLE);
	add_words(all, &lists.function, NB_HAN_FUNCTION);
	settle(all);
	return d->n[NB_ERROR] == errors ? compile(a, all) : NULL;
}
