#include "base/word_list.h"

size_t
nb_word_in(nb_word_list list, struct nb_str s)
{
	for (; *list != NULL; list++)
		if (nb_str_has(s, nb_str_z(*list)))
			return strlen(*list);
	return 0;
}

size_t
nb_word_starts(nb_word_list list, struct nb_str s)
{
	for (; *list != NULL; list++)
		if (nb_str_starts(s, nb_str_z(*list)))
			return strlen(*list);
	return 0;
}

size_t
nb_word_ends(nb_word_list list, struct nb_str s)
{
	for (; *list != NULL; list++)
		if (nb_str_ends(s, nb_str_z(*list)))
			return strlen(*list);
	return 0;
}

bool
nb_word_is(nb_word_list list, struct nb_str s)
{
	for (; *list != NULL; list++)
		if (nb_str_eq(s, nb_str_z(*list)))
			return true;
	return false;
}

bool
nb_word_skip(nb_word_list list, struct nb_str s, size_t *at)
{
	const size_t n = nb_word_starts(list, nb_str_from(s, *at));

	*at += n;
	return n > 0;
}
