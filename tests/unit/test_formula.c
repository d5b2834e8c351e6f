/*
 * Formulas of 指标, read as they are written.
 */
#include "base/arena.h"
#include "model/formula.h"

#include <glib.h>

/*
 * want: each term as name=number, joined by the sign; “name?” is a term
 * without a number, NULL a formula that is none.
 */
static const struct row {
	const char *name, *text, *want;
} rows[] = {
	{ "sum", "受理50 + 其他21", "受理=50+其他=21" },
	{ "rate", "合格158 / 参考161", "合格=158/参考=161" },
	{ "full-width-signs", "受理50＋其他21＋转办3",
	    "受理=50+其他=21+转办=3" },
	{ "full-width-slash", "合格158／参考161", "合格=158/参考=161" },
	{ "no-blanks", "维持45+确认违法2+撤销3", "维持=45+确认违法=2+撤销=3" },
	{ "names-only", "行政复议受理 / 行政复议申请",
	    "行政复议受理?/行政复议申请?" },
	{ "name-and-number", "成功195 / 人民调解案件",
	    "成功=195/人民调解案件?" },
	{ "numbers-only", "50 + 21", "=50+=21" },
	{ "units", "受理50件 + 其他21件", "受理=50件+其他=21件" },
	{ "decimals", "中央1.25万元 + 地方0.75万元",
	    "中央=1.25万元+地方=0.75万元" },
	{ "percent", "城区33.3% + 郊区66.7%", "城区=33.3%+郊区=66.7%" },
	{ "thousands", "走访1,234 + 电话66", "走访=1234+电话=66" },
	{ "full-width-digits", "受理５０ + 其他２１", "受理=50+其他=21" },
	{ "bound", "政法专项编制2 + 购买服务≥1", "政法专项编制=2+购买服务=≥1" },
	{ "bound-words", "专职2名 + 兼职不少于3名", "专职=2名+兼职=≥3名" },
	{ "remark", "维持45 + 撤销3（含部分撤销1）", "维持=45+撤销=3" },
	{ "sign-in-quotes", "“互联网+监管”12 + 其他3",
	    "“互联网+监管”=12+其他=3" },
	{ "sign-in-brackets", "处罚（街道+社区）12 + 其他3",
	    "处罚（街道+社区）=12+其他=3" },
	{ "number-inside-name", "12345热线58 + 其他3", "12345热线=58+其他=3" },
	{ "number-in-front", "12345热线受理 + 网格上报",
	    "12345热线受理?+网格上报?" },
	{ "year-is-no-number", "2023年 + 2024年", "2023年?+2024年?" },
	{ "ordinal-is-no-number", "第3 + 第4", "第3?+第4?" },
	{ "quarter-is-no-number", "第3季度 + 4季度", "第3季度?+4季度?" },
	{ "quarter-with-number", "第3季度12 + 第4季度15",
	    "第3季度=12+第4季度=15" },
	{ "empty", "", NULL },
	{ "blank", "  ", NULL },
	{ "one-term", "受理50", NULL },
	{ "sign-first", "+ 受理50", NULL },
	{ "sign-last", "受理50 +", NULL },
	{ "two-signs", "受理50 ++ 其他21", NULL },
	{ "three-rates", "50 / 71 / 2", NULL },
	{ "mixed-signs", "受理50 + 其他21 / 71", NULL },
	{ "minus", "收到71 - 撤回3 + 转来2", NULL },
	{ "times", "3 × 4 + 2", NULL },
	{ "second-equals", "受理50 + 其他21 = 71", NULL },
};

static void
append(GString *s, struct nb_arena *a, const struct nb_addend *t)
{
	static const char *const bound[NB_BOUNDS] = { "", "≥", "≤", ">", "<",
		"~" };

	g_string_append_len(s, t->name.p, (gssize)t->name.n);
	if (!t->given) {
		g_string_append_c(s, '?');
		return;
	}
	g_string_append_printf(s, "=%s%s" NB_FMT NB_FMT, bound[t->number.bound],
	    nb_decimal_text(a, t->number.number).p,
	    NB_ARG(nb_power_word(t->number.power)), NB_ARG(t->number.unit));
}

static void
test_read(gconstpointer data)
{
	const struct row *row = data;
	struct nb_arena *a = nb_arena_new();
	g_autoptr(GString) s = g_string_new(NULL);
	struct nb_formula f;

	if (row->want == NULL) {
		g_assert_false(nb_formula_read(a, nb_str_z(row->text), &f));
	} else {
		g_assert_true(nb_formula_read(a, nb_str_z(row->text), &f));
		for (uint32_t i = 0; i < f.n; i++) {
			if (i > 0)
				g_string_append_c(s, f.is_rate ? '/' : '+');
			append(s, a, &f.term[i]);
		}
		g_assert_cmpstr(s->str, ==, row->want);
	}
	nb_arena_free(a);
}

/* 64 terms at most, and no more than what is asked for is read. */
static void
test_long(void)
{
	struct nb_arena *a = nb_arena_new();
	g_autoptr(GString) s = g_string_new("甲1");
	struct nb_formula f;

	for (int i = 1; i < 64; i++)
		g_string_append(s, "+甲1");
	g_assert_true(nb_formula_read(a, nb_str_z(s->str), &f));
	g_assert_cmpuint(f.n, ==, 64);
	g_string_append(s, "+甲1");
	g_assert_false(nb_formula_read(a, nb_str_z(s->str), &f));
	nb_arena_free(a);
}

int
main(int argc, char **argv)
{
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < NB_COUNT(rows); i++) {
		g_autofree char *path =
		    g_strconcat("/formula/read/", rows[i].name, NULL);

		g_test_add_data_func(path, &rows[i], test_read);
	}
	g_test_add_func("/formula/long", test_long);
	return g_test_run();
}
