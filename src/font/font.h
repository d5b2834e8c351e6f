/*
 * font/font.h - roles, faces and what they cover.
 *
 * A role (小标宋 仿宋 黑体 楷体 宋体) is a list of faces; for a character the
 * first face that has it, and may be trusted with it, is used: some faces draw
 * hanzi outside GB 2312 as other hanzi.  Faces are opened by path from
 * fonts/roles.yaml and mapped into memory.  They are looked for on the system
 * only when the table says so (系统字体), for what no role can set.
 * nb_fonts owns all of it and outlives the pages.  nb_fonts_char remembers
 * what it has answered, so a nb_fonts belongs to one thread at a time; a
 * nb_face is const.
 */
#pragma once

#include "base/len.h"
#include "base/text.h"
#include "model/report.h"

#include <hb.h>

struct nb_arena;
struct nb_diags;

enum nb_font_role {
	NB_FONT_TITLE, /* 小标宋 */
	NB_FONT_BODY,  /* 仿宋 */
	NB_FONT_HEI,   /* 黑体 */
	NB_FONT_KAI,   /* 楷体 */
	NB_FONT_SONG,  /* 宋体 */
	NB_FONT_ROLES,
};

/* Each role has a stack of faces for either script. */
enum { NB_FONT_STACKS = 2 * NB_FONT_ROLES };

struct nb_face;
struct nb_fonts;

/* A character in a face. */
struct nb_char_glyph {
	const struct nb_face *face; /* NULL: no face of the role has it */
	uint32_t gid;
	int32_t advance; /* [1/1000 em], after the face's scale */
};

/*
 * Reads dir/roles.yaml and finds every face file under dir/files or as an
 * absolute path.  NB_FAILED with findings (which file, how to get it) when
 * the first face of a role is missing; a missing fallback is only noted.
 */
NB_MUST_USE enum nb_status
nb_fonts_load(const char *dir, struct nb_diags *d, struct nb_fonts **ret);
void nb_fonts_free(struct nb_fonts *f);

/* Chinese name of a role, and the role of a name (NB_FONT_ROLES: none). */
struct nb_str nb_font_role_name(enum nb_font_role role);
enum nb_font_role nb_font_role_find(struct nb_str name);

/*
 * The stack of a role in a script, itself good wherever a role is asked for.
 * Traditional characters have faces of their own (fonts/roles.yaml, 繁体).
 */
enum nb_font_role
nb_font_role_in(enum nb_font_role role, enum nb_script script);

struct nb_char_glyph
nb_fonts_char(struct nb_fonts *f, enum nb_font_role role, uint32_t c);

/*
 * The one glyph that text becomes in face with OpenType "fwid"; false when it
 * becomes none or several.  “——” is a glyph of its own in some faces.
 */
bool nb_face_shape_fwid(
    const struct nb_face *face, struct nb_str text, struct nb_char_glyph *ret);

/* Where the ink of a glyph is, in [1/1000 em], after the face's scale. */
struct nb_ink {
	int32_t left, right; /* from where the glyph stands */
	int32_t height;
};

/* All 0 where the glyph has none. */
struct nb_ink nb_face_ink(const struct nb_face *face, uint32_t gid);

/* A glyph of a shaped text, in [1/1000 em]; x from its left, y up. */
struct nb_shaped_glyph {
	uint32_t gid;
	uint32_t text_n; /* bytes it stands for; 0: those of another glyph */
	int32_t x, y;
};

/* A part of a text in one face and direction, that no line end divides. */
struct nb_shaped {
	const struct nb_face *face;          /* NULL: no face has all of it */
	uint32_t at, text_n;                 /* [byte] */
	const struct nb_shaped_glyph *glyph; /* from left to right */
	uint32_t n;
	int32_t advance; /* [1/1000 em] */
	bool backward;   /* right to left: the last glyph stands first */
	bool may_break;  /* a line may end behind it */
};

/* Whether faces may be looked for on the system. */
bool nb_fonts_use_system(const struct nb_fonts *f);

/*
 * Text that the role cannot set, in faces of the system: in order the parts
 * that it is made of, at least one.  Only with nb_fonts_use_system, and with
 * text that is not empty.
 */
uint32_t nb_fonts_shape(struct nb_fonts *f, enum nb_font_role role,
    struct nb_arena *a, struct nb_str text, struct nb_shaped **ret);

/* Constants of a face. */
struct nb_str nb_face_name(const struct nb_face *face);
struct nb_str nb_face_file(const struct nb_face *face); /* path */
struct nb_str nb_face_licence(const struct nb_face *face);
double nb_face_scale(const struct nb_face *face);
double nb_face_shift(const struct nb_face *face);  /* [em], up is > 0 */
unsigned nb_face_id(const struct nb_face *face);   /* 0 .. n_faces - 1 */
hb_face_t *nb_face_hb(const struct nb_face *face); /* NULL: not usable */

/* Whether the full-width form of c is used; nb_fonts_char gives that form. */
bool nb_face_fwid(const struct nb_face *face, uint32_t c);

/* The faces of a role in order; NULL behind the last. */
const struct nb_face *
nb_fonts_role_face(struct nb_fonts *f, enum nb_font_role role, unsigned index);

/*
 * Whether c comes from face only because the first choice of every role, in
 * the script, lacks it.  A face for hanzi only is no choice for a mark.
 */
bool nb_fonts_is_fallback(const struct nb_fonts *f, enum nb_script script,
    const struct nb_face *face, uint32_t c);

/*
 * The face of a finished PDF by its name there: one of the table's, or a
 * stranger of which the table (字体名) knows the role, or nothing.
 */
const struct nb_face *nb_fonts_named(struct nb_fonts *f, struct nb_str name);

/* Whether text in a face is in a role: strangers may be anything. */
enum nb_fit { NB_FIT_GOOD, NB_FIT_BAD, NB_FIT_UNKNOWN };
enum nb_fit nb_fonts_fit(struct nb_fonts *f, enum nb_font_role role,
    const struct nb_face *face, struct nb_str text);

/* Was looked for and stands in no role; its file could be opened. */
bool nb_face_is_system(const struct nb_face *face);
bool nb_face_usable(const struct nb_face *face);
