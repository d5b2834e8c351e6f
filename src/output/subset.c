/*
 * Subsets are made from characters and not from glyphs, for which HarfBuzz
 * walks the face's whole character map.  Full-width forms are reached from
 * their characters through GSUB.
 */
#include "output/subset.h"

#include "diag/diag.h"
#include "font/font.h"
#include "output/bold.h"
#include "output/boxes.h"
#include "output/codes.h"
#include "output/pdf/embed.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include <glib.h>
#include <hb-subset.h>
#include <string.h>
#include FT_FREETYPE_H

/* In an OpenType file [byte]: a row of its directory, and 'head'. */
enum { TABLE_ROW = 16, TABLE_OFFSET = 8, HEAD_EM = 18 };

/* A face in use, as it is or bold. */
struct subset {
	const struct nb_face *face;
	hb_set_t *chars, *gids; /* in the pages */
	bool fwid;              /* some of chars are set full-width */
	int line;               /* of 加粗 [units of the font]; 0: as it is */
	hb_map_t *gid;          /* from the face's glyphs to the subset's */
	cairo_font_face_t *font;
};

struct nb_subsets {
	/* Of struct subset: two a face, bold the second; NULL: not in use */
	GPtrArray *by_key;
};

/* What has to live as long as cairo uses a font. */
struct backing {
	hb_blob_t *bytes;
	FT_Library library;
	FT_Face face;
};

static const cairo_user_data_key_t backing_key;

static void
free_backing(void *data)
{
	struct backing *b = data;

	FT_Done_Face(b->face);
	FT_Done_FreeType(b->library);
	hb_blob_destroy(b->bytes);
	g_free(b);
}

static void
free_subset(void *data)
{
	struct subset *s = data;

	if (s == NULL)
		return;
	hb_set_destroy(s->chars);
	hb_set_destroy(s->gids);
	hb_map_destroy(s->gid);
	cairo_font_face_destroy(s->font);
	g_free(s);
}

/*
 * Takes bytes over.  Each font has a FreeType of its own, because cairo keeps
 * fonts for a while and may drop them in any thread.
 */
static cairo_font_face_t *
make_font(hb_blob_t *bytes)
{
	struct backing *b = g_new0(struct backing, 1);
	cairo_font_face_t *font;
	unsigned n;
	const char *p = hb_blob_get_data(bytes, &n);

	b->bytes = bytes;
	if (FT_Init_FreeType(&b->library) != 0)
		nb_out_of_memory();
	if (FT_New_Memory_Face(
		b->library, (const FT_Byte *)p, (FT_Long)n, 0, &b->face) != 0) {
		free_backing(b);
		return NULL;
	}
	font =
	    cairo_ft_font_face_create_for_ft_face(b->face, FT_LOAD_NO_HINTING);
	if (cairo_font_face_set_user_data(
		font, &backing_key, b, free_backing) != CAIRO_STATUS_SUCCESS)
		nb_out_of_memory();
	return font;
}

static void
set_tags(hb_set_t *set, const char *const *tag, size_t n)
{
	hb_set_clear(set);
	for (size_t i = 0; i < n; i++)
		hb_set_add(set, hb_tag_from_string(tag[i], -1));
}

/* Outlines, widths and names are wanted; of the shaping only full width. */
static hb_subset_input_t *
make_input(const struct subset *s)
{
	static const char *const features[] = { "fwid", "ccmp", "liga" };
	static const char *const dropped[] = { "GSUB", "BASE", "DSIG", "GDEF",
		"GPOS", "JSTF", "STAT", "VORG", "kern", "vhea", "vmtx" };
	const size_t keep_gsub = s->fwid ? 1 : 0;
	hb_subset_input_t *input = hb_subset_input_create_or_fail();

	if (input == NULL)
		nb_out_of_memory();
	hb_set_union(hb_subset_input_unicode_set(input), s->chars);
	set_tags(hb_subset_input_set(input, HB_SUBSET_SETS_LAYOUT_FEATURE_TAG),
	    features, NB_COUNT(features));
	set_tags(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG),
	    dropped + keep_gsub, NB_COUNT(dropped) - keep_gsub);
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static bool
maps_all(const hb_map_t *map, const hb_set_t *gids)
{
	hb_codepoint_t gid = HB_SET_VALUE_INVALID;

	while (hb_set_next(gids, &gid))
		if (!hb_map_has(map, gid))
			return false;
	return true;
}

/*
 * A glyph that none of the characters leads to, such as one that stands in for
 * a missing character, has to be named; that is slow.
 */
static hb_subset_plan_t *
make_plan(struct subset *s)
{
	hb_face_t *face = nb_face_hb(s->face);
	hb_subset_input_t *input = make_input(s);
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(face, input);

	if (plan != NULL &&
	    !maps_all(hb_subset_plan_old_to_new_glyph_mapping(plan), s->gids)) {
		hb_set_union(hb_subset_input_glyph_set(input), s->gids);
		hb_subset_plan_destroy(plan);
		plan = hb_subset_plan_create_or_fail(face, input);
	}
	hb_subset_input_destroy(input);
	return plan;
}

