#include "output/pdf/cff.h"

/* Of strings, that many are known to every reader and not in the table. */
enum { STANDARD_STRINGS = 391 };

bool
nb_cff_index_read(struct nb_bytes cff, size_t at, struct nb_cff_index *ret)
{
	struct nb_bytes head;
	size_t data;

	*ret = (struct nb_cff_index){ .end = at + 2 };
	if (!nb_bytes_sub(cff, at, 2, &head))
		return false;
	ret->n = nb_bytes_get(head, 0, 2);
	if (ret->n == 0)
		return true;
	ret->size = nb_bytes_get(cff, at + 2, 1);
	if (ret->size < 1 || ret->size > 4 ||
	    !nb_bytes_sub(
		cff, at + 3, ((size_t)ret->n + 1) * ret->size, &ret->offset))
		return false;
	data = at + 3 + ret->offset.n;
	ret->end = data - 1 +
	    nb_bytes_get(ret->offset, (size_t)ret->n * ret->size, ret->size);
	return ret->end >= data &&
	    nb_bytes_sub(cff, data, ret->end - data, &ret->data);
}

bool
nb_cff_index_get(
    const struct nb_cff_index *index, uint32_t i, struct nb_bytes *ret)
{
	const size_t at = (size_t)i * index->size;
	const uint32_t from = nb_bytes_get(index->offset, at, index->size);
	const uint32_t to =
	    nb_bytes_get(index->offset, at + index->size, index->size);

	*ret = (struct nb_bytes){ 0 };
	return i < index->n && from >= 1 && to >= from &&
	    nb_bytes_sub(index->data, from - 1, to - from, ret);
}

/* Steps over a real number, which ends with a half byte of 15. */
static bool
skip_real(struct nb_bytes dict, size_t *at)
{
	while (*at < dict.n) {
		const uint8_t b = dict.p[(*at)++];

		if ((b & 15) == 15 || b >> 4 == 15)
			return true;
	}
	return false;
}

/* Steps over the value that begins with b, before *at. */
static bool
read_value(struct nb_bytes dict, size_t *at, unsigned b, int32_t *ret)
{
	const unsigned n = b == 28 ? 2 : b == 29 ? 4 : b >= 247 ? 1 : 0;
	const int32_t x = (int32_t)nb_bytes_get(dict, *at, n);

	*ret = -1;
	if (b == 30)
		return skip_real(dict, at);
	if (b == 31 || b == 255 || n > dict.n - *at)
		return false;
	*at += n;
	if (b == 28)
		*ret = (int16_t)x;
	else if (b == 29)
		*ret = x;
	else if (b <= 246)
		*ret = (int32_t)b - 139;
	else if (b <= 250)
		*ret = ((int32_t)b - 247) * 256 + x + 108;
	else
		*ret = -((int32_t)b - 251) * 256 - x - 108;
	return true;
}

bool
nb_cff_dict_next(struct nb_bytes dict, size_t *at, struct nb_cff_entry *ret)
{
	const size_t from = *at;
	int32_t value;

	*ret = (struct nb_cff_entry){ .value = { -1, -1 } };
	while (*at < dict.n) {
		const unsigned b = dict.p[(*at)++];

		if (b < 22) {
			ret->key = b;
			if (b == NB_CFF_ESCAPE)
				ret->key =
				    b << 8 | nb_bytes_get(dict, (*at)++, 1);
			return nb_bytes_sub(dict, from, *at - from, &ret->raw);
		}
		if (b < 28 || !read_value(dict, at, b, &value))
			return false;
		if (ret->n < NB_COUNT(ret->value))
			ret->value[ret->n] = value;
		ret->n++;
	}
	return false;
}

bool
nb_cff_dict_find(
    struct nb_bytes dict, enum nb_cff_key key, struct nb_cff_entry *ret)
{
	struct nb_cff_entry e;
	bool found = false;
	size_t at = 0;

	*ret = (struct nb_cff_entry){ .value = { -1, -1 } };
	while (at < dict.n && nb_cff_dict_next(dict, &at, &e)) {
		if (e.key != key)
			continue;
		*ret = e;
		found = true;
	}
	return found;
}

static bool
is_whole(struct nb_bytes dict)
{
	struct nb_cff_entry e;

	for (size_t at = 0; at < dict.n;)
		if (!nb_cff_dict_next(dict, &at, &e))
			return false;
	return true;
}

/* The place that a key is for, which is never the beginning of the table. */
static bool
find_place(struct nb_bytes dict, enum nb_cff_key key, size_t *ret)
{
	struct nb_cff_entry e;

	*ret = 0;
	if (!nb_cff_dict_find(dict, key, &e) || e.n != 1 || e.value[0] <= 0)
		return false;
	*ret = (size_t)e.value[0];
	return true;
}

/* An INDEX that a DICT says the place of. */
static bool
read_index_of(struct nb_bytes cff, struct nb_bytes dict, enum nb_cff_key key,
    struct nb_cff_index *ret)
{
	size_t at;

