#include "layout/sign.h"

#include "base/arena.h"
#include "layout/seal.h"
#include "layout/sketch.h"
#include "model/date.h"

/* The signatures and the date, ready to be placed. */
struct signature {
	const struct nb_signing *what;
	struct nb_atoms *name;
	nb_len *width;
	uint32_t n;
	nb_len widest;
	struct nb_atoms date;
	nb_len date_w;
};

static const struct nb_prose *
organ_at(const struct nb_signing *s, uint32_t i)
{
	return i == 0 ? s->organ : &s->joint->name[i - 1];
}

static struct signature
make_signature(const struct nb_galley *g, const struct nb_signing *s)
{
	const struct nb_text_style *style = &g->t->signature;
	struct nb_arena *a = g->arena;
	struct nb_prose *day = nb_new(a, struct nb_prose);
	struct signature ret = { .what = s, .n = 1 + s->joint->n };

	ret.name = nb_new_n(a, struct nb_atoms, ret.n);
	ret.width = nb_new_n(a, nb_len, ret.n);
	for (uint32_t i = 0; i < ret.n; i++) {
		const struct nb_prose *organ = organ_at(s, i);

		ret.name[i] = nb_sketch_atoms(g, organ->text, organ, style);
		ret.width[i] = nb_sketch_width(&ret.name[i]);
		ret.widest = MAX(ret.widest, ret.width[i]);
	}
	*day = s->day != NULL
	    ? *s->day
	    : nb_prose_made(a, nb_date_text(a, s->date), s->date->span);
	ret.date = nb_sketch_atoms(g, day->text, day, style);
	ret.date_w = nb_sketch_width(&ret.date);
	return ret;
}

void
nb_sign_place(const struct nb_template *t, nb_len name, nb_len date,
    nb_len *name_x, nb_len *date_x)
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

/* A line of a name; lines of one block begin under each other. */
struct name_line {
	const struct nb_atoms *atoms;
	struct nb_line_fit fit;
	bool first; /* of its name */
};

struct names {
	struct name_line *line;
	uint32_t n;
	nb_len width; /* of the widest */
};

