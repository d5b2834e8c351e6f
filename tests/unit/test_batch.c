/*
 * The pure parts of batch: names, parts of a list, lines of a report, the
 * line of progress, the index.
 */
#include "cli/batch/bar.h"
#include "cli/batch/index.h"
#include "cli/batch/input.h"
#include "cli/batch/merge.h"
#include "cli/batch/name.h"
#include "cli/batch/pool.h"
#include "cli/batch/shard.h"

#include <glib.h>
#include <string.h>

static const struct name_case {
	const char *name, *pattern, *want;
} names[] = {
	{ "fields", "{年度}-{机关}", "2024-甲街道" },
	{ "all", "{文种}{标题}{档号}{序号}{原名}", "报告题J1-D30_1007old" },
	{ "folder", "{年度}/{机关}/a", "2024/甲街道/a" },
	{ "plain", "a b", "a b" },
	{ "root", "/{年度}", "2024" },
	{ "above", "../{年度}/../x", "2024/x" },
	{ "hidden", ".{原名}", "_old" },
	{ "dot-behind", "{年度}. /x", "2024/x" },
	{ "forbidden", "a<b>:c*?", "a_b__c__" },
	{ "nothing-left", "//", "_" },
};

static const struct nb_name_words words = {
	.word = {
		[NB_NAME_YEAR] = { "2024", 4 },
		[NB_NAME_ORGAN] = { "甲街道", 9 },
		[NB_NAME_KIND] = { "报告", 6 },
		[NB_NAME_TITLE] = { "题", 3 },
		[NB_NAME_ARCHIVE] = { "J1-D30/1", 8 },
		[NB_NAME_NUMBER] = { "007", 3 },
		[NB_NAME_STEM] = { "old", 3 },
	},
};

static void
test_name(const void *row)
{
	const struct name_case *c = row;
	g_autofree char *path = nb_name_make(c->pattern, &words);

	g_assert_cmpstr(path, ==, c->want);
}

static void
test_name_empty(void)
{
	const struct nb_name_words none = { .word = { { NULL, 0 } } };
	g_autofree char *path = nb_name_make("{年度}-{机关}", &none);

	g_assert_cmpstr(path, ==, "无年度-无机关");
}

/* Cut between characters; longer than any file system takes otherwise. */
static void
test_name_long(void)
{
	struct nb_name_words long_title = words;
	g_autoptr(GString) title = g_string_new(NULL);
	g_autofree char *path = NULL;

	for (int i = 0; i < 100; i++)
		g_string_append(title, "字");
	long_title.word[NB_NAME_TITLE] =
	    (struct nb_str){ title->str, title->len };
	path = nb_name_make("a{标题}", &long_title);
	g_assert_cmpuint(strlen(path), ==, 199);
	g_assert_true(g_utf8_validate(path, -1, NULL));
}

static void
test_name_fault(void)
{
	static const char *const good[] = { "{年度}", "a", "a/{原名}.pdf",
		"a}b", "{年度}{机关}" };
	static const char *const bad[] = { "", "a/", "{年}", "{年度", "{}",
		"x{年度}{" };

	for (size_t i = 0; i < NB_COUNT(good); i++)
		g_assert_null(nb_name_fault(good[i]));
	for (size_t i = 0; i < NB_COUNT(bad); i++) {
		g_autofree char *fault = nb_name_fault(bad[i]);

		g_assert_nonnull(fault);
	}
	g_assert_true(nb_name_asks("x-{档号}"));
	g_assert_false(nb_name_asks("{序号}-{原名}"));
}

static const struct shard_case {
	const char *word;
	uint32_t k, n; /* 0: refused */
} shards[] = {
	{ "1/1", 1, 1 },
	{ "3/8", 3, 8 },
	{ "8/8", 8, 8 },
	{ "100000/100000", 100000, 100000 },
	{ "0/8", 0, 0 },
	{ "9/8", 0, 0 },
	{ "1/100001", 0, 0 },
	{ "1", 0, 0 },
	{ "/", 0, 0 },
	{ "1/", 0, 0 },
	{ "-1/2", 0, 0 },
	{ "1/2/3", 0, 0 },
	{ " 1/2", 0, 0 },
	{ "4294967297/4294967298", 0, 0 },
};

static void
test_shard_read(void)
{
	for (size_t i = 0; i < NB_COUNT(shards); i++) {
		const struct shard_case *c = &shards[i];
		struct nb_shard s;

		g_assert_cmpint(nb_shard_read(c->word, &s), ==, c->n > 0);
		if (c->n == 0)
			continue;
		g_assert_cmpuint(s.k, ==, c->k);
		g_assert_cmpuint(s.n, ==, c->n);
	}
}

