#include "layout/locate.h"

#include "base/arena.h"
#include "layout/area.h"
#include "model/prose.h"
#include "source/node.h"

#include <glib.h>

enum { DEEPEST = 64 }; /* parts of parts that are looked at */

/* A run and the bytes of the file that it shows. */
struct stretch {
	const struct nb_item *run;
	uint32_t page, begin, end;
};

struct nb_locator {
	const struct nb_pages *pages;
	const struct nb_text *text;
	const struct nb_node *root;
	const struct stretch *stretch; /* in the order of the pages */
	uint32_t n;
};

/* What one search has found. */
struct search {
	const struct nb_locator *l;
	struct nb_span span;
	GArray *place;   /* of struct nb_place */
	GPtrArray *from; /* prose that was found, of the file … */
	GArray *seen;    /* … its part in the span: nb_span */
};

/* A part of the file: a key with its value, an item of a list. */
struct part {
	struct nb_str key; /* or empty */
	uint32_t begin, end;
};

/* Words of ours may stand for the file as a whole. */
static bool
is_traced(const struct nb_item *it)
{
	return it->kind == NB_ITEM_RUN && !it->again && it->run.n > 0 &&
	    it->run.from != NULL && it->span.begin < it->span.end;
}

static uint32_t
count(const struct nb_pages *pages)
{
	uint32_t n = 0;

	for (uint32_t i = 0; i < pages->n_pages; i++)
		for (uint32_t k = 0; k < pages->page[i].n_items; k++)
			n += is_traced(&pages->page[i].item[k]);
	return n;
}

struct nb_locator *
nb_locator_new(struct nb_arena *a, const struct nb_pages *pages,
    const struct nb_node *root)
{
	struct nb_locator *l = nb_new(a, struct nb_locator);
	struct stretch *stretch = nb_new_n(a, struct stretch, count(pages));

	*l = (struct nb_locator){ pages, root->span.text, root, stretch, 0 };
	for (uint32_t i = 0; i < pages->n_pages; i++)
		for (uint32_t k = 0; k < pages->page[i].n_items; k++) {
			const struct nb_item *it = &pages->page[i].item[k];

			if (is_traced(it) && it->span.text == l->text)
				stretch[l->n++] = (struct stretch){ it, i,
					it->span.begin, it->span.end };
		}
	return l;
}

static bool
overlap(uint32_t begin, uint32_t end, struct nb_span span)
{
	return begin < span.end && end > span.begin;
}

/* Words of the program in the place of those in the file. */
static bool
is_made(const struct nb_prose *p)
{
	return p->n_seg == 1 && p->seg[0].replaced && p->seg[0].n == p->text.n;
}

/*
 * Whether other prose already shows these words of the span; what is new is
 * noted.
 */
static bool
is_repeated(struct search *s, const struct stretch *at)
{
	const struct nb_span part = { s->span.text,
		MAX(at->begin, s->span.begin), MIN(at->end, s->span.end) };
	const struct nb_prose *from = at->run->run.from;

	for (guint i = 0; i < s->from->len; i++)
		if (s->from->pdata[i] != from &&
		    overlap(part.begin, part.end,
			g_array_index(s->seen, struct nb_span, i)))
			return true;
	g_ptr_array_add(s->from, (gpointer)from);
	g_array_append_val(s->seen, part);
	return false;
}

/* The glyphs whose characters stand in the span; false: none. */
static bool
find_glyphs(const struct nb_item *it, struct nb_span span, uint32_t *first,
    uint32_t *last)
{
	const struct nb_prose *from = it->run.from;
	size_t at = (size_t)(it->run.text.p - from->text.p);
	bool inside = false, found = false;

	for (uint32_t k = 0; k < it->run.n; k++) {
		const uint32_t i = it->run.backward ? it->run.n - 1 - k : k;
		const uint32_t n = it->run.glyph[i].text_n;

		if (n > 0) {
			const struct nb_span src =
			    nb_prose_span(from, at, at + n);

			inside = overlap(src.begin, src.end, span);
			at += n;
		}
		if (!inside)
			continue;
		*first = found ? MIN(*first, i) : i;
		*last = found ? MAX(*last, i) : i;
		found = true;
	}
	return found;
}

