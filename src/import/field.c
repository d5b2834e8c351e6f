#include "import/field.h"

#include "base/arena.h"
#include "import/buttons.h"
#include "import/grow.h"
#include "import/log.h"
#include "import/metadata.h"
#include "import/vocabulary.h"
#include "import/words.h"
#include "model/keys.h"
#include "model/number.h"

#include <glib.h>

enum {
	LABEL_MOST = 16,    /* with blanks in it [char] */
	VALUE_MOST = 60,    /* of one that stands apart [char] */
	SUMMARY_MOST = 200, /* [char] */
};

static const struct {
	size_t words; /* in struct nb_vocabulary */
	enum nb_field field;
} fields[] = {
	{ offsetof(struct nb_vocabulary, label.published), NB_FIELD_PUBLISHED },
	{ offsetof(struct nb_vocabulary, label.issued), NB_FIELD_ISSUED },
	{ offsetof(struct nb_vocabulary, label.origin), NB_FIELD_ORGAN },
	{ offsetof(struct nb_vocabulary, label.number), NB_FIELD_NUMBER },
	{ offsetof(struct nb_vocabulary, label.title), NB_FIELD_TITLE },
	{ offsetof(struct nb_vocabulary, label.index), NB_FIELD_INDEX },
	{ offsetof(struct nb_vocabulary, label.topic), NB_FIELD_TOPIC },
	{ offsetof(struct nb_vocabulary, label.keywords), NB_FIELD_KEYWORDS },
	{ offsetof(struct nb_vocabulary, label.access), NB_FIELD_ACCESS },
	{ offsetof(struct nb_vocabulary, label.summary), NB_FIELD_SUMMARY },
	{ offsetof(struct nb_vocabulary, label.aside), NB_FIELD_ASIDE },
	{ offsetof(struct nb_vocabulary, page.button), NB_FIELD_PAGE },
	{ offsetof(struct nb_vocabulary, page.foot), NB_FIELD_PAGE },
};

/* Without the brackets around it and the colon behind it. */
static struct nb_str
bare(struct nb_str s)
{
	static const char *const open[] = { "【", "[", "（", "(", "·", "•", "■",
		"|", NULL };
	static const char *const close[] = { "】", "]", "）", ")", "：", ":",
		"|", NULL };
	size_t n;

	while ((n = nb_word_starts(open, s)) > 0)
		s = nb_str_from(s, n);
	while ((n = nb_word_ends(close, s)) > 0)
		s.n -= n;
	return s;
}

enum nb_field
nb_field_of(const struct nb_field_place *p, struct nb_str label)
{
	struct nb_str s;

	if (label.n == 0 || nb_str_chars(label) > LABEL_MOST)
		return NB_FIELD_NONE;
	s = bare(nb_plain(p->a, nb_unspaced(p->a, label)));
	for (size_t i = 0; i < NB_COUNT(fields); i++) {
		const struct nb_words *words =
		    (const void *)((const char *)p->words + fields[i].words);

		if (!nb_words_have(words, s))
			continue;
		return fields[i].field == NB_FIELD_ORGAN &&
			nb_words_ending(&p->words->label.source, s) > 0
		    ? NB_FIELD_SOURCE
		    : fields[i].field;
	}
	return NB_FIELD_NONE;
}

/* 08.01.2018, the day first. */
static struct nb_str
day_first(struct nb_arena *a, struct nb_str s)
{
	unsigned part[3];
	size_t at = 0;

	for (unsigned i = 0; i < NB_COUNT(part); i++) {
		if (i > 0 && !nb_str_skip(s, &at, NB_S(".")) &&
		    !nb_str_skip(s, &at, NB_S("/")))
			return NB_S("");
		if (at >= s.n || !nb_is_digit((unsigned char)s.p[at]) ||
		    !nb_number_read(s, &at, &part[i]))
			return NB_S("");
	}
	if (at < s.n || (part[0] <= 12 && part[1] <= 12 && part[0] != part[1]))
		return NB_S("");
	return nb_iso_date(a,
	    part[1] > 12
		? nb_arena_printf(a, "%u-%u-%u", part[2], part[0], part[1])
		: nb_arena_printf(a, "%u-%u-%u", part[2], part[1], part[0]));
}

