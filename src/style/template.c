/*
 * style/template.c - one table says where each value of the template file
 * goes and in which unit it must be written.
 */
#include "style/template.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "style/codes.h"
#include "style/entry.h"
#include "style/template_read.h"

#include <glib.h>

/* Beyond these a value is a slip, and sums of it would not fit. */
enum {
	MOST_RATIO = 10,
	MOST_COUNT = 10000000,
};

struct value {
	const char *path; /* keys joined by / */
	enum nb_unit unit;
	size_t offset;
};

#define AT(field) offsetof(struct nb_template, field)

static const struct value values[] = {
#define V(path, unit, field) { path, NB_UNIT_##unit, AT(field) },
#include "style/template.def"
#undef V
};

/* What the reading of one template file needs. */
struct load {
	struct nb_arena *arena;
	struct nb_diags *diags;
	const struct nb_text *text;
	const struct nb_node *root;
	struct nb_template *t;
	bool failed;
};

static struct nb_diag *
refuse(struct load *l, const struct nb_node *node, const char *path,
    const char *want)
{
	const struct nb_span file = { l->text, 0, 0 };

	l->failed = true;
	return nb_diag_add(l->diags, &nb_code_L30,
	    node != NULL ? node->span : file, "模板的“%s”%s", path, want);
}

static void
suggest(const struct load *l, struct nb_diag *g, struct nb_str word)
{
	if (word.n != 0)
		g->hint = nb_arena_printf(
		    l->arena, "是否想写“" NB_FMT "”", NB_ARG(word));
}

static bool
read_ratio(struct nb_str s, int *ret)
{
	struct nb_str unit;
	double x;

	if (!nb_entry_number(s, &x, &unit) || !nb_str_eq(unit, NB_S("倍")) ||
	    !(x >= 0 && x <= MOST_RATIO))
		return false;
	*ret = (int)nb_len_round(x * 1000);
	return true;
}

static bool
read_count(struct nb_str s, int *ret)
{
	struct nb_str unit;
	double x;

	if (!nb_entry_number(s, &x, &unit) || unit.n != 0 ||
	    !(x >= 0 && x <= MOST_COUNT))
		return false;
	*ret = (int)x;
	return true;
}

static bool
read_words(struct load *l, const struct nb_node *node, struct nb_words *ret)
{
	struct nb_str *word;

	if (node == NULL || node->kind != NB_NODE_LIST)
		return false;
	word = nb_new_n(l->arena, struct nb_str, node->list.n);
	for (uint32_t i = 0; i < node->list.n; i++)
		word[i] = nb_entry_value(node->list.item[i]);
	*ret = (struct nb_words){ .word = word, .n = node->list.n };
	return true;
}

/* 是 or 否, which is also what is not written. */
static bool
read_flag(
    struct load *l, const struct nb_node *of, const char *path, const char *key)
{
	const struct nb_node *node = nb_node_get(of, nb_str_z(key));
	const struct nb_str value = nb_entry_value(node);
	g_autofree char *whole = NULL;

	if (node == NULL || nb_str_eq(value, NB_S("否")))
		return false;
	if (nb_str_eq(value, NB_S("是")))
		return true;
	whole = g_strdup_printf("%s/%s", path, key);
	refuse(l, node, whole, "应是“是”或“否”");
	return false;
}

/* A name that stands in one of the file's own lists, or a finding. */
static void
check_name(struct load *l, const struct nb_node *node, const char *path,
    const char *key)
{
	const struct nb_node *known = nb_node_get(l->root, nb_str_z(key));
	const struct nb_str name = nb_entry_value(node);
	g_autofree char *whole = g_strdup_printf("%s/%s", path, key);
	g_autofree char *want = NULL;
	struct nb_str near = NB_S("");

	if (known != NULL && nb_entry_child(known, name, &near) != SIZE_MAX)
		return;
	want = name.n == 0
	    ? g_strdup("没有写明")
	    : g_strdup_printf("不认识“" NB_FMT "”", NB_ARG(name));
	suggest(l, refuse(l, node, whole, want), near);
}

static void
read_role(struct load *l, const struct nb_node *of, const char *path,
    struct nb_text_style *ret)
{
	const struct nb_node *role = nb_node_get(of, NB_S("角色"));

	ret->role = nb_entry_value(role);
	ret->bold = read_flag(l, of, path, "加粗");
	check_name(l, role != NULL ? role : of, path, "角色");
}

/* 字号 is a name of the list, or a length. */
static void
read_style(struct load *l, const struct nb_node *node, const char *path,
    struct nb_text_style *ret)
{
	const struct nb_node *said = nb_node_get(node, NB_S("字号"));
	const struct nb_str name = nb_entry_value(said);
	const struct nb_node *sizes = nb_node_get(l->root, NB_S("字号"));
	const struct nb_node *named = nb_node_get(sizes, name);
	const struct nb_str size = named != NULL ? nb_entry_value(named) : name;