static void
add_place(struct search *s, struct nb_place place, nb_len gap)
{
	struct nb_place *before = s->place->len == 0
	    ? NULL
	    : &g_array_index(s->place, struct nb_place, s->place->len - 1);

	if (before != NULL && before->page == place.page &&
	    before->paragraph == place.paragraph &&
	    nb_area_touch(before->area, place.area, gap))
		before->area = nb_area_join(before->area, place.area);
	else
		g_array_append_val(s->place, place);
}

static void
search_stretch(struct search *s, const struct stretch *at)
{
	const struct nb_item *it = at->run;
	uint32_t first, last;

	if (!find_glyphs(it, s->span, &first, &last) || is_repeated(s, at))
		return;
	add_place(s,
	    (struct nb_place){
		at->page, it->paragraph, nb_run_area(it, first, last) },
	    it->run.size / 2);
}

/* The author's words, else those that ours were made of. */
static void
search_all(struct search *s)
{
	for (int made = 0; made < 2 && s->place->len == 0; made++)
		for (uint32_t i = 0; i < s->l->n; i++) {
			const struct stretch *at = &s->l->stretch[i];

			if (overlap(at->begin, at->end, s->span) &&
			    is_made(at->run->run.from) == (made != 0))
				search_stretch(s, at);
		}
}

static bool
blank_at(struct nb_str s, size_t at)
{
	return nb_is_blank(nb_utf8_next(s, &at));
}

/* A span of nothing but blanks, and the characters on both sides of it. */
static struct nb_span
widen(struct nb_span span)
{
	const struct nb_str s = span.text->bytes;
	size_t begin = span.begin, end = span.end;

	while (begin > 0) {
		nb_utf8_prev(s, &begin);
		if (!blank_at(s, begin))
			break;
	}
	while (end < s.n && blank_at(s, end))
		nb_utf8_next(s, &end);
	if (end < s.n)
		nb_utf8_next(s, &end);
	return (struct nb_span){ span.text, (uint32_t)begin, (uint32_t)end };
}

static struct nb_location
keep(struct nb_arena *a, enum nb_located how, GArray *place)
{
	struct nb_place *copy = nb_new_n(a, struct nb_place, place->len);

	for (guint i = 0; i < place->len; i++)
		copy[i] = g_array_index(place, struct nb_place, i);
	return (struct nb_location){ place->len == 0 ? NB_LOCATED_NOT : how,
		copy, place->len };
}

/* Where the words of the span are. */
static struct nb_location
find_words(const struct nb_locator *l, struct nb_arena *a, struct nb_span span,
    enum nb_located how)
{
	struct search s = {
		.l = l,
		.span = span,
		.place = g_array_new(FALSE, FALSE, sizeof(struct nb_place)),
		.from = g_ptr_array_new(),
		.seen = g_array_new(FALSE, FALSE, sizeof(struct nb_span)),
	};
	struct nb_location found;

	search_all(&s);
	if (s.place->len == 0 && nb_str_trim(nb_span_str(span)).n == 0) {
		s.span = widen(span);
		search_all(&s);
	}
	found = keep(a, how, s.place);
	g_array_unref(s.place);
	g_ptr_array_unref(s.from);
	g_array_unref(s.seen);
	return found;
}

/* The child of a node that a place stands in, and its part of the file. */
static const struct nb_node *
step(const struct nb_node *node, uint32_t at, struct part *part)
{
	const struct nb_node *in = NULL;
	uint32_t next = part->end;

	if (node->kind == NB_NODE_MAP)
		for (uint32_t i = node->map.n; i-- > 0 && in == NULL;) {
			const struct nb_pair *p = &node->map.pair[i];

			if (p->key_span.begin <= at) {
				in = p->value;
				*part = (struct part){ p->key,
					p->key_span.begin, next };
			}
			next = p->key_span.begin;
		}
	if (node->kind == NB_NODE_LIST)
		for (uint32_t i = node->list.n; i-- > 0 && in == NULL;) {
			const struct nb_node *item = node->list.item[i];

			if (item->span.begin <= at) {
				in = item;
				*part = (struct part){ NB_S(""),
					item->span.begin, next };
			}
			next = item->span.begin;
		}
	return in;
}

