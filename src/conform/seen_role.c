/*
 * What the lines of a finished PDF are to a reader: from their size, place,
 * colour and words, in the order in which one can be sure.  What is left is
 * text.
 */
#include "conform/seen.h"

#include "style/template.h"

#include <stdlib.h>

static void
set_role(struct nb_seen_line *line, enum nb_item_role role)
{
	line->role = role;
	line->known = true;
}

static bool
has_role(const struct nb_seen *s, uint32_t i, enum nb_item_role role)
{
	return nb_seen_line(s, i)->known && nb_seen_line(s, i)->role == role;
}

static bool
is_text_size(const struct nb_seen *s, const struct nb_seen_line *line)
{
	return line->size > nb_seen_em(s, 0.9) &&
	    line->size < nb_seen_em(s, 1.2);
}

static bool
is_large(const struct nb_seen *s, const struct nb_seen_line *line)
{
	return line->size >= nb_seen_em(s, 1.2);
}

/* “1 — 2”, “第1页 共7页”. */
static bool
is_folio_text(struct nb_str text)
{
	static const char marks[] = "—–-－―─•·/第页共面";
	size_t at = 0, n = 0, digits = 0;

	while (at < text.n) {
		const size_t from = at;
		const uint32_t c = nb_utf8_next(text, &at);

		digits += nb_is_digit(c);
		n++;
		if (!nb_is_digit(c) &&
		    !nb_str_has(
			nb_str_z(marks), nb_str_sub(text, from, at - from)))
			return false;
	}
	return digits > 0 && n <= 16;
}

/* 7.5: the lowest line of a page, from line `first` on. */
static void
find_folio(struct nb_seen *s, uint32_t first, uint32_t last)
{
	const struct nb_seen_line *lowest = nb_seen_line(s, last);
	g_autoptr(GString) text = g_string_new(NULL);
	uint32_t i = last;

	/* its dashes may stand far from the number */
	while (i > first &&
	    lowest->y - nb_seen_line(s, i - 1)->y < lowest->size / 3)
		i--;
	for (uint32_t k = i; k <= last; k++)
		g_string_append_len(text, nb_seen_line(s, k)->text.p,
		    (gssize)nb_seen_line(s, k)->text.n);
	if (lowest->y > s->pdf->page[lowest->page].h / 10 * 8 &&
	    is_folio_text((struct nb_str){ text->str, text->len }))
		for (; i <= last; i++)
			set_role(nb_seen_line(s, i), NB_ROLE_FOLIO);
}

/* The lowest red rule in the upper part of the first page, or 0. */
static nb_len
head_rule(const struct nb_seen *s)
{
	const struct nb_pdf_page *page = s->pdf->page;
	nb_len y = 0;

	for (uint32_t i = 0; i < page->n_rules; i++) {
		const struct nb_pdf_rule *r = &page->rule[i];

		if (nb_seen_is_level(r, nb_seen_em(s, 10)) &&
		    nb_seen_is_red(r->rgb) && r->y < page->h / 10 * 7)
			y = MAX(y, r->y);
	}
	return y;
}

/* 7.2: on the first page what is red, above the red rule, or above a title. */
static void
find_head(struct nb_seen *s)
{
	const nb_len rule = head_rule(s);
	uint32_t title = 0;

	while (title < s->line->len &&
	    (nb_seen_line(s, title)->y < rule ||
		nb_seen_is_red(nb_seen_line(s, title)->glyph->rgb) ||
		!is_large(s, nb_seen_line(s, title))))
		title++;
	for (uint32_t i = 0; i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);
		const bool titled =
		    title < s->line->len && nb_seen_line(s, title)->page == 0;

		if (line->page == 0 && !line->known &&
		    (line->y < rule || (titled && i < title)))
			set_role(line, NB_ROLE_HEAD);
	}
}