/* 10:20, 10:20:33, 10时20分 at the beginning of s: its length. [byte] */
static size_t
time_length(struct nb_str s)
{
	size_t at = 0, next;
	unsigned n;

	if (s.n == 0 || !nb_is_digit((unsigned char)s.p[0]) ||
	    !nb_number_read(s, &at, &n) || n > 24)
		return 0;
	next = at;
	while (nb_str_skip(s, &next, NB_S(":")) ||
	    nb_str_skip(s, &next, NB_S("：")) ||
	    nb_str_skip(s, &next, NB_S("时")) ||
	    nb_str_skip(s, &next, NB_S("分"))) {
		at = next;
		if (at < s.n && nb_is_digit((unsigned char)s.p[at]) &&
		    !nb_number_read(s, &at, &n))
			return 0;
		next = at;
	}
	return nb_is_digit((unsigned char)s.p[at - 1]) ||
		nb_str_ends(nb_str_sub(s, 0, at), NB_S("分"))
	    ? at
	    : 0;
}

/* Where the date at the beginning of s ends: 日, or its last digit. [byte] */
static size_t
end_of_date(struct nb_str s)
{
	const size_t day = nb_str_find(s, NB_S("日"), 0);
	const size_t year = nb_str_find(s, NB_S("年"), 0);
	size_t at = 0;

	if (day != SIZE_MAX && year < day)
		return day + NB_S("日").n;
	while (at < s.n &&
	    (nb_is_digit((unsigned char)s.p[at]) || s.p[at] == '-' ||
		s.p[at] == '/' || s.p[at] == '.'))
		at++;
	return at;
}

struct nb_str
nb_field_date(struct nb_arena *a, struct nb_str s, struct nb_str *ret)
{
	const size_t end = end_of_date(s);
	const struct nb_str word = nb_str_sub(s, 0, end);
	struct nb_str iso = nb_iso_date(a, word);

	*ret = s;
	if (iso.n == 0)
		iso = day_first(a, word);
	if (iso.n == 0)
		return iso;
	if (end < s.n && s.p[end] == 'T')
		*ret = nb_str_from(s, end + 1);
	else
		*ret = nb_str_trim(nb_str_from(s, end));
	*ret = nb_str_trim(nb_str_from(*ret, time_length(*ret)));
	return iso;
}

/* Words, and no sentence or name of a document. */
static bool
is_short(const struct nb_vocabulary *words, struct nb_str plain)
{
	static const char *const mark[] = { "。", "，", "：", NULL };

	return nb_str_chars(plain) <= VALUE_MOST &&
	    nb_word_in(mark, plain) == 0 &&
	    nb_words_ending(&words->title.document, plain) == 0;
}

/* One word or a code. */
static bool
is_one(const struct nb_vocabulary *words, struct nb_str plain)
{
	return is_short(words, plain) && !nb_str_has(plain, NB_S("；"));
}

/* A sentence or more, but none that leads to something. */
static bool
is_summary(struct nb_str plain)
{
	return nb_str_chars(plain) <= SUMMARY_MOST &&
	    nb_str_ends(plain, NB_S("。")) && !nb_str_has(plain, NB_S("："));
}

static const struct nb_choice *
find_access(struct nb_str plain)
{
	return nb_choice_find(
	    nb_key_find(&nb_object_disclosure, NB_S("公开方式"))->choice,
	    plain);
}

