#include "layout/sentence.h"

#include "base/arena.h"

#include <string.h>

enum { FIRST = 8 }; /* pieces there is room for at first */

struct nb_sentence
nb_sentence_new(struct nb_arena *a, struct nb_hand hand)
{
	return (struct nb_sentence){ .arena = a, .hand = hand };
}

void
nb_sentence_in(struct nb_sentence *s, struct nb_hand hand)
{
	s->hand = hand;
}

static void
add_piece(struct nb_sentence *s, struct nb_piece piece)
{
	if (piece.text.n == 0)
		return;
	if (s->n == s->size) {
		const uint32_t size = s->size == 0 ? FIRST : s->size * 2;
		struct nb_piece *more =
		    nb_new_n(s->arena, struct nb_piece, size);

		if (s->n > 0)
			memcpy(more, s->piece, s->n * sizeof(*more));
		s->piece = more;
		s->size = size;
	}
	s->piece[s->n++] = piece;
}

static void
add(struct nb_sentence *s, struct nb_str text, const struct nb_prose *from)
{
	add_piece(s, (struct nb_piece){ text, s->hand, from });
}

void
nb_sentence_pieces(
    struct nb_sentence *s, const struct nb_piece *piece, uint32_t n)
{
	for (uint32_t i = 0; i < n; i++)
		add_piece(s, piece[i]);
}

void
nb_sentence_prose(struct nb_sentence *s, const struct nb_prose *p)
{
	add(s, p->text, p);
}

/* Marks a clause may end with where ours follows. */
static bool
ends_clause(uint32_t c)
{
	return c == 0x3002 || c == 0xFF1B || c == 0xFF1A || c == 0xFF0C;
}

void
nb_sentence_clause(struct nb_sentence *s, const struct nb_prose *p)
{
	struct nb_str text = p->text;
	size_t end = text.n;

	if (end > 0 && ends_clause(nb_utf8_prev(text, &end)))
		text.n = end;
	add(s, text, p);
}

void
nb_sentence_words(struct nb_sentence *s, struct nb_str words)
{
	add(s, words, NULL);
}

void
nb_sentence_stop(struct nb_sentence *s, struct nb_str mark)
{
	uint32_t last = 0;

	if (s->n > 0)
		last = nb_str_last(s->piece[s->n - 1].text);
	if (!ends_clause(last) && last != 0xFF01 && last != 0xFF1F)
		add(s, mark, NULL);
}
