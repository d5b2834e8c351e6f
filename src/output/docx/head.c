/*
 * 版头: from the top of the 版心, or of the paper, to the rule.  A paragraph is
 * as high as its type there, what is between two is free above the second.
 */
#include "output/docx/head.h"

#include "base/arena.h"
#include "layout/head.h"

static const struct nb_ooxml_run tab = { .kind = NB_OOXML_TAB,
	.face = { .role = NB_FONT_ROLES } };

static bool
is_kind(const struct nb_ooxml *x, uint32_t i, enum nb_ms_kind kind)
{
	return i < x->m->n && x->m->block[i].kind == kind;
}

struct nb_ooxml_look
nb_ooxml_head_look(
    struct nb_ooxml_head *h, enum nb_office_name style, nb_len top, nb_len line)
{
	const struct nb_ooxml_look look = {
		.style = style,
		.spaced = true,
		.before = MAX(top - h->y, 0),
		.line = line,
	};

	h->y = MAX(top, h->y) + line;
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
set_corner(struct nb_ooxml_head *h, uint32_t i)
{
	for (; is_kind(h->x, i, NB_MS_CORNER); i++) {
		const struct nb_ms_block *b = &h->x->m->block[i];

		nb_ooxml_begin(h->x,
		    nb_ooxml_head_look(
			h, NB_OFFICE_HEAD, h->y, h->x->names.line));
		add_hands(h->x, b->piece, 0, b->n);
	}
	return i;
}

/* Below the rule of a letter: the number at the right of the first line. */
static uint32_t
set_letter_corner(struct nb_ooxml_head *h, uint32_t i)
{
	const struct nb_ms_block *number = NULL;
	uint32_t end = i;

	while (is_kind(h->x, end, NB_MS_CORNER))
		end++;
	if (is_kind(h->x, end, NB_MS_NUMBER))
		number = &h->x->m->block[end];
	for (uint32_t k = i; k < MAX(end, i + 1); k++) {
		struct nb_ooxml_look look = nb_ooxml_head_look(
		    h, NB_OFFICE_HEAD, h->y, h->x->names.line);

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
set_signers(struct nb_ooxml_head *h, const struct nb_ms_block *number,
    const struct nb_ms_block *signers, nb_len top)
{
	const struct nb_head_style *style = &h->x->t->head;
	const uint32_t row = 2 * (uint32_t)MAX(style->signer_row, 1);
	const nb_len names = h->x->t->body_w - style->signer_right -
	    width_of(h->x, signers, 1, MIN(row, signers->n));
	const nb_len word = width_of(h->x, signers, 0, 1);

	for (uint32_t at = 1; at < signers->n; at += row) {
		const uint32_t end = MIN(at + row - 1, signers->n);
		struct nb_ooxml_look look = nb_ooxml_head_look(
		    h, NB_OFFICE_HEAD, MAX(top, h->y), style->number.size);

		look.before +=
		    at > 1 ? h->x->names.line - style->number.size : 0;
		look.indented = true;
		look.first = style->number_left;
		look.tab[look.n_tabs++] = at == 1 ? names - word : names;
		nb_ooxml_begin(h->x, look);
		if (end == signers->n && number != NULL)
			add_hands(h->x, number->piece, 0, number->n);
		nb_ooxml_add(h->x, tab);
		add_hands(h->x, signers->piece, at == 1 ? 0 : at, end);
	}
}

static uint32_t
set_number(struct nb_ooxml_head *h, uint32_t i)
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
		struct nb_ooxml_look look = nb_ooxml_head_look(
		    h, NB_OFFICE_HEAD, top, style->number.size);

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
	struct nb_ooxml_head h = { .x = x };

	*title = 0;
	if (x->m->head == NB_HEAD_UNSAID)
		return i;
	*title = t->head.title_before * x->names.line;
	if (x->m->head == NB_HEAD_LETTER)
		return set_letter_corner(&h, nb_ooxml_marks(&h, i));
	i = nb_ooxml_marks(&h, set_corner(&h, i));
	return set_number(&h, i);
}
