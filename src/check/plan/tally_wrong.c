/*
 * P18 tally-wrong - prose counts the tasks otherwise than 任务表 does.
 *
 * “41项任务完成38项” is looked at when 41 is the number of rows, or when the
 * words in front of it say that all tasks are meant: 全年, 清单所列.  The same
 * of 上年任务, when the number is theirs.  What the sentence does not count is
 * not missed.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "check/near.h"
#include "check/piece.h"
#include "model/number.h"
#include "model/tally.h"

enum { MOST_CLAUSE = 200 }; /* of a clause up to a number [byte] */

static const struct nb_code code = {
	.id = "P18",
	.name = "tally-wrong",
	.severity = NB_ERROR,
	.title = "正文说的任务完成数与任务表不符",
	.basis = "《法治政府建设与责任落实督察工作规定》：情况要真实、可核查",
	.help = "数一数任务表各行的进展，把正文或者任务表改对",
	.why =
	    "任务表逐行写着完成没有，正文又说一遍总数，两处不一样，读的人不知道"
	    "信哪一处。小计由程序按行数出来；正文里“41项任务完成38项”“全年40项"
	    "重点任务全部完成”这样的话，与它核对。\n"
	    "误：41项任务完成38项（任务表里完成36项、部分完成4项、未完成1项）\n"
	    "正：41项任务完成36项、部分完成4项，1项未完成",
};

/* “38项”, and what the words beside it say of them. */
struct counted {
	size_t begin, number, end; /* [byte] with the words, of the number */
	unsigned n;
	enum nb_progress came; /* NONE: nothing, or nothing clear */
};

/* What a sentence says of all tasks. */
struct said {
	size_t begin, end; /* [byte] */
	unsigned total;
	int came[NB_PROGRESS_CHANGED + 1]; /* -1: not said */
	bool any;
};

static bool
is_numeral(uint32_t c)
{
	return nb_is_digit(c) || c == '.' ||
	    nb_mark_in(U"一二三四五六七八九十百千零两第每", c);
}

/* The longest of the words that s starts or ends with makes it that. */
struct state {
	size_t n; /* [byte] */
	enum nb_progress came;
};

static void
try_words(struct state *best, struct nb_str s, bool ends,
    const struct nb_words *w, enum nb_progress came)
{
	for (uint32_t i = 0; i < w->n; i++) {
		const struct nb_str word = w->word[i];

		if (word.n > best->n &&
		    (ends ? nb_str_ends(s, word) : nb_str_starts(s, word)))
			*best = (struct state){ word.n, came };
	}
}

static struct state
state_at(const struct nb_tally_words *w, struct nb_str s, bool ends)
{
	struct state best = { 0, NB_PROGRESS_NONE };

	try_words(&best, s, ends, &w->done, NB_PROGRESS_DONE);
	try_words(&best, s, ends, &w->partly, NB_PROGRESS_PARTLY);
	try_words(&best, s, ends, &w->not_done, NB_PROGRESS_NOT);
	try_words(&best, s, ends, &w->changed, NB_PROGRESS_CHANGED);
	try_words(&best, s, ends, &w->vague, NB_PROGRESS_NONE);
	return best;
}

/* The next “38项” from *at on. */
static bool
next_count(const struct nb_tally_words *w, struct nb_str s, size_t *at,
    struct counted *ret)
{
	while (*at < s.n) {
		const size_t begin = *at;
		size_t end = begin;
		struct state before, behind;

		if (!nb_number_read(s, &end, &ret->n) ||
		    is_numeral(nb_char_before(s, begin)) ||
		    nb_words_starting(&w->count, nb_str_from(s, end)) == 0) {
			nb_utf8_next(s, at);
			continue;
		}
		end += nb_words_starting(&w->count, nb_str_from(s, end));
		before = state_at(w, nb_str_sub(s, 0, begin), true);
		behind = state_at(w, nb_str_from(s, end), false);
		*ret = (struct counted){ begin - before.n, begin, end, ret->n,
			before.n > 0 ? before.came : behind.came };
		if (before.n == 0)
			ret->end += behind.n;
		*at = end;
		return true;
	}
	return false;
}

/* Behind “项”: the end of “重点任务”, or 0. */
static size_t
noun_end(const struct nb_tally_words *w, struct nb_str s, size_t at)
{
	for (;;) {
		const struct nb_str rest = nb_str_from(s, at);
		const size_t noun = nb_words_starting(&w->noun, rest);
		const size_t kind = nb_words_starting(&w->kind, rest);

		if (noun > 0)
			return at + noun;
		if (kind == 0)
			return 0;
		at += kind;
	}
}

/* Whether the words in front say that the number is of all tasks. */
static bool
is_of_all(const struct nb_check *ck, struct nb_str before)
{
	const struct nb_tally_words *w = &ck->outline->wording.tally;
	const struct nb_str year =
	    nb_arena_printf(ck->arena, "%d年", ck->report->last_year);

	for (;;) {
		const size_t link = nb_words_ending(&w->link, before);

		if (nb_words_ending(&w->table, before) ||
		    nb_str_ends(before, year))
			return true;
		if (link == 0)
			return false;
		before.n -= link;
	}
}

