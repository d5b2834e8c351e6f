#include "conform/reading.h"

#include "base/arena.h"
#include "base/clip.h"
#include "style/entry.h"

#include <stdlib.h>

void
nb_range_add(struct nb_range *r, nb_len x, const struct nb_text_line *line)
{
	const uint32_t page = line->page->number;

	if (r->n == 0 || x < r->least) {
		r->least = x;
		r->least_page = page;
	}
	if (r->n == 0 || x > r->most) {
		r->most = x;
		r->most_page = page;
	}
	r->n++;
}

/* Whether the template file says this length itself. */
static bool
is_said(const struct nb_asked *ask, nb_len want)
{
	nb_len said;

	return nb_entry_length(
		   nb_entry_value(ask->entry), ask->t->cell, &said) &&
	    abs(said - want) <= ask->tolerance;
}

/* “37mm±1mm”, “2字（11.14mm）”. */
static struct nb_str
length_asked(const struct nb_asked *ask, nb_len want)
{
	const struct nb_str value = ask->value;

	if (nb_str_ends(value, NB_S("mm")))
		return is_said(ask, want)
		    ? value
		    : nb_arena_printf(ask->arena, "%.2fmm", nb_len_mm(want));
	return nb_arena_printf(
	    ask->arena, NB_FMT "（%.2fmm）", NB_ARG(value), nb_len_mm(want));
}

/* “36.98～37.02mm”; where it is wrong, the page too. */
static struct nb_str
length_measured(struct nb_arena *a, const struct nb_range *r, uint32_t page)
{
	const double least = nb_len_mm(r->least), most = nb_len_mm(r->most);
	const struct nb_str s = most - least < 0.005
	    ? nb_arena_printf(a, "%.2fmm", least)
	    : nb_arena_printf(a, "%.2f～%.2fmm", least, most);

	return page == 0
	    ? s
	    : nb_arena_printf(a, NB_FMT "（第%u面）", NB_ARG(s), page);
}

struct nb_reading
nb_reading_length(
    const struct nb_asked *ask, const struct nb_range *r, nb_len want)
{
	struct nb_reading reading = { .asked = length_asked(ask, want) };
	uint32_t page = 0;

	if (r->n == 0)
		return reading;
	if (r->least < want - ask->tolerance)
		page = r->least_page;
	else if (r->most > want + ask->tolerance)
		page = r->most_page;
	reading.state = page == 0 ? NB_READING_GOOD : NB_READING_BAD;
	reading.measured = length_measured(ask->arena, r, page);
	return reading;
}

struct nb_reading
nb_reading_faults(const struct nb_asked *ask, uint32_t n,
    const struct nb_text_line *where, struct nb_str found)
{
	struct nb_reading reading = { NB_READING_GOOD, ask->value,
		NB_S("符合") };

	if (n == 0)
		return reading;
	reading.state = NB_READING_BAD;
	reading.measured = nb_arena_printf(ask->arena, "%u 处", n);
	if (where != NULL)
		reading.measured = nb_arena_printf(ask->arena,
		    NB_FMT "（第%u面“" NB_FMT "”）", NB_ARG(reading.measured),
		    where->page->number, NB_ARG(nb_clip(ask->arena, found)));
	return reading;
}

struct nb_typeface
nb_typeface_new(const struct nb_asked *ask, const struct nb_text_style *style)
{
	return (struct nb_typeface){ .role = nb_font_role_find(style->role),
		.size = style->size,
		.bold = style->bold,
		.tolerance = ask->tolerance };
}

void
nb_typeface_add(const struct nb_survey *s, struct nb_typeface *f,
    const struct nb_text_line *line, const struct nb_item *run)
{
	const enum nb_fit fit =
	    nb_fonts_fit(s->fonts, f->role, run->run.face, run->run.text);

	if (f->n++ == 0) {
		f->face = run->run.face;
		f->em = nb_run_em(run);
	}
	if (abs(nb_run_em(run) - f->size) <= f->tolerance &&
	    (run->run.stroke != 0) == f->bold && fit != NB_FIT_BAD) {
		if (fit == NB_FIT_UNKNOWN && f->n_unknown++ == 0)
			f->unknown = run->run.face;
		return;
	}
	if (f->n_other++ == 0) {
		f->other = run;
		f->where = line;
	}
}

static const char *
weight(bool bold)
{
	return bold ? " 加粗" : "";
}

struct nb_reading
nb_reading_typeface(const struct nb_asked *ask, const struct nb_typeface *f)
{
	struct nb_reading reading = {
		.asked = nb_arena_printf(ask->arena, NB_FMT " %.2fpt%s",
		    NB_ARG(nb_font_role_name(f->role)), nb_len_pt(f->size),
		    weight(f->bold)),
	};

	if (f->n == 0)
		return reading;
	reading.state = f->n_other > 0 ? NB_READING_BAD
	    : f->n_unknown > 0         ? NB_READING_HAND
				       : NB_READING_GOOD;
	if (reading.state == NB_READING_HAND)
		reading.measured = nb_arena_printf(ask->arena,
		    "%u 处是 " NB_FMT "，不知是否" NB_FMT, f->n_unknown,
		    NB_ARG(nb_face_name(f->unknown)),
		    NB_ARG(nb_font_role_name(f->role)));
	else if (f->n_other == 0)
		reading.measured = nb_arena_printf(ask->arena,
		    NB_FMT " %.2fpt%s", NB_ARG(nb_face_name(f->face)),
		    nb_len_pt(f->em), weight(f->bold));
	else
		reading.measured = nb_arena_printf(ask->arena,
		    "%u 处不是，第%u面“" NB_FMT "”是 " NB_FMT " %.2fpt%s",
		    f->n_other, f->where->page->number,
		    NB_ARG(nb_clip(ask->arena, f->other->run.text)),
		    NB_ARG(nb_face_name(f->other->run.face)),
		    nb_len_pt(nb_run_em(f->other)),
		    weight(f->other->run.stroke != 0));
	return reading;
}
