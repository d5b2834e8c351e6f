/*
 * Characters become lines.  Faces of ours stand higher or lower on a line to
 * look even (font/face.h); a line's y is where it was set, not where each
 * face was moved to.
 */
#include "conform/seen.h"

#include "base/arena.h"
#include "style/template.h"

#include <stdlib.h>

/* A wider gap divides a line: tabs, cells, names side by side. [em] */
static const double widest_gap = 1.6;

static nb_len
em_of(const struct nb_seen *s, const struct nb_pdf_char *c)
{
	return nb_len_round(c->size / nb_face_scale(s->face[c->font]));
}

/* Upright, visible characters of a page, each on the line it was set on. */
static GArray *
upright(const struct nb_seen *s, const struct nb_pdf_page *page)
{
	GArray *all = g_array_new(FALSE, TRUE, sizeof(struct nb_pdf_char));

	for (uint32_t i = 0; i < page->n_glyphs && page->w <= page->h; i++) {
		struct nb_pdf_char c = page->glyph[i];

		if (c.turned || nb_is_blank(c.c) || c.size < NB_LEN_PT)
			continue;
		c.y +=
		    nb_len_round(em_of(s, &c) * nb_face_shift(s->face[c.font]));
		g_array_append_val(all, c);
	}
	return all;
}

static int
compare_y(const void *pa, const void *pb)
{
	const struct nb_pdf_char *a = pa, *b = pb;

	return a->y != b->y ? (a->y > b->y) - (a->y < b->y)
			    : (a->x > b->x) - (a->x < b->x);
}

static int
compare_x(const void *pa, const void *pb)
{
	const struct nb_pdf_char *a = pa, *b = pb;

	return a->x != b->x ? (a->x > b->x) - (a->x < b->x)
			    : (a->width > b->width) - (a->width < b->width);
}

/* Whether an upright rule stands between two characters of a line. */
static bool
is_divided(const struct nb_pdf_page *page, const struct nb_pdf_char *a,
    const struct nb_pdf_char *b)
{
	for (uint32_t i = 0;
	     i < page->n_rules && b->x - a->x - a->width > a->size / 8; i++) {
		const struct nb_pdf_rule *r = &page->rule[i];
		const nb_len middle = a->y - a->size / 3;

		if (r->h > r->w && r->y <= middle && r->y + r->h >= middle &&
		    r->x >= a->x + a->width / 2 && r->x <= b->x)
			return true;
	}
	return false;
}

/* A bold face is sometimes made by printing each character twice. */
static bool
is_twice(const struct nb_pdf_char *a, const struct nb_pdf_char *b)
{
	return a->c == b->c && b->x - a->x < a->size / 6;
}

/* Beyond any line of a document: what is behind does not count. */
enum { LOOK = 128 };

/* How many characters are like one, in face and size; hanzi go before. */
static uint32_t
weight_of(const struct nb_seen_line *line, uint32_t i, uint32_t n)
{
	const struct nb_pdf_char *c = &line->glyph[i];
	uint32_t same = 0;

	for (uint32_t k = i; k < n; k++)
		same += line->glyph[k].font == c->font &&
		    line->glyph[k].size == c->size &&
		    nb_is_han(line->glyph[k].c) == nb_is_han(c->c);
	return nb_is_han(c->c) ? same + LOOK : same;
}

/* A line stands where the first of its usual characters does. */
static void
find_usual(const struct nb_seen *s, struct nb_seen_line *line)
{
	const uint32_t n = MIN(line->n, LOOK);
	uint32_t best = 0, most = 0;

	for (uint32_t i = 0; i < n; i++) {
		const uint32_t weight = weight_of(line, i, n);

		if (weight > most) {
			most = weight;
			best = i;
		}
	}
	line->y = line->glyph[best].y;
	line->size = em_of(s, &line->glyph[best]);
}

static void
add_line(
    struct nb_seen *s, uint32_t page, const struct nb_pdf_char *c, uint32_t n)
{
	g_autoptr(GString) text = g_string_new(NULL);
	struct nb_seen_line line = { .page = page };

	line.glyph = nb_new_n(s->arena, struct nb_pdf_char, n);
	for (uint32_t i = 0; i < n; i++) {
		if (line.n > 0 && is_twice(&line.glyph[line.n - 1], &c[i]))
			continue;
		line.glyph[line.n++] = c[i];
		g_string_append_unichar(text, c[i].c);
	}
	line.text =
	    nb_arena_str(s->arena, (struct nb_str){ text->str, text->len });
	line.left = line.glyph[0].x;
	line.right = line.glyph[line.n - 1].x + line.glyph[line.n - 1].width;
	find_usual(s, &line);
	g_array_append_val(s->line, line);
}

/* Characters of one baseline become a line, or several beside each other. */
static void
add_baseline(
    struct nb_seen *s, uint32_t page, struct nb_pdf_char *c, uint32_t n)
{
	uint32_t first = 0;

	qsort(c, n, sizeof(*c), compare_x);
	for (uint32_t i = 1; i <= n; i++) {
		if (i < n &&
		    c[i].x - c[i - 1].x - c[i - 1].width <=
			widest_gap * c[i].size &&
		    !is_divided(&s->pdf->page[page], &c[i - 1], &c[i]))
			continue;
		add_line(s, page, c + first, i - first);
		first = i;
	}
}