/* As shard.h says it; all parts about equal. */
static void
test_shard_of(void)
{
	unsigned many[7] = { 0 };

	g_assert_cmpuint(nb_shard_of("a.yaml", 8), ==, 4);
	for (int i = 0; i < 7000; i++) {
		g_autofree char *name = g_strdup_printf("%d.yaml", i);
		const uint32_t k = nb_shard_of(name, 7);

		g_assert_cmpuint(k, >=, 1);
		g_assert_cmpuint(k, <=, 7);
		many[k - 1]++;
	}
	for (int i = 0; i < 7; i++)
		g_assert_cmpuint(many[i], >, 850);
}

static void
test_lines(void)
{
	static const char text[] = "\xEF\xBB\xBF甲\r\n\n  乙 \nlast";
	static const char zeros[] = "a\nb\0c";
	g_autoptr(GPtrArray) line = nb_inputs_lines(text, sizeof(text) - 1);
	g_autoptr(GPtrArray) name = nb_inputs_lines(zeros, sizeof(zeros) - 1);
	g_autoptr(GPtrArray) none = nb_inputs_lines("", 0);

	g_assert_cmpuint(line->len, ==, 3);
	g_assert_cmpstr(line->pdata[0], ==, "甲");
	g_assert_cmpstr(line->pdata[1], ==, "  乙 ");
	g_assert_cmpstr(line->pdata[2], ==, "last");
	g_assert_cmpuint(name->len, ==, 2);
	g_assert_cmpstr(name->pdata[0], ==, "a\nb");
	g_assert_cmpuint(none->len, ==, 0);
}

static const struct progress_case {
	const char *name;
	uint32_t done, total;
	int64_t seconds;
	const char *want;
} progresses[] = {
	{ "begin", 0, 9, 3, "[........................] 0/9 份" },
	{ "half", 60, 120, 30,
	    "[############............] 60/120 份，每秒 2.0 份，还要 30 秒" },
	{ "minutes", 10, 100, 10,
	    "[##......................] 10/100 份，每秒 1.0 份，还要 1 分 30 "
	    "秒" },
	{ "hours", 1, 3601, 2,
	    "[........................] 1/3601 份，每秒 0.5 份，还要 2 小时 0 "
	    "分 "
	    "0 秒" },
	{ "end", 7, 7, 7,
	    "[########################] 7/7 份，每秒 1.0 份，还要 0 秒" },
};

static void
test_progress(const void *row)
{
	const struct progress_case *c = row;
	g_autoptr(GString) out = g_string_new(NULL);

	nb_bar_line(out, c->done, c->total, c->seconds * 1000000);
	g_assert_cmpstr(out->str, ==, c->want);
}

static struct nb_record
make_record(void)
{
	struct nb_record r;

	nb_record_init(&r);
	r.number = 7;
	r.done = NB_DONE_WRITTEN;
	r.name = g_strdup("甲/“乙”\n\xFF.yaml");
	r.mend = g_strdup("“乙”");
	r.title = g_strdup("=1+2,<b>&\"");
	r.year = g_strdup("2021—2025");
	r.pages = 12;
	r.n[NB_ERROR] = 1;
	r.n[NB_NOTE] = 3;
	r.key = g_strdup("key");
	r.ms = 35;
	nb_record_add_written(&r, "a b.pdf", NB_S("abc"));
	return r;
}

static void
test_record(void)
{
	struct nb_record r = make_record(), back;
	g_autoptr(GString) line = g_string_new(NULL);
	g_autoptr(GString) again = g_string_new(NULL);

	nb_record_write(line, &r);
	g_assert_cmpint(line->str[line->len - 1], ==, '\n');
	g_assert_cmpuint(strcspn(line->str, "\n"), ==, line->len - 1);
	g_assert_true(nb_record_read(line->str, &back));
	g_assert_cmpstr(back.name, ==, "甲/“乙”\n\xEF\xBF\xBD.yaml");
	g_assert_null(back.organ);
	nb_record_write(again, &back);
	g_assert_cmpstr(line->str, ==, again->str);
	nb_record_clear(&back);
	for (gsize n = 0; n < line->len - 1; n++) {
		g_autofree char *torn = g_strndup(line->str, n);

		g_assert_false(nb_record_read(torn, &back));
		nb_record_clear(&back);
	}
	nb_record_clear(&r);
}