hb_blob_t *
nb_subset_set_em(hb_blob_t *bytes, unsigned em)
{
	unsigned n;
	char *p = hb_blob_get_data_writable(bytes, &n);
	const char *row = memmem(p, n, "head", 4);
	uint32_t head;

	nb_assert(row != NULL && row + TABLE_ROW <= p + n);
	memcpy(&head, row + TABLE_OFFSET, sizeof(head));
	head = GUINT32_FROM_BE(head);
	nb_assert(head + HEAD_EM + 2 <= n);
	p[head + HEAD_EM] = (char)(em >> 8);
	p[head + HEAD_EM + 1] = (char)em;
	return bytes;
}

static hb_blob_t *
bytes_of(const struct subset *s, hb_face_t *small, enum nb_subset_use use)
{
	const unsigned em = hb_face_get_upem(nb_face_hb(s->face));
	hb_blob_t *bytes;

	if (s->line != 0)
		bytes = nb_bold_blob(small, s->line);
	else if (use == NB_SUBSET_EMBED)
		bytes = nb_boxes_blob(small);
	else
		bytes = hb_face_reference_blob(small);
	if (bytes == NULL || em == hb_face_get_upem(small))
		return bytes;
	return nb_subset_set_em(bytes, em);
}

static bool
make_subset(struct subset *s, enum nb_subset_use use)
{
	hb_subset_plan_t *plan = make_plan(s);
	hb_face_t *small = NULL;
	hb_blob_t *bytes;

	if (plan != NULL) {
		small = hb_subset_plan_execute_or_fail(plan);
		s->gid =
		    hb_map_copy(hb_subset_plan_old_to_new_glyph_mapping(plan));
	}
	hb_subset_plan_destroy(plan);
	if (small == NULL)
		return false;
	bytes = bytes_of(s, small, use);
	if (bytes != NULL)
		s->font = make_font(bytes);
	hb_face_destroy(small);
	return s->font != NULL;
}

static struct subset *
subset_of(struct nb_subsets *s, const struct nb_item *run)
{
	const unsigned key = nb_embed_key(run);
	struct subset *one;

	if (key >= s->by_key->len)
		g_ptr_array_set_size(s->by_key, (int)key + 1);
	one = s->by_key->pdata[key];
	if (one != NULL)
		return one;
	one = g_new0(struct subset, 1);
	one->face = run->run.face;
	one->line = nb_embed_line(run);
	one->chars = hb_set_create();
	one->gids = hb_set_create();
	s->by_key->pdata[key] = one;
	return one;
}

static void
collect(struct subset *s, const struct nb_item *run)
{
	for (size_t at = 0; at < run->run.text.n;) {
		const uint32_t c = nb_utf8_next(run->run.text, &at);

		hb_set_add(s->chars, c);
		s->fwid = s->fwid || nb_face_fwid(s->face, c);
	}
	for (uint32_t i = 0; i < run->run.n; i++)
		hb_set_add(s->gids, run->run.glyph[i].gid);
}

static void
collect_page(struct nb_subsets *s, const struct nb_page *page)
{
	for (uint32_t i = 0; i < page->n_items; i++) {
		const struct nb_item *it = &page->item[i];

		if (it->kind == NB_ITEM_RUN)
			collect(subset_of(s, it), it);
	}
}

enum nb_status
nb_subsets_new(const struct nb_page *page, uint32_t n_pages,
    enum nb_subset_use use, struct nb_diags *d, struct nb_subsets **ret)
{
	struct nb_subsets *s = g_new0(struct nb_subsets, 1);

	*ret = s;
	s->by_key = g_ptr_array_new_with_free_func(free_subset);
	for (uint32_t i = 0; i < n_pages; i++)
		collect_page(s, &page[i]);
	for (guint i = 0; i < s->by_key->len; i++) {
		struct subset *one = s->by_key->pdata[i];

		if (one == NULL || make_subset(one, use))
			continue;
		nb_diag_add(d, &nb_code_A20, (struct nb_span){ 0 },
		    "字体“" NB_FMT "”取不出所用的字：" NB_FMT,
		    NB_ARG(nb_face_name(one->face)),
		    NB_ARG(nb_face_file(one->face)));
		nb_subsets_free(s);
		*ret = NULL;
		return NB_FAILED;
	}
	return NB_OK;
}

void
nb_subsets_free(struct nb_subsets *s)
{
	if (s == NULL)
		return;
	g_ptr_array_unref(s->by_key);
	g_free(s);
}

cairo_font_face_t *
nb_subsets_font(const struct nb_subsets *s, const struct nb_item *run)
{
	const struct subset *one = s->by_key->pdata[nb_embed_key(run)];

	return one->font;
}

uint32_t
nb_subsets_gid(
    const struct nb_subsets *s, const struct nb_item *run, uint32_t gid)
{
	const struct subset *one = s->by_key->pdata[nb_embed_key(run)];

	return hb_map_get(one->gid, gid);
}
