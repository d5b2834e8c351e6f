/*
 * N13 breakdown-wrong - “共50件，其中…”: the parts do not fit the whole.
 *
 * The clause before 其中 gives the whole, what stands behind it up to the end
 * of the sentence the parts: figures in the same unit or in none.  If the
 * parts come to the whole at any point all is well.  Else there is a finding
 * only where no reading saves the text: the first part is larger than the
 * whole, or the parts that 、 joins to it exceed it together, or the parts end
 * in 其他 and miss it.
 */
#include "base/arena.h"
#include "check/figure_scan.h"
#include "check/piece.h"
#include "check/rule.h"

#include <glib.h>

enum { MOST_PARTS = 32, MOST_SENTENCE = 3000 }; /* the latter in bytes */

#define SENTENCE_ENDS U"。！？"

static const struct nb_code code = {
	.id = "N13",
	.name = "breakdown-wrong",
	.severity = NB_WARNING,
	.title = "“共……，其中……”的分项与总数不符",
	.basis = "《统计法》关于统计资料真实、准确的要求",
	.help = "核对总数和各个分项；只列一部分的，分项之和不应超过总数",
	.why =
	    "“其中”后面是总数的一部分，哪一项都不会比总数大；并列的几项加起来"
	    "不会超过总数，写到“其他”为止的要正好等于总数。括号里的补充、"
	    "“累计”“上年”之类另有所指的数不算。\n"
	    "误：办理提案29件，其中重点提案12件、一般提案18件\n"
	    "正：办理提案29件，其中重点提案12件、一般提案17件",
};

struct breakdown {
	struct nb_quantity whole;
	int64_t part[MOST_PARTS];
	uint32_t n;
	uint32_t n_parallel; /* of the first, joined by 、 */
	bool complete;       /* the last is what remains */
};

static bool
is_count(const struct nb_found_figure *f)
{
	return f->q.number.places == 0 && f->q.power == 0 && !f->loose;
}

/* The clause that ends where the breakdown begins gives one total. */
static bool
read_whole(const struct nb_number_words *words, struct nb_str s,
    struct nb_quantity *ret)
{
	struct nb_found_figure f;
	struct nb_piece clause = { 0 };
	size_t at = 0;

	while (nb_piece_next(s, NB_CLAUSE_ENDS, &at, &clause))
		;
	at = 0;
	if (!nb_words_in(&words->total, clause.text) ||
	    nb_words_in(&words->other_sum, clause.text) ||
	    !nb_figure_next(clause.text, &words->unit, &at, &f))
		return false;
	*ret = f.q;
	return f.q.unit.n > 0 && is_count(&f) &&
	    !nb_figure_next(clause.text, &words->unit, &at, &f);
}

/* Whether a clause of the parts speaks of something else. */
static bool
is_aside(const struct nb_number_words *words, struct nb_str clause)
{
	return nb_words_in(&words->other_sum, clause) ||
	    nb_words_in(&words->demand, clause) ||
	    nb_str_has(clause, NB_S("率"));
}

/* false when nothing can be said of them.  A bare number ends its clause. */
static bool
add_part(struct breakdown *b, const struct nb_number_words *words,
    struct nb_str clause, const struct nb_found_figure *f)
{
	const bool bare = f->q.unit.n == 0;

	if (f->loose)
		return false;
	if (!is_count(f) ||
	    (bare ? f->end < clause.n : !nb_str_eq(f->q.unit, b->whole.unit)))
		return true;
	if (b->n == MOST_PARTS)
		return false;
	b->part[b->n++] = f->q.number.n;
	b->complete = nb_words_starting(&words->rest, nb_str_trim(clause)) > 0;
	return true;
}

