#include "output/pdf/sfnt_file.h"

#include <string.h>

/* The file's header, and a row of its directory: tag, sum, offset, length. */
enum { HEADER = 12, ROW = 16, ROW_SUM = 4, ROW_OFFSET = 8, ROW_LENGTH = 12 };

/* In 'head' is what makes the sum of the whole file this. */
#define HEAD HB_TAG('h', 'e', 'a', 'd')
#define WHOLE_SUM 0xB1B0AFBA
enum { HEAD_SUM = 8 };

static struct nb_bytes
bytes_of(const struct nb_sfnt_file *f)
{
	return (struct nb_bytes){ f->out->data, f->out->len };
}

void
nb_sfnt_file_begin(struct nb_sfnt_file *f, unsigned size)
{
	unsigned log = 0, power;

	while (2u << log <= size)
		log++;
	power = (unsigned)ROW << log;
	f->n = 0;
	f->size = size;
	nb_bytes_add(f->out, 0x00010000, 4);
	nb_bytes_add(f->out, size, 2);
	nb_bytes_add(f->out, power, 2);
	nb_bytes_add(f->out, log, 2);
	nb_bytes_add(f->out, ROW * size - power, 2);
	for (unsigned i = 0; i < size * ROW; i++)
		nb_bytes_add(f->out, 0, 1);
}

/* The length of a table is known when the next one begins. */
static void
end_table(struct nb_sfnt_file *f)
{
	const size_t row = HEADER + (f->n - 1) * (size_t)ROW;
	const uint32_t from = nb_bytes_get(bytes_of(f), row + ROW_OFFSET, 4);

	nb_bytes_set(f->out, row + ROW_LENGTH, f->out->len - from, 4);
	nb_bytes_pad(f->out, 4);
}

void
nb_sfnt_file_table(struct nb_sfnt_file *f, hb_tag_t tag)
{
	const size_t row = HEADER + f->n * (size_t)ROW;

	nb_assert(f->n < f->size);
	if (f->n > 0)
		end_table(f);
	nb_bytes_set(f->out, row, tag, 4);
	nb_bytes_set(f->out, row + ROW_OFFSET, f->out->len, 4);
	f->n++;
}

/* Of big-endian words; what is less than a word at the end is not counted. */
static uint32_t
sum_of(const GByteArray *out, size_t from, size_t to)
{
	uint32_t sum = 0, word;

	for (; from + sizeof(word) <= to; from += sizeof(word)) {
		memcpy(&word, out->data + from, sizeof(word));
		sum += GUINT32_FROM_BE(word);
	}
	return sum;
}

/* Tables lie side by side, so each ends where the next one begins. */
void
nb_sfnt_file_end(struct nb_sfnt_file *f)
{
	size_t head = 0, to;
	uint32_t all = 0;

	nb_assert(f->n == f->size && f->n > 0);
	end_table(f);
	to = f->out->len;
	for (unsigned i = f->n; i > 0; i--) {
		const size_t row = HEADER + (i - 1) * (size_t)ROW;
		const uint32_t from =
		    nb_bytes_get(bytes_of(f), row + ROW_OFFSET, 4);
		uint32_t sum;

		if (nb_bytes_get(bytes_of(f), row, 4) == HEAD) {
			head = from;
			nb_bytes_set(f->out, head + HEAD_SUM, 0, 4);
		}
		sum = sum_of(f->out, from, to);
		nb_bytes_set(f->out, row + ROW_SUM, sum, 4);
		all += sum;
		to = from;
	}
	nb_assert(head != 0);
	all += sum_of(f->out, 0, to);
	nb_bytes_set(f->out, head + HEAD_SUM, WHOLE_SUM - all, 4);
}
