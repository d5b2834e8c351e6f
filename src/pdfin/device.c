/*
 * A device for MuPDF.  Its callbacks may be left by longjmp only from fz_
 * functions; nothing is held here that would be lost then.
 */
#include "pdfin/device.h"

#include <math.h>
#include <string.h>

struct catcher {
	fz_device super;
	struct nb_pdf_catch *to;
};

/* Beyond this nothing is a line but an area. */
static const float thickest = 4; /* [pt] */

/* Lengths beyond any paper are cut, so that no sum of them overflows. */
static nb_len
length(float pt)
{
	const float most = 20000;

	if (isnan(pt))
		return 0;
	return NB_PT((double)(pt > most ? most : pt < -most ? -most : pt));
}

/* CMYK as ink: the profiles of screens make grey of its black. */
static uint32_t
colour(fz_context *ctx, fz_colorspace *cs, const float *value,
    fz_color_params params)
{
	float rgb[FZ_MAX_COLORS] = { 0 };
	uint32_t all = 0;

	if (cs == NULL)
		return 0;
	if (fz_colorspace_type(ctx, cs) == FZ_COLORSPACE_CMYK)
		for (int i = 0; i < 3; i++)
			rgb[i] = (1 - value[i]) * (1 - value[3]);
	else
		fz_convert_color(
		    ctx, cs, value, fz_device_rgb(ctx), rgb, NULL, params);
	for (int i = 0; i < 3; i++) {
		const float part = rgb[i] > 0 ? (rgb[i] < 1 ? rgb[i] : 1) : 0;

		all = all << 8 | (uint32_t)(part * 255 + 0.5F);
	}
	return all;
}

static bool
is_white(uint32_t rgb)
{
	return (rgb & 0xff) > 0xf0 && (rgb >> 8 & 0xff) > 0xf0 &&
	    (rgb >> 16 & 0xff) > 0xf0;
}

/* Few fonts, many runs of the same one: the last is looked at first. */
static uint32_t
font_index(GPtrArray *fonts, const char *name)
{
	for (guint i = fonts->len; i-- > 0;)
		if (g_str_equal(fonts->pdata[i], name))
			return i;
	g_ptr_array_add(fonts, g_strdup(name));
	return fonts->len - 1;
}

/* A glyph that stands for several characters: the others are behind it. */
static void
add_behind(GArray *glyphs, uint32_t c)
{
	struct nb_pdf_char behind;

	if (glyphs->len == 0)
		return;
	behind = g_array_index(glyphs, struct nb_pdf_char, glyphs->len - 1);
	behind.c = c;
	behind.x += behind.width;
	behind.width = 0;
	g_array_append_val(glyphs, behind);
}

/*
 * Advance of a glyph. [em]  The widths of a font that is not in the file are
 * those of whatever stands in for it; a full-width character is an em wide.
 */
static float
advance(fz_context *ctx, const fz_text_span *span, const fz_text_item *item)
{
	const uint32_t c = item->ucs > 0 ? (uint32_t)item->ucs : 0;
	const bool dash = c >= 0x2014 && c <= 0x2026;

	if (fz_font_flags(span->font)->ft_substitute && (nb_is_cjk(c) || dash))
		return 1;
	return fz_advance_glyph(ctx, span->font, item->gid, span->wmode);
}

static void
add_glyph(fz_context *ctx, struct nb_pdf_catch *to, const fz_text_span *span,
    const fz_text_item *item, fz_matrix ctm, uint32_t font, uint32_t rgb)
{
	const fz_matrix m = fz_concat(span->trm, ctm);
	const fz_point at =
	    fz_transform_point(fz_make_point(item->x, item->y), ctm);
	const struct nb_pdf_char glyph = {
		.c = item->ucs > 0 ? (uint32_t)item->ucs : 0xfffd,
		.font = font,
		.rgb = rgb,
		.x = length(at.x),
		.y = length(at.y),
		.width = length(hypotf(m.a, m.b) * advance(ctx, span, item)),
		.size = length(hypotf(m.c, m.d)),
		.turned = span->wmode != 0 || m.a <= 0 || fabsf(m.b) > m.a / 16,
	};

	g_array_append_val(to->glyph, glyph);
}

static void
add_text(fz_context *ctx, struct nb_pdf_catch *to, const fz_text *text,
    fz_matrix ctm, uint32_t rgb)
{
	for (const fz_text_span *s = text->head; s != NULL; s = s->next) {
		const uint32_t font =
		    font_index(to->font, fz_font_name(ctx, s->font));

		for (int i = 0; i < s->len; i++) {
			const fz_text_item *item = &s->items[i];

			if (to->glyph->len > NB_PDF_CHARS_MAX)
				return;
			if (item->gid >= 0)
				add_glyph(ctx, to, s, item, ctm, font, rgb);
			else if (item->ucs > 0)
				add_behind(to->glyph, (uint32_t)item->ucs);
		}
	}
}

static void
fill_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm,
    fz_colorspace *cs, const float *value, float alpha, fz_color_params params)
{
	const uint32_t rgb = colour(ctx, cs, value, params);

	if (alpha > 0 && !is_white(rgb))
		add_text(ctx, ((struct catcher *)dev)->to, text, ctm, rgb);
}

/* Filled with a pattern or a picture: its colour is not known to be black. */
static void
clip_text(fz_context *ctx, fz_device *dev, const fz_text *text, fz_matrix ctm,
    fz_rect scissor)
{
	(void)scissor;
	add_text(ctx, ((struct catcher *)dev)->to, text, ctm, 0x808080);
}