bool
nb_field_fits(
    const struct nb_field_place *p, enum nb_field field, struct nb_str s)
{
	const struct nb_str plain = nb_plain(p->a, s);
	struct nb_str rest;

	switch (field) {
	case NB_FIELD_NONE:
	case NB_FIELD_PAGE:
		return false;
	case NB_FIELD_PUBLISHED:
	case NB_FIELD_ISSUED:
		return nb_field_date(p->a, s, &rest).n > 0;
	case NB_FIELD_ORGAN:
	case NB_FIELD_SOURCE:
		return nb_words_ending(&p->words->organ.end, plain) > 0 &&
		    is_one(p->words, plain);
	case NB_FIELD_NUMBER:
		return nb_str_ends(s, NB_S("号"));
	case NB_FIELD_TITLE:
		return true;
	case NB_FIELD_ACCESS:
		return find_access(plain) != NULL;
	case NB_FIELD_TOPIC:
	case NB_FIELD_KEYWORDS:
		return is_short(p->words, plain);
	case NB_FIELD_SUMMARY:
		return is_one(p->words, plain) || is_summary(plain);
	case NB_FIELD_INDEX:
	case NB_FIELD_ASIDE:
		return is_one(p->words, plain);
	}
	NB_UNREACHABLE();
}

static void
moved(const struct nb_field_place *p, struct nb_str was, const char *key)
{
	nb_log_add(p->log,
	    (struct nb_log_entry){
		.what = NB_LOG_MOVED,
		.row = p->row,
		.was = was,
		.now = nb_str_z(key),
		.rule = "metadata",
		.why = "网页上的说明，写进了这个键",
	    });
}

static void
left_out(const struct nb_field_place *p, struct nb_str was, const char *rule,
    const char *why)
{
	if (was.n == 0)
		return;
	nb_log_add(p->log,
	    (struct nb_log_entry){
		.what = NB_LOG_LEFT_OUT,
		.row = p->row,
		.was = was,
		.rule = rule,
		.why = why,
	    });
}

void
nb_field_label(struct nb_field_place *p, struct nb_str label, const char *where)
{
	const struct nb_str s = bare(nb_unspaced(p->a, label));

	moved(p, label, where);
	p->label = s;
}

/* The words of it stand in the comment. */
static void
remember(const struct nb_field_place *p, struct nb_str label, struct nb_str s)
{
	const char *colon = label.n > 0 ? "：" : "";

	nb_texts_add(p->a, &p->draft->aside,
	    (struct nb_draft_text){ nb_arena_printf(p->a, NB_FMT "%s" NB_FMT,
					NB_ARG(label), colon, NB_ARG(s)),
		p->row });
}

/* A label that stands with its value, or that of the cell or line above. */
static struct nb_str
label_of(const struct nb_field_place *p, struct nb_str was, struct nb_str value)
{
	const size_t at = nb_str_ends(was, value) ? was.n - value.n
						  : nb_str_find(was, value, 0);

	return at > 0 && at != SIZE_MAX
	    ? bare(nb_unspaced(p->a, nb_str_sub(was, 0, at)))
	    : p->label;
}

static void
set_aside(
    const struct nb_field_place *p, struct nb_str was, struct nb_str value)
{
	remember(p, label_of(p, was, value), value);
	left_out(
	    p, was, "metadata", "网页上的说明，没有对应的键，留在末尾的注释里");
}

/* What a second label says again is nothing new. */
static void
set(const struct nb_field_place *p, struct nb_draft_text *to, struct nb_str now,
    struct nb_str was, struct nb_str value, const char *key)
{
	if (now.n == 0 || (to->text.n > 0 && !nb_str_eq(to->text, now))) {
		set_aside(p, was, value);
		return;
	}
	if (to->text.n == 0)
		*to = (struct nb_draft_text){ now, p->row };
	moved(p, was, key);
}

/* What follows the date is kept in the comment. */
static void
set_date(const struct nb_field_place *p, struct nb_draft_text *to,
    struct nb_str value, struct nb_str was, const char *key)
{
	struct nb_str rest;
	const struct nb_str iso = nb_field_date(p->a, value, &rest);

	set(p, to, iso, was, value, key);
	if (iso.n > 0 && rest.n > 0)
		remember(p, NB_S(""), rest);
}

