/*
 * A chart as SVG, in points.  Its words are text, each line as wide as it was
 * measured, whatever face the reader has; what it shows is also said in words.
 */
#include "output/web/parts.h"

struct box {
	nb_len left, top, right, bottom;
};

enum { AIR = 2 * NB_LEN_PT }; /* around the chart */

/* In points, to the hundredth. */
static void
put(GString *to, nb_len x)
{
	const int64_t scaled =
	    ((int64_t)ABS(x) * 100 + NB_LEN_PT / 2) / NB_LEN_PT;

	if (x < 0 && scaled != 0)
		g_string_append_c(to, '-');
	g_string_append_printf(to, "%d", (int)(scaled / 100));
	if (scaled % 100 != 0)
		g_string_append_printf(to, scaled % 10 != 0 ? ".%02d" : ".%d",
		    (int)(scaled % 10 != 0 ? scaled % 100 : scaled % 100 / 10));
}

static void
put_attr(GString *to, const char *name, nb_len x)
{
	g_string_append_printf(to, " %s=\"", name);
	put(to, x);
	g_string_append_c(to, '"');
}

static void
put_colour(GString *to, const char *name, uint32_t rgb)
{
	g_string_append_printf(to, " %s=\"#%06x\"", name, rgb & 0xFFFFFF);
}

static void
grow(struct box *b, nb_len x, nb_len y)
{
	b->left = MIN(b->left, x);
	b->right = MAX(b->right, x);
	b->top = MIN(b->top, y);
	b->bottom = MAX(b->bottom, y);
}

static void
grow_for_run(struct box *b, const struct nb_item *it)
{
	const nb_len up = it->run.size, down = it->run.size / 4;

	if (it->turned) {
		grow(b, it->x - up, it->y);
		grow(b, it->x + down, it->y - it->run.width);
	} else {
		grow(b, it->x, it->y - up);
		grow(b, it->x + it->run.width, it->y + down);
	}
}

static void
grow_for(struct box *b, const struct nb_item *it)
{
	switch (it->kind) {
	case NB_ITEM_RUN:
		grow_for_run(b, it);
		return;
	case NB_ITEM_RULE:
		grow(b, it->x, it->y);
		grow(b, it->x + it->rule.w, it->y + it->rule.h);
		return;
	case NB_ITEM_PATH:
		for (uint32_t i = 0; i < it->path.n; i++)
			grow(b, it->x + it->path.point[i].x,
			    it->y + it->path.point[i].y);
		return;
	}
	NB_UNREACHABLE();
}

static bool
is_caption(const struct nb_item *it)
{
	return it->role == NB_ROLE_FIGURE_CAPTION;
}

static struct box
box_of(const struct nb_ms_figure *f)
{
	struct box b = { INT32_MAX / 2, INT32_MAX / 2, INT32_MIN / 2,
		INT32_MIN / 2 };

	for (uint32_t i = 0; i < f->n; i++)
		if (!is_caption(&f->item[i]))
			grow_for(&b, &f->item[i]);
	return (struct box){ b.left - AIR, b.top - AIR, b.right + AIR,
		b.bottom + AIR };
}

static void
put_rule(GString *to, const struct nb_item *it)
{
	g_string_append(to, "<rect");
	put_attr(to, "x", it->x);
	put_attr(to, "y", it->y);
	put_attr(to, "width", it->rule.w);
	put_attr(to, "height", it->rule.h);
	put_colour(to, "fill", it->rgb);
	g_string_append(to, "/>\n");
}

static void
put_path(GString *to, const struct nb_item *it)
{
	g_string_append(to, "<path d=\"");
	for (uint32_t i = 0; i < it->path.n; i++) {
		g_string_append_c(to, i == 0 ? 'M' : 'L');
		put(to, it->x + it->path.point[i].x);
		g_string_append_c(to, ' ');
		put(to, it->y + it->path.point[i].y);
	}
	g_string_append_c(to, '"');
	if (it->path.stroke == 0) {
		put_colour(to, "fill", it->rgb);
	} else {
		g_string_append(to, " fill=\"none\"");
		put_colour(to, "stroke", it->rgb);
		put_attr(to, "stroke-width", it->path.stroke);
	}
	if (it->path.dash != 0)
		put_attr(to, "stroke-dasharray", it->path.dash);
	g_string_append(to, "/>\n");
}

/* Runs of one line of one text: the faces they are set in are not the web's. */
static bool
goes_on(const struct nb_item *a, const struct nb_item *b)
{
	return b->kind == NB_ITEM_RUN && !is_caption(b) &&
	    b->paragraph == a->paragraph && b->turned == a->turned &&
	    (a->turned ? b->x == a->x : b->y == a->y);
}

/* The line that begins with item i; returns the item behind it. */
static uint32_t
put_line(GString *to, const struct nb_ms_figure *f, uint32_t i)
{
	const struct nb_item *first = &f->item[i], *last = first;
	nb_len width;

	while (i < f->n && goes_on(first, &f->item[i]))
		last = &f->item[i++];
	width = last->run.width +
	    (first->turned ? first->y - last->y : last->x - first->x);
	g_string_append(to, "<text");
	put_attr(to, "x", first->x);
	put_attr(to, "y", first->y - first->run.shift);
	put_attr(to, "font-size", first->run.size);
	put_attr(to, "textLength", width);
	g_string_append(to, " lengthAdjust=\"spacingAndGlyphs\"");
	if (first->turned) {
		g_string_append(to, " transform=\"rotate(-90 ");
		put(to, first->x);
		g_string_append_c(to, ' ');
		put(to, first->y);
		g_string_append(to, ")\"");
	}
	g_string_append_c(to, '>');
	for (; first <= last; first++)
		nb_web_text(to, first->run.text);
	g_string_append(to, "</text>\n");
	return i;
}

static void
put_items(GString *to, const struct nb_ms_figure *f)
{
	for (uint32_t i = 0; i < f->n;) {
		const struct nb_item *it = &f->item[i];

		if (it->kind == NB_ITEM_RUN && !is_caption(it)) {
			i = put_line(to, f, i);
			continue;
		}
		if (it->kind == NB_ITEM_RULE)
			put_rule(to, it);
		else if (it->kind == NB_ITEM_PATH)
			put_path(to, it);
		i++;
	}
}

static void
put_label(GString *to, struct nb_str label)
{
	g_string_append(to, " aria-label=\"");
	nb_web_text(to, label);
	g_string_append(to, "\">\n");
}

void
nb_web_figure(GString *to, const struct nb_ms_figure *f)
{
	const struct box b = box_of(f);

	g_string_append(to,
	    "<figure>\n<div class=\"scroll\" role=\"group\" tabindex=\"0\"");
	put_label(to, f->caption);
	g_string_append(to, "<svg role=\"img\" style=\"--w:");
	put(to, b.right - b.left);
	g_string_append(to, "pt\" viewBox=\"");
	put(to, b.left);
	g_string_append_c(to, ' ');
	put(to, b.top);
	g_string_append_c(to, ' ');
	put(to, b.right - b.left);
	g_string_append_c(to, ' ');
	put(to, b.bottom - b.top);
	g_string_append_c(to, '"');
	put_label(to, f->alt);
	put_items(to, f);
	g_string_append(to, "</svg>\n</div>\n<figcaption>");
	nb_web_text(to, f->caption);
	g_string_append(to, "</figcaption>\n</figure>\n");
}
