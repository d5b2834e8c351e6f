/*
 * A charstring is numbers and operators.  What draws is copied as it stands,
 * from one hint or call to the next.  To replace a call, the last number has to
 * be known, as it names the subroutine; to leave out hints, how many numbers
 * wait, as their count tells how long a mask is, and whether the first of all
 * is the glyph's width, which stays.
 */
#include "output/pdf/type2.h"

#include <string.h>

enum { LOCAL, GLOBAL };

enum { ENDCHAR = 14, HINTMASK = 19, CNTRMASK };

/* Limits of the standard; of STEMS and STEPS our own. */
enum {
	NESTING = 10,
	OPERANDS = 48 + 1, /* a width may wait longer */
	STEMS = 192,
	LONGEST = 65535, /* [byte] */
	STEPS = 1 << 17, /* operators of a glyph */
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
	[HINTMASK] = MASK,
	[CNTRMASK] = MASK,
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
	GByteArray *to;
	const uint8_t *from; /* what is not yet copied begins here, and ends
				where the rest begins */
	guint args;          /* where the numbers that wait begin in `to` */
	unsigned width;      /* of these, 1 when the first is the width */
	unsigned stems;
	const uint8_t *mask; /* the next of the glyph that may be one */
	bool simple;         /* no calls, no accented letters */
	bool begun;          /* a width cannot come any more */
	bool ended;
};

/* How many bytes a number has by its first; 0: it is none. */
static unsigned
length_of(uint8_t b)
{
	if (b >= 32)
		return b <= 246 ? 1 : b < 255 ? 2 : 5;
	return b == 28 ? 3 : 0;
}

/* What is copied, and what will be. */
static guint
length(const struct walk *w)
{
	return w->to->len + (guint)(w->rest[w->depth].p - w->from);
}

static void
flush(struct walk *w)
{
	const uint8_t *end = w->rest[w->depth].p;

	g_byte_array_append(w->to, w->from, (guint)(end - w->from));
	w->from = end;
}

/* The string under way goes on n bytes later. */
static bool
skip(struct walk *w, size_t n)
{
	struct nb_bytes *s = &w->rest[w->depth];

	if (n > s->n)
		return false;
	s->p += n;
	s->n -= n;
	return true;
}

/* The same, and these bytes are not copied; all before them are. */
static bool
leave_out(struct walk *w, size_t n)
{
	if (!skip(w, n))
		return false;
	w->from = w->rest[w->depth].p;
	return true;
}

/* An operator of n bytes, which uses up the numbers. */
static bool
draw(struct walk *w, size_t n)
{
	if (!skip(w, n))
		return false;
	w->begun = true;
	w->width = 0;
	w->args = length(w);
	return true;
}

/* The first byte of s that may be the operator of a mask, else its end. */
static const uint8_t *
find_mask(struct nb_bytes s)
{
	const uint8_t *found = memchr(s.p, HINTMASK, s.n);

	if (found != NULL)
		s.n = (size_t)(found - s.p);
	found = memchr(s.p, CNTRMASK, s.n);
	return found != NULL ? found : s.p + s.n;
}

/*
 * Most glyphs have hints only in front.  What can have no more of them, nor
 * anything else that matters, need not be read.
 */
static bool
draws_to_its_end(struct walk *w)
{
	const struct nb_bytes s = w->rest[w->depth];

	if (!w->simple)
		return false;
	if (w->mask == NULL || w->mask < s.p)
		w->mask = find_mask(s);
	return w->mask == s.p + s.n;
}

static bool
pass_numbers(struct walk *w)
{
	struct nb_bytes *s = &w->rest[w->depth];
	const uint8_t *p = s->p, *end;

	if (s->n == 0) /* then p may be NULL */
		return false;
	end = p + s->n;
	while (p < end) {
		const uint8_t b = *p;

		if (b >= 32 && b <= 246) { /* most are; so it is foreseen */
			p++;
			continue;
		}
		if (length_of(b) == 0)
			break;
		if (length_of(b) > (size_t)(end - p))
			return false;
		p += length_of(b);
	}
	*s = (struct nb_bytes){ p, (size_t)(end - p) };
	return p < end;
}

