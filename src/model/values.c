/*
 * model/values.c - the values that hold no further keys.
 */
#include "base/arena.h"
#include "base/clip.h"
#include "base/word_list.h"
#include "model/codes.h"
#include "model/decode.h"
#include "model/number.h"
#include "model/report.h"
#include "source/codes.h"

#include <glib.h>
#include <string.h>

/* Enums are written through their common representation. */
_Static_assert(sizeof(enum nb_kind) == sizeof(unsigned), "enum is unsigned");

enum { MOST_COUNT = 999 };

bool
nb_decode_is_empty(const struct nb_node *node)
{
	return node->kind == NB_NODE_SCALAR &&
	    nb_str_trim(node->scalar.value).n == 0;
}

static const char *
wanted_word(enum nb_value wanted)
{
	static const char *const word[] = {
		[NB_VALUE_TEXT] = "文字",
		[NB_VALUE_PLAIN] = "文字",
		[NB_VALUE_FORMULA] = "数值",
		[NB_VALUE_PARAS] = "文字",
		[NB_VALUE_NAMES] = "文字或列表",
		[NB_VALUE_FIGURES] = "指标名称的列表",
		[NB_VALUE_DATE] = "日期",
		[NB_VALUE_YEARS] = "年份",
		[NB_VALUE_COUNT] = "整数",
		[NB_VALUE_CHOICE] = "一个词",
		[NB_VALUE_FLAG] = "“是”或“否”",
		[NB_VALUE_OBJECT] = "一组“键: 值”",
		[NB_VALUE_INLINE] = "一组“键: 值”",
		[NB_VALUE_LIST] = "列表",
		[NB_VALUE_MAP] = "一组“名称: 值”",
	};

	return word[wanted];
}

static const char *
mend(enum nb_value wanted, enum nb_node_kind found)
{
	if (wanted == NB_VALUE_LIST)
		return "每一项另起一行，前面加“- ”（减号和空格）";
	if (wanted == NB_VALUE_OBJECT || wanted == NB_VALUE_INLINE ||
	    wanted == NB_VALUE_MAP)
		return "另起一行，缩进两格，写成“键: "
		       "值”，冒号用半角，后面空一格";
	if (found == NB_NODE_LIST)
		return "去掉“- ”或方括号，写成一段文字，几项之间用顿号";
	return "去掉里面的键，只写文字；文字里有冒号的用全角“：”";
}

static void
misfit(struct nb_decoder *dec, struct nb_str key, const char *where,
    enum nb_value wanted, const struct nb_node *node)
{
	static const char *const found[] = {
		[NB_NODE_SCALAR] = "文字",
		[NB_NODE_MAP] = "一组“键: 值”",
		[NB_NODE_LIST] = "列表",
	};
	struct nb_diag *g = nb_diag_add(dec->diags, &nb_code_Y32, node->span,
	    "“" NB_FMT "”%s要写%s，这里却是%s",
	    NB_ARG(nb_clip(dec->arena, key)), where, wanted_word(wanted),
	    found[node->kind]);

	g->hint = nb_str_z(mend(wanted, node->kind));
}

void
nb_decode_misfit(struct nb_decoder *dec, struct nb_str key,
    enum nb_value wanted, const struct nb_node *node)
{
	misfit(dec, key, "下面", wanted, node);
}

void
nb_decode_misfit_item(struct nb_decoder *dec, struct nb_str key,
    enum nb_value wanted, const struct nb_node *node)
{
	misfit(dec, key, "的每一项", wanted, node);
}

static void *
field(void *owner, size_t at)
{
	return (char *)owner + at;
}

static struct nb_prose
plain(struct nb_decoder *dec, const struct nb_node *node)
{
	return nb_prose_read(dec->arena, node, NULL, dec->diags);
}

static void
read_text(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	struct nb_prose *text = field(owner, key->at);

	*text = nb_prose_read(dec->arena, node, &dec->figures, dec->diags);
}

/* “柳溪街道办事处”: curly quotes around all of a name were to be straight. */
static struct nb_prose
without_quotes(struct nb_decoder *dec, struct nb_prose p)
{
	static const char *const quotes[][2] = { { "“", "”" }, { "‘", "’" } };
	struct nb_prose inner;
	struct nb_diag *g;

	for (size_t i = 0; i < NB_COUNT(quotes); i++) {
		const struct nb_str open = nb_str_z(quotes[i][0]);
		const struct nb_str close = nb_str_z(quotes[i][1]);

		if (!nb_str_starts(p.text, open) ||
		    nb_str_find(p.text, close, 0) != p.text.n - close.n)
			continue;
		inner =
		    nb_prose_sub(dec->arena, &p, open.n, p.text.n - close.n);
		g = nb_diag_add(dec->diags, &nb_code_Y05, nb_prose_all(&p),
		    "弯引号不能把值括起来，已略过");
		g->fix = nb_arena_str(dec->diags->arena, inner.text);
		return inner;
	}
	return p;
}

