/*
 * A block has its codes in front.  Only their lengths are written: codes of a
 * length follow each other in the order of what they stand for.
 */
#include "output/pdf/huffman.h"

#include "base/base.h"

#include <libdeflate.h>
#include <stdlib.h>
#include <string.h>

enum {
	END = 256, /* of a block */
	SYMBOLS,   /* bytes, and the end */
	DISTANCES = 2,
	LENGTHS = SYMBOLS + DISTANCES,
	LONGEST = 14, /* code of a byte [bit]: four fit in at once */
	ORDERS = 19,  /* codes of lengths */
	LONGEST_ORDER = 7,
	MOST_HEADER = 3 + 14 + 3 * ORDERS + LONGEST_ORDER * LENGTHS, /* [bit] */
	SPARE = 16, /* bytes that may be written too many */
};

struct code {
	uint32_t bits; /* the first is the lowest */
	uint32_t n;
};

/* Bits on their way to memory that is there. */
struct bits {
	uint8_t *at;
	uint64_t waiting;
	unsigned n; /* < 8 between two calls */
};

static inline void
add(struct bits *b, uint64_t bits, unsigned n)
{
	b->waiting |= bits << b->n;
	b->n += n;
}

static inline void
flush(struct bits *b)
{
	const uint64_t bytes = GUINT64_TO_LE(b->waiting);

	memcpy(b->at, &bytes, sizeof(bytes));
	b->at += b->n / 8;
	b->waiting >>= b->n & ~7U;
	b->n &= 7;
}

static void
put(struct bits *b, struct code code)
{
	add(b, code.bits, code.n);
	flush(b);
}

/* A symbol that occurs, or two trees made one. */
struct node {
	uint32_t weight;
	uint16_t symbol, parent;
	unsigned depth;
};

static int
by_weight(const void *a, const void *b)
{
	const struct node *x = a, *y = b;

	if (x->weight != y->weight)
		return x->weight < y->weight ? -1 : 1;
	return x->symbol < y->symbol ? -1 : x->symbol > y->symbol;
}

/* The lighter of what comes next of the leaves and of the trees. */
static unsigned
lightest(const struct node *node, unsigned *leaf, unsigned n, unsigned *tree,
    unsigned n_trees)
{
	if (*leaf < n &&
	    (*tree == n_trees || node[*leaf].weight <= node[*tree].weight))
		return (*leaf)++;
	return (*tree)++;
}

/* node[0 .. n) are leaves, the lightest first; the greatest depth. */
static unsigned
grow(struct node *node, unsigned n)
{
	unsigned leaf = 0, tree = n, root = 2 * n - 2, deepest = 0;

	for (unsigned i = n; i <= root; i++) {
		const unsigned a = lightest(node, &leaf, n, &tree, i);
		const unsigned b = lightest(node, &leaf, n, &tree, i);

		node[i].weight = node[a].weight + node[b].weight;
		node[a].parent = node[b].parent = (uint16_t)i;
	}
	node[root].depth = 0;
	for (unsigned i = root; i-- > 0;) {
		node[i].depth = node[node[i].parent].depth + 1;
		deepest = MAX(deepest, node[i].depth);
	}
	return deepest;
}

/* Where a code gets too long, what is rare is taken to be less so. */
static void
set_lengths(
    const uint32_t *count, unsigned n, unsigned longest, struct code *code)
{
	struct node node[2 * SYMBOLS];
	unsigned used = 0;

	for (unsigned i = 0; i < n; i++) {
		code[i] = (struct code){ 0 };
		if (count[i] != 0)
			node[used++] =
			    (struct node){ count[i], (uint16_t)i, 0, 0 };
	}
	nb_assert(used >= 2);
	qsort(node, used, sizeof(*node), by_weight);
	while (grow(node, used) > longest)
		for (unsigned i = 0; i < used; i++)
			node[i].weight = node[i].weight / 2 + 1;
	for (unsigned i = 0; i < used; i++)
		code[node[i].symbol].n = node[i].depth;
}

static uint32_t
reversed(unsigned x, unsigned n)
{
	uint32_t to = 0;

	for (; n > 0; n--, x >>= 1)
		to = to << 1 | (x & 1);
	return to;
}

static void
make_codes(
    const uint32_t *count, unsigned n, unsigned longest, struct code *code)
{
	unsigned next[LONGEST + 2] = { 0 }; /* of each length */

	set_lengths(count, n, longest, code);
	for (unsigned i = 0; i < n; i++)
		next[code[i].n + 1]++;
	next[0] = next[1] = 0; /* without a code */
	for (unsigned length = 1; length <= longest; length++)
		next[length + 1] = (next[length] + next[length + 1]) << 1;
	for (unsigned i = 0; i < n; i++)
		code[i].bits = reversed(next[code[i].n]++, code[i].n);
}

