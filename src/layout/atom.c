#include "layout/atom.h"

#include "base/arena.h"
#include "layout/address.h"
#include "layout/foreign.h"
#include "layout/joined.h"
#include "layout/pair.h"
#include "layout/whole.h"

#include <glib.h>

enum {
	BMP = 0x10000,
	/* beside the class: 量, 叠, 数 */
	MEASURE = 0x80,
	DOUBLED = 0x40,
	NUMERAL = 0x20,
	CLASS = NUMERAL - 1,
};

/* A class (plus one; the first holds), or one of the others, in the table. */
static void
mark_set(uint8_t *class, struct nb_str set, uint8_t bits)
{
	for (size_t at = 0; at < set.n;) {
		const uint32_t c = nb_utf8_next(set, &at);

		if (c < BMP && ((class[c] & CLASS) == 0 || bits > CLASS))
			class[c] |= bits;
	}
}

struct nb_hand
nb_hand_of(const struct nb_template *t, enum nb_script script,
    const struct nb_text_style *style)
{
	enum nb_font_role role = nb_font_role_find(style->role);

	if (role == NB_FONT_ROLES)
		role = nb_font_role_find(t->body.role);
	return (struct nb_hand){ .role = nb_font_role_in(role, script),
		.bold = style->bold };
}

struct nb_shaper
nb_shaper_new(
    struct nb_arena *a, const struct nb_template *t, struct nb_fonts *fonts)
{
	uint8_t *class = nb_new_n(a, uint8_t, BMP);

	for (unsigned m = 0; m <= NB_MARK_PREFIX; m++)
		mark_set(class, t->mark[m], (uint8_t)(m + 1));
	mark_set(class, t->mark[NB_MARK_UNIT], MEASURE);
	mark_set(class, t->mark[NB_MARK_DOUBLED], DOUBLED);
	mark_set(class, t->mark[NB_MARK_NUMERAL], NUMERAL);
	return (struct nb_shaper){ t, fonts, class, NULL };
}

bool
nb_is_no_break_space(uint32_t c)
{
	return c == 0xA0 || c == 0x2007 || c == 0x202F;
}

/* 连字符, the one no line ends behind (U+2011) included. */
static bool
is_hyphen(uint32_t c)
{
	return c == 0x2010 || c == 0x2011;
}

static uint8_t
class_of(const struct nb_shaper *s, uint32_t c)
{
	if (nb_is_digit(c))
		return NB_ATOM_DIGIT;
	if (c < BMP && (s->class[c] & CLASS) != 0)
		return (uint8_t)((s->class[c] & CLASS) - 1);
	if (nb_is_no_break_space(c) || c == ' ' || c == 0x3000 ||
	    (c >= 0x2000 && c <= 0x200A))
		return NB_ATOM_SPACE;
	if (is_hyphen(c))
		return NB_ATOM_LATIN;
	if (nb_is_latin(c) || (c > ' ' && c < 0x7F))
		return NB_ATOM_LATIN;
	if (nb_is_han(c) || g_unichar_iswide(c))
		return NB_ATOM_HAN;
	if (g_unichar_ismark(c))
		return NB_ATOM_ACCENT;
	if (g_unichar_isalpha(c))
		return NB_ATOM_LATIN;
	return NB_ATOM_HAN;
}

bool
nb_atom_is_word(const struct nb_atom *a)
{
	return a->class == NB_ATOM_LATIN || a->class == NB_ATOM_DIGIT;
}

/*
 * Classes that depend on the neighbours: 1,234 and 19:40 are numbers, ’ in
 * don’t is a letter, % and 第 count only beside a number, and a — that is not
 * half of a —— is a 连接号 (2021—2025).
 */
static void
settle_class(
    struct nb_atom *a, const struct nb_atom *prev, const struct nb_atom *next)
{
	const bool latin = prev != NULL && next != NULL &&
	    nb_atom_is_word(prev) && nb_atom_is_word(next);

	if (a->class == NB_ATOM_LATIN && latin &&
	    prev->class == NB_ATOM_DIGIT && next->class == NB_ATOM_DIGIT &&
	    (a->c == '.' || a->c == ',' || a->c == ':'))
		a->class = NB_ATOM_DIGIT;
	else if (latin && a->c == 0x2019)
		a->class = NB_ATOM_LATIN;
	else if (a->class == NB_MARK_SUFFIX &&
	    (prev == NULL || prev->class != NB_ATOM_DIGIT))
		a->class = NB_ATOM_HAN;
	else if (a->class == NB_MARK_PREFIX &&
	    (next == NULL || next->class != NB_ATOM_DIGIT))
		a->class = NB_ATOM_HAN;
	else if (a->class == NB_MARK_DASH &&
	    (prev == NULL || prev->class != NB_MARK_DASH) &&
	    (next == NULL || next->class != NB_MARK_DASH))
		a->class = NB_MARK_CONNECT;
}

bool
nb_atom_is_mark(const struct nb_atom *a)
{
	return a->class <= NB_MARK_SOLIDUS;
}

/*
 * A Han character or a mark stands in a full cell whatever its glyph's own
 * width, which differs between faces; 间隔号 and 分隔号 take half of one
 * (GB/T 15834 5.1.7, 5.1.9).
 */
