/*
 * check/headings.c - maps headings to topics.
 */
#include "check/headings.h"

#include "base/arena.h"
#include "check/script.h"

struct mapper {
	struct nb_arena *a;
	const struct nb_report *report;
	const struct nb_outline *outline;
	struct nb_heading *heading;
	uint32_t n;
	int next_year;
};

static uint32_t
count(const struct nb_section *s, uint32_t n)
{
	uint32_t sum = n;

	for (uint32_t i = 0; i < n; i++)
		sum += count(s[i].child, s[i].n_children);
	return sum;
}

/* What a heading speaks of beside the first topic. */
static void
add_beside(const struct mapper *m, struct nb_heading *h)
{
	const struct nb_topic *t = h->said;
	const struct nb_topic **beside = NULL;

	while ((t = nb_outline_topic_beside(
		    m->outline, h->said, t, h->words, m->next_year)) != NULL) {
		if (beside == NULL)
			beside = nb_new_n(m->a, const struct nb_topic *,
			    m->outline->n_topics);
		beside[h->n_beside++] = t;
	}
	h->beside = beside;
}

/* 大纲 wins over the words, the words win over the chapter. */
static void
choose_topics(const struct mapper *m, struct nb_heading *h,
    const struct nb_heading *chapter)
{
	const struct nb_topic *key = h->section->item.text.n > 0
	    ? nb_outline_topic_named(m->outline, h->section->item.text)
	    : NULL;

	h->said = nb_outline_topic(m->outline, h->words, m->next_year);
	if (key != NULL) {
		h->topic = key;
	} else if (h->said != NULL) {
		h->topic = h->said;
		add_beside(m, h);
	} else if (chapter != NULL) {
		h->topic = chapter->topic;
		h->beside = chapter->beside;
		h->n_beside = chapter->n_beside;
	}
}

static void
map(struct mapper *m, const struct nb_section *s, uint32_t depth,
    const struct nb_heading *chapter)
{
	struct nb_heading *h = &m->heading[m->n++];

	h->section = s;
	h->depth = depth;
	if (s->item.text.n > 0)
		h->item = nb_outline_item_named(m->outline, s->item.text,
		    m->report->kind, m->report->level);
	h->words = nb_script_plain(m->a, m->report, s->title.text);
	choose_topics(m, h, chapter);
	for (uint32_t i = 0; i < s->n_children; i++)
		map(m, &s->child[i], depth + 1, chapter != NULL ? chapter : h);
	h->end = m->n;
}

struct nb_headings
nb_headings_map(
    struct nb_arena *a, const struct nb_report *r, const struct nb_outline *o)
{
	const uint32_t n = count(r->section, r->n_sections);
	struct mapper m = {
		.a = a,
		.report = r,
		.outline = o,
		.heading = nb_new_n(a, struct nb_heading, n),
		.next_year = nb_report_next_year(r),
	};

	for (uint32_t i = 0; i < r->n_sections; i++)
		map(&m, &r->section[i], 1, NULL);
	nb_assert(m.n == n);
	return (struct nb_headings){
		.report = r,
		.outline = o,
		.heading = m.heading,
		.n = n,
		.next_year = m.next_year,
	};
}

/* Whether an item is the other, or one of its 子项. */
static bool
is_within(const struct nb_outline *o, const struct nb_outline_item *item,
    const struct nb_outline_item *other)
{
	while (item != other && item->parent != NB_OUTLINE_NO_PARENT)
		item = &o->item[item->parent];
	return item == other;
}

/*
 * 大纲 is its author's word, yet below the chapters it cannot make a chapter
 * of a heading whose own words only touch the item.  It names an item with all
 * its 子项: which of these, the words say.
 */
static enum nb_cover
cover_by_key(const struct nb_outline *o, const struct nb_heading *h,
    const struct nb_outline_item *item)
{
	if (!is_within(o, h->item, item))
		return is_within(o, item, h->item) && h->said != NULL &&
			nb_words_have(&item->strong, h->said->name)
		    ? NB_COVER_STRONG
		    : NB_COVER_MISSING;
	if (h->depth > 1 && h->said != NULL &&
	    nb_words_have(&item->weak, h->said->name))
		return NB_COVER_WEAK;
	return NB_COVER_STRONG;
}

static bool
has_topic(const struct nb_heading *h, const struct nb_words *names)
{
	if (h->topic == NULL)
		return false;
	if (nb_words_have(names, h->topic->name))
		return true;
	for (uint32_t i = 0; i < h->n_beside; i++)
		if (nb_words_have(names, h->beside[i]->name))
			return true;
	return false;
}

enum nb_cover
nb_heading_cover(const struct nb_headings *hs, const struct nb_heading *h,
    const struct nb_outline_item *item)
{
	if (h->item != NULL)
		return cover_by_key(hs->outline, h, item);
	if (has_topic(h, &item->strong))
		return NB_COVER_STRONG;
	return has_topic(h, &item->weak) ? NB_COVER_WEAK : NB_COVER_MISSING;
}
