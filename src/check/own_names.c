/*
 * check/own_names.c - takes names of organs apart.
 */
#include "check/own_names.h"

#include "base/arena.h"
#include "check/script.h"

#include <glib.h>

/* The longest of the words at the start of s, or at its end. [byte] */
static size_t
longest(const struct nb_words *w, struct nb_str s,
    bool fits(struct nb_str, struct nb_str))
{
	size_t n = 0;

	for (uint32_t i = 0; i < w->n; i++)
		if (w->word[i].n > n && fits(s, w->word[i]))
			n = w->word[i].n;
	return n;
}

static bool
starts(struct nb_str s, struct nb_str word)
{
	return nb_str_starts(s, word);
}

/* 市北区 and its like: a division, one character and another. */
static bool
begins_like_division(struct nb_str s, const struct nb_organ_words *words)
{
	const size_t n = longest(&words->division, s, starts);
	size_t at = n;

	if (n == 0 || n == s.n)
		return false;
	nb_utf8_next(s, &at);
	return longest(&words->division, nb_str_from(s, at), starts) > 0;
}

/*
 * Whether a name may begin with s: not with 街道 or 人民政府, and with 市 only
 * behind 市, 云州市市北区: 云州市北区 has a 北区.
 */
static bool
begins_name(struct nb_str s, struct nb_str division_before,
    const struct nb_organ_words *words)
{
	return s.n > 0 &&
	    (longest(&words->division, s, starts) == 0 ||
		(nb_str_starts(s, division_before) &&
		    begins_like_division(s, words))) &&
	    longest(&words->ending, s, starts) == 0 &&
	    longest(&words->town, s, starts) == 0;
}

/*
 * The length of the division that a name begins with, 青荷区 of 青荷区柳溪街道;
 * 0 when what follows is no name of its own. [byte]
 */
static size_t
division_length(struct nb_str name, const struct nb_organ_words *words)
{
	size_t at = 0;

	if (name.n > 0)
		nb_utf8_next(name, &at);
	while (at < name.n) {
		const size_t n =
		    longest(&words->division, nb_str_from(name, at), starts);

		if (n > 0 &&
		    begins_name(nb_str_from(name, at + n),
			nb_str_sub(name, at, n), words))
			return at + n;
		nb_utf8_next(name, &at);
	}
	return 0;
}

/* 柳溪街道 of 柳溪街道办事处: without 后缀. */
static struct nb_str
organ_base(struct nb_str name, const struct nb_organ_words *words)
{
	return nb_str_sub(
	    name, 0, name.n - longest(&words->ending, name, nb_str_ends));
}

/* 柳溪 of 柳溪街道: without 街镇 or 区划. */
static struct nb_str
place_stem(struct nb_str name, const struct nb_organ_words *words)
{
	const size_t n = MAX(longest(&words->town, name, nb_str_ends),
	    longest(&words->division, name, nb_str_ends));

	return nb_str_sub(name, 0, name.n - n);
}

struct finder {
	struct nb_arena *arena;
	const struct nb_organ_words *words;
	GArray *name, *above; /* of struct nb_str */
};

static void
add(GArray *list, struct nb_str s)
{
	if (nb_str_chars(s) < 2)
		return;
	for (guint i = 0; i < list->len; i++)
		if (nb_str_eq(g_array_index(list, struct nb_str, i), s))
			return;
	g_array_append_val(list, s);
}

/* 青荷区柳溪街道办事处 and 青荷区柳溪街道, with what is above or without. */
static void
add_organ(struct finder *f, struct nb_str organ)
{
	add(f->name, organ);
	add(f->name, organ_base(organ, f->words));
}

static void
take_apart(struct finder *f, struct nb_str organ)
{
	size_t n;

	organ = nb_str_from(organ, longest(&f->words->party, organ, starts));
	add_organ(f, organ);
	while ((n = division_length(organ, f->words)) > 0) {
		add(f->above, organ_base(nb_str_sub(organ, 0, n), f->words));
		organ = nb_str_from(organ, n);
		add_organ(f, organ);
	}
	organ = organ_base(organ, f->words);
	if (longest(&f->words->division, organ, nb_str_ends) > 0)
		add(f->above, organ);
	add(f->name, place_stem(organ, f->words));
}

static gint
by_length(gconstpointer pa, gconstpointer pb)
{
	const struct nb_str *a = pa, *b = pb;

	if (a->n != b->n)
		return a->n > b->n ? -1 : 1;
	return nb_str_cmp(*a, *b);
}

static struct nb_words
words_of(struct nb_arena *a, GArray *list)
{
	struct nb_str *word = nb_new_n(a, struct nb_str, list->len);

	g_array_sort(list, by_length);
	for (guint i = 0; i < list->len; i++)
		word[i] = g_array_index(list, struct nb_str, i);
	return (struct nb_words){ .word = word, .n = list->len };
}

struct nb_own_names
nb_own_names_find(struct nb_arena *a, const struct nb_report *r,
    const struct nb_organ_words *words)
{
	g_autoptr(GArray) name =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_str));
	g_autoptr(GArray) above =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_str));
	struct finder f = { a, words, name, above };

	take_apart(&f, nb_script_plain(a, r, r->organ.text));
	for (uint32_t i = 0; i < r->joint.n; i++)
		take_apart(&f, nb_script_plain(a, r, r->joint.name[i].text));
	return (struct nb_own_names){ words_of(a, name), words_of(a, above) };
}

bool
nb_own_names_have(const struct nb_own_names *own, struct nb_str kind)
{
	for (uint32_t i = 0; i < own->above.n; i++)
		if (nb_str_ends(own->above.word[i], kind))
			return true;
	return false;
}