/* A path on its way to straight lines. */
struct walk {
	struct nb_pdf_catch *to;
	fz_matrix ctm;
	uint32_t rgb;
	float stroke;       /* [pt]; 0: it is filled */
	fz_point start, at; /* of the part, on the page */
	fz_rect box;        /* of the part */
	bool straight;      /* it has level and upright sides only */
};

static void
add_rule(const struct walk *w, fz_rect box)
{
	const struct nb_pdf_rule rule = { length(box.x0), length(box.y0),
		length(box.x1 - box.x0), length(box.y1 - box.y0), w->rgb };

	if (MIN(box.x1 - box.x0, box.y1 - box.y0) <= thickest &&
	    w->to->rule->len < NB_PDF_RULES_MAX)
		g_array_append_val(w->to->rule, rule);
}

/* The part that was filled ends. */
static void
end_part(struct walk *w)
{
	if (w->stroke <= 0 && w->straight && !fz_is_empty_rect(w->box))
		add_rule(w, w->box);
	w->box = fz_empty_rect;
	w->straight = true;
}

static void
add_side(struct walk *w, fz_point to)
{
	const float half = w->stroke / 2, near = 0.1F;
	const bool level = fabsf(to.y - w->at.y) < near;
	const bool upright = fabsf(to.x - w->at.x) < near;
	const fz_rect box = { MIN(w->at.x, to.x), MIN(w->at.y, to.y),
		MAX(w->at.x, to.x), MAX(w->at.y, to.y) };

	w->straight = w->straight && (level || upright);
	w->box = fz_include_point_in_rect(w->box, w->at);
	w->box = fz_include_point_in_rect(w->box, to);
	w->at = to;
	if (half <= 0 || level == upright)
		return;
	add_rule(w,
	    level ? fz_make_rect(box.x0, box.y0 - half, box.x1, box.y1 + half)
		  : fz_make_rect(box.x0 - half, box.y0, box.x1 + half, box.y1));
}

static void
walk_move(fz_context *ctx, void *arg, float x, float y)
{
	struct walk *w = arg;

	(void)ctx;
	end_part(w);
	w->start = w->at = fz_transform_point(fz_make_point(x, y), w->ctm);
}

static void
walk_line(fz_context *ctx, void *arg, float x, float y)
{
	struct walk *w = arg;

	(void)ctx;
	add_side(w, fz_transform_point(fz_make_point(x, y), w->ctm));
}

static void
walk_curve(fz_context *ctx, void *arg, float x1, float y1, float x2, float y2,
    float x3, float y3)
{
	struct walk *w = arg;

	(void)ctx, (void)x1, (void)y1, (void)x2, (void)y2;
	w->straight = false;
	w->at = fz_transform_point(fz_make_point(x3, y3), w->ctm);
}

static void
walk_close(fz_context *ctx, void *arg)
{
	struct walk *w = arg;

	(void)ctx;
	add_side(w, w->start);
}

static const fz_path_walker walker = {
	.moveto = walk_move,
	.lineto = walk_line,
	.curveto = walk_curve,
	.closepath = walk_close,
};

static void
add_path(fz_context *ctx, struct walk *w, const fz_path *path)
{
	if (is_white(w->rgb))
		return;
	w->box = fz_empty_rect;
	w->straight = true;
	fz_walk_path(ctx, path, &walker, w);
	end_part(w);
}

static void
fill_path(fz_context *ctx, fz_device *dev, const fz_path *path, int even_odd,
    fz_matrix ctm, fz_colorspace *cs, const float *value, float alpha,
    fz_color_params params)
{
	struct walk w = { .to = ((struct catcher *)dev)->to,
		.ctm = ctm,
		.rgb = colour(ctx, cs, value, params) };

	(void)even_odd;
	if (alpha > 0)
		add_path(ctx, &w, path);
}

/* A line of no width is as thin as can be seen. */
static void
stroke_path(fz_context *ctx, fz_device *dev, const fz_path *path,
    const fz_stroke_state *stroke, fz_matrix ctm, fz_colorspace *cs,
    const float *value, float alpha, fz_color_params params)
{
	const float wide = stroke->linewidth * fz_matrix_expansion(ctm);
	struct walk w = { .to = ((struct catcher *)dev)->to,
		.ctm = ctm,
		.rgb = colour(ctx, cs, value, params),
		.stroke = MAX(wide, 0.1F) };

	if (alpha > 0)
		add_path(ctx, &w, path);
}

static void
fill_image(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm,
    float alpha, fz_color_params params)
{
	struct nb_pdf_catch *to = ((struct catcher *)dev)->to;
	const float area = fabsf(ctm.a * ctm.d - ctm.b * ctm.c);

	(void)ctx, (void)image, (void)alpha, (void)params;
	to->picture = MAX(to->picture, area);
}

/* A scan in black and white. */
static void
fill_image_mask(fz_context *ctx, fz_device *dev, fz_image *image, fz_matrix ctm,
    fz_colorspace *cs, const float *value, float alpha, fz_color_params params)
{
	(void)cs, (void)value;
	fill_image(ctx, dev, image, ctm, alpha, params);
}

fz_device *
nb_pdf_device_new(fz_context *ctx, struct nb_pdf_catch *to)
{
	struct catcher *dev = fz_new_derived_device(ctx, struct catcher);

	dev->to = to;
	dev->super.fill_text = fill_text;
	dev->super.clip_text = clip_text;
	dev->super.fill_path = fill_path;
	dev->super.stroke_path = stroke_path;
	dev->super.fill_image = fill_image;
	dev->super.fill_image_mask = fill_image_mask;
	return &dev->super;
}
