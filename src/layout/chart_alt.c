/*
 * What a chart shows, in words, for who cannot see it: “柱形图：行政处罚，
 * 2023年287件、2024年312件；…”.
 */
#include "base/arena.h"
#include "layout/chart_marks.h"

static void
add(GString *to, struct nb_str s)
{
	g_string_append_len(to, s.p, (gssize)s.n);
}

static void
add_group(GString *to, const struct nb_plot *p,
    const struct nb_chart_group *group, const struct nb_str *of, uint32_t n)
{
	const struct nb_str *word = p->style->spoken.word;
	enum nb_spoken before = NB_BEHIND_NAME;

	add(to, group->name->text);
	for (uint32_t i = 0; i < n; i++) {
		if (!group->point[i].given)
			continue;
		add(to, word[before]);
		add(to, of[i]);
		add(to, group->point[i].text);
		add(to, p->panel->unit);
		before = NB_BEHIND_VALUE;
	}
}

void
nb_chart_speak(const struct nb_plot *p, const struct nb_str *of, uint32_t n)
{
	struct nb_page_block *block = nb_reading_at(p->g->reading, p->figure);
	const struct nb_str *word = p->style->spoken.word;
	g_autoptr(GString) alt = g_string_new(NULL);

	add(alt, word[p->kind == NB_CHART_LINE]);
	for (uint32_t i = 0; i < p->panel->n; i++) {
		add(alt, word[i == 0 ? NB_BEHIND_KIND : NB_BEHIND_GROUP]);
		add_group(alt, p, &p->panel->group[i], of, n);
	}
	block->whole = p->figure;
	block->alt =
	    nb_arena_str(p->g->arena, (struct nb_str){ alt->str, alt->len });
}