static void
keep(const struct nb_field_place *p, enum nb_field field, struct nb_str was,
    struct nb_str value)
{
	struct nb_draft *d = p->draft;
	const bool fits = nb_field_fits(p, field, value);

	switch (field) {
	case NB_FIELD_NONE:
	case NB_FIELD_ASIDE:
		set_aside(p, was, value);
		return;
	case NB_FIELD_PAGE:
		left_out(
		    p, was, "site-furniture", "网页上的按钮和计数，不是正文");
		return;
	case NB_FIELD_PUBLISHED:
		set_date(p, &d->published, value, was, "公开日期");
		return;
	case NB_FIELD_ISSUED:
		set_date(p, &d->issued, value, was, "成文日期");
		return;
	case NB_FIELD_ORGAN:
		set(p, &d->organ, fits ? value : NB_S(""), was, value, "机关");
		return;
	case NB_FIELD_SOURCE:
		set(p, &d->source, fits ? value : NB_S(""), was, value, "机关");
		return;
	case NB_FIELD_NUMBER:
		set(p, &d->number, fits ? value : NB_S(""), was, value, "文号");
		return;
	case NB_FIELD_TITLE:
		set(p, &d->title, value, was, value, "标题");
		return;
	case NB_FIELD_INDEX:
		set(p, &d->index, value, was, value, "索引号");
		return;
	case NB_FIELD_TOPIC:
		set(p, &d->topic, value, was, value, "主题分类");
		return;
	case NB_FIELD_KEYWORDS:
		set(p, &d->keywords, value, was, value, "主题词");
		return;
	case NB_FIELD_ACCESS:
		set(p, &d->access, fits ? nb_plain(p->a, value) : NB_S(""), was,
		    value, "公开方式");
		return;
	case NB_FIELD_SUMMARY:
		set(p, &d->summary, value, was, value, "内容概述");
		return;
	}
	NB_UNREACHABLE();
}

/* Without bars around it, and without a bracket that was opened before it. */
static struct nb_str
clean(struct nb_str s)
{
	static const char *const bar[] = { "|", "｜", NULL };
	static const struct {
		const char *open, *close;
	} pair[] = { { "【", "】" }, { "[", "]" }, { "（", "）" },
		{ "(", ")" } };
	size_t n;

	s = nb_str_trim(s);
	while ((n = nb_word_ends(bar, s)) > 0)
		s = nb_str_trim(nb_str_sub(s, 0, s.n - n));
	for (size_t i = 0; i < NB_COUNT(pair); i++)
		if (nb_str_ends(s, nb_str_z(pair[i].close)) &&
		    !nb_str_has(s, nb_str_z(pair[i].open)))
			s = nb_str_trim(
			    nb_str_sub(s, 0, s.n - nb_str_z(pair[i].close).n));
	return s;
}

/* Where the buttons behind a value begin; one word alone is a value, even if it
 * is 政务公开. [byte] */
static size_t
end_of_value(const struct nb_field_place *p, struct nb_str s, size_t at)
{
	const struct nb_str value = nb_str_trim(nb_str_from(s, at));
	const size_t n =
	    nb_buttons_at_end(p->words, nb_plain(p->a, nb_str_from(s, at)));

	return n == 0 && nb_unspaced(p->a, value).n == value.n ? s.n : at + n;
}

void
nb_field_keep(const struct nb_field_place *p, enum nb_field field,
    struct nb_str s, size_t at)
{
	const size_t end =
	    field == NB_FIELD_PAGE ? s.n : end_of_value(p, s, at);
	const struct nb_str was = nb_str_trim(nb_str_sub(s, 0, end));
	const struct nb_str value = clean(nb_str_sub(s, at, end - at));

	if (value.n > 0 || field == NB_FIELD_PAGE)
		keep(p, field, was, value);
	else
		left_out(p, was, "metadata", "网页上的说明，没有填");
	if (end < s.n)
		keep(p, NB_FIELD_PAGE, nb_str_trim(nb_str_from(s, end)),
		    NB_S(""));
}