static void
fit_cell(struct nb_atom *a, nb_len advance, nb_len em,
    const struct nb_break_style *style)
{
	nb_len cell = advance;

	if (a->class == NB_MARK_MIDDLE ||
	    (a->class == NB_MARK_SOLIDUS && a->c == '/'))
		cell = em * style->middle / 1000;
	else if (nb_is_han(a->c) || (nb_atom_is_mark(a) && advance < 2 * em))
		cell = em;
	a->width = cell;
	if (a->class == NB_MARK_OPEN)
		a->dx = cell - advance;
	else if (a->class == NB_MARK_CLOSE || a->class == NB_MARK_POINT ||
	    a->class == NB_MARK_STOP)
		a->dx = 0;
	else
		a->dx = (cell - advance) / 2;
}

/* In a Latin word ’ and ‑ are as narrow as what the keyboard has. */
static uint32_t
drawn_as(const struct nb_atom *a)
{
	if (a->class != NB_ATOM_LATIN)
		return a->c;
	if (is_hyphen(a->c))
		return '-';
	return a->c == 0x2019 ? '\'' : a->c;
}

static void
find_glyph(const struct nb_shaper *s, struct nb_atom *a, enum nb_font_role role,
    nb_len em)
{
	struct nb_char_glyph g = nb_fonts_char(s->fonts, role, drawn_as(a));

	if (g.face == NULL) /* G05 has said so */
		g = nb_fonts_char(s->fonts, role, nb_str_first(s->t->missing));
	if (g.face == NULL)
		g = (struct nb_char_glyph){
			nb_fonts_role_face(s->fonts, role, 0), 0, 1000
		};
	a->face = g.face;
	a->gid = g.gid;
	fit_cell(
	    a, (nb_len)((int64_t)g.advance * em / 1000), em, &s->t->breaking);
	if (a->class == NB_ATOM_SPACE && a->c != 0x3000)
		a->width = em * s->t->breaking.word_gap / 1000;
}

static bool
is_variation_selector(uint32_t c)
{
	return (c >= 0xFE00 && c <= 0xFE0F) || (c >= 0xE0100 && c <= 0xE01EF);
}

static bool
is_dropped(uint32_t c)
{
	const GUnicodeType type = g_unichar_type(c);

	return type == G_UNICODE_CONTROL || type == G_UNICODE_FORMAT ||
	    type == G_UNICODE_LINE_SEPARATOR ||
	    type == G_UNICODE_PARAGRAPH_SEPARATOR || is_variation_selector(c);
}

/* What is said of a character besides its class. */
static void
note_said(const struct nb_shaper *s, struct nb_atom *a)
{
	const uint8_t said = a->c < BMP ? s->class[a->c] : 0;

	a->measure = (said & MEASURE) != 0;
	a->doubled = (said & DOUBLED) != 0;
	a->numeral = (said & NUMERAL) != 0;
}

/* What is said of a whole piece, or of the byte. */
static enum nb_revision
revision_of(
    const struct nb_shaper *s, const struct nb_piece *piece, const char *byte)
{
	return piece->hand.revision != NB_REVISION_NONE
	    ? piece->hand.revision
	    : nb_revision_at(s->revised, byte);
}

/* A character that is not set stays with the one before it. */
static void
add_atoms(const struct nb_shaper *s, struct nb_atoms *all, uint32_t piece)
{
	const struct nb_str text = all->piece[piece].text;
	const uint32_t first = all->n;

	for (size_t at = 0; at < text.n;) {
		struct nb_atom *a = &all->atom[all->n];

		a->at = (uint32_t)at;
		a->c = nb_utf8_next(text, &at);
		a->n = (uint32_t)at - a->at;
		if (is_dropped(a->c)) {
			if (all->n > first)
				a[-1].n += a->n;
			continue;
		}
		a->piece = piece;
		a->revision =
		    (uint8_t)revision_of(s, &all->piece[piece], text.p + a->at);
		a->class = class_of(s, a->c);
		note_said(s, a);
		all->n++;
	}
}

struct nb_atoms
nb_atoms_new(const struct nb_shaper *s, struct nb_arena *scratch,
    const struct nb_piece *piece, uint32_t n_pieces, nb_len size)
{
	struct nb_atoms all = { .piece = piece,
		.em = size,
		.stroke = (nb_len)((int64_t)size * s->t->bold / 1000) };
	size_t most = 0;

	for (uint32_t p = 0; p < n_pieces; p++)
		most += nb_str_chars(piece[p].text);
	all.atom = nb_new_n(scratch, struct nb_atom, most + 1);
	for (uint32_t p = 0; p < n_pieces; p++)
		add_atoms(s, &all, p);
	for (uint32_t i = 0; i < all.n; i++)
		settle_class(&all.atom[i], i > 0 ? &all.atom[i - 1] : NULL,
		    i + 1 < all.n ? &all.atom[i + 1] : NULL);
	for (uint32_t i = 0; i < all.n; i++)
		find_glyph(
		    s, &all.atom[i], piece[all.atom[i].piece].hand.role, size);
	nb_atoms_shape_foreign(s, scratch, piece, &all);
	nb_atoms_find_addresses(&all);
	nb_atoms_join(&all);
	nb_atoms_pair(&all, &s->t->breaking);
	nb_atoms_keep_whole(&all, &s->t->breaking);
	return all;
}

nb_len
nb_atoms_width(const struct nb_atoms *atoms, uint32_t begin, uint32_t end)
{
	int64_t w = 0;

	for (uint32_t i = begin; i < end; i++) {
		w += atoms->atom[i].width;
		if (i + 1 < end)
			w += atoms->atom[i].gap;
	}
	return (nb_len)MIN(w, INT32_MAX / 2);
}
