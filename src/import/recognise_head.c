/*
 * import/recognise_head.c - what stands before the text: a covering notice,
 * the title over one line or several, printed once or twice, the addressee.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/formal.h"
#include "import/grow.h"
#include "import/log.h"
#include "import/vocabulary.h"
#include "import/words.h"

#include <glib.h>

enum {
	PART_MOST = 40,   /* a line of a title [char] */
	LINES_MOST = 4,   /* lines of a title */
	NOTICE_MOST = 15, /* lines of a covering notice */
	SAID_LEAST = 8,   /* a shorter one is the name of a column [char] */
};

/* Lines i to n - 1 as one text without blanks between them. */
static struct nb_str
join(struct nb_recogniser *r, uint32_t i, uint32_t n)
{
	g_autoptr(GString) s = g_string_new(NULL);

	for (; i < n; i++)
		g_string_append_len(
		    s, r->line[i].text.p, (gssize)r->line[i].text.n);
	return nb_unspaced(
	    r->a, nb_arena_str(r->a, (struct nb_str){ s->str, s->len }));
}

/* May the line be the upper part of a title that goes on below it? */
static bool
is_part(struct nb_recogniser *r, const struct nb_line *line)
{
	static const char *const mark[] = { "。", "；", "：", "|", "》", NULL };
	struct nb_str iso;

	return line->text.n > 0 && line->ordinal.form == NB_ORDINAL_NONE &&
	    nb_str_chars(line->text) <= PART_MOST &&
	    nb_word_in(mark, line->plain) == 0 &&
	    !nb_words_in(&r->words->title.none, line->plain) &&
	    !nb_formal_is_number(line->plain) &&
	    nb_formal_date(r->a, r->words, line->plain, &iso) ==
	    NB_FORMAL_NO_DATE;
}

/* Does a title begin here, or does it want an organ above it? */
static bool
is_complete(const struct nb_vocabulary *words, struct nb_str plain)
{
	const size_t about = nb_str_find(plain, NB_S("关于"), 0);
	const struct nb_str before = about == SIZE_MAX
	    ? nb_str_sub(plain, 0, 60)
	    : nb_str_sub(plain, 0, about);

	return nb_words_in(&words->title.place, before);
}

/* “青荷区司法局关于加强”: the title goes on below. */
static bool
is_begun(struct nb_str plain)
{
	return nb_str_has(plain, NB_S("关于")) &&
	    !nb_str_has(plain, NB_S("《"));
}

/* The title whose last line is the one before end begins here. */
static uint32_t
title_begin(struct nb_recogniser *r, uint32_t from, uint32_t end)
{
	uint32_t i = end - 1;

	while (i > from && end - i < LINES_MOST &&
	    (!is_complete(r->words, nb_plain(r->a, join(r, i, end))) ||
		is_begun(r->line[i - 1].plain)) &&
	    is_part(r, &r->line[i - 1]) &&
	    !nb_formal_is_title_end(r->words, r->line[i - 1].plain))
		i--;
	return i;
}

static void
say_spaces(struct nb_recogniser *r, uint32_t i, uint32_t n)
{
	for (; i < n; i++) {
		const struct nb_str was = r->line[i].text;
		const struct nb_str now = nb_unspaced(r->a, was);

		if (now.n < was.n)
			nb_log_add(r->log,
			    (struct nb_log_entry){
				.what = NB_LOG_REPAIRED,
				.row = r->line[i].raw->row,
				.was = was,
				.now = now,
				.rule = "title-space",
				.why = "标题里的空格",
			    });
	}
}

/* The same lines once more: the page's heading and the document's. */
static uint32_t
skip_again(struct nb_recogniser *r, uint32_t i, uint32_t end)
{
	const struct nb_str title = r->draft->title.text;

	for (uint32_t n = i + 1; n <= end && n <= i + LINES_MOST; n++) {
		if (!nb_str_eq(join(r, i, n), title))
			continue;
		for (; i < n; i++)
			nb_recognise_left_out(r, r->line[i].raw->row,
			    r->line[i].text, "title-twice", "标题印了两次");
		return n;
	}
	return i;
}

/* The first line of the body that a heading or long prose opens. */
static uint32_t
end_of_head(const struct nb_recogniser *r)
{
	uint32_t i = 0;

	while (i < r->end && r->line[i].ordinal.form == NB_ORDINAL_NONE &&
	    r->line[i].raw->table == NULL)
		i++;
	return i;
}

