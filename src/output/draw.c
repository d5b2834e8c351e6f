/*
 * The outputs that cairo makes, and fonts for which libraries are needed, as a
 * part of their own.
 */
#include "output/draw.h"

NB_PART_ENTRY const struct nb_draw_part nb_draw_part = {
	.part = { NB_VERSION },
	.program = nb_draw_program,
	.pdf = nb_draw_pdf,
	.picture = nb_draw_picture,
	.png = nb_draw_png,
	.svg = nb_draw_svg,
};
