/*
 * style/lexicon.c - lays the user's words over ours and makes all of them one
 * automaton.
 */
#include "style/lexicon.h"

#include "base/arena.h"
#include "source/reader.h"
#include "style/codes.h"
#include "style/lexicon_read.h"

#include <glib.h>

static const struct {
	struct nb_str mark;
	enum nb_lexicon_mark is;
} marks[] = {
	{ { "《", 3 }, NB_LEXICON_TITLE_OPEN },
	{ { "》", 3 }, NB_LEXICON_TITLE_CLOSE },
	{ { "“", 3 }, NB_LEXICON_QUOTE_OPEN },
	{ { "”", 3 }, NB_LEXICON_QUOTE_CLOSE },
	{ { "「", 3 }, NB_LEXICON_QUOTE_OPEN },
	{ { "」", 3 }, NB_LEXICON_QUOTE_CLOSE },
};

/* A word of an entry while it looks for its place. */
struct place {
	struct nb_str word;
	struct nb_term_word use;
	uint32_t order; /* of the entry: the user's are behind ours */
	bool own;       /* the user's */
};

uint32_t
nb_lexicon_table(const struct nb_lexicon *lx, struct nb_str code)
{
	uint32_t i = 0;

	while (i < lx->n_tables && !nb_str_eq(lx->table[i], code))
		i++;
	return i;
}

struct nb_str
nb_term_right(struct nb_arena *a, const struct nb_term *t, struct nb_str word)
{
	const struct nb_str hole = NB_S("{词}");
	const size_t at = nb_str_find(t->right, hole, 0);

	if (at == SIZE_MAX)
		return t->right;
	return nb_arena_printf(a, NB_FMT NB_FMT NB_FMT,
	    NB_ARG(nb_str_sub(t->right, 0, at)), NB_ARG(word),
	    NB_ARG(nb_str_from(t->right, at + hole.n)));
}

static int
compare_places(const void *pa, const void *pb)
{
	const struct place *a = pa, *b = pb;
	const int by_word = nb_str_cmp(a->word, b->word);

	if (by_word != 0)
		return by_word;
	if (a->use.table != b->use.table)
		return a->use.table < b->use.table ? -1 : 1;
	return (a->order > b->order) - (a->order < b->order);
}

static void
add_marks(GArray *places)
{
	for (size_t i = 0; i < NB_COUNT(marks); i++) {
		const struct place p = { .word = marks[i].mark,
			.use = { NULL, marks[i].is, UINT32_MAX } };

		g_array_append_val(places, p);
	}
}

static void
add_words(GArray *places, const struct nb_lexicon *lx, uint32_t n_ours)
{
	for (uint32_t i = 0; i < lx->n_terms; i++) {
		const struct nb_term *t = lx->term[i];
		const uint32_t table = nb_lexicon_table(lx, t->code);

		for (uint32_t k = 0; k < t->word.n; k++) {
			const struct place p = { .word = t->word.word[k],
				.use = { t, k, table },
				.order = i,
				.own = i >= n_ours };

			if (p.word.n > 0)
				g_array_append_val(places, p);
		}
	}
}

/* Whether the user has another entry for the same word of the same table. */
static bool
is_replaced(const GArray *places, guint i)
{
	const struct place *p = &g_array_index(places, struct place, i);

	for (guint k = i + 1; k < places->len && !p->own; k++) {
		const struct place *q = &g_array_index(places, struct place, k);

		if (q->use.table != p->use.table ||
		    !nb_str_eq(q->word, p->word))
			return false;
		if (q->own)
			return true;
	}
	return false;
}

/* Numbers the distinct words and says who uses each. */
static void
compile(struct nb_arena *a, struct nb_lexicon *lx, GArray *places)
{
	struct nb_term_word *use =
	    nb_new_n(a, struct nb_term_word, places->len);
	uint32_t *first = nb_new_n(a, uint32_t, places->len + 1);
	struct nb_str *word = nb_new_n(a, struct nb_str, places->len);
	uint32_t n_uses = 0, n_words = 0;

	g_array_sort(places, compare_places);
	for (guint i = 0; i < places->len; i++) {
		const struct place *p = &g_array_index(places, struct place, i);

		if (n_words == 0 || !nb_str_eq(word[n_words - 1], p->word)) {
			first[n_words] = n_uses;
			word[n_words++] = p->word;
		}
		if (!is_replaced(places, i))
			use[n_uses++] = p->use;
	}
	first[n_words] = n_uses;
	lx->use = use;
	lx->first_use = first;
	lx->automaton = nb_automaton_new(a, word, n_words);
}

static bool
read_file(struct nb_lexicon_draft *draft, const char *path, bool own)
{
	const struct nb_text *text;

	if (nb_source_open(draft->file.arena, path, draft->file.diags, &text) !=
	    NB_OK)
		return false;
	nb_lexicon_read(draft,
	    own ? nb_source_yaml(draft->file.arena, text, draft->file.diags)
		: nb_source_yaml_own(
		      draft->file.arena, text, draft->file.diags),
	    own);
	return true;
}

/* What has been read, at rest in the arena. */
static struct nb_lexicon *
settle(const struct nb_lexicon_draft *draft)
{
	struct nb_arena *a = draft->file.arena;
	struct nb_lexicon *lx = nb_new(a, struct nb_lexicon);
	struct nb_str *table = nb_new_n(a, struct nb_str, draft->table->len);
	const struct nb_term **term =
	    nb_new_n(a, const struct nb_term *, draft->term->len);

	for (guint i = 0; i < draft->table->len; i++)
		table[i] = *(const struct nb_str *)draft->table->pdata[i];
	for (guint i = 0; i < draft->term->len; i++)
		term[i] = draft->term->pdata[i];
	*lx = (struct nb_lexicon){ .name = draft->name,
		.title = draft->title,
		.adverbs = draft->adverbs,
		.table = table,
		.n_tables = draft->table->len,
		.term = term,
		.n_terms = draft->term->len };
	return lx;
}

const struct nb_lexicon *
nb_lexicon_load(
    struct nb_arena *a, const char *path, const char *user, struct nb_diags *d)
{
	const unsigned errors = d->n[NB_ERROR];
	g_autoptr(GPtrArray) tables = g_ptr_array_new();
	g_autoptr(GPtrArray) terms = g_ptr_array_new();
	g_autoptr(GArray) places =
	    g_array_new(FALSE, FALSE, sizeof(struct place));
	struct nb_lexicon_draft draft = {
		.file = { a, d, "用语文件", &nb_code_L50, &nb_code_L51 },
		.table = tables,
		.term = terms,
	};
	struct nb_lexicon *lx;
	guint n_ours;

	if (!read_file(&draft, path, false))
		return NULL;
	n_ours = terms->len;
	if (user != NULL && !read_file(&draft, user, true))
		return NULL;
	lx = settle(&draft);
	add_marks(places);
	add_words(places, lx, n_ours);
	compile(a, lx, places);
	return d->n[NB_ERROR] == errors ? lx : NULL;
}
