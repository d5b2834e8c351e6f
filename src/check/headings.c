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

/* The item of that name, or NULL. */
static const struct nb_outline_item *
find_item(const struct nb_outline *o, struct nb_str name)
{
	for (uint32_t i = 0; i < o->n_items; i++)
		if (nb_str_eq(o->item[i].name, name))
			return &o->item[i];
	return NULL;
}

/* 大纲 wins over the words, the words win over the parent. */
static const struct nb_topic *
choose_topic(const struct mapper *m, const struct nb_heading *h,
    const struct nb_topic *above)
{
	const struct nb_topic *key =
	    nb_outline_topic_named(m->outline, h->section->item.text);

	if (h->section->item.text.n > 0 && key != NULL)
		return key;
	return h->said != NULL ? h->said : above;
}

static void
map(struct mapper *m, const struct nb_section *s, uint32_t depth,
    const struct nb_topic *above)
{
	struct nb_heading *h = &m->heading[m->n++];

	h->section = s;
	h->depth = depth;
	h->item = find_item(m->outline, s->item.text);
	h->words = nb_script_plain(m->a, m->report, m->outline, s->title.text);
	h->said = nb_outline_topic(m->outline, h->words, m->next_year);
	h->topic = choose_topic(m, h, above);
	for (uint32_t i = 0; i < s->n_children; i++)
		map(m, &s->child[i], depth + 1, h->topic);
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

/*
 * 大纲 is its author's word, yet below the chapters it cannot make a chapter
 * of a heading whose own words only touch the item.
 */
static enum nb_cover
cover_by_key(const struct nb_heading *h, const struct nb_outline_item *item)
{
	if (h->item != item)
		return NB_COVER_MISSING;
	if (h->depth > 1 && h->said != NULL &&
	    nb_words_have(&item->weak, h->said->name))
		return NB_COVER_WEAK;
	return NB_COVER_STRONG;
}

/* “存在的问题和下一步打算” treats both: the first topic is not all it says. */
static bool
shares(const struct nb_headings *hs, const struct nb_heading *h,
    const struct nb_outline_item *item)
{
	for (uint32_t i = 0; i < item->strong.n; i++)
		if (nb_topic_match(nb_outline_topic_named(
				       hs->outline, item->strong.word[i]),
			h->words, hs->next_year))
			return true;
	return false;
}

enum nb_cover
nb_heading_cover(const struct nb_headings *hs, const struct nb_heading *h,
    const struct nb_outline_item *item)
{
	if (h->item != NULL)
		return cover_by_key(h, item);
	if (item->closed && shares(hs, h, item))
		return NB_COVER_STRONG;
	if (h->topic == NULL)
		return NB_COVER_MISSING;
	if (nb_words_have(&item->strong, h->topic->name))
		return NB_COVER_STRONG;
	return nb_words_have(&item->weak, h->topic->name) ? NB_COVER_WEAK
							  : NB_COVER_MISSING;
}
