#include "layout/setline.h"

#include "base/arena.h"
#include "layout/foreign.h"

/* Glue of one line: what is left to give or take, and of how much. */
struct glue {
	nb_len shrink, shrink_stop, stretch; /* to be spread */
	nb_len room, room_stop, gaps;        /* over this much */
	nb_len seen, seen_stop, seen_gaps;   /* so far */
	nb_len given;                        /* up to there, in all */
};

static struct glue
glue_new(const struct nb_atoms *atoms, const struct nb_line_fit *fit)
{
	struct glue g = { .shrink = fit->shrink,
		.shrink_stop = fit->shrink_stop,
		.stretch = fit->stretch };

	for (uint32_t i = fit->begin; i + 1 < fit->end; i++) {
		g.room += atoms->atom[i].shrink;
		g.room_stop += atoms->atom[i].shrink_stop;
		g.gaps += atoms->atom[i].stretch;
	}
	return g;
}

static nb_len
share(nb_len whole, nb_len seen, nb_len room)
{
	return whole == 0 || room == 0 ? 0
				       : (nb_len)((int64_t)whole * seen / room);
}

/* Total of what has been spread: differences of it never lose a unit. */
static nb_len
spread(const struct glue *g)
{
	return share(g->stretch, g->seen_gaps, g->gaps) -
	    share(g->shrink, g->seen, g->room) -
	    share(g->shrink_stop, g->seen_stop, g->room_stop);
}

/* Width of the glue behind an atom after fitting. */
static nb_len
glue_next(struct glue *g, const struct nb_atom *a)
{
	const nb_len before = g->given;

	g->seen += a->shrink;
	g->seen_stop += a->shrink_stop;
	g->seen_gaps += a->stretch;
	g->given = spread(g);
	return a->gap + g->given - before;
}

/* Whether the next atom of the line needs a run of its own. */
static bool
ends_run(const struct nb_atom *a, const struct nb_atom *next)
{
	if ((a->between || next->between) &&
	    (a->class != NB_ATOM_DIGIT || next->class != NB_ATOM_DIGIT))
		return true;
	return a->face != next->face || a->piece != next->piece ||
	    a->revision != next->revision || a->shaped != NULL ||
	    next->shaped != NULL;
}

uint32_t
nb_line_runs(const struct nb_atoms *atoms, const struct nb_line_fit *fit)
{
	uint32_t n = fit->end > fit->begin;

	for (uint32_t i = fit->begin; i + 1 < fit->end; i++)
		n += ends_run(&atoms->atom[i], &atoms->atom[i + 1]);
	return n;
}

static void
start_run(struct nb_item *item, const struct nb_atoms *atoms,
    const struct nb_atom *a, struct nb_glyph *glyph)
{
	const struct nb_piece *piece = &atoms->piece[a->piece];

	item->kind = NB_ITEM_RUN;
	item->revision = a->revision;
	item->run.face = a->face;
	item->run.size = nb_len_round(atoms->em * nb_face_scale(a->face));
	item->run.shift = nb_len_round(atoms->em * nb_face_shift(a->face));
	item->run.text = nb_str_from(piece->text, a->at);
	item->run.stroke = piece->hand.bold ? atoms->stroke : 0;
	item->run.glyph = glyph;
}

/* A shaped atom is a run of its own. */
static void
set_shaped(
    struct nb_arena *a, struct nb_item *run, const struct nb_shaped *shaped)
{
	struct nb_glyph *glyph = nb_new_n(a, struct nb_glyph, shaped->n);
	const int64_t em = run->run.size;

	for (uint32_t i = 0; i < shaped->n; i++) {
		const struct nb_shaped_glyph *from = &shaped->glyph[i];

		glyph[i] = (struct nb_glyph){
			.gid = from->gid,
			.text_n = from->text_n,
			.x = (nb_len)(from->x * em / 1000),
			.y = (nb_len)(from->y * em / 1000),
		};
	}
	run->run.glyph = glyph;
	run->run.n = shaped->n;
	run->run.backward = shaped->backward;
}

static bool
is_without_direction(const struct nb_item *run)
{
	for (size_t at = 0; at < run->run.text.n;)
		if (!nb_is_without_direction(nb_utf8_next(run->run.text, &at)))
			return false;
	return true;
}

/* Runs change places: the first is read at the right end. */
static void
mirror(struct nb_item *item, uint32_t n)
{
	const nb_len ends = item[0].x + item[n - 1].x + item[n - 1].run.width;

	for (uint32_t i = 0; i < n; i++)
		item[i].x = ends - item[i].x - item[i].run.width;
}

/*
 * Neighbouring runs from right to left, with the blanks and numbers between
 * them; a number's digits keep their order.
 */
static void
set_backward(struct nb_item *item, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++) {
		uint32_t last = i;

		if (!item[i].run.backward)
			continue;
		for (uint32_t k = i + 1; k < n &&
		     (item[k].run.backward || is_without_direction(&item[k]));
		     k++)
			if (item[k].run.backward)
				last = k;
		mirror(item + i, last + 1 - i);
		i = last;
	}
}

static void
end_run(struct nb_item *item, const struct nb_atoms *atoms,
    const struct nb_atom *last, nb_len x)
{
	const struct nb_piece *piece = &atoms->piece[last->piece];
	const size_t begin = (size_t)(item->run.text.p - piece->text.p);
	const size_t end = last->at + last->n;

	item->run.text.n = end - begin;
	item->run.width = x - item->x;
	item->run.from = piece->from;
	if (piece->from != NULL)
		item->span = nb_prose_span(piece->from, begin, end);
}

uint32_t
nb_line_set(struct nb_arena *a, const struct nb_atoms *atoms,
    const struct nb_line_fit *fit, const struct nb_line_look *look, nb_len x,
    nb_len y, struct nb_item *item)
{
	struct nb_glyph *glyph =
	    nb_new_n(a, struct nb_glyph, fit->end - fit->begin);
	struct glue glue = glue_new(atoms, fit);
	uint32_t n = 0;

	for (uint32_t i = fit->begin; i < fit->end; i++) {
		const struct nb_atom *c = &atoms->atom[i];
		struct nb_item *run = &item[n];

		if (run->run.n == 0) {
			run->role = look->role;
			run->level = look->level;
			run->paragraph = look->paragraph;
			run->label = look->label;
			run->again = look->again;
			run->x = x;
			run->y = y;
			start_run(run, atoms, c, glyph);
		}
		if (c->shaped != NULL) {
			set_shaped(a, run, c->shaped);
		} else if (i > fit->begin && c[-1].pair_gid != 0) {
			glyph[-1].gid = c[-1].pair_gid;
			glyph[-1].text_n += c->n;
		} else {
			*glyph++ = (struct nb_glyph){ .gid = c->gid,
				.x = x + c->dx - run->x,
				.text_n = c->n };
			run->run.n++;
		}
		x += c->width;
		if (i + 1 == fit->end || ends_run(c, c + 1)) {
			end_run(run, atoms, c, x);
			n++;
		}
		if (i + 1 < fit->end)
			x += glue_next(&glue, c);
	}
	set_backward(item, n);
	return n;
}

nb_len
nb_line_width(const struct nb_atoms *atoms, const struct nb_line_fit *fit)
{
	return nb_atoms_width(atoms, fit->begin, fit->end) + fit->stretch -
	    fit->shrink - fit->shrink_stop;
}
