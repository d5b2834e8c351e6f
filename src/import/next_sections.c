/*
 * import/next_sections.c - chapters: their headings stay and their words go;
 * of a table stays what every year has.
 */
#include "import/next_parts.h"

#include "model/keys.h"

#include <glib.h>

/* The text of a cell, or NULL. */
static const struct nb_node *
text_of(const struct nb_node *cell)
{
	const struct nb_pair *text =
	    nb_carry_pair(cell, &nb_object_cell, "文字");

	if (cell->kind == NB_NODE_MAP)
		cell = text == NULL ? NULL : text->value;
	return cell != NULL && cell->kind == NB_NODE_SCALAR ? cell : NULL;
}

/* {名称} goes on to say what the figure is. */
static void
blank_cell(struct nb_carry *c, const struct nb_node *cell)
{
	const struct nb_node *text = text_of(cell);

	if (text != NULL && !nb_carry_is_empty(text) &&
	    !nb_str_has(text->scalar.value, NB_S("{")))
		nb_carry_put(
		    c, text->span.begin, nb_carry_end(c, text), NB_S("''"));
}

/* How many rows the cells of the row reach down. */
static unsigned
depth_of(const struct nb_node *row)
{
	unsigned depth = 1;

	for (uint32_t i = 0; i < row->list.n; i++) {
		const struct nb_pair *rows =
		    nb_carry_pair(row->list.item[i], &nb_object_cell, "跨行");
		const struct nb_str s =
		    rows == NULL || rows->value->kind != NB_NODE_SCALAR
		    ? NB_S("")
		    : nb_str_trim(rows->value->scalar.value);

		if (s.n == 1 && nb_is_digit((unsigned char)s.p[0]))
			depth = MAX(depth, (unsigned)(s.p[0] - '0'));
	}
	return depth;
}

/* The names of columns, of this year and the one before. */
static void
move_row(struct nb_carry *c, const struct nb_node *row)
{
	for (uint32_t i = 0; i < row->list.n; i++) {
		const struct nb_node *text = text_of(row->list.item[i]);
		const struct nb_pair pair = { .value = text };

		if (text != NULL)
			nb_carry_years(c, &pair, NB_YEARS_OF_TABLE);
	}
}

/* Rows in brackets, none of which reaches down into another. */
static bool
are_plain(const struct nb_carry *c, const struct nb_node *rows, uint32_t head)
{
	for (uint32_t i = 0; i < rows->list.n; i++) {
		const struct nb_node *row = rows->list.item[i];

		if (row->kind != NB_NODE_LIST || !nb_carry_is_flow(c, row) ||
		    (i >= head && depth_of(row) > 1))
			return false;
	}
	return true;
}

/*
 * The head, and the first cell of each row: 行政处罚, 行政检查.  Rows that are
 * merged have no such order, and go.
 */
static void
carry_rows(struct nb_carry *c, const struct nb_pair *rows, bool has_columns)
{
	const struct nb_node *list = rows->value;
	uint32_t head = 0;

	if (list->kind == NB_NODE_LIST && list->list.n > 0 && !has_columns &&
	    list->list.item[0]->kind == NB_NODE_LIST)
		head = depth_of(list->list.item[0]);
	if (list->kind != NB_NODE_LIST || !are_plain(c, list, head)) {
		nb_carry_blank(c, rows);
		return;
	}
	for (uint32_t i = 0; i < list->list.n; i++) {
		const struct nb_node *row = list->list.item[i];

		if (i < head)
			move_row(c, row);
		for (uint32_t k = 1; i >= head && k < row->list.n; k++)
			blank_cell(c, row->list.item[k]);
	}
}

static void
carry_table(struct nb_carry *c, const struct nb_node *table)
{
	const struct nb_object *object = &nb_object_table;
	const struct nb_pair *columns = nb_carry_pair(table, object, "列");
	const struct nb_pair *rows = nb_carry_pair(table, object, "行");

	nb_carry_years(
	    c, nb_carry_pair(table, object, "标题"), NB_YEARS_OF_TITLE);
	nb_carry_years(c, columns, NB_YEARS_OF_TABLE);
	if (rows != NULL && !nb_carry_is_empty(rows->value))
		carry_rows(c, rows, columns != NULL);
}

void
nb_next_sections(struct nb_carry *c, const struct nb_pair *sections)
{
	const struct nb_object *object = &nb_object_section;

	if (sections == NULL || sections->value->kind != NB_NODE_LIST)
		return;
	for (uint32_t i = 0; i < sections->value->list.n; i++) {
		const struct nb_node *s = sections->value->list.item[i];
		const struct nb_pair *table = nb_carry_pair(s, object, "表");
		const struct nb_pair *chart = nb_carry_pair(s, object, "图");

		nb_carry_years(
		    c, nb_carry_pair(s, object, "标题"), NB_YEARS_OF_TITLE);
		nb_carry_blank(c, nb_carry_pair(s, object, "正文"));
		nb_next_sections(c, nb_carry_pair(s, object, "条目"));
		if (table != NULL)
			carry_table(c, table->value);
		if (chart != NULL)
			nb_carry_years(c,
			    nb_carry_pair(
				chart->value, &nb_object_chart, "标题"),
			    NB_YEARS_OF_TABLE);
	}
}
