#include "layout/sign.h"

#include "model/date.h"

static struct nb_atoms
signature_atoms(struct nb_galley *g, const struct nb_piece *piece)
{
	return nb_atoms_new(&g->shaper, piece, 1, g->t->signature.size);
}

/*
 * 7.3.5.2: the signature is 2 字 from the right; the date begins 2 字 behind
 * the signature's beginning.  A date longer than the signature is itself 2 字
 * from the right, and the signature moves left.
 */
static void
place(const struct nb_template *t, nb_len name, nb_len date, nb_len *name_x,
    nb_len *date_x)
{
	const nb_len right = t->body_w - t->sign_right;

	if (date > name) {
		*date_x = right - date;
		*name_x = *date_x - t->date_offset;
	} else {
		*name_x = right - name;
		*date_x = *name_x + t->date_offset;
	}
}

/* A name too long for one line is set like text, flush with the right. */
static void
set_long_name(struct nb_galley *g, const struct nb_piece *piece)
{
	const struct nb_template *t = g->t;

	nb_galley_paragraph(g,
	    &(struct nb_paragraph){
		.piece = piece,
		.n_pieces = 1,
		.role = NB_ROLE_SIGNATURE,
		.size = t->signature.size,
		.first = t->indent,
		.rest = t->indent,
		.keep = true,
	    });
}

static void
set_remark(struct nb_galley *g, const struct nb_report *r)
{
	const struct nb_template *t = g->t;
	const struct nb_piece piece = { r->remark.text,
		nb_galley_role(g, t->signature.role), &r->remark };

	nb_galley_paragraph(g,
	    &(struct nb_paragraph){
		.piece = &piece,
		.n_pieces = 1,
		.role = NB_ROLE_SIGNATURE,
		.size = t->signature.size,
		.first = t->remark_left,
	    });
}

static void
set_signature(struct nb_galley *g, const struct nb_report *r)
{
	const struct nb_template *t = g->t;
	const enum nb_font_role role = nb_galley_role(g, t->signature.role);
	const struct nb_piece name = { r->organ.text, role, &r->organ };
	const struct nb_piece date = { nb_date_text(g->arena, &r->issued), role,
		NULL };
	const struct nb_atoms name_atoms = signature_atoms(g, &name);
	const struct nb_atoms date_atoms = signature_atoms(g, &date);
	struct nb_line_look look = { .role = NB_ROLE_SIGNATURE };
	nb_len name_x, date_x;

	place(t, nb_atoms_width(&name_atoms, 0, name_atoms.n),
	    nb_atoms_width(&date_atoms, 0, date_atoms.n), &name_x, &date_x);
	if (name_x < 0) {
		set_long_name(g, &name);
		date_x = t->body_w - t->sign_right -
		    nb_atoms_width(&date_atoms, 0, date_atoms.n);
	} else {
		look.paragraph = nb_galley_next_paragraph(g);
		nb_galley_line(g, &name_atoms, &look, name_x);
	}
	look.paragraph = nb_galley_next_paragraph(g);
	nb_galley_line(g, &date_atoms, &look, date_x);
}

void
nb_sign_set(struct nb_galley *g, const struct nb_report *r)
{
	const struct nb_template *t = g->t;
	const uint32_t before = nb_galley_rows(g);
	uint32_t rows;

	if (r->issued.year != 0) {
		nb_galley_blank(g, (uint32_t)t->sign_before);
		set_signature(g, r);
	}
	if (r->remark.text.n != 0)
		set_remark(g, r);
	rows = nb_galley_rows(g) - before;
	if (rows > 0)
		nb_galley_hold(g, rows + (uint32_t)t->sign_with);
}
