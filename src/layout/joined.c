#include "layout/joined.h"

static bool
is_pair(const struct nb_atom *a, enum nb_mark_class class)
{
	return a->class == class && a[1].class == class &&
	    a->face == a[1].face && a->shaped == NULL && a[1].shaped == NULL;
}

/* “——” is a glyph of its own in some faces: two alone leave a gap. */
static void
join_dash(const struct nb_atoms *all, struct nb_atom *a)
{
	const struct nb_str text = all->piece[a->piece].text;
	struct nb_char_glyph g;

	if (a->piece == a[1].piece && nb_face_fwid(a->face, a->c) &&
	    nb_face_shape_fwid(
		a->face, nb_str_sub(text, a->at, a->n + a[1].n), &g))
		a->pair_gid = g.gid;
}

static nb_len
part_of(nb_len em, int32_t mille)
{
	return (nb_len)((int64_t)em * mille / 1000);
}

/*
 * The six dots of “……” as far apart as the three of either glyph: these are as
 * high as one dot is wide.
 */
static void
join_dots(struct nb_atom *a, nb_len em)
{
	const struct nb_ink ink = nb_face_ink(a->face, a->gid);
	const int32_t apart = (ink.right - ink.left - ink.height) / 2;
	const nb_len closer = (a->width - part_of(em, 3 * apart)) / 2;

	if (apart <= 0 || closer <= 0 || a->gid != a[1].gid)
		return;
	a->dx += closer;
	a[1].dx -= closer;
}

static void
halve(struct nb_atom *a, nb_len em)
{
	const struct nb_ink ink = nb_face_ink(a->face, a->gid);

	a->half = true;
	a->width = em / 2;
	a->dx = (a->width - part_of(em, ink.left + ink.right)) / 2;
}

/*
 * ？ and ！ one behind the other: two take one cell, three take two (GB/T 15834
 * 5.1.2).  Returns the last of the run at i.
 */
static uint32_t
share_cells(struct nb_atoms *all, uint32_t i)
{
	uint32_t end = i;

	while (end < all->n && all->atom[end].doubled)
		end++;
	for (uint32_t k = i; k + (end - i) % 2 < end && end - i > 1; k++)
		halve(&all->atom[k], all->em);
	return end - 1;
}

void
nb_atoms_join(struct nb_atoms *all)
{
	for (uint32_t i = 0; i + 1 < all->n; i++) {
		struct nb_atom *a = &all->atom[i];

		if (is_pair(a, NB_MARK_DASH)) {
			join_dash(all, a);
			i++;
		} else if (is_pair(a, NB_MARK_ELLIPSIS)) {
			join_dots(a, all->em);
			i++;
		} else if (a->doubled) {
			i = share_cells(all, i);
		}
	}
}
