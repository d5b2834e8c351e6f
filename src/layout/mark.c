#include "layout/mark.h"

#include <glib.h>

static nb_len
scaled(nb_len x, nb_len part, nb_len whole)
{
	return (nb_len)((int64_t)x * part / whole);
}

static nb_len
suffix_width(const struct nb_mark *m, const struct nb_head_style *style)
{
	if (m->suffix_width == 0)
		return 0;
	return m->suffix_width + scaled(m->most, style->suffix_gap, 1000);
}

/* The size, and how narrow the characters have to be. */
static void
fit_size(const struct nb_mark *m, const struct nb_head_style *style,
    struct nb_mark_fit *f)
{
	const nb_len width = m->width + suffix_width(m, style);
	const nb_len ems = 1000 + (nb_len)(m->names - 1) * style->mark_pitch;
	nb_len wide = m->most; /* the size at which it fills the measure */

	f->size = m->most;
	f->narrow = 1000;
	if (m->names > 1)
		f->size = MIN(f->size, scaled(style->mark_stack, 1000, ems));
	if (width > m->measure)
		wide = scaled(wide, m->measure, width);
	if (f->size <= wide)
		return;
	f->size = MIN(f->size, MAX(wide, style->mark_ample));
	f->narrow = MAX((int)scaled(1000, wide, f->size), style->mark_narrow);
	f->size = MIN(f->size, scaled(wide, 1000, f->narrow));
}

struct nb_mark_fit
nb_mark_fit(const struct nb_mark *m, const struct nb_head_style *style)
{
	struct nb_mark_fit f = { 0 };
	nb_len em, name, suffix, room, most;

	fit_size(m, style, &f);
	em = scaled(f.size, f.narrow, 1000);
	name = scaled(m->width, em, m->most);
	suffix = scaled(suffix_width(m, style), em, m->most);
	room = m->measure - name - suffix;
	most = (nb_len)m->gaps * scaled(em, style->mark_spread, 1000);
	f.name_w = name + CLAMP(room, 0, most);
	f.pitch = scaled(f.size, style->mark_pitch, 1000);
	f.height = f.size + (nb_len)(m->names - 1) * f.pitch;
	f.x = (m->measure - f.name_w - suffix) / 2;
	f.suffix_x = f.x + f.name_w + scaled(em, style->suffix_gap, 1000);
	f.suffix_y = (f.height - f.size) / 2;
	return f;
}
