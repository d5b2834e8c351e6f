/*
 * P01 plan-tone - a report that orders and promises where it should tell what
 * was done.
 *
 * A clause of 章节 (not of the year to come) is looked at up to a word behind
 * which others' words are told.  It has the tone when a modal word stands at
 * its start or behind one who is to obey, when it forbids, or when it promises
 * a number.  One finding for a sentence.
 */
#include "check/rule.h"

#include "base/clip.h"
#include "check/piece.h"

static const struct nb_code code = {
	.id = "P01",
	.name = "plan-tone",
	.severity = NB_WARNING,
	.title = "报告里用了计划、规章的口气",
	.basis =
	    "《党政机关公文处理工作条例》第八条：报告用于汇报工作、反映情况",
	.help = "改写成已经做了什么、做到什么程度；确是打算的移到下年任务",
	.why =
	    "年度报告讲一年里做过的事。“要、应当、不得、确保……达到100%”是方案和"
	    "规章的口气，多半是从上级文件或自己的方案里抄来的，看不出做没做。"
	    "转述会议、文件要求的话，下年任务里的话，不查。\n"
	    "误：各部门要规范执法程序，确保公示率达到100%\n"
	    "正：全年公示处罚决定58件，公示率100%",
};

struct reader {
	const struct nb_check *ck;
	const struct nb_tone_words *words;
	const struct nb_passage *passage;
	const struct nb_words *telling, *speaking; /* the words of told and of
						      speech, or NULL when the
						      passage has none */
	int quoted;    /* depth of “ ” and 《 》 */
	bool told;     /* to the end of the sentence … */
	bool speech;   /* … or of the paragraph */
	bool reported; /* the sentence has its finding */
};

/* Whether text[at, at + n) is a part of one of the words. */
static bool
is_within(const struct nb_words *w, struct nb_str text, size_t at, size_t n)
{
	const struct nb_str part = nb_str_sub(text, at, n);

	for (uint32_t i = 0; i < w->n; i++) {
		const struct nb_str word = w->word[i];
		const size_t hit = nb_str_find(word, part, 0);

		if (hit != SIZE_MAX && hit <= at &&
		    nb_str_starts(nb_str_from(text, at - hit), word))
			return true;
	}
	return false;
}

/* 应保尽保, 应公开全公开: 应, some words, a link, the same words. */
static bool
is_idiom(struct nb_str behind)
{
	enum { MOST = 3 }; /* [char] */
	const char32_t *const links = U"尽必即快早全";
	size_t at = 0;

	for (int i = 0; i < MOST && at < behind.n; i++) {
		size_t next;

		nb_utf8_next(behind, &at);
		next = at;
		if (next < behind.n &&
		    nb_mark_in(links, nb_utf8_next(behind, &next)) &&
		    nb_str_starts(
			nb_str_from(behind, next), nb_str_sub(behind, 0, at)))
			return true;
	}
	return false;
}

/* Whether the modal word at text[at, at + n) orders somebody. */
static bool
is_order(const struct nb_tone_words *w, struct nb_str text, size_t at, size_t n)
{
	const struct nb_str before = nb_str_trim(nb_str_sub(text, 0, at));

	return (before.n == 0 || nb_words_ending(&w->before, before)) &&
	    !is_within(&w->within, text, at, n) &&
	    !is_idiom(nb_str_from(text, at + n));
}

/*
 * Where a modal word stands in front of text[own] and orders somebody; *ret_n:
 * its length.  应 … 邀请 tells of others' wish.
 */
static size_t
find_modal(const struct nb_tone_words *w, struct nb_str text, size_t own,
    size_t *ret_n)
{
	for (uint32_t i = 0; i < w->modal.n; i++) {
		const struct nb_str word = w->modal.word[i];
		size_t at = nb_str_find(text, word, 0);

		*ret_n = word.n;
		if (at < own && nb_str_first(word) == U'应' &&
		    nb_words_in(&w->invited, text))
			continue;
		for (; at < own; at = nb_str_find(text, word, at + 1))
			if (is_order(w, text, at, word.n))
				return at;
	}
	return SIZE_MAX;
}

static size_t
find_always(const struct nb_tone_words *w, struct nb_str clause, size_t *ret_n)
{
	for (uint32_t i = 0; i < w->always.n; i++) {
		const struct nb_str word = w->always.word[i];
		const size_t at = nb_str_find(clause, word, 0);

		*ret_n = word.n;
		if (at != SIZE_MAX &&
		    !is_within(&w->within, clause, at, word.n))
			return at;
	}
	return SIZE_MAX;
}