static void
test_head(void)
{
	const struct nb_report_head h = { 2, 8, 100, 13, (char *)"s",
		(char *)"l" };
	g_autoptr(GString) line = g_string_new(NULL);
	struct nb_report_head back;

	nb_report_head_write(line, &h);
	g_assert_true(nb_report_head_read(line->str, &back));
	g_assert_cmpuint(back.shard, ==, 2);
	g_assert_cmpuint(back.shards, ==, 8);
	g_assert_cmpuint(back.total, ==, 100);
	g_assert_cmpuint(back.documents, ==, 13);
	nb_report_head_clear(&back);
	g_assert_false(nb_report_head_read("{\"type\":\"batch\"}", &back));
	nb_report_head_clear(&back);
	g_assert_false(nb_report_head_read("[", &back));
	nb_report_head_clear(&back);
}

static void
test_index(void)
{
	struct nb_record r = make_record();
	g_autoptr(GPtrArray) record = g_ptr_array_new();
	g_autoptr(GString) html = g_string_new(NULL);
	g_autoptr(GString) csv = g_string_new(NULL);

	g_ptr_array_add(record, &r);
	nb_index_html(html, record);
	nb_index_csv(csv, record);
	g_assert_nonnull(
	    strstr(html->str, "<td>=1+2,&lt;b&gt;&amp;&quot;</td>"));
	g_assert_nonnull(
	    strstr(html->str, "<a href=\"a%20b.pdf\">a b.pdf</a>"));
	g_assert_null(strstr(html->str, "src="));
	g_assert_nonnull(strstr(csv->str, "\r\n7,\"'=1+2,<b>&\"\"\",,"));
	g_assert_true(g_utf8_validate(html->str, -1, NULL));
	g_assert_true(g_utf8_validate(csv->str, -1, NULL));
	nb_record_clear(&r);
}

enum { ITEMS = 1000 };

static void
work(void *to, unsigned worker, uint32_t item)
{
	unsigned *times = to;

	g_assert_cmpuint(worker, <, 4);
	times[item]++;
}

/* Every item once, and told once. */
static void
test_pool(void)
{
	unsigned times[ITEMS] = { 0 }, told[ITEMS] = { 0 };
	struct nb_pool *p = nb_pool_new(4, ITEMS, work, times);
	enum nb_pool_news news;
	uint32_t item;

	while ((news = nb_pool_wait(p, 100, &item)) != NB_POOL_OVER)
		if (news == NB_POOL_ITEM)
			told[item]++;
	nb_pool_free(p);
	for (int i = 0; i < ITEMS; i++) {
		g_assert_cmpuint(times[i], ==, 1);
		g_assert_cmpuint(told[i], ==, 1);
	}
}

/* What was done is told, the rest is not begun. */
static void
test_pool_stopped(void)
{
	unsigned times[ITEMS] = { 0 }, done = 0, told = 0;
	struct nb_pool *p = nb_pool_new(2, ITEMS, work, times);
	enum nb_pool_news news;
	uint32_t item;

	nb_pool_stop(p);
	while ((news = nb_pool_wait(p, 100, &item)) != NB_POOL_OVER)
		told += news == NB_POOL_ITEM;
	nb_pool_free(p);
	for (int i = 0; i < ITEMS; i++)
		done += times[i];
	g_assert_cmpuint(done, ==, told);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(names); i++) {
		g_autofree char *path =
		    g_strconcat("/batch/name/", names[i].name, NULL);

		g_test_add_data_func(path, &names[i], test_name);
	}
	for (size_t i = 0; i < NB_COUNT(progresses); i++) {
		g_autofree char *path =
		    g_strconcat("/batch/progress/", progresses[i].name, NULL);

		g_test_add_data_func(path, &progresses[i], test_progress);
	}
	g_test_add_func("/batch/name-empty", test_name_empty);
	g_test_add_func("/batch/name-long", test_name_long);
	g_test_add_func("/batch/name-fault", test_name_fault);
	g_test_add_func("/batch/shard-read", test_shard_read);
	g_test_add_func("/batch/shard-of", test_shard_of);
	g_test_add_func("/batch/lines", test_lines);
	g_test_add_func("/batch/record", test_record);
	g_test_add_func("/batch/head", test_head);
	g_test_add_func("/batch/index", test_index);
	g_test_add_func("/batch/pool", test_pool);
	g_test_add_func("/batch/pool-stopped", test_pool_stopped);
	return g_test_run();
}