static void
read_plain(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	struct nb_prose *text = field(owner, key->at);

	*text = without_quotes(dec, plain(dec, node));
}

static void
read_paras(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	struct nb_paras *paras = field(owner, key->at);

	*paras = nb_paras_read(dec->arena, node, &dec->figures, dec->diags);
}

/* “71件 = 受理50 + 其他21”: the value and how it comes about. */
static void
read_formula(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	struct nb_prose *value = field(owner, key->at);
	struct nb_prose *formula = field(owner, key->also);
	const struct nb_prose all = plain(dec, node);
	const size_t n = all.text.n;
	const size_t half = nb_str_find(all.text, NB_S("="), 0);
	const size_t full = nb_str_find(all.text, NB_S("＝"), 0);
	const size_t end = MIN(MIN(half, full), n);
	const size_t mark = half < full ? 1 : NB_S("＝").n;

	*value = nb_prose_sub(dec->arena, &all, 0, end);
	if (end < n)
		*formula = nb_prose_sub(dec->arena, &all, end + mark, n);
}

static void
check_figure(struct nb_decoder *dec, const struct nb_prose *name)
{
	const struct nb_indicator *near;
	struct nb_diag *g;

	if (nb_figures_find(&dec->figures, name->text) != NULL)
		return;
	g = nb_diag_add(dec->diags, &nb_code_N07, nb_prose_all(name),
	    "图引用的指标“" NB_FMT "”不存在",
	    NB_ARG(nb_clip(dec->arena, name->text)));
	near = nb_figures_nearest(&dec->figures, name->text);
	if (near != NULL)
		g->hint = nb_arena_printf(dec->diags->arena,
		    "是否想写“" NB_FMT "”", NB_ARG(near->name));
}

/* A list of texts, or one text. */
static void
read_names(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	const bool list = node->kind == NB_NODE_LIST;
	const uint32_t most = list ? node->list.n : 1;
	struct nb_names *names = field(owner, key->at);
	struct nb_prose *name;

	name = nb_new_n(dec->arena, struct nb_prose, most);
	names->name = name;
	for (uint32_t i = 0; i < most; i++) {
		const struct nb_node *item = list ? node->list.item[i] : node;

		if (item->kind != NB_NODE_SCALAR) {
			nb_decode_misfit_item(
			    dec, nb_str_z(key->name), NB_VALUE_TEXT, item);
		} else if (nb_decode_is_empty(item)) {
			nb_diag_add(dec->diags, &nb_code_Y36, item->span,
			    "“%s”的第 %u 项是空的，已略过", key->name, i + 1);
		} else {
			name[names->n] = plain(dec, item);
			if (key->value == NB_VALUE_FIGURES)
				check_figure(dec, &name[names->n]);
			names->n++;
		}
	}
}

/* ２０２４ is 2024: what is read as a number may come from any keyboard. */
static struct nb_str
half_width(struct nb_decoder *dec, struct nb_str s)
{
	g_autofree char *z =
	    g_utf8_normalize(s.n > 0 ? s.p : "", (gssize)s.n, G_NORMALIZE_NFKC);

	return z == NULL ? s : nb_arena_str(dec->arena, nb_str_z(z));
}

static void
read_date(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	const struct nb_prose text = plain(dec, node);
	const struct nb_span span = nb_prose_all(&text);
	const struct nb_str shown = nb_clip(dec->arena, text.text);
	struct nb_date *date = field(owner, key->at);
	struct nb_diag *g;

	switch (nb_date_parse(half_width(dec, text.text), date)) {
	case NB_DATE_OK:
		break;
	case NB_DATE_MONTH_ONLY:
		g = nb_diag_add(dec->diags, &nb_code_D01, span,
		    "日期“" NB_FMT "”只写到月", NB_ARG(shown));
		nb_diag_set_severity(dec->diags, g, NB_WARNING);
		g->hint = nb_arena_printf(dec->diags->arena,
		    "补上日，如 %04d-%02d-20", date->year, date->month);
		break;
	case NB_DATE_BAD:
		nb_diag_add(dec->diags, &nb_code_D01, span,
		    "日期“" NB_FMT "”无法识别", NB_ARG(shown));
		break;
	}
	date->span = span;
}

static void
skip_blanks(struct nb_str s, size_t *at)
{
	*at = (size_t)(nb_str_trim(nb_str_from(s, *at)).p - s.p);
}

