/*
 * import/recognise_facts.c - what kind of document it is, whose, of which
 * year.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "base/gb2312.h"
#include "import/field.h"
#include "import/grow.h"
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
		d->year--;
	}
	d->last_year = d->year;
	nb_recognise_doubt(r, 1, NB_S(""), "year",
	    d->year == 0 ? "没有找到年度，请补上"
			 : "标题里没有年度，用了正文或日期里的");
}

/* The title up to what it is about: whose it is. */
static struct nb_str
owner_of(struct nb_str title)
{
	static const char *const about[] = { "关于", "法治", "法治政府", "依法",
		"法制", "贯彻", "推进", "年度", NULL };
	int year, last;
	size_t end, at = 0;

	if (nb_str_skip(title, &at, NB_S("关于")))
		title = nb_str_from(title, at);
	end = title.n;
	for (size_t i = 0; about[i] != NULL; i++) {
		at = nb_str_find(title, nb_str_z(about[i]), 0);
		if (at < end)
			end = at;
	}
	if (read_years(title, 0, &year, &last, &at) && at < end)
		end = at;
	return nb_str_trim(nb_str_sub(title, 0, end));
}

static const char *
kind_of(struct nb_str title)
{
	if (nb_str_has(title, NB_S("方案")))
		return "工作方案";
	if (nb_str_has(title, NB_S("纲要")) || nb_str_has(title, NB_S("规划")))
		return "实施纲要";
	return "年度报告";
}

/* NULL: the schema's own. */
static const char *
level_of(struct nb_str owner, struct nb_str organ)
{
	static const char *const street[] = { "街道", "街办", NULL };
	static const char *const town[] = { "镇", "乡", "镇人民政府",
		"乡人民政府", "镇政府", "乡政府", NULL };
	static const char *const district[] = { "区", "县", "市", "旗",
		"区人民政府", "县人民政府", "市人民政府", "区政府", "县政府",
		"市政府", "人民政府办公室", "政府办公室", NULL };
	static const char *const department[] = { "局", "厅", "委", "委员会",
		"院", "中心", "办公室", NULL };
	const struct nb_str both[] = { owner, organ };

	for (size_t i = 0; i < NB_COUNT(both); i++) {
		if (nb_word_in(street, both[i]) > 0)
			return "街道";
		if (nb_word_ends(town, both[i]) > 0)
			return "乡镇";
		if (nb_word_ends(district, both[i]) > 0)
			return "区县";
		if (nb_word_ends(department, both[i]) > 0)
			return "部门";
	}
	return NULL;
}

/* Whether the owner of a title and an organ are of one place: 金湖街办 and
 * 大冶市金湖街道办事处. */
static bool
is_of(struct nb_str owner, struct nb_str organ)
{
	const size_t least = NB_S("柳溪").n;
	size_t at = 0, n;

	while ((n = nb_word_ends(nb_words_organ, owner)) > 0)
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
	struct nb_draft *d = r->draft;

	if (d->source.text.n == 0 &&
	    nb_word_ends(nb_words_organ, nb_plain(r->a, r->raw->source)) > 0)
		d->source.text = r->raw->source;
	if (d->source.text.n > 0 && d->organ.text.n == 0 &&
	    (owner.n == 0 ||
		is_of(nb_plain(r->a, owner), nb_plain(r->a, d->source.text))))
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

static void
set_organ(struct nb_recogniser *r, struct nb_str owner)
{
	struct nb_draft *d = r->draft;

	if (d->organ.text.n == 0 && d->notice != NULL)
		d->organ = d->notice->organ;
	use_source(r, owner);
	if (d->organ.text.n == 0 &&
	    nb_word_ends(nb_words_organ, nb_plain(r->a, owner)) > 0)
		d->organ = (struct nb_draft_text){ owner, 0 };
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
	const struct nb_str owner = owner_of(d->title.text);

	d->kind = kind_of(title);
	set_organ(r, owner);
	set_published(r);
	share_with_notice(d);
	d->level =
	    level_of(nb_plain(r->a, owner), nb_plain(r->a, d->organ.text));
	d->traditional = is_traditional(r);
	set_year(r);
}
