#include "cli/batch/index.h"

#include "base/arena.h"
#include "cli/show.h"
#include "diag/render.h"
#include "diag/said.h"
#include "output/file.h"

/* A column of the table, as both files have it. */
struct column {
	const char *title;
	bool number;
	void (*cell)(GString *out, const struct nb_record *r);
};

static void
add_number(GString *out, const struct nb_record *r)
{
	g_string_append_printf(out, "%u", r->number);
}

static void
add_title(GString *out, const struct nb_record *r)
{
	g_string_append(out, r->title != NULL ? r->title : "");
}

static void
add_organ(GString *out, const struct nb_record *r)
{
	g_string_append(out, r->organ != NULL ? r->organ : "");
}

static void
add_year(GString *out, const struct nb_record *r)
{
	g_string_append(out, r->year != NULL ? r->year : "");
}

static void
add_kind(GString *out, const struct nb_record *r)
{
	g_string_append(out, r->kind != NULL ? r->kind : "");
}

static void
add_archive(GString *out, const struct nb_record *r)
{
	g_string_append(out, r->archive != NULL ? r->archive : "");
}

static void
add_pages(GString *out, const struct nb_record *r)
{
	g_string_append_printf(out, "%u", r->pages);
}

static void
add_errors(GString *out, const struct nb_record *r)
{
	g_string_append_printf(out, "%u", r->n[NB_ERROR]);
}

static void
add_warnings(GString *out, const struct nb_record *r)
{
	g_string_append_printf(out, "%u", r->n[NB_WARNING]);
}

static void
add_notes(GString *out, const struct nb_record *r)
{
	g_string_append_printf(out, "%u", r->n[NB_NOTE]);
}

static void
add_hidden(GString *out, const struct nb_record *r)
{
	g_string_append_printf(out, "%u", nb_hidden_sum(r->n_hidden));
}

static void
add_accepted(GString *out, const struct nb_record *r)
{
	g_string_append_printf(out, "%u", r->n_accepted);
}

static void
add_state(GString *out, const struct nb_record *r)
{
	g_string_append(out, nb_done_word(r->done));
	if (r->reason != NULL)
		g_string_append_printf(out, "：%s", r->reason);
}

static void
add_input(GString *out, const struct nb_record *r)
{
	g_string_append(out, r->name);
}

static void
add_file(GString *out, const struct nb_record *r)
{
	if (r->written->len > 0)
		g_string_append(
		    out, g_array_index(r->written, struct nb_written, 0).file);
}

static void
add_hash(GString *out, const struct nb_record *r)
{
	if (r->written->len > 0)
		g_string_append(out,
		    g_array_index(r->written, struct nb_written, 0).sha256);
}

static const struct column columns[] = {
	{ "序号", true, add_number },
	{ "标题", false, add_title },
	{ "机关", false, add_organ },
	{ "年度", false, add_year },
	{ "文种", false, add_kind },
	{ "档号", false, add_archive },
	{ "页数", true, add_pages },
	{ "错误", true, add_errors },
	{ "警告", true, add_warnings },
	{ "提示", true, add_notes },
	{ "不采纳", true, add_hidden },
	{ "采纳未改", true, add_accepted },
	{ "情况", false, add_state },
	{ "原文件", false, add_input },
	{ "文件", false, add_file },
	{ "SHA-256", false, add_hash },
};

/* Names of files need not be UTF-8, nor free of control characters. */
static char *
cell_text(const struct column *c, const struct nb_record *r)
{
	g_autoptr(GString) raw = g_string_new(NULL);
	GString *text = g_string_new(NULL);

	c->cell(raw, r);
	nb_render_text(text, (struct nb_str){ raw->str, raw->len });
	return g_string_free(text, FALSE);
}

void
nb_index_csv(GString *out, const GPtrArray *record)
{
	const size_t last = NB_COUNT(columns) - 1;

	g_string_append(out, "\xEF\xBB\xBF");
	for (size_t k = 0; k < NB_COUNT(columns); k++)
		nb_render_csv_cell(
		    out, nb_str_z(columns[k].title), k == last ? "\r\n" : ",");
	for (guint i = 0; i < record->len; i++)
		for (size_t k = 0; k < NB_COUNT(columns); k++) {
			g_autofree char *text =
			    cell_text(&columns[k], record->pdata[i]);

			nb_render_csv_cell(
			    out, nb_str_z(text), k == last ? "\r\n" : ",");
		}
}

