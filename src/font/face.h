/*
 * font/face.h - one face: a font file opened, and which of its characters
 * may be used.  Only for this folder; everybody else reads font.h.
 */
#pragma once

#include "font/font.h"

struct nb_arena;

enum nb_face_state { NB_FACE_GOOD, NB_FACE_MISSING, NB_FACE_DAMAGED };

struct nb_face {
	unsigned id;
	struct nb_str file; /* path, NUL-terminated */
	struct nb_str name, licence;
	unsigned index; /* in a collection */
	unsigned em;    /* [font unit] that its hanzi fill; 0: the font's own */
	double scale, shift;
	bool gb2312;   /* of the hanzi only those of GB 2312 are trusted */
	bool only_han; /* nothing but its hanzi is taken */
	struct nb_str except; /* hanzi not trusted though in GB 2312 */
	struct nb_str fwid;   /* characters to be set full-width */
	bool system;          /* found where the system has its fonts */
	bool stranger; /* of a finished PDF: nothing but its name is known */
	enum nb_font_role known; /* of a stranger; NB_FONT_ROLES: no role's */
	bool is_known;           /* the table has a stranger's name */
	enum nb_face_state state;
	hb_face_t *hb;   /* NULL unless it is good */
	hb_font_t *font; /* in font units */
};

/*
 * Maps the file of a face whose constants are filled in.  An em of its own is
 * for TrueType outlines only: others count as damaged.
 */
enum nb_face_state nb_face_open(struct nb_face *face);
void nb_face_close(struct nb_face *face);

/* What a PDF calls a face that is open. */
struct nb_str
nb_face_postscript(struct nb_arena *a, const struct nb_face *face);

/*
 * What counts as a hanzi in the table of faces.  〇 is a symbol: GB 2312 has
 * none, every face draws it right.
 */
bool nb_face_is_han(uint32_t c);

/* The glyph of c; its face is NULL if there is none that may be used. */
struct nb_char_glyph nb_face_char(const struct nb_face *face, uint32_t c);