static void
read_lines(struct nb_seen *s, uint32_t page)
{
	g_autoptr(GArray) all = upright(s, &s->pdf->page[page]);
	struct nb_pdf_char *c = (struct nb_pdf_char *)(void *)all->data;
	uint32_t first = 0;

	if (all->len == 0)
		return;
	qsort(c, all->len, sizeof(*c), compare_y);
	for (uint32_t i = 1; i <= all->len; i++) {
		if (i < all->len &&
		    c[i].y - c[first].y < MIN(c[i].size, c[first].size) / 3)
			continue;
		add_baseline(s, page, c + first, i - first);
		first = i;
	}
}

bool
nb_seen_is_in_grid(const struct nb_seen *s, const struct nb_seen_line *line)
{
	const struct nb_pdf_page *page = &s->pdf->page[line->page];
	const nb_len middle = line->y - line->size / 3;

	for (uint32_t i = 0; i < page->n_rules; i++) {
		const struct nb_pdf_rule *r = &page->rule[i];

		if (r->h > r->w && r->y <= middle && r->y + r->h >= middle)
			return true;
	}
	return false;
}

/* A length, to 0.25 pt, and how many lines or characters have it. */
struct common {
	nb_len at;
	uint32_t n;
};

static bool
is_near(nb_len a, nb_len b)
{
	return abs(a - b) <= NB_LEN_PT / 4;
}

static void
count(GArray *all, nb_len at, uint32_t n)
{
	for (guint i = 0; i < all->len; i++) {
		struct common *c = &g_array_index(all, struct common, i);

		if (is_near(c->at, at)) {
			c->n += n;
			return;
		}
	}
	if (all->len < LOOK)
		g_array_append_vals(all, &(struct common){ at, n }, 1);
}

static uint32_t
sum_of(const GArray *all)
{
	uint32_t sum = 0;

	for (guint i = 0; i < all->len; i++)
		sum += g_array_index(all, struct common, i).n;
	return sum;
}

/* How many have a length or, with `least`, one that is less. */
static uint32_t
number_of(const GArray *all, nb_len at, bool least)
{
	uint32_t n = 0;

	for (guint i = 0; i < all->len; i++) {
		const struct common *c = &g_array_index(all, struct common, i);

		if (least ? c->at < at && !is_near(c->at, at)
			  : is_near(c->at, at))
			n += c->n;
	}
	return n;
}

static nb_len
commonest(const GArray *all)
{
	struct common best = { 0 };

	for (guint i = 0; i < all->len; i++) {
		const struct common *c = &g_array_index(all, struct common, i);

		if (c->n > best.n)
			best = *c;
	}
	return best.at;
}

/* The leftmost of the lengths that a good part of the lines have. */
static nb_len
leftmost(const GArray *all)
{
	const uint32_t sum = sum_of(all);
	nb_len best = commonest(all);

	for (guint i = 0; i < all->len; i++) {
		const struct common *c = &g_array_index(all, struct common, i);

		if (c->at < best && c->n * 8 >= sum)
			best = c->at;
	}
	return best;
}

/*
 * The size of most text outside tables; the template's own, if a part of it
 * has that.  Long lines weigh more: a chart is full of short ones.
 */
static void
find_size(struct nb_seen *s)
{
	g_autoptr(GArray) all = g_array_new(FALSE, TRUE, sizeof(struct common));

	for (uint32_t i = 0; i < s->line->len; i++) {
		const struct nb_seen_line *line = nb_seen_line(s, i);

		if (!nb_seen_is_in_grid(s, line))
			count(all, line->size,
			    MIN(line->n, LOOK) * MIN(line->n, LOOK));
	}
	s->size = number_of(all, s->t->body.size, false) >= sum_of(all) / 24
	    ? s->t->body.size
	    : commonest(all);
	if (all->len == 0)
		s->size = s->t->body.size;
}

/*
 * The edges of the text.  Where most lines stand as the template has them, its
 * own edges hold: a short document may have no full line.
 */
static void
find_edges(struct nb_seen *s)
{
	enum { ENOUGH = 3 };
	const nb_len inner = s->t->inner;
	g_autoptr(GArray) left =
	    g_array_new(FALSE, TRUE, sizeof(struct common));
	g_autoptr(GArray) right =
	    g_array_new(FALSE, TRUE, sizeof(struct common));
	uint32_t own;

	for (uint32_t i = 0; i < s->line->len; i++) {
		const struct nb_seen_line *line = nb_seen_line(s, i);

		if (abs(line->size - s->size) > NB_LEN_PT / 2 ||
		    nb_seen_is_in_grid(s, line))
			continue;
		count(left, line->left, 1);
		if (line->right - line->left > nb_seen_em(s, 18))
			count(right, line->right, 1);
	}
	own = number_of(left, inner, false) +
	    number_of(left, inner + s->t->indent, false);
	s->left = own * 4 >= sum_of(left) &&
		number_of(left, inner, true) * 8 <= sum_of(left)
	    ? inner
	    : leftmost(left);
	s->right =
	    sum_of(right) >= ENOUGH ? commonest(right) : s->left + s->t->body_w;
}

/* The sheet that render --conform put behind a report is none of it. */
static bool
is_appendix(const struct nb_seen *s, uint32_t first)
{
	return first < s->line->len &&
	    nb_str_eq(nb_seen_line(s, first)->text, s->t->sheet.title);
}

void
nb_seen_read(struct nb_seen *s)
{
	for (s->n_pages = 0; s->n_pages < s->pdf->n_pages; s->n_pages++) {
		const guint first = s->line->len;

		read_lines(s, s->n_pages);
		if (!is_appendix(s, first))
			continue;
		g_array_set_size(s->line, first);
		break;
	}
	find_size(s);
	find_edges(s);
}
