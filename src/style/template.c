/*
 * style/template.c - one table says where each value of the template file
 * goes and in which unit it must be written.
 */
#include "style/template.h"

#include "base/arena.h"
#include "diag/diag.h"
#include "source/node.h"
#include "source/reader.h"
#include "style/codes.h"

#include <glib.h>
#include <string.h>

enum unit {
	LENGTH, /* mm, pt or 字 */
	RATIO,  /* 倍, kept in 1/1000 */
	COUNT,  /* a bare whole number */
	TEXT,
	WORDS,
	STYLE, /* {角色, 字号} */
};

/* Beyond these a value is a slip, and sums of it would not fit. */
enum {
	MOST_LENGTH = 2000, /* [mm] or [pt] */
	MOST_CELLS = 100,   /* [字] */
	MOST_RATIO = 10,
	MOST_COUNT = 10000000,
};

struct value {
	const char *path; /* keys joined by / */
	enum unit unit;
	size_t offset;
};

#define AT(field) offsetof(struct nb_template, field)

static const struct value values[] = {
	{ "名称", TEXT, AT(name) },
	{ "语言", TEXT, AT(language) },
	{ "页面/纸宽", LENGTH, AT(paper_w) },
	{ "页面/纸高", LENGTH, AT(paper_h) },
	{ "页面/天头", LENGTH, AT(top) },
	{ "页面/订口", LENGTH, AT(inner) },
	{ "页面/版心宽", LENGTH, AT(body_w) },
	{ "页面/版心高", LENGTH, AT(body_h) },
	{ "页面/每行字数", COUNT, AT(chars) },
	{ "页面/每面行数", COUNT, AT(lines) },
	{ "字身/基线", RATIO, AT(baseline) },
	{ "字身/字心", RATIO, AT(centre) },
	{ "字身/行空", RATIO, AT(line_gap) },
	{ "文字/标题", STYLE, AT(title) },
	{ "文字/主送", STYLE, AT(addressee) },
	{ "文字/正文", STYLE, AT(body) },
	{ "文字/署名", STYLE, AT(signature) },
	{ "文字/页码", STYLE, AT(folio) },
	{ "标题/后空行", COUNT, AT(title_after) },
	{ "正文/首行空", LENGTH, AT(indent) },
	{ "正文/标题后留", COUNT, AT(keep_next) },
	{ "署名/前空行", COUNT, AT(sign_before) },
	{ "署名/右空", LENGTH, AT(sign_right) },
	{ "署名/日期错后", LENGTH, AT(date_offset) },
	{ "署名/随文行数", COUNT, AT(sign_with) },
	{ "附注/左空", LENGTH, AT(remark_left) },
	{ "页码/线距版心", LENGTH, AT(folio_drop) },
	{ "页码/边空", LENGTH, AT(folio_edge) },
	{ "页码/线字间", LENGTH, AT(folio_gap) },
	{ "页码/字线", TEXT, AT(folio_dash) },
	{ "成文词/主送后", TEXT, AT(phrase.addressee_end) },
	{ "成文词/接排后", TEXT, AT(phrase.run_in_end) },
	{ "成文词/导语后", TEXT, AT(phrase.lead_end) },
	{ "成文词/条目间", TEXT, AT(phrase.item_sep) },
	{ "成文词/条目末", TEXT, AT(phrase.item_end) },
	{ "成文词/序词", WORDS, AT(phrase.ordinal) },
	{ "成文词/原因前", TEXT, AT(phrase.cause) },
	{ "成文词/原因起首", WORDS, AT(phrase.cause_start) },
	{ "成文词/措施前", TEXT, AT(phrase.measure) },
	{ "成文词/牵头", TEXT, AT(phrase.lead_unit) },
	{ "成文词/责任", TEXT, AT(phrase.units) },
	{ "成文词/目标", TEXT, AT(phrase.target) },
	{ "成文词/时限", TEXT, AT(phrase.due) },
	{ "成文词/括注", WORDS, AT(phrase.note) },
	{ "字类/缺", TEXT, AT(missing) },
	{ "字类/开", TEXT, AT(mark[NB_MARK_OPEN]) },
	{ "字类/闭", TEXT, AT(mark[NB_MARK_CLOSE]) },
	{ "字类/点", TEXT, AT(mark[NB_MARK_POINT]) },
	{ "字类/句", TEXT, AT(mark[NB_MARK_STOP]) },
	{ "字类/间", TEXT, AT(mark[NB_MARK_MIDDLE]) },
	{ "字类/连", TEXT, AT(mark[NB_MARK_CONNECT]) },
	{ "字类/线", TEXT, AT(mark[NB_MARK_DASH]) },
	{ "字类/略", TEXT, AT(mark[NB_MARK_ELLIPSIS]) },
	{ "字类/隔", TEXT, AT(mark[NB_MARK_SOLIDUS]) },
	{ "字类/后缀", TEXT, AT(mark[NB_MARK_SUFFIX]) },
	{ "字类/前缀", TEXT, AT(mark[NB_MARK_PREFIX]) },
	{ "字类/量", TEXT, AT(mark[NB_MARK_UNIT]) },
	{ "断行/半字空", RATIO, AT(breaking.mark_blank) },
	{ "断行/邻挤", RATIO, AT(breaking.pair_squeeze) },
	{ "断行/西文空", RATIO, AT(breaking.latin_gap) },
	{ "断行/西文空少至", RATIO, AT(breaking.latin_gap_least) },
	{ "断行/词空", RATIO, AT(breaking.word_gap) },
	{ "断行/代价/拉开", COUNT, AT(breaking.cost_stretch) },
	{ "断行/代价/挤紧", COUNT, AT(breaking.cost_shrink) },
	{ "断行/代价/挤句号", COUNT, AT(breaking.cost_shrink_stop) },
	{ "断行/代价/行末半字", COUNT, AT(breaking.cost_end_half) },
	{ "断行/代价/数字与量词", COUNT, AT(breaking.cost_unit) },
	{ "断行/代价/网址", COUNT, AT(breaking.cost_url) },
	{ "断行/代价/词中", COUNT, AT(breaking.cost_word) },
	{ "断行/代价/数字中", COUNT, AT(breaking.cost_number) },
	{ "断行/代价/犯禁", COUNT, AT(breaking.cost_forbidden) },
	{ "断行/代价/末行一字", COUNT, AT(breaking.cost_orphan) },
	{ "断页/空行", COUNT, AT(makeup.cost_empty) },
	{ "断页/页末一行", COUNT, AT(makeup.cost_orphan) },
	{ "断页/页首一行", COUNT, AT(makeup.cost_widow) },
	{ "断页/少排一行", COUNT, AT(makeup.cost_shorter) },
	{ "断页/可收末行", LENGTH, AT(makeup.shorter_most) },
	{ "断页/可收代价", COUNT, AT(makeup.shorter_worst) },
	{ "题词", WORDS, AT(title_word) },
	{ "题首宜词", WORDS, AT(title_lead) },
	{ "题首禁字", TEXT, AT(title_no_start) },
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

static void
refuse(struct load *l, const struct nb_node *node, const char *path,
    const char *want)
{
	const struct nb_span file = { l->text, 0, 0 };

	nb_diag_add(l->diags, &nb_code_L30, node != NULL ? node->span : file,
	    "模板的“%s”%s", path, want);
	l->failed = true;
}

static const struct nb_node *
find(const struct nb_node *node, const char *path)
{
	while (node != NULL && *path != '\0') {
		const size_t n = strcspn(path, "/");

		node = nb_node_get(node, (struct nb_str){ path, n });
		path += n + (path[n] == '/');
	}
	return node;
}

/* A value stands bare or as {值: …, 条: …}. */
static struct nb_str
scalar(const struct nb_node *node)
{
	if (node != NULL && node->kind == NB_NODE_MAP)
		node = nb_node_get(node, NB_S("值"));
	if (node == NULL || node->kind != NB_NODE_SCALAR)
		return NB_S("");
	return node->scalar.value;
}

/* “37mm” → 37, rest “mm”.  Not locale-bound. */
static bool
read_number(struct nb_str s, double *ret, struct nb_str *rest)
{
	g_autofree char *z = g_strndup(s.p == NULL ? "" : s.p, s.n);
	char *end;

	*ret = g_ascii_strtod(z, &end);
	*rest = nb_str_from(s, (size_t)(end - z));
	return end != z;
}

/* A length of no paper, or none at all, is refused like one without a unit. */
static bool
read_length(const struct load *l, struct nb_str s, nb_len *ret)
{
	struct nb_str unit;
	double x;

	if (!read_number(s, &x, &unit) || !(x >= 0 && x <= MOST_LENGTH))
		return false;
	if (nb_str_eq(unit, NB_S("mm")))
		*ret = NB_MM(x);
	else if (nb_str_eq(unit, NB_S("pt")))
		*ret = NB_PT(x);
	else if (nb_str_eq(unit, NB_S("字")) && x <= MOST_CELLS)
		*ret = nb_len_round(x * l->t->cell);
	else
		return false;
	return true;
}

static bool
read_ratio(struct nb_str s, int *ret)
{
	struct nb_str unit;
	double x;

	if (!read_number(s, &x, &unit) || !nb_str_eq(unit, NB_S("倍")) ||
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

	if (!read_number(s, &x, &unit) || unit.n != 0 ||
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
		word[i] = scalar(node->list.item[i]);
	*ret = (struct nb_words){ word, node->list.n };
	return true;
}

static bool
read_style(
    struct load *l, const struct nb_node *node, struct nb_text_style *ret)
{
	const struct nb_str name = scalar(nb_node_get(node, NB_S("字号")));
	const struct nb_node *sizes = nb_node_get(l->root, NB_S("字号"));

	ret->role = scalar(nb_node_get(node, NB_S("角色")));
	return ret->role.n != 0 &&
	    read_length(l, scalar(nb_node_get(sizes, name)), &ret->size) &&
	    ret->size > 0;
}

static void
read_value(struct load *l, const struct value *v)
{
	static const char *const want[] = {
		[LENGTH] = "应是带单位的长度（mm、pt、字）",
		[RATIO] = "应是“倍”数",
		[COUNT] = "应是不带单位的数",
		[TEXT] = "应是文字",
		[WORDS] = "应是词的列表",
		[STYLE] = "应写明角色和字号",
	};
	const struct nb_node *node = find(l->root, v->path);
	void *field = (char *)l->t + v->offset;
	bool good = false;

	switch (v->unit) {
	case LENGTH:
		good = read_length(l, scalar(node), field);
		break;
	case RATIO:
		good = read_ratio(scalar(node), field);
		break;
	case COUNT:
		good = read_count(scalar(node), field);
		break;
	case TEXT:
		*(struct nb_str *)field = scalar(node);
		good = node != NULL;
		break;
	case WORDS:
		good = read_words(l, node, field);
		break;
	case STYLE:
		good = read_style(l, node, field);
		break;
	}
	if (!good)
		refuse(l, node, v->path, want[v->unit]);
}

/* 3.1, 3.2: the two units of the standard follow from the 版心. */
static void
derive(struct load *l)
{
	static const struct value first[] = {
		{ "页面/版心宽", LENGTH, AT(body_w) },
		{ "页面/版心高", LENGTH, AT(body_h) },
		{ "页面/每行字数", COUNT, AT(chars) },
		{ "页面/每面行数", COUNT, AT(lines) },
	};
	struct nb_template *t = l->t;

	for (size_t i = 0; i < NB_COUNT(first); i++)
		read_value(l, &first[i]);
	if (t->chars < 1 || t->lines < 2) {
		refuse(l, NULL, "页面", "的字数、行数太少");
		return;
	}
	t->cell = t->body_w / t->chars;
	if (t->cell < 1 || t->body_h < t->cell)
		refuse(l, NULL, "页面", "的版心容不下一个字");
	t->pitch = (t->body_h - t->cell) / (t->lines - 1);
	t->upright =
	    (struct nb_page_shape){ t->body_w, t->body_h, t->lines, false };
	t->turned = (struct nb_page_shape){ t->body_h, t->body_w,
		(t->body_w - t->cell) / t->pitch + 1, true };
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
		struct nb_heading_style *h = &l->t->heading[i];

		h->mark = scalar(nb_node_get(row, NB_S("序数")));
		h->role = scalar(nb_node_get(row, NB_S("角色")));
		h->run_in = nb_str_eq(
		    scalar(nb_node_get(row, NB_S("接排"))), NB_S("是"));
		if (h->mark.n == 0 || h->role.n == 0)
			refuse(l, row, "标题层次", "每层要有序数和角色");
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
			refuse(l, find(l->root, blank[i].path), blank[i].path,
			    "应比版心窄");
	if (nb_str_chars(t->folio_dash) > 2)
		refuse(
		    l, find(l->root, "页码/字线"), "页码/字线", "最多两个字");
	if (t->phrase.note.n != 3)
		refuse(l, NULL, "成文词/括注", "应是起、隔、止三项");
}

const struct nb_template *
nb_template_load(struct nb_arena *a, const char *path, struct nb_diags *d)
{
	struct load l = { .arena = a, .diags = d };

	if (nb_source_open(a, path, d, &l.text) != NB_OK)
		return NULL;
	l.root = nb_source_yaml(a, l.text, d);
	l.t = nb_new(a, struct nb_template);
	derive(&l);
	if (l.failed)
		return NULL;
	for (size_t i = 0; i < NB_COUNT(values); i++)
		read_value(&l, &values[i]);
	read_headings(&l);
	if (!l.failed)
		check_fit(&l);
	return l.failed ? NULL : l.t;
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
