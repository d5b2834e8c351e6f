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

static nb_len
size_of(const struct nb_mark *m, const struct nb_head_style *style)
{
	const nb_len width = m->width + suffix_width(m, style);
	const nb_len ems = 1000 + (nb_len)(m->names - 1) * style->mark_pitch;
	nb_len size = m->most;

	if (width > m->measure)
		size = scaled(size, m->measure, width);
	if (m->names > 1)
		size = MIN(size, scaled(style->mark_stack, 1000, ems));
	return size;
}

struct nb_mark_fit
nb_mark_fit(const struct nb_mark *m, const struct nb_head_style *style)
{
	struct nb_mark_fit f = { .size = size_of(m, style) };
	const nb_len name = scaled(m->width, f.size, m->most);
	const nb_len suffix = scaled(suffix_width(m, style), f.size, m->most);
	const nb_len room = m->measure - name - suffix;
	const nb_len most =
	    (nb_len)m->gaps * scaled(f.size, style->mark_spread, 1000);

	f.name_w = name + CLAMP(room, 0, most);
	f.pitch = scaled(f.size, style->mark_pitch, 1000);
	f.height = f.size + (nb_len)(m->names - 1) * f.pitch;
	f.x = (m->measure - f.name_w - suffix) / 2;
	f.suffix_x = f.x + f.name_w + scaled(f.size, style->suffix_gap, 1000);
	f.suffix_y = (f.height - f.size) / 2;
	return f;
}
