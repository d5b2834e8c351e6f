/*
 * font/roles.h - fonts/roles.yaml as data.  Only for this folder.
 */
#pragma once

#include "font/font.h"

struct nb_face;

struct nb_role_faces {
	struct nb_face **face; /* in order of preference */
	unsigned n;
};

/* 字体名: what the names of a role's faces begin with in other PDFs. */
struct nb_known_name {
	struct nb_str begin;
	enum nb_font_role role; /* NB_FONT_ROLES: 其他 */
};

struct nb_roles {
	struct nb_role_faces role[NB_FONT_STACKS];
	struct nb_face **face; /* each face once, at its id */
	unsigned n_faces;
	const struct nb_known_name *name;
	unsigned n_names;
	bool system;   /* 系统字体 */
	char **folder; /* 系统字体 is these; NULL: the system's own */
};

/*
 * Reads the table of dir and opens its faces; all of it lives in a, but each
 * face is to be closed.  NB_FAILED with findings when the table is wrong or
 * the first face of a role cannot be used; ret is then good for closing.
 */
NB_MUST_USE enum nb_status nb_roles_read(struct nb_arena *a, const char *dir,
    struct nb_diags *d, struct nb_roles *ret);
