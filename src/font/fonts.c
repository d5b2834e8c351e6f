/*
 * Layout asks for the glyph of every character of a document, so each role
 * keeps what it has answered, in blocks of neighbouring characters.
 */
#include "font/font.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "font/codes.h"
#include "font/face.h"
#include "font/roles.h"
#include "font/system.h"

#include <glib.h>

enum { BLOCK = 128, BLOCKS = 0x110000 / BLOCK };

struct answer {
	struct nb_char_glyph glyph;
	bool known;
};

struct nb_fonts {
	struct nb_arena *arena;
	struct nb_roles roles;
	const struct nb_system_part *part; /* NULL: not asked for yet */
	struct nb_system *system;
	bool is_partless; /* the part cannot be loaded */
	struct answer *block[NB_FONT_STACKS][BLOCKS];
	GPtrArray *stranger; /* struct nb_face * */
};

static const char *const role_name[NB_FONT_ROLES] = {
	[NB_FONT_TITLE] = "小标宋",
	[NB_FONT_BODY] = "仿宋",
	[NB_FONT_HEI] = "黑体",
	[NB_FONT_KAI] = "楷体",
	[NB_FONT_SONG] = "宋体",
};

enum nb_status
nb_fonts_load(const char *dir, struct nb_diags *d, struct nb_fonts **ret)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_fonts *f = nb_new(a, struct nb_fonts);
	enum nb_status status;

	f->arena = a;
	f->stranger = g_ptr_array_new();
	status = nb_roles_read(a, dir, d, &f->roles);
	*ret = f;
	if (status != NB_OK) {
		nb_fonts_free(f);
		*ret = NULL;
	}
	return status;
}

void
nb_fonts_free(struct nb_fonts *f)
{
	if (f == NULL)
		return;
	for (unsigned i = 0; i < f->roles.n_faces; i++)
		nb_face_close(f->roles.face[i]);
	if (f->system != NULL)
		f->part->close(f->system);
	g_ptr_array_unref(f->stranger);
	nb_arena_free(f->arena);
}

struct nb_str
nb_font_role_name(enum nb_font_role role)
{
	nb_assert((unsigned)role < NB_FONT_STACKS);
	return nb_str_z(role_name[role % NB_FONT_ROLES]);
}

enum nb_font_role
nb_font_role_find(struct nb_str name)
{
	unsigned i = 0;

	while (i < NB_FONT_ROLES && !nb_str_eq(name, nb_str_z(role_name[i])))
		i++;
	return (enum nb_font_role)i;
}

enum nb_font_role
nb_font_role_in(enum nb_font_role role, enum nb_script script)
{
	if (script == NB_SCRIPT_SIMPLIFIED || role >= NB_FONT_ROLES)
		return role;
	return (enum nb_font_role)(role + NB_FONT_ROLES);
}

static struct nb_char_glyph
look_up(const struct nb_role_faces *role, uint32_t c)
{
	struct nb_char_glyph g = { 0 };

	for (unsigned i = 0; i < role->n && g.face == NULL; i++)
		g = nb_face_char(role->face[i], c);
	return g;
}

struct nb_char_glyph
nb_fonts_char(struct nb_fonts *f, enum nb_font_role role, uint32_t c)
{
	struct answer **block, *answer;

	nb_assert((unsigned)role < NB_FONT_STACKS && c < BLOCK * BLOCKS);
	block = &f->block[role][c / BLOCK];
	if (*block == NULL)
		*block = nb_new_n(f->arena, struct answer, BLOCK);
	answer = &(*block)[c % BLOCK];
	if (!answer->known) {
		answer->glyph = look_up(&f->roles.role[role], c);
		answer->known = true;
	}
	return answer->glyph;
}

const struct nb_face *
nb_fonts_role_face(struct nb_fonts *f, enum nb_font_role role, unsigned index)
{
	const struct nb_role_faces *r = &f->roles.role[role];

	return index < r->n ? r->face[index] : NULL;
}

bool
nb_fonts_use_system(const struct nb_fonts *f)
{
	return f->roles.system;
}

bool
nb_fonts_open_system(struct nb_fonts *f, struct nb_diags *d)
{
	if (f->system != NULL)
		return true;
	f->part = &nb_system_part;
	if (f->part == NULL)
		f->part = nb_part_load(
		    "nianbao-system-fonts.so", "nb_system_part", d);
	f->is_partless = f->part == NULL;
	if (!f->is_partless)
		f->system = f->part->open(f->roles.folder);
	return !f->is_partless;
}

/* All of the text as what no face has. */
static uint32_t
leave(struct nb_arena *a, struct nb_str text, struct nb_shaped **ret)
{
	*ret = nb_new(a, struct nb_shaped);
	(*ret)->text_n = (uint32_t)text.n;
	return 1;
}

/* Other scripts stand on the line that the role's digits stand on. */
uint32_t
nb_fonts_shape(struct nb_fonts *f, enum nb_font_role role, struct nb_arena *a,
    struct nb_str text, struct nb_shaped **ret)
{
	const struct nb_char_glyph digit = nb_fonts_char(f, role, '0');
	const double shift = digit.face != NULL ? digit.face->shift : 0;

