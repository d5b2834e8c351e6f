#include "import/furniture.h"

#include "base/arena.h"
#include "import/buttons.h"
#include "import/log.h"
#include "import/metadata.h"
#include "import/ordinal.h"
#include "import/vocabulary.h"
#include "import/words.h"

#include <glib.h>

enum {
	PROSE = 60,     /* a longer line is of the article [char] */
	HEAD = 300,     /* lines at the beginning that may be of the page */
	TAIL = 15,      /* lines at the end that may be of the page */
	MENU_WORD = 8,  /* [char] */
	MENU_LEAST = 3, /* words */
};

struct lines {
	struct nb_arena *a;
	const struct nb_raw *from;
	const struct nb_vocabulary *words;
	struct nb_raw_line *kept;
	uint32_t n;
	struct nb_import_log *log;
};

/* 首页 > 政务公开 > 政策 */
static bool
is_path(const struct nb_vocabulary *words, struct nb_str s)
{
	return nb_words_in(&words->page.path, s) ||
	    nb_str_count(s, NB_S(">")) >= 2 ||
	    nb_str_count(s, NB_S("＞")) >= 2 || nb_str_count(s, NB_S("»")) >= 2;
}

/* 首页 | 公开 | 服务: short words between bars, one of them well known. */
static bool
is_menu(const struct nb_vocabulary *words, struct nb_str plain)
{
	bool known = false;
	uint32_t n = 0;

	for (size_t at = 0; at < plain.n; n++) {
		const size_t bar =
		    MIN(nb_str_find(plain, NB_S("|"), at), plain.n);
		const struct nb_str word =
		    nb_str_trim(nb_str_sub(plain, at, bar - at));

		if (nb_str_chars(word) > MENU_WORD)
			return false;
		known |= word.n > 0 && nb_words_have(&words->page.button, word);
		at = bar + 1;
	}
	return known && n >= MENU_LEAST;
}

/* 2019年12月3日星期二: when the page was read. */
static bool
is_today(const struct nb_vocabulary *words, struct nb_str s)
{
	return nb_words_in(&words->page.today, s) &&
	    nb_str_has(s, NB_S("年")) && nb_str_has(s, NB_S("日"));
}

/* What the law asks the foot of a site to say, wherever on a line. */
static bool
is_foot(const struct nb_vocabulary *words, struct nb_str plain)
{
	return nb_words_in(&words->page.law, plain) &&
	    !nb_str_has(plain, NB_S("。"));
}

/* Why a line around the article is none of it, or NULL. */
static const char *
reason(const struct nb_vocabulary *words, struct nb_str plain)
{
	if (is_foot(words, plain))
		return "网页的页脚，不是正文";
	if (nb_str_chars(plain) > PROSE && !is_path(words, plain))
		return NULL;
	if (is_path(words, plain) || is_menu(words, plain))
		return "网页的导航，不是正文";
	if (is_today(words, plain))
		return "打开网页那天的日期，不是报告的日期";
	if (nb_buttons_only(words, plain))
		return "网页上的按钮，不是正文";
	if (nb_words_starting(&words->page.foot, plain) > 0)
		return "网页的页脚，不是正文";
	return NULL;
}

static bool
drop(struct lines *l, const struct nb_raw_line *line)
{
	const struct nb_str text = nb_str_trim(line->text);
	const char *why =
	    line->table == NULL ? reason(l->words, nb_plain(l->a, text)) : NULL;

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

/* Whether the line above is no more than the label 内容概述. */
static bool
is_summary(const struct nb_field_place *p, const struct nb_raw *raw, uint32_t i)
{
	return i > 0 && raw->line[i - 1].table == NULL &&
	    nb_field_of(p, nb_str_trim(raw->line[i - 1].text)) ==
	    NB_FIELD_SUMMARY;
}

/* Where the article's own paragraphs begin. */
static uint32_t
end_of_head(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words)
{
	const struct nb_field_place place = { .a = a, .words = words };
	const uint32_t most = MIN(raw->n, HEAD);

	for (uint32_t i = 0; i < most; i++) {
		const struct nb_raw_table *table = raw->line[i].table;
		const struct nb_str s = nb_str_trim(raw->line[i].text);
		struct nb_ordinal o;

		if (table != NULL ? nb_metadata_is_table(&place, table)
				  : is_summary(&place, raw, i))
			continue;
		if (table != NULL || raw->line[i].label.n > 0 ||
		    (nb_ordinal_read(s, &o) && !o.odd) ||
		    (is_prose(s) && !is_path(words, s)))
			return i;
	}
	return most;
}

struct nb_raw
nb_furniture(struct nb_arena *a, const struct nb_raw *raw,
    const struct nb_vocabulary *words, struct nb_draft *draft,
    struct nb_import_log *log)
{
	const uint32_t head = end_of_head(a, raw, words);
	const uint32_t tail = raw->n - head > TAIL ? raw->n - TAIL : head;
	struct nb_raw ret = *raw;
	struct lines l = { a, raw, words,
		nb_new_n(a, struct nb_raw_line, raw->n), 0, log };
	enum nb_box box = NB_BOX_NONE;

	for (uint32_t i = 0; i < raw->n; i++) {
		const bool around = i < head || i >= tail;
		uint32_t taken = 0;

		if (i < head)
			taken = nb_metadata_take(a, words, raw->line + i,
			    head - i, &box, draft, log);
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
