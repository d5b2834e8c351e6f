#include "layout/area.h"

#include "font/font.h"

#include <glib.h>
#include <stdlib.h>

enum {
	ABOVE = 900, /* the baseline [1/1000 em] */
	BELOW = 150,
	BESIDE = 120, /* the ink at both ends, at most */
};

struct ink {
	nb_len left, right;
};

/* Of glyph i, from the run's beginning; of a blank all its room. */
static struct ink
ink_of(const struct nb_item *it, uint32_t i)
{
	const struct nb_glyph *g = &it->run.glyph[i];
	const struct nb_ink ink = nb_face_ink(it->run.face, g->gid);
	const double scale = it->run.size / nb_face_scale(it->run.face) *
	    (it->run.narrow == 0 ? 1000 : it->run.narrow) / 1e6;

	if (ink.right <= ink.left)
		return (struct ink){ g->x,
			i + 1 < it->run.n ? g[1].x : it->run.width };
	return (struct ink){ g->x + nb_len_round(ink.left * scale),
		g->x + nb_len_round(ink.right * scale) };
}

/* Between glyph i - 1 and glyph i. */
static nb_len
edge(const struct nb_item *it, uint32_t i)
{
	const nb_len beside = it->run.size * BESIDE / 1000;

	if (i == 0)
		return MAX(ink_of(it, 0).left - beside, 0);
	if (i == it->run.n)
		return MIN(ink_of(it, i - 1).right + beside, it->run.width);
	return (ink_of(it, i - 1).right + ink_of(it, i).left) / 2;
}

struct nb_area
nb_run_area(const struct nb_item *it, uint32_t first, uint32_t last)
{
	const nb_len above = it->run.size * ABOVE / 1000;
	const nb_len high = it->run.size * (ABOVE + BELOW) / 1000;
	const nb_len begin = edge(it, first), end = edge(it, last + 1);

	if (it->turned)
		return (struct nb_area){ it->x - above, it->y - end, high,
			end - begin, true };
	return (struct nb_area){ it->x + begin, it->y - above, end - begin,
		high, false };
}

struct nb_area
nb_area_join(struct nb_area a, struct nb_area b)
{
	const nb_len x = MIN(a.x, b.x), y = MIN(a.y, b.y);

	return (struct nb_area){ x, y, MAX(a.x + a.w, b.x + b.w) - x,
		MAX(a.y + a.h, b.y + b.h) - y, a.turned };
}

bool
nb_area_touch(struct nb_area a, struct nb_area b, nb_len gap)
{
	const nb_len middle_a = a.turned ? a.x + a.w / 2 : a.y + a.h / 2;
	const nb_len middle_b = b.turned ? b.x + b.w / 2 : b.y + b.h / 2;
	const nb_len apart = a.turned ? a.y - b.y - b.h : b.x - a.x - a.w;

	return a.turned == b.turned && abs(middle_a - middle_b) < gap &&
	    abs(apart) < gap;
}
