#include "output/web/parts.h"

/* A cell with no more is on one line, in the middle. [char] */
enum { SHORT = 6 };

static void
add_span(GString *to, const char *name, uint32_t n)
{
	if (n > 1)
		g_string_append_printf(to, " %s=\"%u\"", name, n);
}

static size_t
count_chars(const struct nb_ms_cell *c)
{
	size_t n = 0;

	for (uint32_t i = 0; i < c->n; i++)
		n += nb_str_chars(c->piece[i].text);
	return n;
}

/* Columns in which no cell has more than a few words. */
static bool *
find_short(const struct nb_ms_table *t)
{
	bool *is_short = g_new(bool, t->cols);

	for (uint32_t k = 0; k < t->cols; k++)
		is_short[k] = true;
	for (uint32_t i = 0; i < t->n; i++)
		if (t->cell[i].cols == 1 && count_chars(&t->cell[i]) > SHORT)
			is_short[t->cell[i].col] = false;
	return is_short;
}

/* A head without words heads nothing. */
static const char *
scope_of(const struct nb_ms_cell *c)
{
	if (c->n == 0)
		return NULL;
	switch (c->head) {
	case NB_CELL_DATA:
		return NULL;
	case NB_CELL_COLUMN:
		return "col";
	case NB_CELL_ROW:
		return "row";
	}
	NB_UNREACHABLE();
}

static void
add_cell(GString *to, const struct nb_ms_cell *c, const bool *is_short)
{
	const char *scope = scope_of(c);

	if (scope != NULL)
		g_string_append_printf(to, "<th scope=\"%s\"", scope);
	else
		g_string_append(to, "<td");
	add_span(to, "rowspan", c->rows);
	add_span(to, "colspan", c->cols);
	if (c->cols == 1 && is_short[c->col])
		g_string_append(to, " class=\"short\"");
	g_string_append_c(to, '>');
	for (uint32_t i = 0; i < c->n; i++)
		nb_web_prose(to, c->piece[i].text);
	g_string_append(to, scope != NULL ? "</th>" : "</td>");
}

/* Rows [row, end) with the cells from *at on. */
static void
add_rows(GString *to, const struct nb_ms_table *t, uint32_t row, uint32_t end,
    uint32_t *at)
{
	g_autofree bool *is_short = find_short(t);

	for (; row < end; row++) {
		g_string_append(to, "<tr>");
		for (; *at < t->n && t->cell[*at].row == row; ++*at)
			add_cell(to, &t->cell[*at], is_short);
		g_string_append(to, "</tr>\n");
	}
}

void
nb_web_table(GString *to, const struct nb_ms_table *table, struct nb_str label)
{
	const bool named = table->caption.n > 0;
	uint32_t at = 0;

	g_string_append(to,
	    "<div class=\"scroll\" role=\"group\" tabindex=\"0\" "
	    "aria-label=\"");
	nb_web_text(to, named ? table->caption : label);
	g_string_append_printf(
	    to, "\">\n<table style=\"--cols:%u\">\n", table->cols);
	if (named) {
		g_string_append(to, "<caption>");
		nb_web_prose(to, table->caption);
		g_string_append(to, "</caption>\n");
	}
	if (table->n_head > 0) {
		g_string_append(to, "<thead>\n");
		add_rows(to, table, 0, table->n_head, &at);
		g_string_append(to, "</thead>\n");
	}
	if (table->rows > table->n_head) {
		g_string_append(to, "<tbody>\n");
		add_rows(to, table, table->n_head, table->rows, &at);
		g_string_append(to, "</tbody>\n");
	}
	g_string_append(to, "</table>\n</div>\n");
}
