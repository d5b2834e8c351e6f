/*
 * model/prose_read.c - scalars become prose: lines are joined, {指标} is
 * filled in.
 */
#include "model/prose.h"

#include "base/arena.h"
#include "base/beside.h"
#include "base/clip.h"
#include "model/change.h"
#include "model/codes.h"
#include "model/reference.h"

#include <glib.h>
#include <string.h>

/* Local to one call of this file; the strings and arrays grow and go. */
struct writer {
	struct nb_arena *arena;
	struct nb_diags *diags;
	const struct nb_node *node;
	struct nb_figures *figures; /* NULL: a brace is a letter */
	uint32_t passed;            /* segments of node behind us */
	bool joins_paras;
	GString *text;
	GArray *seg;  /* of the paragraph that is being written */
	GArray *para; /* of finished ones */
};

/* A piece of the value as one line of the file. */
struct line {
	size_t begin, end, next; /* in the value [byte] */
	bool ends_para;
};

static void
put_seg(struct writer *w, struct nb_prose_seg s)
{
	struct nb_prose_seg *last;

	if (w->seg->len > 0) {
		last = &g_array_index(
		    w->seg, struct nb_prose_seg, w->seg->len - 1);
		if (!last->replaced && !s.replaced &&
		    last->at + last->n == s.at &&
		    last->src + last->src_n == s.src) {
			last->n += s.n;
			last->src_n += s.src_n;
			return;
		}
	}
	g_array_append_val(w->seg, s);
}

/* value[begin, end) letter for letter. */
static void
put_letters(struct writer *w, size_t begin, size_t end)
{
	const struct nb_node *node = w->node;
	const uint32_t at = (uint32_t)w->text->len;

	for (uint32_t i = w->passed; i < node->scalar.n_seg; i++) {
		const struct nb_seg s = node->scalar.seg[i];
		const size_t from = MAX(s.at, begin);
		const size_t to = MIN((size_t)s.at + s.n, end);
		const uint32_t n = to > from ? (uint32_t)(to - from) : 0;

		if (s.at >= end)
			break;
		if ((size_t)s.at + s.n <= begin)
			w->passed = i + 1;
		if (n > 0)
			put_seg(w,
			    (struct nb_prose_seg){
				.at = at + (uint32_t)(from - begin),
				.n = n,
				.src = s.src + (uint32_t)(from - s.at),
				.src_n = n,
			    });
	}
	g_string_append_len(
	    w->text, node->scalar.value.p + begin, (gssize)(end - begin));
}

/* “是否想写“{名.上年}””: the nearest to a name that is none. */
static void
report_unknown(
    struct writer *w, const struct nb_reference *ref, struct nb_span span)
{
	const struct nb_indicator *near;
	struct nb_diag *g;

	if (ref->name.n == 0) {
		nb_diag_add(
		    w->diags, &nb_code_N07, span, "花括号里没有写指标的名称");
		return;
	}
	g = nb_diag_add(w->diags, &nb_code_N07, span,
	    "正文引用的指标“" NB_FMT "”不存在",
	    NB_ARG(nb_clip(w->arena, ref->name)));
	near = nb_figures_nearest(w->figures, ref->name);
	if (near != NULL)
		g->hint = nb_arena_printf(w->diags->arena,
		    "是否想写“{" NB_FMT NB_FMT "}”；数值写在“指标”里",
		    NB_ARG(near->name),
		    NB_ARG(nb_reference_suffix(ref->aspect)));
}

static void
report_suffix(
    struct writer *w, const struct nb_reference *ref, struct nb_span span)
{
	const enum nb_aspect near = nb_reference_nearest(ref->suffix);
	struct nb_diag *g = nb_diag_add(w->diags, &nb_code_N07, span,
	    "指标“" NB_FMT "”没有“" NB_FMT "”这一项",
	    NB_ARG(nb_clip(w->arena, ref->name)),
	    NB_ARG(nb_clip(w->arena, ref->suffix)));

	if (near != NB_ASPECT_UNKNOWN)
		g->hint = nb_arena_printf(w->diags->arena,
		    "是否想写“{" NB_FMT NB_FMT "}”", NB_ARG(ref->name),
		    NB_ARG(nb_reference_suffix(near)));
	else
		g->hint = NB_S("名称后面可以写：.上年、.同比、.目标");
}