/* What follows the total: counts, until other tasks are counted. */
static void
read_counts(const struct nb_tally_words *w, struct nb_str s, struct said *to)
{
	size_t at = to->end, stop = s.n;
	struct counted c;

	while (next_count(w, s, &at, &c)) {
		if (c.came == NB_PROGRESS_NONE && noun_end(w, s, c.end) > 0) {
			stop = c.begin;
			break;
		}
		if (c.came == NB_PROGRESS_NONE || to->came[c.came] >= 0)
			continue;
		to->came[c.came] = (int)c.n;
		to->any = true;
		to->end = c.end;
	}
	s = nb_str_sub(s, 0, stop);
	for (uint32_t i = 0; i < w->all.n && !to->any; i++) {
		const size_t hit = nb_str_find(s, w->all.word[i], to->end);

		if (hit == SIZE_MAX)
			continue;
		to->came[NB_PROGRESS_DONE] = (int)to->total;
		to->any = true;
		to->end = hit + w->all.word[i].n;
	}
}

/* “完成40项，其中部分完成4项” counts those that are done in part among them. */
static bool
is_done_in_all(const struct said *said, const struct nb_tally *tally)
{
	return said->came[NB_PROGRESS_PARTLY] >= 0 &&
	    (uint32_t)said->came[NB_PROGRESS_DONE] ==
	    tally->came[NB_PROGRESS_DONE] + tally->came[NB_PROGRESS_PARTLY];
}

static bool
agrees(const struct said *said, const struct nb_tally *tally)
{
	if (said->total != tally->n)
		return false;
	for (unsigned p = NB_PROGRESS_DONE; p <= NB_PROGRESS_CHANGED; p++) {
		if (said->came[p] < 0 || !nb_tally_is_reported(tally) ||
		    (uint32_t)said->came[p] == tally->came[p])
			continue;
		if (p != NB_PROGRESS_DONE || !is_done_in_all(said, tally))
			return false;
	}
	return true;
}

struct reader {
	const struct nb_check *ck;
	struct nb_tally table, last;
};

static void
report(const struct reader *r, const struct nb_passage *p, size_t from,
    const struct said *said, bool last)
{
	struct nb_arena *a = r->ck->arena;
	const struct nb_tally *tally = last ? &r->last : &r->table;

	nb_diag_add(r->ck->diags, &code,
	    nb_prose_span(p->is.prose, from + said->begin, from + said->end),
	    "正文说“" NB_FMT "”，%s是“" NB_FMT "”",
	    NB_ARG(nb_str_sub(p->is.prose->text, from + said->begin,
		said->end - said->begin)),
	    last ? "上年任务" : "任务表", NB_ARG(nb_tally_text(a, tally)));
}

/* A sentence that begins at `from` in the passage. */
static void
look(const struct reader *r, const struct nb_passage *p, size_t from,
    struct nb_str s)
{
	const struct nb_tally_words *w = &r->ck->outline->wording.tally;
	struct counted c;

	if (!nb_words_in(&w->count, s))
		return;
	for (size_t at = 0; next_count(w, s, &at, &c);) {
		const struct nb_str before = nb_str_sub(s, 0, c.number);
		const struct nb_str clause =
		    nb_since_mark(s, c.number, U"，；：", MOST_CLAUSE);
		struct said said = { c.number, noun_end(w, s, c.end), c.n,
			{ -1, -1, -1, -1, -1 }, false };
		const bool last = nb_words_in(&w->last, clause);
		const uint32_t n = last ? r->last.n : r->table.n;
		bool all;

		if (said.end == 0 || c.came != NB_PROGRESS_NONE || n == 0 ||
		    nb_words_in(&w->other, clause) ||
		    nb_words_in(
			&w->other, nb_str_sub(s, c.end, said.end - c.end)))
			continue;
		read_counts(w, s, &said);
		all = !last && is_of_all(r->ck, before) &&
		    (said.any || r->ck->report->kind != NB_KIND_REPORT);
		at = said.end;
		if ((c.n == n || all) &&
		    !agrees(&said, last ? &r->last : &r->table))
			report(r, p, from, &said, last);
	}
}

static void
run(const struct nb_check *ck)
{
	const struct nb_report *report = ck->report;
	struct reader r = {
		.ck = ck,
		.table = nb_tally_table(report->task_table),
	};

	if (report->last_tasks != NULL)
		nb_tally_add(
		    &r.last, report->last_tasks->task, report->last_tasks->n);
	for (uint32_t i = 0; r.table.n + r.last.n > 0 && i < ck->passages.n;
	     i++) {
		const struct nb_passage *p = &ck->passages.passage[i];
		struct nb_piece piece;

		if (p->is.role != NB_PROSE_BODY || p->ahead)
			continue;
		for (size_t at = 0;
		     nb_piece_next(p->text, U"。！？", &at, &piece);)
			look(&r, p, piece.begin, piece.text);
	}
}

const struct nb_rule nb_rule_tally_wrong = { .code = &code, .run = run };
