/*
 * 版头: from the top of the 版心, or of the paper, to the rule.  A paragraph is
 * as high as its type there, what is between two is free above the second.
 */
#include "layout/head.h"

#include "base/arena.h"
#include "output/docx/blocks.h"

/* 版头 under way. */
struct head {
	struct nb_ooxml *x;
	nb_len y; /* the bottom of what stands, from the top of the 版心 */
};

static const struct nb_ooxml_run tab = { .kind = NB_OOXML_TAB,
	.face = { .role = NB_FONT_ROLES } };

static bool
is_kind(const struct nb_ooxml *x, uint32_t i, enum nb_ms_kind kind)
{
	return i < x->m->n && x->m->block[i].kind == kind;
}

/* Type that stands at top. */
static struct nb_ooxml_look
look_at(struct head *h, enum nb_office_name style, nb_len top, nb_len size)
{
	const struct nb_ooxml_look look = {
		.style = style,
		.spaced = true,
		.before = MAX(top - h->y, 0),
		.line = size,
	};

	h->y = MAX(top, h->y) + size;
	return look;
}

/* Pieces in their own hands. */
static void
add_hands(
    struct nb_ooxml *x, const struct nb_piece *piece, uint32_t from, uint32_t n)
{
	for (uint32_t i = from; i < n; i++) {
		struct nb_ooxml_run run = nb_ooxml_text(piece[i].text);

		run.face.role =
		    (enum nb_font_role)(piece[i].hand.role % NB_FONT_ROLES);
		run.face.bold = piece[i].hand.bold;
		nb_ooxml_add(x, run);
	}
}

static uint32_t
set_corner(struct head *h, uint32_t i)
{
	for (; is_kind(h->x, i, NB_MS_CORNER); i++) {
		const struct nb_ms_block *b = &h->x->m->block[i];

		nb_ooxml_begin(
		    h->x, look_at(h, NB_OFFICE_HEAD, h->y, h->x->names.line));
		add_hands(h->x, b->piece, 0, b->n);
	}
	return i;
}

/* Below the rule of a letter: the number at the right of the first line. */
static uint32_t
set_letter_corner(struct head *h, uint32_t i)
{
	const struct nb_ms_block *number = NULL;
	uint32_t end = i;

	while (is_kind(h->x, end, NB_MS_CORNER))
		end++;
	if (is_kind(h->x, end, NB_MS_NUMBER))
		number = &h->x->m->block[end];
	for (uint32_t k = i; k < MAX(end, i + 1); k++) {
		struct nb_ooxml_look look =
		    look_at(h, NB_OFFICE_HEAD, h->y, h->x->names.line);

		look.tab[look.n_tabs++] = h->x->t->body_w;
		look.last_tab_right = true;
		nb_ooxml_begin(h->x, look);
		if (k < end)
			add_hands(h->x, h->x->m->block[k].piece, 0,
			    h->x->m->block[k].n);
		if (k > i || number == NULL)
			continue;
		nb_ooxml_add(h->x, tab);
		nb_ooxml_pieces(h->x, number);
	}
	return end + (number != NULL);
}

/* How large, narrow and far apart the characters of a name are set. */
static struct nb_ooxml_face
face_of_run(const struct nb_ooxml *x, const struct nb_item *it)
{
	struct nb_ooxml_face face =
	    nb_ooxml_face_of(&x->names, &x->t->head.mark);
	const int narrow = it->run.narrow != 0 ? it->run.narrow : 1000;

	face.size = it->run.size;
	face.narrow = it->run.narrow;
	face.rgb = x->t->red;
	if (it->run.n > 1)
		face.spread = it->run.glyph[1].x - it->run.glyph[0].x -
		    (nb_len)((int64_t)face.size * narrow / 1000);
	return face;
}

/* The names are set as on the pages, and their looks taken from there. */
static void
measure_marks(
    struct nb_ooxml *x, uint32_t i, uint32_t n, struct nb_ooxml_face *face)
{
	const bool letter = x->m->head == NB_HEAD_LETTER;
	struct nb_sketch s = nb_sketch_new(&x->scratch, NB_ROLE_HEAD);
	struct nb_prose *name = nb_new_n(x->arena, struct nb_prose, n);
	const struct nb_names names = { name, n };
	uint32_t paragraph = 0, found = 0;

	for (uint32_t k = 0; k < n; k++)
		name[k] = *x->m->block[i + k].piece[0].from;
	nb_head_mark(&s, &names,
	    letter ? x->t->letter.mark.size : x->t->head.mark.size, 0, true);
	for (guint k = 0; k < s.item->len && found < n; k++) {
		const struct nb_item *it =
		    &g_array_index(s.item, struct nb_item, k);

		if (it->kind != NB_ITEM_RUN || it->paragraph == paragraph)
			continue;
		paragraph = it->paragraph;
		face[found++] = face_of_run(x, it);
	}
	for (; found > 0 && found < n; found++)
		face[found] = face[found - 1];
	g_array_unref(s.item);
}

