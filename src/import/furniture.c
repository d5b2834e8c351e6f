#include "import/furniture.h"

#include "base/arena.h"
#include "import/grow.h"
#include "import/log.h"
#include "import/metadata.h"
#include "import/ordinal.h"
#include "import/words.h"

enum {
	PROSE = 60, /* a longer line is of the article [char] */
	TAIL = 15,  /* lines at the end that may be of the page */
};

struct lines {
	struct nb_arena *a;
	const struct nb_raw *from;
	struct nb_raw_line *kept;
	uint32_t n;
	struct nb_import_log *log;
};

/* Whether every word between blanks and bars is a button. */
static bool
is_buttons(struct nb_str s)
{
	bool some = false;
	size_t at = 0, from = 0;

	while (from < s.n) {
		size_t end = from;
		uint32_t c = 0;

		while (end < s.n) {
			at = end;
			c = nb_utf8_next(s, &at);
			if (nb_is_blank(c) || c == '|')
				break;
			end = at;
		}
		if (end > from &&
		    !nb_word_is(
			nb_words_button, nb_str_sub(s, from, end - from)))
			return false;
		some |= end > from;
		from = end == s.n ? end : at;
	}
	return some;
}

/* 首页 > 政务公开 > 政策 */
static bool
is_path(struct nb_str s)
{
	return nb_word_in(nb_words_path, s) > 0 ||
	    nb_str_count(s, NB_S(">")) >= 2 ||
	    nb_str_count(s, NB_S("＞")) >= 2 || nb_str_count(s, NB_S("»")) >= 2;
}

/* 2019年12月3日星期二: when the page was read. */
static bool
is_today(struct nb_str s)
{
	return nb_str_has(s, NB_S("星期")) && nb_str_has(s, NB_S("年")) &&
	    nb_str_has(s, NB_S("日"));
}

/* Why a line around the article is none of it, or NULL. */
static const char *
reason(struct nb_str plain)
{
	if (nb_str_chars(plain) > PROSE && !is_path(plain))
		return NULL;
	if (is_path(plain))
		return "网页的导航，不是正文";
	if (is_today(plain))
		return "打开网页那天的日期，不是报告的日期";
	if (is_buttons(plain))
		return "网页上的按钮，不是正文";
	if (nb_word_starts(nb_words_foot, plain) > 0)
		return "网页的页脚，不是正文";
	return NULL;
}

static bool
drop(struct lines *l, const struct nb_raw_line *line)
{
	const struct nb_str text = nb_str_trim(line->text);
	const char *why =
	    line->table == NULL ? reason(nb_plain(l->a, text)) : NULL;

	if (why == NULL)
		return false;
	nb_log_add(l->log,
	    (struct nb_log_entry){
		.what = NB_LOG_LEFT_OUT,
		.row = line->row,
		.was = text,
		.rule = "site-furniture",
		.why = why,
	    });
	return true;
}

static bool
is_prose(struct nb_str s)
{
	return nb_str_chars(s) > PROSE &&
	    (nb_str_has(s, NB_S("，")) || nb_str_has(s, NB_S("。")));
}

/* Where the article's own paragraphs begin. */
static uint32_t
end_of_head(const struct nb_raw *raw)
{
	for (uint32_t i = 0; i < raw->n; i++) {
		const struct nb_str s = nb_str_trim(raw->line[i].text);
		struct nb_ordinal o;

		if (raw->line[i].table != NULL || raw->line[i].label.n > 0 ||
		    (nb_ordinal_read(s, &o) && !o.odd) ||
		    (is_prose(s) && !is_path(s)))
			return i;
	}
	return raw->n;
}

struct nb_raw
nb_furniture(struct nb_arena *a, const struct nb_raw *raw,
    struct nb_draft *draft, struct nb_import_log *log)
{
	const uint32_t head = end_of_head(raw);
	const uint32_t tail = raw->n - head > TAIL ? raw->n - TAIL : head;
	struct nb_raw ret = *raw;
	struct lines l = { a, raw, nb_new_n(a, struct nb_raw_line, raw->n), 0,
		log };

	for (uint32_t i = 0; i < raw->n; i++) {
		const bool around = i < head || i >= tail;
		uint32_t taken = 0;

		if (i < head)
			taken = nb_metadata_take(
			    a, raw->line + i, head - i, draft, log);
		if (taken > 0) {
			i += taken - 1;
			continue;
		}
		if (!around || !drop(&l, &raw->line[i]))
			l.kept[l.n++] = raw->line[i];
	}
	ret.line = l.kept;
	ret.n = l.n;
	return ret;
}
