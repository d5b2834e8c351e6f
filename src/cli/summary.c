#include "cli/summary.h"

#include "base/arena.h"
#include "check/copies.h"
#include "check/coverage.h"
#include "cli/copies_show.h"
#include "diag/render.h"
#include "diag/said.h"
#include "style/outline.h"

#include <stdlib.h>

enum { NOT_ASKED = NB_COVER_MISSING + 1, COVERS };

/* One document. */
struct row {
	uint32_t number; /* in the order of reading */
	struct nb_str path;
	struct nb_diags counts;  /* of its findings */
	unsigned covers[COVERS]; /* how many items are covered so */
	uint8_t *cover;          /* by column */
	struct nb_copy copy;
};

struct nb_summary {
	struct nb_arena *arena;
	const struct nb_outline *outline;
	struct nb_str *column; /* names of items */
	uint32_t n_columns;
	GArray *row;        /* struct row */
	GPtrArray *skipped; /* char *, owned */
	struct nb_copies *copies;
	unsigned n_heeded; /* documents of whose findings people have spoken */
	bool done;
};

static uint32_t
find_column(const struct nb_summary *s, struct nb_str name)
{
	uint32_t i = 0;

	while (i < s->n_columns && !nb_str_eq(s->column[i], name))
		i++;
	return i;
}

struct nb_summary *
nb_summary_new(const struct nb_outline *outline)
{
	struct nb_summary *s = g_new0(struct nb_summary, 1);

	s->arena = nb_arena_new();
	s->outline = outline;
	s->column = nb_new_n(s->arena, struct nb_str, outline->n_items);
	for (uint32_t i = 0; i < outline->n_items; i++) {
		const struct nb_outline_item *item = &outline->item[i];

		if (item->need != NB_NEED_MAY &&
		    find_column(s, item->name) == s->n_columns)
			s->column[s->n_columns++] = item->name;
	}
	s->row = g_array_new(FALSE, FALSE, sizeof(struct row));
	s->skipped = g_ptr_array_new_with_free_func(g_free);
	s->copies = nb_copies_new(outline);
	return s;
}

void
nb_summary_free(struct nb_summary *s)
{
	if (s == NULL)
		return;
	g_array_unref(s->row);
	g_ptr_array_unref(s->skipped);
	nb_copies_free(s->copies);
	nb_arena_free(s->arena);
	g_free(s);
}

static bool
is_heeded(const struct row *row)
{
	return nb_hidden_sum(row->counts.n_hidden) + row->counts.n_accepted > 0;
}

void
nb_summary_add(struct nb_summary *s, const struct nb_document *doc)
{
	struct row row = {
		.number = s->row->len,
		.path = nb_arena_str(s->arena, doc->text->name),
		.cover = nb_new_n(s->arena, uint8_t, s->n_columns),
	};

	nb_diags_count(&row.counts, &doc->diags);
	s->n_heeded += is_heeded(&row);
	for (uint32_t i = 0; i < s->n_columns; i++)
		row.cover[i] = NOT_ASKED;
	for (uint32_t i = 0; i < doc->coverage.n; i++) {
		const struct nb_coverage_item *item = &doc->coverage.item[i];
		const uint32_t column = find_column(s, item->item);

		if (column == s->n_columns)
			continue;
		row.cover[column] = (uint8_t)item->cover;
		row.covers[item->cover]++;
	}
	g_array_append_val(s->row, row);
	nb_copies_add(s->copies, row.path, doc->report);
}

void
nb_summary_skip(struct nb_summary *s, const char *path)
{
	g_ptr_array_add(s->skipped, g_strdup(path));
}