static void
set_aside(struct nb_recogniser *r, uint32_t i)
{
	const struct nb_line *line = &r->line[i];

	if (nb_recognise_head_line(r, line) || nb_recognise_remark(r, line))
		return;
	if (nb_formal_is_number(line->plain)) {
		nb_recognise_number(r, line);
		return;
	}
	nb_texts_add(r->a, &r->draft->aside,
	    (struct nb_draft_text){ line->text, line->raw->row });
	nb_recognise_left_out(r, line->raw->row, line->text, "before-title",
	    "标题以前的话，不像正文，留在开头的注释里");
	nb_recognise_doubt(r, line->raw->row, line->text, "before-title",
	    "标题以前的话，留在开头的注释里");
}

/* “现将《…》印发给你们”; not “按印发的方案……现将情况报告如下”. */
static bool
is_issuing(const struct nb_recogniser *r, struct nb_str plain)
{
	const struct nb_words *lead = &r->words->form.notice;

	for (uint32_t i = 0; i < lead->n; i++) {
		const size_t at = nb_str_find(plain, lead->word[i], 0);

		if (at != SIZE_MAX &&
		    nb_words_in(&r->words->form.issue, nb_str_from(plain, at)))
			return true;
	}
	return false;
}

/* A paragraph that says “现将《…》印发”, before `end`; end when none does. */
static uint32_t
find_notice(const struct nb_recogniser *r, uint32_t end)
{
	const uint32_t most = MIN(end, NOTICE_MOST);

	for (uint32_t i = 0; i < most; i++)
		if (is_issuing(r, r->line[i].plain) &&
		    nb_str_has(r->line[i].plain, NB_S("。")))
			return i;
	return end;
}

static void
set_addressee(struct nb_recogniser *r, const struct nb_line *line,
    struct nb_draft_text *to)
{
	const size_t n = line->text.p[line->text.n - 1] == ':' ? 1 : 3;

	*to =
	    (struct nb_draft_text){ nb_str_sub(line->text, 0, line->text.n - n),
		    line->raw->row };
	nb_recognise_moved(r, line->raw->row,
	    nb_str_from(line->text, line->text.n - n), "主送机关后的冒号");
}

static bool
is_addressee(const struct nb_recogniser *r, const struct nb_line *line)
{
	static const char *const colon[] = { "：", ":", NULL };

	return nb_formal_is_addressee(r->words, line->plain) ||
	    (nb_words_have(&r->words->style.addressee, line->raw->style) &&
		nb_word_ends(colon, line->plain) > 0);
}

/* Where the title of a covering notice begins that ends on line `last`. */
static uint32_t
notice_title_begin(const struct nb_recogniser *r, uint32_t last)
{
	static const char *const mark[] = { "。", "：", "；", NULL };
	uint32_t i = last;

	while (i > 0 && last - i + 1 < LINES_MOST &&
	    nb_str_chars(r->line[i - 1].text) <= PART_MOST &&
	    nb_word_in(mark, r->line[i - 1].plain) == 0 &&
	    !nb_formal_is_number(r->line[i - 1].plain))
		i--;
	return i;
}

/* What stands over the first paragraph of a covering notice. */
static void
take_notice_head(
    struct nb_recogniser *r, struct nb_draft_notice *notice, uint32_t first)
{
	uint32_t title = first, begin = first;

	for (uint32_t i = 0; i < first; i++)
		if (nb_str_ends(r->line[i].plain, NB_S("通知")))
			title = i;
	if (title < first) {
		begin = notice_title_begin(r, title);
		notice->title =
		    (struct nb_draft_text){ join(r, begin, title + 1),
			    r->line[begin].raw->row };
		say_spaces(r, begin, title + 1);
	}
	for (uint32_t i = 0; i < first; i++) {
		const struct nb_line *line = &r->line[i];

		if (i >= begin && i <= title)
			continue;
		if (is_addressee(r, line) &&
		    !nb_str_starts(line->plain, NB_S("签发人")))
			set_addressee(r, line, &notice->addressee);
		else
			set_aside(r, i);
	}
}

