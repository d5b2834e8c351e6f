/*
 * pages -> what a reader reads: a line for each paragraph, however it was
 * broken over lines and pages; no page numbers, nor a table's head again on its
 * next page.  What stands side by side in a chart, such as its table of values,
 * is one line with tabs.
 */
#include "output/outputs.h"

/* first is where the paragraph in front of it began, or NULL. */
static bool
is_beside(const struct nb_item *first, const struct nb_item *it)
{
	return first != NULL && first->role == NB_ROLE_FIGURE &&
	    it->role == NB_ROLE_FIGURE && !first->turned && !it->turned &&
	    first->y == it->y;
}

enum nb_status
nb_output_txt(const struct nb_pages *pages, uint32_t page, GString *out,
    struct nb_diags *d)
{
	const struct nb_item *first = NULL; /* of the paragraph under way */

	(void)page;
	(void)d;
	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *p = &pages->page[i];

		for (uint32_t k = 0; k < p->n_items; k++) {
			const struct nb_item *it = &p->item[k];

			if (it->kind != NB_ITEM_RUN ||
			    it->role == NB_ROLE_FOLIO || it->again)
				continue;
			if (first == NULL ||
			    it->paragraph != first->paragraph) {
				if (first != NULL)
					g_string_append_c(out,
					    is_beside(first, it) ? '\t' : '\n');
				first = it;
			}
			g_string_append_len(
			    out, it->run.text.p, (gssize)it->run.text.n);
		}
	}
	if (out->len != 0)
		g_string_append_c(out, '\n');
	return NB_OK;
}
