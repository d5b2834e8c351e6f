/*
 * pages -> what a reader reads: a line for each paragraph, however it was
 * broken over lines and pages; no page numbers.
 */
#include "output/outputs.h"

enum nb_status
nb_output_txt(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	uint32_t paragraph = 0; /* of the line being written */

	(void)page;
	(void)d;
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *p = &pages->page[i];

		for (uint32_t k = 0; k < p->n_items; k++) {
			const struct nb_item *it = &p->item[k];

			if (it->kind != NB_ITEM_RUN ||
			    it->role == NB_ROLE_FOLIO)
				continue;
			if (out->len != 0 && it->paragraph != paragraph)
				g_string_append_c(out, '\n');
			paragraph = it->paragraph;
			g_string_append_len(
			    out, it->run.text.p, (gssize)it->run.text.n);
		}
	}
	if (out->len != 0)
		g_string_append_c(out, '\n');
	return NB_OK;
}
