/*
 * import/simplify.c - converts run by run of Han characters, so that the log
 * can tell each of them.
 */
#include "import/simplify.h"

#include "import/patch.h"

#include <glib.h>
#include <opencc/opencc.h>

static const struct nb_repair_rule rule = {
	"traditional",
	"繁体字转成简体字",
};

struct nb_simplifier *
nb_simplifier_new(void)
{
	const opencc_t o = opencc_open("t2s.json");

	return o == (opencc_t)-1 ? NULL : o;
}

void
nb_simplifier_free(struct nb_simplifier *s)
{
	if (s != NULL)
		opencc_close(s);
}

/* The next Han characters from *at on, which moves behind them. */
static bool
next_run(struct nb_str s, size_t *at, size_t *begin)
{
	bool han = false;

	for (*begin = *at; *at < s.n && !han;) {
		*begin = *at;
		han = nb_is_han(nb_utf8_next(s, at));
	}
	if (!han)
		return false;
	for (size_t next = *at; next < s.n; *at = next)
		if (!nb_is_han(nb_utf8_next(s, &next)))
			break;
	return true;
}

/* s[begin, end) became now: character by character where that is possible. */
static void
put_run(struct nb_patch *p, size_t begin, struct nb_str was, struct nb_str now)
{
	if (nb_str_chars(was) != nb_str_chars(now)) {
		nb_patch_edit(p, begin, begin + was.n, now, &rule);
		return;
	}
	for (size_t i = 0, j = 0; i < was.n;) {
		const size_t from = i, to = j;
		const bool differs =
		    nb_utf8_next(was, &i) != nb_utf8_next(now, &j);

		if (differs)
			nb_patch_edit(p, begin + from, begin + i,
			    nb_str_sub(now, to, j - to), &rule);
	}
}

void
nb_repair_traditional(struct nb_patch *p, struct nb_simplifier *simplifier)
{
	const struct nb_str s = nb_patch_text(p);
	g_autoptr(GPtrArray) kept =
	    g_ptr_array_new_with_free_func((GDestroyNotify)free);
	size_t begin;

	for (size_t at = 0; next_run(s, &at, &begin);) {
		const struct nb_str was = nb_str_sub(s, begin, at - begin);
		char *now = opencc_convert_utf8(simplifier, was.p, was.n);

		if (now == NULL)
			continue;
		g_ptr_array_add(kept, now);
		put_run(p, begin, was, nb_str_z(now));
	}
	nb_patch_apply(p);
}
