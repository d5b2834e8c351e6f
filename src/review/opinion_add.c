#include "review/opinion_add.h"

#include "review/anchor.h"
#include "review/opinion.h"
#include "source/node.h"
#include "source/write.h"

static const char head[] =
    "# 审核意见，nianbao review 写成，再做一遍只在后面加新的。\n"
    "# 状态写 采纳、不采纳 或 待定；不采纳的写理由，写了就不再提示。\n"
    "# 人的意见另加一条，不写编号：\n"
    "# - 段: 那一段开头的几个字\n"
    "#   原文: 要说的几个字\n"
    "#   意见: 怎样改\n"
    "#   人: 姓名\n";

static void
put(GString *out, unsigned column, const char *key, struct nb_str value)
{
	if (value.n == 0)
		return;
	g_string_append_printf(out, "\n%*s%s: ", (int)column + 2, "", key);
	nb_write_value(out, value);
}

static void
put_entry(GString *out, unsigned column, const struct nb_diag *g)
{
	const bool whole = nb_diag_is_whole(g) || g->span.text == NULL;

	g_string_append_printf(
	    out, "\n%*s- 编号: %s", (int)column, "", g->code->id);
	put(out, column, "问题", g->message);
	if (!whole) {
		put(out, column, "段", nb_anchor_paragraph(g->span));
		put(out, column, "原文", nb_anchor_words(g->span));
	}
	put(out, column, "状态", nb_str_z(nb_stand_word(NB_STAND_OPEN)));
}

/* Behind the last letter of the node. */
static uint32_t
end_of(const struct nb_node *node)
{
	uint32_t end = node->span.end;

	switch (node->kind) {
	case NB_NODE_SCALAR:
		break;
	case NB_NODE_MAP:
		if (node->map.n > 0)
			end = end_of(node->map.pair[node->map.n - 1].value);
		break;
	case NB_NODE_LIST:
		if (node->list.n > 0)
			end = end_of(node->list.item[node->list.n - 1]);
		break;
	}
	return end;
}

/* Behind the line on which the last word of the list, or its key, stands. */
static size_t
place_for_more(const struct nb_opinions *o)
{
	const struct nb_str s = o->text->bytes;
	size_t at = s.n;

	if (o->list != NULL)
		at = end_of(o->list);
	while (at > 0 && nb_is_blank((unsigned char)s.p[at - 1]))
		at--;
	while (at > 0 && s.p[at - 1] == '\n')
		at--;
	return MIN(nb_str_find(s, NB_S("\n"), at), s.n);
}

/* Of the dashes. */
static unsigned
column_of(const struct nb_opinions *o)
{
	const struct nb_text *t = o->text;
	uint32_t at, begin;

	if (o->list == NULL || o->list->kind != NB_NODE_LIST ||
	    o->list->list.n == 0)
		return 0;
	at = o->list->list.item[0]->span.begin;
	begin = t->line_start[nb_text_pos(t, at).line - 1];
	while (at > begin && t->bytes.p[at] != '-')
		at--;
	return at - begin;
}

static bool
is_flow(const struct nb_opinions *o)
{
	return o->list != NULL && o->list->kind == NB_NODE_LIST &&
	    o->text->bytes.p[o->list->span.begin] == '[';
}

static GHashTable *
findings_of(const struct nb_opinions *o)
{
	GHashTable *known = g_hash_table_new(NULL, NULL);

	for (uint32_t i = 0; o != NULL && i < o->n; i++)
		g_hash_table_add(known, (void *)o->opinion[i].finding);
	return known;
}

static int
put_new(GString *out, const struct nb_opinions *o, unsigned column,
    const struct nb_diags *d, enum nb_severity least)
{
	g_autoptr(GHashTable) known = findings_of(o);
	int n = 0;

	for (const struct nb_diag *g = d->first; g != NULL; g = g->next) {
		if (g->severity < least || nb_diags_is_rest(d, g) ||
		    g_hash_table_contains(known, g))
			continue;
		put_entry(out, column, g);
		n++;
	}
	return n;
}

int
nb_opinions_add(GString *out, const struct nb_opinions *o,
    const struct nb_diags *d, enum nb_severity least)
{
	struct nb_str old, rest;
	size_t at;
	int n;

	if (o == NULL) {
		g_string_append(out, head);
		g_string_append(out, "意见:");
		n = put_new(out, o, 0, d, least);
		g_string_append_c(out, '\n');
		return n;
	}
	if (is_flow(o))
		return -1;
	at = place_for_more(o);
	old = nb_str_sub(o->text->bytes, 0, at);
	rest = nb_str_from(o->text->bytes, at);
	g_string_append_len(out, old.p, (gssize)old.n);
	n = put_new(out, o, column_of(o), d, least);
	if (rest.n > 0)
		g_string_append_len(out, rest.p, (gssize)rest.n);
	else
		g_string_append_c(out, '\n');
	return n;
}
