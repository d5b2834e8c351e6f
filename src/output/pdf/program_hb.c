/*
 * The way for every font: HarfBuzz takes the glyphs out, and what is not
 * TrueType, or is to be bold, becomes it.
 */
#include "output/draw.h"

#include "diag/diag.h"
#include "font/font.h"
#include "output/bold.h"
#include "output/codes.h"
#include "output/subset.h"

#include <hb-subset.h>

static hb_subset_input_t *
make_input(const uint32_t *gid, uint32_t n)
{
	static const char *const dropped[] = { "BASE", "DSIG", "GDEF", "GPOS",
		"GSUB", "JSTF", "MATH", "OS/2", "STAT", "VORG", "cmap", "kern",
		"name", "post", "vhea", "vmtx" };
	hb_subset_input_t *input = hb_subset_input_create_or_fail();
	hb_set_t *drop;

	if (input == NULL)
		nb_out_of_memory();
	for (uint32_t i = 0; i < n; i++)
		hb_set_add(hb_subset_input_glyph_set(input), gid[i]);
	drop = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
	for (size_t i = 0; i < NB_COUNT(dropped); i++)
		hb_set_add(drop, hb_tag_from_string(dropped[i], -1));
	hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_NO_HINTING);
	return input;
}

static bool
has_outlines(hb_face_t *face)
{
	hb_blob_t *glyf =
	    hb_face_reference_table(face, HB_TAG('g', 'l', 'y', 'f'));
	const bool has = hb_blob_get_length(glyf) != 0;

	hb_blob_destroy(glyf);
	return has;
}

/* The font file of the subset, of the em that its face has. */
static hb_blob_t *
bytes_of(hb_face_t *small, int line, unsigned em)
{
	hb_blob_t *bytes = line != 0 || !has_outlines(small)
	    ? nb_bold_blob(small, line)
	    : hb_face_reference_blob(small);

	if (bytes == NULL || em == hb_face_get_upem(small))
		return bytes;
	return nb_subset_set_em(bytes, em);
}

static void
take(hb_blob_t *bytes, struct nb_program *ret)
{
	unsigned n;
	const char *p = hb_blob_get_data(bytes, &n);

	ret->form = NB_PROGRAM_TRUETYPE;
	ret->bytes = g_memdup2(p, n);
	ret->n = n;
	hb_blob_destroy(bytes);
}

static bool
make(const struct nb_face *face, int line, const uint32_t *gid, uint32_t n,
    struct nb_program *ret)
{
	hb_face_t *whole = nb_face_hb(face);
	hb_subset_input_t *input = make_input(gid, n);
	hb_subset_plan_t *plan = hb_subset_plan_create_or_fail(whole, input);
	hb_face_t *small = NULL;
	hb_blob_t *bytes = NULL;
	const hb_map_t *to;

	hb_subset_input_destroy(input);
	if (plan != NULL)
		small = hb_subset_plan_execute_or_fail(plan);
	if (small != NULL)
		bytes = bytes_of(small, line, hb_face_get_upem(whole));
	if (bytes != NULL) {
		to = hb_subset_plan_old_to_new_glyph_mapping(plan);
		ret->code = g_new(uint16_t, n);
		for (uint32_t i = 0; i < n; i++)
			ret->code[i] = (uint16_t)hb_map_get(to, gid[i]);
		take(bytes, ret);
	}
	hb_face_destroy(small);
	hb_subset_plan_destroy(plan);
	return bytes != NULL;
}

enum nb_status
nb_draw_program(const struct nb_face *face, int line, const uint32_t *gid,
    uint32_t n, struct nb_diags *d, struct nb_program *ret)
{
	if (make(face, line, gid, n, ret))
		return NB_OK;
	nb_diag_add(d, &nb_code_A20, (struct nb_span){ 0 },
	    "字体“" NB_FMT "”取不出所用的字：" NB_FMT,
	    NB_ARG(nb_face_name(face)), NB_ARG(nb_face_file(face)));
	return NB_FAILED;
}
