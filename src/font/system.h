/*
 * font/system.h - text in faces that are looked for: Pango and fontconfig.
 * Only for this folder.
 *
 * Nothing of it is started before the first text that no role can set.
 */
#pragma once

#include "font/font.h"

struct nb_arena;
struct nb_system;

/*
 * The system's faces; with dir, which ends with NULL, those of folders only.
 * NULL when Pango is not installed.
 */
struct nb_system *nb_system_new(char **dir);
void nb_system_free(struct nb_system *s);

/*
 * See nb_fonts_shape.  Faces that are found get ids from first_id on, and
 * stand `shift` em above the line.
 */
uint32_t nb_system_shape(struct nb_system *s, unsigned first_id, double shift,
    struct nb_arena *a, struct nb_str text, struct nb_shaped **ret);
