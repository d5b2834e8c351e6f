#include "source/scalar.h"

#include "base/arena.h"
#include "source/repair.h"

#include <glib.h>
#include <string.h>

/* Walks value and source in step; pieces are in places of the copy. */
struct walk {
	const char *bytes; /* of the copy */
	uint32_t src, end; /* in the copy [byte] */
	char *value;
	uint32_t at, n; /* in the value [byte] */
	GArray *piece;
	bool folded;
};

/* The next n bytes of both are the same text; false: they are not. */
static bool
step(struct walk *w, uint32_t n)
{
	const struct nb_seg piece = { w->at, w->src, n };

	if (n > w->n - w->at || memcmp(w->value + w->at, w->bytes + w->src, n))
		return false;
	if (n > 0)
		g_array_append_val(w->piece, piece);
	w->at += n;
	w->src += n;
	return true;
}

static uint32_t
find_line_end(const struct walk *w, uint32_t from)
{
	const char *hit = memchr(w->bytes + from, '\n', w->end - from);

	return hit == NULL ? w->end : (uint32_t)(hit - w->bytes);
}

/*
 * Line for line: what the value has of a line is the end of it, whatever the
 * indentation is.
 */
static void
walk_literal(struct walk *w)
{
	w->src = find_line_end(w, w->src);
	while (w->at < w->n && w->src < w->end) {
		const char *value = w->value + w->at;
		const char *lf = memchr(value, '\n', w->n - w->at);
		const uint32_t n =
		    lf == NULL ? w->n - w->at : (uint32_t)(lf - value);
		const uint32_t eol = find_line_end(w, w->src + 1);

		if (eol - w->src - 1 < n)
			return;
		w->src = eol - n;
		if (!step(w, n))
			return;
		w->at++;
	}
}

static bool
is_space(char c)
{
	return c == ' ' || c == '\t';
}

static bool
joins_han(const struct walk *w)
{
	const struct nb_str value = { w->value, w->n };
	size_t before = w->at, after = w->at + 1;

	if (before == 0 || after >= w->n)
		return false;
	return nb_is_cjk(nb_utf8_prev(value, &before)) &&
	    nb_is_cjk(nb_utf8_next(value, &after));
}

/* Over a line break and the empty lines and indentation behind it. */
static bool
walk_fold(struct walk *w)
{
	uint32_t breaks = 0;

	for (; w->src < w->end; w->src++) {
		if (w->bytes[w->src] == '\n')
			breaks++;
		else if (!is_space(w->bytes[w->src]))
			break;
	}
	if (breaks == 1 && w->at < w->n && w->value[w->at] == ' ') {
		if (joins_han(w)) {
			w->value[w->at] = '\n';
			w->folded = true;
		}
		w->at++;
		return true;
	}
	for (uint32_t i = 1; i < breaks; i++, w->at++)
		if (w->at >= w->n || w->value[w->at] != '\n')
			return false;
	return true;
}

/* Up to the next line end, '' or \; `quote` is 0 for a plain scalar. */
static uint32_t
find_run_end(const struct walk *w, char quote)
{
	uint32_t i = w->src;

	while (i < w->end && w->bytes[i] != '\n' &&
	    (quote == 0 || w->bytes[i] != (quote == '"' ? '\\' : '\'')))
		i++;
	return i;
}

/* Behind an escape of "…" nothing is known any more: a gap. */
static void
walk_flow(struct walk *w, char quote)
{
	while (w->src < w->end) {
		const uint32_t stop = find_run_end(w, quote);
		uint32_t n = stop - w->src;

		if (stop == w->end || w->bytes[stop] == '\\') {
			step(w, n);
			return;
		}
		if (w->bytes[stop] == '\'') {
			if (!step(w, n + 1))
				return;
			w->src++;
			continue;
		}
		while (n > 0 && is_space(w->bytes[w->src + n - 1]))
			n--;
		if (!step(w, n) || !walk_fold(w))
			return;
	}
}

/* Back to the file, where an edit may split a piece. */
static void
place_pieces(struct nb_arena *a, const struct nb_mended *m,
    const struct nb_seg *piece, uint32_t n_pieces, struct nb_node *node)
{
	uint32_t n = 0, at = 0;
	struct nb_seg *seg;

	for (uint32_t i = 0; i < n_pieces; i++)
		n += nb_mended_pieces(m, piece[i], NULL, 0);
	seg = nb_new_n(a, struct nb_seg, n);
	for (uint32_t i = 0; i < n_pieces; i++)
		at += nb_mended_pieces(m, piece[i], seg + at, n - at);
	node->scalar.seg = seg;
	node->scalar.n_seg = n;
}

/*
 * Whether the value stands in the source letter for letter, as most do; it is
 * one piece then.
 */
static bool
find_verbatim(const struct nb_mended *m, const struct nb_scalar_in *in,
    struct nb_seg *ret)
{
	const uint32_t quote = in->style == NB_STYLE_QUOTED;

	*ret = (struct nb_seg){ 0, in->begin + quote, in->n };
	return (quote != 0 || in->style == NB_STYLE_PLAIN) && in->n > 0 &&
	    in->end - in->begin == in->n + 2 * quote &&
	    memcmp(m->bytes.p + ret->src, in->value, in->n) == 0;
}

/* Pieces of value and source; whether a line break in Han was kept. */
static bool
walk_value(struct nb_arena *a, const struct nb_mended *m,
    const struct nb_scalar_in *in, struct nb_node *node)
{
	g_autoptr(GArray) piece =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_seg));
	struct walk w = { .bytes = m->bytes.p,
		.src = in->begin,
		.end = in->end,
		.value = in->value,
		.n = in->n,
		.piece = piece };
	char quote;

	switch (in->style) {
	case NB_STYLE_LITERAL:
		walk_literal(&w);
		break;
	case NB_STYLE_QUOTED:
		quote = m->bytes.p[w.src++];
		w.end--;
		walk_flow(&w, quote);
		break;
	case NB_STYLE_PLAIN:
		walk_flow(&w, 0);
		break;
	case NB_STYLE_FOLDED:
		break;
	}
	place_pieces(a, m, (const struct nb_seg *)(const void *)piece->data,
	    piece->len, node);
	return w.folded;
}

bool
nb_scalar_read(struct nb_arena *a, const struct nb_mended *m,
    const struct nb_scalar_in *in, struct nb_node *node)
{
	struct nb_seg whole;

	node->kind = NB_NODE_SCALAR;
	node->scalar.style = in->style;
	node->scalar.value = (struct nb_str){ in->value, in->n };
	if (!find_verbatim(m, in, &whole))
		return walk_value(a, m, in, node);
	place_pieces(a, m, &whole, 1, node);
	return false;
}
