/*
 * output/pdf/embed.h - the fonts of a PDF: of each face in use, as it is or
 * bold, the glyphs that the pages show, what they are called there, how wide
 * they are and what they stand for.
 */
#pragma once

#include "layout/frame.h"
#include "output/pdf/program.h"

#include <glib.h>

struct nb_diags;
struct nb_objects;

struct nb_embed_glyph {
	uint32_t gid;       /* in the face */
	uint16_t code;      /* in the file */
	int32_t width;      /* [1/1000 em] */
	struct nb_str text; /* what it stands for */
};

struct nb_embed {
	const struct nb_face *face;
	int line;       /* of 加粗 [unit of the font]; 0: as it is */
	uint32_t name;  /* “/F0” */
	uint16_t *slot; /* of a glyph of the face: 1 + its place below, or 0 */
	uint32_t n_slots;
	GArray *glyph; /* struct nb_embed_glyph, by gid, then as they are
			  first shown; the first is .notdef */
	struct nb_program program;
};

struct nb_embeds {
	GPtrArray *by_key; /* struct nb_embed: two a face, bold the second */
	GPtrArray *used;   /* the same in order of use, without gaps */
};

/* Which of the two of its face a run is in. */
unsigned nb_embed_key(const struct nb_item *run);

/* All bold runs of a face are bold by the same share of their size: 加粗 in
 * units of the font. */
int nb_embed_line(const struct nb_item *run);

/* NB_FAILED with a finding when a face cannot be taken apart. */
NB_MUST_USE enum nb_status nb_embeds_init(
    struct nb_embeds *e, const struct nb_pages *pages, struct nb_diags *d);
void nb_embeds_clear(struct nb_embeds *e);

const struct nb_embed *
nb_embeds_of(const struct nb_embeds *e, const struct nb_item *run);

/*
 * The glyph as it stands for text, else as it stands for something else: a
 * glyph has a code for each of its texts where the program can have it twice.
 */
const struct nb_embed_glyph *
nb_embed_glyph(const struct nb_embed *e, uint32_t gid, struct nb_str text);

/* Writes all fonts; ret: the dictionary of resources that names them. */
uint32_t nb_embeds_write(const struct nb_embeds *e, struct nb_objects *o);
