/*
 * cli/cmd_fonts.c - nianbao fonts: for each role the faces used, their files,
 * licences and coverage; with --used those of a document.
 */
#include "cli/cmd.h"

#include "base/gb2312.h"
#include "cli/args.h"
#include "cli/data.h"
#include "cli/fonts_used.h"
#include "cli/load.h"
#include "cli/show.h"
#include "cli/table.h"
#include "font/font.h"
#include "layout/layout.h"

static const GOptionEntry options[] = {
	NB_OPTION(0, "used", NONE, used, "看这些文件排出来用了哪些字体", NULL),
	NB_OPTION_END,
};

static const struct nb_example examples[] = {
	{ "nianbao fonts", "看各角色用的字体" },
	{ "nianbao fonts --used 年报.yaml",
	    "看这份年报用了哪些字体，哪些字换了备用字体" },
	{ NULL, NULL },
};

/* Sets of hanzi that coverage is counted in. */
static const struct charset {
	const char *title;
	uint32_t first, last;
	bool gb2312; /* only those of GB 2312 */
} charsets[] = {
	{ "GB 2312", 0x4E00, 0x9FFF, true },
	{ "基本区", 0x4E00, 0x9FFF, false },
	{ "扩展A", 0x3400, 0x4DBF, false },
	{ "扩展B", 0x20000, 0x2A6DF, false },
};

/* Rows are made of strings that the chunk keeps. */
struct page {
	struct nb_fonts *fonts;
	GStringChunk *chunk;
	GArray *rows;
};

static const char *
keep(const struct page *p, struct nb_str s)
{
	return g_string_chunk_insert_len(p->chunk, s.p, (gssize)s.n);
}

static void
add_row(const struct page *p, struct nb_table_row row)
{
	g_array_append_val(p->rows, row);
}

static void
flush(const struct page *p, GString *out)
{
	nb_table_write(
	    out, "", (const struct nb_table_row *)p->rows->data, p->rows->len);
	g_array_set_size(p->rows, 0);
}

/* “仿宋”, “仿宋（繁体）”. */
static const char *
role_title(const struct page *p, enum nb_font_role role)
{
	g_autofree char *title = NULL;
	const struct nb_str name = nb_font_role_name(role);

	title = g_strdup_printf(NB_FMT "%s", NB_ARG(name),
	    (unsigned)role < NB_FONT_ROLES ? "" : "（繁体）");
	return g_string_chunk_insert(p->chunk, title);
}

/* Whether a stack is another than that of the same role before it. */
static bool
is_own(const struct page *p, unsigned stack)
{
	return stack < NB_FONT_ROLES ||
	    nb_fonts_role_face(p->fonts, (enum nb_font_role)stack, 0) !=
	    nb_fonts_role_face(
		p->fonts, (enum nb_font_role)(stack - NB_FONT_ROLES), 0);
}

static void
add_faces(const struct page *p, enum nb_font_role role)
{
	const struct nb_face *face;

	for (unsigned i = 0;
	     (face = nb_fonts_role_face(p->fonts, role, i)) != NULL; i++) {
		bool usable = nb_face_usable(face);

		add_row(p,
		    (struct nb_table_row){ {
			i == 0 ? role_title(p, role) : "",
			keep(p, nb_face_name(face)),
			keep(p, nb_face_licence(face)),
			keep(p, nb_face_file(face)),
			usable ? "" : "（没有装好，不用）",
		    } });
	}
}

/* “6763/6763”: how many of the set some face of the role has. */
static const char *
coverage(const struct page *p, enum nb_font_role role, const struct charset *s)
{
	g_autofree char *text = NULL;
	unsigned has = 0, all = 0;

	for (uint32_t c = s->first; c <= s->last; c++) {
		if (s->gb2312 && !nb_gb2312_has(c))
			continue;
		all++;
		has += nb_fonts_char(p->fonts, role, c).face != NULL;
	}
	text = g_strdup_printf("%u/%u", has, all);
	return g_string_chunk_insert(p->chunk, text);
}

static void
add_coverage(const struct page *p, enum nb_font_role role)
{
	struct nb_table_row row = { { role_title(p, role) } };

	for (size_t i = 0; i < NB_COUNT(charsets); i++)
		row.cell[1 + i] = coverage(p, role, &charsets[i]);
	add_row(p, row);
}

