#include "model/archive.h"

#include "base/arena.h"
#include "model/report.h"

struct nb_str
nb_archive_years(struct nb_arena *a, const struct nb_report *r)
{
	if (r->year == 0)
		return NB_S("");
	if (r->last_year == r->year)
		return nb_arena_printf(a, "%d", r->year);
	return nb_arena_printf(a, "%d—%d", r->year, r->last_year);
}

/* The code of a 保管期限; other words stay. */
static struct nb_str
retention_code(struct nb_arena *a, struct nb_str word)
{
	const struct nb_str years = NB_S("年");

	if (nb_str_eq(word, NB_S("永久")))
		return NB_S("Y");
	if (nb_str_ends(word, years))
		return nb_arena_printf(a, "D" NB_FMT,
		    NB_ARG(nb_str_sub(word, 0, word.n - years.n)));
	return word;
}

struct nb_str
nb_archive_code(struct nb_arena *a, const struct nb_report *r)
{
	const struct nb_archive *from = r->archive;
	const struct nb_str none = NB_S("");
	const struct nb_str part[] = {
		from != NULL ? from->fonds.text : none,
		from != NULL ? from->category.text : none,
		nb_archive_years(a, r),
		from != NULL ? retention_code(a, from->retention.text) : none,
		from != NULL ? from->organ_code.text : none,
		from != NULL ? from->item.text : none,
	};
	static const char *const before[] = { "", "-", "·", "-", "-", "-" };
	struct nb_str s = none;

	if (from == NULL)
		return none;
	for (size_t i = 0; i < NB_COUNT(part); i++)
		if (part[i].n > 0)
			s = nb_arena_printf(a, NB_FMT "%s" NB_FMT, NB_ARG(s),
			    s.n > 0 ? before[i] : "", NB_ARG(part[i]));
	return s;
}

bool
nb_archive_is_whole(const struct nb_report *r)
{
	const struct nb_archive *from = r->archive;

	return from != NULL && r->year != 0 && from->fonds.text.n > 0 &&
	    from->category.text.n > 0 && from->retention.text.n > 0 &&
	    from->item.text.n > 0;
}
