/*
 * Tallies of tasks: the parts are the whole, in numbers and in words.
 */
#include "base/arena.h"
#include "model/tally.h"

#include <glib.h>

enum { TASKS = 60, ROUNDS = 500 };

static const struct row {
	const char *name;
	uint32_t came[NB_PROGRESS_CHANGED + 1]; /* none, done, partly … */
	const char *text;
} rows[] = {
	{ "as-in-the-standard", { 0, 36, 4, 1, 0 },
	    "41项：完成36、部分完成4、未完成1" },
	{ "all-done", { 0, 5, 0, 0, 0 }, "5项：完成5" },
	{ "changed", { 0, 1, 0, 0, 2 }, "3项：完成1、调整2" },
	{ "one-unsaid", { 1, 2, 0, 0, 0 }, "3项：完成2、未写进展1" },
	{ "not-reported", { 7, 0, 0, 0, 0 }, "7项" },
	{ "empty", { 0, 0, 0, 0, 0 }, "0项" },
};

/* So many tasks of each 进展, in some order. */
static void
fill(struct nb_task *task, const uint32_t came[])
{
	uint32_t n = 0;

	for (unsigned p = 0; p <= NB_PROGRESS_CHANGED; p++)
		for (uint32_t i = 0; i < came[p]; i++)
			task[n++].progress = (enum nb_progress)p;
}

static void
test_text(gconstpointer data)
{
	const struct row *row = data;
	struct nb_arena *a = nb_arena_new();
	struct nb_task task[TASKS] = { 0 };
	struct nb_tally tally = { 0 };
	struct nb_str text;
	uint32_t n = 0;

	fill(task, row->came);
	for (unsigned p = 0; p <= NB_PROGRESS_CHANGED; p++)
		n += row->came[p];
	nb_tally_add(&tally, task, n);
	text = nb_tally_text(a, &tally);
	g_assert_cmpstr(text.p, ==, row->text);
	nb_arena_free(a);
}

/* Numbers in the text behind the first, added up. */
static uint32_t
sum_of(const char *text)
{
	uint32_t sum = 0;

	text = strstr(text, "：");
	while (text != NULL && *text != '\0') {
		if (g_ascii_isdigit(*text))
			sum += (uint32_t)g_ascii_strtoull(
			    text, (char **)&text, 10);
		else
			text++;
	}
	return sum;
}

static void
test_random(void)
{
	for (unsigned i = 0; i < ROUNDS; i++) {
		struct nb_arena *a = nb_arena_new();
		const uint32_t n = (uint32_t)g_test_rand_int_range(1, TASKS);
		struct nb_task task[TASKS] = { 0 };
		const struct nb_task_group group[2] = {
			{ .task = task, .n = n / 2 },
			{ .task = task + n / 2, .n = n - n / 2 },
		};
		const struct nb_task_table table = { .group = group, .n = 2 };
		struct nb_tally tally;
		uint32_t sum = 0;

		for (uint32_t k = 0; k < n; k++)
			task[k].progress =
			    (enum nb_progress)g_test_rand_int_range(
				0, NB_PROGRESS_CHANGED + 1);
		tally = nb_tally_table(&table);
		for (unsigned p = 0; p <= NB_PROGRESS_CHANGED; p++)
			sum += tally.came[p];
		g_assert_cmpuint(tally.n, ==, n);
		g_assert_cmpuint(sum, ==, n);
		if (nb_tally_is_reported(&tally))
			g_assert_cmpuint(
			    sum_of(nb_tally_text(a, &tally).p), ==, n);
		nb_arena_free(a);
	}
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *name =
		    g_strdup_printf("/tally/%s", rows[i].name);

		g_test_add_data_func(name, &rows[i], test_text);
	}
	g_test_add_func("/tally/random", test_random);
	return g_test_run();
}
