/*
 * Layout asks for the glyph of every character of a document, so each role
 * keeps what it has answered, in blocks of neighbouring characters.
 */
#include "font/font.h"

#include "base/arena.h"
#include "font/face.h"
#include "font/roles.h"

enum { BLOCK = 128, BLOCKS = 0x110000 / BLOCK };

struct answer {
	struct nb_char_glyph glyph;
	bool known;
};

struct nb_fonts {
	struct nb_arena *arena;
	struct nb_roles roles;
	struct answer *block[NB_FONT_STACKS][BLOCKS];
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
