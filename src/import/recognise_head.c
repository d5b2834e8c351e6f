/*
 * import/recognise_head.c - what stands before the text: a covering notice,
 * the title over one line or several, printed once or twice, the addressee.
 */
#include "import/recognise.h"

#include "base/arena.h"
#include "import/formal.h"
#include "import/grow.h"
#include "import/log.h"
#include "import/words.h"

#include <glib.h>

enum {
	PART_MOST = 40,   /* a line of a title [char] */
	LINES_MOST = 4,   /* lines of a title */
	NOTICE_MOST = 15, /* lines of a covering notice */
	SHORT = 40,       /* a line that may be of the page [char] */
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
	static const char *const mark[] = { "。", "；", "：", "|", "》", "通知",
		"文件", NULL };
	struct nb_str iso;

	return line->text.n > 0 && line->ordinal.form == NB_ORDINAL_NONE &&
	    nb_str_chars(line->text) <= PART_MOST &&
	    nb_word_in(mark, line->plain) == 0 &&
	    !nb_formal_is_number(line->plain) &&
	    nb_formal_date(r->a, line->plain, &iso) == NB_FORMAL_NO_DATE;
}

/* Does a title begin here, or does it want an organ above it? */
static bool
is_complete(struct nb_str plain)
{
	static const char *const place[] = { "街道", "街办", "镇", "乡", "区",
		"县", "市", "局", "委", "办", "院", "厅", NULL };
	const size_t about = nb_str_find(plain, NB_S("关于"), 0);
	const struct nb_str before = about == SIZE_MAX
	    ? nb_str_sub(plain, 0, 60)
	    : nb_str_sub(plain, 0, about);

	return nb_word_in(place, before) > 0;
}

/* The title whose last line is the one before end begins here. */
static uint32_t
title_begin(struct nb_recogniser *r, uint32_t from, uint32_t end)
{
	uint32_t i = end - 1;

	while (i > from && end - i < LINES_MOST &&
	    !is_complete(nb_plain(r->a, join(r, i, end))) &&
	    is_part(r, &r->line[i - 1]) &&
	    !nb_formal_is_title_end(r->line[i - 1].plain))
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
set_number(struct nb_recogniser *r, const struct nb_line *line)
{
	r->draft->number = (struct nb_draft_text){ line->text, line->raw->row };
	nb_recognise_moved(r, line->raw->row, line->text, "文号");
}

static void
set_aside(struct nb_recogniser *r, uint32_t i)
{
	const struct nb_line *line = &r->line[i];

	if (nb_recognise_head_line(r, line) || nb_recognise_remark(r, line))
		return;
	if (nb_formal_is_number(line->plain)) {
		set_number(r, line);
		return;
	}
	nb_texts_add(r->a, &r->draft->aside,
	    (struct nb_draft_text){ line->text, line->raw->row });
	nb_recognise_left_out(r, line->raw->row, line->text, "before-title",
	    "标题以前的话，不像正文，留在开头的注释里");
	nb_recognise_doubt(r, line->raw->row, line->text, "before-title",
	    "标题以前的话，留在开头的注释里");
}

/* A paragraph that says “现将《…》印发”, before `end`; end when none does. */
static uint32_t
find_notice(const struct nb_recogniser *r, uint32_t end)
{
	const uint32_t most = MIN(end, NOTICE_MOST);

	for (uint32_t i = 0; i < most; i++)
		if (nb_str_has(r->line[i].plain, NB_S("印发")) &&
		    nb_str_has(r->line[i].plain, NB_S("。")) &&
		    nb_str_has(r->line[i].plain, NB_S("现将")))
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
		if (nb_formal_is_addressee(line->plain) &&
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

		if (nb_formal_is_organ(line->plain)) {
			notice->organ = text;
			nb_recognise_moved(r, text.row, text.text, "机关");
		} else if (nb_formal_date(r->a, line->plain, &iso) ==
		    NB_FORMAL_DATE) {
			notice->date = (struct nb_draft_text){ iso, text.row };
			nb_recognise_moved(r, text.row, text.text, "日期");
			return i + 1;
		} else if (i > first &&
		    (nb_formal_is_title_end(line->plain) || is_part(r, line))) {
			return i;
		} else {
			nb_texts_add(r->a, &notice->body, text);
		}
	}
	return i;
}

/* Brackets with a date, 文号 and addressee below the title. */
static uint32_t
take_below(struct nb_recogniser *r, uint32_t i, uint32_t end)
{
	struct nb_str iso;

	for (; i < end; i++) {
		const struct nb_line *line = &r->line[i];

		if (nb_str_eq(
			nb_unspaced(r->a, line->text), r->draft->title.text)) {
			nb_recognise_left_out(r, line->raw->row, line->text,
			    "title-twice", "标题印了两次");
		} else if (nb_formal_is_number(line->plain)) {
			set_number(r, line);
		} else if (nb_formal_is_addressee(line->plain)) {
			set_addressee(r, line, &r->draft->addressee);
		} else if (nb_formal_date(r->a, line->plain, &iso) ==
			NB_FORMAL_DATE &&
		    r->draft->issued.text.n == 0) {
			r->draft->issued =
			    (struct nb_draft_text){ iso, line->raw->row };
			nb_recognise_moved(
			    r, line->raw->row, line->text, "成文日期");
		} else if (nb_formal_is_organ(line->plain) &&
		    r->draft->organ.text.n == 0) {
			r->draft->organ = (struct nb_draft_text){ line->text,
				line->raw->row };
			nb_recognise_moved(
			    r, line->raw->row, line->text, "机关");
		} else {
			break;
		}
	}
	return i;
}

/* The line behind the title, or from when there is none. */
static uint32_t
take_title(struct nb_recogniser *r, uint32_t from, uint32_t end)
{
	for (uint32_t i = from; i < end; i++) {
		uint32_t begin, behind = i + 1;

		if (nb_str_has(r->line[i].plain, NB_S("。")))
			return from;
		if (!nb_formal_is_title_end(r->line[i].plain))
			continue;
		begin = title_begin(r, from, behind);
		for (uint32_t k = from; k < begin; k++)
			set_aside(r, k);
		if (r->draft->title.text.n > 0 &&
		    nb_str_eq(nb_unspaced(r->a, r->draft->title.text),
			join(r, begin, behind))) {
			return skip_again(r, begin, end);
		}
		if (r->draft->title.text.n > 0)
			nb_texts_add(r->a, &r->draft->aside, r->draft->title);
		r->draft->title =
		    (struct nb_draft_text){ join(r, begin, behind),
			    r->line[begin].raw->row };
		say_spaces(r, begin, behind);
		return skip_again(r, behind, end);
	}
	return from;
}

void
nb_recognise_head(struct nb_recogniser *r)
{
	const uint32_t end = end_of_head(r);
	const uint32_t notice = find_notice(r, end);
	uint32_t i = 0;

	if (notice < end)
		i = take_notice(r, notice, end);
	i = take_title(r, i, end);
	r->begin = take_below(r, i, end);
}