/* Why there is nothing to print for what is asked. */
static const char *
what_is_missing(enum nb_aspect aspect, enum nb_change change)
{
	switch (aspect) {
	case NB_ASPECT_VALUE:
		return "还没有数值";
	case NB_ASPECT_LAST:
		return "没有写上年的数";
	case NB_ASPECT_TARGET:
		return "没有写目标";
	case NB_ASPECT_CHANGE:
	case NB_ASPECT_UNKNOWN:
		break;
	}
	switch (change) {
	case NB_CHANGE_NO_VALUE:
		return "还没有数值，算不出同比";
	case NB_CHANGE_VAGUE:
		return "的值不是一个准确的数，算不出同比";
	case NB_CHANGE_NO_LAST:
		return "没有写上年的数，算不出同比";
	case NB_CHANGE_LAST_VAGUE:
		return "的上年数不是一个准确的数，算不出同比";
	case NB_CHANGE_UNITS:
		return "今年与上年的单位不同，算不出同比";
	case NB_CHANGE_TOO_LARGE:
		return "位数太多，算不出同比";
	case NB_CHANGE_TOLD:
		break;
	}
	NB_UNREACHABLE();
}

/* What is to be printed, or empty. */
static struct nb_str
figure_text(
    struct writer *w, const struct nb_reference *ref, enum nb_change *ret)
{
	const struct nb_str before = { w->text->str, w->text->len };
	struct nb_str text = NB_S("");

	*ret = NB_CHANGE_TOLD;
	switch (ref->aspect) {
	case NB_ASPECT_VALUE:
		return ref->of->value.text;
	case NB_ASPECT_LAST:
		return ref->of->last.text;
	case NB_ASPECT_TARGET:
		return ref->of->target.text;
	case NB_ASPECT_CHANGE:
		*ret = nb_change_text(w->arena, ref->of,
		    w->figures->report->script, before, &text);
		return text;
	case NB_ASPECT_UNKNOWN:
		break;
	}
	NB_UNREACHABLE();
}

static void
put_made(struct writer *w, struct nb_str text, struct nb_span span)
{
	put_seg(w,
	    (struct nb_prose_seg){
		.at = (uint32_t)w->text->len,
		.n = (uint32_t)text.n,
		.src = span.begin,
		.src_n = span.end - span.begin,
		.replaced = true,
	    });
	g_string_append_len(w->text, text.p, (gssize)text.n);
}

/* value[begin, end) is {name}: what it stands for, or itself with a finding. */
static void
put_figure(struct writer *w, size_t begin, size_t end, struct nb_str name)
{
	const struct nb_span span = nb_node_span(w->node, begin, end);
	const struct nb_reference ref = nb_reference_read(w->figures, name);
	enum nb_change change;
	struct nb_str text;

	if (ref.of == NULL) {
		report_unknown(w, &ref, span);
	} else if (ref.aspect == NB_ASPECT_UNKNOWN) {
		report_suffix(w, &ref, span);
	} else {
		text = figure_text(w, &ref, &change);
		if (text.n > 0) {
			put_made(w, text, span);
			return;
		}
		nb_diag_add(w->diags, &nb_code_N07, span,
		    "正文引用的指标“" NB_FMT "”%s",
		    NB_ARG(nb_clip(w->arena, ref.name)),
		    what_is_missing(ref.aspect, change));
	}
	put_letters(w, begin, end);
}

/* A brace in a line; IMEs give full-width ones too. */
struct brace {
	size_t begin, end; /* begin == SIZE_MAX: none */
	bool opens;
};

static struct brace
find_brace(struct nb_str s, size_t from)
{
	for (size_t at = from; (at = nb_skip_han(s, at)) < s.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(s, &at);

		if (c == '{' || c == 0xFF5B)
			return (struct brace){ begin, at, true };
		if (c == '}' || c == 0xFF5D)
			return (struct brace){ begin, at, false };
	}
	return (struct brace){ SIZE_MAX, SIZE_MAX, false };
}

static void
report_unpaired(struct writer *w, size_t begin, size_t end)
{
	nb_diag_add(w->diags, &nb_code_N07, nb_node_span(w->node, begin, end),
	    "花括号没有成对，指标要写作“{名称}”");
}

/* One line, with its {…} filled in. */
static void
put_line(struct writer *w, size_t begin, size_t end)
{
	const struct nb_str s = { w->node->scalar.value.p, end };
	struct brace open = { 0 }, close;
	bool told = false; /* once a line */

	if (w->figures != NULL)
		open = find_brace(s, begin);
	while (w->figures != NULL && open.begin != SIZE_MAX) {
		close = find_brace(s, open.end);
		if (!open.opens || close.begin == SIZE_MAX || close.opens) {
			if (!told)
				report_unpaired(w, open.begin, open.end);
			told = true;
			open = close;
			continue;
		}
		put_letters(w, begin, open.begin);
		put_figure(w, open.begin, close.end,
		    nb_str_trim(
			nb_str_sub(s, open.end, close.begin - open.end)));
		begin = close.end;
		open = find_brace(s, begin);
	}
	put_letters(w, begin, end);
}

/* How many line ends of the file lie between a piece and the next. */
static unsigned
count_breaks(const struct nb_node *node, const struct nb_seg *s)
{
	const struct nb_text *t = node->span.text;
	unsigned n = 0;

	if (t == NULL)
		return 0;
	for (size_t i = (size_t)s->src + s->n; i < s[1].src; i++)
		n += t->bytes.p[i] == '\n';
	return n;
}

