#include "model/reference.h"

#include "base/hant.h"

static const char *const suffixes[] = {
	[NB_ASPECT_VALUE] = "",
	[NB_ASPECT_LAST] = ".上年",
	[NB_ASPECT_CHANGE] = ".同比",
	[NB_ASPECT_TARGET] = ".目标",
};

/* What people write for them. */
static const struct {
	const char *word;
	enum nb_aspect aspect;
} others[] = {
	{ "值", NB_ASPECT_VALUE },
	{ "今年", NB_ASPECT_VALUE },
	{ "本年", NB_ASPECT_VALUE },
	{ "去年", NB_ASPECT_LAST },
	{ "同期", NB_ASPECT_LAST },
	{ "上年", NB_ASPECT_LAST },
	{ "上一年", NB_ASPECT_LAST },
	{ "增", NB_ASPECT_CHANGE },
	{ "减", NB_ASPECT_CHANGE },
	{ "比", NB_ASPECT_CHANGE },
	{ "变化", NB_ASPECT_CHANGE },
	{ "目", NB_ASPECT_TARGET },
	{ "标", NB_ASPECT_TARGET },
	{ "计划", NB_ASPECT_TARGET },
	{ "任务", NB_ASPECT_TARGET },
};

/* Begin and end of the last point; false when there is none. */
static bool
find_point(struct nb_str s, size_t *ret_begin, size_t *ret_end)
{
	size_t at = s.n;

	while (at > 0) {
		const size_t end = at;
		const uint32_t c = nb_utf8_prev(s, &at);

		if (c != '.' && c != U'．' && c != U'。')
			continue;
		*ret_begin = at;
		*ret_end = end;
		return true;
	}
	return false;
}

static enum nb_aspect
aspect_of(struct nb_str suffix)
{
	for (size_t i = NB_ASPECT_LAST; i < NB_COUNT(suffixes); i++)
		if (nb_hant_eq(suffix, nb_str_from(nb_str_z(suffixes[i]), 1)))
			return (enum nb_aspect)i;
	return NB_ASPECT_UNKNOWN;
}

struct nb_reference
nb_reference_read(const struct nb_figures *f, struct nb_str text)
{
	struct nb_reference ref = { nb_figures_find(f, text), text, NB_S(""),
		NB_ASPECT_VALUE };
	size_t begin, end;

	if (ref.of != NULL || !find_point(text, &begin, &end))
		return ref;
	ref.name = nb_str_trim(nb_str_sub(text, 0, begin));
	ref.suffix = nb_str_trim(nb_str_from(text, end));
	ref.of = nb_figures_find(f, ref.name);
	ref.aspect = aspect_of(ref.suffix);
	if (ref.of == NULL && ref.aspect == NB_ASPECT_UNKNOWN) {
		/* The point may as well belong to the name. */
		ref.name = text;
		ref.suffix = NB_S("");
		ref.aspect = NB_ASPECT_VALUE;
	}
	return ref;
}

struct nb_str
nb_reference_suffix(enum nb_aspect aspect)
{
	nb_assert(aspect != NB_ASPECT_UNKNOWN);
	return nb_str_z(suffixes[aspect]);
}

enum nb_aspect
nb_reference_nearest(struct nb_str suffix)
{
	for (size_t i = 0; i < NB_COUNT(others); i++) {
		const struct nb_str word = nb_str_z(others[i].word);

		for (size_t at = 0; at < suffix.n;) {
			if (nb_hant_skip(suffix, &at, word))
				return others[i].aspect;
			nb_utf8_next(suffix, &at);
		}
	}
	return NB_ASPECT_UNKNOWN;
}