static struct nb_ooxml_look
mark_look(struct head *h, nb_len size, bool first, bool last)
{
	const struct nb_template *t = h->x->t;
	const bool letter = h->x->m->head == NB_HEAD_LETTER;
	struct nb_ooxml_look look = look_at(h, NB_OFFICE_MARK,
	    first && !letter ? t->head.mark_drop : h->y, size);

	/* Room for a name that fills the line, whatever it is set in */
	look.indented = true;
	look.left = look.right = -t->cell;
	if (!letter)
		return look;
	look.left = look.right = 0;
	look.frame = NB_OOXML_AT_HEAD;
	if (last)
		look.bottom = (struct nb_ooxml_rule){ "thickThinSmallGap",
			t->letter.thick, t->letter.rule_drop, t->red };
	return look;
}

static uint32_t
set_marks(struct head *h, uint32_t i)
{
	const struct nb_ooxml *x = h->x;
	struct nb_ooxml_face *face;
	uint32_t n = 0;

	while (is_kind(x, i + n, NB_MS_MARK))
		n++;
	if (n == 0)
		return i;
	face = nb_new_n(x->arena, struct nb_ooxml_face, n);
	measure_marks(h->x, i, n, face);
	for (uint32_t k = 0; k < n; k++) {
		struct nb_ooxml_run run = nb_ooxml_text(
		    nb_ooxml_words(x->arena, &x->m->block[i + k]));

		run.face = face[k];
		nb_ooxml_begin(
		    h->x, mark_look(h, face[k].size, k == 0, k + 1 == n));
		nb_ooxml_add(h->x, run);
	}
	return i + n;
}

/* Width of pieces [from, end) of the block. */
static nb_len
width_of(const struct nb_ooxml *x, const struct nb_ms_block *b, uint32_t from,
    uint32_t end)
{
	struct nb_ms_block part = *b;

	part.piece += from;
	part.n = end - from;
	return nb_ooxml_width(x, &part, &x->t->head.signer);
}

/*
 * 签发人 at the right, further names below the first; the number of the
 * document at the left of the last line.  Pieces: the word, then names with a
 * blank between two.
 */
static void
set_signers(struct head *h, const struct nb_ms_block *number,
    const struct nb_ms_block *signers, nb_len top)
{
	const struct nb_head_style *style = &h->x->t->head;
	const uint32_t row = 2 * (uint32_t)MAX(style->signer_row, 1);
	const nb_len names = h->x->t->body_w - style->signer_right -
	    width_of(h->x, signers, 1, MIN(row, signers->n));
	const nb_len word = width_of(h->x, signers, 0, 1);

	for (uint32_t at = 1; at < signers->n; at += row) {
		const uint32_t end = MIN(at + row - 1, signers->n);
		struct nb_ooxml_look look = look_at(
		    h, NB_OFFICE_HEAD, MAX(top, h->y), style->number.size);

		look.before +=
		    at > 1 ? h->x->names.line - style->number.size : 0;
		look.indented = true;
		look.left = style->number_left;
		look.tab[look.n_tabs++] = at == 1 ? names - word : names;
		nb_ooxml_begin(h->x, look);
		if (end == signers->n && number != NULL)
			add_hands(h->x, number->piece, 0, number->n);
		nb_ooxml_add(h->x, tab);
		add_hands(h->x, signers->piece, at == 1 ? 0 : at, end);
	}
}

static uint32_t
set_number(struct head *h, uint32_t i)
{
	const struct nb_ooxml *x = h->x;
	const struct nb_head_style *style = &x->t->head;
	const struct nb_ms_block *number = NULL, *signers = NULL;
	const nb_len mark = x->m->head == NB_HEAD_PREPRINTED
	    ? style->mark_drop + style->mark.size
	    : h->y;
	const nb_len top = mark + style->number_before * x->names.line;

	if (is_kind(x, i, NB_MS_NUMBER))
		number = &x->m->block[i++];
	if (is_kind(x, i, NB_MS_SIGNER))
		signers = &x->m->block[i++];
	if (signers != NULL) {
		set_signers(h, number, signers, top);
	} else {
		struct nb_ooxml_look look =
		    look_at(h, NB_OFFICE_HEAD, top, style->number.size);

		look.align = "center";
		nb_ooxml_begin(h->x, look);
		if (number != NULL)
			nb_ooxml_pieces(h->x, number);
	}
	if (x->m->head == NB_HEAD_RED)
		h->x->look.bottom = (struct nb_ooxml_rule){ "single",
			style->rule, style->rule_drop, x->t->red };
	h->y += style->rule_drop + style->rule;
	return i;
}

uint32_t
nb_ooxml_head(struct nb_ooxml *x, uint32_t i, nb_len *title)
{
	const struct nb_template *t = x->t;
	struct head h = { .x = x };

	*title = 0;
	if (x->m->head == NB_HEAD_UNSAID)
		return i;
	*title = t->head.title_before * x->names.line;
	if (x->m->head == NB_HEAD_LETTER)
		return set_letter_corner(&h, set_marks(&h, i));
	i = set_marks(&h, set_corner(&h, i));
	return set_number(&h, i);
}