/*
 * YAML folds the lines of a flow scalar, one line end to a space and an empty
 * line to an LF: only the file still tells them apart.
 */
static void
cut_fold(struct writer *w, struct line *line)
{
	const struct nb_node *node = w->node;
	unsigned breaks;

	for (uint32_t i = w->passed; i + 1 < node->scalar.n_seg; i++) {
		const struct nb_seg *s = &node->scalar.seg[i];
		const size_t end = (size_t)s->at + s->n;

		if (end > line->end)
			return;
		if (end < line->begin || s[1].at != end + 1)
			continue;
		breaks = count_breaks(node, s);
		if (breaks == 0)
			continue;
		line->end = end;
		line->ends_para = breaks > 1;
		return;
	}
}

static struct line
next_line(struct writer *w, size_t begin)
{
	const struct nb_str value = w->node->scalar.value;
	struct line line = { .begin = begin };

	line.end = nb_str_find(value, NB_S("\n"), begin);
	if (line.end == SIZE_MAX)
		line.end = value.n;
	switch (w->node->scalar.style) {
	case NB_STYLE_PLAIN:
	case NB_STYLE_QUOTED:
		cut_fold(w, &line);
		break;
	case NB_STYLE_FOLDED:
		line.ends_para = true;
		break;
	case NB_STYLE_LITERAL:
		break;
	}
	line.next = line.end + 1;
	return line;
}

/* Chinese text takes no space where two lines meet. */
static void
join(struct writer *w, struct nb_str next)
{
	const struct nb_str before = { w->text->str, w->text->len };

	if (before.n > 0 && !nb_is_cjk(nb_str_last(before)) &&
	    !nb_is_cjk(nb_str_first(next)))
		g_string_append_c(w->text, ' ');
}

static void
finish_para(struct writer *w)
{
	struct nb_prose p = { .source = w->node->span.text };
	const size_t bytes = w->seg->len * sizeof(*p.seg);
	struct nb_prose_seg *seg;

	if (w->text->len == 0)
		return;
	p.text = nb_arena_str(
	    w->arena, (struct nb_str){ w->text->str, w->text->len });
	p.n_seg = w->seg->len;
	if (bytes > 0) {
		seg = nb_new_n(w->arena, struct nb_prose_seg, p.n_seg);
		memcpy(seg, w->seg->data, bytes);
		p.seg = seg;
	}
	g_array_append_val(w->para, p);
	g_string_truncate(w->text, 0);
	g_array_set_size(w->seg, 0);
}

static void
write_paras(struct writer *w)
{
	const struct nb_str value = w->node->scalar.value;
	struct line line;

	for (size_t at = 0; at < value.n; at = line.next) {
		struct nb_str s;
		size_t begin;

		line = next_line(w, at);
		s = nb_str_trim(
		    nb_str_sub(value, line.begin, line.end - line.begin));
		if (s.n > 0) {
			begin = (size_t)(s.p - value.p);
			join(w, s);
			put_line(w, begin, begin + s.n);
		}
		if ((s.n == 0 || line.ends_para) && !w->joins_paras)
			finish_para(w);
	}
	finish_para(w);
}

static struct nb_paras
read_paras(struct writer *w)
{
	struct nb_paras paras;
	struct nb_prose *para;

	nb_assert(w->node->kind == NB_NODE_SCALAR);
	w->text = g_string_new(NULL);
	w->seg = g_array_new(FALSE, FALSE, sizeof(struct nb_prose_seg));
	w->para = g_array_new(FALSE, FALSE, sizeof(struct nb_prose));
	write_paras(w);
	paras.n = w->para->len;
	para = nb_new_n(w->arena, struct nb_prose, paras.n);
	for (uint32_t i = 0; i < paras.n; i++)
		para[i] = g_array_index(w->para, struct nb_prose, i);
	paras.para = para;
	g_string_free(w->text, TRUE);
	g_array_free(w->seg, TRUE);
	g_array_free(w->para, TRUE);
	return paras;
}

struct nb_paras
nb_paras_read(struct nb_arena *a, const struct nb_node *scalar,
    struct nb_figures *figures, struct nb_diags *d)
{
	return read_paras(&(struct writer){
	    .arena = a,
	    .diags = d,
	    .node = scalar,
	    .figures = figures,
	});
}

struct nb_prose
nb_prose_read(struct nb_arena *a, const struct nb_node *scalar,
    struct nb_figures *figures, struct nb_diags *d)
{
	const struct nb_paras p = read_paras(&(struct writer){
	    .arena = a,
	    .diags = d,
	    .node = scalar,
	    .figures = figures,
	    .joins_paras = true,
	});

	return p.n == 0 ? (struct nb_prose){ 0 } : p.para[0];
}
