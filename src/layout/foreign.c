#include "layout/foreign.h"

#include <glib.h>

static bool
is_foreign(const struct nb_shaper *s, const struct nb_piece *piece,
    const struct nb_atom *a)
{
	return a->class != NB_ATOM_SPACE &&
	    (g_unichar_ismark(a->c) ||
		nb_fonts_char(s->fonts, piece[a->piece].hand.role, a->c).face ==
		    NULL);
}

/* Where a stretch of such atoms begins: with the letter that a mark is on. */
static uint32_t
begin_of(const struct nb_atoms *atoms, uint32_t first, uint32_t least)
{
	const struct nb_atom *a = &atoms->atom[first];

	if (first > least && g_unichar_ismark(a->c) &&
	    a[-1].piece == a->piece && a[-1].class != NB_ATOM_SPACE)
		return first - 1;
	return first;
}

static void
become(
    struct nb_atom *a, const struct nb_shaped *shaped, uint32_t at, nb_len em)
{
	a->shaped = shaped;
	a->face = shaped->face;
	a->at = at;
	a->n = shaped->text_n;
	a->dx = 0;
	a->width = (nb_len)((int64_t)shaped->advance * em / 1000);
	a->joined = !shaped->may_break;
	if (!nb_is_latin(a->c))
		a->class = NB_ATOM_HAN;
}

/*
 * Atoms [begin, end), of one piece, are moved to atom[to] on, shaped where a
 * face was found.  Returns where they end.
 */
static uint32_t
shape_stretch(const struct nb_shaper *s, struct nb_arena *arena,
    const struct nb_piece *piece, struct nb_atoms *atoms, uint32_t begin,
    uint32_t end, uint32_t to)
{
	const struct nb_atom *first = &atoms->atom[begin];
	const struct nb_atom *last = &atoms->atom[end - 1];
	const uint32_t at = first->at;
	const struct nb_str text =
	    nb_str_sub(piece[first->piece].text, at, last->at + last->n - at);
	struct nb_shaped *shaped;
	const uint32_t n = nb_fonts_shape(
	    s->fonts, piece[first->piece].hand.role, arena, text, &shaped);

	for (uint32_t i = 0; i < n; i++) {
		const uint32_t stop = at + shaped[i].at + shaped[i].text_n;
		const uint32_t here = to;

		while (begin < end && atoms->atom[begin].at < stop)
			atoms->atom[to++] = atoms->atom[begin++];
		if (shaped[i].face == NULL || here == to)
			continue;
		become(&atoms->atom[here], &shaped[i], at + shaped[i].at,
		    atoms->em);
		to = here + 1;
	}
	/* a line ends behind the stretch as its last character lets it */
	atoms->atom[to - 1].joined = false;
	return to;
}

bool
nb_is_without_direction(uint32_t c)
{
	return nb_is_blank(c) || nb_is_digit(c) || c == '-' || c == '/' ||
	    c == '.' || c == ',' || c == ':';
}

static bool
is_backward(const struct nb_atom *a)
{
	return a->shaped != NULL && a->shaped->backward;
}

/* “… 2024-…”: a number among words from right to left goes with them. */
static void
mark_between(struct nb_atoms *atoms)
{
	uint32_t begin = UINT32_MAX; /* behind the last such word */

	for (uint32_t i = 0; i < atoms->n; i++) {
		const struct nb_atom *a = &atoms->atom[i];

		if (is_backward(a)) {
			for (uint32_t k = begin; k < i; k++)
				atoms->atom[k].between = true;
			begin = i + 1;
		} else if (!nb_is_without_direction(a->c)) {
			begin = UINT32_MAX;
		}
	}
}

void
nb_atoms_shape_foreign(const struct nb_shaper *s, struct nb_arena *arena,
    const struct nb_piece *piece, struct nb_atoms *atoms)
{
	uint32_t to = 0, done = 0;

	if (!nb_fonts_use_system(s->fonts))
		return;
	for (uint32_t i = 0; i < atoms->n;) {
		const uint32_t begin = begin_of(atoms, i, done);
		const struct nb_atom *first = &atoms->atom[i];

		if (!is_foreign(s, piece, first)) {
			atoms->atom[to++] = atoms->atom[i++];
			continue;
		}
		to -= i - begin;
		while (i < atoms->n && atoms->atom[i].piece == first->piece &&
		    is_foreign(s, piece, &atoms->atom[i]))
			i++;
		to = shape_stretch(s, arena, piece, atoms, begin, i, to);
		done = i;
	}
	atoms->n = to;
	mark_between(atoms);
}