/* A name too long for one line becomes several of about the same length. */
static void
add_name(const struct nb_galley *g, const struct nb_atoms *atoms,
    uint32_t begin, uint32_t end, struct names *b)
{
	const struct nb_template *t = g->t;
	const struct nb_atoms name = { atoms->piece, atoms->atom + begin,
		end - begin, atoms->em, atoms->stroke };
	const nb_len most = t->body_w - t->sign_right;
	const nb_len width = nb_atoms_width(&name, 0, name.n);
	const nb_len even = width / (width / most + 1) + name.em;
	const nb_len measure = width <= most ? most : MIN(even, most);
	const struct nb_lines lines = nb_lines_break(
	    g->arena, &name, &t->breaking, measure, measure, NB_LINES_BEST);

	for (uint32_t i = 0; i < lines.n; i++) {
		const struct nb_line_fit line = {
			.begin = begin + lines.line[i].begin,
			.end = begin + lines.line[i].end,
		};

		b->line[b->n++] = (struct name_line){ atoms, line, i == 0 };
		b->width =
		    MAX(b->width, MIN(nb_line_width(atoms, &line), most));
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
static void
add_names(
    const struct nb_galley *g, const struct nb_atoms *atoms, struct names *b)
{
	const struct nb_atom *atom = atoms->atom;
	uint32_t begin = 0;

	for (uint32_t i = 1; i < atoms->n; i++) {
		const uint32_t next = skip_blanks(atoms, i);

		if (next == i || next == atoms->n ||
		    atom[i - 1].class != NB_ATOM_HAN ||
		    atom[next].class != NB_ATOM_HAN)
			continue;
		add_name(g, atoms, begin, i, b);
		begin = i = next;
	}
	if (begin < atoms->n)
		add_name(g, atoms, begin, atoms->n, b);
}

static struct names
break_names(const struct nb_galley *g, const struct signature *s)
{
	struct names b = { 0 };
	uint32_t most = 0;

	for (uint32_t i = 0; i < s->n; i++)
		most += s->name[i].n;
	b.line = nb_new_n(g->arena, struct name_line, most);
	for (uint32_t i = 0; i < s->n; i++)
		add_names(g, &s->name[i], &b);
	return b;
}

/* The lead organ first, the others below it, the date last. */
static void
set_plain(struct nb_galley *g, const struct signature *s)
{
	const struct names names = break_names(g, s);
	const struct nb_line_fit day = { .end = s->date.n };
	struct nb_line_look look = { 0 };
	nb_len name_x, date_x;

	nb_sign_place(g->t, names.width, s->date_w, &name_x, &date_x);
	for (uint32_t i = 0; i < names.n; i++) {
		const struct name_line *line = &names.line[i];

		if (line->first)
			look = nb_galley_look(g, NB_ROLE_SIGNATURE, 0);
		nb_galley_line(g, line->atoms, &line->fit, &look, name_x);
	}
	look = nb_galley_look(g, NB_ROLE_SIGNATURE, 0);
	nb_galley_line(g, &s->date, &day, &look, date_x);
}

/* One row of signatures; the last has the date below it. */
static struct nb_sketch
sketch_row(struct nb_galley *g, const struct signature *s,
    const struct nb_seal_place *at, uint32_t row, nb_len top)
{
	struct nb_sketch sketch = nb_sketch_new(g, NB_ROLE_SIGNATURE);

	for (uint32_t i = 0; i < s->n; i++)
		if (at[i].row == row)
			nb_sketch_line(&sketch, &s->name[i], at[i].x, top);
	return sketch;
}

/*
 * 7.3.5.1: rows of signatures as far apart as their seals are wide, each a
 * block with room for its seals above and below.
 */
static void
set_sealed(struct nb_galley *g, const struct signature *s)
{
	const struct nb_template *t = g->t;
	struct nb_seal_place *at =
	    nb_new_n(g->arena, struct nb_seal_place, s->n);
	const uint32_t rows = nb_seal_places(t, s->width, s->n, s->date_w, at);
	const nb_len between =
	    (t->seal.size + t->seal.gap + t->pitch - 1) / t->pitch - 1;

	for (uint32_t row = 0; row < rows; row++) {
		const bool last = row + 1 == rows;
		const nb_len above = row == 0 ? 0 : between - between / 2;
		const nb_len below = last ? 1 : between / 2;
		struct nb_sketch sketch =
		    sketch_row(g, s, at, row, above * t->pitch);

		if (last)
			nb_sketch_line(&sketch, &s->date,
			    t->body_w - t->seal.right - s->date_w,
			    (above + 1) * t->pitch);
		nb_sketch_block(&sketch, (uint32_t)(above + 1 + below));
	}
}

static void
set_signature(struct nb_galley *g, const struct nb_signing *s)
{
	const struct nb_template *t = g->t;
	const struct signature signature = make_signature(g, s);

	nb_galley_blank(
	    g, (uint32_t)(s->seal ? t->seal.before : t->sign_before));
	if (s->seal && signature.widest <= t->body_w - t->sign_right)
		set_sealed(g, &signature);
	else
		set_plain(g, &signature);
}

static bool
is_bracketed(struct nb_str text)
{
	const uint32_t first = nb_str_first(text);

	return first == '(' || first == 0xFF08;
}

struct nb_sentence
nb_remark_words(const struct nb_galley *g, const struct nb_prose *remark)
{
	const struct nb_template *t = g->t;
	const bool bare = !is_bracketed(remark->text);
	struct nb_sentence s =
	    nb_sentence_new(g->arena, nb_galley_hand(g, &t->signature));

	if (bare)
		nb_sentence_words(&s, t->remark_mark.word[0]);
	nb_sentence_prose(&s, remark);
	if (bare)
		nb_sentence_words(&s, t->remark_mark.word[1]);
	return s;
}

static void
set_remark(struct nb_galley *g, const struct nb_prose *remark)
{
	const struct nb_template *t = g->t;
	const struct nb_sentence s = nb_remark_words(g, remark);

	nb_galley_paragraph(g,
	    &(struct nb_paragraph){
		.piece = s.piece,
		.n_pieces = s.n,
		.role = NB_ROLE_SIGNATURE,
		.size = t->signature.size,
		.first = t->remark_left,
	    });
}

/* What a page cannot hold as a whole is broken between its parts. */
static void
hold(struct nb_galley *g, uint32_t rows)
{
	nb_galley_hold(g, rows,
	    rows <= (uint32_t)g->shape->lines ? NB_BREAK_KEEP
					      : g->t->makeup.cost_sign);
}

void
nb_sign_set(struct nb_galley *g, const struct nb_signing *s, uint32_t text_end)
{
	const uint32_t before = nb_galley_rows(g);
	const uint32_t with = (uint32_t)g->t->sign_with;
	uint32_t rows;

	if (s->date->year != 0)
		set_signature(g, s);
	if (s->remark->text.n != 0)
		set_remark(g, s->remark);
	rows = nb_galley_rows(g) - before;
	if (rows == 0)
		return;
	hold(g, rows + with);
	hold(g, rows + (before - text_end) + with);
}
