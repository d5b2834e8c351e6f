/*
 * output/pdf/cff.h - a 'CFF ' table as it lies in its file (Adobe Technical
 * Note #5176).  Nothing is copied or listed: what is asked for is looked up,
 * and false says that the table is damaged there.
 */
#pragma once

#include "output/pdf/bytes.h"

/* An INDEX: pieces of bytes, numbered from 0. */
struct nb_cff_index {
	struct nb_bytes offset; /* n + 1 numbers of `size` bytes, from 1 */
	struct nb_bytes data;
	uint32_t n;
	unsigned size;
	size_t end; /* where it ends in the table */
};

NB_MUST_USE bool
nb_cff_index_read(struct nb_bytes cff, size_t at, struct nb_cff_index *ret);
NB_MUST_USE bool nb_cff_index_get(
    const struct nb_cff_index *index, uint32_t i, struct nb_bytes *ret);

/* Keys of a DICT; those of two bytes begin with 12. */
enum nb_cff_key {
	NB_CFF_FONT_BBOX = 5,
	NB_CFF_CHARSTRINGS = 17,
	NB_CFF_CHARSET = 15,
	NB_CFF_PRIVATE = 18,
	NB_CFF_SUBRS = 19,
	NB_CFF_DEFAULT_WIDTH = 20,
	NB_CFF_NOMINAL_WIDTH = 21,
	NB_CFF_ESCAPE = 12,
	NB_CFF_PAINT_TYPE = 12 << 8 | 5,
	NB_CFF_CHARSTRING_TYPE = 12 << 8 | 6,
	NB_CFF_FONT_MATRIX = 12 << 8 | 7,
	NB_CFF_ROS = 12 << 8 | 30,
	NB_CFF_CID_COUNT = 12 << 8 | 34,
	NB_CFF_FD_ARRAY = 12 << 8 | 36,
	NB_CFF_FD_SELECT = 12 << 8 | 37,
	NB_CFF_FONT_NAME = 12 << 8 | 38,
};

/* A key of a DICT with its values. */
struct nb_cff_entry {
	struct nb_bytes raw; /* all of it */
	uint32_t key;
	uint32_t n;       /* values */
	int32_t value[2]; /* the first ones; -1: absent, or not an integer */
};

/* The entry at *at, which moves behind it; *at < dict.n. */
NB_MUST_USE bool
nb_cff_dict_next(struct nb_bytes dict, size_t *at, struct nb_cff_entry *ret);
/*
 * The last entry of a key; false, and an entry without values, when there is
 * none.
 */
bool nb_cff_dict_find(
    struct nb_bytes dict, enum nb_cff_key key, struct nb_cff_entry *ret);

/* One of the fonts that the glyphs of a table belong to. */
struct nb_cff_font {
	struct nb_bytes dict; /* empty when glyphs are known by names */
	struct nb_bytes name; /* of the font; may be empty */
	struct nb_bytes own;  /* its Private DICT */
	struct nb_cff_index subrs;
};

struct nb_cff {
	struct nb_bytes all;
	struct nb_bytes name, top; /* of the whole font; its Top DICT */
	struct nb_cff_index strings, subrs, glyphs;
	bool is_cid;
	size_t fd_select;          /* of a CID font: where it is */
	struct nb_cff_index fonts; /* of a CID font */
	uint32_t n_fonts;
};

/* False also for what PDF has no use for, such as Type 1 charstrings. */
NB_MUST_USE bool nb_cff_read(struct nb_bytes cff, struct nb_cff *ret);

/* Which font a glyph is of; may be out of range. */
uint32_t nb_cff_font_of(const struct nb_cff *cff, uint32_t gid);
NB_MUST_USE bool
nb_cff_font_read(const struct nb_cff *cff, uint32_t i, struct nb_cff_font *ret);
