#include "cli/codes.h"

#include "check/rule.h"
#include "cli/nearest.h"
#include "cli/own_codes.h"
#include "font/codes.h"
#include "import/codes.h"
#include "layout/codes.h"
#include "model/codes.h"
#include "output/codes.h"
#include "part/codes.h"
#include "pdfin/codes.h"
#include "review/codes.h"
#include "source/codes.h"
#include "style/codes.h"

const struct nb_code_group nb_code_groups[] = {
	{ 'S', "结构：章节、要素、标题" },
	{ 'T', "文字：标点、错字、用语" },
	{ 'N', "数字：合计、比率、单位" },
	{ 'D', "日期：年份、期限" },
	{ 'C', "前后一致：重复、称谓、名称" },
	{ 'P', "内容：问题、措施、任务、职权" },
	{ 'G', "字符：编码、缺字、字体" },
	{ 'Y', "文件的写法：键、缩进、冒号" },
	{ 'L', "排版" },
	{ 'H', "网页" },
	{ 'A', "读写文件" },
	{ 'H', "审改：比较、批注" },
};
const size_t nb_n_code_groups = NB_COUNT(nb_code_groups);

static const struct nb_code *const of_layers[] = {
#define NB_CODE(id, ...) &nb_code_##id,
#include "cli/own_codes.def"
#include "font/codes.def"
#include "import/codes.def"
#include "layout/codes.def"
#include "model/codes.def"
#include "output/codes.def"
#include "part/codes.def"
#include "pdfin/codes.def"
#include "review/codes.def"
#include "source/codes.def"
#include "style/codes.def"
#undef NB_CODE
};

static int
compare(const void *pa, const void *pb)
{
	const struct nb_code *a = *(const struct nb_code *const *)pa;
	const struct nb_code *b = *(const struct nb_code *const *)pb;

	return g_strcmp0(a->id, b->id);
}

GPtrArray *
nb_codes_all(void)
{
	GPtrArray *all = g_ptr_array_new();

	for (size_t i = 0; i < NB_COUNT(of_layers); i++)
		g_ptr_array_add(all, (void *)of_layers[i]);
	for (size_t i = 0; i < nb_n_rules; i++)
		g_ptr_array_add(all, (void *)nb_rules[i]->code);
	g_ptr_array_sort(all, compare);
	return all;
}

const struct nb_code *
nb_codes_find(const GPtrArray *all, const char *word)
{
	for (guint i = 0; i < all->len; i++) {
		const struct nb_code *code = all->pdata[i];

		if (g_ascii_strcasecmp(code->id, word) == 0 ||
		    g_str_equal(code->name, word))
			return code;
	}
	return NULL;
}

const struct nb_code_group *
nb_code_group_find(const char *word)
{
	for (size_t i = 0; i < nb_n_code_groups; i++)
		if (g_ascii_toupper(word[0]) == nb_code_groups[i].letter &&
		    word[1] == '\0')
			return &nb_code_groups[i];
	return NULL;
}

bool
nb_code_group_has(const struct nb_code_group *group, const struct nb_code *code)
{
	return code->id[0] == group->letter;
}

void
nb_codes_complain(struct nb_cli *cli, const GPtrArray *all, const char *word)
{
	g_autoptr(GPtrArray) ids = g_ptr_array_new();
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	g_autofree char *upper = g_ascii_strup(word, -1);
	const char *near;

	for (guint i = 0; i < all->len; i++) {
		const struct nb_code *code = all->pdata[i];

		g_ptr_array_add(ids, (void *)code->id);
		g_ptr_array_add(names, (void *)code->name);
	}
	near = nb_nearest(upper, ids);
	if (near == NULL)
		near = nb_nearest(word, names);
	if (near != NULL)
		nb_cli_complain(cli,
		    "没有“%s”这个编号，是否想写“%s”？全部编号见 "
		    "nianbao list rules",
		    word, near);
	else
		nb_cli_complain(cli,
		    "没有“%s”这个编号，全部编号见 nianbao list rules", word);
}