/* Up to what remains, or to where the sentence turns to something else. */
static bool
read_parts(
    const struct nb_number_words *words, struct nb_str s, struct breakdown *b)
{
	struct nb_piece clause;
	bool parallel = true;

	for (size_t at = 0;
	     !b->complete && nb_piece_next(s, U"，；：、", &at, &clause);) {
		struct nb_found_figure f;
		const uint32_t before = b->n;

		if (is_aside(words, clause.text))
			break;
		for (size_t k = 0;
		     nb_figure_next(clause.text, &words->unit, &k, &f);)
			if (!add_part(b, words, clause.text, &f))
				return false;
		if (b->n > before + 1)
			return false;
		if (parallel)
			b->n_parallel = b->n;
		if (b->n > 0 && clause.mark != U'、')
			parallel = false;
	}
	return b->n > 0;
}

static int64_t
sum_of(const struct breakdown *b, uint32_t n)
{
	int64_t sum = 0;

	for (uint32_t i = 0; i < n; i++)
		sum += b->part[i];
	return sum;
}

static bool
is_wrong(const struct breakdown *b)
{
	const int64_t whole = b->whole.number.n;

	for (uint32_t i = 1; i <= b->n; i++)
		if (sum_of(b, i) == whole)
			return false;
	return sum_of(b, b->n_parallel) > whole || (b->complete && b->n > 1);
}

/* “12+18=30”, or “442” of one part. */
static struct nb_str
working(struct nb_arena *a, const struct breakdown *b)
{
	const uint32_t n = b->complete ? b->n : b->n_parallel;
	g_autoptr(GString) s = g_string_new(NULL);

	for (uint32_t i = 0; i < n; i++)
		g_string_append_printf(s, "%s%" G_GINT64_FORMAT,
		    i > 0 ? "+" : "", (gint64)b->part[i]);
	if (n > 1)
		g_string_append_printf(
		    s, "=%" G_GINT64_FORMAT, (gint64)sum_of(b, n));
	return nb_arena_str(a, (struct nb_str){ s->str, s->len });
}

/* The same with blanks for what stands in brackets. */
static struct nb_str
without_brackets(struct nb_arena *a, struct nb_str s)
{
	char *p = nb_new_n(a, char, s.n);
	size_t depth = 0;

	for (size_t at = 0; at < s.n;) {
		const size_t begin = at;
		const uint32_t c = nb_utf8_next(s, &at);

		depth += c == U'（';
		for (size_t i = begin; i < at; i++)
			p[i] = depth > 0 ? ' ' : s.p[i];
		depth -= depth > 0 && c == U'）';
	}
	return (struct nb_str){ p, s.n };
}

static void
look_at_sentence(const struct nb_check *ck, const struct nb_passage *p,
    const struct nb_piece *sentence)
{
	const struct nb_number_words *words = ck->outline->number;
	const struct nb_str among = NB_S("其中");
	const size_t hit = nb_str_find(sentence->text, among, 0);
	struct breakdown b = { .n = 0 };
	struct nb_str s;

	if (hit == SIZE_MAX || sentence->text.n > MOST_SENTENCE ||
	    nb_str_find(sentence->text, among, hit + 1) != SIZE_MAX)
		return;
	s = without_brackets(ck->arena, sentence->text);
	if (!read_whole(words, nb_str_sub(s, 0, hit), &b.whole) ||
	    !read_parts(words, nb_str_from(s, hit + among.n), &b) ||
	    !is_wrong(&b))
		return;
	nb_diag_add(ck->diags, &code,
	    nb_prose_span(p->is.prose, sentence->begin + hit,
		sentence->begin + hit + among.n),
	    "总数是%" G_GINT64_FORMAT NB_FMT "，“其中”的分项是" NB_FMT,
	    (gint64)b.whole.number.n, NB_ARG(b.whole.unit),
	    NB_ARG(working(ck->arena, &b)));
}

static void
look(const struct nb_check *ck, const struct nb_passage *p)
{
	struct nb_piece sentence;

	if (!nb_passage_runs(p) || !nb_str_has(p->text, NB_S("其中")))
		return;
	for (size_t at = 0;
	     nb_piece_next(p->text, SENTENCE_ENDS, &at, &sentence);)
		look_at_sentence(ck, p, &sentence);
}

const struct nb_rule nb_rule_breakdown_wrong = { .code = &code,
	.passage = look };
