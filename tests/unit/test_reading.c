/*
 * What paragraphs are to a reader: no level of heading is left out, wholes are
 * told apart, and pages that are joined count on.
 */
#include "base/arena.h"
#include "layout/join.h"
#include "layout/reading.h"

struct levels {
	const char *name;
	const char *roles; /* t: a title; 1-9: a heading of that level */
	const char *want;  /* the level of each */
};

static const struct levels levels[] = {
	{ "title-above", "t12", "123" },
	{ "no-title", "12", "12" },
	{ "one-left-out", "t13", "123" },
	{ "begins-deep", "3", "1" },
	{ "back-and-down", "t123113", "1234223" },
	{ "attachment", "t12t1", "12312" },
	{ "title-behind-text", "12t1", "1212" },
};

static void
test_levels(gconstpointer data)
{
	const struct levels *row = data;
	struct nb_arena *a = nb_arena_new();
	struct nb_reading r = nb_reading_new();
	g_autoptr(GString) got = g_string_new(NULL);
	struct nb_pages pages = { 0 };

	for (const char *p = row->roles; *p != '\0'; p++)
		nb_reading_add(&r, *p == 't' ? NB_ROLE_TITLE : NB_ROLE_HEADING,
		    (uint8_t)(*p == 't' ? 0 : *p - '0'));
	nb_reading_finish(&r, a, &pages);
	for (uint32_t i = 0; i < pages.n_blocks; i++) {
		g_assert_cmpint(pages.block[i].kind, ==, NB_BLOCK_HEADING);
		g_string_append_printf(got, "%u", pages.block[i].level);
	}
	g_assert_cmpstr(got->str, ==, row->want);
	nb_arena_free(a);
}

/* One page: a rule, which is of no paragraph, and a figure of two. */
static struct nb_pages
figure_page(struct nb_arena *a, struct nb_page *page, struct nb_item *item)
{
	struct nb_pages pages = { .page = page, .n_pages = 1 };
	struct nb_reading r = nb_reading_new();
	const uint32_t figure = nb_reading_add(&r, NB_ROLE_FIGURE, 0);
	const uint32_t text = nb_reading_add(&r, NB_ROLE_FIGURE, 0);

	nb_reading_at(&r, figure)->whole = figure;
	nb_reading_at(&r, text)->whole = figure;
	nb_reading_finish(&r, a, &pages);
	item[0] = (struct nb_item){ .kind = NB_ITEM_RULE };
	item[1] = (struct nb_item){ .kind = NB_ITEM_RULE, .paragraph = figure };
	item[2] = (struct nb_item){ .kind = NB_ITEM_RULE, .paragraph = text };
	*page = (struct nb_page){ .number = 1, .item = item, .n_items = 3 };
	return pages;
}

static void
test_join(void)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_page one, two;
	struct nb_item item_one[3], item_two[3];
	const struct nb_pages first = figure_page(a, &one, item_one);
	const struct nb_pages second = figure_page(a, &two, item_two);
	const struct nb_pages *all;
	struct nb_joint joint;

	nb_joint_begin(&joint);
	nb_joint_add(&joint, &first, 0);
	nb_joint_add(&joint, &second, 0);
	all = nb_joint_end(&joint, a, &first);
	g_assert_cmpuint(all->n_pages, ==, 2);
	g_assert_cmpuint(all->n_blocks, ==, 4);
	g_assert_cmpuint(all->block[1].whole, ==, 1);
	g_assert_cmpuint(all->block[3].whole, ==, 3);
	g_assert_cmpuint(all->page[0].item[2].paragraph, ==, 2);
	g_assert_cmpuint(all->page[1].item[0].paragraph, ==, 0);
	g_assert_cmpuint(all->page[1].item[2].paragraph, ==, 4);
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(levels); i++) {
		g_autofree char *path =
		    g_strconcat("/reading/levels/", levels[i].name, NULL);

		g_test_add_data_func(path, &levels[i], test_levels);
	}
	g_test_add_func("/reading/join", test_join);
	return g_test_run();
}
