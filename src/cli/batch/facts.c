#include "cli/batch/facts.h"

#include "base/arena.h"
#include "cli/target.h"
#include "model/archive.h"
#include "model/keys.h"
#include "model/report.h"

#include <string.h>

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
	ret->year = own(nb_archive_years(a, report));
	ret->kind = g_strdup(nb_kinds[report->kind].word);
	ret->archive = own(nb_archive_code(a, report));
}

/* The last name of a path without its suffix. */
static struct nb_str
stem_of(const char *path)
{
	const char *slash = strrchr(path, '/');
	const char *base = slash != NULL ? slash + 1 : path;

	return (struct nb_str){ base, nb_target_stem(base) };
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
	w.word[NB_NAME_YEAR] = nb_archive_years(a, report);
	w.word[NB_NAME_ORGAN] = report->organ.text;
	w.word[NB_NAME_KIND] = nb_str_z(nb_kinds[report->kind].word);
	w.word[NB_NAME_TITLE] = report->title.text;
	w.word[NB_NAME_ARCHIVE] = nb_archive_code(a, report);
	return w;
}
