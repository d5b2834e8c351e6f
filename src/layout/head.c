#include "layout/head.h"

#include "base/arena.h"

nb_len
nb_head_corner(struct nb_sketch *s, const struct nb_head *head,
    int secrecy_line, nb_len top)
{
	const struct nb_template *t = s->g->t;
	const struct {
		const struct nb_prose *text;
		const struct nb_text_style *style;
		int line; /* at the earliest, from 0 */
	} part[] = {
		{ &head->copy_number, &t->head.copy, 0 },
		{ &head->secrecy, &t->head.secrecy, secrecy_line },
		{ &head->urgency, &t->head.secrecy, 0 },
	};
	int line = 0;

	for (size_t i = 0; i < NB_COUNT(part); i++) {
		struct nb_atoms atoms;

		if (part[i].text->text.n == 0)
			continue;
		line = MAX(line, part[i].line);
		atoms = nb_sketch_atoms(
		    s->g, part[i].text->text, part[i].text, part[i].style);
		nb_sketch_line(s, &atoms, 0, top + line * t->pitch);
		line++;
	}
	return line == 0 ? top : top + (line - 1) * t->pitch + t->cell;
}

/* 签发人 in columns, the names of a column flush with the first of it. */
struct signers {
	const struct nb_names *names;
	struct nb_atoms *atoms;
	nb_len *column; /* x of each */
	uint32_t columns;
};

static struct signers
place_signers(const struct nb_sketch *s, const struct nb_names *names)
{
	const struct nb_head_style *style = &s->g->t->head;
	const uint32_t row = (uint32_t)MAX(style->signer_row, 1);
	struct signers p = { names,
		nb_new_n(s->g->arena, struct nb_atoms, names->n),
		nb_new_n(s->g->arena, nb_len, row), MIN(row, names->n) };
	nb_len x = s->g->t->body_w - style->signer_right;

	for (uint32_t i = 0; i < names->n; i++)
		p.atoms[i] = nb_sketch_atoms(
		    s->g, names->name[i].text, &names->name[i], &style->signer);
	for (uint32_t c = p.columns; c-- > 0;) {
		nb_len wide = 0;

		for (uint32_t i = c; i < names->n; i += p.columns)
			wide = MAX(wide, nb_sketch_width(&p.atoms[i]));
		p.column[c] = x - wide;
		x -= wide + style->signer_gap;
	}
	return p;
}

static void
set_signers(struct nb_sketch *s, const struct nb_names *names, nb_len top)
{
	const struct nb_template *t = s->g->t;
	const struct signers p = place_signers(s, names);
	const struct nb_atoms word =
	    nb_sketch_atoms(s->g, t->head.signing_word, NULL, &t->head.signing);

	nb_sketch_line(s, &word, p.column[0] - nb_sketch_width(&word), top);
	for (uint32_t i = 0; i < names->n; i++)
		nb_sketch_line(s, &p.atoms[i], p.column[i % p.columns],
		    top + (nb_len)(i / p.columns) * t->pitch);
}

/*
 * 发文字号 centred, or on the line of the last 签发人, from the left.  Returns
 * the bottom of its line, which is there without it too.
 */
static nb_len
set_number(struct nb_sketch *s, const struct nb_head *head, nb_len top)
{
	const struct nb_template *t = s->g->t;
	const struct nb_atoms number = nb_sketch_atoms(
	    s->g, head->doc_number.text, &head->doc_number, &t->head.number);
	const bool signers = head->signer.n > 0;
	const nb_len x = signers ? t->head.number_left
				 : (t->body_w - nb_sketch_width(&number)) / 2;
	const uint32_t row = (uint32_t)MAX(t->head.signer_row, 1);
	const nb_len last = signers
	    ? top + (nb_len)((head->signer.n - 1) / row) * t->pitch
	    : top;

	if (number.n > 0)
		nb_sketch_line(s, &number, x, last);
	if (signers)
		set_signers(s, &head->signer, top);
	return last + t->head.number.size;
}

nb_len
nb_head_finish(struct nb_sketch *s, nb_len title)
{
	const nb_len pitch = s->g->t->pitch;

	nb_sketch_block(s, (uint32_t)(title / pitch))->unit.break_after =
	    NB_BREAK_NEVER;
	return title % pitch;
}

nb_len
nb_head_set(struct nb_galley *g, const struct nb_head *head)
{
	const struct nb_head_style *style = &g->t->head;
	const bool print = head->form == NB_HEAD_RED;
	struct nb_sketch s;
	nb_len y;

	if (head->form == NB_HEAD_LETTER)
		return nb_letter_set(g, head);
	s = nb_sketch_new(g, NB_ROLE_HEAD);
	nb_head_corner(&s, head, style->secrecy_line - 1, 0);
	y = nb_head_mark(
	    &s, &head->mark, style->mark.size, style->mark_drop, print);
	y = set_number(&s, head, y + style->number_before * g->t->pitch);
	y += style->rule_drop;
	if (print)
		nb_sketch_rule(&s, 0, y, g->t->body_w, style->rule, g->t->red);
	return nb_head_finish(
	    &s, y + style->rule + style->title_before * g->t->pitch);
}
