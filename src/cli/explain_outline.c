#include "cli/explain_outline.h"

#include "check/coverage.h"
#include "cli/table.h"

enum { INDENT = 2 }; /* of a level [cell] */

/* What decided. */
enum by { BY_KEY, BY_WORD, BY_CHAPTER, BY_PLACE, BY_NOTHING };

/* One row: a heading, or a key that is a chapter by itself. */
struct row {
	uint32_t line, depth;
	struct nb_str title;
	const struct nb_heading *heading; /* NULL: a key */
	struct nb_str key;
	enum by by;
};

/* Topics, items, reasons: names with 、 between. */
static void
add_name(GString *list, struct nb_str name, const char *remark)
{
	if (list->len > 0)
		g_string_append(list, "、");
	nb_render_text(list, name);
	g_string_append(list, remark);
}

static enum by
decide(const struct nb_headings *hs, const struct nb_heading *h)
{
	const struct nb_str key = h->section->item.text;

	if (h->item != NULL ||
	    (key.n > 0 && nb_outline_topic_named(hs->outline, key) != NULL))
		return BY_KEY;
	if (h->said != NULL)
		return BY_WORD;
	return h->topic != NULL ? BY_CHAPTER : BY_NOTHING;
}

static uint32_t
line_of(struct nb_span span)
{
	return nb_text_pos(span.text, span.begin).line;
}

/* Where the headings end that stand under one that treats something. */
static uint32_t
known_until(const struct nb_heading *h, uint32_t until)
{
	return h->item != NULL || h->topic != NULL ? MAX(until, h->end) : until;
}

static struct row
row_of_heading(const struct nb_headings *hs, const struct nb_heading *h)
{
	return (struct row){
		.line = line_of(h->section->span),
		.depth = h->depth,
		.title = h->section->title.text,
		.heading = h,
		.key = h->section->item.text,
		.by = decide(hs, h),
	};
}

static void
add_key_row(GArray *rows, struct nb_span span, const struct nb_prose *title,
    struct nb_str key)
{
	const struct row row = {
		.line = line_of(span),
		.depth = 1,
		.title = title->text.n > 0 ? title->text : key,
		.key = key,
		.by = BY_KEY,
	};

	g_array_append_val(rows, row);
}

static GArray *
collect(const struct nb_headings *hs)
{
	const struct nb_report *r = hs->report;
	GArray *rows = g_array_new(FALSE, FALSE, sizeof(struct row));
	uint32_t until = 0;

	for (uint32_t i = 0; i < hs->n; i++) {
		struct row row = row_of_heading(hs, &hs->heading[i]);

		if (row.by == BY_NOTHING && i < until)
			row.by = BY_PLACE;
		until = known_until(&hs->heading[i], until);
		g_array_append_val(rows, row);
	}
	if (r->problems != NULL)
		add_key_row(rows, r->problems->span, &r->problems->title,
		    NB_S("存在问题"));
	if (r->next_tasks != NULL)
		add_key_row(rows, r->next_tasks->span, &r->next_tasks->title,
		    NB_S("下年任务"));
	return rows;
}

static void
add_topics(GString *list, const struct row *row)
{
	const struct nb_heading *h = row->heading;

	if (h == NULL) {
		add_name(list, row->key, "");
		return;
	}
	if (h->topic != NULL)
		add_name(list, h->topic->name, "");
	for (uint32_t i = 0; i < h->n_beside; i++)
		add_name(list, h->beside[i]->name, "");
}

/* Whether a row treats an item that is asked. */
static enum nb_cover
cover_of(const struct nb_headings *hs, const struct row *row,
    const struct nb_outline_item *item)
{
	static const struct {
		enum nb_outline_key key;
		const char *name;
	} keys[] = {
		{ NB_OUTLINE_KEY_PROBLEMS, "存在问题" },
		{ NB_OUTLINE_KEY_NEXT, "下年任务" },
	};

	if (!nb_outline_asks(item, hs->report->kind, hs->report->level))
		return NB_COVER_MISSING;
	if (row->heading != NULL)
		return nb_heading_cover(hs, row->heading, item);
	for (size_t i = 0; i < NB_COUNT(keys); i++)
		if (item->key == keys[i].key &&
		    nb_str_eq(row->key, nb_str_z(keys[i].name)))
			return NB_COVER_STRONG;
	return NB_COVER_MISSING;
}

static void
add_items(GString *list, const struct nb_headings *hs, const struct row *row)
{
	for (uint32_t i = 0; i < hs->outline->n_items; i++) {
		const struct nb_outline_item *item = &hs->outline->item[i];
		const enum nb_cover cover = cover_of(hs, row, item);

		if (cover != NB_COVER_MISSING)
			add_name(list, item->name,
			    cover == NB_COVER_WEAK ? "（弱）" : "");
	}
}

/* The words that decided, as the outline has them. */
static void
add_words(GString *list, const struct nb_headings *hs, const struct row *row)
{
	const struct nb_heading *h = row->heading;

	add_name(list, nb_topic_word(h->said, h->words, hs->next_year), "");
	for (uint32_t i = 0; i < h->n_beside; i++)
		add_name(list,
		    nb_topic_word(h->beside[i], h->words, hs->next_year), "");
}

