/*
 * check/copy_document.c - reads the paragraphs of a report.
 */
#include "check/copy_document.h"

#include "base/arena.h"
#include "base/hant.h"
#include "check/letters.h"
#include "check/own_names.h"
#include "check/walk.h"

struct reading {
	struct nb_arena *arena; /* for what is read only */
	GString *text;
	GArray *line; /* of struct nb_copy_line */
};

/* Each segment of the prose that begins a line. */
static void
note_lines(struct reading *rd, const struct nb_prose *p)
{
	const uint32_t base = (uint32_t)rd->text->len;
	struct nb_copy_line line = { base, 0 };

	for (uint32_t i = 0; i < p->n_seg; i++) {
		const uint32_t now = nb_text_pos(p->source, p->seg[i].src).line;

		if (now == line.line)
			continue;
		line = (struct nb_copy_line){ base + p->seg[i].at, now };
		g_array_append_val(rd->line, line);
	}
}

static void
read_prose(void *to, const struct nb_visit *v)
{
	struct reading *rd = to;

	if (v->role != NB_PROSE_BODY && v->role != NB_PROSE_ITEM &&
	    v->role != NB_PROSE_DETAIL)
		return;
	note_lines(rd, v->prose);
	g_string_append_len(
	    rd->text, v->prose->text.p, (gssize)v->prose->text.n);
	g_string_append_c(rd->text, '\n');
}

/* at: where each letter begins in the text, or NULL. */
static void
read_letters(const struct nb_copy_document *d, const struct nb_outline *o,
    struct nb_arena *a, GArray *letter, GArray *at)
{
	const struct nb_letters_style style = { &o->copy.phrase, &d->own,
		false };
	const struct nb_str text =
	    d->traditional ? nb_hant_fold(a, d->text) : d->text;

	for (size_t begin = 0; begin < text.n;) {
		const size_t end = nb_str_find(text, NB_S("\n"), begin);
		const guint old = at == NULL ? 0 : at->len;

		nb_letters_add(
		    &style, nb_str_sub(text, begin, end - begin), letter, at);
		for (guint i = old; at != NULL && i < at->len; i++)
			g_array_index(at, uint32_t, i) += (uint32_t)begin;
		begin = end + 1;
	}
}

static void
keep_lines(struct nb_arena *a, const GArray *line, struct nb_copy_document *d)
{
	struct nb_copy_line *kept = nb_new_n(a, struct nb_copy_line, line->len);

	for (guint i = 0; i < line->len; i++)
		kept[i] = g_array_index(line, struct nb_copy_line, i);
	d->line = kept;
	d->n_lines = line->len;
}

static struct nb_words
keep_words(struct nb_arena *a, const struct nb_words *w)
{
	struct nb_str *word = nb_new_n(a, struct nb_str, w->n);

	for (uint32_t i = 0; i < w->n; i++)
		word[i] = nb_arena_str(a, w->word[i]);
	return (struct nb_words){ .word = word, .n = w->n };
}

/* The name of the organ, what is above it, and both together. */
static struct nb_words
own_words(struct nb_arena *a, const struct nb_report *r,
    const struct nb_outline *o, struct nb_arena *keep)
{
	const struct nb_own_names own = nb_own_names_find(a, r, &o->organ);
	struct nb_str *word =
	    nb_new_n(a, struct nb_str, own.name.n + own.above.n);
	struct nb_words all = { .word = word, .n = own.name.n + own.above.n };

	for (uint32_t i = 0; i < own.name.n; i++)
		word[i] = own.name.word[i];
	for (uint32_t i = 0; i < own.above.n; i++)
		word[own.name.n + i] = own.above.word[i];
	return keep_words(keep, &all);
}

void
nb_copy_document_read(struct nb_arena *a, struct nb_str name,
    const struct nb_report *r, const struct nb_outline *o,
    struct nb_copy_document *ret)
{
	g_autoptr(GString) text = g_string_new(NULL);
	g_autoptr(GArray) line =
	    g_array_new(FALSE, FALSE, sizeof(struct nb_copy_line));
	GArray *letter = g_array_new(FALSE, FALSE, sizeof(uint16_t));
	struct reading rd = { nb_arena_new(), text, line };

	nb_walk_report(r, read_prose, &rd);
	*ret = (struct nb_copy_document){
		.name = nb_arena_str(a, name),
		.text =
		    nb_arena_str(a, (struct nb_str){ text->str, text->len }),
		.traditional = r->script == NB_SCRIPT_TRADITIONAL,
		.own = own_words(rd.arena, r, o, a),
	};
	keep_lines(a, line, ret);
	read_letters(ret, o, rd.arena, letter, NULL);
	ret->n = letter->len;
	for (guint i = 0; i < letter->len; i++)
		ret->han +=
		    nb_letter_counts(g_array_index(letter, uint16_t, i));
	ret->letter = (uint16_t *)(void *)g_array_free(letter, FALSE);
	nb_arena_free(rd.arena);
}

static uint32_t
line_at(const struct nb_copy_document *d, uint32_t at)
{
	uint32_t line = 0;

	for (uint32_t i = 0; i < d->n_lines && d->line[i].at <= at; i++)
		line = d->line[i].line;
	return line;
}

struct nb_str
nb_copy_document_text(const struct nb_copy_document *d,
    const struct nb_outline *o, struct nb_arena *a, uint32_t begin,
    uint32_t end, uint32_t *ret_first_line, uint32_t *ret_last_line)
{
	g_autoptr(GArray) letter = g_array_new(FALSE, FALSE, sizeof(uint16_t));
	g_autoptr(GArray) at = g_array_new(FALSE, FALSE, sizeof(uint32_t));
	uint32_t from, last, to;

	read_letters(d, o, a, letter, at);
	nb_assert(begin < end && end <= at->len);
	from = g_array_index(at, uint32_t, begin);
	last = g_array_index(at, uint32_t, end - 1);
	to = end < at->len ? g_array_index(at, uint32_t, end)
			   : (uint32_t)d->text.n;
	*ret_first_line = line_at(d, from);
	*ret_last_line = line_at(d, last);
	return nb_str_sub(d->text, from, to - from);
}