static bool
read_year(struct nb_str s, size_t *at, int *ret)
{
	static const char *const unit[] = { "年度", "年", NULL };

	if (!nb_year_read(s, at, ret))
		return false;
	skip_blanks(s, at);
	nb_word_skip(unit, s, at);
	skip_blanks(s, at);
	return true;
}

/* 2024, 2024年, 2021—2025. */
static bool
parse_years(struct nb_str s, int *first, int *last)
{
	static const char *const dash[] = { "——", "—", "--", "-", "–", "－",
		"～", "~", "至", NULL };
	size_t at = 0;

	if (!read_year(s, &at, first))
		return false;
	*last = *first;
	if (at == s.n)
		return true;
	nb_word_skip(dash, s, &at);
	skip_blanks(s, &at);
	return read_year(s, &at, last) && at == s.n && *first <= *last;
}

static void
read_years(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	const struct nb_prose text = plain(dec, node);
	struct nb_report *r = owner;

	nb_assert(key->at == offsetof(struct nb_report, year));
	r->year_span = nb_prose_all(&text);
	if (parse_years(half_width(dec, text.text), &r->year, &r->last_year))
		return;
	r->year = r->last_year = 0;
	nb_diag_add(dec->diags, &nb_code_Y37, r->year_span,
	    "年度“" NB_FMT "”无法识别", NB_ARG(nb_clip(dec->arena, text.text)));
}

static void
read_count(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	const struct nb_prose text = plain(dec, node);
	const struct nb_str s = half_width(dec, text.text);
	uint32_t *count = field(owner, key->at);
	size_t at = 0;
	unsigned n;

	if (nb_is_digit(nb_str_first(s)) && nb_number_read(s, &at, &n) &&
	    at == s.n && n >= 1 && n <= MOST_COUNT)
		*count = n;
	else
		nb_diag_add(dec->diags, &nb_code_Y38, nb_prose_all(&text),
		    "“%s”要写1到%d的整数，不是“" NB_FMT "”，按1处理", key->name,
		    MOST_COUNT, NB_ARG(nb_clip(dec->arena, text.text)));
}

static void
report_choice(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_prose *text)
{
	const struct nb_choice *near =
	    nb_choice_nearest(key->choice, text->text);
	g_autoptr(GString) hint = g_string_new(NULL);
	struct nb_diag *g = nb_diag_add(dec->diags, &nb_code_Y33,
	    nb_prose_all(text), "“%s”不能写“" NB_FMT "”", key->name,
	    NB_ARG(nb_clip(dec->arena, text->text)));

	if (near != NULL)
		g_string_append_printf(hint, "是否想写“%s”；", near->word);
	g_string_append(hint, "可以写：");
	/* The English words of a flag are for editors. */
	for (const struct nb_choice *c = key->choice; c->word != NULL; c++)
		if (nb_is_han(nb_str_first(nb_str_z(c->word))))
			g_string_append_printf(hint, "%s%s",
			    c == key->choice ? "" : "、", c->word);
	g->hint = nb_arena_str(
	    dec->diags->arena, (struct nb_str){ hint->str, hint->len });
}

static void
read_choice(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	const struct nb_prose text = plain(dec, node);
	const struct nb_choice *c = nb_choice_find(key->choice, text.text);

	if (c == NULL)
		report_choice(dec, key, &text);
	else if (key->value == NB_VALUE_FLAG)
		*(bool *)field(owner, key->at) = c->value != 0;
	else
		memcpy(field(owner, key->at), &c->value, sizeof(c->value));
}

typedef void reader(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner);

static reader *const readers[] = {
	[NB_VALUE_TEXT] = read_text,
	[NB_VALUE_PLAIN] = read_plain,
	[NB_VALUE_FORMULA] = read_formula,
	[NB_VALUE_PARAS] = read_paras,
	[NB_VALUE_NAMES] = read_names,
	[NB_VALUE_FIGURES] = read_names,
	[NB_VALUE_DATE] = read_date,
	[NB_VALUE_YEARS] = read_years,
	[NB_VALUE_COUNT] = read_count,
	[NB_VALUE_CHOICE] = read_choice,
	[NB_VALUE_FLAG] = read_choice,
};

void
nb_decode_value(struct nb_decoder *dec, const struct nb_key *key,
    const struct nb_node *node, void *owner)
{
	const bool names =
	    key->value == NB_VALUE_NAMES || key->value == NB_VALUE_FIGURES;

	nb_assert(key->value < NB_COUNT(readers));
	if (node->kind == NB_NODE_SCALAR ||
	    (names && node->kind == NB_NODE_LIST))
		readers[key->value](dec, key, node, owner);
	else
		nb_decode_misfit(dec, nb_str_z(key->name), key->value, node);
}
