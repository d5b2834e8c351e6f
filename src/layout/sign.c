#include "layout/sign.h"

#include "base/arena.h"
#include "model/date.h"

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

struct name_line {
	struct nb_line_fit fit;
	bool first; /* of its name */
};

/* Lines of names, not justified, that begin under each other. */
struct block {
	const struct nb_atoms *atoms;
	struct name_line *line;
	uint32_t n;
	nb_len width; /* of the widest */
};

/* A name too long for one line becomes several of about the same length. */
static void
add_name(struct nb_arena *scratch, const struct nb_template *t, uint32_t begin,
    uint32_t end, struct block *b)
{
	const struct nb_atoms name = { b->atoms->piece, b->atoms->atom + begin,
		end - begin, b->atoms->em };
	const nb_len most = t->body_w - t->sign_right;
	const nb_len width = nb_atoms_width(&name, 0, name.n);
	const nb_len even = width / (width / most + 1) + name.em;
	const nb_len measure = width <= most ? most : MIN(even, most);
	const struct nb_lines lines = nb_lines_break(
	    scratch, &name, &t->breaking, measure, measure, NB_LINES_BEST);

	for (uint32_t i = 0; i < lines.n; i++) {
		const struct nb_line_fit line = {
			.begin = begin + lines.line[i].begin,
			.end = begin + lines.line[i].end,
		};

		b->line[b->n++] = (struct name_line){ line, i == 0 };
		b->width =
		    MAX(b->width, MIN(nb_line_width(b->atoms, &line), most));
	}
}

/* Behind the blanks at i, or i where there are none. */
static uint32_t
skip_blanks(const struct nb_atoms *atoms, uint32_t i)
{
	while (i < atoms->n && atoms->atom[i].class == NB_ATOM_SPACE)
		i++;
	return i;
}

/*
 * A blank between Han parts the organs that sign together, one below the
 * other (7.3.5.2); other blanks belong to a name.
 */
static struct block
break_names(struct nb_arena *scratch, const struct nb_template *t,
    const struct nb_atoms *atoms)
{
	const struct nb_atom *atom = atoms->atom;
	struct block b = { .atoms = atoms,
		.line = nb_new_n(scratch, struct name_line, atoms->n) };
	uint32_t begin = 0;

	for (uint32_t i = 1; i < atoms->n; i++) {
		const uint32_t next = skip_blanks(atoms, i);

		if (next == i || next == atoms->n ||
		    atom[i - 1].class != NB_ATOM_HAN ||
		    atom[next].class != NB_ATOM_HAN)
			continue;
		add_name(scratch, t, begin, i, &b);
		begin = i = next;
	}
	if (begin < atoms->n)
		add_name(scratch, t, begin, atoms->n, &b);
	return b;
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
set_block(struct nb_galley *g, const struct block *b, nb_len x)
{
	struct nb_line_look look = { .role = NB_ROLE_SIGNATURE };

	for (uint32_t i = 0; i < b->n; i++) {
		if (b->line[i].first)
			look.paragraph = nb_galley_next_paragraph(g);
		nb_galley_line(g, b->atoms, &b->line[i].fit, &look, x);
	}
}

static void
set_signature(struct nb_galley *g, const struct nb_report *r)
{
	struct nb_arena *scratch = nb_arena_new();
	const struct nb_template *t = g->t;
	const enum nb_font_role role = nb_galley_role(g, t->signature.role);
	const struct nb_piece name = { r->organ.text, role, &r->organ };
	const struct nb_piece date = { nb_date_text(g->arena, &r->issued), role,
		NULL };
	const struct nb_atoms name_atoms =
	    nb_atoms_new(&g->shaper, scratch, &name, 1, t->signature.size);
	const struct nb_atoms date_atoms =
	    nb_atoms_new(&g->shaper, scratch, &date, 1, t->signature.size);
	const struct block names = break_names(scratch, t, &name_atoms);
	const struct block day = break_names(scratch, t, &date_atoms);
	nb_len name_x, date_x;

	place(t, names.width, day.width, &name_x, &date_x);
	set_block(g, &names, name_x);
	set_block(g, &day, date_x);
	nb_arena_free(scratch);
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
