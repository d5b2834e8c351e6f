/*
 * import/recognise_facts.c - what kind of document it is, whose, of which
 * year.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "base/gb2312.h"
#include "import/field.h"
#include "import/grow.h"
#include "import/vocabulary.h"
#include "import/words.h"
#include "model/date.h"

enum { TRADITIONAL_LEAST = 5 }; /* of 100 hanzi beyond GB 2312 */

/* The first year in s, and the last of a range: 2021—2025年. */
static bool
read_years(struct nb_str s, size_t from, int *year, int *last, size_t *ret_at)
{
	static const char *const dash[] = { "—", "－", "-", "–", "~", "～",
		"至", NULL };

	for (size_t at = from; at < s.n;) {
		size_t end = at, n;

		if (!nb_year_read(s, &end, year)) {
			nb_utf8_next(s, &at);
			continue;
		}
		*last = *year;
		*ret_at = at;
		n = nb_word_starts(dash, nb_str_from(s, end));
		for (; n > 0; n = nb_word_starts(dash, nb_str_from(s, end)))
			end += n;
		nb_year_read(s, &end, last);
		if (nb_str_starts(nb_str_from(s, end), NB_S("年")))
			return true;
		nb_utf8_next(s, &at);
	}
	return false;
}

static bool
is_report(const struct nb_draft *d)
{
	return nb_str_eq(nb_str_z(d->kind), NB_S("年度报告"));
}

static void
set_year(struct nb_recogniser *r)
{
	struct nb_draft *d = r->draft;
	const struct nb_branch *root = r->root;
	size_t at;

	if (read_years(d->title.text, 0, &d->year, &d->last_year, &at))
		return;
	d->year = 0;
	for (uint32_t i = 0; i < root->s.body.n && d->year == 0; i++)
		if (!read_years(root->s.body.text[i].text, 0, &d->year,
			&d->last_year, &at))
			d->year = 0;
	if (d->year == 0 && root->first != NULL &&
	    !read_years(
		root->first->s.title.text, 0, &d->year, &d->last_year, &at))
		d->year = 0;
	if (d->year == 0 && d->issued.text.n >= 4) {
		at = 0;
		nb_year_read(d->issued.text, &at, &d->year);
		d->year -= is_report(d); /* a plan is of its own year */
	}
	d->last_year = d->year;
	nb_recognise_doubt(r, 1, NB_S(""), "year",
	    d->year == 0 ? "没有找到年度，请补上"
			 : "标题里没有年度，用了正文或日期里的");
}

/* The title up to what it is about: whose it is. */
static struct nb_str
owner_of(const struct nb_words *about, struct nb_str title)
{
	int year, last;
	size_t end, at = 0;

	if (nb_str_skip(title, &at, NB_S("关于")))
		title = nb_str_from(title, at);
	end = title.n;
	for (uint32_t i = 0; i < about->n; i++) {
		at = nb_str_find(title, about->word[i], 0);
		if (at < end)
			end = at;
	}
	if (read_years(title, 0, &year, &last, &at) && at < end)
		end = at;
	return nb_str_trim(nb_str_sub(title, 0, end));
}

static const char *
kind_of(const struct nb_vocabulary *words, struct nb_str title)
{
	if (nb_words_ending(&words->title.report, title) > 0)
		return "年度报告";
	if (nb_words_in(&words->title.plan, title))
		return "工作方案";
	if (nb_words_in(&words->title.programme, title))
		return "实施纲要";
	return "年度报告";
}

/* NULL: the schema's own. */
static const char *
level_of(
    const struct nb_vocabulary *words, struct nb_str owner, struct nb_str organ)
{
	const struct nb_str both[] = { owner, organ };

	for (size_t i = 0; i < NB_COUNT(both); i++) {
		if (nb_words_in(&words->organ.street, both[i]))
			return "街道";
		if (nb_words_ending(&words->organ.town, both[i]) > 0)
			return "乡镇";
		if (nb_words_ending(&words->organ.district, both[i]) > 0)
			return "区县";
		if (nb_words_ending(&words->organ.department, both[i]) > 0)
			return "部门";
	}
	return NULL;
}

/* Whether the owner of a title and an organ are of one place: 金湖街办 and
 * 大冶市金湖街道办事处. */
static bool
is_of(const struct nb_words *end, struct nb_str owner, struct nb_str organ)
{
	const size_t least = NB_S("柳溪").n;
	size_t at = 0, n;

	while ((n = nb_words_ending(end, owner)) > 0)
		owner.n -= n;
	while (at + least <= owner.n) {
		if (nb_str_has(organ, nb_str_from(owner, at)))
			return true;
		nb_utf8_next(owner, &at);
	}
	return false;
}

/* 来源: more exact than the title if it is the same, else only better than
 * nothing. */
static void
use_source(struct nb_recogniser *r, struct nb_str owner)
{
	const struct nb_words *end = &r->words->organ.end;
	struct nb_draft *d = r->draft;

	if (d->source.text.n == 0 &&
	    nb_words_ending(end, nb_plain(r->a, r->raw->source)) > 0)
		d->source.text = r->raw->source;
	if (d->source.text.n > 0 && d->organ.text.n == 0 &&
	    (owner.n == 0 ||
		is_of(end, nb_plain(r->a, owner),
		    nb_plain(r->a, d->source.text))))
		d->organ = d->source;
}

