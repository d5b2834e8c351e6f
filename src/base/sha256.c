/*
 * FIPS 180-4 by the instructions that most x86 processors have for it; GLib
 * does it where there are none.
 */
#include "base/sha256.h"

#include <glib.h>

#ifdef __x86_64__
#	include <cpuid.h>
#	include <immintrin.h>

enum { BLOCK = 64, LENGTH = 8 /* at the end of the last block [byte] */ };

static const uint32_t initial[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372,
	0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };

static const uint32_t constant[64] = { 0x428a2f98, 0x71374491, 0xb5c0fbcf,
	0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98,
	0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7,
	0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f,
	0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8,
	0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85,
	0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e,
	0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819,
	0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c,
	0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee,
	0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7,
	0xc67178f2 };

/* SSE4.1 is older than the instructions for SHA. */
static bool
has_instructions(void)
{
	unsigned a, b = 0, c, d;

	return __get_cpuid_count(7, 0, &a, &b, &c, &d) != 0 &&
	    (b & bit_SHA) != 0;
}

/* The state as the instructions want it: words a b e f, and c d g h. */
struct state {
	__m128i abef, cdgh;
};

/* The message's next four words, 64 in all, of the sixteen before them. */
__attribute__((target("sha,sse4.1"))) static __m128i
next_words(const __m128i w[4], unsigned i)
{
	const __m128i last = w[(i + 3) % 4];

	return _mm_sha256msg2_epu32(
	    _mm_add_epi32(_mm_sha256msg1_epu32(w[i % 4], w[(i + 1) % 4]),
		_mm_alignr_epi8(last, w[(i + 2) % 4], 4)),
	    last);
}

__attribute__((target("sha,sse4.1"))) static void
add_block(struct state *to, const unsigned char *block)
{
	const __m128i big_endian =
	    _mm_set_epi64x(0x0c0d0e0f08090a0b, 0x0405060700010203);
	struct state s = *to;
	__m128i w[4];

	for (unsigned i = 0; i < 4; i++)
		w[i] = _mm_shuffle_epi8(
		    _mm_loadu_si128((const void *)(block + 16 * i)),
		    big_endian);
	for (unsigned i = 0; i < 16; i++) {
		const __m128i k = _mm_add_epi32(w[i % 4],
		    _mm_loadu_si128((const void *)(constant + 4 * i)));

		s.cdgh = _mm_sha256rnds2_epu32(s.cdgh, s.abef, k);
		s.abef = _mm_sha256rnds2_epu32(
		    s.abef, s.cdgh, _mm_shuffle_epi32(k, 0x0E));
		w[i % 4] = next_words(w, i);
	}
	to->abef = _mm_add_epi32(to->abef, s.abef);
	to->cdgh = _mm_add_epi32(to->cdgh, s.cdgh);
}

/* What is left of the bytes, a one, zeros, and how many bits there are. */
static size_t
pad(unsigned char last[2 * BLOCK], struct nb_str bytes)
{
	const size_t rest = bytes.n % BLOCK;
	const size_t n = rest + 1 + LENGTH <= BLOCK ? BLOCK : 2 * BLOCK;

	memset(last, 0, n);
	if (rest > 0)
		memcpy(last, bytes.p + bytes.n - rest, rest);
	last[rest] = 0x80;
	for (unsigned i = 0; i < LENGTH; i++)
		last[n - 1 - i] = (unsigned char)(bytes.n * 8 >> 8 * i);
	return n;
}

__attribute__((target("sha,sse4.1"))) static char *
by_instructions(struct nb_str bytes)
{
	const uint32_t *h = initial;
	struct state s = {
		_mm_set_epi32((int)h[0], (int)h[1], (int)h[4], (int)h[5]),
		_mm_set_epi32((int)h[2], (int)h[3], (int)h[6], (int)h[7]),
	};
	unsigned char last[2 * BLOCK];
	const size_t n_last = pad(last, bytes);
	uint32_t abef[4], cdgh[4];

	for (size_t at = 0; at + BLOCK <= bytes.n; at += BLOCK)
		add_block(&s, (const unsigned char *)bytes.p + at);
	for (size_t at = 0; at < n_last; at += BLOCK)
		add_block(&s, last + at);
	_mm_storeu_si128((void *)abef, s.abef);
	_mm_storeu_si128((void *)cdgh, s.cdgh);
	return g_strdup_printf("%08x%08x%08x%08x%08x%08x%08x%08x", abef[3],
	    abef[2], cdgh[3], cdgh[2], abef[1], abef[0], cdgh[1], cdgh[0]);
}
#endif

char *
nb_sha256(struct nb_str bytes)
{
#ifdef __x86_64__
	if (has_instructions())
		return by_instructions(bytes);
#endif
	return g_compute_checksum_for_data(
	    G_CHECKSUM_SHA256, (const guchar *)bytes.p, bytes.n);
}