static void
add_reason(GString *list, const struct nb_headings *hs, const struct row *row)
{
	g_autoptr(GString) words = g_string_new(NULL);

	switch (row->by) {
	case BY_KEY:
		g_string_append(list, row->heading != NULL ? "大纲：" : "键：");
		nb_render_text(list, row->key);
		return;
	case BY_WORD:
		add_words(words, hs, row);
		g_string_append_printf(list, "词：%s", words->str);
		return;
	case BY_CHAPTER:
		g_string_append(list, "随本章");
		return;
	case BY_PLACE:
		g_string_append(list, "并入上级");
		return;
	case BY_NOTHING:
		g_string_append(list, "认不出");
		return;
	}
	NB_UNREACHABLE();
}

static const char *
keep(GStringChunk *chunk, const GString *s)
{
	return g_string_chunk_insert_len(chunk, s->str, (gssize)s->len);
}

static struct nb_table_row
write_row(
    GStringChunk *chunk, const struct nb_headings *hs, const struct row *row)
{
	g_autoptr(GString) line = g_string_new(NULL);
	g_autoptr(GString) title = g_string_new(NULL);
	g_autoptr(GString) topics = g_string_new(NULL);
	g_autoptr(GString) items = g_string_new(NULL);
	g_autoptr(GString) reason = g_string_new(NULL);

	g_string_append_printf(line, "%u", row->line);
	g_string_append_printf(
	    title, "%*s", (int)(INDENT * (row->depth - 1)), "");
	nb_render_text(title, row->title.n > 0 ? row->title : NB_S("（无题）"));
	add_topics(topics, row);
	add_items(items, hs, row);
	add_reason(reason, hs, row);
	if (topics->len == 0)
		g_string_append_c(topics, '-');
	if (items->len == 0)
		g_string_append_c(items, '-');
	return (struct nb_table_row){ { keep(chunk, line), keep(chunk, title),
	    keep(chunk, topics), keep(chunk, items), keep(chunk, reason) } };
}

static void
write_table(GString *out, const struct nb_headings *hs, const GArray *rows)
{
	g_autoptr(GStringChunk) chunk = g_string_chunk_new(4096);
	g_autoptr(GArray) table =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_table_row));
	const struct nb_table_row head = { { "行", "标题", "主题", "大纲项",
	    "凭什么" } };

	g_array_append_val(table, head);
	for (guint i = 0; i < rows->len; i++) {
		const struct nb_table_row row =
		    write_row(chunk, hs, &g_array_index(rows, struct row, i));

		g_array_append_val(table, row);
	}
	nb_table_write(
	    out, "", (const struct nb_table_row *)table->data, table->len);
}

static void
write_items_json(
    GString *out, const struct nb_headings *hs, const struct row *row)
{
	bool first = true;

	for (uint32_t i = 0; i < hs->outline->n_items; i++) {
		const struct nb_outline_item *item = &hs->outline->item[i];
		const enum nb_cover cover = cover_of(hs, row, item);

		if (cover == NB_COVER_MISSING)
			continue;
		g_string_append(out, first ? "{\"item\":" : ",{\"item\":");
		nb_render_json_string(out, item->name);
		g_string_append_printf(
		    out, ",\"status\":\"%s\"}", nb_cover_name(cover));
		first = false;
	}
}

static void
write_string_json(GString *out, const char *key, struct nb_str value)
{
	g_string_append_printf(out, ",\"%s\":", key);
	if (value.n > 0)
		nb_render_json_string(out, value);
	else
		g_string_append(out, "null");
}

static void
write_json(GString *out, const struct nb_headings *hs, const struct row *row)
{
	static const char *const by[] = {
		[BY_KEY] = "key",
		[BY_WORD] = "word",
		[BY_CHAPTER] = "chapter",
		[BY_PLACE] = "place",
		[BY_NOTHING] = "nothing",
	};
	g_autoptr(GString) topics = g_string_new(NULL);
	g_autoptr(GString) words = g_string_new(NULL);

	add_topics(topics, row);
	if (row->by == BY_WORD)
		add_words(words, hs, row);
	g_string_append(out, "{\"type\":\"heading\",\"file\":");
	nb_render_json_string(out, hs->report->source->name);
	g_string_append_printf(
	    out, ",\"line\":%u,\"depth\":%u", row->line, row->depth);
	write_string_json(out, "title", row->title);
	write_string_json(
	    out, "topic", (struct nb_str){ topics->str, topics->len });
	g_string_append_printf(out, ",\"by\":\"%s\"", by[row->by]);
	write_string_json(
	    out, "word", (struct nb_str){ words->str, words->len });
	g_string_append(out, ",\"items\":[");
	write_items_json(out, hs, row);
	g_string_append(out, "]}\n");
}

void
nb_explain_outline(
    GString *out, enum nb_format format, const struct nb_headings *hs)
{
	g_autoptr(GArray) rows = collect(hs);

	if (format != NB_FORMAT_JSON) {
		write_table(out, hs, rows);
		return;
	}
	for (guint i = 0; i < rows->len; i++)
		write_json(out, hs, &g_array_index(rows, struct row, i));
}