/* The worse first; equals in the order of reading. */
static int
compare_rows(const void *pa, const void *pb)
{
	const struct row *a = pa, *b = pb;
	const int64_t key[] = {
		(int64_t)b->counts.n[NB_ERROR] - a->counts.n[NB_ERROR],
		(int64_t)b->counts.n[NB_WARNING] - a->counts.n[NB_WARNING],
		(int64_t)b->covers[NB_COVER_MISSING] -
		    a->covers[NB_COVER_MISSING],
		(int64_t)b->covers[NB_COVER_WEAK] - a->covers[NB_COVER_WEAK],
		(int64_t)a->number - b->number,
	};

	for (size_t i = 0; i < NB_COUNT(key); i++)
		if (key[i] != 0)
			return key[i] < 0 ? -1 : 1;
	return 0;
}

static const struct row *
row_at(const struct nb_summary *s, uint32_t i)
{
	return &g_array_index(s->row, struct row, i);
}

/* Compares the documents, by their numbers; then sorts them. */
static void
finish(struct nb_summary *s)
{
	if (!s->done)
		nb_copies_compare(s->copies);
	for (guint i = 0; i < s->row->len && !s->done; i++)
		g_array_index(s->row, struct row, i).copy =
		    nb_copies_of(s->copies, i);
	if (!s->done)
		g_array_sort(s->row, compare_rows);
	s->done = true;
}

/* The path of a document by its number. */
static struct nb_str *
paths_by_number(const struct nb_summary *s)
{
	struct nb_str *path = g_new0(struct nb_str, s->row->len + 1);

	for (guint i = 0; i < s->row->len; i++)
		path[row_at(s, i)->number] = row_at(s, i)->path;
	return path;
}

/* Of its characters so many in a thousand are in shared passages. */
static unsigned
per_mille(const struct nb_copy *c)
{
	return c->han == 0 ? 0 : (unsigned)(1000ull * c->shared / c->han);
}

/* Of a column, with the blank behind it. [cell] */
static int
column_width(const struct nb_summary *s)
{
	return s->n_columns < 10 ? 2 : 3;
}

static void
write_head(GString *out, const struct nb_summary *s)
{
	g_string_append(out, "错误  警告  提示  ");
	if (s->n_heeded > 0)
		g_string_append(out, "不采纳  未改  ");
	for (uint32_t i = 0; i < s->n_columns; i++)
		g_string_append_printf(out, "%-*u", column_width(s), i + 1);
	g_string_append(out, "  雷同  文件\n");
}

static void
write_row(GString *out, const struct nb_summary *s, const struct row *row,
    const struct nb_str *path, bool colour)
{
	const struct nb_diags *d = &row->counts;

	g_string_append_printf(out, "%4u  %4u  %4u  ", d->n[NB_ERROR],
	    d->n[NB_WARNING], d->n[NB_NOTE]);
	if (s->n_heeded > 0)
		g_string_append_printf(out, "%6u  %4u  ",
		    nb_hidden_sum(d->n_hidden), d->n_accepted);
	for (uint32_t i = 0; i < s->n_columns; i++) {
		const enum nb_cover cover = (enum nb_cover)row->cover[i];
		const bool asked = row->cover[i] != NOT_ASKED;

		if (asked && colour)
			g_string_append(out, nb_cover_colour(cover));
		g_string_append(out, asked ? nb_cover_mark(cover) : " ");
		if (asked && colour)
			g_string_append(out, "\033[0m");
		g_string_append_printf(out, "%*s", column_width(s) - 1, "");
	}
	g_string_append_printf(out, "  %3u%%  ", per_mille(&row->copy) / 10);
	nb_render_text(out, row->path);
	if (row->copy.nearest != row->number) {
		g_string_append(out, "（最近：");
		nb_render_text(out, path[row->copy.nearest]);
		g_string_append(out, "）");
	}
	g_string_append_c(out, '\n');
}

static void
write_legend(GString *out, const struct nb_summary *s)
{
	for (uint32_t i = 0; i < s->n_columns; i++) {
		g_string_append_printf(out, "%s%u ", i > 0 ? "  " : "", i + 1);
		nb_render_text(out, s->column[i]);
	}
	g_string_append(out,
	    "\n雷同：与别的文件相同的段落所占的比例，换过数字、名称或者几个字的"
	    "也算\n");
	if (s->n_heeded > 0)
		g_string_append(out,
		    "不采纳：审核意见里写明理由、不再提示的问题；"
		    "未改：采纳了还没有改的，也算在前面\n");
}

