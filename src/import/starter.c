/*
 * import/starter.c - puts what is known into the blanks.
 */
#include "import/starter.h"

#include "base/arena.h"
#include "source/write.h"

#include <glib.h>

static const struct {
	const char *level, *self;
} selves[] = {
	{ "街道", "我街道" },
	{ "乡镇", "我镇" },
	{ "区县", "我区" },
	{ "部门", "我局" },
};

enum { N_BLANKS = 5 };

/* A blank, and what stands there. */
struct blank {
	struct nb_str name, value;
};

static struct nb_str
self_of(struct nb_str level)
{
	for (size_t i = 0; i < NB_COUNT(selves); i++)
		if (nb_str_eq(level, nb_str_z(selves[i].level)))
			return nb_str_z(selves[i].self);
	return nb_str_z(selves[0].self);
}

/* The year behind the last of four digits, or nothing. */
static struct nb_str
year_after(struct nb_arena *a, struct nb_str year)
{
	int n = 0;

	if (year.n < 4)
		return NB_S("");
	for (size_t i = year.n - 4; i < year.n; i++)
		n = n * 10 + (year.p[i] - '0');
	return nb_arena_printf(a, "%d", n + 1);
}

/* The blank that begins at `at`, or NULL. */
static const struct blank *
blank_at(const struct blank *blank, struct nb_str s, size_t at)
{
	for (size_t i = 0; i < N_BLANKS; i++)
		if (nb_str_starts(nb_str_from(s, at), blank[i].name))
			return &blank[i];
	return NULL;
}

static void
put_blank(GString *out, struct nb_str value, bool in_comment)
{
	if (in_comment)
		g_string_append_printf(
		    out, NB_FMT, NB_ARG(value.n > 0 ? value : NB_S("××××")));
	else if (value.n > 0)
		nb_write_value(out, value);
	else
		while (out->len > 0 && out->str[out->len - 1] == ' ')
			g_string_truncate(out, out->len - 1);
}

struct nb_str
nb_starter_fill(struct nb_arena *a, struct nb_str template,
    const struct nb_starter *starter)
{
	const struct blank blanks[N_BLANKS] = {
		{ NB_S("@级别@"), starter->level },
		{ NB_S("@年度@"), starter->year },
		{ NB_S("@下年@"), year_after(a, starter->year) },
		{ NB_S("@机关@"), starter->organ },
		{ NB_S("@自称@"), self_of(starter->level) },
	};
	g_autoptr(GString) out = g_string_sized_new(template.n);
	bool in_comment = false;

	for (size_t at = 0; at < template.n;) {
		const struct blank *b = blank_at(blanks, template, at);

		if (b != NULL) {
			put_blank(out, b->value, in_comment);
			at += b->name.n;
			continue;
		}
		if (template.p[at] == '#')
			in_comment = true;
		else if (template.p[at] == '\n')
			in_comment = false;
		g_string_append_c(out, template.p[at++]);
	}
	return nb_arena_str(a, (struct nb_str){ out->str, out->len });
}
