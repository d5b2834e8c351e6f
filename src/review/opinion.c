#include "review/opinion.h"

#include "base/arena.h"
#include "model/prose.h"
#include "review/codes.h"
#include "source/node.h"
#include "source/reader.h"

#include <glib.h>
#include <stddef.h>

static const char *const stands[] = {
	[NB_STAND_OPEN] = "待定",
	[NB_STAND_ADOPTED] = "采纳",
	[NB_STAND_REJECTED] = "不采纳",
};

static const struct {
	const char *key;
	size_t offset; /* of a struct nb_str */
} fields[] = {
	{ "编号", offsetof(struct nb_opinion, code) },
	{ "问题", offsetof(struct nb_opinion, matter) },
	{ "段", offsetof(struct nb_opinion, paragraph) },
	{ "原文", offsetof(struct nb_opinion, words) },
	{ "状态", offsetof(struct nb_opinion, stand_word) },
	{ "理由", offsetof(struct nb_opinion, reason) },
	{ "意见", offsetof(struct nb_opinion, remark) },
	{ "人", offsetof(struct nb_opinion, person) },
};

const char *
nb_stand_word(enum nb_stand stand)
{
	return stands[stand];
}

/* What is said is shown on one line, however it was written. */
static struct nb_str
one_line(const struct nb_node *scalar, struct nb_diags *d)
{
	const struct nb_str s = nb_str_trim(scalar->scalar.value);

	return nb_str_has(s, NB_S("\n"))
	    ? nb_prose_read(d->arena, scalar, NULL, d).text
	    : s;
}

static bool
read_pair(struct nb_opinion *o, const struct nb_pair *pair, struct nb_diags *d)
{
	for (size_t i = 0; i < NB_COUNT(fields); i++) {
		struct nb_str *to =
		    (struct nb_str *)((char *)o + fields[i].offset);

		if (!nb_str_eq(pair->key, nb_str_z(fields[i].key)))
			continue;
		if (pair->value->kind != NB_NODE_SCALAR) {
			nb_diag_add(d, &nb_code_A43, pair->value->span,
			    "“%s”后面要写一句话", fields[i].key);
			return false;
		}
		*to = one_line(pair->value, d);
		return true;
	}
	nb_diag_add(d, &nb_code_A43, pair->key_span,
	    "“" NB_FMT "”不是审核意见的键", NB_ARG(pair->key));
	return false;
}

static bool
read_stand(struct nb_opinion *o, struct nb_diags *d)
{
	if (o->stand_word.n == 0)
		return true;
	for (size_t i = 0; i < NB_COUNT(stands); i++)
		if (nb_str_eq(o->stand_word, nb_str_z(stands[i]))) {
			o->stand = (enum nb_stand)i;
			return true;
		}
	nb_diag_add(d, &nb_code_A43, o->span,
	    "状态只有采纳、不采纳、待定，没有“" NB_FMT "”",
	    NB_ARG(o->stand_word));
	return false;
}

/* As it is known: t10 is T10. */
static bool
read_code(
    struct nb_opinion *o, struct nb_opinion_codes codes, struct nb_diags *d)
{
	if (o->code.n == 0)
		return true;
	for (size_t i = 0; i < codes.n; i++) {
		const struct nb_str id = nb_str_z(codes.code[i]->id);

		if (id.n == o->code.n &&
		    g_ascii_strncasecmp(id.p, o->code.p, id.n) == 0) {
			o->code = id;
			return true;
		}
	}
	nb_diag_add(d, &nb_code_A43, o->span, "没有“" NB_FMT "”这个编号",
	    NB_ARG(o->code))
	    ->hint = NB_S("编号照 nianbao list rules 写；人的意见不写编号");
	return false;
}

static bool
read_opinion(struct nb_opinion *o, const struct nb_node *item,
    struct nb_opinion_codes codes, struct nb_diags *d)
{
	bool ok = true;

	*o = (struct nb_opinion){ .span = item->span };
	if (item->kind != NB_NODE_MAP) {
		nb_diag_add(d, &nb_code_A43, item->span,
		    "这一条没有写键，看不出是哪个问题的意见");
		return false;
	}
	for (uint32_t i = 0; i < item->map.n; i++)
		ok &= read_pair(o, &item->map.pair[i], d);
	if (!ok || !read_stand(o, d) || !read_code(o, codes, d))
		return false;
	if (o->code.n > 0 || o->remark.n > 0)
		return true;
	nb_diag_add(d, &nb_code_A43, item->span,
	    "这一条没有编号，也没有意见，看不出说的是什么");
	return false;
}

struct nb_opinions *
nb_opinions_read(struct nb_arena *a, const struct nb_text *t,
    struct nb_opinion_codes codes, struct nb_diags *d)
{
	struct nb_opinions *o = nb_new(a, struct nb_opinions);
	const unsigned errors = d->n[NB_ERROR];
	const struct nb_node *root = nb_source_yaml(a, t, d);
	const struct nb_node *list = nb_node_get(root, NB_S("意见"));
	const bool empty = list != NULL && list->kind == NB_NODE_SCALAR &&
	    list->scalar.value.n == 0;

	*o = (struct nb_opinions){ .text = t, .root = root, .list = list };
	if (d->n[NB_ERROR] > errors) {
		nb_diag_add(d, &nb_code_A43, (struct nb_span){ t, 0, 0 },
		    "审核意见的 YAML 有错误，改好以前一条也不算")
		    ->hint = NB_S("先照另外列出的错误改");
		return o;
	}
	if (list == NULL || (list->kind != NB_NODE_LIST && !empty))
		nb_diag_add(d, &nb_code_A43,
		    list != NULL ? list->span : (struct nb_span){ t, 0, 0 },
		    "“意见”下面要一条一条地写，这里没有");
	if (list == NULL || list->kind != NB_NODE_LIST)
		return o;
	o->opinion = nb_new_n(a, struct nb_opinion, list->list.n);
	for (uint32_t i = 0; i < list->list.n; i++)
		if (read_opinion(
			&o->opinion[o->n], list->list.item[i], codes, d))
			o->n++;
	return o;
}
