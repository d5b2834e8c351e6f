/*
 * Fonts as they usually are we take apart ourselves; bold, rare and damaged
 * ones are for the libraries of the part.
 */
#include "output/pdf/program.h"

#include "font/font.h"
#include "output/draw.h"
#include "output/pdf/program_own.h"

#include <glib.h>

/* Bold is not ours either. */
static bool
try_own(const struct nb_face *face, int line, const uint32_t *gid, uint32_t n,
    struct nb_program *ret)
{
	hb_face_t *hb = nb_face_hb(face);

	return line == 0 &&
	    (nb_program_cff(hb, gid, n, ret) == NB_PROGRAM_MADE ||
		nb_program_glyf(hb, gid, n, ret) == NB_PROGRAM_MADE);
}

enum nb_status
nb_program_make(const struct nb_face *face, int line, const uint32_t *gid,
    uint32_t n, struct nb_diags *d, struct nb_program *ret)
{
	const struct nb_draw_part *part;

	*ret = (struct nb_program){ 0 };
	if (try_own(face, line, gid, n, ret))
		return NB_OK;
	part = nb_draw_load(d);
	return part != NULL ? part->program(face, line, gid, n, d, ret)
			    : NB_FAILED;
}

void
nb_program_clear(struct nb_program *program)
{
	g_free(program->bytes);
	g_free(program->packed);
	g_free(program->code);
	*program = (struct nb_program){ 0 };
}
