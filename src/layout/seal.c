#include "layout/seal.h"

#include <glib.h>

/* The columns, from the one over the date to the left. */
struct columns {
	nb_len centre; /* of the last */
	nb_len apart;
	uint32_t n;
};

static struct columns
find_columns(const struct nb_template *t, nb_len widest, nb_len date)
{
	const struct nb_seal_style *seal = &t->seal;
	const nb_len half = (MAX(widest, seal->size) + 1) / 2;
	struct columns c = {
		.centre = t->body_w - seal->right - date / 2,
		.apart = MAX(widest + t->cell, seal->size + seal->gap),
		.n = 1,
	};

	c.centre = MAX(MIN(c.centre, t->body_w - half), half);
	c.n += (uint32_t)((c.centre - half) / c.apart);
	return c;
}

uint32_t
nb_seal_places(const struct nb_template *t, const nb_len *width, uint32_t n,
    nb_len date, struct nb_seal_place *ret)
{
	nb_len widest = 0;
	struct columns c;
	uint32_t rows, row_n;

	for (uint32_t i = 0; i < n; i++)
		widest = MAX(widest, width[i]);
	c = find_columns(t, widest, date);
	rows = (n + c.n - 1) / c.n;
	row_n = (n + rows - 1) / rows;
	for (uint32_t i = 0; i < n; i++) {
		const uint32_t row = i / row_n;
		const uint32_t in_row = MIN(row_n, n - row * row_n);
		const uint32_t from_last = in_row - 1 - i % row_n;

		ret[i].row = row;
		ret[i].column = row_n - 1 - from_last;
		ret[i].x =
		    c.centre - (nb_len)from_last * c.apart - width[i] / 2;
	}
	return rows;
}
