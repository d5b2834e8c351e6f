#include "output/pdf/huffman.h"

#include <libdeflate.h>
#include <string.h>

enum {
	END = 256,    /* of a block */
	SYMBOLS,      /* bytes, and the end */
	LONGEST = 14, /* code of a byte [bit]: four fit in at once */
	SPARE = 16,   /* bytes that may be written too many */
};

struct code {
	uint16_t bits; /* the first is the lowest */
	uint16_t n;
};

#include "output/pdf/huffman.inc"

/* Bits on their way to memory that is there. */
struct way {
	uint8_t *at;
	uint64_t waiting;
	unsigned n; /* < 8 between two calls */
};

static inline void
put(struct way *w, uint64_t bits, unsigned n)
{
	const uint64_t all = w->waiting | bits << w->n;
	const uint64_t bytes = GUINT64_TO_LE(all);

	memcpy(w->at, &bytes, sizeof(bytes));
	n += w->n;
	w->at += n / 8;
	w->waiting = all >> (n & ~7U);
	w->n = n & 7;
}

/* Room for n bytes more. */
static struct way
begin(struct nb_bits *to, size_t n)
{
	const guint from = to->bytes->len;

	g_byte_array_set_size(to->bytes, (guint)(from + n + SPARE));
	return (
	    struct way){ to->bytes->data + from, to->waiting, to->n_waiting };
}

static void
finish(struct nb_bits *to, const struct way *w)
{
	g_byte_array_set_size(to->bytes, (guint)(w->at - to->bytes->data));
	to->waiting = w->waiting;
	to->n_waiting = w->n;
}

struct nb_bits
nb_bits_new(void)
{
	return (struct nb_bits){ .bytes = g_byte_array_new() };
}

void
nb_bits_free(struct nb_bits *to)
{
	g_byte_array_unref(to->bytes);
}

/* Two bytes' codes as one. */
static inline uint64_t
pair(const uint8_t *bytes, unsigned *n)
{
	const struct code a = code_of[bytes[0]], b = code_of[bytes[1]];

	*n = a.n + b.n;
	return a.bits | (uint64_t)b.bits << a.n;
}

void
nb_bits_code(struct nb_bits *to, struct nb_bytes bytes)
{
	struct way w = begin(to, bytes.n * LONGEST / 8);
	size_t i = 0;

	for (; i + 4 <= bytes.n; i += 4) {
		unsigned n, n_more;
		const uint64_t first = pair(bytes.p + i, &n);
		const uint64_t second = pair(bytes.p + i + 2, &n_more);

		put(&w, first | second << n, n + n_more);
	}
	for (; i < bytes.n; i++)
		put(&w, code_of[bytes.p[i]].bits, code_of[bytes.p[i]].n);
	finish(to, &w);
}

/* Eight bytes at once, by the same shift: the bits that wait stay as many. */
static size_t
append_words(struct way *w, const uint8_t *from, size_t n)
{
	uint64_t waiting = w->waiting, word, bytes;
	size_t i = 0;

	for (; i + sizeof(word) <= n; i += sizeof(word)) {
		memcpy(&word, from + i, sizeof(word));
		word = GUINT64_FROM_LE(word);
		bytes = GUINT64_TO_LE(waiting | word << w->n);
		waiting = word >> 1 >> (63 - w->n);
		memcpy(w->at + i, &bytes, sizeof(bytes));
	}
	w->at += i;
	w->waiting = waiting;
	return i;
}

void
nb_bits_append(struct nb_bits *to, const uint8_t *from, size_t n)
{
	struct way w = begin(to, n / 8);
	size_t i = append_words(&w, from, n / 8);

	for (; i < n / 8; i++)
		put(&w, from[i], 8);
	if (n % 8 > 0)
		put(&w, from[i] & ((1U << n % 8) - 1), n % 8);
	finish(to, &w);
}

size_t
nb_bits_end(struct nb_bits *to)
{
	const size_t n = (size_t)to->bytes->len * 8 + to->n_waiting;

	if (to->n_waiting > 0)
		nb_bytes_add(to->bytes, (uint32_t)to->waiting, 1);
	to->waiting = 0;
	to->n_waiting = 0;
	return n;
}

struct nb_bits
nb_huffman_begin(void)
{
	struct nb_bits coded = nb_bits_new();

	nb_bits_append(&coded, header, HEADER);
	return coded;
}

static void
put_end(struct nb_bits *coded)
{
	struct way w = begin(coded, 2);

	put(&w, code_of[END].bits, code_of[END].n);
	finish(coded, &w);
	nb_bits_end(coded);
}

/* Blocks of bytes as they are: their number, its complement, and they. */
static void
add_stored(GByteArray *to, struct nb_bytes bytes, bool last)
{
	size_t at = 0;

	do {
		const uint16_t n = (uint16_t)MIN(bytes.n - at, UINT16_MAX);
		const uint16_t said[] = { GUINT16_TO_LE(n),
			GUINT16_TO_LE((uint16_t)~n) };

		nb_bytes_add(to, last && at + n == bytes.n, 1);
		g_byte_array_append(to, (const guint8 *)said, sizeof(said));
		nb_bytes_copy(to, (struct nb_bytes){ bytes.p + at, n });
		at += n;
	} while (at < bytes.n);
}

GByteArray *
nb_huffman_end(struct nb_bits *coded, struct nb_bytes whole, size_t head)
{
	GByteArray *to = g_byte_array_new();

	nb_assert(head <= whole.n);
	put_end(coded);
	nb_bytes_add(to, 0x7801, 2);
	if (coded->bytes->len > whole.n - head) {
		add_stored(to, whole, true);
	} else {
		add_stored(to, (struct nb_bytes){ whole.p, head }, false);
		nb_bytes_copy(to,
		    (struct nb_bytes){ coded->bytes->data, coded->bytes->len });
	}
	nb_bytes_add(to, libdeflate_adler32(1, whole.p, whole.n), 4);
	return to;
}
