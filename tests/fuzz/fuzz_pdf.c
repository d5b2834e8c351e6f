/*
 * fuzz_pdf.c - any bytes as a finished PDF: refused with a finding, or measured
 * to the last row.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "cli/data.h"
#include "conform/conform.h"
#include "conform/recognise.h"

#include <glib.h>

static void
judge(const struct nb_conform *sheet)
{
	nb_assert(sheet->n > 0);
	for (uint32_t i = 0; i < sheet->n; i++) {
		const struct nb_str s = sheet->row[i].measured;

		nb_assert(g_utf8_validate(s.p, (gssize)s.n, NULL));
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct nb_data *data = fuzz_data();
	const struct nb_str s = { size > 0 ? (const char *)bytes : "", size };
	struct nb_arena *a = nb_arena_new();
	const struct nb_pages *pages = NULL;
	struct nb_diags d;

	nb_diags_init(&d, a);
	if (data->fonts != NULL)
		pages = nb_recognise_pdf(
		    a, "fuzz", s, data->template, data->fonts, &d);
	if (pages != NULL) {
		const struct nb_conform sheet =
		    nb_conform_measure(a, pages, data->template, data->fonts);

		judge(&sheet);
	}
	nb_assert(data->fonts == NULL || pages != NULL || d.n[NB_ERROR] > 0);
	nb_arena_free(a);
	return 0;
}