/* Stands then at an operator that does not only draw: in the end, the last. */
static bool
pass_drawing(struct walk *w)
{
	const struct nb_bytes *s = &w->rest[w->depth];

	while (pass_numbers(w)) {
		if (kind_of[s->p[0]] != DRAW)
			return true;
		draw(w, draws_to_its_end(w) ? MAX(s->n - 1, 1) : 1);
	}
	return false;
}

/*
 * How many numbers wait, and where the last of them begins in `to`; more than
 * OPERANDS are too many.
 */
static unsigned
count_numbers(struct walk *w, guint *last)
{
	unsigned n = 0;

	flush(w);
	for (guint at = w->args; at < w->to->len && n <= OPERANDS; n++) {
		*last = at;
		at += length_of(w->to->data[at]);
	}
	return n;
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
	struct nb_bytes *s = &w->rest[w->depth + 1];
	guint at = 0;
	const unsigned n = count_numbers(w, &at);
	int64_t i;

	if (n <= w->width || n > OPERANDS || w->depth == NESTING)
		return false;
	i = (int64_t)value_of(
		(struct nb_bytes){ w->to->data + at, w->to->len - at }) +
	    bias;
	g_byte_array_set_size(w->to, at);
	if (!leave_out(w, 1) || i < 0 || i >= subrs->n ||
	    !nb_cff_index_get(subrs, (uint32_t)i, s))
		return false;
	w->depth++;
	w->from = s->p;
	return true;
}

static bool
go_back(struct walk *w)
{
	if (w->depth == 0)
		return false;
	flush(w);
	w->depth--;
	w->from = w->rest[w->depth].p;
	return true;
}

/* A hint goes, with its numbers and its mask; a width before them stays. */
static bool
leave_out_hint(struct walk *w, bool masked)
{
	guint end = w->args, last;
	const unsigned n = count_numbers(w, &last);
	size_t size = 1;

	if (!w->begun)
		w->width = n % 2;
	w->begun = true;
	w->stems += (n - w->width) / 2;
	if (n > OPERANDS || w->stems > STEMS)
		return false;
	if (w->width != 0)
		end += length_of(w->to->data[end]);
	g_byte_array_set_size(w->to, end);
	if (masked)
		size += (w->stems + 7) / 8;
	return leave_out(w, size);
}

static bool
end(struct walk *w)
{
	guint last;

	w->ended = true;
	return count_numbers(w, &last) < 4 && draw(w, 1);
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
	case DRAW: /* was passed */
		break;
	case STEM:
	case MASK:
		return leave_out_hint(w, kind == MASK);
	case CALL_LOCAL:
		return call(w, LOCAL);
	case CALL_GLOBAL:
		return call(w, GLOBAL);
	case RETURN:
		return go_back(w);
	case END:
		return end(w);
	case ESCAPE:
		return escape(w);
	}
	return false;
}

static bool
run(struct walk *w)
{
	const guint limit = w->to->len + LONGEST;

	for (unsigned i = 0; i < STEPS && !w->ended; i++) {
		if (!pass_drawing(w) ||
		    !operate(w, kind_of[w->rest[w->depth].p[0]]) ||
		    length(w) > limit)
			return false;
	}
	flush(w);
	return w->ended;
}

bool
nb_type2_plain(struct nb_bytes charstring, const struct nb_cff_index *local,
    const struct nb_cff_index *global, bool cid, GByteArray *to)
{
	struct walk w;

	w.subrs[LOCAL] = local;
	w.subrs[GLOBAL] = global;
	w.rest[0] = charstring;
	w.from = charstring.p;
	w.to = to;
	w.args = to->len;
	w.depth = w.width = w.stems = 0;
	w.begun = w.ended = false;
	w.mask = NULL;
	w.simple = cid && local->n == 0 && global->n == 0;
	return run(&w);
}
