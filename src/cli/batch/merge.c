#include "cli/batch/merge.h"

enum { TOTAL_MOST = 50000000 };

void
nb_merge_init(struct nb_merge *m)
{
	*m = (struct nb_merge){ 0 };
}

static void
free_record(struct nb_record *r)
{
	if (r == NULL)
		return;
	nb_record_clear(r);
	g_free(r);
}

void
nb_merge_clear(struct nb_merge *m)
{
	for (uint32_t i = 0; i < m->head.total; i++) {
		free_record(m->record[i]);
		free_record(m->twice[i]);
	}
	g_free(m->record);
	g_free(m->twice);
	g_free(m->part);
	nb_report_head_clear(&m->head);
}

/* The first head says what all must say. */
static bool
take_head(struct nb_merge *m, struct nb_cli *cli, const char *path,
    struct nb_report_head *head)
{
	if (m->record == NULL) {
		m->head = *head;
		*head = (struct nb_report_head){ 0 };
		m->record = g_new0(struct nb_record *, m->head.total + 1);
		m->twice = g_new0(struct nb_record *, m->head.total + 1);
		m->part = g_new0(bool, m->head.shards);
		m->part[m->head.shard - 1] = true;
		return true;
	}
	if (g_strcmp0(head->list, m->head.list) != 0 ||
	    head->total != m->head.total)
		nb_cli_complain(cli, "“%s”和前面的报告不是同一个清单", path);
	else if (head->shards != m->head.shards)
		nb_cli_complain(cli,
		    "“%s”是分成 %u 份做的，前面的报告是分成 %u 份做的", path,
		    head->shards, m->head.shards);
	else if (g_strcmp0(head->settings, m->head.settings) != 0)
		nb_cli_complain(cli,
		    "“%s”和前面的报告，程序、模板、字体或选项不一样", path);
	else {
		m->part[head->shard - 1] = true;
		return true;
	}
	return false;
}

static bool
is_done(const struct nb_record *r)
{
	return r->done != NB_DONE_LEFT && r->done != NB_DONE_FAILED;
}

static void
take_record(struct nb_merge *m, struct nb_record *r)
{
	const uint32_t i = r->number - 1;
	struct nb_record *before = m->record[i];

	if (before == NULL) {
		m->record[i] = r;
		return;
	}
	free_record(m->twice[i]);
	if (is_done(before) && !is_done(r)) {
		m->twice[i] = r;
	} else {
		m->twice[i] = before;
		m->record[i] = r;
	}
}

static bool
take_line(struct nb_merge *m, const char *line)
{
	struct nb_record *r = g_new(struct nb_record, 1);

	if (nb_record_read(line, r) && r->number > 0 &&
	    r->number <= m->head.total) {
		take_record(m, r);
		return true;
	}
	free_record(r);
	return false;
}

bool
nb_merge_add(struct nb_merge *m, struct nb_cli *cli, const char *path)
{
	g_autofree char *bytes = NULL;
	g_auto(GStrv) line = NULL;
	struct nb_report_head head;
	bool ok;

	if (!g_file_get_contents(path, &bytes, NULL, NULL)) {
		nb_cli_complain(cli, "读不了“%s”", path);
		return false;
	}
	line = g_strsplit(bytes, "\n", -1);
	ok = line[0] != NULL && nb_report_head_read(line[0], &head);
	if (!ok || head.total > TOTAL_MOST) {
		nb_cli_complain(cli, "“%s”不是 batch --report 写的报告", path);
		if (line[0] != NULL)
			nb_report_head_clear(&head);
		return false;
	}
	ok = take_head(m, cli, path, &head);
	nb_report_head_clear(&head);
	for (unsigned i = 1; ok && line[i] != NULL; i++) {
		if (*line[i] == '\0' || take_line(m, line[i]))
			continue;
		nb_cli_complain(cli, "“%s”第 %u 行读不懂", path, i + 1);
		ok = false;
	}
	return ok;
}

/* A list of numbers with runs drawn together: 3—5、9. */
static void
add_number(GString *out, uint32_t *from, uint32_t *to, uint32_t next)
{
	if (*to != 0 && next == *to + 1) {
		*to = next;
		return;
	}
	if (*to != 0) {
		g_string_append_printf(
		    out, "%s%u", out->len > 0 ? "、" : "", *from);
		if (*to > *from)
			g_string_append_printf(out, "—%u", *to);
	}
	*from = *to = next;
}

/* What kind of fault one is looked for. */
typedef bool is_at_fault(const struct nb_merge *m, uint32_t i);

static bool
is_part_missing(const struct nb_merge *m, uint32_t i)
{
	return !m->part[i];
}

static bool
is_missing(const struct nb_merge *m, uint32_t i)
{
	return m->record[i] == NULL;
}

static bool
is_left(const struct nb_merge *m, uint32_t i)
{
	return m->record[i] != NULL && m->record[i]->done == NB_DONE_LEFT;
}

static bool
is_twice(const struct nb_merge *m, uint32_t i)
{
	return m->twice[i] != NULL;
}

/* One line, when there is anything at fault. */
static void
add_fault(GPtrArray *fault, const struct nb_merge *m, uint32_t n,
    is_at_fault *test, const char *before, const char *behind)
{
	g_autoptr(GString) list = g_string_new(NULL);
	uint32_t from = 0, to = 0;

	for (uint32_t i = 0; i < n; i++)
		if (test(m, i))
			add_number(list, &from, &to, i + 1);
	add_number(list, &from, &to, 0);
	if (list->len > 0)
		g_ptr_array_add(
		    fault, g_strconcat(before, list->str, behind, NULL));
}

GPtrArray *
nb_merge_faults(const struct nb_merge *m)
{
	GPtrArray *fault = g_ptr_array_new_with_free_func(g_free);
	const uint32_t total = m->head.total;

	add_fault(
	    fault, m, m->head.shards, is_part_missing, "缺少分片 ", " 的报告");
	add_fault(
	    fault, m, total, is_missing, "序号 ", " 的文件不在任何一份报告里");
	add_fault(fault, m, total, is_left, "序号 ", " 的文件还没有做");
	add_fault(
	    fault, m, total, is_twice, "序号 ", " 的文件在不止一份报告里");
	return fault;
}

GPtrArray *
nb_merge_records(const struct nb_merge *m)
{
	GPtrArray *record = g_ptr_array_new();

	for (uint32_t i = 0; i < m->head.total; i++)
		if (m->record[i] != NULL)
			g_ptr_array_add(record, m->record[i]);
	return record;
}
