#include "output/pdf/bytes.h"

static void
put(uint8_t *p, uint32_t x, unsigned n)
{
	for (unsigned i = n; i > 0; i--) {
		p[i - 1] = (uint8_t)x;
		x >>= 8;
	}
}

void
nb_bytes_add(GByteArray *to, uint32_t x, unsigned n)
{
	uint8_t bytes[4];

	nb_assert(n <= sizeof(bytes));
	put(bytes, x, n);
	g_byte_array_append(to, bytes, n);
}

void
nb_bytes_set(GByteArray *to, size_t at, uint32_t x, unsigned n)
{
	nb_assert(at <= to->len && n <= to->len - at);
	put(to->data + at, x, n);
}

void
nb_bytes_copy(GByteArray *to, struct nb_bytes b)
{
	if (b.n > 0)
		g_byte_array_append(to, b.p, (guint)b.n);
}

void
nb_bytes_pad(GByteArray *to, unsigned n)
{
	while (to->len % n != 0)
		nb_bytes_add(to, 0, 1);
}