	read_role(l, node, path, ret);
	if (nb_entry_length(size, l->t->cell, &ret->size) && ret->size > 0)
		return;
	if (named != NULL)
		refuse(l, named, "字号", "应是大于零的长度（mm、pt、字）");
	else
		check_name(l, said != NULL ? said : node, path, "字号");
}

static bool
read_colour(struct nb_str s, uint32_t *ret)
{
	*ret = 0;
	if (s.n != 7 || s.p[0] != '#')
		return false;
	for (size_t i = 1; i < s.n; i++) {
		const int digit = g_ascii_xdigit_value(s.p[i]);

		if (digit < 0)
			return false;
		*ret = *ret << 4 | (uint32_t)digit;
	}
	return true;
}

static void
read_value(struct load *l, const struct value *v)
{
	static const char *const want[] = {
		[NB_UNIT_LENGTH] = "应是带单位的长度（mm、pt、字）",
		[NB_UNIT_RATIO] = "应是“倍”数",
		[NB_UNIT_COUNT] = "应是不带单位的数",
		[NB_UNIT_TEXT] = "应是文字",
		[NB_UNIT_WORDS] = "应是词的列表",
		[NB_UNIT_COLOUR] = "应是“#RRGGBB”样子的颜色",
	};
	const struct nb_node *node = nb_entry_find(l->root, v->path);
	void *field = (char *)l->t + v->offset;
	bool good = false;

	switch (v->unit) {
	case NB_UNIT_LENGTH:
		good = nb_entry_length(nb_entry_value(node), l->t->cell, field);
		break;
	case NB_UNIT_RATIO:
		good = read_ratio(nb_entry_value(node), field);
		break;
	case NB_UNIT_COUNT:
		good = read_count(nb_entry_value(node), field);
		break;
	case NB_UNIT_TEXT:
		*(struct nb_str *)field = nb_entry_value(node);
		good = node != NULL;
		break;
	case NB_UNIT_WORDS:
		good = read_words(l, node, field);
		break;
	case NB_UNIT_STYLE:
		read_style(l, node, v->path, field);
		good = true;
		break;
	case NB_UNIT_COLOUR:
		good = read_colour(nb_entry_value(node), field);
		break;
	}
	if (!good)
		suggest(l, refuse(l, node, v->path, want[v->unit]),
		    nb_entry_in_unit(l->arena, nb_entry_value(node)));
}

static struct nb_page_shape
shape_of_text(const struct nb_template *t, nb_len w, nb_len h, bool turned)
{
	return (struct nb_page_shape){ .body_w = w,
		.body_h = h,
		.pitch = t->pitch,
		.lines = (h - t->cell) / t->pitch + 1,
		.fine = t->table_style.grid,
		.turned = turned };
}

/* Rows that fill the page from edge to edge. */
static struct nb_page_shape
shape_of_table(const struct nb_template *t, nb_len w, nb_len h, bool turned)
{
	const nb_len pitch = t->pitch / t->table_style.grid;

	return (struct nb_page_shape){ .body_w = w,
		.body_h = h,
		.pitch = pitch,
		.lines = h / pitch,
		.fine = 1,
		.turned = turned };
}

/* 行距 is a length, or what makes the lines fill the 版心 exactly (3.2). */
static void
read_pitch(struct load *l)
{
	static const char path[] = "页面/行距";
	const struct nb_node *node = nb_entry_find(l->root, path);
	const struct nb_str value = nb_entry_value(node);
	struct nb_template *t = l->t;
	const nb_len full = (t->body_h - t->cell) / (t->lines - 1);

	if (nb_str_eq(value, NB_S("撑满版心")))
		t->pitch = full;
	else if (!nb_entry_length(value, t->cell, &t->pitch))
		suggest(l,
		    refuse(l, node, path, "应是带单位的长度，或写“撑满版心”"),
		    nb_entry_in_unit(l->arena, value));
	else if (t->pitch > full)
		refuse(l, node, path, "排不下每面行数");
	if (t->pitch < t->cell && !l->failed)
		refuse(l, node, path, "小于一个字高");
	t->pitch = MAX(t->pitch, t->cell);
}

/*
 * 3.1, 3.2: the two units of the standard follow from the 版心.  False when
 * they cannot be known, so that nothing else can be read.
 */