/* Four rows of counters, as a byte often follows its like. */
static void
count_bytes(const uint8_t *bytes, size_t n, uint32_t count[SYMBOLS])
{
	uint32_t row[4][END] = { { 0 } };
	size_t i = 0;

	for (; i + 4 <= n; i += 4)
		for (unsigned j = 0; j < 4; j++)
			row[j][bytes[i + j]]++;
	for (; i < n; i++)
		row[0][bytes[i]]++;
	for (unsigned j = 0; j < END; j++)
		count[j] = row[0][j] + row[1][j] + row[2][j] + row[3][j];
	count[END] = 1;
}

/*
 * There are two codes of distances, as many readers ask for some; no distance
 * is in the stream.
 */
static void
put_header(struct bits *b, const struct code *code, bool last)
{
	static const uint8_t order[ORDERS] = { 16, 17, 18, 0, 8, 7, 9, 6, 10, 5,
		11, 4, 12, 3, 13, 2, 14, 1, 15 };
	uint32_t count[ORDERS] = { 0 };
	struct code of_length[ORDERS];

	count[1] = DISTANCES;
	for (unsigned i = 0; i < SYMBOLS; i++)
		count[code[i].n]++;
	make_codes(count, ORDERS, LONGEST_ORDER, of_length);
	put(b, (struct code){ last ? 5 : 4, 3 });
	put(b, (struct code){ SYMBOLS - 257, 5 });
	put(b, (struct code){ DISTANCES - 1, 5 });
	put(b, (struct code){ ORDERS - 4, 4 });
	for (unsigned i = 0; i < ORDERS; i++)
		put(b, (struct code){ of_length[order[i]].n, 3 });
	for (unsigned i = 0; i < LENGTHS; i++)
		put(b, of_length[i < SYMBOLS ? code[i].n : 1]);
}

/* Two bytes' codes as one. */
static inline struct code
pair(const struct code *code, const uint8_t *bytes)
{
	const struct code a = code[bytes[0]], b = code[bytes[1]];

	return (struct code){ a.bits | b.bits << a.n, a.n + b.n };
}

static void
put_bytes(
    struct bits *to, const uint8_t *bytes, size_t n, const struct code *code)
{
	struct bits b = *to; /* which nothing else points to */
	size_t i = 0;

	for (; i + 4 <= n; i += 4) {
		const struct code first = pair(code, bytes + i);
		const struct code second = pair(code, bytes + i + 2);

		add(&b, first.bits | (uint64_t)second.bits << first.n,
		    first.n + second.n);
		flush(&b);
	}
	for (; i < n; i++)
		put(&b, code[bytes[i]]);
	*to = b;
}

/* A block in the memory behind `to`. */
static void
append_block(
    GString *to, struct bits *b, const uint8_t *bytes, size_t n, bool last)
{
	uint32_t count[SYMBOLS];
	struct code code[SYMBOLS];
	const gsize from = to->len;
	size_t size = MOST_HEADER;

	count_bytes(bytes, n, count);
	count[0] += count[0] == 0; /* one code is none */
	make_codes(count, SYMBOLS, LONGEST, code);
	for (unsigned i = 0; i < SYMBOLS; i++)
		size += (size_t)count[i] * code[i].n;
	g_string_set_size(to, from + size / 8 + SPARE);
	b->at = (uint8_t *)to->str + from;
	put_header(b, code, last);
	put_bytes(b, bytes, n, code);
	put(b, code[END]);
	g_string_set_size(to, (gsize)(b->at - (uint8_t *)to->str));
}

void
nb_huffman_put(GString *to, const uint8_t *bytes, size_t n, size_t head)
{
	const uint32_t sum = GUINT32_TO_BE(libdeflate_adler32(1, bytes, n));
	struct bits b = { 0 };

	nb_assert(head <= n && n <= UINT32_MAX);
	g_string_append_len(to, "\x78\x01", 2);
	if (head > 0 && head < n)
		append_block(to, &b, bytes, head, false);
	else
		head = 0;
	append_block(to, &b, bytes + head, n - head, true);
	if (b.n > 0)
		g_string_append_c(to, (char)b.waiting);
	g_string_append_len(to, (const char *)&sum, sizeof(sum));
}
