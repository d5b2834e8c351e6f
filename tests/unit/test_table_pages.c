/*
 * Tables on pages, made up at random: every cell's text is there, whole or
 * repeated whole; nothing leaves the 版心; no cell is torn below two lines.
 */
#include "pages.h"

#include <string.h>

enum { TABLES = 24, ROWS = 30, COLS = 5 };

/* Characters of a cell; one in so many is longer than a page. */
static int
text_length(GRand *rand)
{
	switch (g_rand_int_range(rand, 0, 40)) {
	case 0:
		return g_rand_int_range(rand, 400, 1500);
	case 1:
	case 2:
	case 3:
		return g_rand_int_range(rand, 40, 150);
	case 4:
		return 0;
	}
	return g_rand_int_range(rand, 1, 14);
}

/* A text that no other cell has: its number stands in front. */
static char *
make_text(GRand *rand, guint number)
{
	static const char *const word[] = { "执", "法", "监", "督", "，",
		"2024", "。", "“", "案", "”", "件", "、" };
	GString *s = g_string_new(NULL);

	g_string_append_printf(s, "第%u格", number);
	for (int n = text_length(rand); n > 0; n--)
		g_string_append(
		    s, word[g_rand_int_range(rand, 0, NB_COUNT(word))]);
	return g_string_free(s, FALSE);
}

/* A table with merged cells in its first column; texts get the cells'. */
static char *
make_yaml(GRand *rand, GPtrArray *texts)
{
	const int rows = g_rand_int_range(rand, 1, ROWS);
	const int cols = g_rand_int_range(rand, 2, COLS);
	const bool turned = g_rand_int_range(rand, 0, 4) == 0;
	GString *y =
	    g_string_new("年度: 2024\n机关: 柳溪街道办事处\n标题: 题\n"
			 "章节:\n- 标题: 总\n  正文: 甲乙丙。\n  表:\n");
	int merged = 0;

	g_string_append_printf(
	    y, "    横排: %s\n    列: [", turned ? "是" : "否");
	for (int k = 0; k < cols; k++)
		g_string_append_printf(
		    y, "栏%d%s", k, k + 1 < cols ? ", " : "");
	g_string_append(y, "]\n    行:\n");
	for (int r = 0; r < rows; r++) {
		g_string_append(y, "    - [");
		for (int k = merged > 0 ? 1 : 0; k < cols; k++) {
			char *text = make_text(rand, texts->len);

			g_ptr_array_add(texts, text);
			if (k == 0)
				merged = g_rand_int_range(
				    rand, 1, MIN(rows - r, 12) + 1);
			g_string_append_printf(y, "{文字: \"%s\", 跨行: %d}%s",
			    text, k == 0 ? merged : 1,
			    k + 1 < cols ? ", " : "");
		}
		g_string_append(y, "]\n");
		merged--;
	}
	return g_string_free(y, FALSE);
}

/* What is seen of one cell. */
struct cell {
	GString *text; /* on all pages */
	GArray *lines; /* of uint32_t: on each page it is on */
	GArray *bytes; /* of size_t: on each of these */
	uint32_t page; /* the last of them */
	nb_len at;     /* the last line there */
};

static struct cell *
find_cell(GPtrArray *cells, uint32_t paragraph)
{
	if (cells->len <= paragraph)
		g_ptr_array_set_size(cells, (int)paragraph + 1);
	if (cells->pdata[paragraph] == NULL) {
		struct cell *c = g_new0(struct cell, 1);

		c->text = g_string_new(NULL);
		c->lines = g_array_new(FALSE, TRUE, sizeof(uint32_t));
		c->bytes = g_array_new(FALSE, TRUE, sizeof(size_t));
		c->page = UINT32_MAX;
		cells->pdata[paragraph] = c;
	}
	return cells->pdata[paragraph];
}

