/*
 * fuzz_write.c - any bytes as an old document and as last year's file: what
 * repair changed is in its log, what is written reads the same, and next
 * year's file is no worse than the old one.
 */
#include "fuzz.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "import/log.h"
#include "import/log_json.h"
#include "import/next.h"
#include "import/repair.h"
#include "model/prose.h"
#include "source/reader.h"
#include "source/write.h"

#include <glib.h>
#include <string.h>

/* A line with the changes of the log made by hand. */
static void
judge_log(const struct nb_raw_line *was, const struct nb_raw_line *now,
    const struct nb_import_log *log, uint32_t *next)
{
	g_autoptr(GString) made = g_string_new(NULL);
	const struct nb_str s = was->text;
	size_t at = 0;
	uint32_t i = 0;

	for (; *next < log->n && log->entry[*next].row == was->row; ++*next) {
		const struct nb_log_entry *e = &log->entry[*next];
		size_t begin = at;

		if (e->what == NB_LOG_DOUBT)
			continue;
		for (; i < e->at; i++)
			nb_utf8_next(s, &at);
		g_string_append_len(made, s.p + begin, (gssize)(at - begin));
		nb_assert(nb_str_starts(nb_str_from(s, at), e->was));
		g_string_append_len(made, e->now.p, (gssize)e->now.n);
		at += e->was.n;
		i += (uint32_t)nb_str_chars(e->was);
	}
	g_string_append_len(made, s.p + at, (gssize)(s.n - at));
	nb_assert(nb_str_eq(
	    nb_str_trim((struct nb_str){ made->str, made->len }), now->text));
}

static struct nb_raw
repair(struct nb_arena *a, const struct nb_text *t)
{
	const struct nb_repair_options o = { .simplify = false };
	struct nb_raw_line *line = nb_new_n(a, struct nb_raw_line, t->n_lines);
	const struct nb_raw raw = { t->name, .place = "行", .line = line,
		.n = t->n_lines };
	g_autoptr(GString) json = g_string_new(NULL);
	struct nb_import_log log;
	struct nb_raw ret;
	uint32_t next = 0;

	for (uint32_t i = 0; i < raw.n; i++)
		line[i] = (struct nb_raw_line){ .text = nb_text_line(t, i + 1),
			.row = i + 1 };
	nb_log_init(&log, a);
	ret = nb_repair(a, &raw, &o, &log);
	for (uint32_t i = 0; i < raw.n; i++)
		judge_log(&line[i], &ret.line[i], &log, &next);
	nb_assert(next == log.n);
	nb_log_write_json(json, &raw, &log);
	return ret;
}

static void
judge_value(const struct nb_node *node, struct nb_str want)
{
	nb_assert(node != NULL && node->kind == NB_NODE_SCALAR);
	nb_assert(nb_str_eq(node->scalar.value, want));
}

static void
judge_paras(struct nb_arena *a, const struct nb_node *node,
    const struct nb_str *para, uint32_t n)
{
	const struct nb_paras got = nb_paras_read(a, node, NULL, NULL);
	uint32_t seen = 0;

	for (uint32_t i = 0; i < n; i++) {
		if (para[i].n == 0)
			continue;
		nb_assert(seen < got.n);
		nb_assert(nb_str_eq(got.para[seen++].text, para[i]));
	}
	nb_assert(seen == got.n);
}

/* All lines as paragraphs, as names, and each as a value. */
static void
write_back(struct nb_arena *a, const struct nb_raw *raw)
{
	struct nb_str *s = nb_new_n(a, struct nb_str, raw->n);
	g_autoptr(GString) out = g_string_new(NULL);
	struct nb_writer w = { .out = out };
	const struct nb_node *root, *list;
	struct nb_diags d;

	for (uint32_t i = 0; i < raw->n; i++)
		s[i] = raw->line[i].text;
	nb_write_paras(&w, NB_S("正文"), s, raw->n);
	nb_write_open(&w, NB_S("条目"));
	for (uint32_t i = 0; i < raw->n; i++) {
		nb_write_item(&w);
		nb_write_comment(&w, s[i]);
		nb_write_text(&w, NB_S("标题"), s[i]);
		nb_write_names(
		    &w, NB_S("列"), (struct nb_str[]){ s[i], s[0] }, 2);
	}
	nb_write_close(&w);
	nb_diags_init(&d, a);
	root = nb_source_yaml(a,
	    nb_source_text(
		a, NB_S("w"), (struct nb_str){ out->str, out->len }, &d),
	    &d);
	nb_assert(d.first == NULL);
	judge_paras(a, nb_node_get(root, NB_S("正文")), s, raw->n);
	list = nb_node_get(root, NB_S("条目"));
	for (uint32_t i = 0; i < raw->n; i++) {
		const struct nb_node *item = list->list.item[i];

		judge_value(nb_node_get(item, NB_S("标题")), s[i]);
		judge_value(nb_node_get(item, NB_S("列"))->list.item[0], s[i]);
	}
}

static void
carry_over(struct nb_arena *a, const struct nb_text *text)
{
	const struct nb_node *root;
	struct nb_diags d, after;
	struct nb_next next;

	nb_diags_init(&d, a);
	nb_diags_init(&after, a);
	root = nb_source_yaml(a, text, &d);
	if (d.n[NB_ERROR] > 0)
		return;
	(void)nb_next(a, text, root, NB_S("上年.yaml"), &next);
	nb_source_yaml(
	    a, nb_source_text(a, NB_S("n"), next.yaml, &after), &after);
	nb_assert(next.yaml.n == 0 || after.n[NB_ERROR] == 0);
}

int
LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
	const struct nb_str s = { size > 0 ? (const char *)bytes : "", size };
	struct nb_arena *a = nb_arena_new();
	const struct nb_text *text;
	struct nb_diags d;
	struct nb_raw raw;

	nb_diags_init(&d, a);
	text = nb_source_text(a, NB_S("fuzz"), s, &d);
	raw = repair(a, text);
	write_back(a, &raw);
	carry_over(a, text);
	nb_arena_free(a);
	return 0;
}
