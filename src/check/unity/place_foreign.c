/*
 * C13 place-foreign - the text calls an organ by a name that is neither the
 * report's own nor of those above it: left over from another's report.
 *
 * Looked for are names of two or three characters before 街道, 镇, 区 … and a
 * word of an organ (街道党工委, 区委), with nothing or a word such as 在 in
 * front of the name in its clause.  A street knows its own district by 机关;
 * one that does not say it is not asked.  One finding for each name.
 */
#include "check/rule.h"

#include "base/arena.h"
#include "check/near.h"
#include "check/own_names.h"
#include "check/piece.h"

#include <glib.h>

enum {
	LEAST_NAME = 2, /* [char] */
	MOST_NAME = 3,
	MOST_TITLE = 60,
	MOST_FOUND = 20, /* names */
};

static const struct nb_code code = {
	.id = "C13",
	.name = "place-foreign",
	.severity = NB_WARNING,
	.title = "文中出现别处机关的名称",
	.basis = "公文写作惯例：报告写本机关的工作",
	.help = "是套用别处报告没有改的，改成本机关的名称；确实要写别处的，"
		"写明往来的事由，如“赴桃源街道考察”",
	.why =
	    "照别处的报告改写，常有一两处地名忘了改，公开以后最引人议论。"
	    "“机关”一键写的机关和它前面的市、区，是自己的名称和上级；"
	    "别的街道、乡镇、区县后面接着“党工委”“办事处”“区委”这类词的就报，"
	    "写考察、联合、案件的句子不报。\n"
	    "误：机关: 青荷区柳溪街道办事处　正文: 桃源街道党工委高度重视……\n"
	    "正：机关: 青荷区柳溪街道办事处　正文: 柳溪街道党工委高度重视……",
};

/* A name, where it is seen first, and how often. */
struct foreign {
	struct nb_str name; /* with what kind of place it is */
	const struct nb_prose *prose;
	size_t at; /* in it [byte] */
	unsigned n;
};

struct survey {
	const struct nb_check *ck;
	const struct nb_foreign_words *words;
	struct nb_own_names own;
	struct nb_str organ; /* 机关 */
	GArray *found;       /* of struct foreign */
};

/* One kind of place: 街道 or 区. */
struct kind {
	const struct nb_words *place, *tail;
};

/* Whether the own division of that rank is known, so that another is told. */
static bool
knows_division(const struct survey *s, struct nb_str kind)
{
	const bool district = nb_own_names_have(&s->own, NB_S("区")) ||
	    nb_own_names_have(&s->own, NB_S("县"));

	if (nb_str_eq(kind, NB_S("区")) || nb_str_eq(kind, NB_S("县")))
		return district;
	return nb_own_names_have(&s->own, kind);
}

static bool
is_own(const struct survey *s, struct nb_str name)
{
	const struct nb_names *units = &s->ck->report->unit;

	for (uint32_t i = 0; i < units->n; i++)
		if (nb_str_has(
			nb_check_plain(s->ck, units->name[i].text), name))
			return true;
	for (uint32_t i = 0; i < s->own.name.n; i++)
		if (nb_str_has(s->own.name.word[i], name))
			return true;
	return nb_str_has(s->organ, name) ||
	    nb_words_ending(&s->own.above, name) > 0 ||
	    nb_words_ending(&s->own.name, name) > 0;
}

/* The last n characters of s; empty when it is shorter. */
static struct nb_str
last_chars(struct nb_str s, unsigned n)
{
	size_t begin = s.n;

	for (; n > 0; n--) {
		if (begin == 0)
			return NB_S("");
		nb_utf8_prev(s, &begin);
	}
	return nb_str_from(s, begin);
}

static bool
is_name(const struct survey *s, struct nb_str name)
{
	const struct nb_words *no = &s->words->no_name;

	for (uint32_t i = 0; i < no->n; i++)
		if (nb_str_eq(no->word[i], name) ||
		    (nb_str_chars(no->word[i]) == 1
			    ? nb_str_has(name, no->word[i])
			    : nb_str_starts(name, no->word[i]) ||
				nb_str_ends(name, no->word[i])))
			return false;
	return true;
}

/* The name that ends at `at`; empty when it is none for sure. */
static struct nb_str
find_name(const struct survey *s, struct nb_str text, size_t at)
{
	/* As far back as a name matters. */
	const struct nb_str run = nb_han_before(text, at, 3 * MOST_NAME);

	if (run.p > text.p &&
	    nb_char_before(text, (size_t)(run.p - text.p)) == U'、')
		return NB_S("");
	for (unsigned n = LEAST_NAME; n <= MOST_NAME; n++) {
		const struct nb_str name = last_chars(run, n);
		const struct nb_str front = nb_str_sub(run, 0, run.n - name.n);

		if (name.n > 0 &&
		    (front.n == 0 ||
			nb_words_ending(&s->words->before, front) > 0))
			return is_name(s, name) ? name : NB_S("");
	}
	return NB_S("");
}