/* Tables, charts and what stands with them; a long small line is text. */
static void
find_cells(struct nb_seen *s)
{
	for (uint32_t i = 0; i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);
		const bool small = line->size <= nb_seen_em(s, 0.9);

		if (!line->known &&
		    (nb_seen_is_in_grid(s, line) ||
			(small &&
			    line->right - line->left <
				(s->right - s->left) / 10 * 7)))
			set_role(line, NB_ROLE_CELL);
	}
}

/* Rules of a 版记 on a page: level, black, as long as the text is wide. */
static bool
is_foot_rule(const struct nb_seen *s, const struct nb_pdf_rule *r)
{
	return nb_seen_is_level(r, (s->right - s->left) / 10 * 8) &&
	    !nb_seen_is_red(r->rgb);
}

/* 7.4.2: what only a 版记 says. */
static bool
is_foot_text(const struct nb_template *t, struct nb_str text)
{
	return nb_str_starts(text, t->foot.copies) ||
	    nb_str_ends(text, t->foot.printed);
}

/* 7.4: small lines between long rules, one of them 抄送 or 印发. */
static void
find_foot(struct nb_seen *s, uint32_t first, uint32_t last)
{
	const struct nb_pdf_page *page =
	    &s->pdf->page[nb_seen_line(s, first)->page];
	nb_len top = page->h, bottom = 0;
	bool found = false;

	for (uint32_t i = 0; i < page->n_rules; i++) {
		if (!is_foot_rule(s, &page->rule[i]))
			continue;
		top = MIN(top, page->rule[i].y);
		bottom = MAX(bottom, page->rule[i].y);
	}
	for (uint32_t i = first; i <= last; i++)
		found = found ||
		    (nb_seen_line(s, i)->y > top &&
			nb_seen_line(s, i)->y < bottom &&
			is_foot_text(s->t, nb_seen_line(s, i)->text));
	for (uint32_t i = first; i <= last && found; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);

		if (line->y > top && line->y < bottom && !line->known)
			set_role(line, NB_ROLE_FOOT);
	}
}

/* Each page's lines, from the first to the last. */
static void
each_page(struct nb_seen *s,
    void (*find)(struct nb_seen *s, uint32_t first, uint32_t last))
{
	uint32_t first = 0;

	for (uint32_t i = 1; i <= s->line->len; i++) {
		if (i < s->line->len &&
		    nb_seen_line(s, i)->page == nb_seen_line(s, first)->page)
			continue;
		find(s, first, i - 1);
		first = i;
	}
}

static void
find_titles(struct nb_seen *s)
{
	for (uint32_t i = 0; i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);

		if (!line->known && is_large(s, line))
			set_role(line, NB_ROLE_TITLE);
	}
}

/* 7.3.2: from the title on, flush left, to a colon. */
static void
find_addressee(struct nb_seen *s)
{
	enum { LINES = 6 };
	uint32_t first = 1, last;

	while (first < s->line->len && !has_role(s, first - 1, NB_ROLE_TITLE))
		first++;
	while (first < s->line->len && has_role(s, first, NB_ROLE_TITLE))
		first++;
	for (last = first; last < s->line->len && last < first + LINES;
	     last++) {
		const struct nb_seen_line *line = nb_seen_line(s, last);

		if (line->known || !is_text_size(s, line) ||
		    abs(line->left - s->left) > nb_seen_em(s, 0.5))
			return;
		if (nb_str_ends(line->text, s->t->phrase.addressee_end))
			break;
	}
	for (uint32_t i = first;
	     last < s->line->len && last < first + LINES && i <= last; i++)
		set_role(nb_seen_line(s, i), NB_ROLE_ADDRESSEE);
}

/* 7.3.7: “附件”, “附件2” alone at the head of a page. */
static void
find_attachments(struct nb_seen *s)
{
	for (uint32_t i = 1; i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);
		const struct nb_str word = s->t->attachment;
		size_t at = 0;

		if (line->known || nb_seen_line(s, i - 1)->page == line->page ||
		    !nb_str_skip(line->text, &at, word))
			continue;
		while (at < line->text.n &&
		    nb_is_digit((unsigned char)line->text.p[at]))
			at++;
		if (at == line->text.n)
			set_role(line, NB_ROLE_ATTACHMENT);
	}
}

