/*
 * compare/han.c - of all ways to cut a run the one whose words cost least, by
 * the table of its beginnings.
 */
#include "compare/han.h"

#include "base/beside.h"

/* What a word costs. */
enum {
	COST_WORD = 10,     /* of the list, a number */
	COST_FUNCTION = 11, /* 的 */
	COST_SINGLE = 14,
	COST_OTHER = 22, /* any other character alone */
	COST_PAIR = 30,  /* two of these, or one and a SINGLE */
};

#define NUMERALS U"〇零一二三四五六七八九十百千万亿两几"
#define COUNTED U"年月日号章节条款项届"

/* The best way to a place. */
struct way {
	uint32_t cost, from;
	bool function; /* the character before is one */
	bool reached;  /* a character ends here */
};

struct cutter {
	const struct nb_han_words *words;
	const struct nb_words *unit;
	struct nb_str s;
	struct way *way;  /* by place; several words may end at one */
	uint32_t numeral; /* where the numerals before the place begin */
	uint32_t counted_from, counted_end; /* 十二件 */
};

static void
offer(struct cutter *c, uint32_t from, uint32_t to, uint32_t cost)
{
	struct way *way = &c->way[to];

	cost += c->way[from].cost;
	if (way->reached && cost >= way->cost)
		return;
	way->cost = cost;
	way->from = from;
	way->reached = true;
}

/* The words of the list that end at a place; `search` has come so far. */
static void
offer_listed(
    struct cutter *c, const struct nb_automaton_search *search, uint32_t found)
{
	const struct nb_han_word *w = &c->words->word[found];
	const uint32_t to = (uint32_t)search->at;

	c->way[to].function |= w->kind == NB_HAN_FUNCTION;
	offer(c, to - (uint32_t)w->text.n, to,
	    w->kind == NB_HAN_WORD         ? COST_WORD
		: w->kind == NB_HAN_SINGLE ? COST_SINGLE
					   : COST_FUNCTION);
}

/* Behind what numerals that end at a place count, or the place. */
static uint32_t
counted_end(const struct cutter *c, uint32_t at)
{
	const struct nb_str rest = nb_str_from(c->s, at);
	const size_t n = nb_words_starting(c->unit, rest);

	if (n > 0)
		return at + (uint32_t)n;
	return nb_mark_in(COUNTED, nb_str_first(rest)) ? at + 3 : at;
}

/* Numerals, with 第 in front, with what they count. */
static void
offer_numerals(struct cutter *c, uint32_t from, uint32_t to)
{
	size_t before = c->numeral;

	if (c->counted_end == to)
		offer(c, c->counted_from, to, COST_WORD);
	if (!nb_mark_in(NUMERALS, nb_str_first(nb_str_from(c->s, from)))) {
		c->numeral = to;
		return;
	}
	if (before > 0 && nb_utf8_prev(c->s, &before) != U'第')
		before = c->numeral;
	offer(c, (uint32_t)before, to, COST_WORD);
	c->counted_from = (uint32_t)before;
	c->counted_end = counted_end(c, to);
}

/* The character s[at, to) alone, and with the one before. */
static void
offer_unknown(struct cutter *c, uint32_t before, uint32_t at, uint32_t to)
{
	offer(c, at, to, COST_OTHER);
	if (before < at && !c->way[at].function && !c->way[to].function)
		offer(c, before, to, COST_PAIR);
}

static void
find_ways(struct cutter *c)
{
	struct nb_automaton_search search = { .automaton = c->words->automaton,
		.text = c->s };
	uint32_t found = 0, before = 0;
	bool more = nb_automaton_next(&search, &found);

	for (uint32_t at = 0; at < c->s.n;) {
		size_t to = at;

		nb_utf8_next(c->s, &to);
		for (; more && search.at <= to;
		     more = nb_automaton_next(&search, &found))
			offer_listed(c, &search, found);
		offer_unknown(c, before, at, (uint32_t)to);
		offer_numerals(c, at, (uint32_t)to);
		before = at;
		at = (uint32_t)to;
	}
}

void
nb_han_cut(const struct nb_han_words *words, const struct nb_words *unit,
    struct nb_str s, GArray *ends)
{
	g_autofree struct way *way = g_new0(struct way, s.n + 1);
	struct cutter c = { .words = words, .unit = unit, .s = s, .way = way };
	const guint first = ends->len;

	find_ways(&c);
	for (uint32_t at = (uint32_t)s.n; at > 0; at = way[at].from)
		g_array_append_val(ends, at);
	for (guint i = first, k = ends->len; i + 1 < k; i++) {
		const uint32_t end = g_array_index(ends, uint32_t, i);

		k--;
		g_array_index(ends, uint32_t, i) =
		    g_array_index(ends, uint32_t, k);
		g_array_index(ends, uint32_t, k) = end;
	}
}