static void
write_skipped(GString *out, const struct nb_summary *s, bool notes)
{
	if (s->skipped->len == 0)
		return;
	g_string_append_printf(out,
	    "\n另有 %u 个 YAML 文件不是报告，没有查%s\n", s->skipped->len,
	    notes ? "：" : "（加 -v 列出）");
	for (guint i = 0; i < s->skipped->len && notes; i++) {
		g_string_append(out, "  ");
		nb_render_text(out, nb_str_z(s->skipped->pdata[i]));
		g_string_append_c(out, '\n');
	}
}

static void
write_totals(GString *out, const struct nb_summary *s)
{
	unsigned n[COVERS] = { 0 }, faulty = 0;

	for (guint i = 0; i < s->row->len; i++) {
		const struct row *row = row_at(s, i);

		faulty += row->counts.n[NB_ERROR] > 0;
		n[NB_COVER_MISSING] += row->covers[NB_COVER_MISSING] > 0;
		n[NB_COVER_WEAK] += row->covers[NB_COVER_WEAK] > 0;
	}
	g_string_append_printf(out,
	    "\n%u 份：有错误的 %u 份，大纲有缺项的 %u 份、有弱项的 %u 份\n",
	    s->row->len, faulty, n[NB_COVER_MISSING], n[NB_COVER_WEAK]);
}

void
nb_summary_full(GString *out, struct nb_summary *s, bool notes, bool colour)
{
	g_autofree struct nb_str *path = NULL;

	finish(s);
	path = paths_by_number(s);
	if (s->row->len > 0)
		write_head(out, s);
	for (guint i = 0; i < s->row->len; i++)
		write_row(out, s, row_at(s, i), path, colour);
	if (s->row->len > 0)
		write_legend(out, s);
	nb_copies_show_full(out, s->copies, path, notes);
	write_totals(out, s);
	write_skipped(out, s, notes);
}

static void
write_items_json(
    GString *out, const struct nb_summary *s, const struct row *row)
{
	bool first = true;

	for (uint32_t i = 0; i < s->n_columns; i++) {
		if (row->cover[i] == NOT_ASKED)
			continue;
		g_string_append(out, first ? "{\"item\":" : ",{\"item\":");
		nb_render_json_string(out, s->column[i]);
		g_string_append_printf(out, ",\"status\":\"%s\"}",
		    nb_cover_name((enum nb_cover)row->cover[i]));
		first = false;
	}
}

static void
write_row_json(GString *out, const struct nb_summary *s, const struct row *row,
    const struct nb_str *path)
{
	const unsigned share = per_mille(&row->copy);

	g_string_append(out, "{\"type\":\"document\",\"file\":");
	nb_render_json_string(out, row->path);
	nb_render_json_counts(out, &row->counts);
	g_string_append(out, ",\"items\":[");
	write_items_json(out, s, row);
	g_string_append_printf(out,
	    "],\"copied\":{\"percent\":%u.%u,\"nearest\":", share / 10,
	    share % 10);
	if (row->copy.nearest == row->number)
		g_string_append(out, "null");
	else
		nb_render_json_string(out, path[row->copy.nearest]);
}

void
nb_summary_json(GString *out, struct nb_summary *s, bool notes)
{
	g_autofree struct nb_str *path = NULL;

	finish(s);
	path = paths_by_number(s);
	for (guint i = 0; i < s->row->len; i++) {
		write_row_json(out, s, row_at(s, i), path);
		g_string_append(out, "}}\n");
	}
	nb_copies_show_json(out, s->copies, path, notes);
	for (guint i = 0; i < s->skipped->len; i++) {
		g_string_append(out, "{\"type\":\"skipped\",\"file\":");
		nb_render_json_string(out, nb_str_z(s->skipped->pdata[i]));
		g_string_append(out, "}\n");
	}
}