	return find_place(dict, key, &at) && nb_cff_index_read(cff, at, ret);
}

static bool
read_fonts(struct nb_cff *cff)
{
	struct nb_cff_entry e;

	cff->n_fonts = 1;
	cff->is_cid = nb_cff_dict_find(cff->top, NB_CFF_ROS, &e);
	if (!cff->is_cid)
		return true;
	if (!find_place(cff->top, NB_CFF_FD_SELECT, &cff->fd_select) ||
	    !read_index_of(cff->all, cff->top, NB_CFF_FD_ARRAY, &cff->fonts))
		return false;
	cff->n_fonts = cff->fonts.n;
	return true;
}

/* Whether the value of a key is x, or the key is not there. */
static bool
is_or_absent(struct nb_bytes dict, enum nb_cff_key key, int32_t x)
{
	struct nb_cff_entry e;

	return !nb_cff_dict_find(dict, key, &e) || e.value[0] == x;
}

bool
nb_cff_read(struct nb_bytes cff, struct nb_cff *ret)
{
	struct nb_cff_index names, tops;

	*ret = (struct nb_cff){ .all = cff };
	return nb_bytes_get(cff, 0, 1) == 1 &&
	    nb_cff_index_read(cff, nb_bytes_get(cff, 2, 1), &names) &&
	    nb_cff_index_get(&names, 0, &ret->name) &&
	    nb_cff_index_read(cff, names.end, &tops) &&
	    nb_cff_index_get(&tops, 0, &ret->top) &&
	    nb_cff_index_read(cff, tops.end, &ret->strings) &&
	    nb_cff_index_read(cff, ret->strings.end, &ret->subrs) &&
	    is_whole(ret->top) &&
	    is_or_absent(ret->top, NB_CFF_CHARSTRING_TYPE, 2) &&
	    is_or_absent(ret->top, NB_CFF_PAINT_TYPE, 0) &&
	    read_index_of(cff, ret->top, NB_CFF_CHARSTRINGS, &ret->glyphs) &&
	    read_fonts(ret);
}

/* Of ranges {first glyph, font}, in order, the last that begins before gid. */
static uint32_t
font_of_range(struct nb_bytes cff, size_t at, uint32_t gid)
{
	uint32_t low = 0, high = nb_bytes_get(cff, at + 1, 2);

	while (low + 1 < high) {
		const uint32_t middle = low + (high - low) / 2;

		if (nb_bytes_get(cff, at + 3 + 3 * (size_t)middle, 2) <= gid)
			low = middle;
		else
			high = middle;
	}
	return nb_bytes_get(cff, at + 5 + 3 * (size_t)low, 1);
}

uint32_t
nb_cff_font_of(const struct nb_cff *cff, uint32_t gid)
{
	if (!cff->is_cid)
		return 0;
	switch (nb_bytes_get(cff->all, cff->fd_select, 1)) {
	case 0:
		return nb_bytes_get(cff->all, cff->fd_select + 1 + gid, 1);
	case 3:
		return font_of_range(cff->all, cff->fd_select, gid);
	}
	return UINT32_MAX;
}

/* A string that is in the table. */
static struct nb_bytes
string_of(const struct nb_cff *cff, int32_t id)
{
	struct nb_bytes s = { 0 };

	if (id >= STANDARD_STRINGS &&
	    !nb_cff_index_get(
		&cff->strings, (uint32_t)id - STANDARD_STRINGS, &s))
		return (struct nb_bytes){ 0 };
	return s;
}

/* The place of a font's subroutines is counted from its Private DICT. */
static bool
read_private(
    const struct nb_cff *cff, struct nb_bytes dict, struct nb_cff_font *ret)
{
	struct nb_cff_entry e;
	size_t at;

	if (!is_whole(dict) || !nb_cff_dict_find(dict, NB_CFF_PRIVATE, &e) ||
	    e.n != 2 || e.value[0] < 0 || e.value[1] < 0 ||
	    !nb_bytes_sub(
		cff->all, (size_t)e.value[1], (size_t)e.value[0], &ret->own) ||
	    !is_whole(ret->own))
		return false;
	at = (size_t)e.value[1];
	if (!nb_cff_dict_find(ret->own, NB_CFF_SUBRS, &e))
		return true;
	return e.n == 1 && e.value[0] > 0 &&
	    nb_cff_index_read(cff->all, at + (size_t)e.value[0], &ret->subrs);
}

bool
nb_cff_font_read(const struct nb_cff *cff, uint32_t i, struct nb_cff_font *ret)
{
	struct nb_cff_entry e;

	*ret = (struct nb_cff_font){ 0 };
	if (!cff->is_cid)
		return read_private(cff, cff->top, ret);
	if (!nb_cff_index_get(&cff->fonts, i, &ret->dict))
		return false;
	if (nb_cff_dict_find(ret->dict, NB_CFF_FONT_NAME, &e))
		ret->name = string_of(cff, e.value[0]);
	return read_private(cff, ret->dict, ret);
}
