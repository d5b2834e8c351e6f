#include "check/ours.h"

#include "base/hant.h"
#include "check/script.h"
#include "check/units.h"

/* “柳溪街道办事处” of “云州市青荷区柳溪街道办事处”. */
static struct nb_str
tail_of(struct nb_str organ)
{
	static const char *const divisions[] = { "区", "县", "市", "旗" };
	size_t from = 0;

	for (size_t i = 0; i < NB_COUNT(divisions); i++) {
		const struct nb_str word = nb_str_z(divisions[i]);
		size_t hit = nb_str_find(organ, word, from);

		for (; hit != SIZE_MAX; hit = nb_str_find(organ, word, from))
			from = hit + word.n;
	}
	return nb_str_from(organ, from);
}

/* “柳溪街道” of “柳溪街道办事处”. */
static struct nb_str
core_of(struct nb_str tail)
{
	static const char *const ends[] = { "办事处", "人民政府" };

	for (size_t i = 0; i < NB_COUNT(ends); i++)
		if (nb_str_ends(tail, nb_str_z(ends[i])))
			tail.n -= nb_str_z(ends[i]).n;
	return tail;
}

static const struct nb_words *
kind_words(const struct nb_report *r, const struct nb_everyone_words *words)
{
	switch (r->level) {
	case NB_LEVEL_STREET:
		return &words->street;
	case NB_LEVEL_TOWN:
		return &words->town;
	case NB_LEVEL_DISTRICT:
	case NB_LEVEL_DEPARTMENT:
		return NULL;
	}
	NB_UNREACHABLE();
}

static bool
names_us(
    struct nb_str tail, struct nb_str list, const struct nb_words *everyone)
{
	enum { LEAST = 6 }; /* of a name [byte] */
	const struct nb_str core = core_of(tail);
	struct nb_unit unit;

	for (size_t at = 0; nb_unit_next(list, &at, &unit);) {
		if (core.n >= LEAST &&
		    (nb_str_ends(unit.name, core) ||
			nb_str_ends(unit.name, tail)))
			return true;
		for (uint32_t i = 0; everyone != NULL && i < everyone->n; i++)
			if (nb_str_starts(unit.name, everyone->word[i]))
				return true;
	}
	return false;
}

bool
nb_task_is_ours(struct nb_arena *a, const struct nb_report *r,
    const struct nb_report *of, const struct nb_task *task,
    const struct nb_everyone_words *words)
{
	const struct nb_str tail = tail_of(nb_hant_fold(a, r->organ.text));
	const struct nb_words *everyone = kind_words(r, words);

	return names_us(tail, nb_script_plain(a, of, task->lead_unit.text),
		   everyone) ||
	    names_us(tail, nb_script_plain(a, of, task->units.text), everyone);
}
