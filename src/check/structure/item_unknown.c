/*
 * S21 item-unknown - 大纲 names what the outline does not know.
 */
#include "check/rule.h"

#include "base/arena.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "S21",
	.name = "item-unknown",
	.severity = NB_WARNING,
	.title = "“大纲”写的不是大纲项",
	.basis = "templates/outline-annual/outline.yaml",
	.help = "写成大纲里的项名；标题看得出来的不必写",
	.why = "“大纲”用来说明这一章写的是大纲的哪一项，写错一个字就不起作用，"
	       "程序只好看标题。\n"
	       "误：大纲: 化解矛盾\n"
	       "正：大纲: 化解纠纷",
};

/* “组织领导、依法决策 …” */
static struct nb_str
list_items(const struct nb_check *ck)
{
	g_autoptr(GString) list = g_string_new("可写的有：");

	for (uint32_t i = 0; i < ck->n_treatments; i++)
		g_string_append_printf(list, "%s" NB_FMT, i > 0 ? "、" : "",
		    NB_ARG(ck->treatment[i].item->name));
	return nb_arena_str(
	    ck->diags->arena, (struct nb_str){ list->str, list->len });
}

static void
run(const struct nb_check *ck)
{
	for (uint32_t i = 0; i < ck->headings.n; i++) {
		const struct nb_heading *h = &ck->headings.heading[i];
		const struct nb_prose *key = &h->section->item;

		if (key->text.n == 0 || h->item != NULL ||
		    nb_outline_topic_named(ck->outline, key->text) != NULL)
			continue;
		nb_diag_add(ck->diags, &code, nb_prose_all(key),
		    "大纲里没有“" NB_FMT "”", NB_ARG(key->text))
		    ->hint = list_items(ck);
	}
}

const struct nb_rule nb_rule_item_unknown = { .code = &code, .run = run };
