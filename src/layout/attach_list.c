#include "layout/attach_list.h"

#include "base/arena.h"
#include "model/number.h"

static struct nb_atoms
words(const struct nb_galley *g, struct nb_str text, enum nb_revision revision)
{
	struct nb_piece *piece = nb_new(g->arena, struct nb_piece);

	*piece =
	    (struct nb_piece){ text, nb_galley_hand(g, &g->t->body), NULL };
	piece->hand.revision = revision;
	return nb_atoms_new(&g->shaper, g->arena, piece, 1, g->t->body.size);
}

static nb_len
width(const struct nb_atoms *atoms)
{
	return nb_atoms_width(atoms, 0, atoms->n);
}

struct nb_sentence
nb_attach_list_name(const struct nb_galley *g, const struct nb_prose *name)
{
	struct nb_sentence s =
	    nb_sentence_new(g->arena, nb_galley_hand(g, &g->t->body));

	nb_sentence_clause(&s, name);
	return s;
}

/* A name from x on.  Its paragraph. */
static uint32_t
set_name(struct nb_galley *g, const struct nb_prose *name, nb_len x)
{
	const struct nb_sentence s = nb_attach_list_name(g, name);

	nb_galley_paragraph(g,
	    &(struct nb_paragraph){
		.piece = s.piece,
		.n_pieces = s.n,
		.role = NB_ROLE_LIST,
		.size = g->t->body.size,
		.first = x,
		.rest = x,
	    });
	return g->reading->block->len;
}

void
nb_attach_list_set(struct nb_galley *g, const struct nb_names *names)
{
	const struct nb_list_style *style = &g->t->list;
	const struct nb_atoms word = words(g, style->word, NB_REVISION_NONE);
	struct nb_atoms *mark = nb_new_n(g->arena, struct nb_atoms, names->n);
	const nb_len x = style->left + width(&word);
	nb_len widest = 0;
	uint32_t first = 0;

	if (names->n == 0)
		return;
	for (uint32_t i = 0; i < names->n && names->n > 1; i++) {
		mark[i] = words(g, nb_number_mark(g->arena, style->mark, i + 1),
		    nb_revision_at(g->shaper.revised, names->name[i].text.p));
		widest = MAX(widest, width(&mark[i]));
	}
	nb_galley_blank(g, (uint32_t)style->before);
	for (uint32_t i = 0; i < names->n; i++) {
		const uint32_t paragraph =
		    set_name(g, &names->name[i], x + widest);

		first = i == 0 ? paragraph : first;
		nb_reading_at(g->reading, paragraph)->whole = first;
		if (names->n > 1)
			nb_galley_label(g, &mark[i], x);
		if (i == 0)
			nb_galley_label(g, &word, style->left);
	}
}