static void
free_cell(gpointer data)
{
	struct cell *c = data;

	if (c == NULL)
		return;
	g_string_free(c->text, TRUE);
	g_array_unref(c->lines);
	g_array_unref(c->bytes);
	g_free(c);
}

static void
note_run(struct cell *c, uint32_t page, const struct nb_item *item)
{
	const nb_len at = item->turned ? item->x : item->y;

	if (c->page != page) {
		g_array_set_size(c->lines, c->lines->len + 1);
		g_array_set_size(c->bytes, c->bytes->len + 1);
		c->at = -1;
	}
	if (c->at != at)
		g_array_index(c->lines, uint32_t, c->lines->len - 1)++;
	g_array_index(c->bytes, size_t, c->bytes->len - 1) += item->run.text.n;
	g_string_append_len(
	    c->text, item->run.text.p, (gssize)item->run.text.n);
	c->page = page;
	c->at = at;
}

/* Corners of an item's place on the paper; a run has no height here. */
static void
check_inside(const struct nb_pages *p, const struct nb_item *item)
{
	const bool run = item->kind == NB_ITEM_RUN;
	const nb_len w = run ? item->run.width : item->rule.w;
	const nb_len h = run ? 0 : item->rule.h;
	const nb_len right = item->x + (item->turned ? h : w);
	const nb_len top = item->turned ? item->y - w : item->y;
	const nb_len end = item->turned ? item->y : item->y + h;
	const nb_len hang = run ? item->run.size / 2 + 8 : 8; /* of a mark */

	g_assert_cmpint(item->x, >=, p->body_x - 8);
	g_assert_cmpint(right, <=, p->body_x + p->body_w + hang);
	g_assert_cmpint(top, >=, p->body_y - (item->turned ? hang : 8));
	g_assert_cmpint(end, <=, p->body_y + p->body_h + 8);
}

/* The whole text on a page, or two lines of it at the least. */
static void
check_cell(const struct cell *c, const char *text)
{
	const size_t n = strlen(text);

	g_assert_cmpuint(c->text->len % n, ==, 0);
	for (size_t at = 0; at < c->text->len; at += n)
		g_assert_true(memcmp(c->text->str + at, text, n) == 0);
	for (guint i = 0; i < c->lines->len; i++)
		if (g_array_index(c->bytes, size_t, i) != n)
			g_assert_cmpuint(
			    g_array_index(c->lines, uint32_t, i), >=, 2);
}

static void
check_table(const struct nb_pages *p, const GPtrArray *texts)
{
	g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(free_cell);
	guint found = 0;

	for (uint32_t i = 0; i < p->n_pages; i++)
		for (uint32_t k = 0; k < p->page[i].n_items; k++) {
			const struct nb_item *item = &p->page[i].item[k];

			if (item->role != NB_ROLE_CELL)
				continue;
			check_inside(p, item);
			if (item->kind == NB_ITEM_RUN)
				note_run(
				    find_cell(cells, item->paragraph), i, item);
		}
	for (guint i = 0; i < cells->len; i++) {
		const struct cell *c = cells->pdata[i];

		if (c == NULL || !g_str_has_prefix(c->text->str, "第"))
			continue;
		g_assert_cmpuint(found, <, texts->len);
		check_cell(c, texts->pdata[found++]);
	}
	g_assert_cmpuint(found, ==, texts->len);
}

static void
test_random(gconstpointer data)
{
	g_autoptr(GRand) rand = g_rand_new_with_seed(GPOINTER_TO_UINT(data));
	g_autoptr(GPtrArray) texts = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *yaml = NULL;
	struct pages p;

	if (!pages_ready())
		return;
	yaml = make_yaml(rand, texts);
	p = pages_make(yaml, -1);
	check_table(p.pages, texts);
	pages_release(&p);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (guint i = 1; i <= TABLES; i++) {
		g_autofree char *path = g_strdup_printf("/table/random/%u", i);

		g_test_add_data_func(path, GUINT_TO_POINTER(i), test_random);
	}
	return g_test_run();
}