/* Its paragraphs, organ and date.  Returns the line behind them. */
static uint32_t
take_notice(struct nb_recogniser *r, uint32_t first, uint32_t end)
{
	struct nb_draft_notice *notice = nb_new(r->a, struct nb_draft_notice);
	uint32_t i = first;
	struct nb_str iso;

	r->draft->notice = notice;
	take_notice_head(r, notice, first);
	for (; i < end && i < first + NOTICE_MOST; i++) {
		const struct nb_line *line = &r->line[i];
		const struct nb_draft_text text = { line->text,
			line->raw->row };

		if (nb_formal_is_organ(r->words, line->plain)) {
			if (notice->organ.text.n == 0)
				notice->organ = text;
			else
				nb_texts_add(r->a, &r->draft->joint, text);
			nb_recognise_moved(r, text.row, text.text, "机关");
		} else if (nb_formal_date(r->a, r->words, line->plain, &iso) ==
		    NB_FORMAL_DATE) {
			notice->date = (struct nb_draft_text){ iso, text.row };
			nb_recognise_moved(r, text.row, text.text, "日期");
			i++;
			return i +
			    (i < end && nb_recognise_remark(r, &r->line[i]));
		} else if (i > first &&
		    (nb_formal_is_title_end(r->words, line->plain) ||
			is_part(r, line))) {
			return i;
		} else {
			nb_texts_add(r->a, &notice->body, text);
		}
	}
	return i;
}

static void
set_issued(struct nb_recogniser *r, const struct nb_line *line,
    struct nb_str was, struct nb_str iso)
{
	r->draft->issued = (struct nb_draft_text){ iso, line->raw->row };
	nb_recognise_moved(r, line->raw->row, was, "成文日期");
}

static void
set_organ(
    struct nb_recogniser *r, const struct nb_line *line, struct nb_str organ)
{
	r->draft->organ = (struct nb_draft_text){ organ, line->raw->row };
	nb_recognise_moved(r, line->raw->row, organ, "机关");
}

/* （柳溪街道办事处　2024年1月5日） */
static bool
take_bracketed(struct nb_recogniser *r, const struct nb_line *line)
{
	static const char *const open[] = { "（", "(", NULL };
	static const char *const close[] = { "）", ")", NULL };
	const size_t lead = nb_word_starts(open, line->plain);
	const size_t tail = nb_word_ends(close, line->plain);
	const uint32_t row = line->raw->row;
	struct nb_str s = line->text, iso;
	size_t n;

	if (lead == 0 || tail == 0)
		return false;
	s = nb_str_sub(s, lead, s.n - lead - tail);
	n = nb_formal_organ_and_date(r->a, r->words, nb_plain(r->a, s), &iso);
	if (n == 0)
		return false;
	if (r->draft->organ.text.n == 0)
		r->draft->organ =
		    (struct nb_draft_text){ nb_str_sub(s, 0, n), row };
	r->draft->issued = (struct nb_draft_text){ iso, row };
	nb_recognise_moved(r, row, line->text, "机关、成文日期");
	return true;
}

/* Organ and date, together or apart; false when the line is neither. */
static bool
take_signature(struct nb_recogniser *r, const struct nb_line *line)
{
	const bool organ = r->draft->organ.text.n > 0;
	const bool date = r->draft->issued.text.n > 0;
	struct nb_str iso;
	size_t n;

	if (nb_formal_date(r->a, r->words, line->plain, &iso) ==
		NB_FORMAL_DATE &&
	    (!date || nb_str_eq(r->draft->issued.text, iso))) {
		set_issued(r, line, line->text, iso);
		return true;
	}
	if (!organ && nb_formal_is_organ(r->words, line->plain)) {
		set_organ(r, line, line->text);
		return true;
	}
	if (!date && take_bracketed(r, line))
		return true;
	n = organ || date
	    ? 0
	    : nb_formal_organ_and_date(r->a, r->words, line->plain, &iso);
	if (n == 0)
		return false;
	set_organ(r, line, nb_str_sub(line->text, 0, n));
	set_issued(r, line, nb_str_trim(nb_str_from(line->text, n)), iso);
	return true;
}