static void
add_charset_titles(const struct page *p)
{
	struct nb_table_row row = { { "角色" } };

	for (size_t i = 0; i < NB_COUNT(charsets); i++)
		row.cell[1 + i] = charsets[i].title;
	add_row(p, row);
}

static void
write_fonts(GString *out, struct nb_fonts *fonts)
{
	g_autoptr(GStringChunk) chunk = g_string_chunk_new(1024);
	g_autoptr(GArray) rows =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_table_row));
	const struct page p = { fonts, chunk, rows };

	g_string_append(out, "每个字用所在角色里第一种有它的字体：\n\n");
	add_row(
	    &p, (struct nb_table_row){ { "角色", "字体", "许可", "文件" } });
	for (unsigned i = 0; i < NB_FONT_STACKS; i++)
		if (is_own(&p, i))
			add_faces(&p, (enum nb_font_role)i);
	flush(&p, out);
	g_string_append(out, "\n各角色有的汉字：\n\n");
	add_charset_titles(&p);
	for (unsigned i = 0; i < NB_FONT_STACKS; i++)
		if (is_own(&p, i))
			add_coverage(&p, (enum nb_font_role)i);
	flush(&p, out);
}

static void
write_used(
    struct nb_cli *cli, struct nb_document *doc, const struct nb_data *data)
{
	g_autoptr(GString) out = g_string_new(NULL);
	const struct nb_pages *pages = nb_layout(
	    doc->arena, doc->report, data->template, data->fonts, &doc->diags);

	nb_fonts_used_write(out, pages, data->fonts, doc->report->script);
	nb_sink_string(&cli->out, out);
}

static enum nb_exit
show_file(struct nb_cli *cli, const char *path, const struct nb_data *data)
{
	struct nb_document doc;
	enum nb_exit status = NB_EXIT_FAILED;

	if (nb_document_load(&doc, path, data) == NB_OK) {
		write_used(cli, &doc, data);
		status = NB_EXIT_OK;
	} else {
		nb_show_trouble(cli, &doc.diags);
	}
	nb_document_clear(&doc);
	return status;
}

static enum nb_exit
show_used(struct nb_cli *cli, const struct nb_args *args)
{
	struct nb_data data;
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	if (nb_data_open(&data, cli, args, NB_DATA_PAGES)) {
		status = NB_EXIT_OK;
		for (unsigned i = 0; i < args->n_operands; i++) {
			if (args->n_operands > 1)
				nb_sink_name(
				    &cli->out, i > 0, args->operand[i]);
			status = nb_exit_worse(
			    status, show_file(cli, args->operand[i], &data));
		}
	}
	nb_data_clear(&data);
	return status;
}

static enum nb_exit
show_roles(struct nb_cli *cli)
{
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_data data;
	enum nb_exit status = NB_EXIT_FAILED;

	nb_data_init(&data);
	if (nb_data_fonts(&data) == NB_OK) {
		write_fonts(out, data.fonts);
		status = NB_EXIT_OK;
	}
	nb_show_trouble(cli, &data.diags);
	nb_data_clear(&data);
	nb_sink_string(&cli->out, out);
	return status;
}

static enum nb_exit
run(struct nb_cli *cli, const struct nb_args *args)
{
	if (args->used && args->n_operands == 0) {
		nb_cli_complain(cli, "--used 后面要写文件");
		nb_cli_complain(cli, "用法见 nianbao fonts --help");
		return NB_EXIT_FAILED;
	}
	if (!args->used && args->n_operands > 0) {
		nb_cli_complain(cli, "要看文件用了哪些字体，加上 --used");
		nb_cli_complain(cli, "用法见 nianbao fonts --help");
		return NB_EXIT_FAILED;
	}
	return args->used ? show_used(cli, args) : show_roles(cli);
}

const struct nb_cmd nb_cmd_fonts = {
	.name = "fonts",
	.title = "列出各角色（小标宋、仿宋、黑体、楷体、宋体）用的字体",
	.operand = "[文件…]",
	.most = G_MAXUINT,
	.option = options,
	.example = examples,
	.run = run,
};