/* A source that became no organ is not thrown away. */
static void
keep_source(struct nb_recogniser *r)
{
	struct nb_draft *d = r->draft;

	if (d->source.row > 0 && !nb_str_ends(d->organ.text, d->source.text) &&
	    !nb_str_ends(d->source.text, d->organ.text))
		nb_texts_add(r->a, &d->aside,
		    (struct nb_draft_text){
			nb_arena_printf(
			    r->a, "来源：" NB_FMT, NB_ARG(d->source.text)),
			d->source.row });
}

/* A name of the 标志: 青荷区司法局文件. */
static struct nb_str
name_in_mark(struct nb_str mark)
{
	const size_t end = mark.n - NB_S("文件").n;

	return nb_str_ends(mark, NB_S("文件"))
	    ? nb_str_trim(nb_str_sub(mark, 0, end))
	    : mark;
}

/* 云州市青荷区司法局 is 青荷区司法局. */
static bool
are_same(struct nb_str a, struct nb_str b)
{
	return nb_str_ends(a, b) || nb_str_ends(b, a);
}

/* Where fewer sign than the 标志 of a joint issue names. */
static void
set_joint(struct nb_recogniser *r)
{
	struct nb_draft *d = r->draft;
	const struct nb_draft_texts none = { NULL, 0 };
	const struct nb_draft_texts *mark =
	    d->head != NULL ? &d->head->mark : &none;

	if (mark->n < 2 || d->joint.n > 0)
		return;
	for (uint32_t i = 0; i < mark->n; i++) {
		const struct nb_draft_text name = {
			name_in_mark(mark->text[i].text), mark->text[i].row
		};

		if (d->organ.text.n == 0)
			d->organ = name;
		else if (!are_same(d->organ.text, name.text))
			nb_texts_add(r->a, &d->joint, name);
	}
	nb_recognise_doubt(r, mark->text[0].row, mark->text[0].text, "joint",
	    "发文机关标志里不止一个机关，写成了联合机关");
}

static bool
is_organ(struct nb_recogniser *r, struct nb_str s)
{
	return nb_words_ending(&r->words->organ.end, nb_plain(r->a, s)) > 0;
}

static void
set_organ(struct nb_recogniser *r, struct nb_str owner)
{
	struct nb_draft *d = r->draft;

	if (d->organ.text.n == 0 && d->notice != NULL)
		d->organ = d->notice->organ;
	use_source(r, owner);
	set_joint(r);
	if (d->organ.text.n == 0 && is_organ(r, owner))
		d->organ = (struct nb_draft_text){ owner, 0 };
	if (d->organ.text.n == 0 && d->notice != NULL) {
		const struct nb_str sender =
		    owner_of(&r->words->title.about, d->notice->title.text);

		if (is_organ(r, sender))
			d->organ = (struct nb_draft_text){ sender, 0 };
	}
	if (d->organ.text.n == 0)
		d->organ = d->source;
	if (d->organ.text.n == 0)
		nb_recognise_doubt(
		    r, 1, NB_S(""), "organ", "没有找到署名机关，请补上");
	keep_source(r);
}

/* The day of publication that only the head of a page tells. */
static void
set_published(struct nb_recogniser *r)
{
	struct nb_draft_text *to = &r->draft->published;
	struct nb_str rest;

	if (to->text.n == 0)
		to->text = nb_field_date(r->a, r->raw->published, &rest);
}

/* What the notice has in common with the document is said once. */
static void
share_with_notice(struct nb_draft *d)
{
	struct nb_draft_notice *notice = d->notice;

	if (notice == NULL)
		return;
	if (d->issued.text.n == 0)
		d->issued = notice->date;
	if (nb_str_eq(notice->date.text, d->issued.text))
		notice->date.text = NB_S("");
	if (nb_str_eq(notice->organ.text, d->organ.text))
		notice->organ.text = NB_S("");
}

static bool
is_traditional(const struct nb_recogniser *r)
{
	size_t han = 0, beyond = 0;

	for (uint32_t i = r->begin; i < r->end; i++) {
		const struct nb_str s = r->line[i].text;

		for (size_t at = 0; at < s.n;) {
			const uint32_t c = nb_utf8_next(s, &at);

			han += nb_is_han(c);
			beyond += nb_is_han(c) && !nb_gb2312_has(c);
		}
	}
	return beyond * 100 > han * TRADITIONAL_LEAST;
}

void
nb_recognise_facts(struct nb_recogniser *r)
{
	struct nb_draft *d = r->draft;
	const struct nb_str title = nb_plain(r->a, d->title.text);
	const struct nb_str owner =
	    owner_of(&r->words->title.about, d->title.text);

	d->kind = kind_of(r->words, title);
	set_organ(r, owner);
	set_published(r);
	share_with_notice(d);
	d->level = level_of(
	    r->words, nb_plain(r->a, owner), nb_plain(r->a, d->organ.text));
	d->traditional = is_traditional(r);
	set_year(r);
}
