#include "layout/pair.h"

#include "layout/address.h"

#include <glib.h>

/* The blank half of a mark's cell, on the side where it has one. */
static bool
blank_after(const struct nb_atom *a)
{
	if (a->half)
		return false;
	return a->class == NB_MARK_CLOSE || a->class == NB_MARK_POINT ||
	    a->class == NB_MARK_STOP;
}

static bool
blank_before(const struct nb_atom *a)
{
	return a->class == NB_MARK_OPEN;
}

/* Marks that are half blank. */
static bool
is_half_blank(const struct nb_atom *a)
{
	return blank_after(a) || blank_before(a);
}

/* 连接号, 分隔号: no stretch beside them (clreq). */
static bool
is_tight(const struct nb_atom *a)
{
	return a->class == NB_MARK_CONNECT || a->class == NB_MARK_SOLIDUS;
}

/* Parts of one unit: a number, a word, ——, ……, a letter and its accent. */
static bool
is_joined(const struct nb_atom *a, const struct nb_atom *b)
{
	if (a->joined || (a->doubled && b->doubled))
		return true;
	if (nb_atom_is_word(a) && nb_atom_is_word(b))
		return a->revision == b->revision;
	if (b->class == NB_MARK_SUFFIX || a->class == NB_MARK_PREFIX ||
	    b->class == NB_ATOM_ACCENT)
		return true;
	return a->class == b->class &&
	    (a->class == NB_MARK_DASH || a->class == NB_MARK_ELLIPSIS);
}

static bool
has_letters(const struct nb_atom *a)
{
	return nb_is_latin(a->c) || a->shaped != NULL;
}

static bool
is_han(const struct nb_atom *a)
{
	return a->class == NB_ATOM_HAN && a->shaped == NULL;
}

static void
set_glue(struct nb_atom *a, const struct nb_atom *b, nb_len em,
    const struct nb_break_style *style)
{
	const nb_len half = em * style->mark_blank / 1000;
	const bool pair = is_half_blank(a) && is_half_blank(b) &&
	    (blank_after(a) || blank_before(b));
	nb_len blank = blank_before(b) ? half : 0;

	a->gap = pair ? -(em * style->pair_squeeze / 1000) : 0;
	if (a->class == NB_MARK_STOP && !a->half)
		a->shrink_stop = half;
	else if (blank_after(a))
		blank += half;
	if (pair && blank >= half)
		blank -= half;
	else if (pair)
		a->shrink_stop = 0;
	a->shrink = blank;
	if ((has_letters(a) && is_han(b)) || (is_han(a) && has_letters(b))) {
		a->gap = em * style->latin_gap / 1000;
		a->shrink = a->gap - em * style->latin_gap_least / 1000;
	}
	if (nb_atom_is_word(a) && nb_atom_is_word(b) && !is_joined(a, b))
		a->gap = em * style->latin_gap / 1000;
	a->stretch = (a->address && b->address) ||
	    (!is_joined(a, b) && !is_tight(a) && !is_tight(b));
}

/* What begins no line. */
static bool
no_start(const struct nb_atom *b)
{
	return blank_after(b) || b->half || b->class == NB_MARK_MIDDLE ||
	    b->class == NB_MARK_CONNECT || b->class == NB_MARK_SOLIDUS ||
	    b->class == NB_MARK_SUFFIX || b->class == NB_ATOM_SPACE;
}

/* ASCII marks that belong to the word before them. */
static bool
is_word_end(uint32_t c)
{
	return c == ',' || c == '.' || c == ';' || c == ':' || c == '!' ||
	    c == '?' || c == ')' || c == ']' || c == '}';
}

static bool
no_end(const struct nb_atom *a)
{
	return a->class == NB_MARK_OPEN || a->class == NB_MARK_PREFIX ||
	    (a->class == NB_MARK_SOLIDUS && a->c != '/') || a->c == '(' ||
	    a->c == '[' || a->c == '{';
}

static int32_t
break_cost(const struct nb_atom *a, const struct nb_atom *b,
    const struct nb_break_style *style)
{
	if (a->address && b->address && nb_atom_ends_part(a, b))
		return style->cost_url;
	if (a->c == 0x2011 || b->c == 0x2011 || nb_is_no_break_space(a->c))
		return style->cost_forbidden;
	if (is_joined(a, b)) {
		if (a->class == NB_ATOM_DIGIT && b->class == NB_ATOM_DIGIT)
			return style->cost_number;
		if (nb_atom_is_word(a) && b->class != NB_MARK_SUFFIX &&
		    !is_word_end(b->c))
			return style->cost_word;
		return style->cost_forbidden;
	}
	if (no_start(b) || no_end(a) || is_word_end(b->c))
		return style->cost_forbidden;
	if (a->class == NB_MARK_SOLIDUS)
		return nb_atom_is_word(b) ? style->cost_url
					  : style->cost_forbidden;
	if (a->class == NB_ATOM_DIGIT && b->measure)
		return style->cost_unit;
	if (a->class == NB_MARK_CONNECT && b->class == NB_ATOM_DIGIT)
		return style->cost_unit;
	return 0;
}

/* As most are: between two of them a line may end, or be stretched. */
static bool
is_plain(const struct nb_atom *a)
{
	return is_han(a) && nb_is_han(a->c) && !a->joined && !a->half &&
	    !a->doubled && !a->address;
}

void
nb_atoms_pair(struct nb_atoms *atoms, const struct nb_break_style *style)
{
	for (uint32_t i = 0; i < atoms->n; i++) {
		struct nb_atom *a = &atoms->atom[i];

		if (!a->half &&
		    (a->class == NB_MARK_POINT || a->class == NB_MARK_STOP))
			a->end_blank = atoms->em * style->mark_blank / 1000;
		if (i + 1 == atoms->n)
			break;
		if (is_plain(a) && is_plain(a + 1)) {
			a->stretch = true;
			continue;
		}
		set_glue(a, a + 1, atoms->em, style);
		a->cost = break_cost(a, a + 1, style);
	}
}