/* The parts a place stands in, the largest first: how many. */
static uint32_t
find_parts(const struct nb_locator *l, uint32_t at, struct part *part)
{
	const struct nb_node *node = l->root;
	struct part in = { .end = (uint32_t)l->text->bytes.n };
	uint32_t n = 0;

	while (n < DEEPEST && (node = step(node, at, &in)) != NULL)
		part[n++] = in;
	return n;
}

/* “{名}” or “{名.…}” */
static bool
names(struct nb_str words, struct nb_str name)
{
	const struct nb_str rest = nb_str_from(words, name.n + 1);

	return nb_str_starts(words, NB_S("{")) &&
	    nb_str_starts(nb_str_from(words, 1), name) &&
	    (nb_str_starts(rest, NB_S("}")) || nb_str_starts(rest, NB_S(".")));
}

/* Where prose shows the value of a 指标; false: nowhere. */
static bool
find_reference(
    const struct nb_locator *l, struct nb_str name, struct nb_span *ret)
{
	for (uint32_t i = 0; i < l->n; i++) {
		const struct stretch *at = &l->stretch[i];
		const struct nb_prose *from = at->run->run.from;

		for (uint32_t k = 0; k < from->n_seg; k++) {
			const struct nb_prose_seg *seg = &from->seg[k];

			*ret = (struct nb_span){ l->text, seg->src,
				seg->src + seg->src_n };
			if (seg->replaced &&
			    overlap(at->begin, at->end, *ret) &&
			    names(nb_span_str(*ret), name))
				return true;
		}
	}
	return false;
}

/* All of one run. */
static struct nb_location
whole(struct nb_arena *a, enum nb_located how, const struct stretch *at)
{
	struct nb_place *place = nb_new(a, struct nb_place);

	*place = (struct nb_place){ at->page, at->run->paragraph,
		nb_run_area(at->run, 0, at->run->run.n - 1) };
	return (struct nb_location){ how, place, 1 };
}

/* The first that is shown of a part, or NULL. */
static const struct stretch *
first_of(const struct nb_locator *l, const struct part *part)
{
	const struct nb_span span = { l->text, part->begin, part->end };

	for (int made = 0; made < 2; made++)
		for (uint32_t i = 0; i < l->n; i++) {
			const struct stretch *at = &l->stretch[i];

			if (overlap(at->begin, at->end, span) &&
			    is_made(at->run->run.from) == (made != 0))
				return at;
		}
	return NULL;
}

/* The first run of the title, else of all. */
static struct nb_location
find_title(const struct nb_locator *l, struct nb_arena *a)
{
	struct stretch first = { 0 };

	for (uint32_t i = 0; i < l->pages->n_pages; i++)
		for (uint32_t k = 0; k < l->pages->page[i].n_items; k++) {
			const struct nb_item *it = &l->pages->page[i].item[k];
			const struct stretch at = { .run = it, .page = i };

			if (it->kind != NB_ITEM_RUN || it->run.n == 0)
				continue;
			if (it->role == NB_ROLE_TITLE)
				return whole(a, NB_LOCATED_TITLE, &at);
			first = first.run == NULL ? at : first;
		}
	return first.run != NULL ? whole(a, NB_LOCATED_TITLE, &first)
				 : (struct nb_location){ 0 };
}

static struct nb_location
find_near(const struct nb_locator *l, struct nb_arena *a, struct nb_span span)
{
	struct part part[DEEPEST];
	const uint32_t n = find_parts(l, span.begin, part);
	struct nb_span shown;

	if (n > 1 && nb_str_eq(part[0].key, NB_S("指标")) &&
	    find_reference(l, part[1].key, &shown))
		return find_words(l, a, shown, NB_LOCATED_VALUE);
	for (uint32_t i = n; i-- > 0;) {
		const struct stretch *at = first_of(l, &part[i]);

		if (at != NULL)
			return whole(a, NB_LOCATED_NEAR, at);
	}
	return find_title(l, a);
}

struct nb_location
nb_locate(const struct nb_locator *l, struct nb_arena *a, struct nb_span span)
{
	struct nb_location found = { 0 };

	if (span.begin == 0 && span.end == 0)
		return find_title(l, a);
	if (span.text != l->text)
		return found;
	found = find_words(l, a, span, NB_LOCATED_WORDS);
	return found.n > 0 ? found : find_near(l, a, span);
}