static bool
derive(struct load *l)
{
	static const struct value first[] = {
		{ "页面/版心宽", NB_UNIT_LENGTH, AT(body_w) },
		{ "页面/版心高", NB_UNIT_LENGTH, AT(body_h) },
		{ "页面/每行字数", NB_UNIT_COUNT, AT(chars) },
		{ "页面/每面行数", NB_UNIT_COUNT, AT(lines) },
		{ "表格/行格", NB_UNIT_COUNT, AT(table_style.grid) },
	};
	struct nb_template *t = l->t;

	for (size_t i = 0; i < NB_COUNT(first); i++)
		read_value(l, &first[i]);
	if (l->failed)
		return false;
	if (t->chars < 1 || t->lines < 2 || t->table_style.grid < 1) {
		refuse(l, NULL, "页面", "的字数、行数太少");
		return false;
	}
	t->cell = t->body_w / t->chars;
	if (t->cell < 1 || t->body_h < t->cell) {
		refuse(l, NULL, "页面", "的版心容不下一个字");
		return false;
	}
	read_pitch(l);
	t->upright = shape_of_text(t, t->body_w, t->body_h, false);
	t->upright.lines = t->lines;
	t->turned = shape_of_text(t, t->body_h, t->body_w, true);
	t->table = shape_of_table(t, t->body_w, t->body_h, false);
	t->table_turned = shape_of_table(t, t->body_h, t->body_w, true);
	return true;
}

static void
read_headings(struct load *l)
{
	const struct nb_node *list = nb_node_get(l->root, NB_S("标题层次"));

	if (list == NULL || list->kind != NB_NODE_LIST ||
	    list->list.n != NB_HEADING_LEVELS) {
		refuse(l, list, "标题层次", "应是四层的列表");
		return;
	}
	for (uint32_t i = 0; i < NB_HEADING_LEVELS; i++) {
		const struct nb_node *row = list->list.item[i];
		const struct nb_str mark = nb_entry_name(row);
		struct nb_heading_style *h = &l->t->heading[i];
		g_autofree char *path =
		    g_strdup_printf("标题层次/" NB_FMT, NB_ARG(mark));

		h->mark = nb_entry_value(nb_node_get(row, NB_S("序数")));
		h->run_in = read_flag(l, row, path, "接排");
		h->text.size = l->t->body.size;
		read_role(l, row, path, &h->text);
		if (h->mark.n == 0)
			refuse(l, row, path, "要有序数");
	}
}

/* What layout counts on: a line has a measure, a folio three short parts. */
static void
check_fit(struct load *l)
{
	static const struct {
		const char *path;
		size_t offset;
	} blank[] = {
		{ "正文/首行空", AT(indent) },
		{ "署名/右空", AT(sign_right) },
		{ "附注/左空", AT(remark_left) },
	};
	const struct nb_template *t = l->t;

	for (size_t i = 0; i < NB_COUNT(blank); i++)
		if (*(const nb_len *)((const char *)t + blank[i].offset) >
		    t->body_w - t->cell)
			refuse(l, nb_entry_find(l->root, blank[i].path),
			    blank[i].path, "应比版心窄");
	if (nb_str_chars(t->folio_dash) > 2)
		refuse(l, nb_entry_find(l->root, "页码/字线"), "页码/字线",
		    "最多两个字");
	if (t->phrase.note.n != 3)
		refuse(l, NULL, "成文词/括注", "应是起、隔、止三项");
	if (t->remark_mark.n != 2)
		refuse(l, nb_entry_find(l->root, "附注/括号"), "附注/括号",
		    "应是起、止两项");
}

static void
read_folio_place(struct load *l)
{
	static const char path[] = "页码/位置";
	const struct nb_node *node = nb_entry_find(l->root, path);
	const struct nb_str value = nb_entry_value(node);

	if (nb_str_eq(value, NB_S("居中")))
		l->t->folio_place = NB_FOLIO_CENTRE;
	else if (nb_str_eq(value, NB_S("外侧")))
		l->t->folio_place = NB_FOLIO_OUTER;
	else
		refuse(l, node, path, "应是“外侧”或“居中”");
}

static void
read_metadata(struct load *l)
{
	const char *want;
	const struct nb_node *wrong =
	    nb_metadata_style_read(l->arena, l->root, &l->t->metadata, &want);

	if (wrong != NULL)
		refuse(l, wrong, "元数据/标准", want);
}

struct nb_template *
nb_template_read(struct nb_arena *a, const struct nb_text *text,
    const struct nb_node *root, struct nb_diags *d)
{
	struct load l = { .arena = a, .diags = d, .text = text, .root = root };

	l.t = nb_new(a, struct nb_template);
	l.t->tree = root;
	if (!derive(&l))
		return NULL;
	for (size_t i = 0; i < NB_COUNT(values); i++)
		read_value(&l, &values[i]);
	read_headings(&l);
	read_folio_place(&l);
	read_metadata(&l);
	if (!l.failed)
		check_fit(&l);
	if (!l.failed && !nb_chart_style_good(&l.t->chart))
		refuse(&l, NULL, "图",
		    "的系列、分图各三项，界、念法各六项，刻度至少2");
	if (l.failed || !nb_template_fold(a, l.t, d))
		return NULL;
	return l.t;
}

const struct nb_heading_style *
nb_template_heading(
    const struct nb_template *t, struct nb_str mark, unsigned depth)
{
	for (size_t i = 0; i < NB_HEADING_LEVELS; i++)
		if (nb_str_eq(t->heading[i].mark, mark))
			return &t->heading[i];
	return &t->heading[MIN(depth, NB_HEADING_LEVELS) - 1];
}