/* Brackets with a date, 文号 and addressee below the title. */
static uint32_t
take_below(struct nb_recogniser *r, uint32_t i, uint32_t end)
{
	for (; i < end; i++) {
		const struct nb_line *line = &r->line[i];

		if (nb_str_eq(
			nb_unspaced(r->a, line->text), r->draft->title.text))
			nb_recognise_left_out(r, line->raw->row, line->text,
			    "title-twice", "标题印了两次");
		else if (nb_formal_is_number(line->plain))
			nb_recognise_number(r, line);
		else if (is_addressee(r, line))
			set_addressee(r, line, &r->draft->addressee);
		else if (!take_signature(r, line))
			break;
	}
	return i;
}

/* Whether the page itself says that s is its title, alone or with the name of
 * the site before or behind it. */
static bool
is_said(struct nb_recogniser *r, struct nb_str s)
{
	const struct nb_str said = nb_unspaced(r->a, r->raw->title);

	return nb_str_chars(s) >= SAID_LEAST &&
	    (nb_str_starts(said, s) || nb_str_ends(said, s));
}

/* The line behind the most lines from i on that the page says are its title;
 * i when none are. */
static uint32_t
end_of_said(struct nb_recogniser *r, uint32_t i, uint32_t end)
{
	for (uint32_t n = MIN(end, i + LINES_MOST); n > i; n--)
		if (is_said(r, join(r, i, n)))
			return n;
	return i;
}

/* The line behind those from i on that their style says are the title. */
static uint32_t
end_of_styled(struct nb_recogniser *r, uint32_t i, uint32_t end)
{
	uint32_t n = i;

	while (n < end && n < i + LINES_MOST && is_part(r, &r->line[n]) &&
	    nb_words_have(&r->words->style.title, r->line[n].raw->style))
		n++;
	return n;
}

static void
set_title(struct nb_recogniser *r, uint32_t begin, uint32_t behind)
{
	const struct nb_str title = join(r, begin, behind);
	struct nb_draft_text *to = &r->draft->title;

	if (to->text.n > 0)
		nb_texts_add(r->a, &r->draft->aside, *to);
	*to = (struct nb_draft_text){ title, r->line[begin].raw->row };
	say_spaces(r, begin, behind);
}

/* The line behind the title, or from when there is none. */
static uint32_t
take_title(struct nb_recogniser *r, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++) {
		uint32_t begin = i, behind = end_of_said(r, i, end);

		if (nb_str_has(r->line[i].plain, NB_S("。")))
			return from;
		if (behind == i)
			behind = end_of_styled(r, i, end);
		if (behind == i &&
		    !nb_formal_is_title_end(r->words, r->line[i].plain))
			continue;
		if (behind == i)
			begin = title_begin(r, from, ++behind);
		for (uint32_t k = from; k < begin; k++)
			set_aside(r, k);
		if (r->draft->title.text.n > 0 &&
		    nb_str_eq(nb_unspaced(r->a, r->draft->title.text),
			join(r, begin, behind)))
			return skip_again(r, begin, end);
		set_title(r, begin, behind);
		return skip_again(r, behind, end);
	}
	return from;
}

/* The title that stands only in the head of the page, without the name of the
 * site. */
static void
take_said(struct nb_recogniser *r)
{
	static const char *const between[] = { "_", "|", "-", "—", "–", NULL };
	const struct nb_str s = r->raw->title;
	struct nb_str part;

	for (size_t i = 0; between[i] != NULL; i++) {
		const size_t end = nb_str_find(s, nb_str_z(between[i]), 0);

		part = nb_unspaced(r->a, nb_str_sub(s, 0, MIN(end, s.n)));
		if (!nb_formal_is_title_end(r->words, nb_plain(r->a, part)) ||
		    !is_complete(r->words, nb_plain(r->a, part)))
			continue;
		r->draft->title.text = part;
		nb_recognise_doubt(
		    r, 1, part, "title", "正文前面没有标题，用了网页自己写的");
		return;
	}
}

void
nb_recognise_head(struct nb_recogniser *r)
{
	const uint32_t end = end_of_head(r);
	const uint32_t notice = find_notice(r, end);
	uint32_t i = 0;

	if (notice < end)
		i = take_notice(r, notice, end);
	else
		while (i < end && nb_recognise_is_head(r, &r->line[i]))
			set_aside(r, i++);
	i = take_title(r, i, end);
	if (r->draft->title.text.n == 0)
		take_said(r);
	r->begin = take_below(r, i, end);
}
