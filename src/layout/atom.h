/*
 * layout/atom.h - characters on their way into lines.
 *
 * A paragraph is pieces of text, each in a hand; it becomes atoms: one a
 * character, with class, face, glyph, width, and the glue between it and the
 * next one.  Atoms live in a scratch arena, as long as their paragraph is being
 * set, and point into the pieces' text.
 */
#pragma once

#include "font/font.h"
#include "layout/frame.h"
#include "model/prose.h"
#include "style/template.h"

struct nb_arena;

/* What text is set in, but for its size. */
struct nb_hand {
	enum nb_font_role role; /* in the document's script */
	bool bold;              /* 加粗 */
	enum nb_revision revision;
};

/*
 * Text in one hand: the beginning of from, which the pages point to, or all of
 * it; NULL for text that data made.
 */
struct nb_piece {
	struct nb_str text;
	struct nb_hand hand;
	const struct nb_prose *from;
};

/* Mark classes come first: see style/template.h. */
enum nb_atom_class {
	NB_ATOM_DIGIT = NB_MARK_CLASSES,
	NB_ATOM_LATIN, /* letters of any script that sets words, too */
	NB_ATOM_SPACE,
	NB_ATOM_ACCENT, /* a combining mark: stays with what it stands on */
	NB_ATOM_HAN,    /* and everything else that may break on both sides */
};

struct nb_atom {
	uint32_t c;
	uint8_t class;    /* nb_mark_class or nb_atom_class */
	bool measure;     /* a measure word, if a number stands before it */
	bool doubled;     /* shares a cell with others of its kind (？！) */
	bool numeral;     /* in Han: 十二 */
	bool half;        /* doubled, and set in half a cell */
	bool stretch;     /* the glue behind it */
	bool address;     /* in 网址: layout/address.h */
	uint8_t revision; /* enum nb_revision */
	uint32_t piece;
	uint32_t at, n; /* in the piece's text [byte] */
	const struct nb_face *face;
	uint32_t gid;
	uint32_t pair_gid; /* not 0: for it and the next together, —— */
	const struct nb_shaped *shaped; /* its glyphs, instead of gid */
	bool joined;                    /* no line ends behind it */
	bool between;     /* words from right to left: read in their order */
	nb_len width;     /* of its cell */
	nb_len dx;        /* of the glyph in the cell */
	nb_len end_blank; /* may hang over the line's end (GB/T 15834 5.1.10) */
	/* The glue behind it, if the line goes on: */
	nb_len gap;                 /* natural, may be negative */
	nb_len shrink, shrink_stop; /* by how much it may shrink, in order */
	int32_t cost;               /* of a line break behind it */
};

struct nb_atoms {
	const struct nb_piece *piece;
	struct nb_atom *atom;
	uint32_t n;
	nb_len em;
	nb_len stroke; /* of the line that makes a piece bold */
};

/* Of a style; of the text's face where there is none of that name. */
struct nb_hand nb_hand_of(const struct nb_template *t, enum nb_script script,
    const struct nb_text_style *style);

/* What atoms are made with; const during one layout. */
struct nb_shaper {
	const struct nb_template *t;
	struct nb_fonts *fonts;
	const uint8_t *class;             /* of each BMP character: atom.c */
	const struct nb_revised *revised; /* of a 花脸稿, or NULL */
};

struct nb_shaper nb_shaper_new(
    struct nb_arena *a, const struct nb_template *t, struct nb_fonts *fonts);

/*
 * Pieces at one size [nb_len] become atoms; control and format characters and
 * variation selectors are left out.
 */
struct nb_atoms
nb_atoms_new(const struct nb_shaper *s, struct nb_arena *scratch,
    const struct nb_piece *piece, uint32_t n_pieces, nb_len size);

/*
 * Set width of atoms [begin, end) with natural glue.  What is wider than any
 * paper may come out narrower than it is, but is still wider than any paper.
 */
nb_len
nb_atoms_width(const struct nb_atoms *atoms, uint32_t begin, uint32_t end);

/* A mark of any class that is set in a full cell or hangs on one. */
bool nb_atom_is_mark(const struct nb_atom *a);

/* A blank that no line ends at. */
bool nb_is_no_break_space(uint32_t c);

/* Part of a word or a number. */
bool nb_atom_is_word(const struct nb_atom *a);
