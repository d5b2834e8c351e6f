#include "layout/addressee.h"

struct nb_sentence
nb_addressee_words(const struct nb_galley *g, const struct nb_prose *addressee)
{
	const struct nb_template *t = g->t;
	struct nb_sentence s =
	    nb_sentence_new(g->arena, nb_galley_hand(g, &t->addressee));

	nb_sentence_clause(&s, addressee);
	nb_sentence_words(&s, t->phrase.addressee_end);
	return s;
}

bool
nb_addressee_set(struct nb_galley *g, const struct nb_prose *addressee)
{
	const struct nb_template *t = g->t;
	const guint blocks = g->block->len;
	/* a heading and the lines it keeps, or text */
	const uint32_t least = 1 + (uint32_t)t->keep_next;
	const struct nb_sentence s = nb_addressee_words(g, addressee);
	struct nb_paragraph p = { .role = NB_ROLE_ADDRESSEE,
		.size = t->addressee.size,
		.keep = true };

	p.piece = s.piece;
	p.n_pieces = s.n;
	nb_galley_paragraph(g, &p);
	if (nb_galley_rows(g) + least > (uint32_t)g->shape->lines) {
		g_array_set_size(g->block, blocks);
		return false;
	}
	return true;
}
