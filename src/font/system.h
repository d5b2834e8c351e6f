/*
 * font/system.h - text in faces that are looked for: Pango and fontconfig,
 * in a part of their own.  Only for this folder.
 *
 * Nothing of it is loaded before the first text that no role can set.
 */
#pragma once

#include "font/font.h"
#include "part/part.h"

struct nb_arena;
struct nb_system;

struct nb_system_part {
	struct nb_part part;

	/*
	 * The system's faces; with dir, which ends with NULL, those of folders
	 * only.
	 */
	struct nb_system *(*open)(char **dir);
	void (*close)(struct nb_system *s);

	/*
	 * See nb_fonts_shape.  Faces that are found get ids from first_id on,
	 * and stand `shift` em above the line.
	 */
	uint32_t (*shape)(struct nb_system *s, unsigned first_id, double shift,
	    struct nb_arena *a, struct nb_str text, struct nb_shaped **ret);
};

extern NB_PART_ENTRY const struct nb_system_part nb_system_part;

/*
 * Makes the part ready; nb_fonts_shape does so when it needs it, and without
 * it leaves the text without a face.  False when it cannot be loaded, with a
 * finding (A40) if d is not NULL.
 */
bool nb_fonts_open_system(struct nb_fonts *f, struct nb_diags *d);
