/*
 * 发文机关标志 (GB/T 9704-2012 7.2.4): the names, and “文件” beside several; a
 * name too long for the 版心 is made smaller, narrower, then set in two lines.
 */
#include "layout/head.h"

#include "base/arena.h"
#include "layout/mark.h"
#include "layout/title_words.h"

/* The names of a mark, and “文件” split off where there are several. */
struct mark_text {
	struct nb_prose *name;
	uint32_t n;
	struct nb_prose suffix;
};

static struct mark_text
split_mark(const struct nb_sketch *s, const struct nb_names *mark)
{
	const struct nb_str suffix = s->g->t->head.suffix;
	struct nb_arena *a = s->g->arena;
	struct mark_text m = { .name = nb_new_n(a, struct nb_prose, mark->n),
		.n = mark->n };
	struct nb_prose *last = &m.name[mark->n - 1];
	const size_t n = mark->name[mark->n - 1].text.n;

	for (uint32_t i = 0; i < mark->n; i++)
		m.name[i] = mark->name[i];
	if (mark->n < 2 || n <= suffix.n || !nb_str_ends(last->text, suffix))
		return m;
	m.suffix = nb_prose_sub(a, &mark->name[mark->n - 1], n - suffix.n, n);
	*last = nb_prose_sub(a, &mark->name[mark->n - 1], 0, n - suffix.n);
	return m;
}

static struct nb_atoms
mark_atoms(const struct nb_sketch *s, const struct nb_prose *p, nb_len size)
{
	struct nb_text_style style = s->g->t->head.mark;

	style.size = size;

	return nb_sketch_atoms(s->g, p->text, p, &style);
}

static struct nb_mark_fit
fit_mark(const struct nb_sketch *s, const struct mark_text *text, nb_len size)
{
	struct nb_mark m = {
		.most = size, .measure = s->g->t->body_w, .names = text->n
	};
	struct nb_atoms atoms;

	for (uint32_t i = 0; i < text->n; i++) {
		atoms = mark_atoms(s, &text->name[i], size);
		if (nb_sketch_width(&atoms) <= m.width)
			continue;
		m.width = nb_sketch_width(&atoms);
		m.gaps = atoms.n - 1;
	}
	if (text->suffix.text.n > 0) {
		atoms = mark_atoms(s, &text->suffix, size);
		m.suffix_width = nb_sketch_width(&atoms);
	}
	return nb_mark_fit(&m, &s->g->t->head);
}

/* How far a break before atom i is from two good halves. */
static int64_t
break_cost(const struct nb_galley *g, const struct nb_atoms *atoms,
    const int *word, uint32_t i)
{
	const nb_len before = nb_atoms_width(atoms, 0, i);
	const nb_len after = nb_atoms_width(atoms, i, atoms->n);

	return word[i] +
	    (int64_t)ABS(before - after) * g->t->head.cost_uneven / atoms->em;
}

/* A name in two lines of about the same length, no word torn. */
static void
break_name(const struct nb_sketch *s, struct mark_text *text)
{
	struct nb_galley *g = s->g;
	const struct nb_prose whole = text->name[0];
	const struct nb_atoms atoms = mark_atoms(s, &whole, g->t->cell);
	const int *word =
	    nb_title_words(g->arena, &atoms, whole.text, g->t, NB_S(""));
	uint32_t best = 1;
	size_t at;

	for (uint32_t i = 2; i < atoms.n; i++)
		if (break_cost(g, &atoms, word, i) <
		    break_cost(g, &atoms, word, best))
			best = i;
	at = atoms.atom[best].at;
	text->name = nb_new_n(g->arena, struct nb_prose, 2);
	text->name[0] = nb_prose_sub(g->arena, &whole, 0, at);
	text->name[1] = nb_prose_sub(g->arena, &whole, at, whole.text.n);
	text->n = 2;
}

nb_len
nb_head_mark(struct nb_sketch *s, const struct nb_names *mark, nb_len size,
    nb_len top, bool print)
{
	struct mark_text text = split_mark(s, mark);
	struct nb_mark_fit fit = fit_mark(s, &text, size);
	struct nb_sketch_look look = { .rgb = s->g->t->red };
	struct nb_atoms atoms;

	if (text.n == 1 && fit.size < s->g->t->head.mark_least) {
		break_name(s, &text);
		fit = fit_mark(s, &text, size);
	}
	look.narrow = fit.narrow == 1000 ? 0 : fit.narrow;

	for (uint32_t i = 0; i < text.n && print; i++) {
		atoms = mark_atoms(s, &text.name[i], fit.size);
		look.wide = fit.name_w;
		nb_sketch_spread(
		    s, &atoms, fit.x, top + (nb_len)i * fit.pitch, &look);
	}
	if (text.suffix.text.n > 0 && print) {
		atoms = mark_atoms(s, &text.suffix, fit.size);
		look.wide = 0;
		nb_sketch_spread(
		    s, &atoms, fit.suffix_x, top + fit.suffix_y, &look);
	}
	return top + fit.height;
}
