#include "base/clip.h"

#include "base/arena.h"

enum { MOST = 24 }; /* [char] */

struct nb_str
nb_clip(struct nb_arena *a, struct nb_str s)
{
	const size_t line = nb_str_find(s, NB_S("\n"), 0);
	struct nb_str head = line == SIZE_MAX ? s : nb_str_sub(s, 0, line);
	size_t at = 0;

	for (unsigned n = 0; n < MOST && at < head.n; n++)
		nb_utf8_next(head, &at);
	if (at == s.n)
		return s;
	return nb_arena_printf(a, NB_FMT "…", NB_ARG(nb_str_sub(s, 0, at)));
}
