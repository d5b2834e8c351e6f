/*
 * What a web page says of the document: the labels of a content page that
 * government sites have in common (政府网站发展指引, 国办发〔2017〕47号), and
 * the box of 政府信息公开 above the article.
 */
#include "output/web/parts.h"

enum { DESCRIPTION = 100 }; /* [char] */

static void
add(GString *to, struct nb_str s)
{
	g_string_append_len(to, s.p, (gssize)s.n);
}

void
nb_web_date(GString *to, const struct nb_date *date)
{
	g_string_append_printf(to, "%04d-%02d", date->year, date->month);
	if (date->day != 0)
		g_string_append_printf(to, "-%02d", date->day);
}

static void
add_meta(GString *to, const char *name, struct nb_str value)
{
	if (value.n == 0)
		return;
	g_string_append_printf(to, "<meta name=\"%s\" content=\"", name);
	nb_web_text(to, value);
	g_string_append(to, "\">\n");
}

static void
add_meta_date(GString *to, const char *name, const struct nb_date *date)
{
	g_autoptr(GString) day = g_string_new(NULL);

	if (date->year == 0)
		return;
	nb_web_date(day, date);
	add_meta(to, name, (struct nb_str){ day->str, day->len });
}

/* The first words of the text. */
static void
add_description(GString *to, const struct nb_manuscript *m)
{
	g_autoptr(GString) words = g_string_new(NULL);
	uint32_t i = 0, n = 0;
	struct nb_str s;
	size_t at = 0;

	while (i < m->n && m->block[i].kind != NB_MS_TEXT)
		i++;
	for (uint32_t k = 0; i < m->n && k < m->block[i].n; k++)
		add(words, m->block[i].piece[k].text);
	s = (struct nb_str){ words->str, words->len };
	while (at < s.n && n < DESCRIPTION) {
		nb_utf8_next(s, &at);
		n++;
	}
	if (at < s.n) {
		g_string_truncate(words, at);
		g_string_append(words, "…");
	}
	add_meta(to, "Description", (struct nb_str){ words->str, words->len });
}

/* What the report says of itself, else its first words. */
static void
add_summary(GString *to, const struct nb_manuscript *m)
{
	if (m->disclosure.summary.text.n > 0)
		add_meta(to, "Description", m->disclosure.summary.text);
	else
		add_description(to, m);
}

static struct nb_str
tab_title(const struct nb_manuscript *m)
{
	if (m->title.n > 0)
		return m->title;
	return m->organ.n > 0 ? m->organ : m->web->untitled;
}

void
nb_web_head(GString *to, const struct nb_manuscript *m)
{
	g_string_append(to, "<!DOCTYPE html>\n<html lang=\"");
	nb_web_text(to, m->language);
	g_string_append(to,
	    "\">\n<head>\n<meta charset=\"utf-8\">\n"
	    "<meta name=\"viewport\" "
	    "content=\"width=device-width, initial-scale=1\">\n<title>");
	nb_web_text(to, tab_title(m));
	g_string_append(to, "</title>\n");
	add_meta(to, "ArticleTitle", m->title);
	add_meta_date(to, "PubDate", &m->published);
	add_meta(to, "ContentSource", m->organ);
	add_meta(to, "Keywords", m->keywords);
	add_summary(to, m);
	g_string_append(to, "<style>\n");
	add(to, m->web->css);
	g_string_append(to, "\n</style>\n</head>\n");
}

static void
begin_row(GString *to, struct nb_str name, const char *class)
{
	g_string_append_printf(to, "<div%s><dt>", class);
	nb_web_text(to, name);
	g_string_append(to, "</dt><dd>");
}

static void
add_row(GString *to, struct nb_str name, struct nb_str value, const char *class)
{
	if (value.n == 0)
		return;
	begin_row(to, name, class);
	nb_web_text(to, value);
	g_string_append(to, "</dd></div>\n");
}

static void
add_row_date(GString *to, struct nb_str name, const struct nb_date *date)
{
	if (date->year == 0)
		return;
	begin_row(to, name, "");
	g_string_append(to, "<time>");
	nb_web_date(to, date);
	g_string_append(to, "</time></dd></div>\n");
}

static void
add_row_keywords(GString *to, const struct nb_manuscript *m, const char *class)
{
	const struct nb_names *keyword = &m->disclosure.keyword;

	if (keyword->n == 0)
		return;
	begin_row(to, m->web->keyword, class);
	for (uint32_t i = 0; i < keyword->n; i++) {
		g_string_append(to, i > 0 ? "；" : "");
		nb_web_text(to, keyword->name[i].text);
	}
	g_string_append(to, "</dd></div>\n");
}

void
nb_web_box(GString *to, const struct nb_manuscript *m)
{
	static const char wide[] = " class=\"wide\"";
	const struct nb_disclosure *d = &m->disclosure;
	const struct nb_web *web = m->web;

	g_string_append(to, "<section class=\"info\" aria-label=\"");
	nb_web_text(to, web->box);
	g_string_append(to, "\">\n<dl>\n");
	add_row(to, web->index, d->index.text, "");
	add_row(to, web->topic, d->topic.text, "");
	add_row(to, web->title, m->title, wide);
	add_row(to, web->organ, m->organ, "");
	add_row(to, web->number, m->doc_number, "");
	add_row_date(to, web->issued, &m->issued);
	add_row_date(to, web->published, &m->published);
	add_row(to, web->access, web->access_word[d->access], "");
	add_row_keywords(to, m, wide);
	add_row(to, web->summary, d->summary.text, wide);
	g_string_append(to, "</dl>\n</section>\n");
}
