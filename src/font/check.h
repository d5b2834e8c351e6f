/*
 * font/check.h - which characters of a report have no glyph.
 */
#pragma once

struct nb_diags;
struct nb_fonts;
struct nb_report;
struct nb_template;

/*
 * G05 for every character of the report that no face of its role has: once a
 * character, where it first stands, with the number of places.  The template
 * says which role a kind of text is set in; blanks and characters of no width
 * need no glyph.  A40 when something is missing since the system's faces
 * cannot be asked for.
 */
void nb_fonts_check(struct nb_fonts *f, const struct nb_template *t,
    const struct nb_report *r, struct nb_diags *d);