/* Whether text[at] is within 《 》, of titles that are not too long. */
static bool
is_in_title(struct nb_str text, size_t at)
{
	for (unsigned i = 0; i < MOST_TITLE && at > 0; i++) {
		const uint32_t c = nb_utf8_prev(text, &at);

		if (c == U'《' || c == U'》')
			return c == U'《';
	}
	return false;
}

static void
note(struct survey *s, const struct nb_passage *p, struct nb_str name)
{
	const struct foreign first = { name, p->is.prose,
		(size_t)(name.p - p->text.p), 1 };

	for (guint i = 0; i < s->found->len; i++) {
		struct foreign *f = &g_array_index(s->found, struct foreign, i);

		if (nb_str_eq(f->name, name)) {
			f->n++;
			return;
		}
	}
	if (s->found->len < MOST_FOUND)
		g_array_append_val(s->found, first);
}

/* The word of a place at text[at, end). */
static void
judge(struct survey *s, const struct nb_passage *p, const struct kind *kind,
    size_t at, size_t end)
{
	const struct nb_str behind = nb_str_from(p->text, end);
	const struct nb_str place = nb_str_sub(p->text, at, end - at);
	const bool division = kind->place == &s->words->division;
	struct nb_str name;

	if (!nb_words_starting(kind->tail, behind) ||
	    nb_words_starting(&s->words->not_tail, behind) > 0 ||
	    (division && !knows_division(s, place)))
		return;
	name = find_name(s, p->text, at);
	if (name.n == 0 || is_in_title(p->text, at))
		return;
	name =
	    nb_str_sub(p->text, (size_t)(name.p - p->text.p), name.n + place.n);
	if (!is_own(s, name))
		note(s, p, name);
}

static void
look(struct survey *s, const struct nb_passage *p, const struct kind *kind,
    const struct nb_piece *sentence)
{
	const struct nb_str upto = nb_str_sub(p->text, 0, sentence->end);

	for (uint32_t i = 0; i < kind->place->n; i++) {
		const struct nb_str word = kind->place->word[i];
		size_t at = nb_str_find(upto, word, sentence->begin);

		for (; at != SIZE_MAX;
		     at = nb_str_find(upto, word, at + word.n))
			judge(s, p, kind, at, at + word.n);
	}
}

static void
read_passage(struct survey *s, const struct nb_passage *p)
{
	const struct kind town = { &s->words->town, &s->words->town_tail };
	const struct kind division = { &s->words->division,
		&s->words->division_tail };
	const enum nb_level level = s->ck->report->level;
	struct nb_piece sentence;

	for (size_t at = 0;
	     nb_piece_next(p->text, NB_SENTENCE_ENDS, &at, &sentence);) {
		if (nb_words_in(&s->words->dealing, sentence.text))
			continue;
		if (level == NB_LEVEL_STREET || level == NB_LEVEL_TOWN)
			look(s, p, &town, &sentence);
		look(s, p, &division, &sentence);
	}
}

static void
report(const struct survey *s, const struct foreign *f)
{
	nb_diag_add(s->ck->diags, &code,
	    nb_prose_span(f->prose, f->at, f->at + f->name.n),
	    "“" NB_FMT "”不是本机关，也不是上级，共%u处",
	    NB_ARG(nb_str_sub(f->prose->text, f->at, f->name.n)), f->n);
}

static void
run(const struct nb_check *ck)
{
	struct survey s = {
		.ck = ck,
		.words = &ck->outline->wording.foreign,
		.own = nb_own_names_find(
		    ck->arena, ck->report, &ck->outline->organ),
		.organ = nb_check_plain(ck, ck->report->organ.text),
		.found = g_array_new(FALSE, FALSE, sizeof(struct foreign)),
	};

	for (uint32_t i = 0; i < ck->passages.n && s.organ.n > 0; i++)
		if (nb_passage_runs(&ck->passages.passage[i]))
			read_passage(&s, &ck->passages.passage[i]);
	for (guint i = 0; i < s.found->len; i++)
		report(&s, &g_array_index(s.found, struct foreign, i));
	g_array_unref(s.found);
}

const struct nb_rule nb_rule_place_foreign = { .code = &code, .run = run };
