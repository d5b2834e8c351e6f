/*
 * C02 self-name-mixed - a street calls itself by several names.
 *
 * One finding for the report, at the first name that is not 自称; the names
 * are counted in running text.
 */
#include "check/rule.h"

#include "base/arena.h"

#include <glib.h>

static const struct nb_code code = {
	.id = "C02",
	.name = "self-name-mixed",
	.severity = NB_WARNING,
	.title = "自称不一",
	.basis = "公文写作惯例：全篇一个自称",
	.help = "全篇只用“自称”一键写的那一种，街道不写就是“我街道”",
	.why =
	    "一会儿“我街道”，一会儿“我处”“办事处”，读的人要想一想是不是同一个"
	    "机关。只查街道；“各街道办事处”说的是别人，不算自称。\n"
	    "误：我街道成立领导小组，加强对办事处干部的培训，宣传我处的做法\n"
	    "正：我街道成立领导小组，加强对我街道干部的培训，宣传我街道的做法",
	.fixable = true,
};

/* A place where the report names itself. */
struct place {
	const struct nb_passage *passage;
	size_t begin, end; /* [byte] */
	uint32_t kind;     /* index of the name among all of them */
};

struct survey {
	const struct nb_check *ck;
	const struct nb_self_words *words;
	uint32_t *count; /* by kind */
	GArray *place;   /* of struct place, by passage and kind */
};

static struct nb_str
kind_name(const struct nb_self_words *w, uint32_t kind)
{
	return kind < w->word.n ? w->word.word[kind]
				: w->office.word[kind - w->word.n];
}

/* Whether the name of that kind at text[begin, end) means this organ. */
static bool
means_itself(const struct nb_self_words *w, uint32_t kind, struct nb_str text,
    size_t begin, size_t end)
{
	const struct nb_str before = nb_str_sub(text, 0, begin);
	const struct nb_str behind = nb_str_from(text, end);

	if (kind >= w->word.n)
		return nb_words_starting(&w->people, behind) &&
		    !nb_words_ending(&w->other, before) &&
		    !nb_words_ending(&w->word, before);
	return !nb_words_ending(&w->not_behind, before) &&
	    !nb_words_starting(&w->not_before, behind);
}

static void
find(struct survey *s, const struct nb_passage *p, uint32_t kind)
{
	const struct nb_str name = kind_name(s->words, kind);
	struct place place = { .passage = p, .kind = kind };

	for (;;) {
		place.begin = nb_str_find(p->text, name, place.end);
		if (place.begin == SIZE_MAX)
			return;
		place.end = place.begin + name.n;
		if (!means_itself(
			s->words, kind, p->text, place.begin, place.end))
			continue;
		s->count[kind]++;
		g_array_append_val(s->place, place);
	}
}

static uint32_t
n_kinds(const struct survey *s)
{
	return s->words->word.n + s->words->office.n;
}

/* The kind that all should be: 自称 if it is used, else the most frequent. */
static uint32_t
choose(const struct survey *s)
{
	const struct nb_str self =
	    nb_check_plain(s->ck, s->ck->report->self.text);
	uint32_t best = 0;

	for (uint32_t i = 0; i < n_kinds(s); i++) {
		if (s->count[i] > 0 && nb_str_eq(kind_name(s->words, i), self))
			return i;
		if (s->count[i] > s->count[best])
			best = i;
	}
	return best;
}

/* “我街道”5处、“我处”1处 */
static struct nb_str
tell(const struct survey *s)
{
	struct nb_str all = NB_S("");

	for (uint32_t i = 0; i < n_kinds(s); i++)
		if (s->count[i] > 0)
			all = nb_arena_printf(s->ck->arena,
			    NB_FMT "%s“" NB_FMT "”%u处", NB_ARG(all),
			    all.n > 0 ? "、" : "",
			    NB_ARG(kind_name(s->words, i)), s->count[i]);
	return all;
}

static gint
compare_places(gconstpointer pa, gconstpointer pb)
{
	const struct place *a = pa, *b = pb;

	if (a->passage != b->passage)
		return a->passage < b->passage ? -1 : 1;
	return (a->begin > b->begin) - (a->begin < b->begin);
}

/*
 * The names that are not the chosen one, as one finding.  Each is written anew
 * as 自称, where that is what is chosen and the file has the very letters.
 */
static void
report(const struct survey *s, uint32_t chosen)
{
	const struct nb_str self = s->ck->report->self.text;
	const bool known =
	    nb_str_eq(kind_name(s->words, chosen), nb_check_plain(s->ck, self));
	struct nb_diag *g = NULL;

	for (guint i = 0; i < s->place->len; i++) {
		const struct place *p =
		    &g_array_index(s->place, struct place, i);
		const struct nb_prose *prose = p->passage->is.prose;
		const struct nb_span span =
		    nb_prose_span(prose, p->begin, p->end);
		const bool fits =
		    known && nb_prose_is_verbatim(prose, p->begin, p->end);

		if (p->kind == chosen)
			continue;
		if (g != NULL && fits && g->fix.p != NULL) {
			nb_diag_add_edit(s->ck->diags, g, span, self);
			continue;
		}
		if (g != NULL)
			continue;
		g = nb_diag_add(s->ck->diags, &code, span, "自称不一：" NB_FMT,
		    NB_ARG(tell(s)));
		if (fits)
			g->fix = self;
	}
}

static void
run(const struct nb_check *ck)
{
	struct survey s = { .ck = ck, .words = &ck->outline->wording.self };
	uint32_t used = 0;

	if (ck->report->level != NB_LEVEL_STREET)
		return;
	s.count = nb_new_n(ck->arena, uint32_t, n_kinds(&s) + 1);
	s.place = g_array_new(FALSE, FALSE, sizeof(struct place));
	for (uint32_t i = 0; i < ck->passages.n; i++)
		for (uint32_t kind = 0; kind < n_kinds(&s) &&
		     nb_passage_runs(&ck->passages.passage[i]);
		     kind++)
			find(&s, &ck->passages.passage[i], kind);
	for (uint32_t kind = 0; kind < n_kinds(&s); kind++)
		used += s.count[kind] > 0;
	g_array_sort(s.place, compare_places);
	if (used > 1)
		report(&s, choose(&s));
	g_array_unref(s.place);
}

const struct nb_rule nb_rule_self_name_mixed = { .code = &code, .run = run };