/* 确保 with a number to be reached; 确保了 tells what was. */
static size_t
find_ensure(const struct nb_tone_words *w, struct nb_str clause, size_t *ret_n)
{
	for (uint32_t i = 0; i < w->ensure.n; i++) {
		const struct nb_str word = w->ensure.word[i];
		const size_t at = nb_str_find(clause, word, 0);
		struct nb_str behind;

		if (at == SIZE_MAX)
			continue;
		behind = nb_str_from(clause, at + word.n);
		*ret_n = word.n;
		if (!nb_str_starts(behind, NB_S("了")) &&
		    nb_has_digit(behind) && nb_words_in(&w->goal, behind))
			return at;
	}
	return SIZE_MAX;
}

/* Where the first of the words stands in s, or s.n.  NULL: there are none. */
static size_t
first_of(const struct nb_words *w, struct nb_str s)
{
	size_t first = s.n;

	for (uint32_t i = 0; w != NULL && i < w->n; i++) {
		const size_t at = nb_str_find(s, w->word[i], 0);

		if (at < first)
			first = at;
	}
	return first;
}

/* How much deeper in quotation s ends than it begins. */
static int
quotes(struct nb_str s)
{
	int depth = 0;

	for (size_t at = 0; (at = nb_skip_han(s, at)) < s.n;) {
		const uint32_t c = nb_utf8_next(s, &at);

		depth += c == U'“' || c == U'《';
		depth -= c == U'”' || c == U'》';
	}
	return depth;
}

/* Where text[0, own) of a clause has the tone, or SIZE_MAX. */
static size_t
find_tone(const struct reader *r, struct nb_str text, size_t own, size_t *ret_n)
{
	const struct nb_str mine = nb_str_sub(text, 0, own);
	size_t at = find_modal(r->words, text, own, ret_n);

	if (at == SIZE_MAX)
		at = find_always(r->words, mine, ret_n);
	if (at == SIZE_MAX)
		at = find_ensure(r->words, mine, ret_n);
	if (at != SIZE_MAX && r->quoted + quotes(nb_str_sub(text, 0, at)) > 0)
		return SIZE_MAX;
	return at;
}

/* The clause, up to where others' words are told. */
static void
look(struct reader *r, const struct nb_piece *clause)
{
	const size_t told = first_of(r->telling, clause->text);
	const size_t speech = first_of(r->speaking, clause->text);
	const size_t own = told < speech ? told : speech;
	size_t at = SIZE_MAX, n = 0;

	if (!r->told && !r->speech && !r->reported)
		at = find_tone(r, clause->text, own, &n);
	if (at != SIZE_MAX) {
		nb_diag_add(r->ck->diags, &code,
		    nb_prose_span(r->passage->is.prose, clause->begin + at,
			clause->begin + at + n),
		    "报告里用了计划、规章的口气：“" NB_FMT "”",
		    NB_ARG(nb_clip(
			r->ck->arena, nb_str_sub(clause->text, at, own - at))));
		r->reported = true;
	}
	r->told |= told < clause->text.n;
	r->speech |= speech < clause->text.n;
	r->quoted += quotes(clause->text);
}

static bool
ends_sentence(uint32_t mark)
{
	return mark != U'，' && mark != U'：';
}

static void
read_passage(const struct nb_check *ck, const struct nb_passage *p)
{
	struct reader r = {
		.ck = ck,
		.words = &ck->outline->wording.tone,
		.passage = p,
	};

	if (ck->report->kind != NB_KIND_REPORT || p->ahead ||
	    p->is.role != NB_PROSE_BODY || p->is.part != NB_PART_SECTIONS)
		return;
	if (nb_words_in(&r.words->told, p->text))
		r.telling = &r.words->told;
	if (nb_words_in(&r.words->speech, p->text))
		r.speaking = &r.words->speech;
	for (uint32_t i = 0; i < p->n_clauses; i++) {
		const struct nb_piece *clause = &p->clause[i];

		look(&r, clause);
		if (ends_sentence(clause->mark))
			r.told = r.reported = false;
	}
}

const struct nb_rule nb_rule_plan_tone = { .code = &code,
	.passage = read_passage };
