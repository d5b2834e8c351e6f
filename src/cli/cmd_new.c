/*
 * cli/cmd_new.c - nianbao new: a commented file to begin with.
 */
#include "cli/cmd.h"

#include "cli/args.h"
#include "cli/data.h"
#include "cli/fresh.h"
#include "cli/nearest.h"
#include "cli/show.h"
#include "import/starter.h"
#include "model/keys.h"
#include "model/report.h"
#include "source/reader.h"

#include <string.h>

static const GOptionEntry options[] = {
	NB_OPTION(0, "kind", FILENAME, kind,
	    "文种：年度报告（不写就是它）、工作方案、实施纲要", "文种"),
	NB_OPTION(0, "level", FILENAME, level,
	    "级别：街道（不写就是它）、乡镇、区县、部门", "级别"),
	NB_OPTION(0, "organ", FILENAME, organ, "署名机关的全称", "机关"),
	NB_OPTION(0, "year", FILENAME, year,
	    "年度，如 2024；纲要写起止年份，如 2021—2025", "年度"),
	NB_OPTION_OUT_YAML,
	NB_OPTION_FORCE,
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao new --organ 青荷区柳溪街道办事处 --year 2024 -o 2024.yaml",
	    "街道的年度报告" },
	{ "nianbao new --kind 工作方案 --level 区县 -o 方案.yaml",
	    "一份工作方案" },
	{ NULL, NULL },
};

/* The word of a key of the report; false: the user has been told. */
static bool
choose(struct nb_cli *cli, const char *key, const char *word,
    const struct nb_choice **ret)
{
	const struct nb_choice *choice =
	    nb_key_find(&nb_object_report, nb_str_z(key))->choice;
	g_autoptr(GPtrArray) words = g_ptr_array_new();
	g_autofree char *what = g_strdup_printf("这个%s", key);

	*ret = word == NULL ? choice : nb_choice_find(choice, nb_str_z(word));
	if (*ret != NULL)
		return true;
	for (; choice->word != NULL; choice++)
		g_ptr_array_add(words, (void *)choice->word);
	nb_nearest_complain(cli, what, word, words);
	return false;
}

static bool
is_year(const char *s)
{
	return strspn(s, "0123456789") == 4 && s[4] == '\0';
}

/* 2021—2025; the dash may be any one character. */
static bool
is_years(const char *s)
{
	const char *last = s + 4;

	if (strspn(s, "0123456789") != 4 || *last == '\0')
		return false;
	last = g_utf8_next_char(last);
	return is_year(last) && strncmp(s, last, 4) < 0;
}

/* false: the user has been told. */
static bool
is_fit(struct nb_cli *cli, const char *year, enum nb_kind kind)
{
	if (year == NULL || is_year(year))
		return true;
	if (!g_utf8_validate(year, -1, NULL) || !is_years(year))
		nb_cli_complain(cli,
		    "年度“%s”看不懂；写四位数字，如 2024，纲要写 2021—2025",
		    year);
	else if (kind != NB_KIND_OUTLINE)
		nb_cli_complain(cli,
		    "起止年份“%s”只用于实施纲要；这个文种一年一份，写一年，"
		    "如 2024",
		    year);
	else
		return true;
	return false;
}

static const char *
file_of(enum nb_kind kind)
{
	switch (kind) {
	case NB_KIND_REPORT:
		return "report.yaml";
	case NB_KIND_PLAN:
		return "plan.yaml";
	case NB_KIND_OUTLINE:
		return "programme.yaml";
	}
	NB_UNREACHABLE();
}

/* What the user did not say waits in the file. */
static void
say_blanks(struct nb_cli *cli, const struct nb_args *args)
{
	if (args->year == NULL)
		nb_sink_printf(&cli->err,
		    "“年度”空着，请在文件里填上；也可以用 --year 写明\n");
	if (args->organ == NULL)
		nb_sink_printf(&cli->err,
		    "“机关”空着，请在文件里填上；也可以用 --organ 写明\n");
}

static enum nb_exit
write_starter(struct nb_cli *cli, const struct nb_args *args,
    const struct nb_choice *kind, const struct nb_choice *level)
{
	const struct nb_starter starter = {
		.level = nb_str_z(level->word),
		.year = nb_str_z(args->year),
		.organ = nb_str_z(args->organ),
	};
	enum nb_exit status = NB_EXIT_FAILED;
	g_autofree char *path = NULL;
	const struct nb_text *text;
	struct nb_data data;

	nb_data_init(&data);
	path = g_build_filename(
	    data.dir, "templates", "starter", file_of(kind->value), NULL);
	if (nb_source_open(data.arena, path, &data.diags, &text) == NB_OK)
		status = nb_fresh_write(cli, args,
		    nb_starter_fill(data.arena, text->bytes, &starter));
	nb_show_trouble(cli, &data.diags);
	nb_data_clear(&data);
	if (status == NB_EXIT_OK)
		say_blanks(cli, args);
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	const struct nb_choice *kind, *level;

	if (!choose(cli, "文种", args->kind, &kind) ||
	    !choose(cli, "级别", args->level, &level))
		return NB_EXIT_FAILED;
	if (!is_fit(cli, args->year, kind->value))
		return NB_EXIT_FAILED;
	if (args->organ != NULL && !g_utf8_validate(args->organ, -1, NULL)) {
		nb_cli_complain(cli, "机关的名称不是 UTF-8 编码");
		return NB_EXIT_FAILED;
	}
	return write_starter(cli, args, kind, level);
}

const struct nb_cmd nb_cmd_new = {
	.name = "new",
	.title = "起一份空白稿子，处处有说明，填空就行",
	.about = "不写 -o 就打印出来。有上年的文件，用 nianbao next 更省事。",
	.option = options,
	.example = examples,
	.run = run,
};
