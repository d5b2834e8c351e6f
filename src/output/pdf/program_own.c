#include "output/pdf/program_own.h"

enum nb_program_try
nb_program_end(GByteArray *out, bool good, enum nb_program_form form,
    uint32_t n, struct nb_program *ret)
{
	*ret = (struct nb_program){ .form = form };
	if (!good) {
		g_byte_array_unref(out);
		return NB_PROGRAM_NOT_MINE;
	}
	ret->n = out->len;
	ret->bytes = g_byte_array_free(out, FALSE);
	ret->code = g_new(uint16_t, n);
	for (uint32_t i = 0; i < n; i++)
		ret->code[i] = (uint16_t)i;
	return NB_PROGRAM_MADE;
}
