/*
 * style/outline_value.c - reads single values of an outline.
 */
#include "style/outline_value.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "style/codes.h"

struct nb_words_file
nb_outline_file(const struct nb_outline_reader *rd)
{
	return (struct nb_words_file){ rd->arena, rd->diags, "大纲文件",
		&nb_code_L40, &nb_code_L41 };
}

void
nb_outline_misshapen(const struct nb_outline_reader *rd,
    const struct nb_node *node, const char *want)
{
	const struct nb_words_file f = nb_outline_file(rd);

	nb_words_misshapen(&f, node->span, want);
}

struct nb_str
nb_outline_text(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	if (node->kind == NB_NODE_SCALAR && node->scalar.value.n > 0)
		return nb_arena_str(rd->arena, node->scalar.value);
	nb_outline_misshapen(rd, node, "一段文字");
	return NB_S("");
}

struct nb_words
nb_outline_words(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	const struct nb_words_file f = nb_outline_file(rd);

	return nb_words_read(&f, node);
}

uint32_t
nb_outline_count(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	uint32_t n = 0;
	struct nb_str s = NB_S("");

	if (node->kind == NB_NODE_SCALAR)
		s = node->scalar.value;
	for (size_t i = 0; i < s.n; i++) {
		if (!nb_is_digit((unsigned char)s.p[i]) || n > 10000) {
			s.n = 0;
			break;
		}
		n = n * 10 + (uint32_t)(s.p[i] - '0');
	}
	if (s.n == 0)
		nb_outline_misshapen(rd, node, "一个整数");
	return s.n == 0 ? 0 : n;
}

/* Where the value stands among the names, or n with a finding. */
static size_t
read_choice(const struct nb_outline_reader *rd, const struct nb_node *node,
    const char *const *name, size_t n, const char *want)
{
	size_t i;

	for (i = 0; i < n; i++)
		if (node->kind == NB_NODE_SCALAR &&
		    nb_str_eq(node->scalar.value, nb_str_z(name[i])))
			return i;
	nb_outline_misshapen(rd, node, want);
	return n;
}

bool
nb_outline_flag(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	static const char *const name[] = { "是", "否" };

	return read_choice(rd, node, name, NB_COUNT(name), "“是”或“否”") == 0;
}

enum nb_need
nb_outline_need(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	static const char *const name[] = {
		[NB_NEED_MUST] = "必写",
		[NB_NEED_SHOULD] = "应写",
		[NB_NEED_ELSEWHERE] = "另查",
		[NB_NEED_MAY] = "可写",
	};
	const size_t i = read_choice(
	    rd, node, name, NB_COUNT(name), "“必写”“应写”“另查”或“可写”");

	return i < NB_COUNT(name) ? (enum nb_need)i : NB_NEED_MAY;
}

enum nb_outline_key
nb_outline_key(const struct nb_outline_reader *rd, const struct nb_node *node)
{
	static const char *const name[] = { "存在问题", "下年任务" };

	switch (read_choice(
	    rd, node, name, NB_COUNT(name), "“存在问题”或“下年任务”")) {
	case 0:
		return NB_OUTLINE_KEY_PROBLEMS;
	case 1:
		return NB_OUTLINE_KEY_NEXT;
	}
	return NB_OUTLINE_KEY_NONE;
}

/* Those of n names that a list holds. */
static void
read_choices(const struct nb_outline_reader *rd, const struct nb_node *node,
    const char *const *name, size_t n, const char *want, bool *ret)
{
	if (node->kind != NB_NODE_LIST) {
		nb_outline_misshapen(rd, node, want);
		return;
	}
	for (size_t i = 0; i < n; i++)
		ret[i] = false;
	for (uint32_t i = 0; i < node->list.n; i++) {
		const size_t k =
		    read_choice(rd, node->list.item[i], name, n, want);

		if (k < n)
			ret[k] = true;
	}
}

void
nb_outline_kinds(
    const struct nb_outline_reader *rd, const struct nb_node *node, bool *kind)
{
	static const char *const name[] = {
		[NB_KIND_REPORT] = "年度报告",
		[NB_KIND_PLAN] = "工作方案",
		[NB_KIND_OUTLINE] = "实施纲要",
	};

	read_choices(rd, node, name, NB_COUNT(name),
	    "一列文种：年度报告、工作方案、实施纲要", kind);
}

void
nb_outline_levels(
    const struct nb_outline_reader *rd, const struct nb_node *node, bool *level)
{
	static const char *const name[] = {
		[NB_LEVEL_STREET] = "街道",
		[NB_LEVEL_TOWN] = "乡镇",
		[NB_LEVEL_DISTRICT] = "区县",
		[NB_LEVEL_DEPARTMENT] = "部门",
	};

	read_choices(rd, node, name, NB_COUNT(name),
	    "一列级别：街道、乡镇、区县、部门", level);
}

void
nb_outline_colloquial(
    const struct nb_outline_reader *rd, const struct nb_node *node)
{
	struct nb_colloquial *name;

	if (node->kind != NB_NODE_MAP) {
		nb_outline_misshapen(
		    rd, node, "俗称与正式名称，如 {街办: 街道办事处}");
		return;
	}
	name = nb_new_n(rd->arena, struct nb_colloquial, node->map.n);
	for (uint32_t i = 0; i < node->map.n; i++) {
		name[i].name = nb_arena_str(rd->arena, node->map.pair[i].key);
		name[i].formal = nb_outline_text(rd, node->map.pair[i].value);
	}
	rd->outline->organ.colloquial = name;
	rd->outline->organ.n_colloquial = node->map.n;
}
