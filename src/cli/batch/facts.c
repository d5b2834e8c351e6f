#include "cli/batch/facts.h"

#include "base/arena.h"
#include "model/report.h"
#include "style/lexicon.h"

#include <string.h>

static struct nb_str
year_of(struct nb_arena *a, const struct nb_report *report)
{
	if (report->year == 0)
		return NB_S("");
	if (report->last_year == report->year)
		return nb_arena_printf(a, "%d", report->year);
	return nb_arena_printf(a, "%d—%d", report->year, report->last_year);
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

/* 全宗号-门类·年度-保管期限-机构代码-件号 */
struct nb_str
nb_facts_archive(struct nb_arena *a, const struct nb_report *report)
{
	const struct nb_archive *from = report->archive;
	const struct nb_str none = NB_S("");
	const struct nb_str part[] = {
		from != NULL ? from->fonds.text : none,
		from != NULL ? from->category.text : none,
		year_of(a, report),
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

static char *
own(struct nb_str s)
{
	return s.n > 0 ? g_strndup(s.p, s.n) : NULL;
}

void
nb_facts_record(
    struct nb_arena *a, const struct nb_report *report, struct nb_record *ret)
{
	ret->title = own(report->title.text);
	ret->organ = own(report->organ.text);
	ret->year = own(year_of(a, report));
	ret->kind = g_strdup(nb_lexicon_kinds[report->kind]);
	ret->archive = own(nb_facts_archive(a, report));
}

/* The last name of a path without its suffix. */
static struct nb_str
stem_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash != NULL ? slash + 1 : path;
	const char *dot = strrchr(base, '.');

	return (struct nb_str){ base,
		dot != NULL && dot > base ? (size_t)(dot - base)
					  : strlen(base) };
}

static int
digits_of(uint32_t n)
{
	int digits = 1;

	while (n >= 10) {
		n /= 10;
		digits++;
	}
	return digits;
}

struct nb_name_words
nb_facts_name(struct nb_arena *a, const struct nb_report *report,
    const struct nb_input *in, uint32_t total)
{
	struct nb_name_words w = {
		.word = {
			[NB_NAME_NUMBER] = nb_arena_printf(
			    a, "%0*u", digits_of(total), in->number),
			[NB_NAME_STEM] = stem_of(in->name),
		},
	};

	if (report == NULL)
		return w;
	w.word[NB_NAME_YEAR] = year_of(a, report);
	w.word[NB_NAME_ORGAN] = report->organ.text;
	w.word[NB_NAME_KIND] = nb_str_z(nb_lexicon_kinds[report->kind]);
	w.word[NB_NAME_TITLE] = report->title.text;
	w.word[NB_NAME_ARCHIVE] = nb_facts_archive(a, report);
	return w;
}