	if (f->is_partless || !nb_fonts_open_system(f, NULL))
		return leave(a, text, ret);
	return f->part->shape(f->system, f->roles.n_faces, shift, a, text, ret);
}

/* Whether c would be looked for in face first. */
static bool
is_first_for(
    const struct nb_role_faces *role, const struct nb_face *face, uint32_t c)
{
	unsigned i = 0;

	while (i < role->n && role->face[i]->only_han && !nb_face_is_han(c))
		i++;
	return i < role->n && role->face[i] == face;
}

bool
nb_fonts_is_fallback(const struct nb_fonts *f, enum nb_script script,
    const struct nb_face *face, uint32_t c)
{
	for (unsigned i = 0; i < NB_FONT_ROLES; i++)
		if (is_first_for(&f->roles.role[nb_font_role_in(
				     (enum nb_font_role)i, script)],
			face, c))
			return false;
	return true;
}

/* The shortest name that may be one cut off: readers of PDF keep so much. */
enum { NAME_KEPT = 24 }; /* [byte] */

static bool
has_name(struct nb_fonts *f, const struct nb_face *face, struct nb_str name)
{
	const struct nb_str own = nb_face_postscript(f->arena, face);

	return nb_str_eq(own, name) ||
	    (name.n >= NAME_KEPT && nb_str_starts(own, name));
}

/* Several rows of the table may be one face: a role's first goes before. */
static const struct nb_face *
find_own(struct nb_fonts *f, struct nb_str name)
{
	for (unsigned i = 0; i < NB_FONT_STACKS; i++)
		if (has_name(f, f->roles.role[i].face[0], name))
			return f->roles.role[i].face[0];
	for (unsigned i = 0; i < f->roles.n_faces; i++)
		if (has_name(f, f->roles.face[i], name))
			return f->roles.face[i];
	return NULL;
}

/* The longest beginning that the table has decides. */
static const struct nb_known_name *
find_known(const struct nb_roles *roles, struct nb_str name)
{
	const struct nb_known_name *best = NULL;

	for (unsigned i = 0; i < roles->n_names; i++) {
		const struct nb_known_name *k = &roles->name[i];

		if (name.n >= k->begin.n &&
		    g_ascii_strncasecmp(name.p, k->begin.p, k->begin.n) == 0 &&
		    (best == NULL || k->begin.n > best->begin.n))
			best = k;
	}
	return best;
}

const struct nb_face *
nb_fonts_named(struct nb_fonts *f, struct nb_str name)
{
	const struct nb_face *own = find_own(f, name);
	const struct nb_known_name *known = find_known(&f->roles, name);
	struct nb_face *face;

	if (own != NULL)
		return own;
	for (guint i = 0; i < f->stranger->len; i++) {
		face = f->stranger->pdata[i];
		if (nb_str_eq(face->name, name))
			return face;
	}
	face = nb_new(f->arena, struct nb_face);
	*face = (struct nb_face){ .name = nb_arena_str(f->arena, name),
		.scale = 1,
		.state = NB_FACE_MISSING,
		.stranger = true,
		.known = known != NULL ? known->role : NB_FONT_ROLES,
		.is_known = known != NULL };
	g_ptr_array_add(f->stranger, face);
	return face;
}

static bool
is_same_font(const struct nb_face *a, const struct nb_face *b)
{
	return nb_str_eq(a->file, b->file) && a->index == b->index;
}

/* Whether face is the one that a stack has c from, or nothing has it. */
static bool
is_chosen(struct nb_fonts *f, enum nb_font_role stack,
    const struct nb_face *face, uint32_t c)
{
	const struct nb_face *chosen = nb_fonts_char(f, stack, c).face;

	return chosen == NULL || is_same_font(chosen, face);
}

/* Whether the face that a role has first lacks c: any may stand in for it. */
static bool
is_lacking(struct nb_fonts *f, enum nb_font_role role, uint32_t c)
{
	const struct nb_face *chosen = nb_fonts_char(f, role, c).face;

	return chosen == NULL || !is_first_for(&f->roles.role[role], chosen, c);
}

static bool
may_stand(struct nb_fonts *f, enum nb_font_role role,
    const struct nb_face *face, uint32_t c)
{
	if (nb_is_blank(c))
		return true;
	if (face->stranger)
		return is_lacking(f, role, c);
	return is_chosen(f, role, face, c) ||
	    is_chosen(f, nb_font_role_in(role, NB_SCRIPT_TRADITIONAL), face, c);
}

enum nb_fit
nb_fonts_fit(struct nb_fonts *f, enum nb_font_role role,
    const struct nb_face *face, struct nb_str text)
{
	if (face->system || (face->stranger && face->known == role))
		return NB_FIT_GOOD;
	for (size_t at = 0; at < text.n;)
		if (!may_stand(f, role, face, nb_utf8_next(text, &at)))
			return face->stranger && !face->is_known
			    ? NB_FIT_UNKNOWN
			    : NB_FIT_BAD;
	return NB_FIT_GOOD;
}
