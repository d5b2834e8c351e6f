/*
 * Text goes out as glyphs together with the characters they stand for;
 * without these cairo guesses them from the font, and 行 comes back from the
 * PDF as a Kangxi radical.
 */
#include "output/draw_cairo.h"

#include "layout/annotation.h"

#include <glib.h>

static void
set_colour(cairo_t *cr, uint32_t rgb)
{
	cairo_set_source_rgb(cr, (rgb >> 16 & 0xFF) / 255.0,
	    (rgb >> 8 & 0xFF) / 255.0, (rgb & 0xFF) / 255.0);
}

static void
draw_rule(cairo_t *cr, const struct nb_item *it)
{
	cairo_rectangle(cr, nb_len_pt(it->x), nb_len_pt(it->y),
	    nb_len_pt(it->rule.w), nb_len_pt(it->rule.h));
	cairo_fill(cr);
}

/* Butt ends and mitred corners; a filled path is closed by filling. */
static void
draw_path(cairo_t *cr, const struct nb_item *it)
{
	const double dash = nb_len_pt(it->path.dash);

	for (uint32_t i = 0; i < it->path.n; i++)
		cairo_line_to(cr, nb_len_pt(it->x + it->path.point[i].x),
		    nb_len_pt(it->y + it->path.point[i].y));
	if (it->path.stroke == 0) {
		cairo_fill(cr);
		return;
	}
	cairo_set_line_width(cr, nb_len_pt(it->path.stroke));
	cairo_set_dash(cr, &dash, dash > 0 ? 1 : 0, 0);
	cairo_stroke(cr);
}

/*
 * In the order of the text.  A glyph that has no characters of its own joins
 * the cluster before it.  Returns the number of clusters.
 */
static int
make_clusters(const struct nb_item *it, cairo_text_cluster_t *cluster)
{
	int n = 0;

	for (uint32_t i = 0; i < it->run.n; i++) {
		const uint32_t k = it->run.backward ? it->run.n - 1 - i : i;
		const int bytes = (int)it->run.glyph[k].text_n;

		if (bytes == 0 && n > 0)
			cluster[n - 1].num_glyphs++;
		else
			cluster[n++] = (cairo_text_cluster_t){ bytes, 1 };
	}
	return n;
}

static void
set_size(cairo_t *cr, const struct nb_item *it)
{
	const double size = nb_len_pt(it->run.size);
	cairo_matrix_t matrix;

	if (it->run.narrow == 0) {
		cairo_set_font_size(cr, size);
		return;
	}
	cairo_matrix_init_scale(&matrix, size * it->run.narrow / 1000, size);
	cairo_set_font_matrix(cr, &matrix);
}

static void
draw_run(cairo_t *cr, const struct nb_item *it, const struct nb_subsets *s)
{
	const uint32_t n = it->run.n;
	g_autofree cairo_glyph_t *glyph = g_new(cairo_glyph_t, n);
	g_autofree cairo_text_cluster_t *cluster =
	    g_new(cairo_text_cluster_t, n);
	const double y = nb_len_pt(it->y - it->run.shift);
	const cairo_text_cluster_flags_t flags =
	    it->run.backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0;

	for (uint32_t i = 0; i < n; i++)
		glyph[i] = (cairo_glyph_t){
			nb_subsets_gid(s, it, it->run.glyph[i].gid),
			nb_len_pt(it->x + it->run.glyph[i].x),
			y - nb_len_pt(it->run.glyph[i].y),
		};
	cairo_set_font_face(cr, nb_subsets_font(s, it));
	set_size(cr, it);
	cairo_show_text_glyphs(cr, it->run.text.p, (int)it->run.text.n, glyph,
	    (int)n, cluster, make_clusters(it, cluster), flags);
}

/* A quarter to the left about the item's place. */
static void
turn(cairo_t *cr, const struct nb_item *it)
{
	const double x = nb_len_pt(it->x), y = nb_len_pt(it->y);
	const cairo_matrix_t left = { 0, -1, 1, 0, x - y, y + x };

	cairo_transform(cr, &left);
}

/* Below the words, so that these stay black; a note has no words to be seen. */
static void
draw_annotation(cairo_t *cr, const struct nb_annotation *n)
{
	if (n->kind == NB_ANNOTATION_LINK)
		return;
	set_colour(cr, n->rgb);
	for (uint32_t i = 0; i < n->n_areas; i++) {
		const struct nb_area *a = &n->area[i];

		cairo_rectangle(cr, nb_len_pt(a->x), nb_len_pt(a->y),
		    nb_len_pt(a->w), nb_len_pt(a->h));
	}
	cairo_fill(cr);
}

void
nb_draw_page(
    cairo_t *cr, const struct nb_page *page, const struct nb_subsets *s)
{
	cairo_font_options_t *options = cairo_font_options_create();

	cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
	cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
	cairo_set_font_options(cr, options);
	cairo_font_options_destroy(options);
	for (uint32_t i = 0; i < page->n_annotations; i++)
		draw_annotation(cr, &page->annotation[i]);
	for (uint32_t i = 0; i < page->n_items; i++) {
		const struct nb_item *it = &page->item[i];

		cairo_save(cr);
		if (it->turned)
			turn(cr, it);
		set_colour(cr, it->rgb);
		switch (it->kind) {
		case NB_ITEM_RUN:
			draw_run(cr, it, s);
			break;
		case NB_ITEM_RULE:
			draw_rule(cr, it);
			break;
		case NB_ITEM_PATH:
			draw_path(cr, it);
			break;
		}
		cairo_restore(cr);
	}
}