static const char html_head[] =
    "<!DOCTYPE html>\n"
    "<html lang=\"zh-CN\">\n"
    "<head>\n"
    "<meta charset=\"utf-8\">\n"
    "<meta name=\"viewport\" content=\"width=device-width\">\n"
    "<title>目录</title>\n"
    "<style>\n"
    "body{font:16px/1.5 \"Noto Sans SC\",\"Microsoft YaHei\",sans-serif;"
    "margin:2em}\n"
    "table{border-collapse:collapse}\n"
    "th,td{border:1px solid #bbb;padding:.2em .6em;text-align:left;"
    "vertical-align:top}\n"
    "th{background:#eee;position:sticky;top:0}\n"
    "th button{all:unset;cursor:pointer;font-weight:bold;"
    "white-space:nowrap}\n"
    "th button:focus-visible{outline:2px solid #06c}\n"
    "td.n{text-align:right}\n"
    "td.h{font:12px monospace;word-break:break-all;min-width:16em}\n"
    "</style>\n"
    "</head>\n"
    "<body>\n"
    "<h1>目录</h1>\n";

/* A click on a heading sorts by it, another the other way round. */
static const char html_script[] =
    "<script>\n"
    "document.querySelectorAll('th button').forEach((b, k) => {\n"
    "  b.onclick = () => {\n"
    "    const body = document.querySelector('tbody');\n"
    "    const up = b.dataset.up !== '1';\n"
    "    const text = row => row.cells[k].textContent;\n"
    "    const order = (x, y) => 'n' in b.dataset\n"
    "      ? text(x) - text(y) : text(x).localeCompare(text(y), 'zh-CN');\n"
    "    b.dataset.up = up ? '1' : '0';\n"
    "    [...body.rows].sort((x, y) => up ? order(x, y) : order(y, x))\n"
    "      .forEach(row => body.append(row));\n"
    "  };\n"
    "});\n"
    "</script>\n";

static void
add_html_head(GString *out, const GPtrArray *record)
{
	unsigned pages = 0;

	for (guint i = 0; i < record->len; i++)
		pages += ((const struct nb_record *)record->pdata[i])->pages;
	g_string_append(out, html_head);
	g_string_append_printf(out, "<p>共 %u 份", record->len);
	if (pages > 0)
		g_string_append_printf(out, "，%u 页", pages);
	g_string_append(
	    out, "。点一下栏名，按那一栏排列。</p>\n<table>\n<thead>\n<tr>");
	for (size_t k = 0; k < NB_COUNT(columns); k++)
		g_string_append_printf(out, "<th><button%s>%s</button></th>",
		    columns[k].number ? " data-n" : "", columns[k].title);
	g_string_append(out, "</tr>\n</thead>\n<tbody>\n");
}

static void
add_html_cell(GString *out, const struct column *c, const struct nb_record *r)
{
	g_autofree char *text = cell_text(c, r);
	g_autofree char *safe = g_markup_escape_text(text, -1);
	g_autofree char *link = NULL;

	if (c->cell == add_file && *text != '\0') {
		link = g_uri_escape_string(text, "/", FALSE);
		g_string_append_printf(
		    out, "<td><a href=\"%s\">%s</a></td>", link, safe);
		return;
	}
	g_string_append_printf(out, "<td%s>%s</td>",
	    c->number                 ? " class=\"n\""
		: c->cell == add_hash ? " class=\"h\""
				      : "",
	    safe);
}

void
nb_index_html(GString *out, const GPtrArray *record)
{
	add_html_head(out, record);
	for (guint i = 0; i < record->len; i++) {
		g_string_append(out, "<tr>");
		for (size_t k = 0; k < NB_COUNT(columns); k++)
			add_html_cell(out, &columns[k], record->pdata[i]);
		g_string_append(out, "</tr>\n");
	}
	g_string_append(out, "</tbody>\n</table>\n");
	g_string_append(out, html_script);
	g_string_append(out, "</body>\n</html>\n");
}

bool
nb_index_file(struct nb_cli *cli, const char *path, const GString *bytes)
{
	struct nb_arena *a = nb_arena_new();
	struct nb_diags d;
	bool ok;

	nb_diags_init(&d, a);
	ok = nb_file_write(path, bytes->str, bytes->len, &d) == NB_OK;
	nb_show_trouble(cli, &d);
	nb_arena_free(a);
	return ok;
}

bool
nb_index_write(struct nb_cli *cli, const char *folder, const GPtrArray *record)
{
	g_autofree char *html = g_build_filename(folder, NB_INDEX_HTML, NULL);
	g_autofree char *csv = g_build_filename(folder, NB_INDEX_CSV, NULL);
	g_autoptr(GString) page = g_string_new(NULL);
	g_autoptr(GString) table = g_string_new(NULL);

	nb_index_html(page, record);
	nb_index_csv(table, record);
	return nb_index_file(cli, html, page) && nb_index_file(cli, csv, table);
}
