/*
 * Charts of a 花脸稿: drawn as they are now; what was is in the list.
 */
#include "base/arena.h"
#include "cli/diff_pages.h"

/* Whether one of the figures that it shows has changed. */
static bool
shows_change(const struct nb_diff *d, const struct nb_chart *chart)
{
	for (uint32_t i = 0; i < d->n; i++) {
		const struct nb_diff_row *row = d->change[i].now == NB_DIFF_NONE
		    ? NULL
		    : &d->now.row[d->change[i].now];

		if (row == NULL || row->kind != NB_DIFF_INDICATOR)
			continue;
		for (uint32_t k = 0; k < chart->indicator.n; k++)
			if (nb_str_eq(chart->indicator.name[k].text,
				nb_diff_main(row)))
				return true;
	}
	return false;
}

/* Its caption in the words of both drafts; else a bar beside it. */
static struct nb_prose
chart_caption(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	const struct nb_chart *chart = w->d->now.row[e->now].chart;
	const bool same = e->old != NB_DIFF_NONE &&
	    (e->change == NULL ||
		nb_diff_text_of(e->change, NB_S("标题")) == NULL);

	if (same && (e->change != NULL || shows_change(w->d, chart)))
		nb_diff_pages_words(w, chart->title.text, NB_REVISION_BESIDE);
	else
		nb_diff_pages_field(w, e, NB_S("标题"));
	return nb_diff_pages_prose(w);
}

void
nb_diff_pages_chart(struct nb_diff_pages *w, const struct nb_diff_entry *e)
{
	struct nb_chart *chart = nb_new(w->arena, struct nb_chart);
	const struct nb_redline_leaf leaf = { .kind = NB_REDLINE_CHART,
		.chart = chart };

	if (e->now == NB_DIFF_NONE)
		return;
	*chart = *w->d->now.row[e->now].chart;
	chart->title = chart_caption(w, e);
	g_array_append_val(w->leaf, leaf);
}
