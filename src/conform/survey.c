#include "conform/survey.h"

#include "base/arena.h"
#include "model/number.h"

#include <glib.h>

nb_len
nb_run_em(const struct nb_item *run)
{
	return nb_len_round(run->run.size / nb_face_scale(run->run.face));
}

static bool
is_run(const struct nb_item *item)
{
	return item->kind == NB_ITEM_RUN && !item->turned && item->run.n > 0;
}

static bool
goes_on(const struct nb_text_line *line, const struct nb_page *page,
    const struct nb_item *item)
{
	return line->page == page && line->role == item->role &&
	    line->first->y == item->y &&
	    line->first->paragraph == item->paragraph && line->last + 1 == item;
}

static void
add_run(GArray *lines, const struct nb_page *page, const struct nb_item *item,
    int baseline)
{
	const nb_len right = item->x + item->run.width;
	struct nb_text_line *last = lines->len == 0
	    ? NULL
	    : &g_array_index(lines, struct nb_text_line, lines->len - 1);
	struct nb_text_line new = {
		.page = page,
		.first = item,
		.last = item,
		.role = item->role,
		.left = item->x,
		.right = right,
		.top = item->y - nb_run_em(item) * baseline / 1000,
	};

	if (last != NULL && goes_on(last, page, item)) {
		last->last = item;
		last->right = right;
		return;
	}
	new.bottom = new.top + nb_run_em(item);
	g_array_append_val(lines, new);
}

/* Lines of one paragraph may have a folio between them. */
static void
find_paragraphs(struct nb_text_line *line, uint32_t n)
{
	struct nb_text_line *last = NULL;

	for (uint32_t i = 0; i < n; i++) {
		line[i].starts = line[i].ends = true;
		if (line[i].role == NB_ROLE_FOLIO)
			continue;
		if (last != NULL &&
		    last->first->paragraph == line[i].first->paragraph)
			last->ends = line[i].starts = false;
		last = &line[i];
	}
}

/* Whether text begins with an ordinal of the pattern: “（十二）” of “（一）”.
 */
static bool
has_ordinal(struct nb_str text, struct nb_str pattern)
{
	const struct nb_str one[] = { NB_S("一"), NB_S("1") };
	size_t at = 0;
	unsigned number;

	for (size_t i = 0; i < NB_COUNT(one); i++) {
		const size_t n = nb_str_find(pattern, one[i], 0);

		if (n == SIZE_MAX)
			continue;
		return nb_str_skip(text, &at, nb_str_sub(pattern, 0, n)) &&
		    at < text.n &&
		    nb_is_digit((unsigned char)text.p[at]) == (i == 1) &&
		    nb_number_read(text, &at, &number) &&
		    nb_str_skip(text, &at, nb_str_from(pattern, n + one[i].n));
	}
	return false;
}

unsigned
nb_ordinal_level(const struct nb_template *t, struct nb_str text)
{
	for (unsigned i = 0; i < NB_HEADING_LEVELS; i++)
		if (has_ordinal(text, t->heading[i].mark))
			return i + 1;
	return 0;
}

/* The level whose form the heading's ordinal has; else that of its depth. */
static unsigned
level_of(const struct nb_template *t, const struct nb_bookmark *mark)
{
	const unsigned level = nb_ordinal_level(t, mark->text);

	return level != 0 ? level : mark->level;
}

/* The stop between a heading and the text run in behind it is its own. */
static uint32_t
heading_length(const struct nb_template *t, const struct nb_text_line *line,
    const struct nb_text_line *last, size_t n)
{
	size_t at = 0;

	for (; line < last && (at == 0 || !line->starts); line++) {
		for (const struct nb_item *run = line->first; run <= line->last;
		     run++) {
			if (at == n &&
			    nb_str_eq(run->run.text, t->phrase.run_in_end))
				return (uint32_t)(n + run->run.text.n);
			at += run->run.text.n;
		}
	}
	return (uint32_t)n;
}

/* A bookmark stands at the row of its heading's first line. */
static void
find_headings(const struct nb_pages *pages, const struct nb_template *t,
    struct nb_text_line *line, uint32_t n)
{
	uint32_t k = 0;

	for (uint32_t b = 0; b < pages->n_bookmarks; b++) {
		const struct nb_bookmark *mark = &pages->bookmark[b];
		const struct nb_page *page = &pages->page[mark->page];

		while (k < n &&
		    (line[k].page < page ||
			(line[k].page == page && line[k].bottom <= mark->y)))
			k++;
		if (k == n || line[k].page != page || !line[k].starts)
			continue;
		line[k].heading = level_of(t, mark);
		line[k].heading_n =
		    heading_length(t, &line[k], line + n, mark->text.n);
	}
}

static int
compare(const void *pa, const void *pb)
{
	const nb_len *a = pa, *b = pb;

	return (*a > *b) - (*a < *b);
}

/* The median; where there is none, the template's edge. */
static nb_len
find_left(
    const struct nb_template *t, const struct nb_text_line *line, uint32_t n)
{
	g_autoptr(GArray) left = g_array_new(FALSE, FALSE, sizeof(nb_len));

	for (uint32_t i = 0; i < n; i++)
		if (nb_line_is_text(&line[i]) && !line[i].starts)
			g_array_append_val(left, line[i].left);
	if (left->len == 0)
		return t->inner;
	g_array_sort(left, compare);
	return g_array_index(left, nb_len, left->len / 2);
}

struct nb_survey
nb_survey_new(struct nb_arena *a, const struct nb_pages *pages,
    const struct nb_template *t, struct nb_fonts *fonts)
{
	g_autoptr(GArray) found =
	    g_array_new(FALSE, TRUE, sizeof(struct nb_text_line));
	struct nb_text_line *line;

	for (uint32_t i = 0; i < pages->n_pages; i++) {
		const struct nb_page *page = &pages->page[i];

		for (uint32_t k = 0; k < page->n_items; k++)
			if (is_run(&page->item[k]))
				add_run(
				    found, page, &page->item[k], t->baseline);
	}
	line = nb_new_n(a, struct nb_text_line, found->len);
	for (guint i = 0; i < found->len; i++)
		line[i] = g_array_index(found, struct nb_text_line, i);
	find_paragraphs(line, found->len);
	find_headings(pages, t, line, found->len);
	return (struct nb_survey){ a, pages, t, fonts, line, found->len,
		find_left(t, line, found->len) };
}

bool
nb_line_is_text(const struct nb_text_line *line)
{
	return line->role == NB_ROLE_BODY || line->role == NB_ROLE_HEADING;
}

bool
nb_line_is_flow(const struct nb_text_line *line)
{
	return nb_line_is_text(line) || line->role == NB_ROLE_TITLE ||
	    line->role == NB_ROLE_ADDRESSEE || line->role == NB_ROLE_SIGNATURE;
}

uint32_t
nb_line_first(const struct nb_text_line *line)
{
	return nb_str_first(line->first->run.text);
}

uint32_t
nb_line_last(const struct nb_text_line *line)
{
	return nb_str_last(line->last->run.text);
}

bool
nb_is_one_of(struct nb_str set, uint32_t c)
{
	size_t at = 0;

	while (at < set.n)
		if (nb_utf8_next(set, &at) == c)
			return c != 0;
	return false;
}