/* 7.3.4: “附件：” and what is indented with it. */
static void
find_list(struct nb_seen *s)
{
	for (uint32_t i = 0; i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);

		if (line->known || !is_text_size(s, line) ||
		    !nb_str_starts(line->text, s->t->list.word))
			continue;
		do
			set_role(line, NB_ROLE_LIST);
		while (++i < s->line->len &&
		    (line = nb_seen_line(s, i))->known == false &&
		    line->left - s->left > nb_seen_em(s, 4) &&
		    line->y - line[-1].y < nb_seen_em(s, 2.5));
	}
}

/* “2024年2月26日”, “二〇二四年二月二十六日” and nothing else. */
static bool
is_date(struct nb_str text)
{
	static const char digits[] = "〇○零一二三四五六七八九十";
	static const char unit[] = "年月日";
	size_t at = 0, k = 0, n = 0;

	while (at < text.n) {
		const size_t from = at;
		const uint32_t c = nb_utf8_next(text, &at);
		const struct nb_str s = nb_str_sub(text, from, at - from);

		if (nb_str_starts(nb_str_from(nb_str_z(unit), k), s) && n > 0) {
			k += s.n;
			n = 0;
		} else if (nb_is_digit(c) || nb_str_has(nb_str_z(digits), s)) {
			n++;
		} else {
			return false;
		}
	}
	return k == sizeof(unit) - 1 && n == 0;
}

/* Stands neither at the edge nor indented, and is no sentence. */
static bool
may_be_name(const struct nb_seen *s, const struct nb_seen_line *line)
{
	const nb_len in = line->left - s->left;

	return !line->known && is_text_size(s, line) && abs(in) > s->size / 3 &&
	    abs(in - s->t->indent) > s->size / 3 &&
	    !nb_str_ends(line->text, s->t->phrase.item_end);
}

/* 7.3.6: 附注, from its opening bracket to the closing one. */
static void
find_remark(struct nb_seen *s, uint32_t i)
{
	bool inside = i < s->line->len &&
	    nb_str_starts(nb_seen_line(s, i)->text, NB_S("（"));

	for (; inside && i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);

		if (line->known)
			return;
		set_role(line, NB_ROLE_SIGNATURE);
		inside = !nb_str_ends(line->text, NB_S("）"));
	}
}

/* 7.3.5, 7.3.6: a date on the right, the names above it, 附注 below. */
static void
find_signature(struct nb_seen *s)
{
	for (uint32_t i = 1; i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);
		uint32_t k = i;

		if (line->known || !is_date(line->text) ||
		    line->left - s->left < nb_seen_em(s, 6))
			continue;
		set_role(line, NB_ROLE_SIGNATURE);
		while (k-- > 0 && nb_seen_line(s, k)->page == line->page &&
		    may_be_name(s, nb_seen_line(s, k)))
			set_role(nb_seen_line(s, k), NB_ROLE_SIGNATURE);
		find_remark(s, i + 1);
	}
}

/* Under a title and in its middle: who, when; no clause speaks of it. */
static void
find_subtitles(struct nb_seen *s)
{
	for (uint32_t i = 1; i < s->line->len; i++) {
		struct nb_seen_line *line = nb_seen_line(s, i);
		const nb_len off =
		    line->left + line->right - s->left - s->right;

		if (!line->known && has_role(s, i - 1, NB_ROLE_TITLE) &&
		    abs(off) < s->size && line->left - s->left > 3 * s->size)
			set_role(line, NB_ROLE_TABLE_CAPTION);
	}
}

void
nb_seen_find_roles(struct nb_seen *s)
{
	each_page(s, find_folio);
	find_head(s);
	each_page(s, find_foot);
	find_cells(s);
	find_titles(s);
	find_addressee(s);
	find_attachments(s);
	find_list(s);
	find_signature(s);
	find_subtitles(s);
}
