/*
 * A charstring is numbers and operators.  All that has to be known to replace
 * the calls is which number is the last, as that names the subroutine, and
 * how many numbers wait, as their count tells how long a hint mask is.  The
 * numbers that wait are always the end of what was written.
 */
#include "output/pdf/type2.h"

enum { LOCAL, GLOBAL };

enum { ENDCHAR = 14 };

/* Limits of the standard; of STEMS and STEPS our own. */
enum {
	NESTING = 10,
	OPERANDS = 48,
	STEMS = 192,
	LONGEST = 65535,                             /* [byte] */
	STEPS = 1 << 17,                             /* operators of a glyph */
	LONGEST_STEP = OPERANDS * 5 + 1 + STEMS / 8, /* [byte] */
};

enum kind {
	BAD,
	DRAW,
	STEM,
	MASK,
	CALL_LOCAL,
	CALL_GLOBAL,
	RETURN,
	END,
	ESCAPE,
};

static const uint8_t kind_of[32] = {
	[1] = STEM,
	[3] = STEM,
	[4] = DRAW,
	[5] = DRAW,
	[6] = DRAW,
	[7] = DRAW,
	[8] = DRAW,
	[10] = CALL_LOCAL,
	[11] = RETURN,
	[12] = ESCAPE,
	[ENDCHAR] = END,
	[18] = STEM,
	[19] = MASK,
	[20] = MASK,
	[21] = DRAW,
	[22] = DRAW,
	[23] = STEM,
	[24] = DRAW,
	[25] = DRAW,
	[26] = DRAW,
	[27] = DRAW,
	[29] = CALL_GLOBAL,
	[30] = DRAW,
	[31] = DRAW,
};

struct walk {
	const struct nb_cff_index *subrs[2];
	struct nb_bytes rest[NESTING + 1]; /* of each string under way */
	unsigned depth;
	uint8_t *operand[OPERANDS]; /* numbers that wait, in what was written */
	unsigned n;
	unsigned stems;
	uint8_t *out;
	bool ended;
};

/* The string under way goes to the output, n bytes of it. */
static bool
copy(struct walk *w, unsigned n)
{
	struct nb_bytes *s = &w->rest[w->depth];

	if (n > s->n)
		return false;
	for (unsigned i = 0; i < n; i++)
		w->out[i] = s->p[i];
	w->out += n;
	s->p += n;
	s->n -= n;
	return true;
}

static bool
is_number(uint8_t b)
{
	return b >= 32 || b == 28;
}

/* Copies all that follow each other: most of a charstring is numbers. */
static bool
copy_numbers(struct walk *w)
{
	struct nb_bytes s = w->rest[w->depth];
	uint8_t *out = w->out;

	while (s.n > 0 && is_number(s.p[0])) {
		const uint8_t b = s.p[0];
		const unsigned n = b == 255 ? 5 : b == 28 ? 3 : b > 246 ? 2 : 1;

		if (w->n == OPERANDS || n > s.n)
			return false;
		w->operand[w->n++] = out;
		*out++ = b;
		for (unsigned i = 1; i < n; i++)
			*out++ = s.p[i];
		s.p += n;
		s.n -= n;
	}
	w->out = out;
	w->rest[w->depth] = s;
	return true;
}

/* Of a fraction the value does not matter: no subroutine is called so. */
static int32_t
value_of(struct nb_bytes number)
{
	const int32_t b = (int32_t)nb_bytes_get(number, 0, 1);
	const int32_t low = (int32_t)nb_bytes_get(number, 1, 1);

	if (b == 255)
		return INT32_MIN;
	if (b == 28)
		return (int16_t)nb_bytes_get(number, 1, 2);
	if (b <= 246)
		return b - 139;
	return b <= 250 ? (b - 247) * 256 + low + 108
			: (251 - b) * 256 - low - 108;
}

/* The last number goes, and the string it names comes. */
static bool
call(struct walk *w, unsigned which)
{
	const struct nb_cff_index *subrs = w->subrs[which];
	const int32_t bias = subrs->n < 1240 ? 107
	    : subrs->n < 33900               ? 1131
					     : 32768;
	struct nb_bytes *s = &w->rest[w->depth];
	uint8_t *at;
	int64_t i;

	if (w->n == 0 || w->depth == NESTING)
		return false;
	s->p++;
	s->n--;
	at = w->operand[--w->n];
	i = (int64_t)value_of((struct nb_bytes){ at, (size_t)(w->out - at) }) +
	    bias;
	w->out = at;
	w->depth++;
	return i >= 0 && i < subrs->n &&
	    nb_cff_index_get(subrs, (uint32_t)i, &w->rest[w->depth]);
}

/* Copies an operator of n bytes, which uses up the numbers. */
static bool
draw(struct walk *w, unsigned n)
{
	w->n = 0;
	return copy(w, n);
}

/* Numbers before a mask are stems, too. */
static bool
mask(struct walk *w)
{
	w->stems += w->n / 2;
	return w->stems <= STEMS && draw(w, 1 + (w->stems + 7) / 8);
}

/* Of what begins with 12 only flex is usual. */
static bool
escape(struct walk *w)
{
	const uint32_t b = nb_bytes_get(w->rest[w->depth], 1, 1);

	return b >= 34 && b <= 37 && draw(w, 2);
}

static bool
operate(struct walk *w, enum kind kind)
{
	switch (kind) {
	case BAD:
		break;
	case DRAW:
		return draw(w, 1);
	case STEM:
		w->stems += w->n / 2;
		return draw(w, 1);
	case MASK:
		return mask(w);
	case CALL_LOCAL:
		return call(w, LOCAL);
	case CALL_GLOBAL:
		return call(w, GLOBAL);
	case RETURN:
		if (w->depth == 0)
			return false;
		w->depth--;
		return true;
	case END:
		w->ended = true;
		return w->n < 4 && draw(w, 1);
	case ESCAPE:
		return escape(w);
	}
	return false;
}

/* Writes from w->out on, LONGEST_STEP bytes more than LONGEST at most. */
static bool
run(struct walk *w)
{
	const uint8_t *limit = w->out + LONGEST;

	for (unsigned i = 0; i < STEPS && !w->ended; i++) {
		const struct nb_bytes *s = &w->rest[w->depth];

		if (!copy_numbers(w) || s->n == 0 ||
		    !operate(w, kind_of[s->p[0]]) || w->out > limit)
			return false;
	}
	return w->ended;
}

bool
nb_type2_flatten(struct nb_bytes charstring, const struct nb_cff_index *local,
    const struct nb_cff_index *global, GByteArray *to)
{
	const guint from = to->len;
	struct walk w;
	bool good;

	w.subrs[LOCAL] = local;
	w.subrs[GLOBAL] = global;
	w.rest[0] = charstring;
	w.depth = w.n = w.stems = 0;
	w.ended = false;
	g_byte_array_set_size(to, from + LONGEST + LONGEST_STEP);
	w.out = to->data + from;
	good = run(&w);
	g_byte_array_set_size(to, (guint)(w.out - to->data));
	return good;
}

bool
nb_type2_copy(struct nb_bytes charstring, GByteArray *to)
{
	const size_t n = charstring.n;

	nb_bytes_copy(to, charstring);
	return n > 0 && n <= LONGEST && charstring.p[n - 1] == ENDCHAR;
}
