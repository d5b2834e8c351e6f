#include "layout/sheet.h"

#include "layout/flow.h"
#include "layout/table.h"
#include "layout/title.h"

/* The folio is the last a page gets. */
void
nb_sheet_drop_folios(struct nb_pages *pages)
{
	struct nb_page *page = (struct nb_page *)pages->page;

	for (uint32_t i = 0; i < pages->n_pages; i++)
		while (page[i].n_items > 0 &&
		    page[i].item[page[i].n_items - 1].role == NB_ROLE_FOLIO)
			page[i].n_items--;
}

struct nb_pages *
nb_layout_sheet(struct nb_arena *a, enum nb_script script,
    const struct nb_prose *title, const struct nb_table *table,
    const struct nb_template *t, struct nb_fonts *fonts, struct nb_diags *d)
{
	struct nb_reading reading = nb_reading_new();
	struct nb_galley g =
	    nb_galley_new(a, t, fonts, script, &t->table, &reading);
	struct nb_pages *pages;

	nb_title_set(&g, title, NB_S(""), 0);
	nb_table_set(&g, table, d);
	pages = nb_flow(&g, 1);
	nb_reading_finish(&reading, a, pages);
	nb_galley_release(&g);
	nb_sheet_drop_folios(pages);
	return pages;
}
